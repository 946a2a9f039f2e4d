/// More rows of figures to a band than this are rows without rules between them, which their lines set better.
private let figureRowsPerBand = Share(3, of: 2)

/// A rule between two rows may be missing; between more it is not meant to be there.
private let mostFigureRows = 3

/// The tables whose rows are parted by rules across and whose columns by white space alone: text as well as figures.
func bandedCandidates(_ page: TablePage) -> [TableCandidate] {
    var found: [TableCandidate] = []
    // Stacks may share words: what one has read is closed to the next.
    var rest = page
    for stack in ruleStacks(page.edges.horizontal) where stack.count > 2 {
        let left = stack[0].start - Points.ruleSnap
        let right = stack[0].end + Points.ruleSnap
        let words = rest.words
        let text = rest.text(of: rest.openWords.filter { words[$0].turn == 0 && words[$0].area.midX > left && words[$0].area.midX < right })
        let bands = zip(stack, stack.dropFirst()).map { above, below in
            Area(left: above.start, top: above.position, right: above.end, bottom: below.position)
        }
        let kinds = bands.map { BandKind($0, of: text) }
        var start = 0
        while start < bands.count {
            let end = tableEnd(from: start, kinds: kinds)
            if end - start > 1, let candidate = bandedCandidate(Array(bands[start..<end]), text: text, on: rest) {
                rest = rest.without(candidate.words)
                found.append(candidate)
            }
            start = max(end, start + 1)
        }
    }
    return found
}

/// What stands between two rules.
private enum BandKind {
    /// Lines in columns: some beside each other, none of prose across.
    case columns
    /// One line of words alone: the title of a group, a heading over several columns.
    case title
    /// Nothing, and little of it.
    case spacer
    case other

    init(_ band: Area, of text: TextRows) {
        let rows = text.rows[text.rows(from: band.top, to: band.bottom)]
        if rows.contains(where: { $0.chunks.count > 1 }) {
            let hasProse = rows.contains { row in
                row.chunks.contains { $0.area.width > Ratio.wideRule * band.width && $0.words.count >= Limit.proseWords }
            }
            self = hasProse ? .other : .columns
        } else if band.height > Points.groupRow {
            self = .other
        } else if !rows.isEmpty {
            self = rows.count == 1 ? .title : .other
        } else {
            self = .spacer
        }
    }
}

/// One past the last row of the table that begins with a band: rows of columns, the titles of their groups, and spacers between groups of
/// several rows. The band itself if none does.
private func tableEnd(from start: Int, kinds: [BandKind]) -> Int {
    var end = start
    for index in start..<kinds.count {
        switch kinds[index] {
        case .columns: end = index + 1
        case .title: if index - end > 1 { return end }
        case .spacer: if index != end || end - start < 2 { return end }
        case .other: return end
        }
    }
    return end
}

private func bandedCandidate(_ bands: [Area], text: TextRows, on page: TablePage) -> TableCandidate? {
    let label = page.trace?.begin(.banded)
    let rows = text.rows[text.rows(from: bands[0].top, to: bands[bands.count - 1].bottom)]
    func hasFigures(_ row: TextRow) -> Bool { row.chunks.count > 1 && row.chunks.dropFirst().contains(where: \.isNumber) }
    let figures = rows.count(where: hasFigures)
    let most =
        bands.map { band in
            text.rows[text.rows(from: band.top, to: band.bottom)].count { hasFigures($0) && $0.chunks.count(where: \.isNumber) > 1 }
        }.max() ?? 0
    guard !figureRowsPerBand.isPassed(by: figures, of: bands.count), most <= mostFigureRows else {
        page.trace?.refuse("its rows have no rules between them: \(figures) rows of figures in \(bands.count) bands")
        return nil
    }
    guard !isLabelledOutside(rows, between: bands[0], on: page) else {
        page.trace?.refuse("rules over figures alone: their labels stand outside")
        return nil
    }
    let strips = columnStrips(of: rows.filter { $0.chunks.count > 1 }, text: text)
    let columns = rows.filter { $0.chunks.count > 1 }.map { text.cut($0, at: strips) }
    // A label of several lines stands around the line of its figures, before all of them.
    let first = columns.map(\.area.left).min() ?? 0
    let labels = rows.filter { $0.chunks.count == 1 && $0.area.right < first }
    let ownHeadings = columns.prefix { !$0.chunks.contains(where: \.isNumber) }
    let headings = headingLines(above: bands[0].top, in: text) + ownHeadings
    let numbers = columns.filter { $0.chunks.contains(where: \.isNumber) }
    let separators = columnSeparators(of: columns + labels, figures: numbers + labels, headings: text.areas(of: headings))
    guard !separators.isEmpty, bands.count * (separators.count + 1) <= Limit.cellsPerPage else {
        page.trace?.refuse("no white space parts columns")
        return nil
    }
    let bounds = [bands[0].left] + separators + [bands[0].right]
    var cells: [RuledArea] = []
    var filledBands = 0
    let extents = columnAreas(
        of: numbers.map { text.line($0, separators: separators) }, count: separators.count + 1)
    var lines = bands.map { band in
        text.rows[text.rows(from: band.top, to: band.bottom)].map {
            text.parted(text.line(text.cut($0, at: strips), separators: separators), over: extents)
        }
    }
    spreadHeadings(&lines, columns: columnAreas(of: lines.flatMap { $0 }, count: separators.count + 1))
    for (band, lines) in zip(bands, lines) {
        let parts = bandCells(of: lines.flatMap(\.pieces), columns: separators.count + 1).map { columns, words in
            let area = Area(left: bounds[columns.lowerBound], top: band.top, right: bounds[columns.upperBound], bottom: band.bottom)
            return RuledArea(area: area, text: text.keeping(words: words))
        }
        if parts.count(where: { !$0.text.rows.isEmpty }) > 1 { filledBands += 1 }
        cells.append(contentsOf: parts)
    }
    guard Share.most.isReached(by: filledBands, of: bands.count) else {
        page.trace?.refuse("\(filledBands) of \(bands.count) bands hold several cells")
        return nil
    }
    cells = mended(cells, by: Repair.banded, on: page)
    guard let draft = ruledTable(cells, on: page) else { return nil }
    return TableCandidate(evidence: .banded, draft: draft, words: cells.flatMap(\.text.sources), label: label)
}

