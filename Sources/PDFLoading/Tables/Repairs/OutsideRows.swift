/// Figures without lines stand at most this far below the headings that are shaded or framed: a line may be left blank.
private let openReachEms: Float = 2

/// Rows of a ruled table that stand outside its lines: headings above a grid whose first row is figures, totals below its last line.
///
/// `isOpen` says that no line closes the table at its top, so that headings may stand above those that its first row holds.
func withOutsideRows(_ cells: [RuledArea], isOpen: Bool = false, on page: TablePage) -> [RuledArea] {
    let rules = page.edges.horizontal
    guard let grid = RuledGrid(cells) else { return cells }
    let (area, reach) = (grid.area, Points.outsideReach)
    let below = page.text(in: Area(left: area.left, top: area.bottom, right: area.right, bottom: area.bottom + reach))
    var result = cells + figureRows(.below, grid, among: below, rules: rules)
    if grid.beginsWithFigures || isOpen {
        let above = page.text(in: Area(left: area.left, top: area.top - reach, right: area.right, bottom: area.top))
        // Where every other row is shaded, the first may be one that isn't.
        let rows = grid.beginsWithFigures ? figureRows(.above, grid, among: above, rules: rules) : []
        var headed = grid
        headed.area.top = rows.map(\.area.top).min() ?? area.top
        result.append(contentsOf: rows)
        result.append(contentsOf: headings(above: headed, among: above, rules: rules))
    }
    return result
}

/// Whether cells are the shaded or framed headings of figures that stand below them without lines.
func isHeadingOfOpenRows(_ cells: [RuledArea], on page: TablePage) -> Bool {
    guard !cells.contains(where: { $0.text.rows.contains { $0.chunks.contains(where: \.isNumber) } }),
        Set(cells.map(\.area.top)).count <= Limit.headingLines
    else { return false }
    let area = cells.reduce(into: Area()) { $0.add($1.area) }
    let separators = Set(cells.map(\.area.left)).sorted().dropFirst()
    let below = page.text(in: Area(left: area.left, top: area.bottom, right: area.right, bottom: area.bottom + Points.outsideReach))
    guard let first = below.rows.first(where: { $0.chunks.contains(where: \.isNumber) }) else { return false }
    let columns = Set(first.chunks.filter(\.isNumber).map { chunk in separators.count { $0 <= chunk.area.midX } })
    // The title of the first group may stand between.
    let next = below.rows[0]
    return columns.count > 1 && next.area.top - area.bottom <= openReachEms * next.size
        && first.area.top - next.area.bottom <= openReachEms * first.size
}

/// What the rows around a grid are held against.
private struct RuledGrid {
    var area = Area()
    /// Left edges of its columns, and the right edge of the last.
    var xs: [Float]
    /// Columns after the first that hold figures.
    var figures = Set<Int>()
    /// Whether its first row holds figures.
    var beginsWithFigures = false

    /// Nil where no column after the first holds figures.
    init?(_ cells: [RuledArea]) {
        xs = Set(cells.flatMap { [$0.area.left, $0.area.right] }).sorted()
        guard xs.count > 2 else { return nil }
        for cell in cells { area.add(cell.area) }
        for cell in cells where cell.text.rows.contains(where: { $0.chunks.contains(where: \.isNumber) }) {
            let column = column(of: cell.area.midX)
            guard column > 0 else { continue }
            figures.insert(column)
            if cell.area.top == area.top { beginsWithFigures = true }
        }
        if figures.isEmpty { return nil }
    }

    var separators: [Float] { Array(xs[1..<(xs.count - 1)]) }
    var columns: [Area] {
        zip(xs, xs.dropFirst()).map { Area(left: $0, top: area.top, right: $1, bottom: area.bottom) }
    }

    func column(of x: Float) -> Int { max(0, (xs.lastIndex { $0 <= x } ?? 0)) }

    /// Whether a line across its whole width stands between two heights.
    func isRuledOff(from top: Float, to bottom: Float, rules: [Edge]) -> Bool {
        rules.contains {
            $0.position > top && $0.position < bottom
                && min($0.end, area.right) - max($0.start, area.left) >= Ratio.wideRule * area.width
        }
    }
}

