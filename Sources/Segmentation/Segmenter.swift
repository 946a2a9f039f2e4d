public import PaperModel
public import RuleEngine

/// Parts a paper into agenda items, questions and replies, resolutions, recommendations and sections. Immutable, shared by all workers.
public struct Segmenter: Sendable {
    private let rules: SegmentRules
    /// A web page with fewer numbered items is read by its headings.
    private static let fewestItems = 3

    /// Makes a segmenter of the rules of `Rules/segments`; throws the first rule that it can't use as written.
    public init(rules: RuleBook) throws(UnusableRule) {
        self.rules = try SegmentRules(rules)
    }

    /// The segments of a paper in document order, parents before children; `parent` and `answers` are indices into the list.
    ///
    /// A question holds its own words alone; the reply stands beside it and names it in `answers`.
    public func segments(in paper: Paper) -> [Segment] {
        let runner = SegmentRunner(rules)
        let passages = paper.passages()
        let kind = paper.metadata.kind ?? PaperFacts(of: paper, passages: passages, runner: runner).kind
        if kind == "webPage", !passages.contains(where: { $0.role == .itemTitle }) {
            // A page that no template knows may be minutes or an agenda all the same: its items carry numbers then.
            let printed = PaperFacts(of: paper, passages: passages, runner: runner).kindOfWebPage
            let found = printed == "other" ? [] : segments(of: passages, kind: printed, in: paper, runner: runner)
            if found.count(where: { $0.kind == .agendaItem && $0.number != nil }) >= Segmenter.fewestItems { return found }
        }
        if kind == "questions" {
            return segments(of: questions(in: paper, runner: runner) ?? passages, kind: kind, in: paper, runner: runner)
        }
        if kind == "decisionNotice" {
            // The decision stands in a form, in the cell beside or below its label.
            let lines = passages.flatMap { $0.form == .table ? paper.formCells(of: $0) : [$0] }
            return segments(of: lines, kind: kind, in: paper, runner: runner)
        }
        guard kind == "agenda" || kind == "agendaPack" else { return segments(of: passages, kind: kind, in: paper, runner: runner) }
        var result: [Segment] = []
        for part in PaperParts(of: paper, passages: passages, runner: runner).parts() {
            let count = result.count
            for var segment in segments(of: Array(passages[part.passages]), kind: part.kind, in: paper, runner: runner) {
                segment.parent = segment.parent.map { $0 + count }
                segment.answers = segment.answers.map { $0 + count }
                result.append(segment)
            }
        }
        return result
    }

    /// The loader's metadata with what the first pages print: kind, organisation, committee, day of the meeting, for a PDF the
    /// title, and for an agenda pack the papers in it.
    public func metadata(of paper: Paper) -> Paper.Metadata {
        let runner = SegmentRunner(rules)
        let passages = paper.passages()
        var metadata = PaperFacts(of: paper, passages: passages, runner: runner).metadata()
        guard metadata.kind == "agenda" || metadata.kind == "agendaPack" else { return metadata }
        let parts = PaperParts(of: paper, passages: passages, runner: runner).parts()
        guard parts.count > 1 else { return metadata }
        metadata.kind = "agendaPack"
        metadata.parts = parts.compactMap { part in
            let own = Array(passages[part.passages])
            guard let first = own.first, let last = own.last else { return nil }
            return PaperFacts(of: paper, passages: own, runner: runner, firstPage: first.page).part(kind: part.kind, endPage: last.page)
        }
        return metadata
    }

    /// The passages of a paper whose tables hold questions and replies; nil where none does.
    private func questions(in paper: Paper, runner: SegmentRunner) -> [Passage]? {
        var tables: [Int: QuestionTable] = [:]
        for index in paper.tables.indices { tables[index] = QuestionTable(paper.tables[index], in: paper, runner: runner) }
        return tables.isEmpty ? nil : paper.passages(questions: tables)
    }

    private func segments(of passages: [Passage], kind: String, in paper: Paper, runner: SegmentRunner) -> [Segment] {
        let cues = CueReading(runner: runner, paper: paper, kind: kind)
        var reading = Reading(paper: paper, kind: kind, passages: passages, cues: cues)
        var items = items(of: reading, cues: cues)
        if kind == "minutes" { (reading, items) = reading.parted(after: items, cues: cues) }
        let exchanges = Questions(reading, items: items).exchanges()
        let sections = sections(of: reading, cues: cues, items: items, exchanges: exchanges)
        let headings = items.merging(sections) { item, _ in item }
        let boundaries = Set(headings.keys).union(exchanges.map(\.start))
        let decisions = Decisions(reading, cues: cues, boundaries: boundaries).decisions()
        var assembly = Assembly(reading, headings: headings, exchanges: exchanges, decisions: decisions)
        return assembly.segments()
    }

    /// The items of business by the passage that they begin at; none in a report.
    private func items(of reading: Reading, cues: CueReading) -> [Int: Heading] {
        let items = AgendaItems(reading, cues: cues)
        if reading.passages.contains(where: { $0.role == .itemTitle }) { return items.ofTemplate() }
        switch reading.kind {
        case "agenda", "agendaPack", "minutes": return items.headings()
        case "decisionNotice": return items.decided()
        default: return [:]
        }
    }

    /// The sections and recommendations: of a report, or inside items and replies.
    private func sections(of reading: Reading, cues: CueReading, items: [Int: Heading], exchanges: [Exchange]) -> [Int: Heading] {
        var taken = exchanges.reduce(into: Set(items.keys)) { $0.formUnion($1.head) }
        // Below a number that stands alone comes the item's title.
        for index in items.keys where reading.passages[index].body.isEmpty {
            if let title = reading.next(after: index) { taken.insert(title) }
        }
        // The question itself is no heading, short as it may be; what is set off in a reply is one.
        for case let body? in exchanges.map(\.body) where !reading.passages[body.index].isSetOff { taken.insert(body.index) }
        let sections = Sections(reading, cues: cues, taken: taken)
        if reading.kind == "questions" || items.isEmpty && Questions.fill(reading, with: exchanges), !exchanges.isEmpty {
            return sections.inside(Set(exchanges.map(\.start)))
        }
        if items.isEmpty { return sections.ofReport() }
        return reading.kind == "agenda" || reading.kind == "agendaPack" ? [:] : sections.inside(Set(items.keys))
    }
}
