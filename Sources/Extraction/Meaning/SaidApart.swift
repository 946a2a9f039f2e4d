internal import PaperModel
internal import RuleEngine

/// What says of an amount what it is though it stands apart from it: over a comma, before "which", before the verb of two.
extension SentenceMeaning {
    /// A threshold told in words that end where the amount begins: "where the grant is [over £2,000]", "those of [£500 or more]". It wins over the
    /// noun that is limited.
    func adjoiningLimit(_ place: Place, _ own: [Cue]) -> Cue? {
        own.last { $0.sense == .limit && words.run(of: $0.bytes).upperBound == place.word }
    }

    /// The reserves that an amount comes from, told right behind it: "income of £3,400 and £3,520 from reserves".
    func adjoiningSource(_ place: Place, _ own: [Cue]) -> Cue? {
        guard place.index > 0, words.kind(place.word + 1) == .from,
            words.kind(place.word - 1) == .conjunction || words.kind(place.word - 1) == .comma
        else { return nil }
        return own.first { $0.sense == .reserve && words.run(of: $0.bytes).lowerBound == place.word + 1 }
    }

    /// A participle right behind an amount that was named: "nothing was spent of the £90,000 allocated", "Housing: £163,000 allocated by the county".
    func adjoiningParticiple(_ place: Place, _ own: [Cue]) -> Cue? {
        guard words.small(place.word - 1) == "the" || words.isMark(place.word - 1, UInt8(ascii: ":")),
            words.small(place.word + 1).hasSuffix("ed"), !words.isTime(place.word + 2)
        else { return nil }
        return own.first { words.run(of: $0.bytes).lowerBound == place.word + 1 }
    }

    /// A verb that says of its amount that it is saved or owed, and "of" or "in" behind it: "avoid £17,000 in fees" saves, whatever the fees are.
    func strongVerb(_ place: Place, _ inside: (Range<Int>) -> [Cue]) -> Cue? {
        guard words.kind(place.word + 1).isPreposition else { return nil }
        // "write off £2,300 in council tax": a verb of two words.
        let adjoining = inside(place.room.lowerBound..<place.word).last { words.run(of: $0.bytes).upperBound == place.word }
        let verb = place.governing.phrases.isEmpty ? place.governing.verb : nil
        guard let cue = verb.flatMap({ Cues.head(of: inside($0..<$0 + 1)) }) ?? adjoining, cue.sense == .saving || cue.sense == .debt
        else { return nil }
        return cue
    }

    /// The words of sense that hold the verb before a figure: "put in £5m", "will pay £4".
    func ofVerb(_ verb: Int, _ place: Place, _ inside: (Range<Int>) -> [Cue]) -> [Cue] {
        inside(place.room.lowerBound..<place.word).filter { words.run(of: $0.bytes).contains(verb) }
    }

    /// The subject's head; else words of sense with a preposition in them: "reductions in spending come to £3m".
    func ofSubject(_ governing: Governing, _ inside: (Range<Int>) -> [Cue]) -> Cue? {
        if let found = outermost(governing.subject, inside) { return found }
        guard let first = governing.subject.first, let last = governing.subject.last, governing.subject.count > 1,
            first.lowerBound < last.upperBound
        else { return nil }
        return Cues.head(of: inside(first.lowerBound..<last.upperBound))
    }

    /// The word between two amounts of one verb that says what the second is: "cost £10m and are now worth £9m".
    func ofSecond(_ place: Place, _ inside: (Range<Int>) -> [Cue]) -> Cue? {
        guard place.governing.isShared else { return nil }
        return inside(max(place.room.lowerBound, place.governing.link.lowerBound)..<place.word).last { !$0.isFirmness }
    }

    /// The noun that an amount between commas says more of: "the ceiling on deposits, £8m, was kept"; and that of a clause with "which":
    /// "the authorised limit, which is £6m", "the reserve, in which there is £3m".
    func head(apartFrom place: Place) -> [Range<Int>] {
        let limit = place.room.lowerBound
        let comma = place.word - 1
        if words.kind(comma) == .comma, words.kind(place.word + 1) == .comma || words.kind(place.word + 1) == .stop {
            return phrases(endingAt: comma, from: limit)
        }
        guard place.governing.phrases.isEmpty else { return [] }
        var end = place.governing.link.lowerBound
        if words.kind(end - 1) == .pronoun, words.small(end - 1) == "there" { end -= 1 }
        guard end > limit, words.kind(end - 1) == .connective, words.small(end - 1) == "which" else { return [] }
        end -= 1
        if words.kind(end - 1).isPreposition { end -= 1 }
        if words.kind(end - 1) == .comma { end -= 1 }
        return words.chain(endingAt: end, from: limit).phrases
    }

