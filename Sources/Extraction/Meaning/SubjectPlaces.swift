internal import PaperModel
internal import RuleEngine

/// Where in its clause the words stand that say what a figure is for.
extension SentenceMeaning {

    /// What stands under a limit: "orders" of "approve orders up to £5,000", "capital works" of "the threshold for capital works is £5,000".
    func limited(_ place: Place) -> Range<Int>? {
        let phrases = place.governing.phrases
        if phrases.count > 1, let first = phrases.first, holdsCue(first), words.kind(phrases[1].lowerBound - 1) == .purpose {
            return phrases[1]
        }
        return phrases.first
    }

    /// Whether a figure's own words name what it counts beyond "staff" and "posts".
    func hasOwnNoun(_ bytes: Range<Int>) -> Bool {
        let own = words.text.words(bytes).split(separator: " ").map { $0.lowercased() }
        return own.contains { word in
            word.utf8.count > 3 && word.utf8.allSatisfy { $0 >= 0x41 } && [.word, .body].contains(words.vocabulary.kind(of: word))
                && !words.vocabulary.isPlain(word) && !words.vocabulary.isNumber(word)
        }
    }

    /// All of a chain of phrases.
    func phrases(_ runs: [Range<Int>]) -> Range<Int>? {
        guard let first = runs.first, let last = runs.last else { return nil }
        return first.lowerBound..<last.upperBound
    }

    /// The noun right after the figure, where it names more than a sense: "£12m waste reserve", "£9m Riverside project".
    func followingNoun(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        guard !place.following.isEmpty else { return nil }
        let run = place.following
        // "£2,180 the pair".
        if words.kind(run.lowerBound - 1) == .determiner, run.count == 1,
            ["pair", "set", "lot", "dozen"].contains(words.small(run.upperBound - 1))
        {
            return nil
        }
        // "£3m investment in bus shelters".
        if let joint = run.first(where: { words.kind($0) == .preposition }), joint > run.lowerBound, isVoid(run.lowerBound..<joint),
            !isVoid(joint + 1..<run.upperBound)
        {
            return joint + 1..<run.upperBound
        }
        if !isVoid(trimmed(run, sense) ?? run) { return run }
        // "£3m of savings in adult care", "£3m increase in the grant".
        let next = run.upperBound
        // "a £10m increase to the Insurance Reserve".
        let isGivenTo =
            words.kind(next) == .to && words.kind(next + 1) == .determiner
            && run.last.map { SentenceMeaning.givenTo.contains(words.small($0)) } ?? false
        guard words.kind(next).isPreposition, words.kind(next) != .purpose, words.kind(next) != .to || isGivenTo, words.kind(next) != .by,
            words.kind(next) != .from, !words.isTime(next + 1), next < place.room.upperBound
        else { return nil }
        let found = words.phrase(from: next + 1)
        return found.isEmpty ? nil : found
    }

    /// "an underspend of £120,000 within the libraries budget": where a variance or saving arises.
    func surrounding(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        let next = place.following.isEmpty ? place.word + 1 : place.following.upperBound
        let isArising = isVariance(place)
        guard sense.map(SentenceMeaning.spentOn.contains) ?? isArising, !words.isTime(next + 1), next < place.room.upperBound else {
            return nil
        }
        switch words.kind(next) {
        case .preposition where SentenceMeaning.inside.contains(words.small(next)): break
        // "a saving of £30,000 against the travel budget".
        case .preposition where words.small(next) == "against" && sense.map(SentenceMeaning.located.contains) ?? false: break
        case .on where isArising: break
        default: return nil
        }
        let found = words.phrase(from: next + 1)
        return found.isEmpty ? nil : found
    }

    static let inside: Set<String> = ["in", "within", "across"]

