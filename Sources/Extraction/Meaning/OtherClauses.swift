internal import PaperModel
internal import RuleEngine

/// Which words of a sentence stand in another clause than a figure and say nothing of it.
extension SentenceMeaning {
    /// Whether a cue before a figure belongs to a clause that ended, or to an aside: "once what was brought forward is added, the gap becomes £2m",
    /// "the budget, overspent for years, is put at £2m", "for every £1 spent the system recoups £2".
    func isOfOtherClause(_ cue: Cue, _ place: Place) -> Bool {
        guard let last = words.run(of: cue.bytes).last, last < place.word else { return false }
        let governing = place.governing
        // What adjoins the figure is its own: "at £12 a day".
        if last >= governing.link.lowerBound { return false }
        if let verb = governing.verb, words.kind(verb) == .verb || words.kind(verb) == .giving, let doer = governing.subject.first,
            last < doer.lowerBound - 1, !isVoid(doer), !words.kind(doer.lowerBound - 1).isPreposition
        {
            return true
        }
        let depth = words.words[place.word].depth
        guard let comma = (last + 1..<place.word).last(where: { words.kind($0) == .comma && words.words[$0].depth == depth }) else {
            return false
        }
        let start = comma + 1
        guard start < place.word else { return false }
        if words.kind(start) == .conjunction {
            // "overspent, and only a transfer of £1.4m": the noun of a new clause that says nothing of sense.
            let hasNoun = governing.phrases.first.map { $0.lowerBound > start && !isVoid($0) } ?? false
            if hasNoun, governing.link.contains(where: { words.kind($0) == .of }) { return true }
        }
        // An aside that closes before the verb: its words say something of the doer.
        if isFinite(start) {
            guard !words.small(start).hasSuffix("ing"),
                let open = (place.room.lowerBound..<max(place.room.lowerBound, last)).last(where: {
                    words.kind($0) == .comma && words.words[$0].depth == depth
                })
            else { return false }
            // "the budget, overspent for years, is": the word of sense is the participle of the aside.
            return words.kind(open + 1).isPreposition || words.kind(open + 1) == .connective || words.small(open + 1).hasSuffix("ed")
                || words.run(of: cue.bytes).lowerBound == open + 1
        }
        // A doer and a verb of its own.
        guard let verb = (start + 1..<max(start + 1, place.word)).first(where: isFinite) else { return false }
        // "for Northwick, Southwick and Eastwick would be £2m": the comma of a list.
        if (start..<verb).contains(where: { words.kind($0) == .conjunction }) { return false }
        return (start..<verb).contains { words.kind($0).isNominal || words.kind($0) == .pronoun }
    }

    /// Whether a verb stands between a cue and the figure behind it: "against the budget this is £3m", and not "against a cost put at £3m".
    func isVerbBetween(_ cue: Cue, _ place: Place) -> Bool {
        let end = words.run(of: cue.bytes).upperBound
        return (end..<max(end, place.word)).contains { words.kind($0) == .be || words.kind($0) == .auxiliary }
    }

    /// Whether a cue is a participle that describes the noun before it: "interest on the money borrowed".
    func isModifier(_ cue: Cue) -> Bool {
        let run = words.run(of: cue.bytes)
        guard let first = run.first, words.kind(first - 1).isNominal else { return false }
        return words.small(first).hasSuffix("ed") || words.kind(first) == .giving && words.kind(run.upperBound) == .by
    }

    /// Whether a figure is taken off the one before it: "£7m net of the £2m recovered".
    func isSetOff(_ place: Place) -> Bool {
        guard place.index > 0 else { return false }
        let of = words.kind(place.word - 1) == .determiner ? place.word - 2 : place.word - 1
        return words.kind(of) == .of && words.small(of - 1) == "net"
    }

    /// Whether a word is a verb that makes a clause.
    private func isFinite(_ index: Int) -> Bool {
        switch words.kind(index) {
        case .verb, .giving, .be, .auxiliary: true
        default: false
        }
    }

    /// The verb behind a figure that says more than the noun before it: "invoices of £9,000 are overdue" are owed, "a team of 9 FTE is to be formed" is new.
    func saidBehind(_ found: Cue, _ place: Place, _ inside: (Range<Int>) -> [Cue]) -> Cue? {
        let isOpen = place.isStaff ? found.isFirmness : found.sense.map(SentenceMeaning.asked.contains) ?? false
        guard isOpen, let behind = passive(place, inside) else { return nil }
        return (place.isStaff ? !behind.isFirmness : behind.sense == .debt) ? behind : nil
    }

    /// Senses of money that may still be owed.
    private static let asked: Set<Figure.Sense> = [.spend, .price, .cost, .income]

    /// Whether a noun behind "in" says what others take: "£9,000 in legal fees", "£2m in business rates".
    func isTaken(_ cue: Cue, _ place: Place) -> Bool {
        (words.small(place.word + 1) == "in" || words.kind(place.word + 1) == .from) && (cue.sense == .price || cue.sense == .income)
    }

    /// The verb that says money goes out or in: "absorb £9,000 in legal fees" is a cost, whatever those who take it call it.
    func paidOut(_ place: Place, _ inside: (Range<Int>) -> [Cue]) -> Cue? {
        guard let verb = place.governing.verb, place.governing.phrases.isEmpty else { return nil }
        return ofVerb(verb, place, inside).last { $0.sense == .cost || $0.sense == .spend || $0.sense == .income && !$0.isFirmness }
    }
}
