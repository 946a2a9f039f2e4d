import PaperModel

/// The least part of a table's cells that hold something: a chart's grid is nearly empty, a form may be half empty.
private let leastFilled = 0.2

/// The table that cells make; nil where they are a frame, a chart's grid or an empty form.
func ruledTable(_ areas: [RuledArea], on page: TablePage) -> TableDraft? {
    let xs = Set(areas.flatMap { [$0.area.left, $0.area.right] }).sorted()
    let ys = Set(areas.flatMap { [$0.area.top, $0.area.bottom] }).sorted()
    guard !isHeadingOfOpenRows(areas, on: page) else {
        page.trace?.refuse("headings of rows that stand below without lines")
        return nil
    }
    guard xs.count > 2, ys.count > 1 else {
        page.trace?.refuse("a frame without columns")
        return nil
    }
    let columns = Dictionary(uniqueKeysWithValues: xs.enumerated().map { ($1, $0) })
    let rows = Dictionary(uniqueKeysWithValues: ys.enumerated().map { ($1, $0) })
    var area = Area()
    var cells: [CellDraft] = []
    for cell in areas {
        guard let left = columns[cell.area.left], let right = columns[cell.area.right], let top = rows[cell.area.top],
            let bottom = rows[cell.area.bottom], left < right, top < bottom
        else { continue }
        area.add(cell.area)
        var draft = CellDraft(row: top, column: left, run: cell.run(), area: cell.area)
        draft.rowSpan = bottom - top
        draft.columnSpan = right - left
        cells.append(draft)
    }
    let filled = cells.count { !$0.run.isEmpty }
    guard filled > 1, Double(filled) >= leastFilled * Double(cells.count) else {
        page.trace?.refuse("\(filled) of \(cells.count) cells are filled")
        return nil
    }
    // A single row is a table only with figures; else it is boxes side by side.
    guard ys.count > 2 || areas.contains(where: { $0.text.rows.contains { $0.chunks.contains(where: \.isNumber) } }) else {
        page.trace?.refuse("boxes of words side by side")
        return nil
    }
    guard (xs.count - 1) * (ys.count - 1) <= Limit.cellsPerPage else {
        page.trace?.refuse("too many cells")
        return nil
    }
    let whole = fillingGaps(cells, rows: ys.count - 1, columns: xs.count - 1)
    var table = TableDraft(method: .ruled, cells: whole, rows: ys.count - 1, columns: xs.count - 1, area: area)
    table.edges = xs
    markHeaders(&table)
    return table
}
