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
        "general", "memory", "hand", "mind", "question", "kind", "dispute",
    ]
    /// How far behind an amount it is said where it arises, words.
    private static let arisingReach = 10

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
}
