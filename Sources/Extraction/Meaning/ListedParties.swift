internal import PaperModel
internal import RuleEngine

/// Who is named by the entries of lists of grants, tenders, payments and receipts, where only the title of the list says that somebody is paid.
extension SentenceMeaning {
    /// Whom an entry names; who that is, and whether anybody, its list says.
    func listedParties(_ place: Place, _ sense: Figure.Sense?) -> Parties? {
        guard isEntry(place), sense.map({ SentenceMeaning.paid.contains($0) || $0 == .income }) ?? true else { return nil }
        if let income = sense == .income ? payerOfReceipt(place) : nil { return Parties(payee: nil, payer: income) }
        if let one = oneNameApart(place) { return Parties(payee: one, payer: nil, need: .listOfPayments) }
        if let named = nameBeforeThing(place) ?? nameWithThing(place) ?? apartName(place) {
            return Parties(payee: named, payer: nil, need: .anyList)
        }
        if let one = entryParts(place).last.flatMap({ nameOfEntry($0) }), isOneName(one) {
            return Parties(payee: one, payer: nil, need: .listOfPrices)
        }
        guard let named = wholeName(place) ?? nameBehind(place) else { return nil }
        return Parties(payee: named, payer: nil, need: isSurelySomebody(named) ? .anyList : .listOfPeople)
    }

    /// "£300 to Wold Harriers", "Cllr Moss: £300 to Wold Harriers": whose money is handed to whom.
    func handedByEntry(_ place: Place, _ sense: Figure.Sense?) -> Parties? {
        guard isEntry(place), words.kind(place.word + 1) == .to, !isVerbAhead(place.word + 2), sense != .income, sense != .limit,
            let giver = entryParts(place).last.flatMap({ nameOfEntry($0) }), isPerson(giver), !isVariance(place),
            let payee = party(words.phrase(from: place.word + 2))
        else { return nil }
        return Parties(payee: payee, payer: giver)
    }

    /// "Wold Council - precept £9,000": who pays an entry of what came in.
    private func payerOfReceipt(_ place: Place) -> Range<Int>? {
        if let first = firstOfEntry(place) ?? nameBeforeThing(place) { return first }
        let parts = entryParts(place)
        guard parts.count > 1 else { return nil }
        return entryPayee(place, .income)
    }

    /// "Wold Water, allotments £28", "Mrs D Holt, expenses £22": the name before the comma, with what is paid for behind it.
    private func nameBeforeThing(_ place: Place) -> Range<Int>? {
        guard let part = entryParts(place).last, let comma = part.first(where: { words.kind($0) == .comma }), comma + 1 < part.upperBound,
            words.kind(part.upperBound - 1) != .comma,
            let named = nameOfEntry(part.lowerBound..<comma), isListedName(named),
            isSurelySomebody(named) || isInSmallLetters(comma + 1..<part.upperBound) && isNoPlace(named),
            !(comma + 1..<part.upperBound).contains(where: { words.kind($0) == .comma })
        else { return nil }
        return named
    }

    /// "Wold Harriers (£90)", "Wold Harriers, £90, new kit", "Wold Harriers £90": an entry that is nothing but a name.
    private func wholeName(_ place: Place) -> Range<Int>? {
        guard let part = entryParts(place).last, let named = nameOfEntry(part), isListedName(named) else { return nil }
        // "Tents - Wold Scouts - £90": a thing may stand before it, and no other name.
        return entryParts(place).dropLast().allSatisfy { nameOfEntry($0) == nil || $0.count == 1 } ? named : nil
    }

    /// "£75 - Wold Harriers".
    private func nameBehind(_ place: Place) -> Range<Int>? {
        guard place.room.lowerBound == place.word, words.kind(place.word + 1) == .dash else { return nil }
        let found = words.phrase(from: place.word + 2)
        guard let named = nameOfEntry(found), isListedName(named), isSurelySomebody(named) else { return nil }
        return named
    }

