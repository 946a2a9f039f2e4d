internal import PaperModel
internal import RuleEngine

/// Who gives and who gets, told by the prepositions of a sentence: "awarded to", "met by", "at a cost", "from".
extension SentenceMeaning {
    /// Senses of money that flows to those who are named behind a verb of giving and "to".
    private static let handed: Set<Figure.Sense> = [.grant, .funding, .contribution, .contract, .spend, .loan, .price, .investment, .pay]
    /// Senses of what work costs those who have it done.
    private static let worked: Set<Figure.Sense> = [.cost, .spend, .price, .contract]
    /// Senses of money that comes from somebody.
    private static let received: Set<Figure.Sense> = [.grant, .funding, .contribution, .income]
    /// Farthest that somebody stands from the amount in its clause, words.
    private static let partyReach = 24

    /// Adds to the parties of a figure what its prepositions tell; what is known stays.
    func addPatterns(_ place: Place, sense: Figure.Sense?, to result: inout Parties) {
        let isHanded = sense.map(SentenceMeaning.handed.contains) ?? true
        if result.payee == nil, result.payer == nil { addBothObjects(place, sense, to: &result) }
        if result.payee == nil, sense == .price || sense == .contract || sense == nil || sense == .cost || sense == .spend {
            result.payee = biller(place).flatMap { sense == .spend && isOfCouncil($0) ? nil : $0 }
        }
        if result.payee == nil, let biller = billerBehind(place) ?? billSender(place) {
            (result.payee, result.payer) = (biller, nil)
        }
        if result.payee == nil {
            result.payee = hired(place, sense) ?? reimbursed(place, sense) ?? contractor(place, sense) ?? dealer(place, sense)
        }
        if result.payee == nil, isHanded { result.payee = receiverBefore(place) }
        if result.payee == nil, sense.map(SentenceMeaning.worked.contains) ?? true { result.payee = workerBefore(place, sense) }
        if result.payee == nil, isHanded {
            result.payee = receiverBehind(place, sense) ?? entitled(place) ?? asker(place) ?? requester(place)
        }
        if result.payer == nil, sense != .limit { result.payer = payerBehind(place) }
        if result.payer == nil, sense.map(SentenceMeaning.received.contains) ?? false { result.payer = giverBefore(place) }
        if result.payer == nil, result.payee == nil { result.payer = agentBefore(place) }
        if result.payer == nil, result.payee == nil { result.payer = fined(place) }
        if result.payee == nil { result.payee = firmPaid(place, sense, payer: result.payer) }
        if result.payee == nil, result.payer == nil, let found = bracketedParty(place) {
            switch isGiverList(found) {
            case true?: result.payer = found
            case false?: if sense == .grant || sense == .funding { result.payee = found }
            case nil: result.payee = found
            }
        }
        if sense != .limit { addTrade(place, sense, to: &result) }
        if result.payer == nil, isHanded || sense == .income || sense == .cost { result.payer = nextGiver(place) }
        if sense != .limit, result.payer == nil, result.payee == nil { addRelative(place, sense, to: &result) }
        addNouns(place, sense, to: &result)
        // Nobody pays oneself.
        if let payee = result.payee, let payer = result.payer, payee.overlaps(payer) { result.payer = nil }
    }

    /// A name, or a phrase whose last word is somebody who can pay and be paid: "Acme Ltd", "the former owners".
    func party(_ run: Range<Int>) -> Range<Int>? {
        guard let first = run.first, words.words[first].isCapital || !words.small(first).hasSuffix("ing") else { return nil }
        if words.kind(run.lowerBound) != .pronoun, let named = name(run), !isNoBody(named) { return named }
        guard let bare = edges(of: run), let last = bare.last, bare.count <= SentenceMeaning.longestParty,
            words.vocabulary.isParty(words.small(last)), !isBackward(run.lowerBound), bare.allSatisfy({ !words.kind($0).isPreposition })
        else { return nil }
        return bare
    }

    /// Longest phrase that says who somebody is, words.
    private static let longestParty = 5

    /// Whether a name is that of a thing: "VAT", "Harbour Fund", "Band D".
    private func isNoBody(_ run: Range<Int>) -> Bool {
        guard let first = run.first, let last = run.last else { return true }
        return words.vocabulary.taxNote(words.small(first)).names
            || words.vocabulary.namesThing(words.small(last)) && !words.small(last).hasPrefix("service")
            || words.vocabulary.isNumbered(words.small(first)) || words.kind(last) == .number
    }

