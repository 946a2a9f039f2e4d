internal import PaperModel
internal import RuleEngine

/// A resolution: where it stands, how it ended, and the votes on it.
struct Decision {
    /// Passage and scalar that it begins at.
    var start: (index: Int, offset: Int)
    /// One past its last passage.
    var end: Int
    /// Number of the paragraph that it begins.
    var number: String?
    var outcome: Segment.Outcome?
    var votes: Segment.Votes?
    var rule: String?
}

/// Finds resolutions. One begins with the words of a rule, or with the text that a page template calls a decision, and ends with its paragraph and the
/// list that belongs to it.
struct Decisions {
    private let reading: Reading
    private let cues: CueReading
    /// Passages at which an item, a section or a question begins.
    private let boundaries: Set<Int>

    /// Papers that tell what a meeting decided.
    private static let papers: Set = ["minutes", "decisionNotice", "webPage"]
    /// How far behind a line between the parts of a resolution its next lettered part may stand: a heading, and a line that leads in.
    private static let reachOfList = 3

    init(_ reading: Reading, cues: CueReading, boundaries: Set<Int>) {
        self.reading = reading
        self.cues = cues
        self.boundaries = boundaries
    }

    /// All resolutions in order; none overlaps another.
    func decisions() -> [Decision] {
        guard Decisions.papers.contains(reading.kind) else { return [] }
        var found: [Decision] = []
        var pending = Segment.Votes()
        var next = 0
        for index in reading.passages.indices {
            let passage = reading.passages[index]
            if boundaries.contains(index) { pending = Segment.Votes() }
            guard index >= next, !passage.isAside, passage.form != .table, passage.role != .agendaText, passage.role != .itemTitle else {
                continue
            }
            let words = cues.words(SegmentRules.proceedings, in: passage)
            if let decision = decision(at: index, words: words, pending: pending) {
                found.append(decision)
                next = decision.end
                pending = Segment.Votes()
            } else if words.contains(where: { $0.kind == .outcome && $0.settings["outcome"] != "carried" }) {
                pending = Segment.Votes()
            } else {
                for cue in words where cue.kind == .votes { pending.add(cue) }
            }
        }
        return found
    }

    private func decision(at index: Int, words: [Cue], pending: Segment.Votes) -> Decision? {
        let passage = reading.passages[index]
        let head = reading.cue(.resolution, at: index)
        let keyword = words.first { $0.kind == .resolution }
        let isTemplate = passage.role == .decision
        guard head != nil || keyword != nil || isTemplate else { return nil }
        let cue = [head, keyword].compactMap { $0 }.min { $0.range.start < $1.range.start }
        let offset = cue.map { start(of: $0, at: index) } ?? passage.range.start
        let isHead = cue?.placement.position == .whole || reading.kind == "decisionNotice"
        let end = isTemplate ? endOfTemplate(from: index) : isHead ? endOfPart(from: index) : endOfList(from: index, of: cue)
        // A head with nothing below it decides nothing.
        if cue?.placement.position == .whole, end == index + 1 { return nil }
        var decision = Decision(start: (index, offset), end: end, number: passage.number?.text, rule: cue?.rule)
        decision.outcome = cue?.settings["outcome"].flatMap(Segment.Outcome.init(rawValue:))
        decision.votes = votes(from: index, to: end, words: words, pending: pending)
        return decision
    }

    /// The sentence that holds the words, or the words themselves where they begin a line: they were set off then.
    private func start(of cue: Cue, at index: Int) -> Int {
        let text = reading.text(at: index)
        let words = text.slice(cue.range)
        let beginsLine = words.contains("\n") || cue.range.start > 0 && text.scalars[cue.range.start - 1] == "\n"
        return beginsLine ? cue.range.start : text.startOfSentence(at: cue.range.start, in: reading.passages[index].body)
    }

    private func isBoundary(_ index: Int) -> Bool {
        boundaries.contains(index) || reading.isLabel(["closing", "votes", "banner"], at: index)
    }

