/// Lines of one cell are at least one in so many of a table whose cells wrap.
private let closePitches = 8

/// A rule that parts two lines stands above the small letters of the lower one.
private let ruleRiseEms: Float = 0.3

/// For each printed line of a table's body the row of the table that it belongs to, counted from 0: lines that wrap inside a cell
/// share a row.
///
/// `rules` are the y positions of lines drawn across the table, from the top.
func logicalRows(of lines: [GridLine], text: TextRows, rules: [Float]) -> [Int] {
    guard !lines.isEmpty else { return [] }
    let lines = withLabelsFirst(lines)
    let figures = figureColumns(of: lines)
    let anchors = lines.map { line in
        line.pieces.contains { $0.isValue && $0.columns.count == 1 && figures.contains($0.columns.lowerBound) }
    }
    let isRuledOff = zip(lines, lines.dropFirst()).map { before, after in
        rules.contains { $0 > before.baseline && $0 < after.baseline - ruleRiseEms * after.size }
    }
    // Where rules part most rows, lines without one between them are one row.
    let anchored = lines.indices.filter { anchors[$0] }
    let parted = zip(anchored, anchored.dropFirst()).count { isRuledOff[$0..<$1].contains(true) }
    let isRuled = anchored.count < 2 ? isRuledOff.contains(true) : Share.half.isPassed(by: parted, of: anchored.count - 1)
    if !isRuled {
        let body = BodyLines(lines, anchors: anchors, isRuledOff: isRuledOff, text: text)
        switch body.setting {
        case .foot: return body.footRows
        case .middle: return body.middleRows
        case .top: return body.topRows
        case nil: break
        }
    }
    let filling = LineFilling(lines, text: text)
    let overhangs = overhangs(in: lines, figures: figures, anchors: anchors, isRuledOff: isRuledOff, text: text)

    var rows: [Int] = []
    var row = -1
    var rowHasAnchor = false
    var awaitsAnchor = false
    for index in lines.indices {
        let line = lines[index]
        var joins = false
        if index > 0, !isRuledOff[index - 1] {
            let before = lines[index - 1]
            if sharesHeight(before, line) {
                joins = true
            } else if anchors[index] {
                joins = awaitsAnchor || (isRuled && !rowHasAnchor)
            } else if isRuled || awaitsAnchor && overhangs[index] && overhangs[index - 1] {
                joins = true
            } else {
                joins = wraps(index, of: lines, anchors: anchors, text: text, filling: filling)
            }
        }
        if !joins {
            row += 1
            rowHasAnchor = false
            awaitsAnchor =
                !anchors[index]
                && (overhangs[index]
                    || leads(index, of: lines, anchors: anchors, isRuledOff: isRuledOff, text: text))
        }
        if anchors[index] {
            rowHasAnchor = true
            awaitsAnchor = false
        }
        rows.append(row)
    }
    return rows
}

/// Lines with the column of their labels as the first: accounts set them between the figures of two years.
private func withLabelsFirst(_ lines: [GridLine]) -> [GridLine] {
    var (figures, words) = ([Int: Int](), [Int: Int]())
    for line in lines {
        for piece in line.pieces where piece.columns.count == 1 {
            if piece.isNumber { figures[piece.columns.lowerBound, default: 0] += 1 }
            if !piece.isValue { words[piece.columns.lowerBound, default: 0] += 1 }
        }
    }
    guard let first = figures[0], first > words[0, default: 0],
        let label = words.filter({ $0.value > figures[$0.key, default: 0] }).max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key
    else { return lines }
    func place(_ columns: Range<Int>) -> Range<Int> {
        switch columns {
        case 0..<1: label..<(label + 1)
        case label..<(label + 1): 0..<1
        // A label that reaches over the columns after it.
        case _ where columns.lowerBound == label: 0..<columns.count
        default: columns
        }
    }
    return lines.map { line in
        var line = line
        for index in line.pieces.indices { line.pieces[index].columns = place(line.pieces[index].columns) }
        line.pieces.sort { $0.columns.lowerBound < $1.columns.lowerBound }
        return line
    }
}

/// The columns after the first that hold figures more often than words.
func figureColumns(of lines: [GridLine]) -> Set<Int> {
    var balance: [Int: Int] = [:]
    for line in lines {
        for piece in line.pieces where piece.columns.count == 1 && piece.columns.lowerBound > 0 {
            balance[piece.columns.lowerBound, default: 0] += piece.isValue ? 1 : -1
        }
    }
    return Set(balance.filter { $0.value > 0 }.keys)
}

/// Lines of one row whose cells are centred against each other: they overlap in height and share no column.
func sharesHeight(_ before: GridLine, _ line: GridLine) -> Bool {
    let shared = min(before.area.bottom, line.area.bottom) - max(before.area.top, line.area.top)
    guard shared > Ratio.sharedHeight * min(before.area.height, line.area.height) else { return false }
    return !before.pieces.contains { piece in line.pieces.contains { $0.columns.overlaps(piece.columns) } }
}

