import PaperModel

/// Most rows of headings of a table; more rows before the first number are text of their own.
private let mostHeadingRows = 4

/// So much of a table's body may be set in the fonts of its headings: totals are bold too.
private let boldBody = Share(1, of: 5)

/// A number has at most so many words: a sign, the figure, a mark of a note.
private let mostNumberWords = 3

/// Marks which of a table's first rows and columns are headings: those that come before the first number and are tagged, bold or
/// followed by rows of numbers.
func markHeaders(_ table: inout TableDraft) {
    var rowHasNumber = [Bool](repeating: false, count: table.rows)
    var rowIsTagged = [Bool](repeating: true, count: table.rows)
    var rowIsFilled = [Bool](repeating: false, count: table.rows)
    var numbersInFirstColumn = 0
    var numbersElsewhere = 0
    // By their places: a cell as a value is a copy of its words.
    for index in table.cells.indices where !table.cells[index].run.isEmpty && rowHasNumber.indices.contains(table.cells[index].row) {
        let (row, column) = (table.cells[index].row, table.cells[index].column)
        rowIsFilled[row] = true
        if !table.cells[index].isHeader { rowIsTagged[row] = false }
        let isNumber = looksLikeNumber(table.cells[index].run)
        if column > 0, isNumber { rowHasNumber[row] = true }
        if isNumber {
            if column == 0 { numbersInFirstColumn += 1 } else { numbersElsewhere += 1 }
        }
    }
    let firstNumber = rowHasNumber.firstIndex(of: true)
    var headers = 0
    if let firstNumber, firstNumber > 0 {
        // Rows above the numbers, unless they are so many that they are text of their own.
        var end = firstNumber
        // The title of a group may take several rows.
        while end > mostHeadingRows, table.cells.count(where: { $0.row == end - 1 && !$0.run.isEmpty }) == 1 { end -= 1 }
        headers = end <= mostHeadingRows ? rowsInHeadingFonts(of: table, before: end) : 1
        // Row groups ("Income") directly above the numbers are no headings: a row with its first cell alone that isn't tagged as one.
        while headers > 1, isGroupTitle(row: headers - 1, in: table), !rowIsTagged[headers - 1] { headers -= 1 }
    } else {
        var row = 0
        while row < table.rows, row < mostHeadingRows, rowIsTagged[row] || !rowIsFilled[row] { row += 1 }
        headers = row == table.rows ? 0 : row
        if headers == 0, firstNumber != 0 { headers = max(rowsThatStandOut(in: table), rowsOfSpans(in: table)) }
    }
    while headers > 1, !rowIsFilled[headers - 1] { headers -= 1 }
    table.headerRows = headers
    table.headerColumns = numbersElsewhere > numbersInFirstColumn && !beginsWithAmounts(table) ? 1 : 0
    for index in table.cells.indices {
        table.cells[index].isHeader =
            table.cells[index].row < table.headerRows
            || (table.cells[index].column < table.headerColumns && !table.cells[index].run.isEmpty)
    }
}

/// Fewer numbers in the first column are no column of amounts.
private let fewestAmounts = 3

/// Whether the first column holds amounts and the labels stand right of it, as accounts set those of the year before: most of its cells
/// are numbers, another column names the rows, and half of the numbers are written as amounts are, or a year or a unit stands over them.
/// Numbers of rows, codes and years are written as neither.
private func beginsWithAmounts(_ table: TableDraft) -> Bool {
    var (numbers, amounts, others) = (0, 0, 0)
    var names: [Int: Int] = [:]
    var isHeaded = false
    for index in table.cells.indices where !table.cells[index].run.isEmpty {
        let (row, column) = (table.cells[index].row, table.cells[index].column)
        if column == 0, row < table.headerRows {
            isHeaded = isHeaded || table.cells[index].run.words.contains { $0.shape == .period || $0.traits.beginsWithCurrency }
        } else if column > 0, row >= table.headerRows {
            if !table.cells[index].run.words.contains(where: { $0.shape.isValue }) { names[column, default: 0] += 1 }
        } else if row >= table.headerRows {
            guard looksLikeNumber(table.cells[index].run) else {
                others += 1
                continue
            }
            numbers += 1
            if table.cells[index].run.words.contains(where: \.traits.isWrittenAsAmount) { amounts += 1 }
        }
    }
    return numbers >= fewestAmounts && Share.most.isReached(by: numbers, of: numbers + others)
        && Share.half.isPassed(by: names.values.max() ?? 0, of: numbers) && (isHeaded || amounts * 2 >= numbers)
}

