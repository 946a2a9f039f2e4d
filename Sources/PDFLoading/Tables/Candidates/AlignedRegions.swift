/// So many columns that agree hold groups of one table together across twice the distance.
private let manyColumns = 3

/// Fonts that differ by less than this part of their size are of one size.
private let sameSize: Float = 0.1

/// The further lines of a label may be indented by this.
private let indentEms: Float = 2

/// Rows of a table stand at most this far apart: a blank line, a group title and a blank line lie between at most.
let rowDistanceEms: Float = 6

/// Runs of rows that may be a table: figures or short cells that stand under each other.
///
/// The ranges don't overlap and go from the top; each holds at least two rows that carry figures.
func alignedRegions(of text: TextRows, rules: [Edge]) -> [Range<Int>] {
    var regions: [Range<Int>] = []
    var floor = 0
    for run in anchorRuns(of: text) {
        guard run[0] >= floor else { continue }
        let start = AlignedHeadings(above: run, floor: floor, text: text, rules: rules).start()
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
    let columns = figureAreas(of: body, like: figures)
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
func isProse(_ row: TextRow, beside figures: TextRow) -> Bool {
    guard let chunk = row.chunks.max(by: { $0.words.count < $1.words.count }),
        let first = figures.chunks.dropFirst().first(where: \.isValue)
    else { return false }
    return chunk.words.count >= Limit.proseWords && chunk.area.left < first.area.left && chunk.area.right > first.area.right
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
