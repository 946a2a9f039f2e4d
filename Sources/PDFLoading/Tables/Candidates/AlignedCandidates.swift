import PaperModel

/// A chunk or a mean of this part of a line of prose is prose in a narrow column.
private let proseLike = Share(3, of: 4)

/// So few of the lines may run across the gutter: a title over both columns.
private let strayAcross = Share(1, of: 10)

/// A tenth of the numbers may stand in the prose beside the table.
private let figuresInColumns = Share(9, of: 10)

/// Cells of words begin in capitals on the lines of their figures; lines of prose do so by chance.
private let capitalCells = Share(4, of: 5)

/// Cells of one line stand level within this; a column of prose beside them has its own lines.
private let levelEms: Float = 0.1

/// A title has at least so many words; fewer may be the first line of the heading over the labels.
private let titleWords = 4

/// Fewer lines of words beside figures are a column of notes, not the next column of the page.
private let proseLines = 12

/// The tables that white space sets.
func alignedCandidates(_ page: TablePage) -> [TableCandidate] {
    let rules = page.edges.horizontal
    let words = page.words
    func candidates(in text: TextRows) -> [TableCandidate] {
        alignedRegions(of: text, rules: rules).compactMap { alignedCandidate($0, of: text, on: page) }
    }
    let text = page.lines
    if let edge = gutterOfProse(in: text) {
        let free = page.openWords.filter { words[$0].turn == 0 }
        return candidates(in: page.text(of: free.filter { words[$0].area.midX < edge }))
            + candidates(in: page.text(of: free.filter { words[$0].area.midX >= edge }))
    }
    return alignedRegions(of: text, rules: rules).flatMap { region -> [TableCandidate] in
        guard let edge = proseEdge(beside: text.rows[region], of: text) else {
            return alignedCandidate(region, of: text, on: page).map { [$0] } ?? []
        }
        // Prose in the next column of the page: the tables are in what stands left of it.
        let sources = text.rows[region].flatMap(\.chunks).flatMap { $0.words.map { text.sources[$0] } }
        return candidates(in: page.text(of: sources.filter { words[$0].area.midX < edge }))
    }
}

/// The left edge of the second of two columns of prose, the lines of each of which begin below each other; nil where the page has not two
/// such columns.
private func gutterOfProse(in text: TextRows) -> Float? {
    let chunks = text.rows.lazy.flatMap(\.chunks)
    let prose = chunks.filter { !$0.isValue && proseLike.isReached(by: $0.words.count, of: Limit.proseWords) }.map(\.area)
    let columns = Dictionary(grouping: prose) { ($0.left / 2).rounded(.down) }.filter { $0.value.count >= proseLines }
    guard columns.count > 1, let second = columns.keys.max(), let edge = columns[second]?.map(\.left).min() else { return nil }
    let before = prose.count { $0.right < edge }
    let across = chunks.count { $0.area.left < edge - Points.sameStart && $0.area.right > edge }
    return before >= proseLines && !strayAcross.isPassed(by: across, of: before) ? edge - Points.same : nil
}

/// The left edge of a column of prose beside rows of figures; nil where the last column is part of the table.
private func proseEdge(beside rows: ArraySlice<TextRow>, of text: TextRows) -> Float? {
    let figures = rows.flatMap(\.chunks).filter(\.isNumber).map(\.area.right).sorted()
    guard rows.count >= proseLines, !figures.isEmpty else { return nil }
    let figuresEnd = figures[figures.count * figuresInColumns.part / figuresInColumns.whole]
    let prose = rows.compactMap(\.chunks.last).filter { $0.area.left > figuresEnd && !$0.isValue && $0.words.count > 3 }
    guard prose.count >= proseLines,
        prose.reduce(0, { $0 + $1.words.count }) >= Limit.proseWords * prose.count * proseLike.part / proseLike.whole
    else {
        return nil
    }
    // The last column of a table begins on the lines of its figures, each cell in capitals.
    let shared = rows.filter { $0.chunks.count > 1 && $0.chunks.contains(where: \.isNumber) && $0.chunks.last?.isValue == false }
    let begun = shared.count { row in
        row.chunks.allSatisfy { abs($0.area.midY - row.chunks[0].area.midY) < levelEms * row.size }
            && row.chunks.last.map { text.words[$0.words.lowerBound].traits.beginsInCapital } ?? false
    }
    if capitalCells.isReached(by: begun, of: shared.count) { return nil }
    return (prose.map(\.area.left).min() ?? 0) - Points.same
}

