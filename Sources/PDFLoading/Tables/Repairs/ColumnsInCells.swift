internal import PaperModel

/// A sign before its number may hang over a line by this.
private let overhangingSignEms: Float = 0.5

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
            var cell = cells[index]
            if let bound = titleBound(in: cell.text, over: drawn, starts: starts) {
                let title = Area(left: cell.area.left, top: cell.area.top, right: cell.area.right, bottom: bound)
                result.append(RuledArea(area: title, text: cell.text.keeping { $0.midY < bound }))
                cell.text = cell.text.keeping { $0.midY >= bound }
                cell.area.top = bound
            }
            let wide = wideHeadings(in: cell.text, between: [band.low] + drawn + [band.high])
            let separators =
                drawn.isEmpty
                ? found
                : partsBetweenWords(cell.text, at: drawn)
                    ? drawn : drawn.filter { isKept($0, in: cell.text, except: wide, textStart: starts[$0] ?? nil) }
            guard !separators.isEmpty,
                cell.text.rows.contains(where: { $0.chunks.count > 1 }) || isNarrow(cell, before: separators[0]) && drawn.isEmpty
            else {
                result.append(cell)
                continue
            }
            let bounds = [cell.area.left] + separators + [cell.area.right]
            for (left, right) in zip(bounds, bounds.dropFirst()) {
                let part = Area(left: left, top: cell.area.top, right: right, bottom: cell.area.bottom)
                let titles = titles(in: cell.text, over: separators)
                // Words of a title go where it begins, those of a wide heading where its middle is.
                func place(of word: Area) -> Float {
                    if let title = titles.first(where: { $0.top < word.midY && $0.bottom > word.midY }) { return title.left }
                    return wide.first { $0.contains(x: word.midX, y: word.midY) }?.midX ?? word.midX
                }
                var column = RuledArea(
                    area: part,
                    text: cell.text.keeping { word in
                        let x = place(of: word)
                        return x >= left && x < right
                    })
                column.drawn = cell.drawn ?? cell.area.left...cell.area.right
                result.append(column)
            }
        }
    }
    return result
}

/// Whether text keeps to a line drawn elsewhere in the grid: no chunk stands over it, unless a word of the chunk begins just where the
/// column's own lines begin.
private func isKept(_ x: Float, in text: TextRows, except wide: [Area], textStart: Float?) -> Bool {
    let titles = titles(in: text, over: [x])
    for row in text.rows where !titles.contains(where: { $0.midY == row.area.midY }) {
        for chunk in row.chunks where chunk.area.left < x - Points.same && chunk.area.right > x + Points.same {
            // A sign may hang over the line.
            if wide.contains(where: { $0.contains(x: chunk.area.midX, y: chunk.area.midY) }) { continue }
            if chunk.isNumber, chunk.words.count == 2, x - chunk.area.left < overhangingSignEms * row.size { continue }
            guard let textStart, let next = chunk.words.first(where: { text.words[$0].area.midX > x }), next > chunk.words.lowerBound,
                abs(text.words[next].area.left - textStart) <= Points.sameStart, text.words[next - 1].area.right <= x + Points.same
            else { return false }
        }
    }
    return true
}

/// Most lines of a title over headings in one cell.
private let mostTitleLines = 3

/// The y position below the first lines of a cell where they run over one of `separators` that the lines below them, with words on both
/// sides of it, keep to: a title set over headings, with nothing drawn between. Nil where there is no such title.
private func titleBound(in text: TextRows, over separators: [Float], starts: [Float: Float?]) -> Float? {
    guard !separators.isEmpty, text.rows.count > 1 else { return nil }
    let over = text.rows.prefix(mostTitleLines).prefix { row in
        row.chunks.count == 1 && !row.chunks[0].isValue && separators.contains { row.area.left < $0 && row.area.right > $0 }
    }.count
    guard over > 0, over < text.rows.count else { return nil }
    let bound = (text.rows[over - 1].area.bottom + text.rows[over].area.top) / 2
    let rest = text.keeping { $0.midY >= bound }
    // The title runs over one that the rest keeps to, so that it alone hides it.
    let isHidden = separators.contains { x in
        text.rows[..<over].contains { $0.area.left < x && $0.area.right > x }
            && isKept(x, in: rest, except: [], textStart: starts[x] ?? nil)
            && rest.rows.contains { row in row.area.left < x && row.area.right > x }
    }
    return isHidden ? bound : nil
}

