/// So many columns that agree hold groups of one table together across twice the distance.
private let manyColumns = 3

/// Headings are set at most so far apart, line by line, a blank one now and then.
private let headingPitchEms: Float = 1.5

/// A rule wider than a table by more than this factor is the page's, not the table's.
private let overhang: Float = 1.3

/// Fonts that differ by less than this part of their size are of one size.
private let sameSize: Float = 0.1

/// The further lines of a label may be indented by this.
private let indentEms: Float = 2

/// Rows of a table stand at most this far apart: a blank line, a group title and a blank line lie between at most.
private let rowDistanceEms: Float = 6

/// Lines of headings without a rule over them stand at most this far apart: a blank line ends them.
private let headingDistanceEms: Float = 2.5

/// A heading over all figures stands in their middle within this part of their width.
private let centredPart: Float = 0.12

/// A line of a heading over figures has fewer words than this: columns of figures are narrow.
private let headingWords = 6

/// Runs of rows that may be a table: figures or short cells that stand under each other.
///
/// The ranges don't overlap and go from the top; each holds at least two rows that carry figures.
func alignedRegions(of text: TextRows, rules: [Edge]) -> [Range<Int>] {
    var regions: [Range<Int>] = []
    var floor = 0
    for run in anchorRuns(of: text) {
        guard run[0] >= floor else { continue }
        let start = headingStart(above: run[0], run: run, floor: floor, text: text, rules: rules)
        let end = tailEnd(below: run[run.count - 1], run: run, text: text, rules: rules)
        regions.append(start..<end)
        floor = end
    }
    return regions
}

/// Whether a row carries figures beside something else.
private func isAnchor(_ row: TextRow) -> Bool {
    row.chunks.count > 1 && row.chunks.dropFirst().contains(where: \.isValue)
}

/// Rows with figures that line up with those above them, and with nothing between that ends a table.
private func anchorRuns(of text: TextRows) -> [[Int]] {
    var runs: [[Int]] = []
    for index in text.rows.indices where isAnchor(text.rows[index]) {
        if let run = runs.last, let head = newHead(above: index, after: run, text: text) {
            // Other columns under headings of their own are another table.
            runs[runs.count - 1] = Array(run.prefix { $0 < head })
            runs.append([index])
        } else if let run = runs.last, continues(run, index, text: text) {
            runs[runs.count - 1].append(index)
        } else {
            runs.append([index])
        }
    }
    let tables = runs.filter { $0.count > 1 }
    return tables.indices.filter { $0 + 1 == tables.count || !isHeadings(tables[$0], of: tables[$0 + 1], text: text) }.map { tables[$0] }
}

/// Whether some lines hold years and units alone, one over each column of figures of the table that follows.
private func isHeadings(_ lines: [Int], of table: [Int], text: TextRows) -> Bool {
    let body = table.map { text.rows[$0] }
    guard lines.count <= Limit.headingLines, lines.allSatisfy({ !text.rows[$0].chunks.contains(where: \.isNumber) }),
        let figures = body.max(by: { $0.chunks.count < $1.chunks.count }), figures.chunks.contains(where: \.isNumber)
    else { return false }
    let columns = figureColumns(of: body, like: figures)
    return lines.allSatisfy { hasOneOver(text.rows[$0], each: columns) }
}

/// The first of the lines of headings directly above a row that its figures stand under and those of the run above don't; nil where there
/// are none.
private func newHead(above index: Int, after run: [Int], text: TextRows) -> Int? {
    func hasNumbers(_ row: Int) -> Bool { text.rows[row].chunks.dropFirst().contains(where: \.isNumber) }
    guard hasNumbers(index), let last = run.last(where: hasNumbers), last + 1 < index,
        let head = ((last + 1)..<index).first(where: { text.rows[$0].chunks.count > 1 }), index - head <= Limit.headingLines
    else { return nil }
    let (row, before) = (text.rows[index], text.rows[last])
    let figures = row.chunks.dropFirst().count(where: \.isNumber)
    guard figures > 1, !text.rows[head..<index].contains(where: { isProse($0, beside: row) }),
        !Share.half.isReached(by: agreements(row, before), of: figures),
        text.rows[head..<index].contains(where: { headsFigures($0, of: row, text: text) })
    else { return nil }
    return head
}

private func continues(_ run: [Int], _ index: Int, text: TextRows) -> Bool {
    let last = run[run.count - 1]
    let row = text.rows[index]
    let before = text.rows[last]
    let distance = (row.baseline - before.baseline) / max(row.size, before.size, 1)
    // Groups of one table may stand further apart if many of their columns agree.
    guard
        distance <= rowDistanceEms || (distance <= 2 * rowDistanceEms && agreements(row, before) >= manyColumns)
    else { return false }
    for between in (last + 1)..<index where isProse(text.rows[between], beside: before) { return false }
    // One of the last rows has a figure in the same column.
    return run.suffix(3).contains { agreements(row, text.rows[$0]) > 0 }
}