/// Spreads headings of one line over the columns that they stand in the middle of; `lines` are those of each band.
private func spreadHeadings(_ lines: inout [[GridLine]], columns: [Area]) {
    let heads = lines.prefix { !$0.contains { $0.pieces.contains(where: \.isNumber) } }.count
    for index in 0..<min(heads, Limit.headingLines) where lines[index].count == 1 {
        guard let spread = spreadOver(lines[index][0], below: lines[(index + 1)..<heads].flatMap { $0 }[...], columns: columns) else {
            return
        }
        lines[index][0] = spread
    }
}

/// Whether rows are figures alone and most have words to their left, outside the rules: those are drawn over and under sums.
private func isLabelledOutside(_ rows: ArraySlice<TextRow>, between band: Area, on page: TablePage) -> Bool {
    let figures = rows.filter { $0.chunks.allSatisfy(\.isValue) }
    guard Share.most.isReached(by: figures.count, of: rows.count) else { return false }
    let lines = page.lines
    let labelled = figures.count { row in
        lines.rows[lines.rows(from: row.baseline - Points.same, to: row.baseline + Points.same)].contains { line in
            line.chunks.contains { !$0.isValue && $0.area.right <= band.left }
        }
    }
    return Share.most.isReached(by: labelled, of: figures.count)
}

/// The cells of a row, each with its columns and its words, line by line. What runs over several columns with nothing else in them is one
/// cell of them; a label that runs over into a column of figures stays in its own.
private func bandCells(of pieces: [GridPiece], columns: Int) -> [(columns: Range<Int>, words: [Range<Int>])] {
    var words = [[Range<Int>]](repeating: [], count: columns)
    var reach = Array(1...columns)
    for piece in pieces {
        let column = piece.columns.lowerBound
        words[column].append(piece.words)
        reach[column] = max(reach[column], piece.columns.upperBound)
    }
    var cells: [(columns: Range<Int>, words: [Range<Int>])] = []
    var column = 0
    while column < columns {
        let end = (column + 1..<reach[column]).first { !words[$0].isEmpty } ?? reach[column]
        cells.append((column..<end, words[column]))
        column = end
    }
    return cells
}

/// The lines that stand close above a height and each other. Where every other row is shaded, the first row of figures may be one that isn't
/// and stands between.
private func headingLines(above top: Float, in text: TextRows) -> ArraySlice<TextRow> {
    var (top, end) = (top, text.rows(from: top, to: top).lowerBound)
    if end > 1, case let row = text.rows[end - 1], row.chunks.dropFirst().contains(where: \.isNumber), top - row.area.bottom <= row.size,
        row.area.top - text.rows[end - 2].area.bottom <= row.size
    {
        (top, end) = (row.area.top, end - 1)
    }
    var start = end
    while start > 0, end - start < Limit.headingLines {
        let row = text.rows[start - 1]
        let isNear =
            start == end ? top - row.area.bottom <= row.size : text.rows[start].baseline - row.baseline <= Ems.wrapPitch * row.size
        guard isNear else { break }
        start -= 1
    }
    return text.rows[start..<end]
}