/// The table that some rows make; nil where they make none.
private func alignedCandidate(_ range: Range<Int>, of text: TextRows, on page: TablePage) -> TableCandidate? {
    let label = page.trace?.begin(.aligned)
    let rules = page.edges.horizontal
    let range = withoutTitle(range, of: text)
    func hasFigures(_ row: TextRow) -> Bool { row.chunks.count > 1 && row.chunks.dropFirst().contains(where: \.isValue) }
    let strips = columnStrips(of: text.rows[range].filter(hasFigures), text: text)
    let rows = text.rows[range].map { text.cut($0, at: strips) }
    let first = rows.firstIndex { $0.chunks.dropFirst().contains(where: \.isNumber) } ?? 0
    let separators = withoutSignColumns(
        columnSeparators(
            of: rows.filter(hasFigures), figures: rows[first...].filter(hasFigures), headings: text.areas(of: rows[..<first]),
            fillers: rows[first...].filter { !hasFigures($0) }),
        rows: rows[first...].filter(hasFigures), text: text)
    guard !separators.isEmpty else {
        page.trace?.refuse("no white space parts columns")
        return nil
    }
    var lines = rows.map { text.line($0, separators: separators) }
    let extents = columnAreas(of: Array(lines[first...]), count: separators.count + 1)
    lines = lines.map { text.parted($0, over: extents) }
    let columns = columnAreas(of: lines, count: separators.count + 1)
    var area = Area()
    for line in lines { area.add(line.area) }
    let near = rules.filter { $0.position > area.top - Points.ruleSnap && $0.position < area.bottom + Points.ruleSnap }
    let wide = near.filter { min($0.end, area.right) - max($0.start, area.left) >= Ratio.wideRule * area.width }.map(\.position)

    let bodyStart = firstBodyLine(lines, text: text, rules: wide)
    let headings = headingRows(of: Array(lines[..<bodyStart]), columns: columns, rules: near)
    let body = Array(lines[bodyStart...])
    let rowOf = logicalRows(of: body, text: text, rules: wide)
    let grid = GridBuilder(headings: headings, body: body, rowOf: rowOf, columns: columns.count)
    page.trace?.step("lines", lines.flatMap(\.pieces).map(\.area), rows: lines.count, columns: columns.count)
    guard grid.rows * columns.count <= Limit.cellsPerPage else {
        page.trace?.refuse("too many cells")
        return nil
    }
    if let reason = reasonAgainst(body, headings: headings.cells, text: text, columns: columns.count) {
        page.trace?.refuse(reason)
        return nil
    }
    var draft = TableDraft(method: .aligned, cells: grid.cells(text: text), rows: grid.rows, columns: columns.count, area: area)
    draft.edges = [area.left] + separators + [area.right]
    markHeaders(&draft)
    if headings.rows > 0, draft.headerRows < headings.rows { draft.setHeaderRows(headings.rows) }
    var words = rows.flatMap(\.chunks).flatMap { $0.words.map { text.sources[$0] } }
    if let turned = TurnedHeadings(over: columns, top: area.top, size: rows.first?.size ?? 0, on: page) {
        draft = turned.added(to: draft, on: page)
        words.append(contentsOf: turned.columns.flatMap(\.words))
    }
    page.trace?.step("rows", draft.cells.filter { !$0.run.isEmpty }.map(\.run.area), rows: draft.rows, columns: draft.columns)
    return TableCandidate(
        evidence: .aligned, draft: draft, words: words, label: label)
}

/// Rows without a first line that is the title of the table, not a heading: words that begin at the left of all and reach over the columns
/// of the headings below them.
private func withoutTitle(_ range: Range<Int>, of text: TextRows) -> Range<Int> {
    guard range.count > 2 else { return range }
    let (title, next) = (text.rows[range.lowerBound], text.rows[range.lowerBound + 1])
    guard title.chunks.count == 1, !title.chunks[0].isValue, title.chunks[0].words.count >= titleWords,
        !next.chunks.contains(where: \.isNumber),
        let left = text.rows[range].dropFirst().map(\.area.left).min(), title.area.left < left + Points.sameStart,
        let second = next.chunks.first(where: { $0.area.left > left + title.size }), title.area.right > second.area.left
    else { return range }
    return (range.lowerBound + 1)..<range.upperBound
}

/// The stretch that each column's cells take, without those over several columns.
func columnAreas(of lines: [GridLine], count: Int) -> [Area] {
    var areas = [Area](repeating: Area(), count: count)
    for line in lines {
        for piece in line.pieces where piece.columns.count == 1 && areas.indices.contains(piece.columns.lowerBound) {
            areas[piece.columns.lowerBound].add(piece.area)
        }
    }
    return areas
}

