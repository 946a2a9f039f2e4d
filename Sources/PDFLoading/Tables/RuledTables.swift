import PaperModel

/// An empty row lower than this, points, spaces rows apart and is none itself.
private let spacerRow: Float = 9

/// Adds the tables that ruling lines draw.
func addRuledTables(
    of words: [Word], horizontal: [Edge], vertical: [Edge], to found: inout FoundTables
) {
    guard horizontal.count > 1, !vertical.isEmpty else { return }
    let page = RuledPage(words: words, horizontal: horizontal, vertical: vertical)
    let sides = openSides(horizontal: horizontal, vertical: vertical, isSet: page.isSet)
    let snap = Points.ruleSnap
    let crossings = Crossings(
        horizontal: horizontal, vertical: sides.isEmpty ? vertical : joined(vertical + sides, within: snap), within: snap)
    let drawn = grids(of: cells(of: crossings, limit: Limit.cellsPerPage)).filter { $0.count > 1 }
    var boxes: [[RuledArea]] = []
    for (grid, isNested) in innermostFirst(drawn) {
        let cells = page.areas(
            grid.map {
                Area(
                    left: crossings.xs[$0.left], top: crossings.ys[$0.top], right: crossings.xs[$0.right], bottom: crossings.ys[$0.bottom])
            }, beside: found)
        if !isNested, boxes.count < Limit.tablesCompared, isBoxOfFigures(cells) {
            boxes.append(cells)
        } else if let table = page.table(of: cells, beside: found), !isNested || isFull(table.draft) {
            found.add(table.draft, taking: table.words)
        }
    }
    while !boxes.isEmpty {
        // Other grids may have taken words of theirs since.
        boxes = boxes.map { page.areas($0.map(\.area), beside: found) }
        let first = boxes[0]
        let beside = boxes.indices.filter { $0 == 0 || standBeside(first, boxes[$0]) }
        let group = beside.map { boxes[$0] }.sorted { $0[0].area.left < $1[0].area.left }
        let labelled = withOpenLabels(group) { page.text(in: $0, beside: found) }
        let taken = labelled == nil ? [0] : beside
        if let table = page.table(of: labelled ?? first, beside: found) { found.add(table.draft, taking: table.words) }
        for index in taken.reversed() { boxes.remove(at: index) }
    }
}

/// The words of a page and the lines that part them.
struct RuledPage {
    private let words: [Word]
    private let order: WordsByHeight
    private let horizontal: [Edge]
    private let vertical: [Edge]

    init(words: [Word], horizontal: [Edge], vertical: [Edge]) {
        self.words = words
        order = WordsByHeight(words)
        self.horizontal = horizontal
        self.vertical = vertical
    }

    /// The cells of a grid with the words in them that no table has yet; where cells overlap, the smaller has the words.
    func areas(_ cells: [Area], beside found: FoundTables) -> [RuledArea] {
        var inside = [[Int]](repeating: [], count: cells.count)
        var taken = Set<Int>()
        for cell in cells.indices.sorted(by: { (cells[$0].width * cells[$0].height, $0) < (cells[$1].width * cells[$1].height, $1) }) {
            inside[cell] = order.inside(cells[cell]).filter { found.owners[$0] < 0 && taken.insert($0).inserted }
        }
        return zip(cells, inside).map {
            RuledArea(area: $0, inside: $1, words: words, vertical: vertical)
        }
    }

    /// The upright words of an area that no table has yet.
    func text(in area: Area, beside found: FoundTables) -> TextRows {
        let inside = order.inside(area).filter { found.owners[$0] < 0 && words[$0].turn == 0 }
        return TextRows(words, at: inside, verticals: [])
    }

    /// Whether the words of an area keep to the columns between some x positions, and stand in half of them at least.
    func isSet(_ area: Area, columns xs: [Float]) -> Bool {
        guard xs.count > 2 else { return false }
        var filled = Set<Int>()
        for index in order.inside(area) {
            let word = words[index].area
            let column = xs.partitioningIndex { $0 > word.midX }
            guard column == 0 || word.left > xs[column - 1] - 1, column == xs.count || word.right < xs[column] + 1 else { return false }
            filled.insert(column)
        }
        return filled.count * 2 >= xs.count - 1
    }

    /// The table that drawn cells make, and the words that it takes; nil where they make none.
    func table(of drawn: [RuledArea], beside found: FoundTables) -> (draft: TableDraft, words: [Int])? {
        var cells = withoutOverflow(drawn, words: words, verticals: vertical)
        cells = splitColumns(of: withoutSlack(cells))
        cells = withCentredHeadings(splitRows(of: cells))
        cells = withoutSpacers(cells)
        guard !isHeadingOfOpenRows(cells, text: { text(in: $0, beside: found) }) else { return nil }
        cells = withOutsideRows(cells, rules: horizontal) { text(in: $0, beside: found) }
        return ruledTable(cells).map { ($0, cells.flatMap(\.text.sources)) }
    }
}