/// How many of the rows before the first figures are headings: all, unless one has a label and is set in other fonts than a first row
/// over most columns.
private func rowsInHeadingFonts(of table: TableDraft, before firstNumber: Int) -> Int {
    let own = fonts(of: table, rows: 0..<1)
    guard Share.half.isPassed(by: table.cells.count { $0.row == 0 && !$0.run.isEmpty }, of: table.columns) else { return firstNumber }
    var rows = 1
    while rows < firstNumber {
        let next = fonts(of: table, rows: rows..<(rows + 1))
        let isLabelled = table.cells.contains { $0.row == rows && $0.column == 0 && !$0.run.isEmpty }
        if isLabelled, !own.isEmpty, !next.isEmpty, next.isDisjoint(with: own) { return rows }
        rows += 1
    }
    return firstNumber
}

/// How many of the first rows are set in fonts that the rows below don't use (bold, most often), at least one of them over half of the
/// columns. Labels, titles of groups and rows over all columns may be bold too and don't count.
private func rowsThatStandOut(in table: TableDraft) -> Int {
    let own = fonts(of: table, rows: 0..<1)
    guard !own.isEmpty else { return 0 }
    var rows = 1
    while rows < min(mostHeadingRows, table.rows - 1) {
        let next = fonts(of: table, rows: rows..<(rows + 1))
        guard next.isEmpty || next.isSubset(of: own), !isGroupTitle(row: rows, in: table) else { break }
        rows += 1
    }
    let filled = (0..<rows).map { row in table.cells.count { $0.row == row && !$0.run.isEmpty } }
    guard let most = filled.max(), most > 1, Share.half.isReached(by: most, of: table.columns) else { return 0 }
    let body = table.cells.filter { $0.row >= rows && $0.column > 0 && !$0.run.isEmpty }
    guard !body.isEmpty else { return 0 }
    let alike = body.count { $0.run.words.contains { own.contains($0.font) } }
    return boldBody.isPassed(by: alike, of: body.count) ? 0 : rows
}

/// The rows of a heading that its cells show by their spans: one over several rows beside one over several columns.
private func rowsOfSpans(in table: TableDraft) -> Int {
    let first = table.cells.filter { $0.row == 0 && !$0.run.isEmpty }
    guard first.contains(where: { $0.columnSpan > 1 && $0.rowSpan == 1 }) else { return 0 }
    let rows = first.map(\.rowSpan).max() ?? 1
    return rows > 1 && rows < table.rows ? rows : 0
}

/// The fonts of some rows' cells; those of the first column only where nothing stands beside it.
private func fonts(of table: TableDraft, rows: Range<Int>) -> Set<Int32> {
    let filled = table.cells.filter { rows.contains($0.row) && !$0.run.isEmpty }
    let beside = filled.filter { $0.column > 0 }
    return Set((beside.isEmpty ? filled : beside).flatMap(\.run.words).map(\.font))
}

private func isGroupTitle(row: Int, in table: TableDraft) -> Bool {
    let filled = table.cells.filter { $0.row == row && !$0.run.isEmpty }
    return filled.count == 1 && filled[0].column == 0
}

/// Whether a cell holds a number that is no year, period or date: "1,234", "(3.2)", "£45", "12%"; not "2024/25".
func looksLikeNumber(_ run: LineRun) -> Bool {
    guard run.words.count <= mostNumberWords else { return false }
    var hasNumber = false
    for word in run.words where !word.isRaised {
        switch word.shape {
        case .number: hasNumber = true
        case .mark: continue
        case .period, .leader, .text: return false
        }
    }
    return hasNumber
}
