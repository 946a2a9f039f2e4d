/// A heading of its own line stands at least this far above the next, which single spacing doubles.
private let apartEms: Float = 0.5

/// Parts of drawn cells with those made one again that hold nothing but a heading centred over all of them.
func withCentredHeadings(_ cells: [RuledArea]) -> [RuledArea] {
    var rows: [Band: [ClosedRange<Float>: [Int]]] = [:]
    for (index, cell) in cells.enumerated() {
        if let drawn = cell.drawn { rows[Band(cell.area.top, cell.area.bottom), default: [:]][drawn, default: []].append(index) }
    }
    var result = cells
    var isGone = [Bool](repeating: false, count: cells.count)
    for (drawn, parts) in rows.values.joined() where parts.count > 1 {
        let filled = parts.filter { !cells[$0].text.rows.isEmpty }
        guard filled.count == 1, let own = filled.first, cells[own].text.rows.count == 1, isCentred(cells[own].text.rows[0], over: drawn)
        else { continue }
        for part in parts where part != own {
            result[own].area.add(cells[part].area)
            isGone[part] = true
        }
    }
    return zip(result, isGone).filter { !$0.1 }.map(\.0)
}

/// The y positions below headings that stand centred over the parts of a drawn cell, on a line of their own above lines of several parts.
func headingBounds(of row: [RuledArea]) -> [Float] {
    var parts: [ClosedRange<Float>: [TextRow]] = [:]
    for cell in row { if let drawn = cell.drawn { parts[drawn, default: []].append(contentsOf: cell.text.rows) } }
    return parts.compactMap { drawn, rows -> Float? in
        let lines = rows.sorted { $0.baseline < $1.baseline }
        guard lines.count > 2, isCentred(lines[0], over: drawn), lines[1].baseline - lines[0].baseline > apartEms * lines[0].size,
            lines[2].baseline - lines[1].baseline < Points.same
        else { return nil }
        return (lines[0].area.bottom + lines[1].area.top) / 2
    }
}

/// Whether a line is one heading, set in the middle of a drawn cell.
private func isCentred(_ line: TextRow, over drawn: ClosedRange<Float>) -> Bool {
    line.chunks.count == 1 && !line.chunks[0].isNumber
        && abs(line.area.midX - (drawn.lowerBound + drawn.upperBound) / 2) < line.size
}
