internal import PaperModel
internal import RuleEngine

/// Who gives and who gets a figure's money, told by the verbs of payment around it.
extension SentenceMeaning {
    /// Senses of amounts that nobody hands over.
    private static let unmoved: Set<Figure.Sense> = [
        .limit, .saving, .overspend, .underspend, .gap, .risk, .reserve, .pressure, .value,
    ]
    /// Senses of money that a verb of much else hands over: "makes a donation".
    private static let handedOver: Set<Figure.Sense> = [.grant, .funding, .contribution, .loan, .spend, .pay, .borrowing, .contract]

    /// Adds what the verbs of payment before and behind a figure tell.
    func addMoneyVerbs(_ place: Place, _ sense: Figure.Sense?, to result: inout Parties) {
        guard sense.map({ !SentenceMeaning.unmoved.contains($0) }) ?? true, !isVariance(place) else { return }
        if let verb = verbOfSubject(place) { add(verb, place, sense, isBehind: true, to: &result) }
        if result.payee != nil || result.payer != nil { return }
        // "has put up the charge by £9": how it changed.
        if words.kind(place.word - 1) == .by { return }
        var from = place.word
        while let verb = verbBefore(from, place) {
            // "had its premium put up to £9": the level that it came to.
            if words.kind(place.word - 1) != .to || verb.word.particle == nil { add(verb, place, sense, isBehind: false, to: &result) }
            // "will fund officers to deliver it (£9)", "charges paid by visitors brought in £9": it goes on to the verb before.
            let isWhole = !verb.word.isWork && verb.word[.doer] != nil && (isOfPayment(verb.word, sense) || isHandedTo(verb, place))
            if isWhole || result.payee != nil || result.payer != nil { return }
            from = verb.index
        }
    }

    /// Whether a verb says of an amount of a sense that it is handed over.
    func isOfPayment(_ word: MoneyWord, _ sense: Figure.Sense?) -> Bool {
        !word.isWeak || sense.map(SentenceMeaning.handedOver.contains) ?? false
    }

    /// Whether a verb has nothing but the figure for its object and leads to somebody who gets it: "will pass £9 to the college".
    func isHandedTo(_ verb: MoneyVerb, _ place: Place) -> Bool {
        guard verb.end <= place.word, verb.word[.to] == .gets,
            (verb.end..<place.word).allSatisfy({ [.determiner, .quantity, .link].contains(words.kind($0)) }),
            let to = (place.word + 1..<min(place.room.upperBound, place.word + SentenceMeaning.shortReach * 2)).first(where: {
                words.kind($0) == .to
            })
        else { return false }
        return !isVerbAhead(to + 1) && party(complement(to + 1)) != nil
    }

    /// The verb of payment behind a figure that says what was done with it: "£9 was paid", "£9 lent by the club", "£9 will come from".
    private func verbOfSubject(_ place: Place) -> MoneyVerb? {
        let end = min(place.room.upperBound, place.word + SentenceMeaning.verbReach)
        var index = place.word + 1
        // "£9 of which will be recovered".
        if words.kind(index) == .of, words.small(index + 1) == "which" { index += 2 }
        let start = index
        while index < end {
            switch words.kind(index) {
            case .comma:
                guard index == place.word + 1 || words.kind(index + 1) == .be || words.kind(index + 1) == .auxiliary,
                    [.be, .auxiliary, .verb, .giving, .connective, .word].contains(words.kind(index + 1))
                else { return nil }
            case .connective:
                guard ["which", "that"].contains(words.small(index)), index <= place.word + 2 else { return nil }
            case .stop, .figure, .dash, .conjunction, .pronoun: return nil
            default:
                if words.words[index].depth == words.words[place.word].depth, let verb = moneyVerb(index) {
                    switch verb.voice {
                    case .passive: return verb
                    case .participle:
                        // "£9 for works funded by the club": of the works.
                        let isOwn =
                            index <= behindTaxNote(start) + 1 || place.following.upperBound == index
                            || words.kind(index - 1) == .comma || words.isAdverb(index - 1)
                        return isOwn ? verb : nil
                    case .active:
                        // "£9 has come from", "£9 that the residents have collected".
                        let isRelative = (start..<index).contains { words.kind($0) == .connective || words.small($0) == "that" }
                        return verb.word[.doer] == nil || isRelative ? verb : nil
                    }
                }
            }
            index += 1
        }
        return nil
    }

    /// How far behind a figure its verb stands, words.
    private static let verbReach = 16

    /// What the verb behind a list of names with their amounts says of each: "Sport Wales (£9) and the county (£8) are paying for the pitch".
    func roleInList(_ place: Place) -> MoneyWord.Role? {
        guard let last = words.figures.last, words.kind(last + 1) == .close else { return nil }
        for index in last + 2..<min(words.words.count, last + 2 + SentenceMeaning.shortReach) {
            if let verb = moneyVerb(index) { return verb.voice == .active ? verb.word[.doer] : verb.word[.object] }
        }
        return nil
    }

    /// How far behind its list a verb stands, words.
    private static let shortReach = 5

    /// The nearest verb of payment before a word in the clause of a figure.
    private func verbBefore(_ from: Int, _ place: Place) -> MoneyVerb? {
        let limit = max(place.room.lowerBound, place.word - SentenceMeaning.clauseReach)
        var index = from - 1
        var isPastVerb = false
        while index >= limit {
            switch words.kind(index) {
            case .connective: return nil
            case .stop where !words.isMark(index, UInt8(ascii: ":")): return nil
            case .comma where place.index > 0 || isClauseAhead(index + 1, place): return nil
            // "The hall, where the council meets, has had": past the aside.
            case .comma where [.auxiliary, .be].contains(words.kind(index + 1)):
                guard let open = words.aside(closing: index, from: limit) else { return nil }
                index = open
            case .be: isPastVerb = true
            // "They accepted the claim and a payment of £9 was made".
            case .conjunction where isClauseAhead(index + 1, place) && words.small(index) != "or": return nil
            default:
                if words.words[index].depth <= words.words[place.word].depth, let verb = moneyVerb(index), !leadsToAnother(verb) {
                    // "the grant received from the fund was £9", and not "They paid the club and £9 was spent".
                    return isPastVerb && verb.voice != .participle ? nil : verb
                }
            }
            index -= 1
        }
        return nil
    }

    /// Whether those who are asked, or who agree, are to do something else than pay: "was asked to write off £9".
    private func leadsToAnother(_ verb: MoneyVerb) -> Bool {
        var end = verb.end
        // "promised that none of the £9 would go".
        if words.small(end) == "that", words.kind(end) == .determiner { return true }
        if words.kind(end) != .to, verb.word[.object] == .pays { end = words.phrase(from: end).upperBound }
        return words.kind(end) == .to
            && (isVerbAhead(end + 1)
                || words.kind(end + 1) == .word && !words.words[end + 1].isCapital
                    && !(words.vocabulary.isParty(words.small(end + 1))))
    }

    /// Whether what stands behind a comma or conjunction is no longer said of the verb before it: "and a payment of £9", ", increasing it to £9".
    private func isClauseAhead(_ index: Int, _ place: Place) -> Bool {
        if index == place.word { return words.kind(index - 1) == .conjunction }
        return words.kind(index) == .determiner || words.small(index).hasSuffix("ing")
    }

    /// How far before a figure its verb stands, words.
    private static let clauseReach = 24
}
