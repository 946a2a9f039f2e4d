internal import PaperModel

/// A dash that stands for a figure is narrower than this: a long dash is one em, set between brackets a half more.
private let markEms: Float = 1.6

/// Part of the rows that may let a long label run over into an empty column beside it.
private let overrunPart: Float = 0.1

/// The x positions between the columns of rows: white space that (nearly) all of them leave free.
///
/// A label may run over into an empty column beside it in a few rows; chunks that stand wholly in such a valley make a sparse column
/// of their own. Where a heading is wider than what it stands over, the separator stands beside it, as far as the column leaves room.
/// `headings` are the areas of the words of each of their chunks; `fillers` are further lines of cells, whose figures stand on another.
func columnSeparators(of rows: [TextRow], headings: [[Area]] = [], fillers: [TextRow] = []) -> [Float] {
    struct End {
        var x: Float
        var step: Int
    }
    var ends: [End] = []
    for row in rows {
        for chunk in row.chunks where !isMark(chunk, size: row.size) {
            ends.append(End(x: chunk.area.left, step: 1))
            ends.append(End(x: max(chunk.area.left, chunk.area.right), step: -1))
        }
    }
    // Where one chunk ends and another begins at the same place, there is no white space.
    ends.sort { ($0.x, -$0.step) < ($1.x, -$1.step) }
    let overruns = Int(overrunPart * Float(rows.count))
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
    let parts = valleys.indices.flatMap { index in
        let columns = (
            start: index > 0 ? valleys[index - 1].right : -.infinity, end: index + 1 < valleys.count ? valleys[index + 1].left : .infinity
        )
        return withoutMarks(in: valleys[index], between: columns, rows: rows).map { [$0] } ?? free(in: valleys[index], rows: rows + fillers)
    }
    return parts.map { separator(in: $0, beside: headings) }
}

/// Whether a chunk is a dash or the like that stands for a figure.
private func isMark(_ chunk: Chunk, size: Float) -> Bool {
    chunk.isValue && !chunk.isNumber && chunk.words.count == 1 && chunk.area.width < markEms * size
}

/// The separators of rows or, where those are more, of the rows with figures alone: headings over several columns, or near each other, hide
/// what the figures show.
func columnSeparators(of rows: [TextRow], figures: [TextRow], headings: [[Area]], fillers: [TextRow] = []) -> [Float] {
    let all = columnSeparators(of: rows, headings: headings, fillers: fillers)
    let own = columnSeparators(of: figures, headings: headings, fillers: fillers)
    return own.count > all.count ? own : all
}

/// A valley beside the marks that stand for figures of the column on one side of it, set to another edge than those. Nil where something
/// else stands in it, or the marks are of neither column. `columns` is where the one before begins and the one after ends.
private func withoutMarks(in valley: Area, between columns: (start: Float, end: Float), rows: [TextRow]) -> Area? {
    var marks = Area()
    var sides = (before: 0, after: 0)
    for row in rows {
        let inside = row.chunks.filter { $0.area.left >= valley.left && $0.area.right <= valley.right }
        guard let mark = inside.first else { continue }
        guard inside.count == 1, isMark(mark, size: row.size) else { return nil }
        let hasBefore = row.chunks.contains { $0.area.right > columns.start && $0.area.right <= valley.left }
        let hasAfter = row.chunks.contains { $0.area.left >= valley.right && $0.area.left < columns.end }
        guard hasBefore != hasAfter else { return nil }
        if hasBefore { sides.after += 1 } else { sides.before += 1 }
        marks.add(mark.area)
    }
    guard !marks.isEmpty, sides.before == 0 || sides.after == 0, !Share.half.isReached(by: sides.before + sides.after, of: rows.count)
    else { return nil }
    var part = valley
    if sides.after > 0 { part.right = marks.left } else { part.left = marks.right }
    return part.left < part.right ? part : nil
}

/// A valley, or the parts of it that the chunks wholly inside it leave free.
private func free(in valley: Area, rows: [TextRow]) -> [Area] {
    var inside: [Area] = []
    for row in rows {
        for chunk in row.chunks where chunk.area.left >= valley.left && chunk.area.right <= valley.right { inside.append(chunk.area) }
    }
    inside.sort { $0.left < $1.left }
    var parts: [Area] = []
    var free = valley.left
    for area in inside {
        if area.left > free { parts.append(Area(left: free, top: 0, right: area.left, bottom: 0)) }
        free = max(free, area.right)
    }
    if valley.right > free { parts.append(Area(left: free, top: 0, right: valley.right, bottom: 0)) }
    return parts
}

/// The middle of a valley or, where headings stand over that, of the part of it that the fewest of them do.
private func separator(in valley: Area, beside headings: [[Area]]) -> Float {
    // What reaches over the whole valley may be headings side by side, no further apart than words.
    let over = headings.flatMap { words -> [Area] in
        let whole = words.reduce(into: Area()) { $0.add($1) }
        return whole.left <= valley.left && whole.right >= valley.right ? words : [whole]
    }.filter { $0.left < valley.right && $0.right > valley.left }
    func covered(at x: Float) -> Int { over.count { $0.left < x && $0.right > x } }
    let middle = (valley.left + valley.right) / 2
    let ends = (over.flatMap { [$0.left, $0.right] }.filter { $0 > valley.left && $0 < valley.right } + [valley.left, valley.right])
        .sorted()
    var best = (x: middle, covered: covered(at: middle), width: Float.infinity)
    for (left, right) in zip(ends, ends.dropFirst()) where right - left > Points.same {
        let x = (left + right) / 2
        let count = covered(at: x)
        if (count, -(right - left)) < (best.covered, -best.width) { best = (x, count, right - left) }
    }
    return best.x
}

/// Separators without those to the right of a column that holds signs of currency alone: accounts set "£" to the left of a column and the
/// number to its right.
func withoutSignColumns(_ separators: [Float], rows: [TextRow], text: TextRows) -> [Float] {
    var signs = [Int](repeating: 0, count: separators.count + 1)
    var others = signs
    for chunk in rows.lazy.flatMap(\.chunks) {
        let column = separators.partitioningIndex { $0 > chunk.area.midX }
        let word = text.words[chunk.words.lowerBound]
        let isSign = chunk.words.count == 1 && word.traits.length == 1 && currencySigns.contains(word.traits.first)
        if isSign { signs[column] += 1 } else { others[column] += 1 }
    }
    return separators.indices.filter { signs[$0] == 0 || others[$0] > 0 }.map { separators[$0] }
}

/// Pound, euro and dollar.
private let currencySigns: Set<UInt32> = [0xA3, 0x20AC, 0x24]
