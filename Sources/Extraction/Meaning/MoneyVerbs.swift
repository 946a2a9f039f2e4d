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

/// Which words of a sentence are verbs of payment, and in which voice they stand.
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
        if isObjectAhead(end) { return .active }
        // "Cllr Ray reimbursed for stamps £9" in a note, and "The club paid for stamps £9".
        return words.kind(end) == .purpose ? word.isShortened ? .passive : .active : .participle
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
}
