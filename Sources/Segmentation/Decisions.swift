internal import PaperModel
internal import RuleEngine

/// A resolution: where it stands, how it ended, who moved it, and the votes on it.
struct Decision {
    /// Passage and scalar that it begins at.
    var start: (index: Int, offset: Int)
    /// One past its last passage.
    var end: Int
    /// Where it ends within its last passage; nil where it takes all of that.
    var stop: Int?
    /// Number of the paragraph that it begins.
    var number: String?
    var outcome: Segment.Outcome?
    var votes: Segment.Votes?
    var moved: String?
    var seconded: String?
    var rule: String?
    /// Why it begins and ends where it does.
    var why = ""
}

/// Finds resolutions. One begins with the words of a rule, or with the text that a page template calls a decision, and ends with its paragraph and the
/// list that belongs to it.
struct Decisions {
    private let reading: Reading
    private let extents: DecisionExtents
    private let edges: DecisionEdges
    /// For each passage what it tells of resolutions, outcomes and votes.
    private let words: [[Cue]]

    /// `words` holds for each passage what it tells of resolutions, outcomes and votes.
    init(_ reading: Reading, words: [[Cue]], edges: DecisionEdges) {
        self.reading = reading
        self.edges = edges
        let openings = reading.passages.indices.filter { index in
            words[index].contains { $0.kind == .resolution && reading.isSaid($0, at: index) }
        }
        self.words = words
        extents = DecisionExtents(reading, edges: edges, openings: Set(openings))
    }

    /// All resolutions in order; none overlaps another.
    func decisions() -> [Decision] {
        guard reading.tellsDecisions else { return [] }
        var found: [Decision] = []
        var pending = Proceedings()
        var next = 0
        for index in reading.passages.indices {
            let passage = reading.passages[index]
            if edges.isHard(index) { pending = Proceedings() }
            if index >= next, let votes = tableVotes(at: index) { pending.add(votes) }
            guard index >= next, !passage.isAside, passage.form != .table, passage.role != .agendaText, passage.role != .itemTitle else {
                continue
            }
            let words = words[index]
            if let decision = decision(at: index, words: words, pending: pending) {
                found.append(decision)
                next = decision.end
                pending = Proceedings()
            } else if words.contains(where: { $0.kind == .outcome && $0.settings["outcome"] != "carried" }) {
                pending = Proceedings()
            } else {
                for cue in words where cue.kind == .votes { pending.add(cue) }
            }
        }
        return found
    }

    private func decision(at index: Int, words: [Cue], pending: Proceedings) -> Decision? {
        let passage = reading.passages[index]
        let head = reading.cue(.resolution, at: index)
        let keyword = words.first { $0.kind == .resolution && reading.isSaid($0, at: index) }
        // What stands further down in the same text is its reason, or its votes.
        let above = reading.previous(before: index).map { reading.passages[$0] }
        let isTemplate = passage.role == .decision && !(above?.role == .decision && above?.item == passage.item)
        guard head != nil || keyword != nil || isTemplate else { return nil }
        let cue = [head, keyword].compactMap { $0 }.min { $0.range.start < $1.range.start }
        let offset = cue.map { reading.startOfDecision($0, at: index) } ?? passage.range.start
        let isHead = cue?.placement.position == .whole
        let extent: DecisionExtent
        if isTemplate {
            extent = extents.ofTemplate(from: index)
        } else if isHead || reading.kind == .decisionNotice {
            extent = extents.ofPart(from: index)
        } else {
            extent = extents.ofList(from: index, offset: offset, of: cue)
        }
        // A head with nothing below it decides nothing, and above words that resolve it is their label.
        if isHead, extent.end == index + 1 { return nil }
        if isHead, passage.isHeading, let next = reading.next(after: index), reading.cue(.resolution, at: next) != nil { return nil }
        var decision = Decision(
            start: (index, offset), end: extent.end, stop: extent.stop,
            number: cue?["number"] ?? (edges.isHard(index) ? nil : passage.number?.text) ?? extent.onlyNumber,
            rule: cue?.rule)
        decision.outcome = cue?.settings["outcome"].flatMap(Segment.Outcome.init(rawValue:))
        decision.why = extent.why
        let told = proceedings(from: index, to: extent.end, words: words, pending: pending)
        (decision.votes, decision.moved, decision.seconded) = (told.votes, told.moved, told.seconded)
        return decision
    }

    /// What a recorded vote in a table tells.
    private func tableVotes(at index: Int) -> Segment.Votes? {
        guard reading.passages[index].form == .table, let table = reading.passages[index].table,
            reading.paper.tables.indices.contains(table)
        else { return nil }
        return RecordedVote.votes(in: reading.paper.tables[table], of: reading.paper)
    }

    /// Votes and names in the resolution, in the lines directly below it, else those told before it.
    private func proceedings(from start: Int, to end: Int, words told: [Cue], pending: Proceedings) -> Proceedings {
        var own = Proceedings()
        for cue in told where cue.kind == .votes { own.add(cue) }
        var index = end
        while index < reading.passages.count, index < end + Settings.Decisions.mostVoteLines,
            !edges.isHard(index) || reading.isLabel([.votes], at: index), reading.passages[index].words <= Passage.mostWords
        {
            if let votes = tableVotes(at: index) {
                own.add(votes)
                break
            }
            let found = words[index].filter { $0.kind == .votes }
            guard !found.isEmpty || reading.isLabel([.votes], at: index), reading.cue(.resolution, at: index) == nil else { break }
            for cue in found { own.add(cue) }
            index += 1
        }
        return own.completed(by: pending)
    }
}

/// What is told of how a resolution came about.
struct Proceedings {
    private(set) var votes: Segment.Votes?
    private(set) var moved: String?
    private(set) var seconded: String?

    /// Takes the counts and names of a match; what is known stays.
    mutating func add(_ cue: Cue) {
        var counts = votes ?? Segment.Votes()
        counts.for = counts.for ?? cue["for"].flatMap { Int($0) }
        counts.against = counts.against ?? cue["against"].flatMap { Int($0) }
        counts.abstain = counts.abstain ?? cue["abstain"].flatMap { Int($0) }
        if counts != Segment.Votes() { votes = counts }
        moved = moved ?? cue["moved"]
        seconded = seconded ?? cue["seconded"]
    }

    /// Takes the counts of a table; what is known stays.
    mutating func add(_ counts: Segment.Votes) { votes = votes ?? counts }

    /// With what was told before, where it says nothing itself.
    func completed(by other: Proceedings) -> Proceedings {
        var result = self
        result.votes = votes ?? other.votes
        if moved == nil, seconded == nil { (result.moved, result.seconded) = (other.moved, other.seconded) }
        return result
    }
}
