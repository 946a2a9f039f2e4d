internal import PaperModel
internal import RuleEngine

/// Which words of a sentence say what a figure is.
extension SentenceMeaning {
    /// The cue that says what a figure is; nil where none governs it.
    func sense(_ place: Place) -> Cue? {
        let own = cues.senses.filter { cue in cue.sense.map { $0.isOfStaff == place.isStaff } ?? false }
        if own.isEmpty { return nil }
        let depth = words.words[place.word].depth
        func inside(_ run: Range<Int>) -> [Cue] {
            let bytes = words.bytes(of: run)
            return own.filter { $0.bytes.lowerBound >= bytes.lowerBound && $0.bytes.upperBound <= bytes.upperBound }
        }
        if place.isStaff {
            let bytes = words.words[place.word].bytes
            if let within = Cues.head(of: own.filter { $0.bytes.overlaps(bytes) }) { return within }
        }
        let governing = place.governing
        // "capped at £5,000": words of the amount itself.
        if !place.isStaff, let within = own.last(where: { $0.bytes.overlaps(words.words[place.word].bytes) }) { return within }
        if let limit = adjoiningLimit(place, own) ?? limit(place, own, inside) { return limit }
        // A variance is no budget, outturn or cost; only which way it goes is said of it.
        if isVariance(place) {
            // What stands before the variance in its sentence is said of something else.
            let outer = governing.phrases.first.flatMap {
                $0.lowerBound > place.room.lowerBound && place.following.isEmpty ? $0.lowerBound : nil
            }
            let way = inside((outer ?? place.room.lowerBound)..<place.room.upperBound).first { cue in
                guard cue.sense.map(SentenceMeaning.ways.contains) ?? false else { return false }
                // "(a deficit), this is £4m less": another bracket speaks of something else.
                return words.run(of: cue.bytes).first.map { words.words[$0].depth <= depth } ?? true
            }
            if let way, !way.isFirmness { return way }
            let kept = keptSense(place, inside).flatMap { $0.sense == .cost && way != nil ? nil : $0 }
            if let kept = kept ?? outermost(governing.subject, inside).flatMap({ $0.sense == .income ? $0 : nil }) { return kept }
            guard let way else { return nil }
            // "The outturn is £0.9m higher than the budget" may be one of income: that it is spent must be said.
            if let income = inside(place.room.lowerBound..<place.word).last(where: { $0.sense == .income && !$0.isFirmness }) {
                return income
            }
            return own.contains(where: isSpending) ? way : nil
        }
        // "the final account was £700 inside the approved sum": the variance that adjoins its amount.
        if let way = own.first(where: { words.run(of: $0.bytes).lowerBound == place.word + 1 }),
            way.sense.map(SentenceMeaning.ways.contains) ?? false
        {
            return way
        }
        if let found = adjoiningSource(place, own) ?? adjoiningParticiple(place, own) { return found }
        if let found = strongVerb(place, inside) ?? ofSecond(place, inside) { return found }
        if let found = afterwards(place, inside) { return found }
        // "cost £7m net of the £2m recovered": what is taken off is none of what it is taken from.
        if isSetOff(place) {
            let end = ownEnd(place, clause(place))
            return passive(place, inside) ?? inside(place.word + 1..<max(place.word + 1, end)).first
        }
        // "may approve cases to a value of £6m": who may do so has a limit.
        if let verb = governing.verb, let limit = ofVerb(verb, place, inside).first(where: { $0.sense == .limit }) { return limit }
        if let found = before(governing, inside) {
            let doer = found.isFirmness ? doer(ofPurposeAt: governing.phrases.first?.lowerBound ?? 0, place, inside) : nil
            return doer ?? saidBehind(found, place, inside) ?? found
        }
        if isPriceTag(place) { return nil }
        if let verb = governing.verb, let found = Cues.head(of: ofVerb(verb, place, inside) + inside(governing.link)) {
            // "The contract was awarded at £3m": what was done to it says less than what it is.
            let doer =
                found.isFirmness ? ofSubject(governing, inside) ?? Cues.head(of: inside(words.phrase(from: place.room.lowerBound))) : nil
            return doer.flatMap { $0.isFirmness ? nil : $0 } ?? found
        }
        if let found = passive(place, inside) {
            // "£29,000 will be secured in the section 106 agreement": by what it is secured.
            let special = found.isFirmness ? inside(place.word..<place.room.upperBound).first { $0.sense == .contribution } : nil
            return special ?? found
        }
        if let found = ofSubject(governing, inside) { return found }
        let apart = head(apartFrom: place)
        if let found = outermost(apart, inside) { return found }
        // The rest of its clause: what stands nearest before, then after.
        let clause = clause(place)
        // What stands in other brackets is said of something else.
        let open = { (cue: Cue) in words.run(of: cue.bytes).first.map { words.words[$0].depth <= depth } ?? true }
        let earlier =
            isNextOfList(place)
            ? []
            : inside(clause.lowerBound..<max(clause.lowerBound, place.word)).filter {
                open($0) && !isDone($0) && !(isReference($0) && isVerbBetween($0, place)) && !isIntroductory($0, place)
                    && !isOfOtherClause($0, place) && !isVarianceBefore($0, place)
            }
        if let found = earlier.last(where: { !isModifier($0) }) ?? earlier.last {
            // "Allowances paid to members came to £3,000": a verb that says no more than "is" gives way to a word of its subject.
            let verb = governing.verb.map { words.words[$0].bytes.lowerBound } ?? words.words[place.word].bytes.lowerBound
            let run = words.run(of: found.bytes)
            // "Money owed comes to £600", and not "bought at £12 a day".
            let isCopula = run.lowerBound >= governing.link.lowerBound && words.kind(run.lowerBound) == .verb
            let isPredicate = found.isFirmness && (found.bytes.upperBound > verb || isCopula)
            return (isPredicate ? earlier.last { !$0.isFirmness } : nil) ?? found
        }
        if let found = inside(place.word + 1..<max(place.word + 1, ownEnd(place, clause))).first(where: {
            open($0) && !isReference($0) && !isModifier($0)
        }) {
            return found
        }
        if let found = ofWhich(place, inside) { return found }
        // "£1.7m of the £2.4m had been spent": the verb behind both.
        if let other = partner(place), words.kind(place.word + 1) == .of, let found = verbBehind(other, inside) { return found }
        return isEntry(place) ? remoteSense(place) : nil
    }

