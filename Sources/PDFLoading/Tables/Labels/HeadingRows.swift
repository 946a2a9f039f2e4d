/// A heading stands over a column if they share this part of the narrower one's width.
private let sharedWidth: Float = 0.3

/// The rule under a heading may stand this far above its baseline, between its letters' feet.
private let ruleRiseEms: Float = 0.2

/// A step that brings a heading nearer to the middle of its columns by less, points, is the line's own slack.
private let leastGain: Float = 2

/// A heading over columns on both sides is centred over them within this part of their width.
private let centredPart: Float = 0.15

/// Headings centred over several columns each stand in the middle of them within this part of their width; half a column of three is a
/// sixth.
private let spreadPart: Float = 0.12

/// More columns under one line of headings are a sheet whose headings stand in its cells.
private let mostSpread = 40

/// A heading of one or more columns, of one or more lines.
struct HeadingCell {
    var row: Int
    var rowSpan: Int
    var columns: Range<Int>
    var words: [Range<Int>]
}

/// The heading cells of an aligned table and how many rows they make: lines that wrap inside a heading become one cell, headings over
/// several columns get their span.
///
/// `columns` are the extents of the table's columns; `rules` all horizontal rules near it.
func headingRows(of lines: [GridLine], columns: [Area], rules: [Edge]) -> (cells: [HeadingCell], rows: Int) {
    guard !lines.isEmpty else { return ([], 0) }
    var lines = lines
    for index in lines.indices {
        for number in lines[index].pieces.indices where lines[index].pieces[number].columns.count > 1 {
            lines[index].pieces[number].columns = covered(by: lines[index].pieces[number], columns: columns)
        }
    }
    for index in lines.indices {
        if lines[..<index].allSatisfy({ $0.pieces.allSatisfy { $0.columns.lowerBound == 0 || $0.columns.count > 1 } }),
            let spread = spreadOver(lines[index], below: lines[(index + 1)...], columns: columns)
        {
            lines[index] = spread
        } else {
            widen(&lines, at: index, columns: columns, rules: rules)
        }
    }

    // A row of headings ends where a rule or a heading over several columns parts it from the next line.
    var rowOf = [0]
    var isLevel = [true]
    for index in lines.indices.dropFirst() {
        let before = lines[index - 1]
        let line = lines[index]
        let spans = before.pieces.contains { $0.columns.count > 1 }
        let isLabelOnly = line.pieces.allSatisfy { $0.columns.upperBound <= 1 } || before.pieces.allSatisfy { $0.columns.upperBound <= 1 }
        let wraps = line.pieces.contains { piece in piece.columns.count > 1 && before.pieces.contains { $0.columns == piece.columns } }
        let isRuledOff = rules.contains { rule in
            rule.position > before.baseline && rule.position < line.area.midY
                && before.pieces.contains { $0.columns.lowerBound > 0 && rule.start < $0.area.midX && rule.end > $0.area.midX }
        }
        isLevel.append(isFullLevel(before, line, columns: columns.count))
        rowOf.append(rowOf[index - 1] + ((spans && !wraps && !isLabelOnly) || isRuledOff || isLevel[index] ? 1 : 0))
    }
    let rows = (rowOf.last ?? 0) + 1

    var cells: [HeadingCell] = []
    var lastLine: [Int: (cell: Int, baseline: Float)] = [:]
    for (index, line) in lines.enumerated() {
        for piece in line.pieces {
            if let last = lastLine[piece.columns.lowerBound], cells[last.cell].columns == piece.columns,
                cells[last.cell].row + cells[last.cell].rowSpan - 1 == rowOf[index]
                    || !isLevel[index] && continuesDown(from: last.baseline, to: line, piece: piece, rules: rules)
            {
                cells[last.cell].words.append(piece.words)
                cells[last.cell].rowSpan = rowOf[index] - cells[last.cell].row + 1
                lastLine[piece.columns.lowerBound] = (last.cell, line.baseline)
            } else {
                for column in piece.columns { lastLine[column] = (cells.count, line.baseline) }
                cells.append(HeadingCell(row: rowOf[index], rowSpan: 1, columns: piece.columns, words: [piece.words]))
            }
        }
    }
    return withoutEmptyRows(cells, rows: rows)
}

