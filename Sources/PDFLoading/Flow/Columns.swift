internal import PaperModel

/// The pieces of a page parted into columns, in reading order: recursive XY cut (Nagy and Seth, 1984), cutting down the page first
/// where a gutter runs through, else into bands that a gutter runs through.
func columns(of pieces: [LinePiece], settings: LayoutSettings) -> [[LinePiece]] {
    columns(of: pieces, depth: 0, settings: settings)
}

private func columns(of pieces: [LinePiece], depth: Int, settings: LayoutSettings) -> [[LinePiece]] {
    // Eight cuts make more columns than any page has.
    guard pieces.count >= 2 * settings.proseColumnLines, depth < 8 else { return pieces.isEmpty ? [] : [pieces] }
    if let gutter = gutter(of: pieces, settings: settings) {
        let left = pieces.filter { $0.area.midX < gutter }
        let right = pieces.filter { $0.area.midX >= gutter }
        return columns(of: left, depth: depth + 1, settings: settings) + columns(of: right, depth: depth + 1, settings: settings)
    }
    // Bands of pieces that overlap in height, from the top.
    let sorted = pieces.sorted { $0.area.top < $1.area.top }
    var bands: [[LinePiece]] = []
    var bottom = -Float.infinity
    for piece in sorted {
        if bands.isEmpty || piece.area.top > bottom - 1 { bands.append([piece]) } else { bands[bands.count - 1].append(piece) }
        bottom = max(bottom, piece.area.bottom)
    }
    guard bands.count > 1 else { return [pieces] }
    // From each band, the longest run of bands that one gutter parts.
    var result: [[LinePiece]] = []
    var plain: [LinePiece] = []
    var index = 0
    while index < bands.count {
        guard bands[index].count > 1, let end = runEnd(bands, from: index, settings: settings) else {
            plain.append(contentsOf: bands[index])
            index += 1
            continue
        }
        if !plain.isEmpty { result.append(plain) }
        plain = []
        result.append(contentsOf: columns(of: bands[index..<end].flatMap { $0 }, depth: depth + 1, settings: settings))
        index = end
    }
    if !plain.isEmpty { result.append(plain) }
    return result
}

/// One past the last band of the longest run from `start` that a gutter parts; nil where none does.
private func runEnd(_ bands: [[LinePiece]], from start: Int, settings: LayoutSettings) -> Int? {
    var free = freeIntervals(bands[start]).filter {
        $0.lower > -.infinity && $0.upper < .infinity && $0.upper - $0.lower >= settings.gutter
    }
    guard !free.isEmpty else { return nil }
    var end = start + 1
    while end < bands.count {
        let shared = intersect(free, freeIntervals(bands[end])).filter { $0.upper - $0.lower >= settings.gutter }
        if shared.isEmpty { break }
        free = shared
        end += 1
    }
    let pieces = bands[start..<end].flatMap { $0 }
    guard let gutter = gutter(of: pieces, settings: settings) else { return nil }
    return untilGap(bands[start..<end], gutter: gutter, settings: settings)
}

/// One past the last band that belongs to the columns: where only one column goes on, it ends at the first wide gap, since what
/// follows there may as well stand across the page.
private func untilGap(_ bands: ArraySlice<[LinePiece]>, gutter: Float, settings: LayoutSettings) -> Int {
    let isTwoSided = { (band: [LinePiece]) in band.contains { $0.area.midX < gutter } && band.contains { $0.area.midX >= gutter } }
    let last = bands.lastIndex(where: isTwoSided) ?? bands.startIndex
    var bottom = bands[last].map(\.area.bottom).max() ?? 0
    let size = bands[last].compactMap(\.size).max() ?? 0
    for index in (last + 1)..<max(bands.endIndex, last + 1) {
        let top = bands[index].map(\.area.top).min() ?? 0
        let height = bands[index].map(\.area.height).max() ?? 0
        // Larger text below both columns is rather the heading of what comes next.
        let isLarger = (bands[index].compactMap(\.size).max() ?? 0) > 1.1 * size
        if top - bottom > (isLarger ? settings.columnHeadingGap : settings.columnEndGap) * height { return index }
        bottom = bands[index].map(\.area.bottom).max() ?? bottom
    }
    return bands.endIndex
}