    /// What the sentence is about, where the noun before the amount is only what that is for: "Use of balances to support the budget is £2m".
    private func doer(ofPurposeAt noun: Int, _ place: Place, _ inside: (Range<Int>) -> [Cue]) -> Cue? {
        guard noun > place.room.lowerBound + 2, place.governing.link.contains(where: { words.kind($0) == .be }) else { return nil }
        guard words.kind(noun - 2) == .to, words.kind(noun - 1) == .helping || words.kind(noun - 1) == .verb else { return nil }
        return Cues.head(of: inside(place.room.lowerBound..<noun - 2)).flatMap { $0.isFirmness ? nil : $0 }
    }

    /// Whether a cue says that money goes out.
    private func isSpending(_ cue: Cue) -> Bool {
        switch cue.sense {
        case .spend, .cost, .pay, .pressure: !cue.isFirmness || cue.isThing
        default: false
        }
    }

    /// Whether a cue tells which way the amount before went: "£411k more than budgeted, and fuel was £265k".
    private func isVarianceBefore(_ cue: Cue, _ place: Place) -> Bool {
        place.index > 0 && words.run(of: cue.bytes).lowerBound == words.figures[place.index - 1] + 1
            && cue.sense.map(SentenceMeaning.ways.contains) ?? false
    }

    /// Whether a cue stands in the phrase that a sentence opens with to set it in relation: "For comparison of fares, ...", "Given the deficit, ...".
    private func isIntroductory(_ cue: Cue, _ place: Place) -> Bool {
        guard words.kind(0) == .purpose || SentenceMeaning.relating.contains(words.small(0)),
            let comma = (0..<place.word).first(where: { words.kind($0) == .comma && words.words[$0].depth == 0 })
        else { return false }
        return cue.bytes.upperBound <= words.words[comma].bytes.lowerBound
    }

    /// What begins such a phrase, beside "for".
    private static let relating: Set<String> = ["according", "given", "despite", "following", "unlike", "compared", "considering", "as"]

