internal import PaperModel
internal import RuleEngine

/// What stands before a figure and governs it: the noun with what it is of or for.
extension SentenceMeaning {
    /// Before the figure: what the governing noun is of or for; else that noun with what describes it.
    func governingNoun(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        if let verb = place.governing.verb, let first = place.governing.phrases.first {
            // "It cost the Council £32,000": who pays.
            if words.small(verb).hasPrefix("cost") { return nil }
            // "The agent invoiced the practice £48,000": who is asked to pay.
            if place.governing.link.isEmpty, place.governing.phrases.count == 1, SentenceMeaning.billing.contains(words.small(verb)) {
                return nil
            }
            // "The service is recharged to the trading account at £150,000": what is recharged.
            let isMoved = words.kind(first.lowerBound - 1) == .to && !words.vocabulary.bindsByTo(words.small(verb))
            if isMoved, let doer = place.governing.subject.first, !isVoid(doer) { return nil }
            if isAdjunct(first, place) { return nil }
        }
        // "The grant notified to Wold amounts to £2m": of the grant.
        if let first = place.governing.phrases.first, words.kind(first.lowerBound - 1) == .to,
            words.small(first.lowerBound - 2).hasSuffix("ed"), words.kind(first.lowerBound - 3).isNominal, place.governing.verb == nil
        {
            let outer = words.chain(endingAt: first.lowerBound - 2, from: place.room.lowerBound)
            if !outer.phrases.isEmpty { return noun(of: outer.phrases, joints: outer.joints, sense) }
        }
        return noun(of: place.governing.phrases, joints: place.governing.joints, sense)
    }

    /// Whether a phrase before an amount says who did what the verb says, or where: "was put by the surveyor at £9,000", "will be laid on the
    /// roads at a cost of £9,000". What is priced stands before the verb.
    private func isAdjunct(_ first: Range<Int>, _ place: Place) -> Bool {
        guard let verb = place.governing.verb else { return false }
        switch words.kind(first.lowerBound - 1) {
        case .by: return (words.small(verb).hasSuffix("ed") || isPassive(verb)) && party(first) != nil
        case .on, .preposition, .from, .to:
            let isPriced =
                words.small(place.governing.link.lowerBound) == "at"
                || place.governing.phrases.dropFirst().contains { words.small($0.lowerBound - 1) == "at" && isVoid($0) }
            return isPriced && place.governing.subject.first.map { !isVoid($0) && !isBareBody($0) } ?? false
        default: return false
        }
    }

    /// Verbs whose first object has to pay.
    static let billing: Set<String> = ["invoiced", "charged", "billed", "fined", "surcharged", "charge", "charges", "fine"]

    /// "the other functions of Street Lighting (£0.2m), Parks (£0.1m)": the name right before the bracket, of the several that are meant.
    func bracketed(_ place: Place) -> Range<Int>? {
        let phrases = place.governing.phrases
        guard place.governing.isBracketed, let last = phrases.last else { return nil }
        let isOpen = { (run: Range<Int>) in run.lowerBound < self.words.words.count && self.words.words[run.lowerBound].isCapital }
        if phrases.count > 1, isOpen(last), let end = phrases.dropLast().last?.last, words.small(end).hasSuffix("s"),
            !words.words[end].isCapital
        {
            return last
        }
        return nil
    }

    func noun(of phrases: [Range<Int>], joints: [Int?], _ sense: Figure.Sense?) -> Range<Int>? {
        guard let first = phrases.first else { return nil }
        // "the cost of the works", "savings on the contract": what hangs on the head.
        if phrases.count > 1 {
            let hasCue = holdsCue(first) || isVoid(trimmed(first, sense) ?? first)
            // "an injury award to a former driver": the head names it, the other who gets it.
            if hasCue, words.kind(phrases[1].lowerBound - 1) == .to, let head = trimmed(first, sense), !isVoid(head),
                !words.words[phrases[1].upperBound - 1].isCapital || isBareBody(phrases[1]), !words.isDoneTo(phrases[1].lowerBound - 1)
            {
                return first
            }
            if hasCue {
                let rest = phrases.dropFirst()
                for (offset, phrase) in rest.enumerated() {
                    // "a time and trouble payment for Mr A": who gets it is none.
                    if isPerson(phrase) || isSource(phrase, of: first, sense) { continue }
                    // "places at Wold Academy": the places, though plain.
                    if isBareBody(phrase), words.kind(phrase.lowerBound - 1) == .preposition, !holdsCue(first) {
                        return first.lowerBound..<phrase.upperBound
                    }
                    // "the cost to the council of missed visits": who bears it is none either.
                    if isBareBody(phrase), rest.dropFirst(offset + 1).first.map({ words.kind($0.lowerBound - 1) == .of }) ?? false {
                        continue
                    }
                    var end = phrase.upperBound
                    // What is joined by "of" or "in" belongs to it.
                    for later in rest.dropFirst(offset + 1) {
                        guard let joint = joint(before: later, of: phrases, joints), words.kind(joint) == .of else { break }
                        end = later.upperBound
                    }
                    let run = phrase.lowerBound..<end
                    if let trimmed = trimmed(run, sense), !isVoid(trimmed), !words.isTime(run.lowerBound) { return run }
                }
                // "Inflation on the larger contracts": a word of sense that names a thing, with what it is on.
                if !isVoid(first), let next = rest.first, [.on, .of].contains(words.kind(next.lowerBound - 1)) {
                    return first.lowerBound..<next.upperBound
                }
                return first
            }
        }
        // What is only the size or the kind of money hangs on the end: "works at the depot at a cost".
        var last = first
        for phrase in phrases.dropFirst() {
            guard let joint = joint(before: phrase, of: phrases, joints),
                [.of, .preposition, .purpose, .on].contains(words.kind(joint)) || words.isDoneTo(joint), !words.isTime(phrase.lowerBound),
                !isVoid(phrase) || words.kind(joint) == .on && first.count == 1
            else { break }
            last = phrase
        }
        return first.lowerBound..<last.upperBound
    }

    /// Senses of money whose "from" and "by" lead to who gives or asks it.
    private static let sourced: Set<Figure.Sense> = [.grant, .funding, .contribution, .price, .contract, .loan]

    /// Whether a phrase says from whom money comes or who asks for it: "the grant from the Home Office", "the quotation by Wold Civils".
    private func isSource(_ phrase: Range<Int>, of head: Range<Int>, _ sense: Figure.Sense?) -> Bool {
        let joint = words.kind(phrase.lowerBound - 1)
        guard joint == .from || joint == .by else { return false }
        let isAsked = head.contains { words.vocabulary.isBill(words.small($0)) || words.vocabulary.isRequest(words.small($0)) }
        guard isAsked || sense.map(SentenceMeaning.sourced.contains) ?? false else { return false }
        return name(phrase) != nil || phrase.last.map { words.vocabulary.isParty(words.small($0)) } ?? false
    }

    func joint(before phrase: Range<Int>, of phrases: [Range<Int>], _ joints: [Int?]) -> Int? {
        phrases.firstIndex(of: phrase).flatMap { joints.indices.contains($0) ? phrase.lowerBound - 1 : nil }
    }

    func holdsCue(_ run: Range<Int>) -> Bool {
        let bytes = words.bytes(of: run)
        return (cues.senses + cues.comparisons).contains { !$0.isThing && $0.bytes.overlaps(bytes) }
    }
}