/// The heading cells above a grid: lines that stand close, each over columns of their own, and most columns of figures headed.
private func headings(above grid: RuledGrid, among text: TextRows, rules: [Edge]) -> [RuledArea] {
    var taken: [TextRow] = []
    var headed = Set<Int>()
    var below = grid.area.top
    for row in text.rows.reversed() where row.area.midY < grid.area.top && taken.count < Limit.headingLines {
        let pitch = taken.last.map { $0.baseline - row.baseline }
        let isNear = pitch.map { $0 <= Ems.wrapPitch * row.size } ?? (below - row.area.bottom <= row.size)
        guard isNear, !grid.isRuledOff(from: row.baseline, to: below - Points.same, rules: rules) else { break }
        let columns = row.chunks.map { grid.column(of: $0.area.midX) }
        // Words at the left alone are a title, unless they are set to the middle of the others' height; long ones are prose; figures are
        // rows of another table.
        let isBeside = taken.last.map { row.area.bottom - $0.area.top > Ratio.sharedHeight * row.area.height } ?? false
        guard isBeside || columns.contains(where: { $0 > 0 }),
            row.chunks.allSatisfy({
                $0.words.count < (row.chunks.count > 1 ? 2 : 1) * Limit.proseWords && !$0.isNumber && $0.area.midX > grid.area.left
                    && $0.area.midX < grid.area.right
            })
        else { break }
        headed.formUnion(columns)
        taken.append(row)
        below = row.area.top
    }
    guard Share.most.isReached(by: grid.figures.intersection(headed).count, of: grid.figures.count) else { return [] }
    let lines = taken.reversed().map {
        text.parted(
            text.line($0, separators: grid.separators, cutsWords: true), over: grid.columns)
    }
    let near = rules.filter { $0.position > below && $0.position < grid.area.top - Points.same }
    let (cells, count) = headingRows(of: lines, columns: grid.columns, rules: near)
    // Each row of headings reaches down to the first line of the next.
    var tops = [Float](repeating: .infinity, count: count) + [grid.area.top]
    for cell in cells { tops[cell.row] = min(tops[cell.row], text.words[cell.words[0]].map(\.area.top).min() ?? .infinity) }
    guard zip(tops, tops.dropFirst()).allSatisfy({ $0 < $1 }) else { return [] }
    return cells.map { cell in
        let area = Area(
            left: grid.xs[cell.columns.lowerBound], top: tops[cell.row], right: grid.xs[min(cell.columns.upperBound, grid.xs.count - 1)],
            bottom: tops[cell.row + cell.rowSpan])
        return RuledArea(area: area, text: text.keeping(words: cell.words))
    }
}

private enum Side {
    case above, below
}

/// The cells of the rows of figures directly above or below a grid.
private func figureRows(
    _ side: Side, _ grid: RuledGrid, among text: TextRows, rules: [Edge]
) -> [RuledArea] {
    var lines: [GridLine] = []
    var area = grid.area
    for row in side == .below ? text.rows : text.rows.reversed() {
        let line = text.line(row, separators: grid.separators)
        let distance = side == .below ? row.area.top - area.bottom : area.top - row.area.bottom
        let isRuledOff =
            side == .below
            ? grid.isRuledOff(from: grid.area.bottom + Points.ruleSnap, to: row.area.midY, rules: rules)
            : grid.isRuledOff(from: row.area.midY, to: grid.area.top - Points.ruleSnap, rules: rules)
        guard distance <= row.size, !isRuledOff,
            line.pieces.allSatisfy({ $0.isValue || $0.columns.count == 1 && !grid.figures.contains($0.columns.lowerBound) })
        else { break }
        lines.append(line)
        area.add(row.area)
    }
    if side == .above { lines.reverse() }
    let rowOf = logicalRows(of: lines, text: text, rules: [])
    let count = (rowOf.last ?? -1) + 1
    var result: [RuledArea] = []
    var edge = side == .below ? grid.area.bottom : grid.area.top
    for row in side == .below ? Array(0..<count) : (0..<count).reversed() {
        let own = zip(lines, rowOf).filter { $0.1 == row }.map(\.0)
        let pieces = own.flatMap(\.pieces)
        let figures = Set(pieces.filter { $0.isValue && $0.columns.count == 1 }.map(\.columns.lowerBound))
        let isNumber = pieces.contains { $0.isNumber && grid.figures.contains($0.columns.lowerBound) }
        let extent = own.reduce(into: Area()) { $0.add($1.area) }
        guard Share.half.isPassed(by: figures.intersection(grid.figures).count, of: grid.figures.count), side == .below || isNumber else {
            break
        }
        let (top, bottom) = side == .below ? (edge, extent.bottom) : (extent.top, edge)
        guard top < bottom else { break }
        for (column, pieces) in Dictionary(grouping: pieces, by: \.columns.lowerBound).sorted(by: { $0.key < $1.key }) {
            let end = pieces.map(\.columns.upperBound).max() ?? column + 1
            let area = Area(left: grid.xs[column], top: top, right: grid.xs[end], bottom: bottom)
            result.append(RuledArea(area: area, text: text.keeping(words: pieces.map(\.words))))
        }
        edge = side == .below ? bottom : top
    }
    return result
}
