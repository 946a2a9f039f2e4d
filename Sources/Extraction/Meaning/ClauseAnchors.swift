internal import PaperModel
internal import RuleEngine

/// What stands outside the phrase of a figure and yet is what it is for: before a relative clause, in front of a comma, or what somebody pays for.
extension SentenceMeaning {
    /// "the lido, for which £2m is set aside": what is named before "for which" is what the money is for.
    func relativePurpose(_ place: Place) -> Range<Int>? { relative(place) { $0.isPreposition && $0 != .of && $0 != .from } }

    /// "the shelters, which cost £2m", "two claims, one of which was settled for £9,000": what the relative clause of a figure is about.
    func relative(_ place: Place) -> Range<Int>? { relative(place) { _ in true } }

    private func relative(_ place: Place, _ isMeant: (WordKind) -> Bool) -> Range<Int>? {
        let limit = max(place.room.lowerBound, place.word - SentenceMeaning.relativeReach)
        var commas = 0
        var index = place.word - 1
        while index > limit {
            if words.isMark(index, UInt8(ascii: ";")) || words.isMark(index, UInt8(ascii: ":")) { return nil }
            if words.kind(index) == .comma { commas += 1 }
            if words.kind(index) == .connective { break }
            index -= 1
        }
        // One comma closes the clause: "The trust, which runs two pools, received £30k".
        guard index > limit, commas % 2 == 0, SentenceMeaning.relatives.contains(words.small(index)) else { return nil }
        var end = index
        if words.kind(end - 1).isPreposition {
            guard isMeant(words.kind(end - 1)) else { return nil }
            end -= 1
            // "two of which".
            if words.isNumberWord(end - 1) || words.kind(end - 1) == .quantity || words.kind(end - 1) == .number { end -= 1 }
        } else if !isMeant(.word) {
            return nil
        }
        if words.kind(end - 1) == .comma { end -= 1 }
        return named(endingAt: end)
    }

    /// The name or thing whose phrases end at a word; nil for a body or what names nothing.
    private func named(endingAt end: Int) -> Range<Int>? {
        let chain = words.chain(endingAt: end, from: max(0, end - SentenceMeaning.relativeReach))
        var found = noun(of: chain.phrases, joints: chain.joints, nil)
        // "A place in an independent school, which": the place.
        if let run = found, isBareBody(run), chain.phrases.count > 1 { found = phrases(chain.phrases) }
        guard let run = found.flatMap({ trimmed($0, nil) }), !isVoid(run) || isCompound(run), !isBareBody(run), isThing(run),
            words.kind(run.lowerBound - 1) != .by, !isBackward(chain.phrases.first?.lowerBound ?? end)
        else { return nil }
        return run
    }

    /// Words that begin a clause about what stands before them.
    private static let relatives: Set<String> = ["which", "where", "whose"]
    /// How far before a figure its relative clause begins, words.
    private static let relativeReach = 24

    /// ", and for central services, £1.5m": what is set in front of an amount.
    func fronted(_ place: Place) -> Range<Int>? {
        guard words.kind(place.word - 1) == .comma, place.word > place.room.lowerBound + 2 else { return nil }
        let chain = words.chain(endingAt: place.word - 1, from: place.room.lowerBound)
        guard let run = phrases(chain.phrases), run.lowerBound > 0,
            words.kind(run.lowerBound - 1) == .purpose || run.lowerBound == 1 && words.kind(0) == .of
        else { return nil }
        switch words.kind(run.lowerBound - 2) {
        case .comma, .conjunction, .stop: return words.isTime(run.lowerBound) ? nil : run
        default: return nil
        }
    }

    /// "For setting up an account we charge £75", "By sharing a team they save £9,000": the purpose that a sentence begins with.
    func opening(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        guard place.index == 0, place.word > 3, !words.isTime(1),
            words.kind(0) == .purpose || words.kind(0) == .by && sense == .saving && words.small(1).hasSuffix("ing")
        else { return nil }
        let found = words.phrase(from: 1)
        guard !found.isEmpty, found.upperBound < place.word, !isVoid(found), !isBareBody(found),
            !(found.upperBound..<place.word).contains(where: { words.kind($0) == .purpose || words.isMark($0, UInt8(ascii: ";")) })
        else { return nil }
        return found
    }

    /// "Investments fell from £31m to £29m": a word of sense without an article that begins its sentence and does what its verb says.
    func standing(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        guard let sense, SentenceMeaning.balances.contains(sense) else { return nil }
        let first = words.phrase(from: words.kind(0) == .number ? 1 : 0)
        guard !first.isEmpty, first.upperBound < place.word, first.count <= SentenceMeaning.shortLabel,
            words.kind(first.lowerBound) != .determiner, words.words[first.lowerBound].isCapital, holdsCue(first),
            first.allSatisfy({ words.kind($0) == .word && (isCue($0) || words.vocabulary.isListedNoun(words.small($0)) == false) })
                || first.count > 1 && first.last.map(isCue) ?? false
        else { return nil }
        switch words.kind(first.upperBound) {
        case .verb, .be, .auxiliary, .link, .word, .giving: break
        default: return nil
        }
        return (first.upperBound..<place.word).contains { index in
            words.kind(index) == .connective || words.kind(index) == .pronoun || words.kind(index) == .stop
                || words.kind(index) == .conjunction && words.kind(index + 1) != .figure
        } ? nil : first
    }

