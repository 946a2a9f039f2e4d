internal import PaperModel
internal import RuleEngine

/// Who or what does what the verb before a figure says.
extension SentenceMeaning {
    /// Whether a phrase before a verb with its auxiliary hangs on a preposition, and is no time and no noun that a relative clause is of.
    private func isCutOff(_ phrase: Range<Int>, before verb: Int) -> Bool {
        guard SentenceMeaning.cutting.contains(words.small(phrase.lowerBound - 1)), words.kind(phrase.lowerBound) != .number,
            words.kind(phrase.lowerBound) != .time
        else { return false }
        let between = phrase.upperBound..<max(phrase.upperBound, verb)
        return between.contains { words.kind($0) == .auxiliary || words.kind($0) == .be }
            && !between.contains { words.kind($0) == .connective }
    }

    /// Prepositions behind which no phrase stands that does what the verb of its clause says.
    private static let cutting: Set<String> = ["on", "in", "at", "with", "within", "under", "by", "inside"]

    /// Verbs whose object is asked to do something.
    private static let askingFor: Set<String> = ["ask", "asks", "asked", "asking", "urged", "invited", "invite", "instructed"]
    /// Verbs of those who ask for or hand over money.
    private static let wanting: Set<String> = ["wants", "want", "asked", "asks", "sent", "sends", "send", "claimed", "claims", "claim"]

    /// Who or what does what the verb says: "The refit came in at £1.2m".
    func doer(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        // "The Hall is putting £1,000 towards it" tells before what for.
        if isTowardsBackward(place) { return nil }
        // "The band wants £4m", "A neighbour sent a cheque for £4m": who asks and gives is none.
        if let verb = place.governing.verb, SentenceMeaning.wanting.contains(words.small(verb)) { return nil }
        // "Our advisers think £4m nearer the mark": who says so is none.
        if let verb = place.governing.verb, let head = place.governing.subject.first.flatMap({ split($0).first?.last }),
            words.vocabulary.isActing(words.small(verb)), !isPassive(verb),
            words.vocabulary.isParty(words.small(head)) || words.words[head].isAcronym || isPerson(place.governing.subject[0])
        {
            return nil
        }
        // "I ask the Panel to support a rise of £4": who is asked to do it.
        if let first = place.governing.subject.first,
            words.kind(first.lowerBound - 1) == .asking
                || SentenceMeaning.askingFor.contains(words.small(first.lowerBound - 1))
        {
            return nil
        }
        // "Approve the case for the bridge and award £4m": who awards stands nowhere.
        if let verb = place.governing.verb, words.kind(verb - 1) == .conjunction { return nil }
        if let verb = place.governing.verb, words.kind(verb) == .giving || words.kind(verb) == .asking || words.small(verb) == "budgeted",
            let doer = place.governing.subject.first, doer.count == 1, words.words[doer.lowerBound].isAcronym
        {
            return nil
        }
        // "educational uses as proposed on this site will generate": the clause before is cut off, and who does it isn't known; but "In 2024/25
        // parks will overspend" and "in assistant roles paid £9 an hour" are whole.
        if let first = place.governing.subject.first, let verb = place.governing.verb, isCutOff(first, before: verb) { return nil }
        // "a reduction in the levy, allowing £8m to be saved": what lets somebody do something is the whole of what was said.
        if let verb = place.governing.verb, words.vocabulary.isEnabling(words.small(verb)), words.small(verb).hasSuffix("ing") {
            return nil
        }
        return noun(of: place.governing.subject, joints: place.governing.subjectJoints, sense)
    }
}
