/// A row lower than this, points, has no room for a line: the smallest print is 5 points high.
private let leastRow: Float = 5

/// Cells with borders that miss each other by less than a line brought together: boxes for figures are drawn a little higher or lower
/// than the strips of their labels, so that each row becomes two.
func withoutSlackRows(_ areas: [RuledArea]) -> [RuledArea] {
    let ys = Set(areas.flatMap { [$0.area.top, $0.area.bottom] }).sorted()
    let rows = Set(areas.filter { !$0.text.rows.isEmpty && $0.area.height < leastRow }.map(\.area.top))
    var moved: [Float: Float] = [:]
    var last = ys.first ?? 0
    for (top, bottom) in zip(ys, ys.dropFirst()) {
        if bottom - last < leastRow, !rows.contains(top) { moved[bottom] = last } else { last = bottom }
    }
    guard !moved.isEmpty else { return areas }
    return areas.compactMap { cell in
        var cell = cell
        cell.area.top = moved[cell.area.top] ?? cell.area.top
        cell.area.bottom = moved[cell.area.bottom] ?? cell.area.bottom
        return cell.area.top < cell.area.bottom ? cell : nil
    }
}
