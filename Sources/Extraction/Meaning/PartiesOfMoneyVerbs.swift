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
    /// Senses of amounts that are none of what somebody receives.
    private static let unreceived: Set<Figure.Sense> = [.cost, .price, .budget, .debt, .contract]
    /// Senses of what work costs.
    private static let priced: Set<Figure.Sense> = [.cost, .price, .contract, .pay, .spend]

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
    private func isOfPayment(_ word: MoneyWord, _ sense: Figure.Sense?) -> Bool {
        !word.isWeak || sense.map(SentenceMeaning.handedOver.contains) ?? false
    }

    /// Whether a verb has nothing but the figure for its object and leads to somebody who gets it: "will pass £9 to the college".
    private func isHandedTo(_ verb: MoneyVerb, _ place: Place) -> Bool {
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

    private func add(_ verb: MoneyVerb, _ place: Place, _ sense: Figure.Sense?, isBehind: Bool, to result: inout Parties) {
        let done = isBehind || verb.voice != .passive ? nil : actor(of: verb.index)?.run
        let word = askingNoun(done, isBehind, place) ?? verb.word
        guard isOfPayment(word, sense) || isHandedTo(verb, place) else { return }
        // "amounts owed by companies": that they are owed doesn't say that they are paid.
        if sense == .debt, verb.voice == .participle { return }
        // "A penalty was given to the driver": who gets it pays.
        let isBorne = place.governing.phrases.last?.last.flatMap { words.vocabulary.moneyNoun(words.small($0)) }?[.to] == .pays
        func take(_ role: MoneyWord.Role?, _ run: Range<Int>, isWilled: Bool = false, isDone: Bool = false) {
            guard let role else { return }
            switch role {
            case .gives, .pays:
                if result.payer == nil { result.payer = role == .pays || isWilled ? somebodyPaying(run) : party(run) ?? soleName(run) }
            case .gets where isBorne && !word.isPricing: if result.payer == nil { result.payer = party(run) }
            case .gets:
                // "Officers have invoiced the firm for £9": for their council.
                if word.isPricing, run.contains(where: { words.vocabulary.isOfCouncil(words.small($0)) }) { return }
                if result.payee == nil,
                    word.isPricing || word[.doer] != .gets || sense.map({ !SentenceMeaning.unreceived.contains($0) }) ?? true
                {
                    result.payee = party(run) ?? soleName(run) ?? (isDone ? somebody(run) : nil)
                }
            case .asks: if result.payee == nil, !isOfCouncil(run) { result.payee = party(run) ?? soleName(run) }
            case .buys: if result.payer == nil, !isOfCouncil(run) { result.payer = party(run) }
            case .works:
                if result.payee == nil, sense.map(SentenceMeaning.priced.contains) ?? true, isPricedBefore(place) {
                    result.payee = worker(run)
                }
            case .grants:
                if result.payer == nil, sense == .grant || sense == .funding, isGovernment(run) || isAgency(run) {
                    result.payer = name(run)
                }
            }
        }
        // "They have been paid £9": those of the sentence before.
        if !isBehind, isOfPronoun(verb.index) {
            switch verb.voice == .passive ? word[.object] : word[.doer] {
            case .gets?, .asks?: result.isPayeeBefore = true
            case .gives?, .pays?: result.isPayerBefore = true
            default: break
            }
        }
        switch verb.voice {
        case .active:
            // "Wold Civils could do it", and not "deliveries service".
            let isMeant = word[.doer] != .works || [.auxiliary, .to].contains(words.kind(beforeAdverbs(verb.index)))
            if isMeant, let role = word[.doer], let doer = actor(of: verb.index) { take(role, doer.run, isWilled: doer.isWilled) }
            if !isBehind, let role = word[.object] { take(role, bodyFirst(complement(verb.end))) }
        case .passive:
            // "Powers were given to the Director to spend £9".
            if let last = done?.last, words.vocabulary.isPower(words.small(last)) { return }
            // "The club was paid £9", and not "The wall was paid for with £9".
            let isPaidFor = words.kind(verb.end) == .purpose && words.kind(verb.end + 1).isPreposition
            // "Charged at £9", "recharged to the club": a thing is.
            let isThing = word.isPricing && (words.kind(verb.end) == .to || words.small(verb.end) == "at")
            if let role = word[.object], let done, !isPaidFor, !isThing { take(role, done, isDone: true) }
        case .participle: break
        }
        let agent = verb.word[.doer]?.isGiving ?? false ? verb.word[.doer] : word[.by] ?? (verb.voice == .active ? nil : word[.doer])
        var index = verb.end
        var isPastPurpose = false
        let end = min(max(place.word, verb.end) + SentenceMeaning.complementReach, place.room.upperBound)
        while index < end {
            switch words.kind(index) {
            case .stop, .connective: return
            case .comma where index > place.word: return
            case .purpose where index > place.word: isPastPurpose = !words.isTime(index + 1) && words.kind(index + 1) != .number
            // "£9 for the network from the arch to the quay".
            case .from where isPastPurpose && !words.isTime(index + 1): return
            case .to, .from, .by, .on, .preposition:
                let spot = spot(index)
                if words.kind(index) == .to, isVerbAhead(index + 1) { return }
                let found = complement(index + 1)
                // "allocated according to need".
                if let spot, !words.isTime(index + 1), !SentenceMeaning.telling.contains(words.small(index - 1)) {
                    take(spot == .by ? agent : word[spot], found)
                }
                index = max(index + 1, found.upperBound)
                continue
            case .be where index > place.word: return
            case .auxiliary where index > place.word: return
            case .verb where index > place.word: return
            default: break
            }
            index += 1
        }
    }

    /// What a request or bill that is the subject of a verb says in its place: "An application was made to the fund for £9", "An invoice for £9 was
    /// received from the firm".
    private func askingNoun(_ done: Range<Int>?, _ isBehind: Bool, _ place: Place) -> MoneyWord? {
        let isOfAmount = isBehind && words.kind(place.word - 1) == .purpose
        guard let noun = isOfAmount ? place.word - 2 : done?.last else { return nil }
        return isAsking(noun) ? words.vocabulary.moneyNoun(words.small(noun)) : nil
    }

    /// How far behind a verb and its amount somebody stands, words.
    private static let complementReach = 14

    /// Those who may be paid for work: a name in capitals, and none of a council's own people.
    private func worker(_ run: Range<Int>) -> Range<Int>? {
        guard let named = name(run) ?? soleName(run), let last = named.last, isOutsider(named),
            !words.vocabulary.namesThing(words.small(last)),
            !words.vocabulary.isPaidThing(words.small(last))
        else { return nil }
        return named
    }

    /// Whether a name is that of a body outside the paper's own: "Environment Agency", and not "Finance Committee".
    private func isAgency(_ run: Range<Int>) -> Bool {
        guard let named = name(run), named.count > 1, let last = named.last, words.kind(last) == .body, isOutsider(named) else {
            return false
        }
        return named.allSatisfy { words.words[$0].isCapital } && !SentenceMeaning.deciding.contains(words.small(last))
    }

    /// Bodies of a council that decide on its money.
    private static let deciding: Set<String> = ["council", "committee", "cabinet", "executive", "board", "authority", "directorate"]

    /// What the word at a joint says where the phrase behind it stands.
    func spot(_ joint: Int) -> MoneyWord.Spot? {
        switch words.kind(joint) {
        case .to: .to
        case .from: .from
        case .by: .by
        case .on: .on
        case .purpose where words.small(joint) == "for": .purpose
        case .preposition: MoneyWord.Spot(rawValue: words.small(joint))
        default: nil
        }
    }

    /// The phrase that begins at a word, with the "each" that belongs to it.
    private func complement(_ start: Int) -> Range<Int> {
        let found = wholeFirm(words.phrase(from: start))
        guard words.small(start) == "each", !found.isEmpty, name(start..<found.upperBound) != nil else { return found }
        return start..<found.upperBound
    }

    /// "Holt & Co £9": with what stands behind "&".
    private func wholeFirm(_ run: Range<Int>) -> Range<Int> {
        guard words.small(run.upperBound) == "&", !run.isEmpty else { return run }
        var end = run.upperBound + 1
        while words.words.indices.contains(end), words.words[end].isCapital { end += 1 }
        return run.lowerBound..<end
    }

    /// "the authority ground rent of £9": the body that stands first in a phrase of somebody and what is given.
    private func bodyFirst(_ run: Range<Int>) -> Range<Int> {
        guard party(run) == nil,
            let end = run.first(where: { words.kind($0) == .body || words.vocabulary.isParty(words.small($0)) }), end + 1 < run.upperBound,
            holdsCue(end + 1..<run.upperBound)
        else { return run }
        return run.lowerBound..<end + 1
    }

    /// One name that begins a sentence: "Southwick received £9".
    private func soleName(_ run: Range<Int>) -> Range<Int>? {
        run == 0..<1 && words.words[0].isCapital && isOneName(run) && !words.small(0).hasSuffix("ly") && !words.small(0).hasSuffix("ing")
            ? run : nil
    }

    /// Somebody who pays: a party, a noun of people, or one name that begins the sentence: "Health have agreed to pay £9".
    private func somebodyPaying(_ run: Range<Int>) -> Range<Int>? { party(run) ?? somebody(run) ?? soleName(run) }
}
