internal import PaperModel
internal import RuleEngine

/// Tells two tables that stand side by side in one grid from one table with labels on both sides of its numbers.
enum SideBySide {
    /// The panels of a grid: one, or the two tables that it holds.
    static func panels(of grid: LabelGrid, marked: Int, _ vocabulary: LabelVocabulary) -> [LabelPanel] {
        let whole = LabelPanel(PanelRows(grid, columns: 0..<grid.columns, marked: marked), vocabulary)
        guard let middle = middle(of: whole) else { return [whole] }
        return [0..<middle, middle..<grid.columns].map { LabelPanel(PanelRows(grid, columns: $0, marked: marked), vocabulary) }
    }

    /// The first column of a second table; nil where there is but one.
    private static func middle(of panel: LabelPanel) -> Int? {
        let rows = panel.rows.kinds.indices.filter { panel.rows.kinds[$0] == .body }
        let sizes = Dictionary(grouping: rows) { panel.blocks.blocks[$0] }
        guard rows.count > 1,
            let largest = sizes.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }), let first = largest.value.first,
            let roles = panel.roles(ofRow: first)
        else { return nil }
        // Words, numbers, words, numbers.
        var halves: [(labels: Int, values: Int)] = []
        for column in panel.columns {
            if [.names, .notes, .people].contains(roles[column]) {
                if halves.last.map({ $0.values > 0 }) ?? true { halves.append((column, 0)) }
            } else if roles[column] == .values, !halves.isEmpty {
                halves[halves.count - 1].values += 1
            }
        }
        halves.removeAll { $0.values == 0 }
        guard halves.count == 2 else { return nil }
        let (left, right) = (halves[0].labels, halves[1].labels)
        return areIndependent(panel, rows, left, right) || areOpposites(roles.head(left), roles.head(right)) ? right : nil
    }

    /// Whether the rows of both halves have nothing to do with each other: sums in the same row, or each goes on where the other ends.
    private static func areIndependent(_ panel: LabelPanel, _ rows: [Int], _ left: Int, _ right: Int) -> Bool {
        var onlyLeft = false
        var onlyRight = false
        for row in rows {
            let filled = panel.rows.filled[row].map { panel.grid.cells[$0].cell.column >= right }
            if filled.allSatisfy({ $0 }) { onlyRight = true } else if !filled.contains(true) { onlyLeft = true }
            if let first = panel.grid.cell(row, left), let second = panel.grid.cell(row, right), first != second,
                LabelWords(panel.rows.text(first)).isTotal, LabelWords(panel.rows.text(second)).isTotal
            {
                return true
            }
        }
        return onlyLeft && onlyRight
    }

    /// Whether the heads of both columns of labels are the same, or the two sides of an account.
    private static func areOpposites(_ left: LabelWords, _ right: LabelWords) -> Bool {
        if !left.words.isEmpty, left.words == right.words { return true }
        return sides.contains { first, second in
            func has(_ words: LabelWords, _ starts: [String]) -> Bool {
                words.words.contains { word in starts.contains { word.hasPrefix($0) } }
            }
            return has(left, first) && has(right, second) || has(left, second) && has(right, first)
        }
    }

    /// Beginnings of what accounts set against each other.
    private static let sides: [([String], [String])] = [
        (["income", "receipt"], ["expenditure", "spend", "payment"]), (["asset"], ["liabilit"]),
    ]
}
