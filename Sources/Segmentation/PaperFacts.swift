internal import PaperModel
internal import RuleEngine

/// Reads what a paper says of itself on its first pages: its kind, whose it is, and of which meeting.
struct PaperFacts {
    private let paper: Paper
    private let passages: [Passage]
    private let runner: SegmentRunner

    /// Passages that are looked at: what a paper is stands in its first lines, behind at most a cover.
    private static let mostPassages = 60
    /// Scalars of a passage that are looked at: a summons says where and when in its first sentence.
    private static let mostScalars = 400
    /// Pages that count as the first: a summons may have a cover and its back.
    private static let mostPages = 3
    /// Below this priority a rule gives a hint that any stronger one outweighs.
    private static let certain = 50
    /// Words of the longest line that says what a paper is: "Minutes of a meeting of … held in … on …".
    private static let mostKindWords = 45

    init(of paper: Paper, passages all: [Passage], runner: SegmentRunner) {
        self.paper = paper
        self.runner = runner
        let first = paper.pages.first?.number ?? 1
        passages = Array(all.prefix { $0.page < first + PaperFacts.mostPages }.prefix(PaperFacts.mostPassages))
    }

    /// The loader's metadata with what is missing.
    func metadata() -> Paper.Metadata {
        var metadata = paper.metadata
        let kind = metadata.kind ?? kind
        metadata.kind = kind
        let cues = cues(SegmentRules.facts, kind: kind)
        metadata.organisation = metadata.organisation ?? name(.organisation, in: cues)
        metadata.committee = metadata.committee ?? name(.committee, in: cues, besides: metadata.organisation)
        metadata.meetingDate = metadata.meetingDate ?? day(in: cues)
        if paper.mediaType == .pdf { metadata.title = printedTitle(cues) ?? metadata.title }
        return metadata
    }

    /// One of the names that RECORDS lists.
    var kind: String {
        if paper.mediaType == .html { return "webPage" }
        // A numbered line is an item of the paper: "3. Minutes of the last meeting".
        let kinds = found(.documentKind, in: cues([.documentKind], kind: "")).filter { match in
            passages[match.index].number == nil && passages[match.index].form != .row
                && passages[match.index].words <= PaperFacts.mostKindWords
        }
        return kinds.first?.cue.settings["kind"] ?? "other"
    }

    /// What rules say of each passage.
    private func cues(_ kinds: Set<RuleKind>, kind: String) -> [[Cue]] {
        let last = (paper.pages.first?.number ?? 1) + PaperFacts.mostPages - 1
        let reading = CueReading(runner: runner, paper: paper, kind: kind, lastOfFirst: last)
        return passages.map { reading.words(kinds, in: $0, most: PaperFacts.mostScalars) }
    }

    /// Matches of a kind: the certain ones in the order of the page, then the hints.
    private func found(_ kind: RuleKind, in cues: [[Cue]]) -> [(index: Int, cue: Cue)] {
        let all = cues.enumerated().flatMap { index, cues in cues.filter { $0.kind == kind }.map { (index: index, cue: $0) } }
        return all.filter { $0.cue.priority >= PaperFacts.certain } + all.filter { $0.cue.priority < PaperFacts.certain }
    }

    /// The first name that is not `other`; a numbered line is an item of the paper.
    private func name(_ kind: RuleKind, in cues: [[Cue]], besides other: String? = nil) -> String? {
        found(kind, in: cues).lazy.filter { passages[$0.index].number == nil }.compactMap { match -> String? in
            guard let words = match.cue.groups["name"], let page = paper.page(passages[match.index].page) else { return nil }
            return page.text.words(of: words.range)
        }.first { $0 != other }
    }

    private func day(in cues: [[Cue]]) -> Day? {
        found(.meetingDate, in: cues).lazy.filter { passages[$0.index].number == nil }.compactMap { match in
            guard let day = match.cue["day"].flatMap({ Int($0) }), let year = match.cue["year"].flatMap({ Int($0) }),
                let month = match.cue["month"].flatMap(PaperFacts.month)
            else { return nil }
            return Day(year, month, day)
        }.first
    }

    private static func month(_ name: String) -> Int? {
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return months.firstIndex { name.lowercased().hasPrefix($0) }.map { $0 + 1 }
    }

    /// What the form of a report names as its subject, else the largest heading of the first page that is no label, section, council or committee.
    private func printedTitle(_ cues: [[Cue]]) -> String? {
        for (index, passage) in passages.enumerated() {
            guard passage.number == nil, let cue = cues[index].first(where: { $0.role == "subject" }), let page = paper.page(passage.page)
            else { continue }
            if cue.range.end < passage.range.end { return page.text.words(of: TextRange(cue.range.end, passage.range.end)) }
            if passages.indices.contains(index + 1), passages[index + 1].words <= Passage.mostWords,
                passages[index + 1].page == passage.page
            {
                return page.text.words(of: passages[index + 1].range)
            }
        }
        let names: Set<RuleKind> = [.documentKind, .organisation, .committee, .meetingDate, .section, .recommendation, .label]
        let headings = passages.indices.filter { index in
            let passage = passages[index]
            return passage.page == passages.first?.page && passage.isHeading && passage.number == nil
                && passage.words <= Reading.mostHeadingWords
                && !cues[index].contains { names.contains($0.kind) && $0.range.end >= passage.body.end - 1 }
        }
        guard let largest = headings.map({ passages[$0].size }).max(),
            let index = headings.first(where: { passages[$0].size >= largest - 0.1 }),
            let page = paper.page(passages[index].page)
        else { return nil }
        return page.text.words(of: passages[index].range)
    }
}
