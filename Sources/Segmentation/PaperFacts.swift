internal import PaperModel
internal import RuleEngine

/// Reads what a paper says of itself on its first pages: its kind, whose it is, and of which meeting.
struct PaperFacts {
    private let paper: Paper
    private let passages: [Passage]
    private let cues: [[Cue]]

    /// Passages that are looked at: what a paper is stands in its first lines, behind at most a cover.
    private static let mostPassages = 60
    /// Pages that count as the first: a summons may have a cover and its back.
    private static let mostPages = 3
    /// Below this priority a rule gives a hint that any stronger one outweighs.
    private static let certain = 50

    init(of paper: Paper, passages all: [Passage], runner: RuleRunner, rules: SegmentRules) {
        self.paper = paper
        let first = paper.pages.first?.number ?? 1
        passages = Array(all.prefix { $0.page < first + PaperFacts.mostPages }.prefix(PaperFacts.mostPassages))
        let reading = CueReading(runner: runner, rules: rules, paper: paper, kind: "", lastOfFirst: first + PaperFacts.mostPages - 1)
        // Each kind by itself: the sentence that tells the committee often tells the day and what the paper is too.
        cues = passages.map { passage in SegmentRules.facts.sorted { $0.rawValue < $1.rawValue }.flatMap { reading.words([$0], in: passage) } }
    }

    /// The loader's metadata with what is missing.
    func metadata() -> Paper.Metadata {
        var metadata = paper.metadata
        metadata.kind = metadata.kind ?? kind
        metadata.organisation = metadata.organisation ?? name(.organisation)
        metadata.committee = metadata.committee ?? name(.committee)
        metadata.meetingDate = metadata.meetingDate ?? day
        if paper.mediaType == .pdf { metadata.title = printedTitle ?? metadata.title }
        return metadata
    }

    /// Matches of a kind: the certain ones in the order of the page, then the hints.
    private func found(_ kind: RuleKind) -> [(index: Int, cue: Cue, priority: Int)] {
        let all = cues.enumerated().flatMap { index, cues in
            cues.filter { $0.kind == kind }.map { (index: index, cue: $0, priority: $0.priority) }
        }
        return all.filter { $0.priority >= PaperFacts.certain } + all.filter { $0.priority < PaperFacts.certain }
    }

    /// One of the names that RECORDS lists.
    private var kind: String {
        if paper.mediaType == .html { return "webPage" }
        // A numbered line is an item of the paper: "3. Minutes of the last meeting".
        let kinds = found(.documentKind).filter { passages[$0.index].number == nil && passages[$0.index].form != .row }
        guard let kind = kinds.first?.cue.settings["kind"] else { return "other" }
        return kind
    }

    /// The first name; a numbered line is an item of the paper.
    private func name(_ kind: RuleKind) -> String? {
        found(kind).lazy.filter { passages[$0.index].number == nil }.compactMap { match -> String? in
            guard let words = match.cue.groups["name"], let page = paper.page(passages[match.index].page) else { return nil }
            return page.text.words(of: words.range)
        }.first
    }

    private var day: Day? {
        found(.meetingDate).lazy.compactMap { match in
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

    /// What the form of a report names as its subject, else the largest heading of the first page that names neither council nor committee nor part.
    private var printedTitle: String? {
        for (index, passage) in passages.enumerated() {
            guard let page = paper.page(passage.page) else { continue }
            if let cue = cues[index].first(where: { $0.role == "subject" }), cue.range.end < passage.range.end {
                return page.text.words(of: TextRange(cue.range.end, passage.range.end))
            }
        }
        let names: Set<RuleKind> = [.organisation, .committee, .meetingDate, .section, .recommendation]
        let headings = passages.indices.filter { index in
            let passage = passages[index]
            return passage.page == passages.first?.page && passage.isHeading && passage.number == nil && passage.words <= Reading.mostHeadingWords
                && !cues[index].contains { names.contains($0.kind) && $0.range.end >= passage.body.end - 1 || $0.kind == .documentKind }
        }
        guard let largest = headings.map({ passages[$0].size }).max(), let index = headings.first(where: { passages[$0].size >= largest - 0.1 }),
            let page = paper.page(passages[index].page)
        else { return nil }
        return page.text.words(of: passages[index].range)
    }
}
