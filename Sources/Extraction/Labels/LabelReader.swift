internal import PaperModel
internal import RuleEngine

/// Reads the labels of a paper's tables, each table when its first amount is met.
struct LabelReader {
    private let paper: Paper
    private let vocabulary: LabelVocabulary
    /// The tables that go on from the one before, which ends the page before, each with the column of that one for each of its own.
    private let continuations: [Int: [Int: Int]]
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
        while continuations[first] != nil, read?.table != first - 1 { first -= 1 }
        var previous = read?.table == first - 1 && continuations[first] != nil ? read?.labels : nil
        for index in first...table {
            let own = index == table ? layout : TableLayout(paper.tables[index], in: paper)
            previous = TableLabels(own, in: paper, vocabulary, continuing: previous, earlier: continuations[index] ?? [:])
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
        var words: [Unicode.Scalar] = []
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
        return PageText(words).string
    }

    /// Tables with which a page begins, where the page before ends with a table whose columns they stand under.
    private static func continuations(in paper: Paper) -> [Int: [Int: Int]] {
        var result: [Int: [Int: Int]] = [:]
        var last: Int?
        for page in paper.pages {
            let body = page.blocks.filter { block in block.kind != .furniture && block.kind != .footnote }
            if let last, case .table(let first)? = body.first?.kind, first == last + 1, paper.tables.indices.contains(first) {
                result[first] = paper.tables[first].columnsUnder(paper.tables[last])
            }
            if case .table(let index)? = body.last?.kind, paper.tables.indices.contains(index) { last = index } else { last = nil }
        }
        return result
    }
}

extension Table {
    /// For each column the one of `other`, on the page before, that it stands under: of as many columns each its like, else all columns
    /// with words but one at most, from left to right. Nil where the tables have nothing to do with each other.
    fileprivate func columnsUnder(_ other: Table) -> [Int: Int]? {
        if columns == other.columns { return Dictionary(uniqueKeysWithValues: (0..<columns).map { ($0, $0) }) }
        guard let pairs = self.columns(continuing: other), pairs.count > 1, pairs.count + 1 >= min(columns, other.columns),
            zip(pairs, pairs.dropFirst()).allSatisfy({ $0.earlier < $1.earlier })
        else { return nil }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}