    /// Where the words behind a figure begin to belong to the next: "benefits of £120m [and costs of £32m]"; or to examples: "such as fees".
    func ownEnd(_ place: Place, _ clause: Range<Int>) -> Int {
        let end = listEnd(place, clause)
        return (place.word + 1..<max(place.word + 1, end)).first { index in
            // "assets above £10m could help to close the gap": what the verb says is said of the whole.
            if words.kind(index) == .auxiliary, words.words[index].depth == words.words[place.word].depth {
                return words.kind(index + 1) == .helping || words.vocabulary.isEnabling(words.small(index + 1))
            }
            // "and would clear the deficit", ", and the precept will yield": another verb, another clause.
            if words.kind(index) == .conjunction, words.words[index].depth == words.words[place.word].depth,
                words.kind(index - 1) == .comma || words.kind(index + 1) == .auxiliary
            {
                return true
            }
            return ["including", "excluding"].contains(words.small(index)) || words.small(index) == "such" && words.small(index + 1) == "as"
        } ?? end
    }

    private func listEnd(_ place: Place, _ clause: Range<Int>) -> Int {
        if place.isStaff {
            // "5 officers patrol, and 2 trucks remove vehicles".
            return (place.word + 1..<max(place.word + 1, clause.upperBound)).first {
                words.kind($0) == .comma || words.kind($0) == .conjunction
            }
                ?? clause.upperBound
        }
        guard words.kind(clause.upperBound) == .figure else { return clause.upperBound }
        return (place.word + 1..<max(place.word + 1, clause.upperBound)).last {
            words.kind($0) == .conjunction || words.kind($0) == .comma
        } ?? clause.upperBound
    }

    /// Whether a cue names what an amount is compared with: "against the current budget", "than the forecast".
    private func isReference(_ cue: Cue) -> Bool {
        guard let first = words.run(of: cue.bytes).first else { return false }
        var index = first - 1
        while index > first - SentenceMeaning.referenceReach, index >= 0 {
            switch words.kind(index) {
            case .word, .determiner, .quantity, .link, .number: index -= 1
            case .preposition: return SentenceMeaning.references.contains(words.small(index)) || words.small(index - 1) == "compared"
            case .to: return words.small(index - 1) == "compared"
            default: return false
            }
        }
        return false
    }

    /// Prepositions before what an amount is compared with.
    static let references: Set<String> = ["against", "than", "versus", "v"]
    /// How far before a cue that preposition stands, words.
    private static let referenceReach = 6

    /// Whether a small noun of its own that says nothing of sense governs a figure: "a profit of £24m".
    func hasOwnNoun(_ place: Place) -> Bool {
        guard place.governing.phrases.count == 1, place.governing.link.contains(where: { words.kind($0) == .of }),
            let run = place.governing.phrases.first.flatMap({ edges(of: $0) })
        else { return false }
        return run.count == 1 && !words.words[run.lowerBound].isCapital && !isVoid(run)
    }

    /// Whether "and" or a comma parts a figure from the words of the figure before, and a preposition leads to its own: "£2m from a grant and
    /// £1m from reserves".
    private func isNextOfList(_ place: Place) -> Bool {
        guard place.index > 0, words.kind(place.word - 1) == .conjunction || words.kind(place.word - 1) == .comma else { return false }
        return words.kind(place.word + 1) == .from && continuesList(place)
    }

    /// The word of a threshold that a figure with a bound stands behind or holds: "may approve orders up to £5,000", "limit of £5,000".
    private func limit(_ place: Place, _ own: [Cue], _ inside: (Range<Int>) -> [Cue]) -> Cue? {
        let limits = own.filter { $0.sense == .limit }
        if limits.isEmpty { return nil }
        let bytes = words.words[place.word].bytes
        if let within = limits.last(where: { $0.bytes.overlaps(bytes) }) { return within }
        let before = inside(place.room.lowerBound..<max(place.room.lowerBound, place.word)).filter { $0.sense == .limit }
        if isBounded(place), let last = before.last { return last }
        // "The upper limit for deposits with any bank is £10m": what the sentence is about.
        guard place.governing.verb == nil, place.governing.link.contains(where: { words.kind($0) == .be }) else { return nil }
        let main = words.bytes(of: words.phrase(from: place.room.lowerBound))
        return before.first { main.overlaps($0.bytes) }
    }