    /// "J Holt grass cutting £340", "£45 Wold Hall Trust (hire)": the name that begins an entry, with what is paid for behind it.
    private func nameWithThing(_ place: Place) -> Range<Int>? {
        let isOpening = place.room.lowerBound == place.word || words.kind(place.word - 1) == .stop
        let part = isOpening ? place.word + 1..<place.room.upperBound : entryParts(place).last ?? place.word..<place.word
        guard !part.isEmpty else { return nil }
        let end = part.first { !words.words[$0].isCapital && words.kind($0) != .number && words.small($0) != "&" } ?? part.upperBound
        guard end < part.upperBound || isOpening, let named = nameOfEntry(part.lowerBound..<end), isListedName(named),
            isSurelySomebody(named),
            named.count > 1 || words.kind(named.lowerBound) == .body || words.vocabulary.isSupplier(words.small(named.lowerBound)),
            // "Arts Council grant £90": who gives it.
            !(end..<part.upperBound).contains(where: { words.vocabulary.list([words.small($0)]) == .given || isGivenMoney($0) })
        else { return nil }
        switch words.kind(end) {
        case .word, .open, .dash, .purpose, .stop, .comma: return named
        default: return nil
        }
    }

    /// "Brightwell - street lamps - £33": a lone name that stands apart from the thing.
    private func oneNameApart(_ place: Place) -> Range<Int>? {
        let parts = entryParts(place).filter { part in !part.allSatisfy { words.kind($0) == .number } }
        guard parts.count == 2, let first = parts.first.flatMap({ nameOfEntry($0) }), isOneName(first), isNoPlace(first),
            !words.small(first.lowerBound).hasSuffix("s") || words.vocabulary.isSupplier(words.small(first.lowerBound)),
            isInSmallLetters(parts[1]) || words.vocabulary.isSupplier(words.small(first.lowerBound))
        else { return nil }
        return first
    }

    /// "100871 - SSE - supply - £61": a name in capital letters that stands apart from the thing.
    private func apartName(_ place: Place) -> Range<Int>? {
        let parts = entryParts(place).filter { part in !part.allSatisfy { words.kind($0) == .number } }
        guard parts.count > 1, let first = parts.first.flatMap({ nameOfEntry($0) }), isListedName(first), isSurelySomebody(first) else {
            return nil
        }
        return first
    }

    /// Whether a word says that money is given: "funding", "contribution".
    private func isGivenMoney(_ index: Int) -> Bool {
        let bytes = words.words[index].bytes
        return cues.senses.contains { $0.bytes.overlaps(bytes) && [.grant, .funding, .contribution].contains($0.sense) }
    }

    private func isInSmallLetters(_ run: Range<Int>) -> Bool { run.allSatisfy { !words.words[$0].isCapital } }

    /// Whether a name ends as those of places and plans don't.
    private func isNoPlace(_ named: Range<Int>) -> Bool {
        named.last.map { !words.vocabulary.namesThing(words.small($0)) && !words.small($0).hasSuffix("ing") } ?? false
    }

    /// Whether a name may be that of somebody: of two words or more or in capital letters, and of nothing that is paid for.
    private func isListedName(_ named: Range<Int>) -> Bool {
        guard let last = named.last, let first = named.first,
            named.count > 1 || words.words[first].isAcronym || words.vocabulary.isSupplier(words.small(first))
        else { return false }
        return !isNamedThing(named) && !isVoid(named) && !isClass(named)
            && !named.contains { words.vocabulary.isPaidThing(words.small($0)) || isCue($0) }
            && words.kind(last) != .number && !words.isTime(first)
    }

    /// Whether a name is that of a person, a company or a body, by its words.
    func isSurelySomebody(_ named: Range<Int>) -> Bool {
        guard let first = named.first, let last = named.last else { return false }
        return isFirm(named) || words.words[first].isAcronym && named.count == 1 && words.vocabulary.isListedNoun(words.small(first)) == nil
            || named.count > 1 && words.vocabulary.isParty(words.small(last)) || words.small(last) == "water"
            || named.contains { words.vocabulary.isSupplier(words.small($0)) }
            || words.small(first) == "friends"
    }

    /// "Brightwell £90": a lone name among quotations.
    func isOneName(_ named: Range<Int>) -> Bool {
        guard let first = named.first, named.count == 1, words.kind(first) == .word, words.words[first].bytes.count > 2 else {
            return false
        }
        let word = words.small(first)
        return !words.vocabulary.isPlain(word) && !words.vocabulary.isPaidThing(word) && words.vocabulary.isListedNoun(word) == nil
            && !isCue(first)
            && !words.vocabulary.isParty(word)
    }

    /// "Design code, Wold Architects - £90": the firm behind the last comma of a part.
    func firmBehindComma(_ part: Range<Int>) -> Range<Int>? {
        guard let comma = part.last(where: { words.kind($0) == .comma }), comma + 1 < part.upperBound, comma > part.lowerBound,
            let named = nameOfEntry(comma + 1..<part.upperBound), named.count > 1, isFirm(named)
        else { return nil }
        return named
    }
}
