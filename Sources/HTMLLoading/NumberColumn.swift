/// Knows a row of a table that lays minutes out: the numbers of the items stand one below the other in its first cell, their texts in the next.
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

    /// Whether a row is of this kind.
    static func isRow(_ row: TableRows.Row, in tree: MarkupTree) -> Bool {
        guard (2...mostCells).contains(row.cells.count) else { return false }
        var numbers = 0
        var others = 0
        for word in words(of: row.cells[0].node, in: tree) {
            let hasDigit = word.contains { (0x30...0x39).contains($0) }
            guard word.count <= (hasDigit ? mostNumberBytes : mostOtherBytes) else { return false }
            if hasDigit { numbers += 1 } else { others += 1 }
            if others > mostOthers * (numbers + 1) { return false }
        }
        guard numbers >= fewestNumbers else { return false }
        let bytes = words(of: row.cells[1].node, in: tree).reduce(0) { $0 + $1.count }
        return bytes >= numbers * fewestTextBytes
    }

    /// The words of an element; hard spaces part them too, as does the end of each text.
    private static func words(of node: Int, in tree: MarkupTree) -> [ArraySlice<UInt8>] {
        (node..<tree.nodes[node].end).flatMap { index -> [ArraySlice<UInt8>] in
            guard let text = tree.utf8(of: index) else { return [] }
            // U+00A0 is C2 A0 in UTF-8; no number holds either byte.
            return text.split { $0 <= 0x20 || $0 == 0xC2 || $0 == 0xA0 }
        }
    }
}
