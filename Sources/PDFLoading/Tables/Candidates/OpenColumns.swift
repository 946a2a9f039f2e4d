/// Boxes of figures side by side whose labels stand outside their lines, between two of them or before the first, as one table with a
/// column for the labels.
///
/// `boxes` are grids of figures alone, from left to right; `text` gives the words of an area that belong to no table. Nil where no words
/// label the figures.
func withOpenLabels(_ boxes: [[RuledArea]], text: (Area) -> TextRows) -> [RuledArea]? {
    let baselines = figureBaselines(of: boxes.joined())
    var before: Float = 0
    for box in boxes {
        let frame = frame(of: box)
        defer { before = frame.right }
        guard frame.left - before > Points.slack else { continue }
        let words = text(Area(left: before, top: frame.top, right: frame.left, bottom: frame.bottom))
        let labels = words.rows.filter { row in baselines.contains { abs($0 - row.baseline) < 0.4 * row.size } }
        guard labels.count * 3 >= baselines.count * 2, !labels.contains(where: { $0.chunks.contains(where: \.isNumber) }) else { continue }
        // Labels between boxes fill the room between them; before the first they begin where their words do.
        let left = before > 0 ? before : (words.rows.map(\.area.left).min() ?? frame.left) - 1
        let ys = Set(box.flatMap { [$0.area.top, $0.area.bottom] }).sorted()
        return boxes.joined()
            + zip(ys, ys.dropFirst()).map { top, bottom in
                RuledArea(
                    area: Area(left: left, top: top, right: frame.left, bottom: bottom),
                    text: words.keeping { $0.midY >= top && $0.midY < bottom })
            }
    }
    return nil
}

/// Whether a grid holds figures and nothing that labels them: boxes around the columns of a table.
func isBoxOfFigures(_ cells: [RuledArea]) -> Bool {
    let baselines = figureBaselines(of: cells)
    guard baselines.count > 3 else { return false }
    let labels = cells.flatMap(\.text.rows).filter { row in
        row.chunks.contains { !$0.isValue } && baselines.contains { abs($0 - row.baseline) < 1 }
    }
    return labels.count * 10 <= baselines.count
}

/// Whether two grids stand side by side at the same height.
func standBeside(_ one: [RuledArea], _ other: [RuledArea]) -> Bool {
    let (a, b) = (frame(of: one), frame(of: other))
    return (a.right < b.left || b.right < a.left) && abs(a.bottom - b.bottom) <= 2 * Points.ruleSnap
        && min(a.bottom, b.bottom) - max(a.top, b.top) > Ratio.wideRule * min(a.height, b.height)
}

private func frame(of cells: [RuledArea]) -> Area {
    cells.reduce(into: Area()) { $0.add($1.area) }
}

/// The baselines that figures stand on, from the top.
private func figureBaselines(of cells: some Sequence<RuledArea>) -> [Float] {
    let all = cells.flatMap(\.text.rows).filter { $0.chunks.contains(where: \.isNumber) }.map(\.baseline).sorted()
    return all.reduce(into: []) { if let last = $0.last, $1 - last < 1 { return } else { $0.append($1) } }
}