    /// To the end of the template's text, without the votes at its end.
    private func endOfTemplate(from start: Int) -> Int {
        var end = start + 1
        for index in (start + 1)..<max(start + 1, reading.passages.count) {
            let passage = reading.passages[index]
            guard passage.role == .decision, passage.item == reading.passages[start].item else { break }
            if !reading.isLabel(["votes"], at: index) { end = index + 1 }
        }
        return end
    }

    /// To the next heading.
    private func endOfPart(from start: Int) -> Int {
        var end = start + 1
        while end < reading.passages.count, !isBoundary(end) { end += 1 }
        return end
    }

    /// To the end of the list that belongs to the paragraph.
    private func endOfList(from start: Int, of cue: Cue?) -> Int {
        let first = reading.passages[start]
        var last = start
        var number = cue.flatMap { firstPart(after: $0, at: start) }
        while var next = reading.next(after: last) {
            // A line on the vote may stand between two parts.
            if reading.isLabel(["votes"], at: next), let number, let after = reading.next(after: next),
                reading.passages[after].number?.follows(number) ?? false
            {
                next = after
            }
            if isBoundary(next) { break }
            let passage = reading.passages[next]
            guard passage.form != .table, passage.item == first.item, passage.role == first.role, !isOpening(next) else { break }
            // The next paragraph of the minutes, by its number.
            if let own = first.number, let after = passage.number, after.follows(own) { break }
            let isOpen = reading.passages[last].isUnfinished
            let isPart =
                passage.number != nil && (number.map { passage.number?.follows($0) ?? false } ?? isOpen) || passage.isBulleted && isOpen
            guard isPart || isOpen || passage.isContinued || goesOn(after: next, from: number) else { break }
            if passage.number != nil, isPart { number = passage.number }
            last = next
        }
        return last + 1
    }

    /// The number of a resolution's first part where that stands on the line of its words: "RESOLVED – (a) That".
    private func firstPart(after cue: Cue, at index: Int) -> PrintedNumber? {
        let scalars = reading.text(at: index).scalars[cue.range.end..<max(cue.range.end, reading.passages[index].range.end)]
        let part = scalars.drop { $0.properties.isWhitespace || $0.properties.isDash || $0 == ":" }
        guard let number = PrintedNumber(part), number.isDelimited, number.values == [1] else { return nil }
        return number
    }

    /// Whether another resolution begins at a passage.
    private func isOpening(_ index: Int) -> Bool {
        reading.cue(.resolution, at: index) != nil
    }

    /// Whether the list goes on within a few passages of a line between its parts.
    private func goesOn(after index: Int, from number: PrintedNumber?) -> Bool {
        guard let number else { return false }
        var place = index
        for _ in 0..<Decisions.reachOfList {
            if reading.passages[place].number?.follows(number) ?? false { return true }
            guard let next = reading.next(after: place), !isBoundary(next) else { return false }
            place = next
        }
        return false
    }

    /// Votes in the resolution, in the lines directly below it, else those taken before it.
    private func votes(from start: Int, to end: Int, words: [Cue], pending: Segment.Votes) -> Segment.Votes? {
        var votes = Segment.Votes()
        for cue in words where cue.kind == .votes { votes.add(cue) }
        var index = end
        while index < reading.passages.count, index < end + 8, !boundaries.contains(index),
            reading.passages[index].words <= Passage.mostWords
        {
            let found = cues.words([.votes], in: reading.passages[index])
            guard !found.isEmpty || reading.isLabel(["votes"], at: index) else { break }
            for cue in found { votes.add(cue) }
            index += 1
        }
        let result = votes == Segment.Votes() ? pending : votes
        return result == Segment.Votes() ? nil : result
    }
}

extension Passage {
    /// Whether more must follow: a colon, a comma, a semicolon, "and", or no stop at all.
    fileprivate var isUnfinished: Bool {
        switch ending {
        case ".", "!", "?", "\u{201D}", "\"": false
        default: true
        }
    }
}

extension Segment.Votes {
    /// Takes the counts of a match; a count that is known stays.
    fileprivate mutating func add(_ cue: Cue) {
        self.for = self.for ?? cue["for"].flatMap { Int($0) }
        against = against ?? cue["against"].flatMap { Int($0) }
        abstain = abstain ?? cue["abstain"].flatMap { Int($0) }
    }
}
