public import PaperModel
public import RuleEngine

/// Parts a paper into agenda items, questions and replies, resolutions, recommendations and sections. Immutable, shared by all workers.
public struct Segmenter: Sendable {
    let rules: SegmentRules

    /// Makes a segmenter of the rules of `Rules/segments`; throws the first rule that it can't use as written.
    public init(rules: RuleBook) throws(UnusableRule) {
        self.rules = try rules.prepared { book throws(UnusableRule) in try SegmentRules(book) }
    }

    /// The lines of a paper as they are read, for both its metadata and its segments: they follow from its pages and tables alone.
    public struct Passages: Sendable {
        let list: [Passage]
    }

    /// The passages of a paper.
    public func passages(of paper: Paper) -> Passages { Passages(list: paper.passages(runner: SegmentRunner(rules))) }

    /// The segments of a paper in document order, parents before children; `parent`, `answers` and `sameAs` are indices into the list.
    ///
    /// A question holds its own words alone; the reply stands beside it and names it in `answers`.
    public func segments(in paper: Paper) -> [Segment] { segments(in: paper, passages: passages(of: paper)) }

    /// The same where the paper's passages are known.
    public func segments(in paper: Paper, passages: Passages) -> [Segment] {
        var segments = parts(of: paper, passages: passages.list).flatMap { part in part.segments.map(\.segment) }
        SameDecision.link(&segments, in: paper)
        return segments
    }

    /// The loader's metadata with what the first pages print: kind, organisation, committee, day of the meeting, for a PDF the
    /// title, and for an agenda pack the papers in it.
    public func metadata(of paper: Paper) -> Paper.Metadata { metadata(of: paper, passages: passages(of: paper)) }

    /// The same where the paper's passages are known.
    public func metadata(of paper: Paper, passages: Passages) -> Paper.Metadata {
        let runner = SegmentRunner(rules)
        let passages = passages.list
        var metadata = PaperFacts(of: paper, passages: passages, runner: runner).metadata()
        guard metadata.kind?.isAgenda ?? false else { return metadata }
        let parts = PaperParts(of: paper, passages: passages, runner: runner).parts()
        guard parts.count > 1 else { return metadata }
        metadata.kind = .agendaPack
        metadata.parts = parts.compactMap { part in
            let own = Array(passages[part.passages])
            guard let first = own.first, let last = own.last else { return nil }
            return PaperFacts(of: paper, passages: own, runner: runner, firstPage: first.page).part(kind: part.kind, endPage: last.page)
        }
        return metadata
    }

    /// A paper, or a paper of a pack, as it was read, with its segments.
    struct Part {
        var reading: Reading
        var segments: [ExplainedSegment]
    }

    /// What is read of each paper in a file; the indices in segments are those of the whole list.
    func parts(of paper: Paper) -> [Part] { parts(of: paper, passages: passages(of: paper).list) }

    private func parts(of paper: Paper, passages: [Passage]) -> [Part] {
        let runner = SegmentRunner(rules)
        let printed = paper.metadata.kind ?? PaperFacts(of: paper, passages: passages, runner: runner).kind
        // What the template of a page says of its parts tells more than the kind of paper does.
        let kind = printed.isOfMeeting && passages.contains { $0.role == .itemTitle } ? .webPage : printed
        switch kind {
        case .questions:
            let asked = questions(in: paper, runner: runner) ?? passages
            return [part(of: withQuestionForms(asked, kind: kind, in: paper, runner: runner), kind: kind, in: paper, runner: runner)]
        case .decisionNotice:
            // The decision stands in a form, in the cell beside or below its label.
            let cues = CueReading(runner: runner, paper: paper, kind: kind)
            let lines = (decisions(in: paper, runner: runner) ?? passages).flatMap { passage in
                passage.form == .table
                    ? paper.formCells(of: passage) : cues.isFormLine(passage) ? paper.rowCells(of: passage) : [passage]
            }
            return [part(of: lines, kind: kind, in: paper, runner: runner)]
        case .agenda, .agendaPack:
            let papers = PaperParts(of: paper, passages: passages, runner: runner).parts()
            var result: [Part] = []
            var count = 0
            for (index, range) in papers.enumerated() {
                var part = part(of: Array(passages[range.passages]), kind: range.kind, in: paper, runner: runner)
                for place in part.segments.indices {
                    part.segments[place].segment.parent = part.segments[place].segment.parent.map { $0 + count }
                    part.segments[place].segment.answers = part.segments[place].segment.answers.map { $0 + count }
                    if papers.count > 1 { part.segments[place].segment.part = index }
                }
                count += part.segments.count
                result.append(part)
            }
            return result
        default:
            let asked = kind == .report || kind == .webPage && printed != .webPage ? nil : questions(in: paper, runner: runner)
            return [part(of: asked ?? passages, kind: kind, rules: printed, in: paper, runner: runner)]
        }
    }

