/// Cells with borders that miss each other by a little brought together: a column too narrow for text, that no text stands in, is
/// slack between borders.
func withoutSlack(_ areas: [RuledArea]) -> [RuledArea] {
    let xs = Set(areas.flatMap { [$0.area.left, $0.area.right] }).sorted()
    let columns = Set(areas.filter { !$0.text.rows.isEmpty && $0.area.width < Points.slack }.map(\.area.left))
    var moved: [Float: Float] = [:]
    var last = xs.first ?? 0
    for (left, right) in zip(xs, xs.dropFirst()) {
        if right - last < Points.slack, !columns.contains(left) { moved[right] = last } else { last = right }
    }
    guard !moved.isEmpty else { return areas }
    return areas.compactMap { cell in
        var cell = cell
        cell.area.left = moved[cell.area.left] ?? cell.area.left
        cell.area.right = moved[cell.area.right] ?? cell.area.right
        return cell.area.left < cell.area.right ? cell : nil
    }
}
