internal import PaperModel

/// So many of the lines of words alone are full where each is a row; wrapped cells of three columns never are.
private let fullLines = Share(9, of: 10)

/// Fewer lines of words alone say nothing about rows.
private let leastFullLines = 5

/// A figure stands on the line of its label within this, points.
private let titleShift: Float = 2

/// White space this high between lines is a blank line: the boxes of single-spaced lines touch.
private let blankEms: Float = 0.6

/// Splits rows of cells that hold several rows of a table: lines with figures that stand side by side in several cells. Where the edge of
/// another cell passes between two such lines, they part there: the boxes of a form's values say where its rows end, and its labels,
/// which stand free, have no second word on it.
func splitRows(of cells: [RuledArea]) -> [RuledArea] {
    let edges = cells.flatMap { [$0.area.top, $0.area.bottom] }.sorted()
    var bands: [Band: [Int]] = [:]
    for (index, cell) in cells.enumerated() { bands[Band(cell.area.top, cell.area.bottom), default: []].append(index) }
    var result: [RuledArea] = []
    for (_, members) in bands.sorted(by: { $0.value[0] < $1.value[0] }) {
        let row = members.map { cells[$0] }.sorted { $0.area.left < $1.area.left }
        let found = titleBound(of: row) ?? rowBounds(of: row, edges: edges) ?? []
        let bounds = Set(found + headingBounds(of: row))
        guard row.count > 1, !bounds.isEmpty else {
            result.append(contentsOf: row)
            continue
        }
        for cell in row {
            let edges = [cell.area.top] + bounds.filter { $0 > cell.area.top && $0 < cell.area.bottom }.sorted() + [cell.area.bottom]
            for (top, bottom) in zip(edges, edges.dropFirst()) {
                let part = Area(left: cell.area.left, top: top, right: cell.area.right, bottom: bottom)
                var line = RuledArea(area: part, text: cell.text.keeping { $0.midY >= top && $0.midY < bottom })
                line.drawn = cell.drawn
                result.append(line)
            }
        }
    }
    return result
}

/// The y position below the title of a group of rows that stands in the label's cell of its first row: a line in another font, above the
/// line that the figures stand on. Nil where there is none.
private func titleBound(of cells: [RuledArea]) -> [Float]? {
    let filled = cells.filter { !$0.text.rows.isEmpty }
    guard let label = filled.first?.text, let last = label.rows.last, label.rows.count > 1, filled.count > 1,
        filled.dropFirst().allSatisfy({ $0.text.rows.count == 1 && abs($0.text.rows[0].baseline - last.baseline) < titleShift }),
        filled.dropFirst().contains(where: { $0.text.rows[0].chunks.contains(where: \.isNumber) })
    else { return nil }
    let own = label.fonts(last)
    guard let title = label.rows.lastIndex(where: { label.fonts($0).isDisjoint(with: own) }), title + 1 < label.rows.count else {
        return nil
    }
    return [(label.rows[title].area.bottom + label.rows[title + 1].area.top) / 2]
}

/// The y positions between the rows of a table that a row of cells holds, at the `edges`, sorted, where some are there; nil where it is
/// one row.
private func rowBounds(of cells: [RuledArea], edges: [Float]) -> [Float]? {
    guard cells.count(where: { $0.text.rows.count > 1 }) > 1 else { return nil }
    // The cells' lines set side by side: one text for all, so that rows are found as in a table without rules.
    var text = TextRows()
    var lines: [GridLine] = []
    for (column, cell) in cells.enumerated() {
        let offset = text.append(cell.text)
        for row in cell.text.rows {
            guard let first = row.chunks.first, let last = row.chunks.last else { continue }
            let piece = GridPiece(
                columns: column..<(column + 1), words: (first.words.lowerBound + offset)..<(last.words.upperBound + offset), area: row.area,
                isValue: row.chunks.allSatisfy(\.isValue), isNumber: row.chunks.allSatisfy(\.isNumber))
            lines.append(GridLine(pieces: [piece], area: row.area, baseline: row.baseline, size: row.size))
        }
    }
    lines.sort { ($0.baseline, $0.pieces[0].columns.lowerBound) < ($1.baseline, $1.pieces[0].columns.lowerBound) }
    let merged = lineRanges(
        of: lines, within: .besideCells, baseline: \.baseline, size: \.size,
        parts: { line, next in line.contains { $0.pieces[0].columns == next.pieces[0].columns } }
    ).map { range in
        GridLine(
            pieces: lines[range].flatMap(\.pieces), area: lines[range].reduce(into: Area()) { $0.add($1.area) },
            baseline: lines[range.lowerBound].baseline, size: lines[range.lowerBound].size)
    }
    guard merged.count > 1 else { return nil }
    guard holdsRows(merged, columns: cells.count) else { return blankBounds(of: merged, columns: cells.count) }
    let rows = logicalRows(of: merged, text: text, rules: [])
    let headings = headingLines(of: merged)
    var bounds: [Float] = []
    for index in merged.indices.dropFirst() where rows[index] != rows[index - 1] {
        let (above, below) = (merged[index - 1], merged[index])
        if index < headings { continue }
        // An edge may touch the letters: words belong where their middle is.
        let drawn = edges[edges.partitioningIndex { $0 > above.area.midY }..<edges.partitioningIndex { $0 >= below.area.midY }]
        // Edges a line apart have blank rows between them, nearer ones are the two sides of a gap between boxes.
        var last = -Float.infinity
        let between = drawn.filter { edge in
            guard edge - last >= below.size else { return false }
            last = edge
            return true
        }
        bounds.append(contentsOf: between.isEmpty ? [(above.area.bottom + below.area.top) / 2] : between)
    }
    return bounds.isEmpty ? nil : bounds
}

