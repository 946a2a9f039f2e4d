internal import PaperModel
internal import RuleEngine

/// The firms that a sentence names: "Wold Civils Ltd", "Elder & Sons".
extension SentenceMeaning {
    /// Senses of money that a firm beside it is paid.
    private static let paidToFirms: Set<Figure.Sense> = [.spend, .price, .contract, .cost]
    /// How far from an amount a firm is looked for, words.
    private static let firmReach = 30

    /// The one firm that a sentence names near a price or payment: it is paid, unless it gives, or the money comes from it.
    func firmPaid(_ place: Place, _ sense: Figure.Sense?, payer: Range<Int>?) -> Range<Int>? {
        let isSold = words.small(place.word - 1) == "at" || words.kind(place.word - 1) == .purpose
        guard sense.map(SentenceMeaning.paidToFirms.contains) ?? (isSold || isEntry(place)) else { return nil }
        let found = firms(near: place)
        guard found.count == 1, let firm = found.first, !(payer.map { $0.overlaps(firm) } ?? false) else { return nil }
        let before = firm.lowerBound - 1
        switch words.kind(before) {
        case .from where !isAskedOrBought(before): return nil
        // "the cost to Wold Ltd was £900"; who receives money is told by its verb.
        case .to: return nil
        // "a claim against Wold Ltd", "on behalf of Wold Ltd".
        case .preposition where words.small(before) == "against": return nil
        case .of where words.small(before - 1) == "behalf": return nil
        // "the boilers were valued by Wold Surveys Ltd", "is met by Wold Ltd".
        case .by where words.vocabulary.isReckoning(words.small(before - 1)) || words.vocabulary.isPaying(words.small(before - 1)):
            return nil
        // "£900 was spent by Wold Ltd".
        case .by
        where SentenceMeaning.spending.contains(words.small(before - 1)) || SentenceMeaning.buying.contains(words.small(before - 1)):
            return nil
        default: break
        }
        return acts(firm) || isOfOtherClause(firm, place) ? nil : firm
    }

    /// Verbs of what somebody pays for oneself.
    private static let spending: Set<String> = ["spent", "incurred", "invested", "raised"]

    /// Whether a firm does what its clause tells: "Wold Ltd bought the mill for £3m", "Wold Ltd has costs of £900", and not "Wold Ltd quoted £900",
    /// "Wold Ltd was paid £900", "Wold Ltd (gate)".
    private func acts(_ firm: Range<Int>) -> Bool {
        let start = words.kind(firm.lowerBound - 1) == .determiner ? firm.lowerBound - 1 : firm.lowerBound
        guard start == 0 || isBreak(start - 1) || words.kind(start - 1) == .comma || words.kind(start - 1) == .conjunction else {
            return false
        }
        let next = firm.upperBound
        switch words.kind(next) {
        case .auxiliary where words.small(next).hasPrefix("ha"):
            // "has quoted", "had been paid".
            return words.kind(next + 1) != .be && !isAskedByVerb(next + 1)
        case .auxiliary: return !isAskedByVerb(next + 1) && words.kind(next + 1) != .be
        case .verb, .giving, .asking: return !isAskedByVerb(next)
        case .word: return SentenceMeaning.buying.contains(words.small(next)) || SentenceMeaning.spending.contains(words.small(next))
        default: return false
        }
    }

    private func isAskedByVerb(_ verb: Int) -> Bool {
        switch words.vocabulary.moneyVerb(words.small(verb))?.last?[.doer] {
        case .gets, .asks: true
        default: false
        }
    }

    /// Whether a firm stands in a clause that ended before the amount, or begins behind it: "the contract with Wold Ltd was £9,000, and £2m was
    /// spent". A line of a list has one clause.
    private func isOfOtherClause(_ firm: Range<Int>, _ place: Place) -> Bool {
        guard !isEntry(place) else { return !place.room.overlaps(firm) }
        let between = firm.upperBound <= place.word ? firm.upperBound..<place.word : place.word + 1..<max(place.word + 1, firm.lowerBound)
        return between.contains { index in
            words.kind(index) == .figure || words.kind(index) == .connective
                || words.kind(index) == .comma && words.kind(index + 1) == .conjunction
        }
    }

    /// Whether what stands before "from" is a bill, or was bought.
    private func isAskedOrBought(_ from: Int) -> Bool {
        (max(0, from - SentenceMeaning.billReach)..<from).contains { index in
            let word = words.small(index)
            return words.vocabulary.isBill(word)
                || SentenceMeaning.buying.contains(word) || word == "cheapest" || word == "lowest"
        }
    }

    /// How far before "from" a bill stands, words: "An invoice for £900 had been received from".
    private static let billReach = 8

    /// The names of firms near an amount, in its sentence.
    private func firms(near place: Place) -> [Range<Int>] {
        let window = max(0, place.word - SentenceMeaning.firmReach)..<min(words.words.count, place.word + SentenceMeaning.firmReach)
        var result: [Range<Int>] = []
        for index in window where words.words[index].isCapital && words.vocabulary.endsFirm(words.small(index)) {
            // "the Civil Engineering Framework": the name goes on.
            let next = index + 1
            if words.kind(next) == .word, words.words[next].isCapital, !words.vocabulary.endsFirm(words.small(next)) { continue }
            var start = index
            while start > window.lowerBound, isPartOfName(start - 1) { start -= 1 }
            while start < index, words.kind(start) == .conjunction || words.kind(start) == .determiner { start += 1 }
            guard start < index else { continue }
            // "Hay Contractors Ltd" is one.
            if let last = result.last, last.upperBound >= start {
                result[result.count - 1] = last.lowerBound..<index + 1
            } else {
                result.append(start..<index + 1)
            }
        }
        return result
    }

    /// Whether a word may stand within the name of a firm.
    private func isPartOfName(_ index: Int) -> Bool {
        let isJoint = words.kind(index) == .conjunction && index > 0 && words.words[index - 1].isCapital
        return words.words[index].isCapital && words.kind(index) != .time || isJoint && words.small(index) == "&"
    }
}
