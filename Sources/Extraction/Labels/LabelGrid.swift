internal import PaperModel
internal import RuleEngine

/// The cells of a table by place, merged ones at every place that they cover, with their shapes.
struct LabelGrid: Sendable {
    let rows: Int
    let columns: Int
    let cells: [WordedCell]
    let shapes: [CellShape]
    /// For each cell, whether it is set in bold.
    let isBold: [Bool]
    /// For each column, whether its numbers count the rows or name things.
    let holdsKeys: [Bool]
    /// For each place, row by row, its cell and one; 0 where there is none.
    private let owners: [Int32]

    /// Most places that are laid out: a sheet of 50 columns and 40,000 rows; larger ones in markup are there to do harm.
    static let maximumPlaces = 2_000_000

    init?(_ layout: TableLayout, in paper: Paper, _ vocabulary: LabelVocabulary) {
        let (places, isTooLarge) = layout.table.rows.multipliedReportingOverflow(by: layout.table.columns)
        guard !isTooLarge, places > 0, places <= LabelGrid.maximumPlaces else { return nil }
        rows = layout.table.rows
        columns = layout.table.columns
        cells = layout.cells.map {
            $0.text.count > 0 && (vocabulary.isNavigation($0.text) || $0.text.isWebAddress)
                ? WordedCell(cell: $0.cell, text: NormalisedText("")) : $0
        }
        shapes = cells.map { CellShape($0.text, vocabulary) }
        holdsKeys = (0..<columns).map { column in
            let refused = layout.table.columnUnits.indices.contains(column) ? layout.table.columnUnits[column]?.refused : nil
            return refused == .lineNumber || refused == .identifier
        }
        isBold = layout.cells.map { $0.cell.range.isSet(in: paper.bold(onPage: $0.cell.page)) }
        owners = LabelGrid.owners(layout.cells.map(\.cell), rows: rows, columns: columns)
    }

    private static func owners(_ cells: [Table.Cell], rows: Int, columns: Int) -> [Int32] {
        var owners = [Int32](repeating: 0, count: rows * columns)
        // Cells of sound tables cover each place once; spans that overlap are followed for so long and no longer.
        var budget = owners.count * 2
        for (index, cell) in cells.enumerated() {
            guard (0..<rows).contains(cell.row), (0..<columns).contains(cell.column) else { continue }
            for row in cell.row..<max(cell.row + 1, min(rows, cell.endRow)) {
                for column in cell.column..<max(cell.column + 1, min(columns, cell.endColumn)) where budget > 0 {
                    budget -= 1
                    let place = row * columns + column
                    if owners[place] == 0 { owners[place] = Int32(clamping: index + 1) }
                }
            }
        }
        return owners
    }

    /// The cell at a place, as an index into `cells`.
    func cell(_ row: Int, _ column: Int) -> Int? {
        guard (0..<rows).contains(row), (0..<columns).contains(column) else { return nil }
        let owner = Int(owners[row * columns + column])
        return owner > 0 ? owner - 1 : nil
    }

    /// The cells of a row within columns, from left to right, each once; those that reach in from the row above too.
    func cells(ofRow row: Int, in range: Range<Int>) -> [Int] {
        var result: [Int] = []
        for column in range {
            if let cell = cell(row, column), result.last != cell { result.append(cell) }
        }
        return result
    }

    /// The columns that a cell covers.
    func columns(of cell: Int) -> Range<Int> {
        let place = cells[cell].cell
        return place.column..<max(place.column + 1, min(columns, place.endColumn))
    }
}

extension TextRange {
    /// Whether its first word is set as those are that stand in `ranges`, which are in the order of the text.
    fileprivate func isSet(in ranges: [TextRange]) -> Bool {
        guard count > 0 else { return false }
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].end <= start { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].start <= start
    }
}