/// Grids with those that stand in a cell of another before it, so that their words are not the cell's too.
private func innermostFirst(_ grids: [[RuledCell]]) -> [(grid: [RuledCell], isNested: Bool)] {
    guard grids.count > 1, grids.count <= Limit.tablesCompared else { return grids.map { ($0, false) } }
    let frames = grids.map { grid in
        grid.dropFirst().reduce(grid[0]) {
            RuledCell(
                left: min($0.left, $1.left), top: min($0.top, $1.top), right: max($0.right, $1.right), bottom: max($0.bottom, $1.bottom))
        }
    }
    func isInside(_ inner: RuledCell, _ outer: RuledCell) -> Bool {
        inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
    }
    let depths = grids.indices.map { index in
        grids.indices.count { other in
            other != index && isInside(frames[index], frames[other]) && grids[other].contains { isInside(frames[index], $0) }
        }
    }
    return grids.indices.sorted { (-depths[$0], $0) < (-depths[$1], $1) }.map { (grids[$0], depths[$0] > 0) }
}

/// Whether a table inside a cell is one, and not boxes around words of the cell.
private func isFull(_ table: TableDraft) -> Bool {
    table.rows > 1 && table.columns > 1 && table.cells.count { !$0.run.isEmpty } * 2 > table.cells.count
}

/// A cell of a ruled grid with its text.
struct RuledArea {
    var area: Area
    var text: TextRows
    /// The sides of the drawn cell that it is a part of, where white space parts that into columns.
    var drawn: ClosedRange<Float>?

    init(area: Area, text: TextRows) {
        self.area = area
        self.text = text
    }

    init(area: Area, inside: [Int], words: [Word], vertical: [Edge]) {
        self.init(area: area, text: TextRows(words, at: inside, verticals: vertical))
    }

    /// Its text as lines; text turned against the page stays as drawn.
    func run() -> LineRun {
        if text.words.contains(where: { $0.turn != 0 }) {
            let drawn = text.sources.indices.sorted { text.sources[$0] < text.sources[$1] }
            return lines(of: drawn.map { text.words[$0] })
        }
        var run = LineRun()
        for row in text.rows {
            guard let first = row.chunks.first, let last = row.chunks.last else { continue }
            run.append(line: text.words[first.words.lowerBound..<last.words.upperBound])
        }
        return run
    }
}

/// The words of a page by height, for finding those in an area.
private struct WordsByHeight {
    private let words: [Word]
    private let order: [Int]

    init(_ words: [Word]) {
        self.words = words
        order = words.indices.sorted { words[$0].area.midY < words[$1].area.midY }
    }

    func inside(_ area: Area) -> [Int] {
        let first = order.partitioningIndex { words[$0].area.midY >= area.top }
        return order[first...].prefix { words[$0].area.midY < area.bottom }.filter {
            words[$0].area.midX >= area.left && words[$0].area.midX < area.right
        }
    }
}

/// Cells with borders that miss each other by a little brought together: a column too narrow for text, that no text stands in, is
/// slack between borders.
private func withoutSlack(_ areas: [RuledArea]) -> [RuledArea] {
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

/// Cells without the rows that only space others apart: low ones without text.
private func withoutSpacers(_ areas: [RuledArea]) -> [RuledArea] {
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

/// The table that cells make; nil where they are a frame, a chart's grid or an empty form.
func ruledTable(_ areas: [RuledArea]) -> TableDraft? {
    let xs = Set(areas.flatMap { [$0.area.left, $0.area.right] }).sorted()
    let ys = Set(areas.flatMap { [$0.area.top, $0.area.bottom] }).sorted()
    guard xs.count > 2, ys.count > 1 else { return nil }
    let columns = Dictionary(uniqueKeysWithValues: xs.enumerated().map { ($1, $0) })
    let rows = Dictionary(uniqueKeysWithValues: ys.enumerated().map { ($1, $0) })
    var area = Area()
    var cells: [CellDraft] = []
    for cell in areas {
        guard let left = columns[cell.area.left], let right = columns[cell.area.right], let top = rows[cell.area.top],
            let bottom = rows[cell.area.bottom], left < right, top < bottom
        else { continue }
        area.add(cell.area)
        var draft = CellDraft(row: top, column: left, run: cell.run(), area: cell.area)
        draft.rowSpan = bottom - top
        draft.columnSpan = right - left
        cells.append(draft)
    }
    let filled = cells.count { !$0.run.isEmpty }
    // A chart's grid is nearly empty; a form may be half empty.
    guard filled > 1, Double(filled) >= 0.2 * Double(cells.count) else { return nil }
    // A single row is a table only with figures; else it is boxes side by side.
    guard ys.count > 2 || areas.contains(where: { $0.text.rows.contains { $0.chunks.contains(where: \.isNumber) } }) else { return nil }
    guard (xs.count - 1) * (ys.count - 1) <= Limit.cellsPerPage else { return nil }
    let whole = fillingGaps(cells, rows: ys.count - 1, columns: xs.count - 1)
    var table = TableDraft(method: .ruled, cells: whole, rows: ys.count - 1, columns: xs.count - 1, area: area)
    table.edges = xs
    markHeaders(&table)
    return table
}
