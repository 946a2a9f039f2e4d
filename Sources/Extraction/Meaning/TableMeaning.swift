internal import PaperModel
internal import RuleEngine

/// What stands around a table and in its rows, for the meaning of its amounts.
struct TableMeaning {
    private var subjects: TableSubjects
    private let outer: [[String]]
    private let vocabulary: PhraseVocabulary
    /// What the signs of a column's amounts mean, for each heading that was looked at.
    private var signs: [String: VarianceSigns?] = [:]
    /// The paper's title: "Payments over £500" holds for all its tables.
    private let paper: String?
    /// For each row its text on each page.
    private let rows: [Int: [Span]]
    private let clause: CellClause
    private let limits: LimitTable

    init(
        _ layout: TableLayout, titles: [NormalisedText], above: NormalisedText?, head: NormalisedText?, paper: String?,
        _ reader: ProseReader
    ) {
        func words(_ text: NormalisedText) -> String { text.words(0..<text.count) }
        let titles = titles.map(words)
        let lead = above.map(words)
        // What runs at the head of the page is the title of a paper that is all tables.
        let introduction = above.flatMap { reader.introduces($0) ? words($0) : nil }
        outer = [titles, [introduction].compactMap { $0 }, [head].compactMap { $0.map(words) }]
        vocabulary = reader.vocabulary
        self.paper = paper
        clause = CellClause(reader.vocabulary)
        limits = LimitTable(layout, titles: outer.flatMap { $0 }, paper: paper, reader.vocabulary)
        subjects = TableSubjects(layout, titles: titles, lead: lead, leadPhrase: { above.flatMap(reader.lastPhrase) }, reader.vocabulary)
        var rows: [Int: [Span]] = [:]
        for cell in layout.cells.lazy.map(\.cell) where !cell.range.isEmpty {
            var spans = rows[cell.row] ?? []
            if let last = spans.indices.last, spans[last].page == cell.page {
                spans[last].range = spans[last].range.union(cell.range)
            } else {
                spans.append(cell.span)
            }
            rows[cell.row] = spans
        }
        self.rows = rows
    }