/// So many lines that stand over a separator each with the space between two words don't do so by chance.
private let tellingGaps = 3

/// Whether every line that runs over a separator has the space between two words there: the headings of narrow columns, set as near to
/// each other as words.
private func partsBetweenWords(_ text: TextRows, at separators: [Float]) -> Bool {
    var gaps = 0
    for chunk in text.rows.lazy.flatMap(\.chunks) {
        for x in separators where chunk.area.left < x && chunk.area.right > x {
            guard let next = chunk.words.first(where: { text.words[$0].area.midX > x }), next > chunk.words.lowerBound,
                text.words[next - 1].area.right <= x + Points.same, text.words[next].area.left >= x - Points.same
            else { return false }
            gaps += 1
        }
    }
    return gaps >= tellingGaps
}

/// The words that stand in the middle of the column between two of `edges` and reach past both: a heading that is wider than the boxes
/// below it. Past either it reaches by less than half of the column.
private func wideHeadings(in text: TextRows, between edges: [Float]) -> [Area] {
    guard edges.count > 2 else { return [] }
    return text.rows.lazy.flatMap(\.chunks).filter { chunk in
        let area = chunk.area
        let right = edges.partitioningIndex { $0 > area.midX }
        guard !chunk.isValue, right > 0, right < edges.count else { return false }
        let (low, high) = (edges[right - 1], edges[right])
        let (before, after) = (low - area.left, area.right - high)
        return before > 0 && after > 0 && max(before, after) < (high - low) / 2 && abs(before - after) < 2 * Points.same
    }.map(\.area)
}

/// The lines of a cell that run over a separator: titles of groups, long descriptions. They are words alone, a few among many lines of
/// figures, and begin at the left of the cell or, fewer still, where one of those lines has words.
private func titles(in text: TextRows, over separators: [Float]) -> [Area] {
    func runsOver(_ row: TextRow) -> Bool {
        row.chunks.count == 1 && !row.chunks[0].isValue && separators.contains { row.area.left < $0 && row.area.right > $0 }
    }
    let over = text.rows.filter(runsOver).map(\.area)
    let figures = text.rows.filter { $0.chunks.dropFirst().contains(where: \.isNumber) }
    let all = over.count + figures.count
    guard !over.isEmpty, fewTitles.isReached(by: figures.count, of: all), let left = text.rows.map(\.area.left).min() else { return [] }
    let starts = figures.flatMap(\.chunks).filter { !$0.isValue }.map(\.area.left)
    let isRare = fewDescriptions.isReached(by: figures.count, of: all)
    return over.filter { area in
        area.left < left + Points.sameStart || isRare && starts.contains { abs($0 - area.left) < Points.sameStart }
    }
}

/// Groups have at least two rows to a title.
private let fewTitles = Share(2, of: 3)

/// A description that is too long for its column is rarer than titles; more lines that run over are prose.
private let fewDescriptions = Share(4, of: 5)

/// The separators that the lines of cells leave free, if figures stand in one of the columns between them: on most of the lines that
/// have several chunks, or in most cells, though there beside one of many lines of words.
private func freeSeparators(of cells: [TextRows]) -> [Float] {
    let filled = cells.filter { !$0.rows.isEmpty }
    let rows = filled.flatMap(\.rows).filter { $0.chunks.count > 1 }
    guard rows.count > 1 else { return [] }
    let separators = columnSeparators(of: rows)
    guard !separators.isEmpty else { return [] }
    let values = rows.count { row in row.chunks.dropFirst().contains(where: \.isValue) }
    if Share.most.isReached(by: values, of: rows.count), values > 1 { return separators }
    let parted = filled.count { text in
        var values = Set<Int>()
        var words = Set<Int>()
        for chunk in text.rows.lazy.flatMap(\.chunks) {
            let column = separators.count { $0 < chunk.area.midX }
            if chunk.isNumber { values.insert(column) } else if !chunk.isValue { words.insert(column) }
        }
        return !values.isEmpty && values.isDisjoint(with: words) && !words.isEmpty
    }
    return filled.count > 2 && Share.most.isReached(by: parted, of: filled.count) ? separators : []
}

/// Whether all text of a cell stands before a separator.
private func isNarrow(_ cell: RuledArea, before separator: Float) -> Bool {
    !cell.text.rows.isEmpty && cell.text.rows.allSatisfy { $0.area.right <= separator }
}
