internal import PaperModel
internal import RuleEngine

/// Reads the labels of a paper's tables, each table when its first amount is met.
struct LabelReader {
    private let paper: Paper
    private let vocabulary: LabelVocabulary
    /// The tables that go on from the one before, which ends the page before.
    private let continuations: Set<Int>
    /// The last table that was read, with its labels.
    private var read: (table: Int, labels: TableLabels?)?
    /// The words of labels of that table: a heading names every amount of its column.
    private var words: [Span: String] = [:]

    init(_ paper: Paper, _ vocabulary: LabelVocabulary) {
        self.paper = paper
        self.vocabulary = vocabulary
        continuations = LabelReader.continuations(in: paper)
    }

    /// What names the amounts of a cell of a table, laid out.
    mutating func labels(_ layout: TableLayout, table: Int, row: Int, column: Int) -> CellLabels {
        labels(layout, ofTable: table)?.labels(row: row, column: column) ?? CellLabels()
    }

    /// A cell with the words that name it. `mention`: its amount, which is none of them.
    mutating func reference(table: Int, row: Int, column: Int, named found: CellLabels, of mention: Mention? = nil) -> Figure.CellReference
    {
        var reference = Figure.CellReference(table: table, row: row, column: column)
        reference.rowLabels = found.row.map { printed($0.cell.span) }
        reference.columnLabels = found.column.map { printed($0.cell.span) }
        if let own = found.own, let mention, found.row.indices.contains(own) {
            let text = found.row[own].text
            let words = text.words(0..<mention.words.lowerBound) + " " + text.words(mention.words.upperBound..<text.count)
            let rest = words.split { $0.isWhitespace }.joined(separator: " ")
            reference.rowLabels[own] = rest
            if !rest.contains(where: \.isLetter) { reference.rowLabels.remove(at: own) }
        }
        return reference
    }

    /// The labels of a table; those of the tables before that it goes on from are read for them.
    private mutating func labels(_ layout: TableLayout, ofTable table: Int) -> TableLabels? {
        if let read, read.table == table { return read.labels }
        words = [:]
        var first = table
        while continuations.contains(first), read?.table != first - 1 { first -= 1 }
        var previous = read?.table == first - 1 && continuations.contains(first) ? read?.labels : nil
        for index in first...table {
            let own = index == table ? layout : TableLayout(paper.tables[index], in: paper)
            previous = TableLabels(own, in: paper, vocabulary, continuing: previous)
            read = (index, previous)
        }
        return previous
    }

    /// The words of a span on one line.
    private mutating func printed(_ span: Span) -> String {
        if let known = words[span] { return known }
        let text = line(span)
        words[span] = text
        return text
    }

    private func line(_ span: Span) -> String {
        var words = String.UnicodeScalarView()
        var isBetween = false
        for scalar in paper.scalars(of: span) {
            if scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace {
                isBetween = !words.isEmpty
            } else {
                if isBetween { words.append(" ") }
                isBetween = false
                words.append(scalar)
            }
        }
        return String(words)
    }

    /// Tables with which a page begins, where the page before ends with a table of as many columns.
    private static func continuations(in paper: Paper) -> Set<Int> {
        var result: Set<Int> = []
        var last: Int?
        for page in paper.pages {
            let body = page.blocks.filter { block in block.kind != .furniture && block.kind != .footnote }
            if let last, case .table(let first)? = body.first?.kind, first == last + 1, paper.tables.indices.contains(first),
                paper.tables[first].columns == paper.tables[last].columns
            {
                result.insert(first)
            }
            if case .table(let index)? = body.last?.kind, paper.tables.indices.contains(index) { last = index } else { last = nil }
        }
        return result
    }
}
