internal import PaperModel

/// Units of staff that the numbers of a table carry themselves, row by row: "HC 4" over "FTE 3.5", with a bare "0" among them.
struct StaffMarks {
    private var rows: [Int: ColumnUnit] = [:]
    private var columns: Set<Int> = []

    init(_ cells: CellReader, in layout: TableLayout) {
        for index in layout.cells.indices {
            guard let unit = cells.staffMark(layout.cells[index].text) else { continue }
            let cell = layout.cells[index].cell
            rows[cell.row] = rows[cell.row] ?? unit
            columns.insert(cell.column)
        }
    }

    /// The unit of a number that carries none, in a column of numbers that do.
    func unit(row: Int, column: Int) -> ColumnUnit? { columns.contains(column) ? rows[row] : nil }
}
