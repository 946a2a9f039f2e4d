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
        // "a claim against Wold Ltd", "on behalf of Wold Ltd".
        case .preposition where words.small(before) == "against": return nil
        case .of where words.small(before - 1) == "behalf": return nil
        // "the boilers were valued by Wold Surveys Ltd", "is met by Wold Ltd".
        case .by where words.vocabulary.isReckoning(words.small(before - 1)) || words.vocabulary.isPaying(words.small(before - 1)):
            return nil
        default: break
        }
        // "Wold Ltd pays £900".
        if place.governing.verb.map({ words.vocabulary.party(of: words.small($0)) == .gives && !isPassive($0) }) ?? false,
            place.governing.subject.contains(where: { $0.overlaps(firm) })
        {
            return nil
        }
        return firm
    }

    /// Whether what stands before "from" is a bill, or was bought.
    private func isAskedOrBought(_ from: Int) -> Bool {
        (max(0, from - SentenceMeaning.billReach)..<from).contains { index in
            let word = words.small(index)
            return words.vocabulary.isBill(word)
                || ["bought", "purchased", "hired", "ordered", "commissioned", "cheapest", "lowest"].contains(word)
        }
    }

    /// How far before "from" a bill stands, words: "An invoice for £900 had been received from".
    private static let billReach = 8

    /// The names of firms near an amount, in its sentence.
    private func firms(near place: Place) -> [Range<Int>] {
        let window = max(0, place.word - SentenceMeaning.firmReach)..<min(words.words.count, place.word + SentenceMeaning.firmReach)
        var result: [Range<Int>] = []
        for index in window where words.words[index].isCapital && words.vocabulary.endsFirm(words.small(index)) {
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