/// How many figures of a row stand under figures of another.
private func agreements(_ row: TextRow, _ other: TextRow) -> Int {
    let tolerance = Ems.alignment * max(row.size, other.size)
    var found = 0
    var index = 1
    for chunk in row.chunks.dropFirst() where chunk.isValue {
        while index < other.chunks.count, other.chunks[index].area.right <= chunk.area.left { index += 1 }
        guard index < other.chunks.count else { break }
        let above = other.chunks[index]
        guard above.isValue, above.area.left < chunk.area.right else { continue }
        if abs(above.area.right - chunk.area.right) <= tolerance || abs(above.area.left - chunk.area.left) <= tolerance
            || abs(above.area.midX - chunk.area.midX) <= tolerance
        {
            found += 1
        }
    }
    return found
}

/// Whether a line of words runs over the figures of a row.
private func isProse(_ row: TextRow, beside figures: TextRow) -> Bool {
    guard let chunk = row.chunks.max(by: { $0.words.count < $1.words.count }),
        let first = figures.chunks.dropFirst().first(where: \.isValue)
    else { return false }
    return chunk.words.count >= Limit.proseWords && chunk.area.left < first.area.left && chunk.area.right > first.area.right
}

/// The first of the lines above a table's first figures that are headings of its columns.
private func headingStart(above first: Int, run: [Int], floor: Int, text: TextRows, rules: [Edge]) -> Int {
    var area = Area()
    var labelRight = -Float.infinity
    var valuesLeft = Float.infinity
    for index in run {
        area.add(text.rows[index].area)
        labelRight = max(labelRight, text.rows[index].chunks[0].area.right)
        if let value = text.rows[index].chunks.dropFirst().first { valuesLeft = min(valuesLeft, value.area.left) }
    }
    var top = topRule(above: text.rows[first], area: area, rules: rules)
    let figures = run.map { text.rows[$0] }.max { $0.chunks.count < $1.chunks.count } ?? text.rows[first]
    let columns = figureColumns(of: run.map { text.rows[$0] }, like: figures)
    let hasNumbers = text.rows[first].chunks.contains(where: \.isNumber)
    var body = first
    while body > floor, isDescription(text.rows[body - 1], of: text.rows[first], above: text.rows[body]) { body -= 1 }
    // A rule over the figures, or over the title of their first group, ends their headings.
    if let rule = top,
        text.rows[floor..<body].allSatisfy({
            $0.baseline < rule || $0.chunks.count == 1 && $0.area.left < min(labelRight, valuesLeft) - $0.size
        })
    {
        top = nil
    }
    var start = body
    var index = body - 1
    while index >= floor, body - index <= Limit.headingLines {
        let row = text.rows[index]
        let below = text.rows[index + 1]
        let distance = below.baseline - row.baseline
        if let top, row.baseline < top {
            // A rule may part the upper line of headings from the lower.
            let isUpper = below.baseline > top && start < body && distance <= headingDistanceEms * row.size
            guard isUpper, isOver(row, from: min(labelRight, valuesLeft), to: area.right) else { break }
        }
        // A label set to the middle of the headings' height, between their lines; words of the first row, set to the middle of its height.
        if row.area.bottom - below.area.top > Ratio.sharedHeight * row.area.height {
            if start == body { body = index }
            start = index
            index -= 1
            continue
        }
        let isHead = headsFigures(row, of: figures, text: text) || hasOneOver(row, each: columns)
        if top == nil, !isHead, start == body, index > floor, row.chunks.count == 1, row.chunks[0].words.count < headingWords,
            distance <= rowDistanceEms * row.size, row.area.left > area.left - row.size, hasOneOver(text.rows[index - 1], each: columns)
        {
            // The title of the first group, apart from its rows, with the headings over it.
            index -= 1
            continue
        }
        guard distance <= (top == nil && !isHead ? headingDistanceEms : rowDistanceEms) * max(row.size, below.size) else { break }
        guard isHead || !isProse(row, beside: text.rows[first]) else { break }
        // A title begins at the left and is no heading; a heading stands over the figures, or is one of several.
        // Lines of text side by side are columns of prose, unless they are set in another font than the table.
        if top == nil, !isHead, row.chunks.contains(where: { $0.words.count >= headingWords }),
            row.chunks.count == 1 || !text.fonts(row).isDisjoint(with: text.fonts(text.rows[first]))
        {
            break
        }
        // A line of words alone above headings without a rule is their table's title.
        if top == nil, !isHead, start < body, row.chunks.count == 1, row.chunks[0].words.count > 3 { break }
        let isHeading = row.chunks.count > 1 || row.area.left >= min(labelRight, valuesLeft) - row.size || top != nil
        if isHeading {
            start = index
        } else if start < body || !hasNumbers {
            // Words over the labels begin the heading of the labels, unless the columns are headed by years: then they are the title.
            break
        }
        index -= 1
    }
    return start
}

/// Whether a line is several headings over figures, or one in the middle of all of them; `left` and `right` are where those stand.
private func isOver(_ line: TextRow, from left: Float, to right: Float) -> Bool {
    guard line.area.left >= left - line.size, line.chunks.allSatisfy({ !$0.isNumber && $0.words.count < headingWords }) else {
        return false
    }
    return line.chunks.count > 1 || abs(line.area.midX - (left + right) / 2) < centredPart * (right - left)
}

