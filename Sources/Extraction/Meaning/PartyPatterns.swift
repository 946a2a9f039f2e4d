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
        if result.payee == nil, sense == .price || sense == .contract || sense == nil || sense == .cost || sense == .spend {
            result.payee = biller(place).flatMap { sense == .spend && isOfCouncil($0) ? nil : $0 }
        }
        if result.payee == nil, let biller = billerBehind(place) ?? billSender(place) {
            (result.payee, result.payer) = (biller, nil)
        }
        if result.payee == nil {
            result.payee = contractor(place, sense) ?? dealer(place, sense)
        }
        if result.payee == nil, sense.map(SentenceMeaning.worked.contains) ?? true { result.payee = workerBefore(place, sense) }
        if result.payee == nil, isHanded {
            result.payee = requester(place) ?? bareReceiver(place, sense)
        }
        if result.payer == nil, sense != .limit { result.payer = payerBehind(place) }
        if result.payer == nil, sense.map(SentenceMeaning.received.contains) ?? false { result.payer = giverBefore(place) }
        if result.payee == nil { result.payee = firmPaid(place, sense, payer: result.payer) }
        if result.payee == nil, result.payer == nil, let found = bracketedParty(place) {
            switch isGiverList(found) {
            case true?: result.payer = found
            case false?:
                if let role = roleInList(place), role == .gives || role == .pays {
                    result.payer = found
                } else if sense == .grant || sense == .funding {
                    result.payee = found
                }
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
        // "developer of Land north of Mill Road".
        if words.kind(first) == .body, words.kind(first + 1) == .of, !words.words[first].isCapital { return false }
        return words.vocabulary.taxNote(words.small(first)).names
            || words.vocabulary.namesThing(words.small(last)) && !words.small(last).hasPrefix("service")
            || words.vocabulary.isNumbered(words.small(first)) || words.kind(last) == .number
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