/// Whether a line without figures goes on the row before it.
private func wraps(_ index: Int, of lines: [GridLine], anchors: [Bool], text: TextRows, filling: LineFilling) -> Bool {
    let line = lines[index]
    let before = lines[index - 1]
    let pitch = line.baseline - before.baseline
    guard pitch <= Ems.wrapPitch * max(line.size, before.size) else { return false }
    let next = index + 1 < lines.count ? lines[index + 1].baseline - line.baseline : .infinity
    guard let label = line.pieces.first(where: { $0.columns.lowerBound == 0 }) else {
        // Words in the other columns go on what stands above them, unless they are nearer to the line below.
        return pitch * Ratio.nearer <= next
    }
    guard line.pieces.count == 1 || !lines.contains(where: { $0.pieces.contains(where: \.isNumber) }) else {
        // Cells side by side that all go on had no room left.
        return pitch < Ratio.nearer * next && (beginsLow(label, text: text) || filling.goesOn(from: before, to: line) == .full)
    }
    if beginsLow(label, text: text) { return true }
    if let above = before.pieces.first(where: { $0.columns.lowerBound == 0 }), endsOpen(above, text: text) { return true }
    return pitch < Ratio.nearer * next && pitch <= Ems.singlePitch * line.size && next < .infinity
        && before.pieces.contains { $0.columns.lowerBound == 0 && $0.columns.count == 1 }
        && anchors[index - 1] && hasTwoPitches(lines)
}

/// Whether a line without figures begins the row of the next line.
private func leads(
    _ index: Int, of lines: [GridLine], anchors: [Bool], isRuledOff: [Bool], text: TextRows
) -> Bool {
    guard index + 1 < lines.count, anchors[index + 1], !isRuledOff[index] else { return false }
    let line = lines[index]
    let next = lines[index + 1]
    guard next.baseline - line.baseline <= Ems.wrapPitch * max(line.size, next.size) else { return false }
    guard let label = next.pieces.first(where: { $0.columns.lowerBound == 0 }) else { return true }
    guard !line.pieces.contains(where: { $0.columns.lowerBound == 0 }) || line.pieces.count == 1 else { return false }
    if beginsLow(label, text: text) { return true }
    guard let own = line.pieces.first(where: { $0.columns.lowerBound == 0 }) else { return false }
    return endsOpen(own, text: text)
}

/// For each line whether it stands above the figures of its row: the first lines of a label or description whose figures stand at its
/// middle or its foot. Such lines are nearer to each other and to the figures than rows of one line are to each other.
private func overhangs(
    in lines: [GridLine], figures: Set<Int>, anchors: [Bool], isRuledOff: [Bool], text: TextRows
) -> [Bool] {
    let pitches = zip(lines, lines.dropFirst()).map { $1.baseline - $0.baseline }
    let rowPitch = pitches.indices.filter { anchors[$0] && anchors[$0 + 1] }.map { pitches[$0] }.min()
    func label(_ line: GridLine) -> GridPiece? { line.pieces.first { $0.columns.lowerBound == 0 } }
    var result = [Bool](repeating: false, count: lines.count)
    for index in lines.indices.dropLast().reversed() where !anchors[index] && !isRuledOff[index] {
        let (line, next) = (lines[index], lines[index + 1])
        let limit = rowPitch.map { min(Ems.wrapPitch * line.size, Ratio.nearer * $0) } ?? Ems.singlePitch * line.size
        guard pitches[index] < limit, anchors[index + 1] || result[index + 1],
            line.pieces.allSatisfy({ $0.columns.count == 1 && figures.isDisjoint(with: $0.columns) })
        else { continue }
        if let own = label(line) {
            // The title of a group is set in another font, or as far from the label below it as from what stands above.
            guard let below = label(next), !text.fonts(of: own.words).isDisjoint(with: text.fonts(of: below.words)),
                index == 0 || pitches[index - 1] * Ratio.nearer > pitches[index]
            else { continue }
        }
        result[index] = true
    }
    return result
}

/// Whether lines stand at two clearly different distances: those of one cell and those of different rows.
private func hasTwoPitches(_ lines: [GridLine]) -> Bool {
    let pitches = zip(lines, lines.dropFirst()).map { $1.baseline - $0.baseline }.sorted()
    guard pitches.count > 2 else { return false }
    return pitches[pitches.count / closePitches] < Ratio.nearer * pitches[pitches.count / 2]
}

/// Whether a label begins in lower case.
func beginsLow(_ piece: GridPiece, text: TextRows) -> Bool {
    guard let word = text.words[piece.words].first else { return false }
    return word.traits.beginsLow || word.traits.first == 0x26
}

/// Whether a label ends in a word or mark that something must follow.
private func endsOpen(_ piece: GridPiece, text: TextRows) -> Bool {
    text.words[piece.words].last?.traits.isOpen == true
}
