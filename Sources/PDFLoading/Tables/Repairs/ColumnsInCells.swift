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
                let titles = titles(in: cell.text, over: separators)
                var column = RuledArea(
                    area: part,
                    text: cell.text.keeping { word in
                        let x = titles.first { $0.top < word.midY && $0.bottom > word.midY }?.left ?? word.midX
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
private func isKept(_ x: Float, in text: TextRows, textStart: Float?) -> Bool {
    let titles = titles(in: text, over: [x])
    for row in text.rows where !titles.contains(where: { $0.midY == row.area.midY }) {
        for chunk in row.chunks where chunk.area.left < x - Points.same && chunk.area.right > x + Points.same {
            // A sign may hang over the line.
            if chunk.isNumber, chunk.words.count == 2, x - chunk.area.left < overhangingSignEms * row.size { continue }
            guard let textStart, let next = chunk.words.first(where: { text.words[$0].area.midX > x }), next > chunk.words.lowerBound,
                abs(text.words[next].area.left - textStart) <= Points.sameStart, text.words[next - 1].area.right <= x + Points.same
            else { return false }
        }
    }
    return true
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