    /// The passages of a paper whose tables hold questions and replies; nil where none does.
    private func questions(in paper: Paper, runner: SegmentRunner) -> [Passage]? {
        var tables: [Int: QuestionTable] = [:]
        for index in paper.tables.indices { tables[index] = QuestionTable(paper.tables[index], in: paper, runner: runner) }
        return tables.isEmpty ? nil : paper.passages(questions: tables, runner: runner)
    }

    /// The passages of a paper whose tables list decisions; nil where none does.
    private func decisions(in paper: Paper, runner: SegmentRunner) -> [Passage]? {
        var tables: [Int: DecisionTable] = [:]
        for index in paper.tables.indices { tables[index] = DecisionTable(paper.tables[index], in: paper, runner: runner) }
        return tables.isEmpty ? nil : paper.passages(decisions: tables, runner: runner)
    }

    /// Passages with the cells of each form in which a question stands over or beside its reply: "Question", "Answer" in the first column.
    private func withQuestionForms(_ passages: [Passage], kind: Paper.Kind, in paper: Paper, runner: SegmentRunner) -> [Passage] {
        let cues = CueReading(runner: runner, paper: paper, kind: kind)
        return passages.flatMap { passage in
            guard passage.form == .table else { return [passage] }
            let cells = paper.formCells(of: passage)
            let kinds = Set(cells.flatMap { cues.heads(of: $0) }.filter { $0.groups["text"] == nil }.map(\.kind))
            return kinds.contains(.reply) && kinds.contains(.question) ? cells : [passage]
        }
    }

    /// `rules` is the kind whose rules hold where a page's template has parted it already.
    private func part(of passages: [Passage], kind: Paper.Kind, rules: Paper.Kind? = nil, in paper: Paper, runner: SegmentRunner) -> Part {
        let cues = CueReading(runner: runner, paper: paper, kind: rules ?? kind)
        var reading = Reading(paper: paper, kind: kind, passages: passages, cues: cues)
        var items = items(of: reading, cues: cues)
        if kind == .minutes { (reading, items) = reading.parted(after: items, cues: cues) }
        (reading, items) = reading.parted(
            at: reading.repliesWithin(Announcements(reading, items: items), cues: cues), items: items, cues: cues)
        var told = reading.proceedings(cues)
        let further = reading.furtherResolutions(told)
        if !further.isEmpty {
            (reading, items) = reading.parted(at: further, items: items, cues: cues)
            told = reading.proceedings(cues)
        }
        let announcements = Announcements(reading, items: items)
        let exchanges = Questions(reading, items: items, announcements: announcements, cues: cues).exchanges()
        var sections = sections(of: reading, cues: cues, items: items, exchanges: exchanges)
        let edges = DecisionEdges(
            reading, hard: Set(items.keys).union(exchanges.map(\.start)), headings: Set(sections.keys))
        let decisions = Decisions(reading, words: told, edges: edges).decisions()
        // A part of a resolution is no section, bold as it may be.
        for decision in decisions {
            for index in decision.start.index..<decision.end {
                // Unless it heads the paragraph that goes on to tell what was decided.
                let isHead = index == decision.start.index && decision.start.offset > reading.passages[index].body.start
                if !(isHead && sections[index]?.isLead ?? false) { sections[index] = nil }
            }
        }
        let headings = items.merging(sections) { item, _ in item }
        var assembly = Assembly(
            reading, headings: headings, exchanges: exchanges, decisions: decisions, forms: FormField.fields(of: reading))
        return Part(reading: reading, segments: assembly.segments())
    }

    /// The items of business by the passage that they begin at; none in a report.
    private func items(of reading: Reading, cues: CueReading) -> [Int: Heading] {
        if reading.passages.contains(where: { $0.role == .itemTitle }) {
            return ItemTitles(reading, cues: cues, isAgenda: true).ofTemplate()
        }
        let items = AgendaItems(reading, cues: cues)
        switch reading.kind {
        case .agenda, .agendaPack, .minutes: return items.headings()
        case .decisionNotice: return items.decided()
        default: return [:]
        }
    }

    /// The sections and recommendations: of a report, or inside items and replies.
    private func sections(of reading: Reading, cues: CueReading, items: [Int: Heading], exchanges: [Exchange]) -> [Int: Heading] {
        var taken = exchanges.reduce(into: Set(items.keys)) { $0.formUnion($1.head) }
        // Below a number that stands alone comes the item's title.
        for (index, item) in items {
            guard let next = reading.next(after: index) else { continue }
            let isNumber = reading.passages[index].body.isEmpty
            if isNumber || !item.title.isEmpty && reading.title(reading.passages[next].body, at: next) == item.title { taken.insert(next) }
        }
        // The question itself is no heading, short as it may be; what is set off in a reply is one.
        for case let body? in exchanges.map(\.body) where !reading.passages[body.index].isSetOff { taken.insert(body.index) }
        let sections = Sections(reading, cues: cues, taken: taken)
        if reading.kind == .questions || items.isEmpty && Questions.fill(reading, with: exchanges), !exchanges.isEmpty {
            return sections.inside(Set(exchanges.map(\.start)))
        }
        if items.isEmpty { return sections.ofReport() }
        return reading.kind.isAgenda ? [:] : sections.inside(Set(items.keys))
    }
}
