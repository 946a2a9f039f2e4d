/// Knows rows of a table that lays minutes out: the numbers of the items stand one below the other in the first cell, their texts in the next.
enum NumberColumn {
    /// Numbers that make a column: two may be a day and a year.
    private static let fewestNumbers = 3
    /// Bytes of the longest number: "PC/2024/115".
    private static let mostNumberBytes = 12
    /// Words without a digit in the column, for each number: the letters of an item's parts, and the column's head.
    private static let mostOthers = 3
    /// Bytes of the longest of them: "Item", "(iii)".
    private static let mostOtherBytes = 8
    /// Bytes of the text beside a number, at least: an item says something.
    private static let fewestTextBytes = 30
    /// Most cells of such a row: numbers, texts, who is to act.
    private static let mostCells = 4
    /// Most numbers of one cell: an agenda has no more items.
    private static let mostNumbers = 200

    /// Whether a row is of this kind.
    static func isRow(_ row: TableRows.Row, in tree: MarkupTree) -> Bool { (numbers(of: row, in: tree) ?? 0) >= fewestNumbers }

    /// The rows of a table whose first cells hold numbers and little else, where all of them together make a column. Rows of one number each
    /// read in their order as they stand: a column has several in a cell.
    static func rows(of table: TableRows, in tree: MarkupTree) -> [TableRows.Row] {
        let found = table.rows.compactMap { row in numbers(of: row, in: tree).map { (row: row, numbers: $0) } }
        let count = found.reduce(0) { $0 + $1.numbers }
        return count >= fewestNumbers && found.contains { $0.numbers > 1 } ? found.map(\.row) : []
    }

    /// How many numbers the first cell of a row holds; nil where it holds something else, or the next says too little.
    private static func numbers(of row: TableRows.Row, in tree: MarkupTree) -> Int? {
        guard (2...mostCells).contains(row.cells.count) else { return nil }
        var numbers = 0
        var others = 0
        let isColumn = eachWord(of: row.cells[0].node, in: tree) { word in
            let hasDigit = word.contains { (0x30...0x39).contains($0) }
            if hasDigit { numbers += 1 } else { others += 1 }
            return word.count <= (hasDigit ? mostNumberBytes : mostOtherBytes) && others <= mostOthers * (numbers + 1)
                && numbers <= mostNumbers
        }
        guard isColumn, numbers > 0 else { return nil }
        var bytes = 0
        _ = eachWord(of: row.cells[1].node, in: tree) { word in
            bytes += word.count
            return bytes < numbers * fewestTextBytes
        }
        return bytes >= numbers * fewestTextBytes ? numbers : nil
    }

    /// Takes the words of an element one by one until one is refused, and returns whether none was; hard spaces part them too, as does the end
    /// of each text.
    private static func eachWord(of node: Int, in tree: MarkupTree, _ takes: (ArraySlice<UInt8>) -> Bool) -> Bool {
        for index in node..<tree.nodes[node].end {
            guard let text = tree.utf8(of: index) else { continue }
            // U+00A0 is C2 A0 in UTF-8; no number holds either byte.
            for word in text.split(whereSeparator: { $0 <= 0x20 || $0 == 0xC2 || $0 == 0xA0 }) where !takes(word) { return false }
        }
        return true
    }
}

extension MarkupTree {
    /// The cells of numbers and the cells of texts beside them, in tables that are no data since a table of data stands in them.
    func numberColumns(leftOut: [Bool], dataTables: [Int: TableRows]) -> [(numbers: Int, texts: Int, last: Int)] {
        var outer: Set<Int> = []
        for table in dataTables.keys { outer.formUnion(ancestors(of: table).filter { name(of: $0) == "table" }) }
        return outer.sorted().filter { !leftOut[$0] && dataTables[$0] == nil }.flatMap { node in
            NumberColumn.rows(of: TableRows(of: node, in: self), in: self).map { row in
                (row.cells[0].node, row.cells[1].node, row.cells[row.cells.count - 1].node)
            }
        }
    }
}