    /// Noun phrases that end at a word, over any preposition: "the ceiling on deposits with any one bank".
    private func phrases(endingAt end: Int, from limit: Int) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var place = end
        for _ in 0..<4 {
            let found = words.chain(endingAt: place, from: limit)
            guard let first = found.phrases.first else { break }
            result.insert(contentsOf: found.phrases, at: 0)
            guard first.lowerBound > limit, words.kind(first.lowerBound - 1).isPreposition else { break }
            place = first.lowerBound - 1
        }
        return result
    }

    /// Whether what an amount is may be told by the one before it, though they stand in no list.
    func leansOnPrevious(_ place: Place) -> Bool {
        isSum(place) || place.governing.isShared || isCompared(place) || sharesDoer(place) || tellsOfPrevious(place) || isAdded(place)
            || isOneOf(place) || isPartOfPrevious(place) || isAverage(place) || isMade(place)
            || isPartOfFirst(place) || isParallel(place)
    }

    /// Whether an amount goes on a row of amounts that are each for something: "£300 for a permit that is valid for a year, £175 for six months".
    private func isParallel(_ place: Place) -> Bool {
        guard place.index > 0, words.kind(place.word + 1) == .purpose,
            words.kind(place.word - 1) == .conjunction || words.kind(place.word - 1) == .comma
        else { return false }
        return words.kind(words.figures[place.index - 1] + 1) == .purpose
    }

    /// Whether a figure is a part of the one before it: "£6m, of which £4.9m was for care", "£6m, including £2m for roads".
    private func isPartOfPrevious(_ place: Place) -> Bool {
        guard place.index > 0 else { return false }
        var index = place.word - 1
        // "of which our share is £2m".
        if words.kind(index) == .be, words.small(index - 1) == "share" { index -= words.kind(index - 2) == .determiner ? 3 : 2 }
        while index > place.room.lowerBound, words.kind(index) == .link || words.isAdverb(index) { index -= 1 }
        switch words.small(index) {
        case "which", "whom": return words.kind(index - 1) == .of
        case "including", "comprising":
            return words.kind(index - 1) == .comma || words.kind(index - 1) == .open || index == place.room.lowerBound
        default: return false
        }
    }

    /// Whether a figure divides the one before it: "£90,000, an average of £3,000 each", "on average £3,000".
    func isAverage(_ place: Place) -> Bool {
        guard place.index > 0 else { return false }
        let last = words.kind(place.word - 1) == .of ? place.word - 2 : place.word - 1
        guard words.small(last) == "average" else { return false }
        let before = words.kind(last - 1)
        return before == .on || before == .determiner && [.comma, .conjunction, .open, .dash].contains(words.kind(last - 2))
    }

    /// Whether a figure is what the one before it is to become: "had been £250,000, and it was proposed to make it £500,000".
    private func isMade(_ place: Place) -> Bool {
        guard place.index > 0 else { return false }
        // "it is proposed to raise this to £14".
        if words.kind(place.word - 1) == .to { return ["this", "it", "that", "them", "these"].contains(words.small(place.word - 2)) }
        return words.small(place.word - 1) == "it" && words.small(place.word - 2).hasPrefix("mak")
    }

    /// Whether an amount is one of those that a first is parted into: "Of the £9.8m programme, £6.1m has been delivered and £2.2m is on track".
    private func isPartOfFirst(_ place: Place) -> Bool {
        place.index > 0 && words.kind(0) == .of && words.figures[0] < SentenceMeaning.longestTime && place.governing.phrases.isEmpty
            && place.following.isEmpty
    }

    /// Whether the amounts of a sentence are the parts of what it begins with: "The overspend is made up of £1.9m on care, £0.6m on legal costs".
    func isBreakdown(_ place: Place) -> Bool {
        guard place.index > 0, words.kind(place.word + 1) == .on || words.kind(place.word + 1) == .purpose else { return false }
        return (0..<words.figures[0]).contains { index in
            words.small(index) == "comprises" || words.small(index) == "comprising"
                || words.small(index) == "made" && words.small(index + 1) == "up" && words.kind(index + 2) == .of
        }
    }

    /// Whether an amount is what parts the two before it: "from £1,500 to £1,570, that is, by £70".
    func isStep(_ place: Place) -> Bool {
        place.index > 1 && words.kind(place.word - 1) == .by && words.kind(words.figures[place.index - 1] - 1) == .to
            && !(place.room.lowerBound..<place.word).contains { words.kind($0).isNominal }
    }

    /// Whether an amount is one of those before it: "arrears are £1.1m, the largest account being £7,000".
    private func isOneOf(_ place: Place) -> Bool {
        place.index > 0 && words.small(place.word - 1) == "being" && words.kind(place.room.lowerBound) != .stop
    }

    /// Whether an amount is named beside the one before it: "£9m for care, together with £3m for rents".
    func isAdded(_ place: Place) -> Bool {
        isStep(place)
            || place.index > 0 && words.small(place.word - 1) == "with" && ["together", "along"].contains(words.small(place.word - 2))
    }

    /// Whether a figure is a part of what the sentence before tells: "Roads accounted for £2m of these", "Of these £3m are lent".
    func isPartOfLast(_ place: Place) -> Bool {
        let start = words.kind(place.word + 1) == .of ? place.word + 2 : words.kind(0) == .of && place.index == 0 ? 1 : nil
        guard let start else { return false }
        return ["these", "them", "this", "those"].contains(words.small(start)) && !words.kind(start + 1).isNominal
    }

    /// Whether a sentence says no more of a figure than that it is one of what the sentence before tells: "It had been set at £9,000", "That was a drop
    /// of £600", "An amendment to make it £700 was lost".
    func tellsOfSentenceBefore(_ place: Place, isDirected: Bool) -> Bool {
        guard place.index == 0, place.following.isEmpty || place.following.allSatisfy({ !words.kind($0).isNominal }) else { return false }
        if words.small(place.word - 1) == "it", words.small(place.word - 2).hasPrefix("mak") { return true }
        let first = behindTime()
        let isPointing: Bool
        switch words.kind(first) {
        case .pronoun: isPointing = words.small(first) == "it" || words.small(first) == "they"
        case .determiner: isPointing = ["this", "that", "these", "those"].contains(words.small(first)) && !words.kind(first + 1).isNominal
        default: isPointing = false
        }
        // A change of what goes one way already, "this was a reduction of £3m" behind an overspend, is none of it.
        guard isPointing, comparison(place) == nil || !isDirected, place.governing.phrases.allSatisfy(isVoid) else { return false }
        return (first + 1..<max(first + 1, place.word)).allSatisfy {
            !words.kind($0).isNominal || isVoid($0..<$0 + 1) || words.isTime($0) || words.isAdverb($0)
        }
    }

    /// Where a sentence begins behind the time that it opens with: "Last year it was £9,000", "In 2023, they were £4".
    private func behindTime() -> Int {
        var index = 0
        while index < words.words.count, index < SentenceMeaning.longestTime,
            words.isTime(index) || words.kind(index) == .number || words.small(index) == "last" || words.small(index) == "previously"
                || words.kind(index) == .preposition && words.small(index) == "in"
        {
            index += 1
        }
        return words.kind(index) == .comma ? index + 1 : index
    }

    /// Most words of a time that opens a sentence.
    private static let longestTime = 4

    /// Whether a sentence is the amount alone that a question before it asks for: "How much was paid? £44,000 for damage to cars."
    func isAnswer(_ place: Place) -> Bool {
        guard place.index == 0, isEntry(place) else { return false }
        // "Answer: £83,417", "A. £83,417".
        if place.word == 2, words.kind(1) == .stop { return true }
        return place.word <= 1 && (0..<place.word).allSatisfy { words.kind($0) != .word }
    }

    /// The noun before "of which", where an amount behind it says no more: "reductions in spending, of which the largest is the bus (£4m)".
    func ofWhich(_ place: Place, _ inside: (Range<Int>) -> [Cue]) -> Cue? {
        let clause = clause(place)
        guard clause.lowerBound > place.room.lowerBound + 1, words.small(clause.lowerBound - 1) == "which",
            words.kind(clause.lowerBound - 2) == .of
        else { return nil }
        let end = clause.lowerBound - (words.kind(clause.lowerBound - 3) == .comma ? 3 : 2)
        let phrases = words.chain(endingAt: end, from: place.room.lowerBound).phrases
        guard let first = phrases.first, let last = phrases.last, first.lowerBound < last.upperBound else { return nil }
        return outermost(phrases, inside) ?? Cues.head(of: inside(first.lowerBound..<last.upperBound))
    }

    /// Whether the verb before a figure has the doer of the figure before it: "averaged £45m and stood at £38m", "cost £5, now costs £6".
    func sharesDoer(_ place: Place) -> Bool {
        guard place.index > 0 else { return false }
        let start = place.room.lowerBound
        var index = place.word - 1
        var hasVerb = false
        while index >= start {
            switch words.kind(index) {
            case .verb, .be, .auxiliary: hasVerb = true
            case .link, .to, .preposition, .time, .quantity: break
            case .word where words.isAdverb(index) || words.small(index).hasPrefix("cost") || words.small(index).hasPrefix("average"):
                hasVerb = hasVerb || !words.isAdverb(index)
            case .conjunction, .comma: return hasVerb
            default: return false
            }
            index -= 1
        }
        return false
    }

    /// Whether a figure tells more of the one before it: "£1.9m, which is £0.3m more than planned", "£6m, to which are added £4m for fees".
    func tellsOfPrevious(_ place: Place) -> Bool {
        guard place.index > 0 else { return false }
        var index = place.room.lowerBound
        if words.kind(index) == .open, let close = closeOf(index) { index = close + 1 }
        if words.kind(index) == .comma { index += 1 }
        if words.kind(index) == .to { index += 1 }
        guard index < place.word, words.kind(index) == .connective, words.small(index) == "which" else { return false }
        return (index + 1..<place.word).allSatisfy {
            switch words.kind($0) {
            case .be, .link, .time, .verb, .to: true
            default: words.isAdverb($0)
            }
        }
    }

    /// The sense of the variance before, or the other where a word behind the amount turns it: "Overtime was £9,000 over budget and fuel £2,000 less".
    func turned(_ sense: Figure.Sense?, _ place: Place) -> Figure.Sense? {
        let next = words.small(place.word + 1)
        switch sense {
        case .overspend where SentenceMeaning.below.contains(next): return .underspend
        case .underspend where SentenceMeaning.above.contains(next): return .overspend
        default: return sense
        }
    }

    /// Whether one word behind an amount says that it is more or less than something that was named.
    func isBareDifference(_ place: Place) -> Bool {
        let next = words.small(place.word + 1)
        guard place.index > 0, SentenceMeaning.below.contains(next) || SentenceMeaning.above.contains(next) else { return false }
        switch words.kind(place.word + 2) {
        case .stop, .comma, .conjunction, .close: return true
        default: return place.word + 2 >= words.words.count
        }
    }

    private static let below: Set<String> = ["less", "lower", "under", "below"]
    private static let above: Set<String> = ["more", "higher", "over", "above"]

    /// Senses that an amount keeps when it is only the difference between two: "parking should yield £0.4m more than was budgeted" is income.
    static let kept: Set<Figure.Sense> = [.income, .funding, .grant, .contribution, .contract, .price, .cost]

    /// Whether a variance keeps the sense of the amount before it, that it is told of.
    static func staysOfVariance(_ sense: Figure.Sense?) -> Bool { sense.map { ways.contains($0) || kept.contains($0) } ?? false }

    /// What the subject or verb of a difference says it is a difference of.
    func keptSense(_ place: Place, _ inside: (Range<Int>) -> [Cue]) -> Cue? {
        guard hasComparisonBehind(place) else { return nil }
        let governing = place.governing
        let verb = governing.verb.flatMap { Cues.head(of: inside($0..<$0 + 1)) }
        let found = before(governing, inside) ?? verb ?? outermost(governing.subject, inside)
        return found.flatMap { cue in cue.sense.map(SentenceMeaning.kept.contains) ?? false ? cue : nil }
    }
}
