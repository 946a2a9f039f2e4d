/// An empty row lower than this, points, spaces rows apart and is none itself.
private let spacerRow: Float = 9

/// Cells without the rows that only space others apart: low ones without text.
func withoutSpacers(_ areas: [RuledArea]) -> [RuledArea] {
    let filled = areas.filter { !$0.text.rows.isEmpty }
    let bands = Dictionary(grouping: areas.filter { $0.area.height < spacerRow }) { $0.area.top }
    var moved: [Float: Float] = [:]
    for (top, cells) in bands where cells.allSatisfy({ $0.text.rows.isEmpty && $0.area.bottom == cells[0].area.bottom }) {
        let bottom = cells[0].area.bottom
        // Nothing else begins or ends inside, and no filled cell stands beside it.
        guard !filled.contains(where: { $0.area.top <= top && $0.area.bottom >= bottom }) else { continue }
        moved[top] = bottom
    }
    guard !moved.isEmpty else { return areas }
    return areas.compactMap { cell in
        if let bottom = moved[cell.area.top], bottom == cell.area.bottom { return nil }
        var cell = cell
        if let bottom = moved[cell.area.bottom] { cell.area.bottom = bottom }
        return cell
    }
}
