import PaperModel

/// The tables that ruling lines draw; marks the words inside them as used.
func ruledTables(
    _ words: [Word], horizontal: [Edge], vertical: [Edge], isUsed: inout [Bool], content: PageContent, settings: LayoutSettings
) -> [TableDraft] {
    guard horizontal.count > 1, vertical.count > 1 else { return [] }
    let crossings = Crossings(horizontal: horizontal, vertical: vertical, within: settings.tables.ruleSnap)
    var tables: [TableDraft] = []
    for grid in grids(of: cells(of: crossings, limit: settings.tables.cellsPerPage)) {
        guard let (table, inside) = ruledTable(grid, crossings: crossings, words: words, content: content, settings: settings) else { continue }
        tables.append(table)
        for index in inside { isUsed[index] = true }
    }
    return tables
}

/// One grid with its words; nil where it is a frame, a chart's grid or an empty form.
private func ruledTable(
    _ grid: [RuledCell], crossings: Crossings, words: [Word], content: PageContent, settings: LayoutSettings
) -> (TableDraft, Set<Int>)? {
    let columns = Set(grid.flatMap { [$0.left, $0.right] }).sorted()
    let rows = Set(grid.flatMap { [$0.top, $0.bottom] }).sorted()
    guard columns.count > 2, rows.count > 1, grid.count > 1 else { return nil }
    let columnIndex = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    let rowIndex = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    var area = Area()
    var cells: [CellDraft] = []
    var used = Set<Int>()
    for cell in grid {
        guard let left = columnIndex[cell.left], let right = columnIndex[cell.right], let top = rowIndex[cell.top], let bottom = rowIndex[cell.bottom]
        else { continue }
        let place = Area(left: crossings.xs[cell.left], top: crossings.ys[cell.top], right: crossings.xs[cell.right], bottom: crossings.ys[cell.bottom])
        area.add(place)
        let inside = words.indices.filter { place.contains(x: words[$0].area.midX, y: words[$0].area.midY) && !used.contains($0) }
        used.formUnion(inside)
        var draft = CellDraft(row: top, column: left, run: lines(of: inside.map { words[$0] }, settings: settings), area: place)
        draft.rowSpan = bottom - top
        draft.columnSpan = right - left
        cells.append(draft)
    }
    let filled = cells.count { !$0.run.isEmpty }
    // A chart's grid is nearly empty; a form may be half empty.
    guard filled > 1, Double(filled) >= 0.2 * Double(cells.count) else { return nil }
    cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    var table = TableDraft(method: .ruled, cells: cells, rows: rows.count - 1, columns: columns.count - 1, area: area)
    table.edges = columns.map { crossings.xs[$0] }
    markHeaders(&table, content: content)
    return (table, used)
}