    /// "The operator pays the Council a rent of £9,000": who stands between the verb and the money gets it, who does it gives it.
    private func addBothObjects(_ place: Place, _ sense: Figure.Sense?, to result: inout Parties) {
        guard let money = place.governing.phrases.first, words.kind(money.lowerBound) == .determiner, holdsCue(money) else { return }
        let object = words.phrase(endingAt: money.lowerBound)
        let verb = object.lowerBound - 1
        guard !object.isEmpty, verb > 0, words.vocabulary.party(of: words.small(verb)) == .gives || words.kind(verb) == .giving,
            !isPassive(verb), let payee = party(object)
        else { return }
        result.payee = payee
        let doer = words.chain(endingAt: clauseStart(of: verb), from: place.room.lowerBound).phrases
        if doer.count == 1 { result.payer = party(doer[0]) }
    }

    /// Where the auxiliaries and adverbs before a verb begin.
    func clauseStart(of verb: Int) -> Int {
        var start = verb
        while start > 0 {
            switch words.kind(start - 1) {
            case .auxiliary, .be, .link: start -= 1
            case .word where words.isAdverb(start - 1): start -= 1
            default: return start
            }
        }
        return start
    }

    /// "The contract was awarded to Wold Civils for two years at £9,000", "let to Acme Ltd for £9,000": who stands behind a verb of giving.
    private func receiverBefore(_ place: Place) -> Range<Int>? {
        scan(place) { index in
            guard words.kind(index) == .to else { return nil }
            let verb = index - 1
            let isGiven =
                words.kind(verb) == .giving || words.vocabulary.party(of: words.small(verb)) == .gives || words.small(verb) == "made"
            guard isGiven || words.small(verb).hasSuffix("ed") && isPaymentOrGrant(before: clauseStart(of: verb)) else { return nil }
            // "Powers were given to the Director to spend £9,000", "An application was made to the fund": no money is given.
            if let given = words.phrase(endingAt: clauseStart(of: verb)).last,
                words.vocabulary.isPower(words.small(given)) || words.vocabulary.isRequest(words.small(given))
            {
                return nil
            }
            return party(words.phrase(from: index + 1))
        }
    }

    /// Whether a word for money that is handed to somebody ends at a word: "Payment", "A grant".
    private func isPaymentOrGrant(before end: Int) -> Bool {
        guard let last = words.phrase(endingAt: end).last else { return false }
        return words.vocabulary.list([words.small(last)]).map { $0 == .given || $0 == .paid } ?? false
    }

    /// "The Wold Players had asked for a grant of £90", "a letter from the band asking for £90": who asks gets it.
    private func asker(_ place: Place) -> Range<Int>? {
        scan(place) { index in
            guard words.kind(index) == .purpose else { return nil }
            var verb = index - 1
            guard words.kind(verb) == .asking || ["asked", "asking", "asks"].contains(words.small(verb)) else { return nil }
            // "wrote asking for".
            if words.kind(verb - 1) == .verb { verb -= 1 }
            guard !isPassive(verb) else { return nil }
            let chain = words.chain(endingAt: clauseStart(of: verb), from: place.room.lowerBound).phrases
            // "The bowls club of Northwick has applied for": the club.
            // "a letter from the band asking for": the band.
            let doer = chain.last.flatMap { words.kind($0.lowerBound - 1) == .from ? $0 : nil } ?? chain.first
            return doer.flatMap { isOfCouncil($0) ? nil : party($0) }
        }
    }

    /// What is given to somebody who stands between it and its amount: "the night service, let to Wold Ltd for £9,000".
    func given(_ place: Place) -> Range<Int>? {
        guard words.kind(place.word - 1) == .purpose || words.small(place.governing.link.lowerBound) == "at" else { return nil }
        return scan(place) { index in
            guard words.kind(index) == .to, words.kind(index - 1) == .giving, party(words.phrase(from: index + 1)) != nil else {
                return nil
            }
            var end = clauseStart(of: index - 1)
            if words.kind(end - 1) == .comma { end -= 1 }
            let chain = words.chain(endingAt: end, from: place.room.lowerBound)
            guard let run = noun(of: chain.phrases, joints: chain.joints, nil), !isBareBody(run) else { return nil }
            return run
        }
    }

