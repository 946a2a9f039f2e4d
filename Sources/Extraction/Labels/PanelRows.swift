internal import PaperModel
internal import RuleEngine

/// What a row of a table is to the rows around it.
enum RowKind: Sendable, Equatable {
    /// No words.
    case blank
    /// Names columns.
    case heading
    /// Names the rows below it.
    case title
    /// A sentence about the table.
    case note
    /// Has a label and no values, as its neighbours have.
    case unfilled
    /// Anything else: values, words, both.
    case body
}

/// The rows of a table, or of one of two tables that stand side by side, each told for what it is.
struct PanelRows: Sendable {
    let grid: LabelGrid
    let columns: Range<Int>
    /// How many of the first rows are marked as headings.
    let marked: Int
    /// For each row its cells, those that reach in from above too.
    let cells: [[Int]]
    /// For each row the cells with words that begin in it.
    let filled: [[Int]]
    /// For each row, whether it holds values.
    let hasValues: [Bool]
    /// For each column of the grid, whether most of its cells are values.
    let isNumeric: [Bool]
    private(set) var kinds: [RowKind]

    init(_ grid: LabelGrid, columns: Range<Int>, marked: Int) {
        self.grid = grid
        self.columns = columns
        self.marked = marked
        cells = (0..<grid.rows).map { grid.cells(ofRow: $0, in: columns) }
        filled = cells.enumerated().map { row, cells in
            cells.filter { grid.cells[$0].cell.row == row && grid.shapes[$0] != .empty }
        }
        hasValues = filled.map { filled in
            filled.contains { cell in
                // A number in the first column of several is that of the row.
                let isItem = grid.cells[cell].cell.column == columns.lowerBound && columns.count > 1 && grid.cells[cell].text.isItemNumber
                return grid.shapes[cell].isValue && !isItem
            }
        }
        isNumeric = PanelRows.numeric(grid, filled)
        kinds = [RowKind](repeating: .blank, count: grid.rows)
        kinds = rowKinds()
        tellUnfilledRows()
    }

    private static func numeric(_ grid: LabelGrid, _ filled: [[Int]]) -> [Bool] {
        var values = [Int](repeating: 0, count: grid.columns)
        var all = values
        for cell in filled.joined() {
            let column = grid.cells[cell].cell.column
            if grid.shapes[cell].isValue { values[column] += 1 }
            if grid.shapes[cell].isValue || grid.shapes[cell] == .words { all[column] += 1 }
        }
        // Two in five: headings and remarks stand over and between the numbers of short tables.
        let isNumeric = zip(values, all).map { $0 > 0 && $0 * 5 >= $1 * 2 }
        // Where other columns hold numbers, those that count the rows are none.
        let others = zip(isNumeric, grid.holdsKeys).map { $0 && !$1 }
        return others.contains(true) ? others : isNumeric
    }

    /// Whether a column beside the first holds numbers.
    var isTableOfNumbers: Bool {
        hasValues.contains(true) && columns.contains { isNumeric[$0] && ($0 > columns.lowerBound || columns.count == 1) }
    }

    /// Whether a cell reaches over all columns.
    func isBand(_ cell: Int) -> Bool { columns.count > 1 && grid.columns(of: cell).count >= columns.count }

    func text(_ cell: Int) -> NormalisedText { grid.cells[cell].text }

    mutating func set(_ kind: RowKind, _ row: Int) { kinds[row] = kind }

    /// The next row with words, below or above.
    func neighbour(of row: Int, step: Int) -> Int? {
        var next = row + step
        while kinds.indices.contains(next), kinds[next] == .blank { next += step }
        return kinds.indices.contains(next) ? next : nil
    }
}
