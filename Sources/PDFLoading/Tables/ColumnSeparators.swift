/// The x positions between the columns of rows: white space that (nearly) all of them leave free.
///
/// A label may run over into an empty column beside it in a few rows; chunks that stand wholly in such a valley make a sparse column
/// of their own.
func columnSeparators(of rows: [TextRow], settings: TableSettings) -> [Float] {
    struct End {
        var x: Float
        var step: Int
    }
    var ends: [End] = []
    for row in rows {
        for chunk in row.chunks {
            ends.append(End(x: chunk.area.left, step: 1))
            ends.append(End(x: max(chunk.area.left, chunk.area.right), step: -1))
        }
    }
    // Where one chunk ends and another begins at the same place, there is no white space.
    ends.sort { ($0.x, -$0.step) < ($1.x, -$1.step) }
    let overruns = Int(settings.overrunPart * Float(rows.count))
    var valleys: [Area] = []
    var cover = 0
    var valleyStart: Float?
    for end in ends {
        let before = cover
        cover += end.step
        if before > overruns, cover <= overruns {
            valleyStart = end.x
        } else if before <= overruns, cover > overruns {
            if let start = valleyStart, end.x > start { valleys.append(Area(left: start, top: 0, right: end.x, bottom: 0)) }
            valleyStart = nil
        }
    }
    return valleys.flatMap { separators(in: $0, rows: rows) }
}

/// The middle of a valley, or the middles between the chunks that stand wholly inside it.
private func separators(in valley: Area, rows: [TextRow]) -> [Float] {
    var inside: [Area] = []
    for row in rows {
        for chunk in row.chunks where chunk.area.left >= valley.left && chunk.area.right <= valley.right { inside.append(chunk.area) }
    }
    inside.sort { $0.left < $1.left }
    var separators: [Float] = []
    var free = valley.left
    for area in inside {
        if area.left > free { separators.append((free + area.left) / 2) }
        free = max(free, area.right)
    }
    if valley.right > free { separators.append((free + valley.right) / 2) }
    return separators
}
