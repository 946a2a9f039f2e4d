public import PaperModel
public import RuleEngine

/// Why a run of text or a cell of a table gives the figures that it gives.
public struct Explanation: Sendable {
    /// A cue that the words hold, whether or not a figure took it.
    public struct Cue: Sendable, Equatable {
        /// Id of the rule.
        public var rule: String
        /// Its words.
        public var text: String
        /// Whether it set a field of a figure here; else it is out of reach of them all, or another goes first.
        public var isUsed: Bool
    }

    /// 1-based page; 1 for a plain text.
    public var page: Int
    /// The cell, where it is one.
    public var cell: Figure.CellReference?
    /// The words.
    public var text: String
    /// Every claim on an amount, in order.
    public var candidates: [Candidate]
    /// What was found, with its words.
    public var figures: [(text: String, figure: Figure)]
    /// The cues in the words that reach further than the next word, in order; empty where no figure was found.
    public var cues: [Cue]

    fileprivate var place: (Int, Int) { (page, candidates.first?.spans.first?.range.start ?? 0) }
}

extension FigureExtractor {
    /// Explains each paragraph and cell of a paper that a rule for amounts makes a claim on, in order.
    public func explanations(in paper: Paper) -> [Explanation] {
        let paper = withUnits(paper)
        var result: [Explanation] = []
        let passages = paper.passages
        for passage in passages {
            let introduction = passage.introduction.map { passages[$0].text }
            let mentions = prose.mentions(in: passage.text, introduction: introduction)
            if let found = explanation(of: passage, mentions, prose.claims(in: passage.text), in: paper) { result.append(found) }
        }
        let lines = LinesAbove(paper)
        var labels = LabelReader(paper, vocabulary)
        for index in paper.tables.indices {
            let layout = TableLayout(paper.tables[index], in: paper)
            for reading in readings(of: layout, table: index, in: paper, lines: lines) {
                let named = labels.labels(layout, table: index, row: reading.row, column: reading.column)
                let claims = reading.surroundings.map { cells.claims(in: reading.text, of: $0) } ?? prose.claims(in: reading.text)
                guard var found = explanation(of: reading.passage, mentions(in: reading, named: named), claims, in: paper) else { continue }
                found.cell = labels.reference(table: index, row: reading.row, column: reading.column, named: named)
                result.append(found)
            }
        }
        return result.sorted { $0.place < $1.place }
    }

    /// Explains each paragraph of a plain text that a rule for amounts makes a claim on.
    public func explanations(inText text: String) -> [Explanation] {
        var paper = Paper(mediaType: .html)
        var page = Page(number: 1)
        page.text = PageText(text)
        page.blocks = TextFigure.paragraphs(of: page.text.scalars).map { Block(kind: .paragraph, range: $0) }
        paper.pages = [page]
        paper.pageCount = 1
        return explanations(in: paper)
    }

    private func explanation(of passage: Passage, _ mentions: [Mention], _ claims: [ProseReader.Claim], in paper: Paper) -> Explanation? {
        guard let first = passage.pieces.first, !claims.isEmpty else { return nil }
        let used = Set(mentions.flatMap { [$0.figure.rule] + $0.figure.cues })
        let cues = mentions.isEmpty ? [] : prose.runner.matches(of: prose.phases.cues, in: passage.text)
        return Explanation(
            page: first.page, text: passage.text.plain,
            candidates: claims.map { claim in
                Candidate(
                    rule: claim.match.rule.id, priority: claim.match.rule.priority, spans: passage.spans(of: claim.match.bytes),
                    text: claim.match.text,
                    outcome: claim.outcome ?? (mentions.contains { claim.carries($0) } ? .won : .nothingToCarryOn))
            },
            figures: mentions.map { (paper.text(of: passage.spans(of: $0.words)), $0.placed(in: passage)) },
            cues: cues.map { Explanation.Cue(rule: $0.rule.id, text: $0.text, isUsed: used.contains($0.rule.id)) })
    }
}

extension Figure {
    /// The fields that a cue set, with their values as records have them.
    public func fields(setBy cue: Rule) -> [(name: String, value: String)] {
        switch cue.finds {
        case .approximation, .bound:
            (isApproximate && cue.settings["approximate"] == "true" ? [("approximate", "true")] : [])
                + (bound.flatMap { cue.settings["bound"] == $0.rawValue ? [("bound", $0.rawValue)] : nil } ?? [])
        case .rate: per.map { [("per", $0)] } ?? []
        case .period: period.map { [("period", "\($0.start) to \($0.end)")] } ?? []
        case .sense: sense.map { [("sense", $0.rawValue)] } ?? []
        case .basis: cue.settings["basis"].map { [("basis", $0)] } ?? []
        case .comparison: comparison.map { [("comparison", $0.rawValue)] } ?? []
        case .unit: [("unit", unit)] + (cue.settings["scale"].flatMap { $0 == "1" ? nil : [("scale", $0)] } ?? [])
        case .scope: cue.settings["kind"].map { [("kind", $0)] } ?? [("period", "of the table's introduction")]
        default: []
        }
    }
}
