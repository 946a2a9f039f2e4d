internal import PaperModel
internal import RuleEngine

/// Who buys, who is given what others raise, and who gives by making a grant.
extension SentenceMeaning {
    /// Adds who buys and sells, who gives and gets by the nouns of giving; what is known stays.
    func addTrade(_ place: Place, _ sense: Figure.Sense?, to result: inout Parties) {
        if result.payee == nil, result.payer == nil { result.payee = holderOfExpenses(place, sense) }
        if result.payee == nil { result.payee = beneficiary(place, sense) }
        if result.payer == nil, let giver = holderOfGift(place) { result.payer = giver }
        if result.payer == nil, result.payee == nil { result.payer = leviedOn(place) ?? noted(place, .from) }
        if result.payer == nil, result.payee == nil { result.payee = noted(place, .to) }
    }

    /// "Cllr Moss's travel expenses of £9".
    private func holderOfExpenses(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        guard sense == nil || sense == .spend || sense == .cost || sense == .pay, let head = place.governing.phrases.first,
            let last = head.last,
            ["expenses", "mileage", "expense", "travel"].contains(words.small(last)), let holder = head.first(where: isHolder),
            isPerson(head.lowerBound..<holder + 1)
        else { return nil }
        return head.lowerBound..<holder + 1
    }

    /// "raised £90 for the hospice", "an award of £90 for the Shed Group".
    private func beneficiary(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        guard words.kind(place.word + 1) == .purpose else { return nil }
        let isRaised = place.governing.verb.map { ["raised", "collected"].contains(words.small($0)) } ?? false
        let isGrant = place.governing.phrases.first?.last.map { words.vocabulary.list([words.small($0)]) == .given } ?? false
        // "Grants: £90 for the Judo Club".
        let isBare = sense == .grant && place.governing.phrases.isEmpty && place.governing.verb == nil
        let found = words.phrase(from: place.word + 2)
        guard isRaised || isGrant || isBare, let last = found.last, words.vocabulary.isParty(words.small(last)), !isOfCouncil(found) else {
            return nil
        }
        return party(found)
    }

    private static let gifts: Set<String> = ["contribution", "donation", "gift", "legacy", "loan"]

    /// "the developer's contribution of £9,000", "Rotary Club donation of £90": whose gift it is.
    private func holderOfGift(_ place: Place) -> Range<Int>? {
        guard let head = place.governing.phrases.first, let last = head.last, head.count > 1,
            SentenceMeaning.gifts.contains(words.small(last)),
            words.small(last) != "loan"
        else { return nil }
        if let holder = head.first(where: isHolder) {
            let run = (words.kind(head.lowerBound) == .determiner ? head.lowerBound + 1 : head.lowerBound)..<holder + 1
            let stem = words.small(holder).split(separator: "'").first.map(String.init) ?? ""
            return isPerson(run) || words.vocabulary.isParty(stem) ? run : nil
        }
        let before = (words.kind(head.lowerBound) == .determiner ? head.lowerBound + 1 : head.lowerBound)..<last
        guard let end = before.last, words.vocabulary.isParty(words.small(end)), before.allSatisfy({ words.words[$0].isCapital }) else {
            return nil
        }
        return party(before)
    }

    /// "A levy of £9,000 on Wold Council", "a penalty of £90 was served on the driver": who has to pay.
    private func leviedOn(_ place: Place) -> Range<Int>? {
        guard let last = place.governing.phrases.last?.last else { return nil }
        let isBill = words.kind(place.word - 1) == .purpose && words.vocabulary.isBill(words.small(last))
        guard isBill || ["levy", "levies", "fine", "fines", "penalty", "penalties", "surcharge"].contains(words.small(last)) else {
            return nil
        }
        var index = place.word + 1
        while index < place.word + SentenceMeaning.levyReach, words.kind(index) == .be || words.kind(index) == .auxiliary { index += 1 }
        if ["imposed", "issued", "served", "levied", "sent"].contains(words.small(index)) { index += 1 }
        return words.kind(index) == .on || words.kind(index) == .to ? party(words.phrase(from: index + 1)) : nil
    }

    /// How far behind a levy stands who has to pay it, words.
    private static let levyReach = 4

    /// "Received from Mrs Holt £20", "From the choir, £55", "To Mr Gill for keys £6": entries as they are noted.
    private func noted(_ place: Place, _ joint: WordKind) -> Range<Int>? {
        guard place.index == 0 else { return nil }
        // "Pay Wold Fencing £90".
        if joint == .to, ["pay", "paid", "reimburse"].contains(words.small(0)) {
            let found = words.phrase(from: 1)
            return found.upperBound == place.word ? party(found) : nil
        }
        let start = joint == .from && ["received", "rec'd", "recd"].contains(words.small(0)) ? 1 : 0
        guard words.kind(start) == joint, start == 1 || isEntry(place) else { return nil }
        let found = words.phrase(from: start + 1)
        return found.upperBound <= place.word ? party(found) : nil
    }
}