/// Heading cells without the rows that none begins in.
private func withoutEmptyRows(_ cells: [HeadingCell], rows: Int) -> (cells: [HeadingCell], rows: Int) {
    var place = [Int](repeating: 0, count: rows + 1)
    for row in 0..<rows { place[row + 1] = place[row] + (cells.contains { $0.row == row } ? 1 : 0) }
    let moved = cells.map { cell in
        HeadingCell(
            row: place[cell.row], rowSpan: place[cell.row + cell.rowSpan] - place[cell.row], columns: cell.columns, words: cell.words)
    }
    return (moved, place[rows])
}

/// The columns whose cells a piece really stands over; a word that only reaches past its separator stays in one column.
private func covered(by piece: GridPiece, columns: [Area]) -> Range<Int> {
    let over = piece.columns.filter { column in
        guard columns.indices.contains(column), !columns[column].isEmpty else { return false }
        let shared = min(piece.area.right, columns[column].right) - max(piece.area.left, columns[column].left)
        return shared > sharedWidth * min(columns[column].width, piece.area.width)
    }
    guard let first = over.first, let last = over.last else { return piece.columns }
    return first..<(last + 1)
}

/// Whether two lines of headings over the same columns are two levels and not wrapped: all years, or something under each year.
private func isFullLevel(_ before: GridLine, _ line: GridLine, columns: Int) -> Bool {
    let above = before.pieces.filter { $0.columns.lowerBound > 0 }
    let below = line.pieces.filter { $0.columns.lowerBound > 0 }
    return above.count > 1 && above.count + 1 >= columns && above.count == below.count && above.allSatisfy(\.isValue)
        && zip(above, below).allSatisfy { $0.columns == $1.columns }
}

/// Whether a heading that began in a row above goes on: no rule parts its lines and they stand close.
private func continuesDown(from baseline: Float, to line: GridLine, piece: GridPiece, rules: [Edge]) -> Bool {
    guard piece.columns.count == 1, line.baseline - baseline <= Ems.wrapPitch * line.size else { return false }
    return !rules.contains {
        $0.position > baseline && $0.position < line.area.midY && $0.start < piece.area.midX && $0.end > piece.area.midX
    }
}

/// Widens the pieces of a line over the columns that they head: those of the rule drawn under them, else those that they are centred
/// over and that no other piece of the line takes.
private func widen(_ lines: inout [GridLine], at index: Int, columns: [Area], rules: [Edge]) {
    let line = lines[index]
    guard index + 1 < lines.count || line.pieces.contains(where: { $0.columns.count > 1 }) else { return }
    var taken = [Bool](repeating: false, count: columns.count)
    // Headings set to the middle of each other's height stand on lines that overlap.
    for other in lines
    where min(other.area.bottom, line.area.bottom) - max(other.area.top, line.area.top) > Ratio.sharedHeight * line.area.height {
        for piece in other.pieces { for column in piece.columns where taken.indices.contains(column) { taken[column] = true } }
    }
    let below = lines.dropFirst(index + 1).reduce(into: Set<Int>()) { for piece in $1.pieces { $0.formUnion(piece.columns) } }

    for number in line.pieces.indices {
        var piece = lines[index].pieces[number]
        guard piece.columns.upperBound > 1, columns.indices.contains(piece.columns.upperBound - 1) else { continue }
        if let rule = ruleUnder(piece, of: line, before: index + 1 < lines.count ? lines[index + 1] : nil, rules: rules, columns: columns) {
            let covered = columns.indices.filter {
                columns[$0].midX > rule.start && columns[$0].midX < rule.end && (!taken[$0] || piece.columns.contains($0))
            }
            if let first = covered.first, let last = covered.last {
                piece.columns = min(first, piece.columns.lowerBound)..<max(last + 1, piece.columns.upperBound)
            }
        } else if !goesOn(piece, in: lines[(index + 1)...]) {
            grow(&piece, columns: columns) { !taken[$0] && below.contains($0) && $0 > 0 }
        }
        for column in piece.columns { taken[column] = true }
        lines[index].pieces[number] = piece
    }
}

/// Whether a heading's next line is set to the same edge as it, so that it is a line of that and not a heading over several columns. Of
/// lines in the middle of each other nothing tells.
private func goesOn(_ piece: GridPiece, in below: ArraySlice<GridLine>) -> Bool {
    guard let next = below.lazy.flatMap(\.pieces).first(where: { $0.area.left < piece.area.right && $0.area.right > piece.area.left })
    else {
        return false
    }
    return next.columns.count == 1 && abs(next.area.midX - piece.area.midX) > Points.same
        && (abs(next.area.left - piece.area.left) < Points.same || abs(next.area.right - piece.area.right) < Points.same)
}