/// The areas that the figures of a run take in each column but the first, read off the rows that have as many cells as one of them.
private func figureColumns(of run: [TextRow], like row: TextRow) -> [Area] {
    var columns = [Area](repeating: Area(), count: row.chunks.count)
    for other in run where other.chunks.count == row.chunks.count {
        for (index, chunk) in other.chunks.enumerated() where row.chunks[index].isValue { columns[index].add(chunk.area) }
    }
    return zip(columns, row.chunks).dropFirst().filter { $1.isValue }.map { $0.0 }
}

/// Whether each of several columns of figures has one heading of a line over it, however far above; centred headings are set to no edge of
/// figures of other widths.
private func hasOneOver(_ line: TextRow, each columns: [Area]) -> Bool {
    guard columns.count > 1, line.chunks.allSatisfy({ !$0.isNumber && $0.words.count < headingWords }) else { return false }
    func over(_ column: Area) -> [Chunk] { line.chunks.filter { $0.area.left < column.right && $0.area.right > column.left } }
    return columns.allSatisfy { over($0).count == 1 }
        && line.chunks.allSatisfy { chunk in columns.count { chunk.area.left < $0.right && chunk.area.right > $0.left } <= 1 }
}

/// Whether words of a line are set to an edge or the middle of each of several figures of a row: the headings of their columns, however
/// far above them they stand and however near to each other.
private func headsFigures(_ line: TextRow, of row: TextRow, text: TextRows) -> Bool {
    let figures = row.chunks.dropFirst().filter(\.isValue)
    guard figures.count > 1, !line.chunks.contains(where: \.isNumber) else { return false }
    let slack = Ems.alignment * row.size
    return figures.allSatisfy { figure in
        line.chunks.contains { chunk in
            abs(chunk.area.midX - figure.area.midX) < slack
                || chunk.words.contains {
                    abs(text.words[$0].area.right - figure.area.right) < slack || abs(text.words[$0].area.left - figure.area.left) < slack
                }
        }
    }
}

/// Whether a line is words that stand close above the next and begin where words of a row with figures do: a description that is higher than
/// its figures.
private func isDescription(_ line: TextRow, of row: TextRow, above next: TextRow) -> Bool {
    let words = row.chunks.filter { !$0.isValue && $0.area.left > row.area.left }
    return next.baseline - line.baseline <= Ems.singlePitch * row.size
        && line.chunks.allSatisfy { chunk in
            !chunk.isValue && words.contains { abs($0.area.left - chunk.area.left) < Ems.alignment * row.size }
        }
}

/// The y of the uppermost wide rule over a table's first row, not further up than its headings reach; nil where there is none.
private func topRule(above row: TextRow, area: Area, rules: [Edge]) -> Float? {
    let reach = row.area.top - Float(Limit.headingLines) * headingPitchEms * row.size
    return rules.first { rule in
        rule.position < row.area.top + Points.same && rule.position > reach
            && min(rule.end, area.right) - max(rule.start, area.left) >= Ratio.wideRule * area.width
            && rule.end - rule.start <= overhang * area.width
    }?.position
}

/// One past the last line of a table: lines of its last row's label, and what stands above its closing rule.
private func tailEnd(below last: Int, run: [Int], text: TextRows, rules: [Edge]) -> Int {
    let row = text.rows[last]
    guard row.chunks.count > 1 else { return last + 1 }
    var end = last + 1
    while end < text.rows.count {
        let next = text.rows[end]
        let before = text.rows[end - 1]
        guard next.baseline - before.baseline <= Ems.singlePitch * max(next.size, before.size),
            abs(next.size - row.size) < sameSize * row.size,
            next.chunks.allSatisfy({ !$0.isNumber && goesOn($0, under: row) })
                || end == last + 1 && last > 0 && stand(text.rows[last - 1], next, around: row)
        else { break }
        let isRuledOff = rules.contains {
            $0.position > before.baseline && $0.position < next.area.midY && $0.start < next.area.right && $0.end > next.area.left
        }
        guard !isRuledOff else { break }
        end += 1
    }
    return end
}

/// Whether two lines are those of a label that figures stand beside the middle of.
private func stand(_ above: TextRow, _ below: TextRow, around row: TextRow) -> Bool {
    above.chunks.count == 1 && below.chunks.count == 1 && abs(above.area.left - below.area.left) < Points.sameStart
        && row.area.left > max(above.area.right, below.area.right)
        && row.baseline - above.baseline < row.size && below.baseline - row.baseline < row.size
}

/// Whether words stand under the label of a row, or under a description in it, and end before what stands beside that.
private func goesOn(_ next: Chunk, under row: TextRow) -> Bool {
    row.chunks.indices.dropLast().contains { index in
        let chunk = row.chunks[index]
        guard index == 0 || !chunk.isValue, next.area.right < row.chunks[index + 1].area.left else { return false }
        return abs(next.area.left - chunk.area.left) < (index == 0 ? indentEms : Ems.alignment) * row.size
    }
}
