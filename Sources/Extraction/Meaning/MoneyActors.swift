internal import PaperModel
internal import RuleEngine

/// Who does what a verb of payment says, over auxiliaries, adverbs and the verbs that lead to it.
extension SentenceMeaning {
    /// Who does what a verb says, or who is done to where it is passive: "The insurers" of "The insurers have agreed to settle". `isWilled` where
    /// they agree, offer or have to, so that it is somebody.
    func actor(of verb: Int) -> (run: Range<Int>, isWilled: Bool)? {
        var place = verb
        var isWilled = false
        for _ in 0..<SentenceMeaning.mostSteps {
            place = auxiliaryStart(place)
            switch words.kind(place - 1) {
            case .to:
                let before = beforeAdverbs(place - 1)
                switch words.kind(before) {
                // "has to pay", "is to pay".
                case .auxiliary, .be: place = before + 1
                // "have agreed to pay", "was able to pay", "is expected to pay".
                case .verb, .asking, .giving: (place, isWilled) = (before, true)
                case .word where isLeading(before): (place, isWilled) = (before, true)
                case .link: (place, isWilled) = (before, true)
                // "to apologise and to pay".
                case .conjunction:
                    guard let earlier = (max(0, before - SentenceMeaning.shortClause)..<before).last(where: { words.kind($0) == .to })
                    else {
                        return nil
                    }
                    place = earlier + 1
                default:
                    // "ordered the Council to pay".
                    return nounPhrase(endingAt: place - 1).map { ($0, true) }
                }
            // "would consider contributing", "started paying".
            case .verb where words.small(verb).hasSuffix("ing"): place -= 1
            // "are giving", "paying and charging": the first verb has the doer.
            case .conjunction:
                return firstOfClause(place - 1).map { ($0, isWilled) }
            case .close:
                guard let open = words.bracketStart(place - 1, from: max(0, place - SentenceMeaning.shortClause)) else { return nil }
                place = open
            case .comma:
                return beforeAside(place - 1).map { ($0, isWilled) }
            case .connective where ["which", "who"].contains(words.small(place - 1)):
                let end = words.kind(place - 2) == .comma ? place - 2 : place - 1
                return nounPhrase(endingAt: end).map { ($0, isWilled) }
            case .pronoun:
                return antecedent(of: place - 1).map { ($0, isWilled) }
            default:
                return nounPhrase(endingAt: place, isNearest: place == verb && words.small(verb).hasSuffix("ing")).map { ($0, isWilled) }
            }
        }
        return nil
    }

    /// Most verbs that lead to another: "has agreed to be asked to pay".
    private static let mostSteps = 5
    /// Longest clause or bracket that is stepped over, words.
    private static let shortClause = 10

    /// Whether a word before "to" leads to what somebody does: "able", "required", "likely".
    private func isLeading(_ index: Int) -> Bool {
        let word = words.small(index)
        return word.hasSuffix("ed") || words.vocabulary.isAble(word) || words.kind(index) == .link
    }

    /// Where the auxiliaries and adverbs before a verb begin.
    private func auxiliaryStart(_ verb: Int) -> Int {
        var start = verb
        while start > 0 {
            let before = beforeAdverbs(start)
            guard before >= 0, words.kind(before) == .auxiliary || words.kind(before) == .be else {
                return before + 1 == start ? start : before + 1
            }
            start = before
        }
        return start
    }

    /// The whole noun phrase that ends at a word, with what hangs on it by "of"; where it stands behind a preposition and another noun, the name
    /// alone: "Under the agreement Wold Homes would pay".
    private func nounPhrase(endingAt end: Int, isNearest: Bool = false) -> Range<Int>? {
        let chain = words.chain(endingAt: end, from: max(0, end - SentenceMeaning.shortClause * 2))
        guard let first = chain.phrases.first, let last = chain.phrases.last, !last.isEmpty else { return nil }
        // "with the college putting in £9".
        if words.kind(first.lowerBound - 1).isPreposition, words.small(first.lowerBound - 1) != "with" {
            guard let start = last.first(where: { words.words[$0].isCapital }), start > last.lowerBound, !words.words[start - 1].isCapital,
                words.kind(start - 1) != .determiner,
                (start..<end).allSatisfy({ words.words[$0].isCapital || words.kind($0) == .conjunction })
            else { return nil }
            return start..<end
        }
        // "a letter from the band asking for £9": the band.
        if isNearest, words.kind(last.lowerBound - 1) == .from || words.kind(last.lowerBound - 1) == .by { return last }
        let isOne = chain.joints.dropFirst().allSatisfy { joint in joint.map { words.kind($0) == .of } ?? false }
        return isOne ? first.lowerBound..<last.upperBound : first
    }

    /// Who begins the clause before a conjunction: "The trust has raised money and will pay £9".
    private func firstOfClause(_ conjunction: Int) -> Range<Int>? {
        var start = conjunction
        while start > 0, words.kind(start - 1) != .stop, words.kind(start - 1) != .connective,
            conjunction - start < SentenceMeaning.shortClause * 2
        {
            start -= 1
        }
        let found = words.phrase(from: start)
        guard !found.isEmpty, found.upperBound < conjunction else { return nil }
        switch words.kind(found.upperBound) {
        case .verb, .auxiliary, .be, .giving, .asking: return found
        case .word where words.small(found.upperBound).hasSuffix("ed") || words.vocabulary.moneyVerb(words.small(found.upperBound)) != nil:
            return found
        default:
            // "The association collects the rents": its last word is the verb.
            guard let last = found.last, last > found.lowerBound, words.vocabulary.moneyVerb(words.small(last)) != nil else { return nil }
            return found.lowerBound..<last
        }
    }

    /// "our advisers, Crane Associates, are": the name in an aside, else what stands before it.
    private func beforeAside(_ comma: Int) -> Range<Int>? {
        let aside = words.phrase(endingAt: comma)
        if !aside.isEmpty, words.kind(aside.lowerBound - 1) == .comma, name(aside) != nil { return aside }
        return words.aside(closing: comma, from: max(0, comma - SentenceMeaning.shortClause * 2)).flatMap { nounPhrase(endingAt: $0) }
    }

    /// Whether a pronoun at the head of its sentence does what a verb says: "They have agreed to pay".
    func isOfPronoun(_ verb: Int) -> Bool {
        words.kind(0) == .pronoun && ["it", "they", "he", "she"].contains(words.small(0))
            // "It was agreed to give £9": nobody.
            && (words.small(0) != "it" || words.kind(auxiliaryStart(verb) - 1) == .pronoun)
            && (1..<max(1, verb)).allSatisfy { index in
                switch words.kind(index) {
                case .auxiliary, .be, .to, .verb, .giving, .asking, .link: true
                case .word: words.isAdverb(index) || words.small(index).hasSuffix("ed")
                default: false
                }
            }
    }

    /// Whom "it" or "they" means in a clause that tells what was said: "The Borough Council confirmed that it would contribute £3,500".
    private func antecedent(of pronoun: Int) -> Range<Int>? {
        guard ["it", "they"].contains(words.small(pronoun)), words.small(pronoun - 1) == "that" else { return nil }
        let main = words.phrase(from: 0)
        // A verb of its own, and nobody else between.
        guard main.upperBound < pronoun - 1,
            (main.upperBound..<pronoun - 1).allSatisfy({
                !words.kind($0).isNominal || words.isAdverb($0) || words.small($0).hasSuffix("ed")
            })
        else { return nil }
        return name(main) == nil ? nil : main
    }
}