    /// "savings of £0.3m have been found in Community Housing": where a verb says that a variance, saving or pressure arises.
    func arising(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        // "Growth of £9m has had to be allowed for in adult care".
        let isGrowth = sense == nil && comparison(place) != nil
        guard sense.map(SentenceMeaning.located.contains) ?? isGrowth, place.governing.phrases.allSatisfy({ holdsCue($0) }) else {
            return nil
        }
        var index = place.word + 1
        let end = min(place.room.upperBound, index + SentenceMeaning.arisingReach)
        var isDone = false
        while index < end {
            switch words.kind(index) {
            case .be, .auxiliary: isDone = true
            case .word, .verb, .link, .quantity, .giving: break
            // "has had to be allowed for in adult care".
            case .to where words.kind(index + 1) == .be: break
            case .purpose where words.kind(index + 1) == .preposition: break
            case .preposition where isDone && SentenceMeaning.inside.contains(words.small(index)):
                let found = words.phrase(from: index + 1)
                let isTelling = words.small(index) != "in" || !SentenceMeaning.idioms.contains(words.small(found.lowerBound))
                return found.isEmpty || words.isTime(index + 1) || !isTelling || isVoid(found) ? nil : found
            default: return nil
            }
            index += 1
        }
        return nil
    }

    /// Senses of money that arises somewhere.
    static let located: Set<Figure.Sense> = [.saving, .overspend, .underspend, .pressure, .gap]
    /// Nouns that "in" makes other words of: "in line with", "in total".
    static let idioms: Set<String> = [
        "line", "accordance", "order", "addition", "total", "principle", "place", "excess", "conjunction", "consultation", "response",
        "return",
        "advance", "full", "part", "lieu", "respect", "recognition", "settlement", "support", "aid", "compensation", "relation", "terms",
        "future", "turn", "effect", "practice", "light", "view", "common",
        "general",
    ]
    /// How far behind an amount it is said where it arises, words.
    private static let arisingReach = 10

    /// Whether a phrase before a verb with its auxiliary hangs on a preposition, and is no time and no noun that a relative clause is of.
    private func isCutOff(_ phrase: Range<Int>, before verb: Int) -> Bool {
        guard SentenceMeaning.cutting.contains(words.small(phrase.lowerBound - 1)), words.kind(phrase.lowerBound) != .number,
            words.kind(phrase.lowerBound) != .time
        else { return false }
        let between = phrase.upperBound..<max(phrase.upperBound, verb)
        return between.contains { words.kind($0) == .auxiliary || words.kind($0) == .be }
            && !between.contains { words.kind($0) == .connective }
    }

    /// Prepositions behind which no phrase stands that does what the verb of its clause says.
    private static let cutting: Set<String> = ["on", "in", "at", "with", "within", "under", "by", "inside"]

    /// Whether the sentence turns to something else between the figure before and this one: to "other" things, or, where what the figure before
    /// is for stood behind it (`isBehind`), to another clause.
    func turns(_ place: Place, isBehind: Bool) -> Bool {
        guard place.index > 0 else { return false }
        let between = place.room.lowerBound..<max(place.room.lowerBound, place.word)
        if turnsToOther(place) { return true }
        // "growth (£9m) and an increase in funding (£4m)", "£9m for parks and £4m for the additional contribution": it has words of its own.
        if place.governing.isBracketed, !place.governing.phrases.isEmpty, continuesList(place) { return true }
        if words.kind(place.word + 1) == .purpose, !words.isTime(place.word + 2), words.kind(place.word + 2) != .pronoun { return true }
        guard isBehind else { return false }
        return between.contains { index in
            switch words.kind(index) {
            case .be, .auxiliary, .verb, .giving: words.words[index].depth == 0
            default: false
            }
        }
    }

    /// Whether "other" things or a rest stand between the figure before and this one.
    func turnsToOther(_ place: Place) -> Bool {
        place.index > 0
            && (place.room.lowerBound..<max(place.room.lowerBound, place.word)).contains { index in
                ["other", "others", "another", "remaining", "remainder", "rest"].contains(words.small(index))
            }
    }

    /// "£3m from borrowing and £2m other sources": where the money before came from is not said of money from elsewhere.
    func isOtherSource(_ place: Place, _ sense: Figure.Sense?) -> Bool {
        sense.map(SentenceMeaning.sources.contains) ?? false
            && place.following.contains { words.small($0) == "other" && words.small($0 + 1).hasPrefix("source") }
    }

    /// Senses that say where money comes from.
    private static let sources: Set<Figure.Sense> = [.borrowing, .reserve, .grant, .contribution]