private struct Interval {
    var lower: Float
    var upper: Float
}

/// The stretches between and beside pieces.
private func freeIntervals(_ pieces: [LinePiece]) -> [Interval] {
    var free: [Interval] = []
    var right = -Float.infinity
    for piece in pieces.sorted(by: { $0.area.left < $1.area.left }) {
        if piece.area.left > right { free.append(Interval(lower: right, upper: piece.area.left)) }
        right = max(right, piece.area.right)
    }
    free.append(Interval(lower: right, upper: .infinity))
    return free
}

private func intersect(_ one: [Interval], _ other: [Interval]) -> [Interval] {
    var result: [Interval] = []
    var i = 0
    var k = 0
    while i < one.count, k < other.count {
        let lower = max(one[i].lower, other[k].lower)
        let upper = min(one[i].upper, other[k].upper)
        if lower < upper { result.append(Interval(lower: lower, upper: upper)) }
        if one[i].upper < other[k].upper { i += 1 } else { k += 1 }
    }
    return result
}

/// The middle of the widest gutter between two columns of text; nil where there is none.
private func gutter(of pieces: [LinePiece], settings: LayoutSettings) -> Float? {
    let width = (pieces.map(\.area.right).max() ?? 0) - (pieces.map(\.area.left).min() ?? 0)
    let candidates = freeIntervals(pieces).filter {
        $0.lower > -.infinity && $0.upper < .infinity && $0.upper - $0.lower >= settings.gutter
    }
    for gap in candidates.sorted(by: { $0.upper - $0.lower > $1.upper - $1.lower }) {
        let middle = (gap.lower + gap.upper) / 2
        let left = pieces.filter { $0.area.midX < middle }
        let right = pieces.filter { $0.area.midX >= middle }
        guard isColumn(left, ofWidth: width, settings: settings), isColumn(right, ofWidth: width, settings: settings) else { continue }
        if !areLabels(left, of: right) { return middle }
    }
    return nil
}

private func isColumn(_ pieces: [LinePiece], ofWidth width: Float, settings: LayoutSettings) -> Bool {
    let left = pieces.map(\.area.left).min() ?? 0
    let right = pieces.map(\.area.right).max() ?? 0
    // Wide gaps on two lines make many pieces and no column.
    let lines = Set(pieces.map { $0.area.midY.rounded() }).count
    guard lines >= settings.columnLines || lines >= settings.proseColumnLines && isProse(pieces, width: right - left) else { return false }
    return right - left >= settings.columnWidth * width
}

/// Whether pieces are lines of running text: of four words and more, most of which fill the column.
private func isProse(_ pieces: [LinePiece], width: Float) -> Bool {
    let lines = pieces.compactMap { piece -> (words: Int, width: Float)? in
        if case .line(let run) = piece.content { (run.words.count, piece.area.width) } else { nil }
    }
    return lines.count == pieces.count && lines.reduce(0) { $0 + $1.words } >= 4 * lines.count
        && lines.count { $0.width >= 0.6 * width } * 3 >= lines.count * 2
}

/// Whether lines at the left are the labels of what stands beside them, to be read row by row: few words each, most on the line of a
/// piece at the right.
private func areLabels(_ left: [LinePiece], of right: [LinePiece]) -> Bool {
    func words(_ pieces: [LinePiece]) -> Float {
        let counts = pieces.compactMap { piece -> Int? in if case .line(let run) = piece.content { run.words.count } else { nil } }
        return counts.isEmpty ? 0 : Float(counts.reduce(0, +)) / Float(counts.count)
    }
    let heights = right.map(\.area.midY).sorted()
    let beside = left.count { piece in
        let next = heights.partitioningIndex { $0 > piece.area.midY - 2 }
        return next < heights.count && heights[next] < piece.area.midY + 2
    }
    return beside * 10 >= left.count * 7 && words(left) <= 3.5 && words(right) > 1.5 * words(left)
}