/// A line of headings set over all columns that the lines below it head, each centred over several of these; nil where they aren't.
func spreadOver(_ line: GridLine, below: ArraySlice<GridLine>, columns: [Area]) -> GridLine? {
    let heads = line.pieces.indices.filter { line.pieces[$0].columns.lowerBound > 0 }
    let headed = below.reduce(into: Set<Int>()) { for piece in $1.pieces { $0.formUnion(piece.columns) } }.subtracting([0]).sorted()
    guard let first = headed.first, let last = headed.last, last - first + 1 == headed.count, columns.indices.contains(last),
        !heads.isEmpty, heads.count < headed.count, headed.count <= mostSpread,
        !heads.contains(where: { goesOn(line.pieces[$0], in: below) })
    else { return nil }
    func error(_ piece: GridPiece, _ range: Range<Int>) -> Float {
        let (left, right) = (columns[range.lowerBound].left, columns[range.upperBound - 1].right)
        return abs((left + right) / 2 - piece.area.midX) / max(right - left, 1)
    }
    // For each column the least error with which the headings so far end before it.
    var ways: [Int: (error: Float, ends: [Int])] = [first: (0, [])]
    for head in heads {
        var next: [Int: (error: Float, ends: [Int])] = [:]
        for (start, way) in ways where start <= last {
            for end in (start + 1)...(last + 1) {
                let own = error(line.pieces[head], start..<end)
                guard own < spreadPart, way.error + own < next[end]?.error ?? .infinity else { continue }
                next[end] = (way.error + own, way.ends + [end])
            }
        }
        ways = next
    }
    guard let way = ways[last + 1] else { return nil }
    var spread = line
    var start = first
    for (head, end) in zip(heads, way.ends) {
        spread.pieces[head].columns = start..<end
        start = end
    }
    // A heading over the middle one of its columns may as well be the first line of that one's, unless all of several are such.
    let isMiddle = heads.contains { head in
        let range = spread.pieces[head].columns
        let middle = (range.lowerBound + range.upperBound - 1) / 2
        guard range.count > 1, range.count % 2 == 1,
            let under = below.lazy.flatMap(\.pieces).first(where: { $0.columns == middle..<(middle + 1) })
        else { return false }
        return abs(under.area.midX - line.pieces[head].area.midX) < leastGain
    }
    let areAlike = heads.count > 1 && Set(heads.map { spread.pieces[$0].columns.count }).count == 1
    let isApart = below.first.map { $0.area.top - line.area.bottom > -Ratio.sharedHeight * line.area.height } ?? false
    return !isMiddle || areAlike && isApart ? spread : nil
}

/// The rule drawn directly under a heading, wider than it, that no other heading of its line shares. A rule that reaches over the labels
/// too is the table's.
private func ruleUnder(_ piece: GridPiece, of line: GridLine, before next: GridLine?, rules: [Edge], columns: [Area]) -> Edge? {
    rules.first { rule in
        rule.position > line.baseline - ruleRiseEms * line.size && rule.position < (next.map { $0.area.midY } ?? line.baseline + line.size)
            && rule.start < piece.area.left + Points.same && rule.end > piece.area.right - Points.same
            && (piece.columns.lowerBound == 0 || rule.start > columns[0].midX)
            && !line.pieces.contains { $0.words != piece.words && $0.area.midX > rule.start && $0.area.midX < rule.end }
    }
}

/// Takes in free columns on either side as long as that brings the middle of the columns nearer to the middle of the piece.
private func grow(_ piece: inout GridPiece, columns: [Area], isFree: (Int) -> Bool) {
    func error(_ range: Range<Int>) -> Float {
        abs((columns[range.lowerBound].left + columns[range.upperBound - 1].right) / 2 - piece.area.midX)
    }
    while true {
        let own = error(piece.columns)
        var best = piece.columns
        let left = piece.columns.lowerBound - 1
        let right = piece.columns.upperBound
        if left >= 0, isFree(left), error(left..<right) < error(best) { best = left..<right }
        if right < columns.count, isFree(right), error(piece.columns.lowerBound..<(right + 1)) < error(best) {
            best = piece.columns.lowerBound..<(right + 1)
        }
        // Both at once: a heading centred over an odd number of columns.
        if left >= 0, right < columns.count, isFree(left), isFree(right), error(left..<(right + 1)) <= error(best) {
            best = left..<(right + 1)
        }
        guard best != piece.columns,
            error(best) < own - leastGain
                || best.count == piece.columns.count + 2
                    && error(best) < centredPart * (columns[best.upperBound - 1].right - columns[best.lowerBound].left)
        else { return }
        piece.columns = best
    }
}