    /// Senses of money that stands and moves, whose bare word names it: "Investments", "External debt".
    private static let balances: Set<Figure.Sense> = [.investment, .debt, .borrowing, .reserve]
    /// Longest such name, words.
    private static let shortLabel = 3

    /// "The wardens are paid for by a grant of £9,000", "The hall is kept by 2 FTE": what is paid for or done.
    func paidBy(_ place: Place) -> Range<Int>? {
        let start = place.governing.phrases.first?.lowerBound ?? place.word
        guard words.kind(start - 1) == .by else { return nil }
        var index = start - 2
        while words.kind(index) == .purpose || words.kind(index) == .preposition { index -= 1 }
        let isMeant = place.isStaff ? words.kind(index) == .verb || words.small(index).hasSuffix("ed") : isPaying(index)
        guard isMeant else { return nil }
        index -= 1
        while words.isAdverb(index) || words.kind(index) == .link || words.kind(index) == .be || words.kind(index) == .auxiliary {
            index -= 1
        }
        guard words.kind(index + 1) == .be || words.kind(index + 1) == .auxiliary || words.kind(index + 2) == .be else { return nil }
        return named(endingAt: index + 1)
    }

    private func isPaying(_ index: Int) -> Bool {
        ["funded", "paid", "met", "financed", "covered", "supported"].contains(words.small(index))
    }

    /// "Three firms had been asked to price the new roof: Holt quoted £90": what all prices behind the colon are for.
    func askedFor(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        guard sense == .price || sense == .contract || sense == .cost else { return nil }
        let first = max(0, place.word - SentenceMeaning.reach)
        guard let colon = (first..<max(first, place.word)).last(where: { words.isMark($0, UInt8(ascii: ":")) }), colon > 2,
            words.kind(place.word + 1) != .purpose
        else { return nil }
        return lastPurpose(before: colon)
    }

    /// "£162,500 would go to the school, £41,500 to the surgery": the verb is said once.
    func nextGiven(_ place: Place) -> Range<Int>? {
        guard place.index > 0, words.kind(place.word + 1) == .to, continuesList(place) else { return nil }
        let before = words.figures[place.index - 1]
        guard (before + 1..<place.word).contains(where: { words.kind($0) == .to }) else { return nil }
        let found = words.phrase(from: place.word + 2)
        return found.isEmpty || isBareBody(found) ? nil : found
    }

    /// Whether a clause has somebody or something of its own that does what its verb says, and nothing of the amount before is said on.
    func hasOwnDoer(_ place: Place) -> Bool {
        guard place.governing.verb != nil, let doer = place.governing.subject.first, doer.lowerBound >= place.room.lowerBound,
            words.kind(doer.lowerBound) != .pronoun, !isBackward(doer.lowerBound), !continuesList(place)
        else { return false }
        let isTold = words.kind(doer.lowerBound) == .determiner
        return !doer.contains { words.kind($0) == .quantity } && (!isTold || !holdsCue(doer))
    }

    /// What the clause of a figure is about where nothing binds the two: "audit days have been bought to replace her, at £385".
    func clauseDoer(_ place: Place) -> Range<Int>? {
        let limit = max(place.room.lowerBound, place.word - SentenceMeaning.relativeReach)
        let depth = words.words[place.word].depth
        var index = place.word - 1
        while index > limit {
            if words.words[index].depth > depth {
                index -= 1
                continue
            }
            switch words.kind(index) {
            case .connective where words.small(index) != "so": return nil
            case .stop where words.isMark(index, UInt8(ascii: ";")): return nil
            // ", and, in addition, a payment of £2m": another clause.
            case .conjunction where words.kind(index - 1) == .comma: return nil
            case .be, .auxiliary, .verb, .giving:
                var start = index
                while start > limit, isVerbal(start - 1) { start -= 1 }
                if words.kind(start - 1) == .to {
                    index = start - 2
                    continue
                }
                let end = words.kind(start - 1) == .comma ? words.aside(closing: start - 1, from: limit) ?? start : start
                let chain = words.chain(endingAt: end, from: limit)
                guard let first = chain.phrases.first else { return nil }
                // "told in public session that": hangs on what stands before it.
                if words.kind(first.lowerBound - 1).isPreposition || words.isTime(first.lowerBound) {
                    index = first.lowerBound - 1
                    continue
                }
                guard let run = noun(of: chain.phrases, joints: chain.joints, nil).flatMap({ trimmed($0, nil) }), !isVoid(run),
                    isThing(run), isPlausible(run), !isBareBody(run), !isBackward(first.lowerBound),
                    run.lowerBound < index
                else { return nil }
                return run
            default: index -= 1
            }
        }
        return nil
    }

    private func isVerbal(_ index: Int) -> Bool {
        switch words.kind(index) {
        case .be, .auxiliary, .verb, .giving, .link: true
        default: words.isAdverb(index)
        }
    }
}
