internal import PaperModel
internal import RuleEngine

/// Who gets and who gives the money of a figure, where its sentence says so.
struct Parties {
    var payee: Range<Int>?
    var payer: Range<Int>?
    /// Whether a pronoun at the head of its sentence gets or gives it, which stands for somebody of the sentence before.
    var isPayeeBefore = false
    var isPayerBefore = false
    /// In which lists the payee is one; nil where the words around the figure say so.
    var need: ListNeed?
}

extension SentenceMeaning {
    /// Senses of money that somebody gives to somebody.
    private static let given: Set<Figure.Sense> = [.grant, .funding, .contribution, .spend, .loan, .contract, .income, .pay, .budget]
    /// Words behind which "to" leads to nobody who is paid.
    static let telling: Set<String> = [
        "reported", "presented", "submitted", "compared", "according", "due", "relates", "relating", "charged", "queried", "approved",
        "checked",
        "authorised", "signed", "noted", "proposed", "seconded",
    ]
    /// Senses of the entries of a list of payments.
    static let paid: Set<Figure.Sense> = [.spend, .grant, .price, .cost, .pay, .contract, .funding, .contribution]

    /// Senses that a word of giving turns a bare amount into.
    private static let owed: Set<Figure.Sense> = [.debt, .loan]

    /// The payee and payer of a figure.
    func parties(_ place: Place, sense: Figure.Sense?) -> Parties {
        guard !place.isStaff, !isMovedWithin(place, sense), !isDeniedWhole(place) else { return Parties() }
        if sense != .debt, let verb = place.governing.verb, isDenied(verb) { return Parties() }
        var result = anyParties(place, sense: sense)
        result.payee = result.payee.map(wholeDepartment)
        result.payer = result.payer.map(wholeDepartment)
        if let payee = result.payee, isNumberedThing(payee) { result.payee = nil }
        if let payee = result.payee, isSpeaker(payee) || isWordOfMoney(payee) { result.payee = nil }
        if let payer = result.payer, isOwnFund(payer) { result.payer = nil }
        return result
    }

    /// "Band" of "giving a Band D charge of £9".
    private func isNumberedThing(_ run: Range<Int>) -> Bool {
        guard run.count == 1, words.vocabulary.isNumbered(words.small(run.lowerBound)), words.words.indices.contains(run.upperBound) else {
            return false
        }
        let next = words.words[run.upperBound]
        return next.kind == .number || next.isCapital && next.bytes.count == 1
    }

    /// A name that a comma cuts with what stands before the comma: "Department for Roads, Food and Rural Affairs".
    private func wholeDepartment(_ run: Range<Int>) -> Range<Int> {
        var index = run.lowerBound - 1
        guard words.kind(index) == .comma else { return run }
        while index >= max(0, run.lowerBound - SentenceMeaning.longestDepartment) {
            switch words.kind(index) {
            case .body where ["department", "ministry"].contains(words.small(index)):
                return words.kind(index + 1) == .purpose || words.kind(index + 1) == .of ? index..<run.upperBound : run
            case .word, .body, .helping: if !words.words[index].isCapital { return run }
            case .comma, .conjunction, .purpose, .of: break
            default: return run
            }
            index -= 1
        }
        return run
    }

    /// Farthest that such a name begins before its last part, words.
    private static let longestDepartment = 9

    /// Whether the noun of an amount, or whoever may do something with it, is denied: "no grant of £9", "Neither council will pay £9".
    private func isDeniedWhole(_ place: Place) -> Bool {
        if let first = place.governing.phrases.first?.lowerBound {
            if words.small(first) == "no" || words.small(first - 1) == "no" { return true }
        }
        return words.small(place.room.lowerBound) == "neither"
    }

    /// Whether the verb before the amount before says what is done with this one too: "Wold gave £9 and Moor £8". An entry would name its payee.
    private func isSaidOnce(_ place: Place) -> Bool {
        guard place.index > 0, words.kind(place.room.lowerBound) == .conjunction else { return false }
        let before = words.figures[place.index - 1]
        return (max(0, before - SentenceMeaning.reach)..<before).contains { moneyVerb($0)?.voice == .active }
    }

