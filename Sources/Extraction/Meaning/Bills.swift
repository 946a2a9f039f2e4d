internal import PaperModel
internal import RuleEngine

/// Whose bills, quotations and tenders a sentence speaks of.
extension SentenceMeaning {
    /// "the quotation from Wold Civils for the bridge is £9,000", "The Wold Civils quote of £9,000", "Marsh & Sons' price": whose bill it is.
    func biller(_ place: Place) -> Range<Int>? {
        let phrases = place.governing.phrases + place.governing.subject
        for (head, next) in zip(phrases, phrases.dropFirst())
        where words.kind(next.lowerBound - 1) == .from || words.kind(next.lowerBound - 1) == .by {
            if head.contains(where: { words.vocabulary.isBill(words.small($0)) }) { return name(next) }
        }
        guard let head = phrases.first(where: { $0.contains { words.vocabulary.isBill(words.small($0)) } }),
            let bill = head.last(where: { words.vocabulary.isBill(words.small($0)) }), bill > head.lowerBound, !isVariance(place)
        else { return nil }
        let before = head.lowerBound..<bill
        let start = before.first { words.words[$0].isCapital && words.kind($0) != .determiner } ?? bill
        let run = start..<bill
        guard !run.isEmpty,
            run.allSatisfy({
                words.words[$0].isCapital || words.kind($0) == .conjunction || words.kind($0) == .of || words.isPossessive($0)
            })
        else { return nil }
        // "The Council's bill": who has to pay it.
        if isOfCouncil(run) || words.small(run.lowerBound).hasPrefix("council") { return nil }
        return name(run.filter { !words.isPossessive($0) }.isEmpty ? run : start..<(words.isPossessive(bill - 1) ? bill - 1 : bill))
    }

    /// "The quote of £90 from Wold Civils", "an invoice for £90 dated 3 May from R. Holt": whose bill it is, told behind its amount.
    func billerBehind(_ place: Place) -> Range<Int>? {
        guard place.governing.phrases.last.map({ $0.last.map(isDemand) ?? false }) ?? false else { return nil }
        let limit = min(place.room.upperBound, place.word + SentenceMeaning.sender)
        for index in place.word + 1..<max(place.word + 1, limit) {
            switch words.kind(index) {
            case .from: return words.isTime(index + 1) ? nil : party(words.phrase(from: index + 1))
            case .by where index == place.word + 1 || SentenceMeaning.sending.contains(words.small(index - 1)):
                return name(words.phrase(from: index + 1))
            case .stop, .comma, .connective, .figure, .pronoun, .purpose, .to, .conjunction: return nil
            default: continue
            }
        }
        return nil
    }

    /// "An invoice had been received from Wold Civils for £90", "the tender of Wold Civils for the bridge be accepted at £90": whose bill it is.
    func billSender(_ place: Place) -> Range<Int>? {
        scan(place) { index in
            let before = index - 1
            switch words.kind(index) {
            case .of:
                guard isDemand(before), words.small(before) != "estimate", words.words.indices.contains(index + 1) else { return nil }
                let found = words.phrase(from: index + 1)
                return found.allSatisfy({ words.words[$0].isCapital || words.kind($0) == .conjunction }) ? name(found) : nil
            case .from, .by:
                let isSent = SentenceMeaning.sending.contains(words.small(before))
                guard isDemand(before) || isSent && bill(before: before) || words.kind(index) == .from && bill(before: index) else {
                    return nil
                }
                return party(words.phrase(from: index + 1))
            default: return nil
            }
        }
    }

    /// Whether a bill or request stands in the clause right before a word.
    private func bill(before index: Int) -> Bool {
        let near = (max(0, index - SentenceMeaning.sender)..<index).reversed()
        for word in near {
            switch words.kind(word) {
            case .stop, .figure, .connective, .comma: return false
            default: if isDemand(word) || words.vocabulary.isRequest(words.small(word)) { return true }
            }
        }
        return false
    }

    /// "The Playgroup's application for £90": who asks.
    func requester(_ place: Place) -> Range<Int>? {
        // "Wold Judo Club - request for £90".
        if let first = entryParts(place).first, first.upperBound < place.word, let named = nameOfEntry(first), isSurelySomebody(named),
            (first.upperBound..<place.word).contains(where: { words.vocabulary.isRequest(words.small($0)) })
        {
            return named
        }
        guard let head = place.governing.phrases.first, let last = head.last, words.vocabulary.isRequest(words.small(last)),
            let holder = head.first(where: isHolder), words.words[holder].isCapital
        else { return nil }
        let run = (words.kind(head.lowerBound) == .determiner ? head.lowerBound + 1 : head.lowerBound)..<holder + 1
        return isOfCouncil(run) ? nil : run
    }

    /// Nouns and participles behind which "with" leads to whom work or money goes.
    private static let dealing: Set<String> = [
        "contract", "contracts", "renewed", "placed", "booked", "ordered", "spending", "advertising", "insured", "agreement", "go", "going",
    ]
    /// Senses of what is paid to whom one deals with.
    private static let dealt: Set<Figure.Sense> = [.contract, .value, .cost, .spend, .price]

    /// "The contract with Wold Civils is worth £9m", "renewed with Wold Insurance at £90": whom one deals with.
    func dealer(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        guard sense.map(SentenceMeaning.dealt.contains) ?? true else { return nil }
        return scan(place) { index in
            guard words.small(index) == "with", SentenceMeaning.dealing.contains(words.small(index - 1)) else { return nil }
            return name(words.phrase(from: index + 1)).flatMap { isOutsider($0) ? $0 : nil }
        }
    }

    /// "the award of the catering contract to Wold Foods at £9m": to whom a contract goes.
    func contractor(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        guard sense.map({ SentenceMeaning.dealt.contains($0) || $0 == .funding }) ?? true else { return nil }
        return scan(place) { index in
            guard words.kind(index) == .to, !isVerbAhead(index + 1),
                (max(place.room.lowerBound, index - SentenceMeaning.contractReach)..<index).contains(where: {
                    ["contract", "contracts"].contains(words.small($0))
                        && (max(0, $0 - SentenceMeaning.contractReach)..<$0).contains { ["award", "letting"].contains(words.small($0)) }
                        || words.small($0) == "award" && words.small($0 + 1) == "of"
                            && ($0..<index).contains { ["contract", "contracts"].contains(words.small($0)) }
                })
            else { return nil }
            return name(words.phrase(from: index + 1)).flatMap { isOutsider($0) ? $0 : nil }
        }
    }

    /// How far from its award the words for a contract stand, words.
    private static let contractReach = 10

    /// Whether a noun is a bill or a price that somebody asks.
    private func isDemand(_ index: Int) -> Bool {
        let word = words.small(index)
        return words.vocabulary.isBill(word) && !SentenceMeaning.keptAccounts.contains(word) || word == "price" || word == "prices"
    }

    /// What is no bill beside money that comes in: "the account from which".
    private static let keptAccounts: Set<String> = ["account", "claim"]
    /// Participles that say how a bill came.
    private static let sending: Set<String> = [
        "submitted", "received", "sent", "supplied", "provided", "obtained", "issued", "given", "made",
    ]
    /// How far from a bill and its amount the one who sends it stands, words.
    private static let sender = 7
}
