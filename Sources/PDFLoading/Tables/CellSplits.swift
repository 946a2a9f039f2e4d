/// White space this high between lines is a blank line: the boxes of single-spaced lines touch.
private let blankEms: Float = 0.6

/// Splits cells that hold several columns: at the lines that the grid draws above or below them, where their words keep to those; else,
/// for cells between the same two upright lines, where their lines leave white space free from top to bottom with figures beside it.
/// What is found in one row parts the others too.
func splitColumns(of cells: [RuledArea]) -> [RuledArea] {
    let parts = splitColumnsOnce(of: cells)
    return parts.count > cells.count ? splitColumnsOnce(of: parts) : parts
}

private func splitColumnsOnce(of cells: [RuledArea]) -> [RuledArea] {
    let starts = textStarts(of: cells)
    let xs = starts.keys.sorted()
    var bands: [Band: [Int]] = [:]
    for (index, cell) in cells.enumerated() { bands[Band(cell.area.left, cell.area.right), default: []].append(index) }
    var result: [RuledArea] = []
    for (band, members) in bands.sorted(by: { $0.value[0] < $1.value[0] }) {
        let drawn = xs.filter { $0 > band.low && $0 < band.high }
        let found = drawn.isEmpty ? freeSeparators(of: members.map { cells[$0].text }) : []
        for index in members {
            let cell = cells[index]
            let separators = drawn.isEmpty ? found : drawn.filter { isKept($0, in: cell.text, textStart: starts[$0] ?? nil) }
            guard !separators.isEmpty,
                cell.text.rows.contains(where: { $0.chunks.count > 1 }) || isNarrow(cell, before: separators[0]) && drawn.isEmpty
            else {
                result.append(cell)
                continue
            }
            let bounds = [cell.area.left] + separators + [cell.area.right]
            for (left, right) in zip(bounds, bounds.dropFirst()) {
                let part = Area(left: left, top: cell.area.top, right: right, bottom: cell.area.bottom)
                var column = RuledArea(area: part, text: cell.text.keeping { $0.midX >= left && $0.midX < right })
                column.drawn = cell.drawn ?? cell.area.left...cell.area.right
                result.append(column)
            }
        }
    }
    return result
}

/// For each left edge of cells, where most of their lines begin; nil where they begin nowhere in particular.
private func textStarts(of cells: [RuledArea]) -> [Float: Float?] {
    var begins: [Float: [Float]] = [:]
    for cell in cells {
        begins[cell.area.left, default: []].append(contentsOf: cell.text.rows.map(\.area.left))
        begins[cell.area.right, default: []].append(contentsOf: [])
    }
    return begins.mapValues { lefts in
        let sorted = lefts.sorted()
        guard sorted.count > 1 else { return nil }
        let middle = sorted[sorted.count / 2]
        return sorted.count { abs($0 - middle) <= 2 } * 2 > sorted.count ? middle : nil
    }
}

/// Cells with words that run over from the cell before given back to it: a spreadsheet lets a long label run over empty cells beside it.
/// Such words follow the label's at the distance of a space, and begin elsewhere than the lines of their column.
func withoutOverflow(_ cells: [RuledArea], words: [Word], verticals: [Edge]) -> [RuledArea] {
    let starts = textStarts(of: cells)
    var bands: [Band: [Int]] = [:]
    for (index, cell) in cells.enumerated() { bands[Band(cell.area.top, cell.area.bottom), default: []].append(index) }
    var result = cells
    for members in bands.values where members.count > 1 {
        var owner: Int?
        for index in members.sorted(by: { cells[$0].area.left < cells[$1].area.left }) where !cells[index].text.rows.isEmpty {
            if let label = owner, let start = starts[cells[index].area.left] ?? nil,
                runsOver(from: result[label].text, to: cells[index].text, columnStart: start)
            {
                let sources = result[label].text.sources + cells[index].text.sources
                result[label].text = TextRows(words, at: sources, verticals: [])
                result[index].text = TextRows()
            } else {
                owner = index
            }
        }
    }
    return result
}

private func runsOver(from label: TextRows, to rest: TextRows, columnStart: Float) -> Bool {
    guard rest.rows.count == 1, let first = rest.words.first, abs(first.area.left - columnStart) > 2, rest.shapes.first == .text,
        let line = label.rows.last, let last = line.chunks.last.map({ label.words[$0.words.upperBound - 1] }), line.chunks.count == 1,
        abs(last.baseline - first.baseline) < 1
    else { return false }
    let gap = first.area.left - last.area.right
    return gap > -0.3 * first.size && gap < Ems.labelGap * first.size
}

/// Whether text keeps to a line drawn elsewhere in the grid: no chunk stands over it, unless a word of the chunk begins just where the
/// column's own lines begin.
private func isKept(_ x: Float, in text: TextRows, textStart: Float?) -> Bool {
    for row in text.rows {
        for chunk in row.chunks where chunk.area.left < x - 1 && chunk.area.right > x + 1 {
            // A sign may hang over the line.
            if chunk.isNumber, chunk.words.count == 2, x - chunk.area.left < 0.5 * row.size { continue }
            guard let textStart, let next = chunk.words.first(where: { text.words[$0].area.midX > x }), next > chunk.words.lowerBound,
                abs(text.words[next].area.left - textStart) <= 2, text.words[next - 1].area.right <= x + 1
            else { return false }
        }
    }
    return true
}

