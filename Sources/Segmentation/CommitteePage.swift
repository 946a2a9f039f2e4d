internal import PaperModel
internal import RuleEngine

/// A page of a committee system without the system's own marks: kept as text, or drawn by a council's own template. The labels that the system
/// prints tell what the text below each of them is.
struct CommitteePage {
    private let runner: SegmentRunner
    private let paper: Paper

    /// Words of the longest label: the day, the body and the number of the item on a page of an issue.
    private static let mostLabelWords = 20
    /// How far down a page its own heading may stand, behind links and the council's name.
    private static let mostHeadLines = 12
    /// A parish may print "Minutes:" once over what is all of its page; a system prints it for each item.
    private static let fewestLabels = 2

    init(of paper: Paper, runner: SegmentRunner) {
        self.paper = paper
        self.runner = runner
    }

    /// The passages with the roles that the labels give them; as they are where a template gave some, or nothing says that a system made the page.
    func marked(_ passages: [Passage]) -> [Passage] {
        guard paper.mediaType == .html, !passages.contains(where: { $0.role == .minutes || $0.role == .decision })
        else { return passages }
        let labels = labels(in: passages)
        let heading = labels.filter { CommitteePage.headings.contains($0.value) }.keys.min()
        let parts = labels.filter { CommitteePage.parts.contains($0.value) }
        let counts = Dictionary(grouping: parts.values) { $0 }.mapValues(\.count)
        let isItem = heading.map { labels[$0] == .systemItem } ?? false
        guard isItem || !parts.isEmpty, heading != nil || counts.values.contains(where: { $0 >= CommitteePage.fewestLabels }) else {
            return passages
        }
        let kind = heading.flatMap { labels[$0] }
        var result = passages
        if let heading, kind == .systemItem, !passages.contains(where: { $0.role == .itemTitle }) {
            markTitles(of: &result, labels: labels, below: heading)
        }
        // A page of decisions alone is a form, and read as one.
        let isForm =
            kind == .systemDecision || kind != .systemItem && counts[.minutesPart] == nil && !passages.contains(where: \.isItemNumber)
        if !isForm { markParts(of: &result, labels: labels) }
        return result
    }

    private static let headings: Set<LabelRole> = [.systemMeeting, .systemItem, .systemDecision]
    private static let parts: Set<LabelRole> = [.minutesPart, .decisionPart, .documentsPart]

    /// What short lines are labels of; headings of the page in its first lines alone.
    private func labels(in passages: [Passage]) -> [Int: LabelRole] {
        let cues = CueReading(runner: runner, paper: paper, kind: nil)
        var result: [Int: LabelRole] = [:]
        for (index, passage) in passages.enumerated() where passage.form != .table {
            let isHead = index < CommitteePage.mostHeadLines && passage.isSetOff
            guard passage.words <= CommitteePage.mostLabelWords, passage.number == nil, !passage.isBulleted else { continue }
            for role in cues.heads(of: passage).compactMap(\.role) {
                if CommitteePage.parts.contains(role) || role == .systemMeetingLine || isHead && CommitteePage.headings.contains(role) {
                    result[index] = role
                }
            }
        }
        return result
    }

    /// Marks the title of the one item of a page, or, on a page of an issue, that of each meeting.
    private func markTitles(of passages: inout [Passage], labels: [Int: LabelRole], below heading: Int) {
        let meetings = labels.filter { $0.value == .systemMeetingLine }.keys.sorted()
        var titles = meetings.map { $0 + 1 }.filter { passages.indices.contains($0) && labels[$0] == nil }
        if titles.isEmpty {
            let end = labels.filter { $0.key > heading && CommitteePage.parts.contains($0.value) }.keys.min() ?? passages.count
            let head = (heading + 1..<max(heading + 1, end)).filter { !passages[$0].isAside && !passages[$0].isBulleted }
            let title = head.first { passages[$0].number != nil } ?? head.first { passages[$0].isSetOff } ?? head.first
            titles = title.map { [$0] } ?? []
        }
        guard let first = titles.first else { return }
        // The page of an issue has its title again over what each further meeting made of it.
        let name = words(of: passages[first])
        for index in first + 1..<max(first + 1, passages.count) where passages[index].number != nil && words(of: passages[index]) == name {
            titles.append(index)
        }
        let begins = Set(titles)
        var item = -1
        for index in first..<passages.count {
            if begins.contains(index) {
                item += 1
                passages[index].role = .itemTitle
            }
            passages[index].item = item
        }
    }

    private func words(of passage: Passage) -> String { paper.text(ofPage: passage.page)?.words(of: passage.body) ?? "" }

    /// Marks the labels, and what stands below each up to the next one or the next item.
    private func markParts(of passages: inout [Passage], labels: [Int: LabelRole]) {
        var part: LabelRole?
        var level: Int?
        for index in passages.indices {
            let passage = passages[index]
            if labels[index] == .systemMeetingLine { part = nil }
            if let label = labels[index], CommitteePage.parts.contains(label) {
                passages[index].role = .label
                part = label
                level = if case .heading(let own) = passage.form { own } else { nil }
                continue
            }
            if passage.role == .itemTitle || passage.isItemNumber || passage.isHeading(above: level) { part = nil }
            guard passage.role == nil else { continue }
            switch part {
            case .minutesPart: passages[index].role = .minutes
            case .decisionPart: passages[index].role = .decision
            // What is linked stands in a list.
            case .documentsPart where passage.form == .listItem: passages[index].role = .document
            default: part = nil
            }
        }
    }
}

extension Passage {
    /// Whether it begins an item of a list set as a table, or is the number of one.
    fileprivate var isItemNumber: Bool { form == .row && number != nil || number != nil && body.isEmpty }

    /// Whether it is a heading that stands over one of a level; any heading stands over a plain line.
    fileprivate func isHeading(above level: Int?) -> Bool {
        guard case .heading(let own) = form else { return false }
        return level.map { own < $0 } ?? true
    }
}
