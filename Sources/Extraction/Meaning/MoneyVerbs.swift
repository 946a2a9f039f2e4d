internal import PaperModel
internal import RuleEngine

/// A verb of payment where it stands in a sentence.
struct MoneyVerb: Sendable {
    let index: Int
    /// Where what stands behind it begins, past its particle.
    let end: Int
    let word: MoneyWord
    let voice: Voice

    enum Voice: Sendable {
        /// "pays £9", "has paid £9".
        case active
        /// "is paid £9", "£9 will be paid".
        case passive
        /// "£9 paid by the club".
        case participle
    }
}

/// Verbs of payment, and where those stand of whom they tell something.
extension SentenceMeaning {
    /// The verb of payment at a word; nil where the word is a noun there: "the award".
    func moneyVerb(_ index: Int) -> MoneyVerb? {
        guard let known = words.words[index].small.flatMap(words.vocabulary.moneyVerb), isVerbForm(index, known[0]) else { return nil }
        for word in known {
            var end = index + 1
            if let particle = word.particle {
                guard words.small(end) == particle else { continue }
                end += 1
            }
            return MoneyVerb(index: index, end: end, word: word, voice: voice(index, end, word))
        }
        return nil
    }

    private func voice(_ index: Int, _ end: Int, _ word: MoneyWord) -> MoneyVerb.Voice {
        if word.isGerund { return .active }
        switch words.kind(beforeAdverbs(index)) {
        case .be: return .passive
        case .auxiliary: return .active
        default: break
        }
        guard word.isPast else { return .active }
        if words.kind(index - 1) == .figure || words.kind(index - 1) == .close || words.kind(index - 1) == .comma { return .participle }
        // "the club paid £9", "gave to the fund £9"; and not "£9 paid by the club", "the grant received from the fund".
        return isObjectAhead(end) || words.kind(end) == .purpose ? .active : .participle
    }

    /// The word before the adverbs that stand before a verb: "has" of "has so far paid".
    func beforeAdverbs(_ verb: Int) -> Int {
        var index = verb - 1
        while index >= 0 {
            if words.isAdverb(index) || words.kind(index) == .link && !SentenceMeaning.calculating.contains(words.small(index)) {
                index -= 1
            } else if words.kind(index) == .connective, words.small(index) == "so", words.small(index + 1) == "far" {
                index -= 1
            } else if words.kind(index) == .auxiliary, words.small(index) == "not", index > 0 {
                index -= 1
            } else if words.kind(index) == .determiner, ["each", "both", "all"].contains(words.small(index)),
                words.kind(index - 1).isNominal
            {
                index -= 1
            } else if words.small(index) == "turn", words.small(index - 1) == "in" {
                index -= 2
            } else {
                return index
            }
        }
        return index
    }

    /// Participles that say how an amount was found and no adverbs: "expected to pay".
    private static let calculating: Set<String> = [
        "estimated", "expected", "forecast", "projected", "anticipated", "calculated", "assessed", "proposed", "planned", "likely", "due",
        "available", "budgeted", "increased", "reduced", "outstanding",
    ]

    /// Whether a word is a verb where it stands: those in "-ed" and "-ing" are, others that may be nouns ("award", "charges") behind "to", an
    /// auxiliary or somebody who does it.
    private func isVerbForm(_ index: Int, _ word: MoneyWord) -> Bool {
        if words.words[index].isCapital, index > 0 { return false }
        let before = beforeAdverbs(index)
        if word.isPast { return words.kind(index - 1) != .determiner || words.kind(index + 1) == .by }
        if word.isGerund { return isGerundVerb(index, before) }
        switch words.kind(before) {
        case .to: return !words.kind(before - 1).isPreposition
        case .auxiliary, .pronoun, .connective: return true
        // "This cost the council £9".
        case .determiner: return isBackward(before) && isObjectAhead(index + 1)
        // "Costs of £9 fall to the council".
        case .figure: return word[.doer] == nil && spot(index + 1).map { word[$0] != nil } ?? false
        // "was let".
        case .be: return words.vocabulary.isOnlyVerb(words.small(index)) && !words.small(index).hasSuffix("s")
        case .comma, .open, .dash: return false
        // "Pay Wold Fencing £90", and not "Recharge Income".
        case .stop: return index == 0 && isObjectAhead(index + 1) && words.vocabulary.isOnlyVerb(words.small(index))
        default: break
        }
        // "Employers pay £9", "the council awards grants", "the fund provides grants", and not "the council grant".
        let isPerson =
            words.kind(before) == .body || words.vocabulary.isParty(words.small(before))
            || words.words.indices.contains(before) && words.words[before].isCapital
        if isVerbAlone(index) { return isPerson || isObjectAhead(index + 1) }
        guard isObjectAhead(index + 1) || word.particle == words.small(index + 1) else { return false }
        // "A room costs the council £9".
        let isArticleAhead = words.kind(index + 1) == .determiner && words.vocabulary.moneyNoun(words.small(index)) == nil
        return isPerson || isArticleAhead || words.kind(before) == .conjunction
            || words.kind(before) == .word && words.small(before).hasSuffix("s")
    }

    /// Whether a form in "-ing" is what somebody does, and no noun as "funding" is.
    private func isGerundVerb(_ index: Int, _ before: Int) -> Bool {
        switch words.kind(before) {
        case .be, .by, .verb, .connective, .comma, .conjunction: true
        case .purpose, .of, .on, .preposition, .stop:
            [.figure, .determiner, .pronoun, .body].contains(words.kind(index + 1))
                || words.words.indices.contains(index + 1) && words.words[index + 1].isCapital && words.kind(before) != .stop
        case .body, .word: [.figure, .determiner, .pronoun, .preposition, .purpose].contains(words.kind(index + 1))
        default: false
        }
    }

    /// Whether a word is no noun as well: "pays", "provides", and not "awards", "bids".
    private func isVerbAlone(_ index: Int) -> Bool {
        switch words.kind(index) {
        case .verb, .giving, .asking: words.vocabulary.isOnlyVerb(words.small(index))
        default: false
        }
    }

    private func isObjectAhead(_ index: Int) -> Bool {
        switch words.kind(index) {
        case .figure, .determiner, .pronoun, .quantity, .body: true
        case .link: words.kind(index + 1) == .figure
        case .word: words.words[index].isCapital
        default: false
        }
    }

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