    /// Whether no more than a body does what the verb before a figure says.
    func isBareDoer(_ place: Place) -> Bool {
        place.governing.phrases.isEmpty && place.governing.subject.allSatisfy { isBareBody($0) || isVoid($0) }
    }

    /// "Under the Rural Bus Scheme the council received £1.2m": the programme or fund that a sentence begins with.
    func framing(_ place: Place) -> Range<Int>? {
        guard place.word > 3, words.kind(0).isPreposition, SentenceMeaning.frames.contains(words.small(0)), words.kind(1) == .determiner
        else {
            return nil
        }
        let found = words.phrase(from: 1)
        guard found.upperBound < place.word, let run = edges(of: found), let last = run.last else { return nil }
        // The name ends where the sentence goes on.
        let end = run.last { words.vocabulary.makesName(words.small($0)) || SentenceMeaning.framed.contains(words.small($0)) } ?? last
        let name = run.lowerBound..<end + 1
        guard name.count > 1, SentenceMeaning.framed.contains(words.small(end)) || words.vocabulary.makesName(words.small(end)) else {
            return nil
        }
        return name
    }

    /// What begins such a sentence, and what such a name ends in.
    private static let frames: Set<String> = ["through", "under", "via", "within"]
    private static let framed: Set<String> = ["programme", "scheme", "fund", "initiative", "plan", "project", "settlement", "strategy"]

    /// Before the figure: what the governing noun is of or for; else that noun with what describes it.
    func governingNoun(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        if let verb = place.governing.verb, let first = place.governing.phrases.first {
            // "It cost the Council £32,000": who pays.
            if words.small(verb).hasPrefix("cost") { return nil }
            // "The agent invoiced the practice £48,000": who is asked to pay.
            if place.governing.link.isEmpty, place.governing.phrases.count == 1, SentenceMeaning.billing.contains(words.small(verb)) {
                return nil
            }
            // "The service is recharged to the trading account at £150,000": what is recharged.
            let isMoved = words.kind(first.lowerBound - 1) == .to && !SentenceMeaning.bound.contains(words.small(verb))
            if isMoved, let doer = place.governing.subject.first, !isVoid(doer) { return nil }
        }
        // "The grant notified to Wold amounts to £2m": of the grant.
        if let first = place.governing.phrases.first, words.kind(first.lowerBound - 1) == .to,
            words.small(first.lowerBound - 2).hasSuffix("ed"), words.kind(first.lowerBound - 3).isNominal, place.governing.verb == nil
        {
            let outer = words.chain(endingAt: first.lowerBound - 2, from: place.room.lowerBound)
            if !outer.phrases.isEmpty { return noun(of: outer.phrases, joints: outer.joints, sense) }
        }
        return noun(of: place.governing.phrases, joints: place.governing.joints, sense)
    }

    /// Verbs whose first object has to pay.
    private static let billing: Set<String> = ["invoiced", "charged", "billed", "fined", "charge", "charges", "fine"]

    /// "the other functions of Street Lighting (£0.2m), Parks (£0.1m)": the name right before the bracket, of the several that are meant.
    func bracketed(_ place: Place) -> Range<Int>? {
        let phrases = place.governing.phrases
        guard place.governing.isBracketed, let last = phrases.last else { return nil }
        let isOpen = { (run: Range<Int>) in run.lowerBound < self.words.words.count && self.words.words[run.lowerBound].isCapital }
        if phrases.count > 1, isOpen(last), let end = phrases.dropLast().last?.last, words.small(end).hasSuffix("s"),
            !words.words[end].isCapital
        {
            return last
        }
        return nil
    }

