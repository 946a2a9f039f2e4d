internal import PaperModel
internal import RuleEngine

/// What stands behind a figure and says what it is for: after "for", "towards", "to fund", "on".
extension SentenceMeaning {
    /// After "for", "towards", "to fund", "on", behind the figure and its noun; `orBody`: though it names a body.
    func purpose(_ place: Place, _ sense: Figure.Sense?, orBody: Bool = false) -> Range<Int>? {
        var index = behindTaxNote(place.word + 1)
        // A count of staff behind the amount may be what it is for.
        let room = isStaffFigure(place.room.upperBound) ? place.room.upperBound + 1 : place.room.upperBound
        var end = min(room, index + SentenceMeaning.purposeReach)
        // "up to £2m of the £9m will pay for", "an increase of £12 to £48 for permits": what stands behind both is said of both.
        if let other = partner(place) {
            // "£1.7m of the £2.4m Winter Fund": of the fund.
            let shared = words.phrase(from: other + 1)
            if words.kind(place.word + 1) == .of, !shared.isEmpty, !isVoid(shared) { return shared }
            index = other + 1
            end = min(words.figures.first { $0 > other } ?? words.words.count, index + SentenceMeaning.purposeReach)
        }
        // "The harbour project (£45m) aims to": what stands behind a bracket goes on with the sentence.
        if words.words[place.word].depth > 0, let close = (index..<max(index, end)).first(where: { words.kind($0) == .close }),
            words.kind(close + 1) != .purpose
        {
            end = close
        }
        let search = PurposeSearch(meaning: self, place: place, sense: sense, orBody: orBody, end: end)
        var fund: Range<Int>?
        while index < end {
            switch search.step(at: index) {
            case .found(let run): return run
            // Where it comes from is told only where nothing says what it is for: "£2m from the Lanes Fund to mend the lanes".
            case .fund(let run):
                fund = fund ?? run
                index = max(index + 1, run.upperBound)
            case .past(let next): index = max(index + 1, next)
            case .stop: return fund
            }
        }
        return fund
    }

    /// How far behind a figure its purpose is looked for, words.
    private static let purposeReach = 30

    /// The word behind a note on tax that stands right behind an amount: "£40 plus VAT".
    func behindTaxNote(_ start: Int) -> Int {
        var index = start
        var names = false
        while index < words.words.count, index - start < SentenceMeaning.longestTaxNote {
            let part = words.vocabulary.taxNote(words.small(index))
            guard part.isPart else { break }
            names = names || part.names
            index += 1
        }
        return names ? index : start
    }

    /// Longest note on tax, words: "plus carriage and VAT".
    private static let longestTaxNote = 5

    /// The figure that a figure shares its purpose with: "£2m of the £9m", "£12 to £48".
    func partner(_ place: Place) -> Int? {
        switch words.kind(place.word + 1) {
        case .to: return words.kind(place.word + 2) == .figure ? place.word + 2 : nil
        case .of: return [place.word + 2, place.word + 3].first { words.kind($0) == .figure }
        default: return nil
        }
    }

    /// "on 70 agency staff": the figure's own noun.
    func countedThings(_ index: Int) -> Range<Int>? {
        index < words.words.count ? index..<index + 1 : nil
    }

    /// "The ministry has awarded £5m from the Active Lanes Fund": the fund, where a verb says who gives.
    func fundBehind(_ place: Place) -> Range<Int>? {
        guard words.kind(place.word + 1) == .from, place.governing.verb != nil, !place.governing.subject.isEmpty else { return nil }
        let found = words.phrase(from: place.word + 2)
        // The name ends at its own last word: "Active Lanes Fund for Round 4".
        guard let end = found.first(where: { words.words[$0].isCapital && words.vocabulary.isFund(words.small($0)) }) else { return nil }
        let name = found.lowerBound..<end + 1
        return words.isNamedFund(name) ? name : nil
    }

    /// Nouns behind which "to" leads to what an amount is for.
    static let givenTo: Set<String> = [
        "increase", "uplift", "addition", "reduction", "transfer", "contribution", "virement", "cut", "cuts",
    ]

    /// Senses of money that goes "on" something.
    static let spentOn: Set<Figure.Sense> = [.spend, .budget, .cost, .saving, .overspend, .underspend, .pressure]
}