    /// Says what an amount is, what it is for and who gets it, where its own cell doesn't. False where no heading further off may say what it is.
    mutating func complete(
        _ figure: inout Figure, of mention: Mention, in text: NormalisedText, _ found: CellLabels, _ labels: inout LabelCues
    )
        -> Bool
    {
        guard let cell = figure.cell else { return true }
        if let subject = figure.subject, figure.kind == .money, !clause.names(subject) { (figure.subject, figure.subjectFrom) = (nil, nil) }
        // A fragment in a cell that names no kind of money is no clause; what stands further off than the clause gives way to the row.
        let isFragment = mention.isEntry && figure.sense == nil && figure.kind == .money
        figure.sentence = rows[cell.row] ?? []
        let isStaff = figure.kind != .money
        let groups = Array(cell.rowLabels.prefix(min(found.groups, cell.rowLabels.count)))
        let own = Array(cell.rowLabels.dropFirst(groups.count))
        let finding = subjects.finding(found, row: cell.rowLabels, column: cell.columnLabels)
        func meaning(row: [String]) -> LabelMeaning {
            LabelMeaning(row: row, column: cell.columnLabels, outer: [groups.reversed()] + outer, list: paper, isStaff: isStaff, &labels)
        }
        // Beside a purpose, who is paid says nothing of what the amount is: "Friends of the Nature Reserve" keeps no reserve.
        let namesPayee = own.count > 1 && finding.payee != nil
        var read = meaning(row: namesPayee ? own.filter { $0 != finding.payee } : own)
        if namesPayee {
            // In a list of grants the rows say what each is for: "Youth worker's salary".
            let list = meaning(row: [])
            let isOwn = read.sense?.sense.map(TableMeaning.paidAsSuch.contains) ?? false
            // Beside a supplier the words of a row say what is paid for: "deposit", "balance", "rent".
            if list.sense?.sense == .grant || finding.isPayment && !isOwn { read = list }
        }
        let isLimit = limits.isLimit(figure, in: mention.sentence == nil ? nil : text) || figure.bound != nil && read.sense?.sense == .limit
        // What is only moved between years is neither given nor spent by that.
        let isMoved = !isLimit && mention.sentence != nil && clause.isMoved(text, before: mention.words.lowerBound)
        if isLimit {
            (figure.sense, figure.comparison) = (.limit, nil)
        } else if isMoved {
            (figure.sense, figure.comparison) = (nil, nil)
        } else if figure.sense == nil, !isStaff, let signs = varianceSigns(cell.columnLabels) {
            figure.sense = signs.sense(of: figure.value)
        } else if figure.sense == nil, let cue = read.sense {
            figure.sense = cue.sense
            figure.cues.append(cue.rule)
        }
        if figure.sense == nil, !isStaff, !isMoved, finding.isPayment, figure.comparison == nil, read.comparison == nil {
            figure.sense = .spend
        }
        if figure.basis.isEmpty {
            figure.basis = read.bases.compactMap(\.basis)
            figure.cues += read.bases.map(\.rule)
        }
        if figure.comparison == nil, !isMoved, let cue = read.comparison, figure.sense.map({ !ProseReader.directed.contains($0) }) ?? true {
            figure.comparison = cue.comparison
            figure.cues.append(cue.rule)
        }
        if figure.subject == nil || isFragment && finding.subject != nil || figure.subjectFrom != .clause && finding.subject != nil {
            figure.subject = finding.subject
            figure.subjectFrom = finding.source
        }
        // A band that is the key of its row: what is asked of it stands right of it, what is limited over it.
        if isLimit, figure.subject == nil || figure.subjectFrom != .clause && !found.row.contains(where: { $0.cell.column <= cell.column })
        {
            (figure.subject, figure.subjectFrom) = subjects.limited(column: cell.columnLabels)
        }
        // The column of payees knows better than a text in a cell, and a price in a cell is paid by those it names: "Business permits £20".
        let isAsked = figure.sense.map(TableMeaning.asked.contains) ?? false
        // Nor by being listed in a cell whose row is somebody's: "Approved. North ward - £400".
        let isListed = mention.payeeNeed != nil && !own.isEmpty
        figure.payee = finding.payee ?? (isAsked || isListed ? nil : figure.payee)
        return !isMoved && !read.isJumbled
    }

    /// Senses of amounts in cells that nobody is paid by being named beside them.
    private static let asked: Set<Figure.Sense> = [.price, .limit, .value, .income]

    /// Senses that the row of a list of payments may say of an amount itself.
    private static let paidAsSuch: Set<Figure.Sense> = [.grant, .contribution, .pay, .loan, .spend]

    /// What the heading of a column says of the signs of its amounts.
    private mutating func varianceSigns(_ column: [String]) -> VarianceSigns? {
        let heading = column.joined(separator: " ")
        if heading.utf8.count > TableMeaning.longestHeading { return nil }
        if let known = signs[heading] { return known }
        let read = VarianceSigns(heading, vocabulary)
        signs[heading] = .some(read)
        return read
    }

    /// Longest heading of a variance, bytes.
    private static let longestHeading = 120
}

/// The title that holds for a table: its own, else that of the table that it goes on from on the page before.
struct CarriedTitles {
    private(set) var titles: [NormalisedText] = []
    private(set) var above: NormalisedText?
    private var table: Int?

    /// Goes on to a table of a paper.
    mutating func enter(_ index: Int, of paper: Paper, titles: [NormalisedText], above: NormalisedText?) {
        let goesOn =
            table == index - 1 && titles.isEmpty && above == nil && CarriedTitles.goesOn(paper.tables[index - 1], in: paper.tables[index])
        if !goesOn { (self.titles, self.above) = (titles, above) }
        table = index
    }

    /// Whether a table begins on the page after another with as many columns.
    private static func goesOn(_ before: Table, in table: Table) -> Bool {
        guard let last = before.parts.last?.page, let first = table.parts.first?.page else { return false }
        return first == last + 1 && table.columns == before.columns
    }
}