/// How many of the first lines are those of one row of headings: words, years and units over columns of figures, close to each other, some
/// of more lines than others. Lines that all columns have may as well be rows of their own, and one over few of them may span the others.
private func headingLines(of lines: [GridLine]) -> Int {
    let figures = figureColumns(of: lines)
    var count = 0
    for (index, line) in lines.enumerated() {
        let over = line.pieces.filter { figures.contains($0.columns.lowerBound) }
        let isClose = index == 0 || line.area.top - lines[index - 1].area.bottom < blankEms * line.size
        guard !over.isEmpty, !over.contains(where: \.isNumber), isClose else { break }
        count = index + 1
    }
    let sizes = lines[..<count].map { line in line.pieces.count { figures.contains($0.columns.lowerBound) } }
    guard let least = sizes.min(), let most = sizes.max() else { return 0 }
    return least < most && Share.most.isReached(by: least, of: most) ? count : 0
}

/// The y positions where all cells leave a line blank and begin anew together; nil where they don't.
private func blankBounds(of lines: [GridLine], columns: Int) -> [Float]? {
    let bounds = zip(lines, lines.dropFirst()).compactMap { before, line -> Float? in
        let blank = line.area.top - before.area.bottom
        return blank > blankEms * line.size && line.pieces.count == columns ? line.area.top - blank / 2 : nil
    }
    return bounds.isEmpty ? nil : bounds
}

/// Whether lines are rows of a table rather than the wrapped lines of one: figures in one column on several lines, each beside a label of
/// its own.
private func holdsRows(_ lines: [GridLine], columns: Int) -> Bool {
    // Years and units alone are the lines of a heading, and so is one figure among them.
    var numbers: [Int: Int] = [:]
    for line in lines { for piece in line.pieces where piece.isNumber { numbers[piece.columns.lowerBound, default: 0] += 1 } }
    let figures = figureColumns(of: lines).filter { numbers[$0, default: 0] > 1 }
    let anchors = lines.filter { line in line.pieces.contains { $0.isValue && figures.contains($0.columns.lowerBound) } }
    if anchors.count > 1 {
        // A label of several lines may stand around the line of its figures.
        let labels = lines.filter { $0.pieces.contains { !figures.contains($0.columns.lowerBound) } }
        let labelled = anchors.count { anchor in
            anchor.pieces.contains { !figures.contains($0.columns.lowerBound) } || labels.contains { sharesHeight($0, anchor) }
        }
        return Share.most.isReached(by: labelled, of: anchors.count) || (anchors.count > 2 && anchors.allSatisfy { $0.pieces.count > 1 })
    }
    // Words alone: most lines are full, as wrapped cells of three columns never are.
    let full = lines.count { $0.pieces.count == columns }
    return columns > 2 && lines.count >= leastFullLines && fullLines.isReached(by: full, of: lines.count)
}

extension LineTolerance {
    /// Lines of cells side by side: cells of one row are set level to a quarter of their size, whatever their fonts.
    fileprivate static let besideCells = LineTolerance(fromFirst: 0.25, fromLast: 0.25)
}
