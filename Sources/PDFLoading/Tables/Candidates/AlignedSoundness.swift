/// A cell of a column has at most so many words on a line; prose has more.
private let proseWordsInColumn = 5

/// Prose that happens to line up has more long pieces among its columns than this.
private let proseShare = Share(1, of: 3)

/// The marks of an axis rise by equal steps, but for a label or a break.
private let evenSteps = Share(3, of: 4)

/// An axis has at least so many marks; fewer numbers rise evenly by chance.
private let leastMarks = 4

/// The numbers of a list of contents are whole, but for a heading or an annex.
private let plainNumbers = Share(4, of: 5)

/// Page numbers never fall, but where an annex begins anew.
private let risingNumbers = Share(9, of: 10)

/// No paper has so many pages.
private let mostPages = 2_000

/// What speaks against lines set into columns by white space being a table and not a list, a contents page, a chart's axis or columns of
/// prose; nil where nothing does.
func reasonAgainst(_ body: [GridLine], headings: [HeadingCell], text: TextRows, columns: Int) -> String? {
    let figures = figureColumns(of: body)
    func hasFigures(_ line: GridLine) -> Bool { line.pieces.contains { $0.isValue && figures.contains($0.columns.lowerBound) } }
    let rows = body.filter(hasFigures)
    let numbers = body.reduce(0) { $0 + $1.pieces.count { $0.isNumber && $0.columns.lowerBound > 0 } }
    guard !figures.isEmpty, numbers > 1 else { return "no column of figures" }
    guard !figures.allSatisfy({ isAxis(rows, column: $0, text: text) }) else { return "the marks of an axis" }
    // An axis has numbers and no words: a table has labels or headings.
    func isLabelled(_ line: GridLine) -> Bool { line.pieces.first.map { $0.columns.lowerBound == 0 } ?? false }
    let labels = body.indices.count { index in
        // A label of several lines may stand around the line of its figures.
        let beside = body[max(0, index - 1)..<min(body.count, index + 2)]
        return hasFigures(body[index])
            && (isLabelled(body[index]) || beside.contains { isLabelled($0) && sharesHeight($0, body[index]) })
    }
    guard Share.half.isReached(by: labels, of: rows.count) || figures.count > 2 else { return "figures without labels" }
    let hasWords =
        body.contains { $0.pieces.contains { !$0.isValue } }
        || headings.contains { cell in
            cell.words.contains { $0.contains { text.shapes[$0] == .text } }
        }
    guard hasWords else { return "figures without words" }
    if columns == 2 || figures.count == 1 {
        guard rows.count > 2 || (rows.count > 1 && !headings.isEmpty) else { return "too few rows for one column of figures" }
        if isContents(rows, column: figures.first ?? 1, text: text) { return "a list of contents" }
    }
    // Prose that happens to line up has long pieces in most columns.
    let pieces = body.flatMap(\.pieces).filter { $0.columns.lowerBound > 0 }
    let long = pieces.count { $0.words.count > proseWordsInColumn }
    return !proseShare.isPassed(by: long, of: pieces.count) ? nil : "columns of prose"
}

/// Whether the numbers of a column rise or fall by equal steps, as the marks of a chart's axis do.
private func isAxis(_ rows: [GridLine], column: Int, text: TextRows) -> Bool {
    let numbers = rows.compactMap { row in
        row.pieces.first { $0.columns.lowerBound == column }.flatMap { wholeNumber(text.words[$0.words]) }
    }
    guard numbers.count >= leastMarks, evenSteps.isReached(by: numbers.count, of: rows.count) else { return false }
    let steps = zip(numbers, numbers.dropFirst()).map { $1 - $0 }
    let usual = Dictionary(grouping: steps) { $0 }.max { $0.value.count < $1.value.count }
    return usual.map { $0.key != 0 && evenSteps.isReached(by: $0.value.count, of: steps.count) } ?? false
}

/// Whether a column holds the page numbers of a list of contents: whole numbers that never fall, led by dots or standing far right.
private func isContents(_ rows: [GridLine], column: Int, text: TextRows) -> Bool {
    var last = 0
    var rising = 0
    var plain = 0
    var led = 0
    for row in rows {
        guard let piece = row.pieces.first(where: { $0.columns.contains(column) }) else { continue }
        if row.pieces.contains(where: {
            text.shapes[$0.words].contains(.leader) || $0.words.contains { text.words[$0].traits.endsInLeader }
        }) {
            led += 1
        }
        guard let number = wholeNumber(text.words[piece.words]), number < mostPages else { continue }
        plain += 1
        if number >= last { rising += 1 }
        last = number
    }
    if Share.half.isPassed(by: led, of: rows.count) { return true }
    return plainNumbers.isReached(by: plain, of: rows.count) && risingNumbers.isReached(by: rising, of: plain) && rows.count > 2
}

/// The number that a cell begins with, if it has nothing else but a range.
private func wholeNumber(_ words: ArraySlice<Word>) -> Int? {
    guard let number = words.first?.traits.wholeNumber, number >= 0 else { return nil }
    return Int(number)
}
