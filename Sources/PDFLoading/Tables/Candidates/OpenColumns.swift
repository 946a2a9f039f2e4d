/// A label outside a box stands on the line of its figures within this.
private let labelShiftEms: Float = 0.4

/// A box with fewer lines of figures is an ordinary cell.
private let leastFigureLines = 4

/// A box of figures alone may have this part of its lines labelled: a heading, a note.
private let strayLabels = Share(1, of: 10)

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
        let labels = words.rows.filter { row in baselines.contains { abs($0 - row.baseline) < labelShiftEms * row.size } }
        guard Share.most.isReached(by: labels.count, of: baselines.count),
            !labels.contains(where: { $0.chunks.contains(where: \.isNumber) })
        else { continue }
        // Labels between boxes fill the room between them; before the first they begin where their words do.
        let left = before > 0 ? before : (words.rows.map(\.area.left).min() ?? frame.left) - Points.same
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
    guard baselines.count >= leastFigureLines else { return false }
    let labels = cells.flatMap(\.text.rows).filter { row in
        row.chunks.contains { !$0.isValue } && baselines.contains { abs($0 - row.baseline) < Points.same }
    }
    return !strayLabels.isPassed(by: labels.count, of: baselines.count)
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
    // Points, not multiples of a font.
    let level = LineTolerance(fromFirst: Points.same, fromLast: Points.same)
    return lineRanges(of: all, within: level, baseline: { $0 }, size: { _ in 1 }).map { all[$0.lowerBound] }
}
