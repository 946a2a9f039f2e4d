internal import PaperModel
internal import RuleEngine

/// Who gets and who gives by the noun of an amount: whose it is, and what "to", "from", "by", "for" and "on" bind to it.
extension SentenceMeaning {
    /// Senses of amounts that nobody hands over.
    private static let unpaid: Set<Figure.Sense> = [.limit, .saving, .overspend, .underspend, .gap, .risk, .reserve, .pressure]

    /// Adds whom the nouns before and behind an amount name; what is known stays.
    func addNouns(_ place: Place, _ sense: Figure.Sense?, to result: inout Parties) {
        guard sense.map({ !SentenceMeaning.unpaid.contains($0) }) ?? true, !isVariance(place) else { return }
        let phrases = place.governing.phrases + (place.governing.verb == nil ? [] : place.governing.subject)
        // "the sale of the barn to Wold Homes": what hangs on a noun by "of" stands between.
        var flow: MoneyWord?
        for (head, next) in zip(phrases, phrases.dropFirst()) where next.lowerBound > 0 {
            flow = self.flow(of: head) ?? (words.kind(head.lowerBound - 1) == .of ? flow : nil)
            add(flow, next.lowerBound - 1, next, to: &result)
        }
        if let head = phrases.first { addHolder(head, phrases, to: &result) }
        addBehind(place, to: &result)
        if result.payee == nil, let named = winner(place, sense) { result.payee = named }
    }

    /// What the last word of a phrase says of whom its prepositions name.
    private func flow(of run: Range<Int>) -> MoneyWord? {
        run.last.flatMap { words.vocabulary.moneyNoun(words.small($0)) }
    }

    private func add(_ word: MoneyWord?, _ joint: Int, _ run: Range<Int>, to result: inout Parties) {
        guard let word, let spot = spot(joint), let role = word[spot] else { return }
        // "a grant for the roof", "the price to you": of people and bodies only.
        if spot == .purpose || role == .pays {
            let isSomebody = run.last.map { words.vocabulary.isParty(words.small($0)) } ?? false || isPerson(run)
            guard isSomebody || role == .pays && isGovernment(run), spot != .purpose || !isOfCouncil(run)
            else { return }
        }
        // What a verb says goes first: "to request £9 from the club".
        if role == .gets {
            if result.payee == nil, !(result.payer?.overlaps(run) ?? false) { result.payee = party(run) }
        } else if result.payer == nil, !(result.payee?.overlaps(run) ?? false) {
            result.payer = party(run)
        }
    }

    /// "Mr Fry's honorarium is £50", "the school's share is £90": whose a noun is.
    private func addHolder(_ head: Range<Int>, _ phrases: [Range<Int>], to result: inout Parties) {
        guard let last = head.last, let holder = head.first(where: isHolder), holder < last,
            let role = words.vocabulary.moneyNoun(words.small(last))?[.holder]
        else { return }
        let start = words.kind(head.lowerBound) == .determiner ? head.lowerBound + 1 : head.lowerBound
        let run = start..<holder + 1
        let stem = words.small(holder).split(separator: "'").first.map(String.init) ?? ""
        let isCapital =
            run.allSatisfy { words.words[$0].isCapital || words.kind($0) == .conjunction } && run.lowerBound > 0 || run.count > 1
            || role == .gives && words.vocabulary.kind(of: stem) == .word && !words.vocabulary.isPlain(stem)
        guard isPerson(run) || words.vocabulary.isParty(stem) || isCapital && words.words[holder].isCapital, !words.isTime(start) else {
            return
        }
        switch role {
        // "the auditor's fee": whoever that is.
        case .gets where !isOwnStem(stem) && (isCapital || isPerson(run) || words.vocabulary.isRequest(words.small(last))):
            if result.payee == nil { result.payee = run }
        // "The council's share of the surplus": it gets it.
        case .gives where phrases.dropFirst().contains(where: isShared): if result.payee == nil { result.payee = run }
        case .gives: if result.payer == nil { result.payer = run }
        // "the department's allocation".
        case .grants where words.vocabulary.isGovernment(stem):
            if result.payer == nil, result.payee?.overlaps(run) != true { result.payer = run }
        default: return
        }
    }

    /// Whether a phrase ends with money that those who have a share of it get.
    private func isShared(_ run: Range<Int>) -> Bool {
        run.last.map { ["surplus", "dividend", "profit", "profits", "proceeds", "income", "receipts", "grant"].contains(words.small($0)) }
            ?? false
    }

    private func isOwnStem(_ stem: String) -> Bool {
        words.vocabulary.isOfCouncil(stem) || ["council", "authority", "committee", "cabinet", "board"].contains(stem)
    }

    /// "A grant of £9,000 was made to the choir", "£50 honorarium to Mr Fry": what stands behind.
    private func addBehind(_ place: Place, to result: inout Parties) {
        let behind = place.following
        let isNounBehind = flow(of: behind) != nil
        let flow = isNounBehind ? self.flow(of: behind) : place.governing.phrases.last.flatMap { self.flow(of: $0) }
        var index = isNounBehind ? behind.upperBound : behindTaxNote(place.word + 1)
        let end = min(place.room.upperBound, index + SentenceMeaning.bindingReach)
        // "A payment of £9 is due to the trust".
        while index < end,
            [.be, .auxiliary].contains(words.kind(index)) || words.small(index) == "due" || words.small(index).hasSuffix("ed")
                || words.isAdverb(index)
        {
            index += 1
        }
        // "Payments of £9m have been charged to the Change Fund".
        guard index < end, words.kind(index).isPreposition, !isVerbAhead(index + 1),
            !SentenceMeaning.telling.contains(words.small(index - 1)) || words.small(index - 1) == "due" && words.kind(index - 2) == .be
        else { return }
        add(flow, index, words.phrase(from: index + 1), to: &result)
    }

    /// How far behind an amount a preposition stands that belongs to its noun, words.
    private static let bindingReach = 5

    /// "The winning bid was Wold Care at £9", "the preferred bidder is Wold Care with a tender of £9": who stands before the price.
    private func winner(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        guard isQuoted || sense == .price || sense == .contract || sense == .funding else { return nil }
        var end = place.governing.phrases.first?.lowerBound ?? place.word
        if place.governing.phrases.isEmpty { end = place.governing.link.lowerBound }
        if words.small(end) == "at" { end += 1 }
        guard ["at", "with"].contains(words.small(end - 1)) else { return nil }
        let found = words.phrase(endingAt: end - 1)
        guard let last = found.last,
            words.kind(found.lowerBound - 1) == .be || words.kind(found.lowerBound - 1) == .comma || found.lowerBound == 0,
            found.allSatisfy({ words.words[$0].isCapital || words.kind($0) == .conjunction }),
            !words.vocabulary.namesThing(words.small(last)),
            !words.vocabulary.isPaidThing(words.small(last))
        else { return nil }
        return name(found).flatMap { isOutsider($0) ? $0 : nil }
    }
}