    /// "The boilers will be replaced by Wold Heating Ltd at a cost of £9,000", "took advice from Wold Ltd, at a cost of £9,000": who is paid
    /// for what is done. Those who only reckon what it costs are not.
    private func workerBefore(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        let isPriced =
            words.small(place.governing.link.lowerBound) == "at" || words.kind(place.word - 1) == .purpose
            || place.governing.phrases.contains { words.small($0.lowerBound - 1) == "at" } || words.small(place.word - 1) == "costing"
        guard isPriced || sense != nil else { return nil }
        return scan(place) { index in
            // "The survey by Wold Ecology cost £90".
            if !isPriced {
                guard words.kind(index) == .by, words.kind(index - 1) == .word, !isCue(index - 1), !words.small(index - 1).hasSuffix("ed"),
                    !words.small(index - 1).hasSuffix("ing")
                else { return nil }
                let found = name(words.phrase(from: index + 1)) ?? capitals(from: index + 1)
                return found.flatMap { isOutsider($0) ? $0 : nil }
            }
            switch words.kind(index) {
            case .by:
                let verb = words.small(index - 1)
                guard verb.hasSuffix("ed") || words.kind(index - 1) == .verb || words.kind(index - 2) == .be,
                    !words.vocabulary.isReckoning(verb), !words.vocabulary.isPaying(verb)
                else { return nil }
            case .from:
                guard words.kind(index - 1).isNominal, place.governing.verb != nil || words.words[index].depth == 0 else { return nil }
                guard place.governing.phrases.contains(where: { $0.lowerBound == index + 1 || $0.upperBound == index }) else { return nil }
            default: return nil
            }
            return name(words.phrase(from: index + 1))
        }
    }

    /// "Each member is entitled to an allowance of £90": who has a right to it.
    private func entitled(_ place: Place) -> Range<Int>? {
        scan(place) { index in
            guard words.kind(index) == .to, ["entitled", "due"].contains(words.small(index - 1)), words.kind(index - 2) == .be else {
                return nil
            }
            let found = words.phrase(endingAt: index - 2)
            return party(found)
        }
    }

    /// "Core grant from the Home Office will be £9m", "Wold Trust's settlement gives the county £9m": who gives stands in what is given.
    private func giverBefore(_ place: Place) -> Range<Int>? {
        let phrases = place.governing.phrases + place.governing.subject
        for (head, next) in zip(phrases, phrases.dropFirst()) where words.kind(next.lowerBound - 1) == .from && holdsCue(head) {
            if head.contains(where: { words.vocabulary.isRequest(words.small($0)) }) { return nil }
            // "from the Department of Works and Transport": the name goes on.
            if let more = phrases.first(where: { $0.lowerBound == next.upperBound + 1 && words.kind(next.upperBound) == .of }),
                words.words[more.lowerBound].isCapital
            {
                return party(next.lowerBound..<more.upperBound)
            }
            return party(next)
        }
        guard let verb = place.governing.verb, words.kind(verb) == .giving, !isPassive(verb), let doer = place.governing.subject.first,
            let holder = doer.first(where: isHolder), words.words[holder].isCapital
        else { return nil }
        return name(doer.lowerBound..<holder + 1)
    }

    /// "The roof is funded by Heritage Wales at £9,000", "Half was met by the school, £9,000": who pays, told before the amount.
    private func agentBefore(_ place: Place) -> Range<Int>? {
        guard place.index == 0 else { return nil }
        return scan(place) { index in
            guard words.kind(index) == .by else { return nil }
            let verb = words.kind(index - 1) == .purpose ? index - 2 : index - 1
            guard ["funded", "paid", "met", "financed", "sponsored", "donated", "subsidised"].contains(words.small(verb)) else {
                return nil
            }
            return party(words.phrase(from: index + 1))
        }
    }

    /// "The owner was fined £90": who is asked to pay.
    private func fined(_ place: Place) -> Range<Int>? {
        guard let verb = place.governing.verb, place.governing.link.allSatisfy({ words.kind($0) == .purpose }) else { return nil }
        // "was fined £9 and ordered to pay £3": who stands first.
        let isOrdered =
            words.small(verb) == "pay" && words.kind(verb - 1) == .to && ["ordered", "told", "directed"].contains(words.small(verb - 2))
        if isOrdered || isPassive(verb) && SentenceMeaning.billing.contains(words.small(verb)) && words.kind(verb - 2) == .conjunction {
            return party(words.phrase(from: words.kind(0) == .determiner ? 1 : 0)).flatMap { $0.upperBound < place.word ? $0 : nil }
        }
        guard SentenceMeaning.billing.contains(words.small(verb)) else { return nil }
        // "The magistrates fined the owner £90".
        if !isPassive(verb), place.governing.phrases.count == 1, let object = place.governing.phrases.first { return somebody(object) }
        guard place.governing.phrases.isEmpty, isPassive(verb), let doer = place.governing.subject.first else { return nil }
        return somebody(doer)
    }

    /// What is found at the nearest word before an amount, within its clause.
    func scan(_ place: Place, _ find: (Int) -> Range<Int>?) -> Range<Int>? {
        let limit = max(place.room.lowerBound, place.word - SentenceMeaning.partyReach)
        var index = place.word - 1
        while index > limit {
            switch words.kind(index) {
            case .connective, .pronoun: return nil
            // In a list each amount has its own words.
            case .comma where place.index > 0: return nil
            case .stop where !words.isMark(index, UInt8(ascii: ":")): return nil
            default:
                if let found = find(index) { return found }
                index -= 1
            }
        }
        return nil
    }
}