    private func anyParties(_ place: Place, sense: Figure.Sense?) -> Parties {
        var result = Parties()
        if let handed = handedByEntry(place, sense) { return handed }
        if let payee = rowPayee(place) {
            result.payee = payee
            return result
        }
        if isEntry(place), !isSaidOnce(place), sense.map(SentenceMeaning.paid.contains) ?? !isLabelRun,
            let payee = entryPayee(place, sense) ?? firstOfEntry(place), !isNamedThing(payee)
        {
            result.payee = payee
            return result
        }
        if !isSaidOnce(place), let listed = listedParties(place, sense) {
            // What words say of somebody counts for more than that a name stands there.
            let told = partiesOfSentence(place, sense)
            return told.payee == nil && told.payer == nil ? listed : told
        }
        return partiesOfSentence(place, sense)
    }

    /// The payee and payer of a figure as its words tell them, in an entry or a sentence.
    private func partiesOfSentence(_ place: Place, _ sense: Figure.Sense?) -> Parties {
        var result = Parties()
        // "Donation to the Harbour Trust for the wreath, £25".
        if sense == .grant, isEntry(place), words.kind(place.word - 1) == .comma,
            let joint = (place.room.lowerBound..<place.word).last(where: { $0 > 0 && words.kind($0) == .to && isCue($0 - 1) }),
            let payee = name(words.phrase(from: joint + 1))
        {
            result.payee = payee
            return result
        }
        let governing = place.governing
        let verb = governing.verb.map { words.kind($0) }
        let isGiven = sense.map(SentenceMeaning.given.contains) ?? false
        if let giver = fundingBody(place) { result.payer = giver }
        addMoneyVerbs(place, sense, to: &result)
        if isGiven || verb == .giving || sense == .price || sense == .borrowing { readAfter(place, sense, into: &result) }
        let isBill = governing.phrases.first.map { $0.contains { words.vocabulary.isBill(words.small($0)) } } ?? false
        if sense == .price || sense == .contract || isBill, let last = governing.phrases.last, last.lowerBound > 0,
            words.kind(last.lowerBound - 1) == .from
        {
            // "the quotation from Smith & Sons for £1,450".
            result.payee = name(last)
            result.payer = nil
        }
        if isGiven, let last = governing.phrases.last, last.lowerBound > 0, verb != .giving {
            // "Grant received from the Arts Council - £12,000", "Payment to J Smith of £23".
            if words.kind(last.lowerBound - 1) == .from, result.payer == nil, result.payee == nil, !isBill {
                // "An application from the choir for £300": who asks gets it.
                let isRequest = words.vocabulary.isRequest(words.small(last.lowerBound - 2)) || isFromAskers(last.lowerBound - 1)
                if isRequest { result.payee = name(last) } else { result.payer = name(last) }
            }
            let isAsked = words.kind(last.lowerBound - 2) == .asking || words.vocabulary.isRequest(words.small(last.lowerBound - 2))
            if words.kind(last.lowerBound - 1) == .to, !isAsked, result.payee == nil, sense != .income, governing.phrases.count > 1 {
                result.payee = party(last)
            }
        }
        // "a payment for Mr D of £150": a person is no purpose.
        if result.payee == nil, isGiven, let last = governing.phrases.last, last.lowerBound > 0,
            words.kind(last.lowerBound - 1) == .purpose, isPerson(last)
        {
            result.payee = name(last)
        }
        // "With £2,000 from the Arts Fund, £1,000 from the club": who gives.
        if result.payer == nil, sense == nil, words.kind(place.word + 1) == .from, isAside(place) {
            result.payer = name(words.phrase(from: place.word + 2))
        }
        // "the tender submitted by Wold Civils", "the grant received from the Arts Fund".
        if result.payee == nil, result.payer == nil, let agent = governing.agent, let named = name(agent) {
            if sense == .price || sense == .contract { result.payee = named } else if isGiven { result.payer = named }
        }
        // "The Community Fund had £15,000 available".
        if sense == .funding, result.payer == nil, words.small(place.word + 1) == "available", words.kind(place.word - 1) == .auxiliary,
            let holder = governing.phrases.first
        {
            result.payer = name(holder)
        }
        if sense.map(SentenceMeaning.owed.contains) ?? false, result.payee == nil { result.payee = creditor(place) }
        addDoers(place, sense: sense, to: &result)
        addPatterns(place, sense: sense, to: &result)
        // "a grant from the Housing Fund", "borrowed from the PWLB".
        let isOutside = sense == .borrowing || sense == .loan || sense == .grant && result.payer.map(words.isNamedFund) ?? false
        if let giver = result.payer, isMoneyKept(giver), !isOutside { result.payer = nil }
        return result
    }

