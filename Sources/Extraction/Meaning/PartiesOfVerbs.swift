internal import PaperModel
internal import RuleEngine

/// Who gives and who gets, told by the verb of an amount and by those who do what it says.
extension SentenceMeaning {
    /// Senses of what somebody asks for work.
    private static let asked: Set<Figure.Sense> = [.price, .contract, .cost, .spend]
    /// Farthest that a seller stands before the amount, words.
    private static let sellerReach = 14

    /// Adds to the parties of a figure what its verb tells; what is known stays.
    func addDoers(_ place: Place, sense: Figure.Sense?, to result: inout Parties) {
        let governing = place.governing
        let isFromOutside = sense.map { [.grant, .funding, .contribution, .borrowing, .loan].contains($0) } ?? false
        if result.payer == nil, isFromOutside, words.kind(place.word - 1) != .by { result.payer = giver(in: governing) }
        if result.payee == nil, sense.map(SentenceMeaning.asked.contains) ?? true { result.payee = seller(place) }
    }

    /// Somebody who can give or get: a name, else a noun of its own that says nothing of money: "the insurers", "pensioners".
    func somebody(_ run: Range<Int>) -> Range<Int>? {
        if let named = name(run) { return named }
        guard let edges = edges(of: run), let last = edges.last, edges.count <= 4,
            !edges.allSatisfy({ words.vocabulary.isPlain(words.small($0)) }),
            !edges.contains(where: { holdsSense($0, within: edges) || words.kind($0) == .figure || words.isTime($0) }),
            words.kind(run.lowerBound) == .determiner || words.small(last).hasSuffix("s") || words.kind(run.lowerBound) == .number
        else { return nil }
        return edges
    }

    /// Whether a word says what money is, and no more than a verb behind its phrase does: in "pensioners pay" the first word says nothing.
    private func holdsSense(_ index: Int, within run: Range<Int>) -> Bool {
        let (word, whole) = (words.words[index].bytes, words.bytes(of: run))
        return cues.senses.contains { $0.bytes.overlaps(word) && $0.bytes.upperBound <= whole.upperBound }
    }

    /// Whether a phrase names a body of government or a fund that gives money to others, and not the council itself.
    func isGovernment(_ run: Range<Int>) -> Bool { run.contains { words.vocabulary.isGovernment(words.small($0)) } }

    /// "A Home Office grant of £4,000": the name before the word of money.
    private func giver(in governing: Governing) -> Range<Int>? {
        guard let outer = governing.phrases.first, let last = outer.last, isCue(last), !words.words[last].isCapital, outer.count > 1
        else { return nil }
        // "Department for Culture award".
        if let named = name(outer.lowerBound..<last), named.upperBound == last, isGovernment(named),
            words.vocabulary.moneyNoun(words.small(last)) != nil
        {
            return named
        }
        // "Welsh Government revenue funding of £9m": the words in capitals that stand first.
        let start = words.kind(outer.lowerBound) == .determiner ? outer.lowerBound + 1 : outer.lowerBound
        let before = start..<((start..<last).first { !words.words[$0].isCapital } ?? last)
        guard !before.isEmpty, (before.upperBound..<last).allSatisfy({ isCue($0) || words.vocabulary.isPlain(words.small($0)) }),
            before.contains(where: { words.vocabulary.isGovernment(words.small($0)) || words.kind($0) == .body })
        else { return nil }
        return name(before)
    }

    /// Who asks a price: "Hedges Ltd's price is £7", "the audit was done by Stone LLP for £6", "bought from Hill & Co at £4", "the lowest being
    /// Marsh & Co at £2".
    private func seller(_ place: Place) -> Range<Int>? {
        let governing = place.governing
        if let outer = governing.phrases.first, let last = outer.last,
            words.vocabulary.isBill(words.small(last)) || words.small(last) == "price" || words.small(last) == "tender",
            let holder = outer.first(where: { words.small($0).hasSuffix("'s") && words.words[$0].isCapital }), !isVariance(place)
        {
            return words.small(holder).hasPrefix("council") ? nil : name(outer.lowerBound..<holder + 1)
        }
        let before = place.word - 1
        if words.kind(before) == .purpose {
            let agent = words.phrase(endingAt: before)
            if !agent.isEmpty, words.kind(agent.lowerBound - 1) == .by { return name(agent) }
        }
        if words.small(before) == "at" {
            let asker = words.phrase(endingAt: before)
            if !asker.isEmpty, words.kind(asker.lowerBound - 1) == .be, words.small(asker.lowerBound - 1) == "being" { return name(asker) }
        }
        var index = before
        while index > max(place.room.lowerBound, place.word - SentenceMeaning.sellerReach) {
            if words.kind(index) == .from, SentenceMeaning.buying.contains(words.small(index - 1)) {
                return name(words.phrase(from: index + 1))
            }
            index -= 1
        }
        return nil
    }

    /// What is done from those who are paid for it.
    static let buying: Set<String> = ["bought", "purchased", "hired", "ordered", "commissioned"]
}