    /// Whether a figure's own words bound it: "up to £5,000", "£5,000 or more".
    func isBounded(_ place: Place) -> Bool {
        let bytes = words.words[place.word].bytes
        let first = words.text[bytes.lowerBound] | 0x20
        if first >= 0x61 && first <= 0x7a { return true }
        let last = words.text.words(bytes).split(separator: " ").suffix(2)
        return last.count == 2 && (last.first == "or" || last.first == "and")
    }

    /// "externally funded": says of something else where its money comes from.
    func isDone(_ cue: Cue) -> Bool { cue.sense == .funding && words.text.words(cue.bytes).lowercased().hasSuffix("ed") }

    /// The head of the noun right after the figure: "£10k reduction in the grant" is a grant.
    func afterwards(_ place: Place, _ inside: (Range<Int>) -> [Cue]) -> Cue? {
        guard !place.following.isEmpty else { return nil }
        var run = place.following
        for _ in 0..<2 {
            let parts = split(run)
            for part in parts {
                if let cue = Cues.head(of: inside(part)) { return isTaken(cue, place) ? paidOut(place, inside) ?? cue : cue }
            }
            // On to what hangs on a noun that says nothing of sense: "reduction in the grant".
            let next = run.upperBound
            // "a £3.1m drawdown from the Election Reserve".
            let isFrom = words.kind(next) == .from && run.last.map { words.small($0).hasPrefix("draw") } ?? false
            guard isFrom || words.small(next) == "in" || words.kind(next) == .of, !words.isTime(next + 1) else { return nil }
            run = words.phrase(from: next + 1)
            if run.isEmpty { return nil }
        }
        return nil
    }

    func before(_ governing: Governing, _ inside: (Range<Int>) -> [Cue]) -> Cue? {
        if let found = outermost(governing.phrases, inside) { return found }
        // "a payment in lieu of £310,000": words of sense with a preposition in them.
        if governing.phrases.count > 1, let first = governing.phrases.first, let last = governing.phrases.last,
            first.lowerBound < last.upperBound,
            let found = Cues.head(of: inside(first.lowerBound..<last.upperBound))
        {
            return found
        }
        // "avoided energy bills worth £3m": a participle that its noun makes one word of.
        if let first = governing.phrases.first,
            let found = Cues.head(of: inside(max(0, first.lowerBound - 1)..<first.upperBound).filter { words.run(of: $0.bytes).count > 1 })
        {
            return found
        }
        // "to a value of £3m": the words of sense may end within the link.
        let start = governing.phrases.last?.lowerBound ?? governing.link.lowerBound
        return Cues.head(of: inside(start..<max(start, governing.link.upperBound)).filter { !$0.isFirmness })
    }

    /// The head of the outermost phrase that has one; a word that only says how firm the amount is gives way to the next.
    func outermost(_ phrases: [Range<Int>], _ inside: (Range<Int>) -> [Cue]) -> Cue? {
        var firm: Cue?
        for phrase in phrases {
            for part in split(phrase) {
                guard let cue = Cues.head(of: inside(part)) else { continue }
                if !cue.isFirmness { return cue }
                firm = firm ?? cue
            }
        }
        return firm
    }

    /// Whether the figure is no more than the size of a thing that is named after it: "the £9m Riverside project".
    func isPriceTag(_ place: Place) -> Bool {
        guard !place.following.isEmpty,
            (place.word + 1..<place.following.lowerBound).allSatisfy({ words.kind($0) == .quote }),
            words.kind(place.word - 1) == .determiner || isQuotedName(place), !isVoid(place.following)
        else { return false }
        let next = place.following.lowerBound
        return words.kind(next) == .word || words.kind(next) == .body
    }

    /// Whether a name in quotation marks stands right behind a figure: "£9m 'Moving Northmere' initiative".
    func isQuotedName(_ place: Place) -> Bool {
        words.kind(place.word + 1) == .quote && place.following.lowerBound == place.word + 2
            && words.words.indices.contains(place.word + 2) && words.words[place.word + 2].isCapital
    }

    /// The clause of a figure: up to the nearest semicolon, connective or other figure on either side.
    func clause(_ place: Place) -> Range<Int> {
        var start = place.word
        while start > place.room.lowerBound, !isBreak(start - 1) { start -= 1 }
        var end = place.word + 1
        while end < place.room.upperBound, !isBreak(end) { end += 1 }
        return start..<end
    }
}
