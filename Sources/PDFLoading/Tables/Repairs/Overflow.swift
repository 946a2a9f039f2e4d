/// Slanted letters reach over the next word by less than this.
private let overhangEms: Float = 0.3

/// Cells with words that run over from the cell before given back to it: a spreadsheet lets a long label run over empty cells beside it.
/// Such words follow the label's at the distance of a space, and begin elsewhere than the lines of their column.
func withoutOverflow(_ cells: [RuledArea], on page: TablePage) -> [RuledArea] {
    let starts = textStarts(of: cells)
    var bands: [Band: [Int]] = [:]
    for (index, cell) in cells.enumerated() { bands[Band(cell.area.top, cell.area.bottom), default: []].append(index) }
    var result = cells
    for members in bands.values where members.count > 1 {
        var owner: Int?
        for index in members.sorted(by: { cells[$0].area.left < cells[$1].area.left }) where !cells[index].text.rows.isEmpty {
            if let label = owner, let start = starts[cells[index].area.left] ?? nil,
                runsOver(from: result[label].text, to: cells[index].text, columnStart: start)
            {
                let sources = result[label].text.sources + cells[index].text.sources
                result[label].text = TextRows(page.words, at: sources, verticals: [])
                result[index].text = TextRows()
            } else {
                owner = index
            }
        }
    }
    return result
}

private func runsOver(from label: TextRows, to rest: TextRows, columnStart: Float) -> Bool {
    guard rest.rows.count == 1, let first = rest.words.first, abs(first.area.left - columnStart) > Points.sameStart,
        rest.shapes.first == .text,
        let line = label.rows.last, let last = line.chunks.last.map({ label.words[$0.words.upperBound - 1] }), line.chunks.count == 1,
        abs(last.baseline - first.baseline) < Points.same
    else { return false }
    let gap = first.area.left - last.area.right
    return gap > -overhangEms * first.size && gap < Ems.labelGap * first.size
}