/// The first line that is no heading: the first with a number after the first column, and what stands above it that belongs to its row
/// or is the title of its group.
private func firstBodyLine(_ lines: [GridLine], text: TextRows, rules: [Float]) -> Int {
    func fonts(_ line: GridLine) -> Set<Int32> { text.fonts(of: line.pieces.lazy.flatMap(\.words)) }
    guard var first = lines.firstIndex(where: { $0.pieces.contains { $0.isNumber && $0.columns.lowerBound > 0 } }) else { return 0 }
    // "Jan – Mar" over "24": numbers in the fonts of the headings, nearer to those than to the figures below, which are set in others.
    if first > 0, first + 1 < lines.count, fonts(lines[first]).isSubset(of: fonts(lines[first - 1])),
        fonts(lines[first]).isDisjoint(with: fonts(lines[first + 1])),
        lines[first].baseline - lines[first - 1].baseline < Ratio.nearer * (lines[first + 1].baseline - lines[first].baseline)
    {
        first += 1
    }
    // Words of a description alone, which stands above the figures of the first row too.
    let described = lines[first].pieces.filter { !$0.isValue && $0.columns.lowerBound > 0 }.map(\.columns)
    if lines[..<first].allSatisfy({ $0.pieces.allSatisfy { described.contains($0.columns) } }) { return 0 }
    var start = first
    // Lines of a description in the fonts of the body, which the headings don't use.
    let own = fonts(lines[first])
    if fonts(lines[0]).isDisjoint(with: own) {
        while start > 1, fonts(lines[start - 1]).isSubset(of: own),
            lines[start - 1].pieces.allSatisfy({ $0.columns.lowerBound > 0 && !$0.isValue })
        { start -= 1 }
    }
    // The title of a group, which may run over.
    let label = lines[first...].lazy.compactMap { $0.pieces.first { !$0.isValue && $0.columns.count == 1 } }.first
    func isTitle(_ line: GridLine) -> Bool {
        line.pieces.allSatisfy { $0.columns.upperBound <= 1 }
            || line.pieces.count == 1 && line.pieces[0].columns.lowerBound == label?.columns.lowerBound
                && abs(line.area.left - (label?.area.left ?? .infinity)) < Points.sameStart
    }
    while start > 0, isTitle(lines[start - 1]),
        !rules.contains(where: { $0 > lines[start - 1].baseline && $0 < lines[start].area.midY }),
        start - 1 > 0 || lines[start].baseline - lines[0].baseline < Points.same
    {
        start -= 1
    }
    // Rows of words alone above the numbers are headings only if they are few.
    return start
}

/// Sets headings and body lines into cells.
private struct GridBuilder {
    let headings: (cells: [HeadingCell], rows: Int)
    let body: [GridLine]
    let rowOf: [Int]
    let columns: Int

    var rows: Int { headings.rows + (rowOf.last.map { $0 + 1 } ?? 0) }

    /// All cells of the grid, row by row, empty ones included.
    func cells(text: TextRows) -> [CellDraft] {
        var cells: [CellDraft] = []
        for heading in headings.cells {
            var cell = CellDraft(row: heading.row, column: heading.columns.lowerBound, run: LineRun())
            cell.rowSpan = heading.rowSpan
            cell.columnSpan = heading.columns.count
            for words in heading.words { cell.run.append(line: text.words[words]) }
            cells.append(cell)
        }
        var place: [Int: Int] = [:]
        for (line, row) in zip(body, rowOf) {
            for piece in line.pieces {
                let key = row * columns + piece.columns.lowerBound
                if let index = place[key] {
                    cells[index].run.append(line: text.words[piece.words])
                } else {
                    place[key] = cells.count
                    var cell = CellDraft(row: headings.rows + row, column: piece.columns.lowerBound, run: LineRun())
                    cell.run.append(line: text.words[piece.words])
                    cells.append(cell)
                }
            }
        }
        return fillingGaps(cells, rows: rows, columns: columns)
    }
}

/// Cells in row-major order with an empty one wherever none stands.
func fillingGaps(_ cells: [CellDraft], rows: Int, columns: Int) -> [CellDraft] {
    var isTaken = [Bool](repeating: false, count: rows * columns)
    for cell in cells {
        for row in cell.row..<max(cell.row, min(rows, cell.row + cell.rowSpan)) {
            for column in cell.column..<max(cell.column, min(columns, cell.column + cell.columnSpan)) {
                isTaken[row * columns + column] = true
            }
        }
    }
    let empty = isTaken.indices.filter { !isTaken[$0] }.map { CellDraft(row: $0 / columns, column: $0 % columns, run: LineRun()) }
    return (cells + empty).sorted { ($0.row, $0.column) < ($1.row, $1.column) }
}

extension LineRun {
    /// Adds words as one more line.
    mutating func append(line: ArraySlice<Word>) {
        let start = words.count
        words.append(contentsOf: line)
        lines.append(start..<words.count)
    }
}

extension TableDraft {
    /// States how many of the first rows are headings.
    mutating func setHeaderRows(_ count: Int) {
        headerRows = count
        for index in cells.indices {
            cells[index].isHeader = cells[index].row < count || (cells[index].column < headerColumns && !cells[index].run.isEmpty)
        }
    }
}
