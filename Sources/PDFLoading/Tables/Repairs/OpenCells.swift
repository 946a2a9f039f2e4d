/// More places than this without a cell are no faults of a drawing: the grid is none.
private let mostOpenCells = 64

/// The places between cells of a row that no cell covers and words stand in, as cells: borders that miss their corners close none, though
/// the rows and columns around them go on.
func withOpenCells(_ cells: [RuledArea], on page: TablePage) -> [RuledArea] {
    var bands: [Band: [Int]] = [:]
    for (index, cell) in cells.enumerated() { bands[Band(cell.area.top, cell.area.bottom), default: []].append(index) }
    var open: [Area] = []
    for (band, members) in bands.sorted(by: { ($0.key.low, $0.key.high) < ($1.key.low, $1.key.high) }) {
        let sorted = members.map { cells[$0].area }.sorted { $0.left < $1.left }
        for (cell, next) in zip(sorted, sorted.dropFirst()) where next.left - cell.right > Points.slack {
            open.append(Area(left: cell.right, top: band.low, right: next.left, bottom: band.high))
            if open.count > mostOpenCells { return cells }
        }
    }
    let found = open.filter { place in
        // A cell of more rows, or of rows of other heights, may cover it.
        !cells.contains { cell in
            min(cell.area.right, place.right) - max(cell.area.left, place.left) > Points.same
                && min(cell.area.bottom, place.bottom) - max(cell.area.top, place.top) > Points.same
        }
    }.map { RuledArea(area: $0, text: page.text(in: $0)) }.filter { !$0.text.rows.isEmpty }
    return cells + found
}