/// Splits rows of cells that hold several rows of a table: lines with figures that stand side by side in several cells.
func splitRows(of cells: [RuledArea]) -> [RuledArea] {
    var bands: [Band: [Int]] = [:]
    for (index, cell) in cells.enumerated() { bands[Band(cell.area.top, cell.area.bottom), default: []].append(index) }
    var result: [RuledArea] = []
    for (_, members) in bands.sorted(by: { $0.value[0] < $1.value[0] }) {
        let row = members.map { cells[$0] }.sorted { $0.area.left < $1.area.left }
        let found = titleBound(of: row) ?? rowBounds(of: row) ?? []
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

/// The y positions below headings that stand centred over the parts of a drawn cell, on a line of their own above lines of several parts.
private func headingBounds(of row: [RuledArea]) -> [Float] {
    var parts: [ClosedRange<Float>: [TextRow]] = [:]
    for cell in row { if let drawn = cell.drawn { parts[drawn, default: []].append(contentsOf: cell.text.rows) } }
    return parts.compactMap { drawn, rows -> Float? in
        let lines = rows.sorted { $0.baseline < $1.baseline }
        guard lines.count > 2, isCentred(lines[0], over: drawn), lines[1].baseline - lines[0].baseline > 0.5 * lines[0].size,
            lines[2].baseline - lines[1].baseline < 1
        else { return nil }
        return (lines[0].area.bottom + lines[1].area.top) / 2
    }
}

/// Whether a line is one heading, set in the middle of a drawn cell.
private func isCentred(_ line: TextRow, over drawn: ClosedRange<Float>) -> Bool {
    line.chunks.count == 1 && !line.chunks[0].isNumber
        && abs(line.area.midX - (drawn.lowerBound + drawn.upperBound) / 2) < line.size
}

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

private struct Band: Hashable {
    var low: Float
    var high: Float

    init(_ low: Float, _ high: Float) {
        self.low = low
        self.high = high
    }
}

/// The separators that the lines of cells leave free, if figures stand in one of the columns between them: on most of the lines that
/// have several chunks, or in most cells, though there beside one of many lines of words.
private func freeSeparators(of cells: [TextRows]) -> [Float] {
    let filled = cells.filter { !$0.rows.isEmpty }
    let rows = filled.flatMap(\.rows).filter { $0.chunks.count > 1 }
    guard rows.count > 1 else { return [] }
    let separators = columnSeparators(of: rows)
    guard !separators.isEmpty else { return [] }
    let values = rows.count { row in row.chunks.dropFirst().contains(where: \.isValue) }
    if values * 3 >= rows.count * 2, values > 1 { return separators }
    let parted = filled.count { text in
        var values = Set<Int>()
        var words = Set<Int>()
        for chunk in text.rows.lazy.flatMap(\.chunks) {
            let column = separators.count { $0 < chunk.area.midX }
            if chunk.isNumber { values.insert(column) } else if !chunk.isValue { words.insert(column) }
        }
        return !values.isEmpty && values.isDisjoint(with: words) && !words.isEmpty
    }
    return filled.count > 2 && parted * 3 >= filled.count * 2 ? separators : []
}

/// Whether all text of a cell stands before a separator.
private func isNarrow(_ cell: RuledArea, before separator: Float) -> Bool {
    !cell.text.rows.isEmpty && cell.text.rows.allSatisfy { $0.area.right <= separator }
}

/// The y position below the title of a group of rows that stands in the label's cell of its first row: a line in another font, above the
/// line that the figures stand on. Nil where there is none.
private func titleBound(of cells: [RuledArea]) -> [Float]? {
    let filled = cells.filter { !$0.text.rows.isEmpty }
    guard let label = filled.first?.text, let last = label.rows.last, label.rows.count > 1, filled.count > 1,
        filled.dropFirst().allSatisfy({ $0.text.rows.count == 1 && abs($0.text.rows[0].baseline - last.baseline) < 2 }),
        filled.dropFirst().contains(where: { $0.text.rows[0].chunks.contains(where: \.isNumber) })
    else { return nil }
    let own = label.fonts(last)
    guard let title = label.rows.lastIndex(where: { label.fonts($0).isDisjoint(with: own) }), title + 1 < label.rows.count else {
        return nil
    }
    return [(label.rows[title].area.bottom + label.rows[title + 1].area.top) / 2]
}

/// The y positions between the rows of a table that a row of cells holds; nil where it is one row.
private func rowBounds(of cells: [RuledArea]) -> [Float]? {
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
    var merged: [GridLine] = []
    for line in lines {
        if let before = merged.last, line.baseline - before.baseline <= 0.25 * line.size,
            !before.pieces.contains(where: { $0.columns == line.pieces[0].columns })
        {
            merged[merged.count - 1].pieces.append(contentsOf: line.pieces)
            merged[merged.count - 1].area.add(line.area)
        } else {
            merged.append(line)
        }
    }
    guard merged.count > 1 else { return nil }
    guard holdsRows(merged, columns: cells.count) else { return blankBounds(of: merged, columns: cells.count) }
    let rows = logicalRows(of: merged, text: text, rules: [])
    var bounds: [Float] = []
    for index in merged.indices.dropFirst() where rows[index] != rows[index - 1] {
        bounds.append((merged[index - 1].area.bottom + merged[index].area.top) / 2)
    }
    return bounds.isEmpty ? nil : bounds
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
        return labelled * 3 >= anchors.count * 2 || (anchors.count > 2 && anchors.allSatisfy { $0.pieces.count > 1 })
    }
    // Words alone: most lines are full, as wrapped cells of three columns never are.
    let full = lines.count { $0.pieces.count == columns }
    return columns > 2 && lines.count > 4 && full * 10 >= lines.count * 9
}