    /// Whether a name is that of money which somebody keeps or sets aside, and nobody's: "£6m from the Capital Programme", "from Winter
    /// Contingency".
    private func isMoneyKept(_ run: Range<Int>) -> Bool {
        guard let last = run.last else { return false }
        let bytes = words.words[last].bytes
        return cues.senses.contains { cue in
            cue.bytes.overlaps(bytes) && (cue.sense == .reserve || cue.sense == .budget || cue.sense == .borrowing)
        }
    }

    /// Whether a sentence begins "With £2,000 from ...", up to a figure that may go on its list.
    private func isAside(_ place: Place) -> Bool {
        words.small(0) == "with"
            && (1..<max(1, place.word)).allSatisfy { index in
                switch words.kind(index) {
                case .verb, .be, .auxiliary, .pronoun, .connective, .stop: false
                default: true
                }
            }
    }

    /// "£45 billion government funding": the body before the word of money gives it.
    private func fundingBody(_ place: Place) -> Range<Int>? {
        let run = place.following
        // "£9,000 Sport England funding": the name before it.
        let name = run.prefix { words.words[$0].isCapital }
        let isName = name.count > 1 && name.count < run.count && name.contains { words.vocabulary.isGovernment(words.small($0)) }
        guard run.count >= 2, words.kind(run.lowerBound) == .body || isName else { return nil }
        let end = isName ? name.upperBound : run.lowerBound + 1
        let bytes = words.bytes(of: end..<end + 1)
        let isFunding = cues.senses.contains { $0.bytes.overlaps(bytes) && ($0.sense == .funding || $0.sense == .grant) }
        return isFunding ? run.lowerBound..<end : nil
    }

    /// "£3m grant from the lottery", "£500 to the village hall", "£0.5m funded by the county".
    private func readAfter(_ place: Place, _ sense: Figure.Sense?, into result: inout Parties) {
        var index = place.word + 1
        let end = min(place.room.upperBound, index + 12)
        while index < end {
            switch words.kind(index) {
            // "forms are available from the clerk".
            case .from where words.small(index - 1) == "available": return
            // "an application for £900 came from the choir": who asks gives nothing.
            case .from where isRequested(place): return
            case .from:
                let found = words.phrase(from: index + 1)
                if sense == .price || sense == .contract {
                    // "£450 from A Jones".
                    if index == place.word + 1, result.payee == nil, result.payer == nil, !words.isTime(index + 1),
                        !["next", "last"].contains(words.small(index + 1))
                    {
                        result.payee = name(found)
                    }
                } else if sense != .spend, result.payer == nil, let name = name(found) {
                    result.payer = name
                }
                index = max(index + 1, found.upperBound)
            case .to:
                // "(as reported to Council)", "allocated according to need".
                if SentenceMeaning.telling.contains(words.small(index - 1)) { return }
                // "of which £100,000 would go to the school": what a developer's money is for.
                if sense == .contribution, words.small(index - 1) == "go" { return }
                if sense != .income, result.payee == nil, !isVerbAhead(index + 1),
                    words.kind(index + 1) == .determiner || isNamed(index + 1)
                {
                    result.payee = name(words.phrase(from: index + 1))
                }
                return
            case .purpose:
                let found = words.phrase(from: index + 1)
                if words.kind(found.upperBound) == .to, words.kind(found.upperBound + 1) == .asking { result.payee = name(found) }
                return
            case .comma where words.kind(index + 1) == .be || words.kind(index + 1) == .auxiliary: index += 1
            case .stop, .comma, .connective, .figure, .pronoun, .on, .by, .conjunction: return
            default: index += 1
            }
        }
    }

    /// Whether an amount is what an application or a bid asks for.
    private func isRequested(_ place: Place) -> Bool {
        words.kind(place.word - 1) == .purpose && words.vocabulary.isRequest(words.small(place.word - 2))
    }

    /// "debt due to the council", "balance outstanding to the trust".
    private func creditor(_ place: Place) -> Range<Int>? {
        var index = place.word - 1
        while index > max(place.room.lowerBound, place.word - 20) {
            if words.kind(index) == .to, ["due", "owed", "owing", "outstanding", "payable"].contains(words.small(index - 1)) {
                return name(words.phrase(from: index + 1))
            }
            index -= 1
        }
        return nil
    }
}