    func noun(of phrases: [Range<Int>], joints: [Int?], _ sense: Figure.Sense?) -> Range<Int>? {
        guard let first = phrases.first else { return nil }
        // "the cost of the works", "savings on the contract": what hangs on the head.
        if phrases.count > 1 {
            let hasCue = holdsCue(first) || isVoid(trimmed(first, sense) ?? first)
            // "an injury award to a former driver": the head names it, the other who gets it.
            if hasCue, words.kind(phrases[1].lowerBound - 1) == .to, let head = trimmed(first, sense), !isVoid(head),
                !words.words[phrases[1].upperBound - 1].isCapital || isBareBody(phrases[1]), !words.isDoneTo(phrases[1].lowerBound - 1)
            {
                return first
            }
            if hasCue {
                let rest = phrases.dropFirst()
                for (offset, phrase) in rest.enumerated() {
                    // "a time and trouble payment for Mr A": who gets it is none.
                    if isPerson(phrase) { continue }
                    // "places at Wold Academy": the places, though plain.
                    if isBareBody(phrase), words.kind(phrase.lowerBound - 1) == .preposition, !holdsCue(first) {
                        return first.lowerBound..<phrase.upperBound
                    }
                    // "the cost to the council of missed visits": who bears it is none either.
                    if isBareBody(phrase), rest.dropFirst(offset + 1).first.map({ words.kind($0.lowerBound - 1) == .of }) ?? false {
                        continue
                    }
                    var end = phrase.upperBound
                    // What is joined by "of" or "in" belongs to it.
                    for later in rest.dropFirst(offset + 1) {
                        guard let joint = joint(before: later, of: phrases, joints), words.kind(joint) == .of else { break }
                        end = later.upperBound
                    }
                    let run = phrase.lowerBound..<end
                    if let trimmed = trimmed(run, sense), !isVoid(trimmed), !words.isTime(run.lowerBound) { return run }
                }
                return first
            }
        }
        // What is only the size or the kind of money hangs on the end: "works at the depot at a cost".
        var last = first
        for phrase in phrases.dropFirst() {
            guard let joint = joint(before: phrase, of: phrases, joints),
                [.of, .preposition, .purpose, .on].contains(words.kind(joint)) || words.isDoneTo(joint), !words.isTime(phrase.lowerBound),
                !isVoid(phrase) || words.kind(joint) == .on && first.count == 1
            else { break }
            last = phrase
        }
        return first.lowerBound..<last.upperBound
    }

    func joint(before phrase: Range<Int>, of phrases: [Range<Int>], _ joints: [Int?]) -> Int? {
        phrases.firstIndex(of: phrase).flatMap { joints.indices.contains($0) ? phrase.lowerBound - 1 : nil }
    }

    func holdsCue(_ run: Range<Int>) -> Bool {
        let bytes = words.bytes(of: run)
        return (cues.senses + cues.comparisons).contains { $0.bytes.overlaps(bytes) }
    }

    /// Verbs of those who ask for or hand over money.
    private static let wanting: Set<String> = ["wants", "want", "asked", "asks", "sent", "sends", "send", "claimed", "claims", "claim"]

    /// Who or what does what the verb says: "The refit came in at £1.2m".
    func doer(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        // "The Hall is putting £1,000 towards it" tells before what for.
        if isTowardsBackward(place) { return nil }
        // "The band wants £4m", "A neighbour sent a cheque for £4m": who asks and gives is none.
        if let verb = place.governing.verb, SentenceMeaning.wanting.contains(words.small(verb)) { return nil }
        // "Approve the case for the bridge and award £4m": who awards stands nowhere.
        if let verb = place.governing.verb, words.kind(verb - 1) == .conjunction { return nil }
        if let verb = place.governing.verb, words.kind(verb) == .giving || words.kind(verb) == .asking || words.small(verb) == "budgeted",
            let doer = place.governing.subject.first, doer.count == 1, words.words[doer.lowerBound].isAcronym
        {
            return nil
        }
        // "educational uses as proposed on this site will generate": the clause before is cut off, and who does it isn't known; but "In 2024/25
        // parks will overspend" and "in assistant roles paid £9 an hour" are whole.
        if let first = place.governing.subject.first, let verb = place.governing.verb, isCutOff(first, before: verb) { return nil }
        // "a reduction in the levy, allowing £8m to be saved": what lets somebody do something is the whole of what was said.
        if let verb = place.governing.verb, words.vocabulary.isEnabling(words.small(verb)), words.small(verb).hasSuffix("ing") {
            return nil
        }
        return noun(of: place.governing.subject, joints: place.governing.subjectJoints, sense)
    }
}
