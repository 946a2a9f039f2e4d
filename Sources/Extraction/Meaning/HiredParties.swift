internal import PaperModel
internal import RuleEngine

/// Who is paid for work, by being asked to do it: "appoint Wold Civils to mend the bridge at £9,000".
extension SentenceMeaning {
    /// Senses of what work costs those who have it done.
    private static let workSenses: Set<Figure.Sense> = [.cost, .price, .contract, .pay, .spend]

    /// Who is taken on, or offers, to do what an amount is asked for.
    func hired(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        guard sense.map(SentenceMeaning.workSenses.contains) ?? true, isPricedBefore(place) else { return nil }
        return scan(place) { index in
            switch words.vocabulary.hiring(words.small(index)) {
            case .hires: isPassive(index) ? hiredBefore(index) : hiredBehind(index)
            case .works: worker(before: index)
            case nil: nil
            }
        }
    }

    /// Whether an amount is the price of what stands before it: "at £9", "for £9", "at a cost of £9".
    func isPricedBefore(_ place: Place) -> Bool {
        let link = place.governing.link
        return words.small(link.lowerBound) == "at" || words.kind(place.word - 1) == .purpose || words.small(place.word - 1) == "at"
            || place.governing.phrases.contains { run in
                ["at", "in", "for"].contains(words.small(run.lowerBound - 1))
                    && (isVoid(run) || run.allSatisfy { words.kind($0) == .quantity })
            }
    }

    /// "appoint Wold Civils to mend", "engage Mrs J Holt as clerk".
    private func hiredBehind(_ verb: Int) -> Range<Int>? {
        let found = words.phrase(from: verb + 1)
        guard let named = name(found), isOutsider(named) else { return nil }
        switch words.kind(named.upperBound) {
        case .to, .preposition, .purpose, .comma, .conjunction, .on, .figure: return named
        default: return nil
        }
    }

    /// "Wold Civils be asked to mend".
    private func hiredBefore(_ verb: Int) -> Range<Int>? {
        // "Wold Civils to be appointed".
        let start = clauseStart(of: verb)
        let found = words.phrase(endingAt: words.kind(start - 1) == .to ? start - 1 : start)
        if found == 0..<1, words.words[0].isCapital, isOneName(found), !words.small(0).hasSuffix("s") { return found }
        return name(found).flatMap { isOutsider($0) ? $0 : nil }
    }

    /// "Wold Civils could do the work for £90".
    private func worker(before verb: Int) -> Range<Int>? {
        guard words.kind(verb - 1) == .auxiliary || words.kind(verb - 1) == .to, !isPassive(verb) else { return nil }
        let start = clauseStart(of: words.kind(verb - 1) == .to ? verb - 1 : verb)
        let found = words.phrase(endingAt: start)
        guard found.count > 1, found.allSatisfy({ words.words[$0].isCapital }), let last = found.last,
            !words.vocabulary.namesThing(words.small(last)), !words.vocabulary.isPaidThing(words.small(last))
        else { return nil }
        return name(found).flatMap { isOutsider($0) ? $0 : nil }
    }

    /// Whether a name is none of a council's own people and bodies, nor a bare "the contractor".
    func isOutsider(_ run: Range<Int>) -> Bool {
        run.contains { words.words[$0].isCapital } && !isOfCouncil(run)
            && !(run.count == 1 && run.contains { words.vocabulary.isParty(words.small($0)) })
    }

    /// Whether a name is that of people and bodies of a council: "the Clerk", "Cllr Moss", "Head of Place", "Cabinet".
    func isOfCouncil(_ run: Range<Int>) -> Bool {
        let own = run.filter { words.kind($0) != .determiner }
        return own.contains { words.vocabulary.isOfCouncil(words.small($0)) }
            || own.count == 1 && own.contains { ["council", "committee", "cabinet", "executive", "board"].contains(words.small($0)) }
    }
}
