internal import PaperModel
internal import RuleEngine

/// Verbs that say what money is for: "to mend the roof", "to enable the trust to open".
extension SentenceMeaning {
    /// Whether a verb follows a form of "be" or "have".
    func leadsToVerb(_ index: Int) -> Bool {
        var place = index
        while words.kind(place) == .be || words.kind(place) == .auxiliary || words.isAdverb(place) || words.kind(place) == .link {
            place += 1
        }
        switch words.kind(place) {
        case .verb, .giving, .helping, .asking, .to, .purpose, .by, .on, .from: return true
        case .word:
            return words.small(place).hasSuffix("ed") || words.small(place).hasSuffix("able")
                || words.vocabulary.bindsByTo(words.small(place))
        // "is down to".
        case .preposition where words.vocabulary.link(words.small(place), words.small(place + 1)) != nil: return true
        default: return place > index && words.kind(place - 1) == .link
        }
    }

    /// "enable the trust to run the hall", "enable them to pay for cover": what is made possible.
    func enabled(_ verb: Int) -> Range<Int>? {
        var end = words.phrase(from: verb + 1).upperBound
        if words.kind(verb + 1) == .pronoun { end = verb + 2 }
        return end > verb + 1 && words.kind(end) == .to ? infinitive(end) : nil
    }

    /// "to fund the works": what it funds; "to rebuild the lido": the whole; "to enable clubs to hire the hall": what is made possible.
    func infinitive(_ to: Int) -> Range<Int>? {
        var verb = to + 1
        while verb < words.words.count, words.isAdverb(verb) { verb += 1 }
        if words.vocabulary.isEnabling(words.small(verb)), let found = enabled(verb) { return found }
        let helps = words.kind(verb) == .helping
        let isVerb = words.kind(verb) == .word || words.kind(verb) == .verb || words.kind(verb) == .giving || words.small(verb) == "reflect"
        // "prior to commencing the works": no aim.
        guard helps || isVerb && words.vocabulary.isListedNoun(words.small(verb)) != false, !words.words[verb].isCapital,
            !words.small(verb).hasSuffix("ing") || words.small(verb).utf8.count <= SentenceMeaning.shortVerb
        else { return nil }
        // "to deal with winter pressures".
        let isIndirect = words.kind(verb + 1) == .preposition || words.kind(verb + 1) == .on || words.kind(verb + 1) == .purpose
        // "to give away in this round": acts on nothing that is named.
        if SentenceMeaning.particles.contains(words.small(verb + 1)) { return nil }
        let object = words.phrase(from: verb + (isIndirect ? 2 : 1))
        if object.isEmpty { return nil }
        if helps, !isVoid(object), !isBackward(verb + 1) { return object }
        return verb..<object.upperBound
    }

    /// Words that belong to a verb and are no object of it.
    static let particles: Set<String> = ["away", "back", "together", "ahead", "forward"]

    /// Longest verb that ends in "-ing" by itself, bytes: "bring", "swing".
    static let shortVerb = 5
}
