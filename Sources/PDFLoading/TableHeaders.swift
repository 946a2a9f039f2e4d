import PaperModel

/// Marks which of a table's first rows and columns are headings: those that come before the first number and are tagged, bold or
/// followed by rows of numbers.
func markHeaders(_ table: inout TableDraft, content: PageContent) {
    var rowHasNumber = [Bool](repeating: false, count: table.rows)
    var rowIsTagged = [Bool](repeating: true, count: table.rows)
    var rowIsFilled = [Bool](repeating: false, count: table.rows)
    var numbersInFirstColumn = 0
    var numbersElsewhere = 0
    for cell in table.cells where !cell.run.isEmpty && rowHasNumber.indices.contains(cell.row) {
        rowIsFilled[cell.row] = true
        if !cell.isHeader { rowIsTagged[cell.row] = false }
        let isNumber = looksLikeNumber(cell.run, content: content)
        if cell.column > 0, isNumber { rowHasNumber[cell.row] = true }
        if isNumber {
            if cell.column == 0 { numbersInFirstColumn += 1 } else { numbersElsewhere += 1 }
        }
    }
    let firstNumber = rowHasNumber.firstIndex(of: true)
    var headers = 0
    if let firstNumber, firstNumber > 0 {
        // Rows above the numbers, unless they are so many that they are text of their own.
        headers = firstNumber <= 4 ? firstNumber : 1
        // Row groups ("Income") directly above the numbers are no headings: a row with its first cell alone that isn't tagged as one.
        while headers > 1, isGroupTitle(row: headers - 1, in: table), !rowIsTagged[headers - 1] { headers -= 1 }
    } else {
        var row = 0
        while row < table.rows, row < 4, rowIsTagged[row] || !rowIsFilled[row] { row += 1 }
        headers = row == table.rows ? 0 : row
        if headers == 0, firstNumber != 0, standsOut(firstRowOf: table) { headers = 1 }
    }
    table.headerRows = headers
    table.headerColumns = numbersElsewhere > numbersInFirstColumn && numbersElsewhere > 0 ? 1 : 0
    for index in table.cells.indices {
        let cell = table.cells[index]
        table.cells[index].isHeader = cell.row < table.headerRows || (cell.column < table.headerColumns && !cell.run.isEmpty)
    }
}

/// Whether the first row is set in fonts that the rows below don't use (bold, most often), and heads several columns.
private func standsOut(firstRowOf table: TableDraft) -> Bool {
    let first = table.cells.filter { $0.row == 0 && !$0.run.isEmpty }
    let rest = table.cells.filter { $0.row > 0 && !$0.run.isEmpty }
    guard first.count > 1, first.count * 2 >= table.columns, !rest.isEmpty else { return false }
    let fonts = Set(first.flatMap(\.run.words).map(\.font))
    return rest.count { $0.run.words.contains { fonts.contains($0.font) } } * 10 <= rest.count
}

private func isGroupTitle(row: Int, in table: TableDraft) -> Bool {
    let filled = table.cells.filter { $0.row == row && !$0.run.isEmpty }
    return filled.count == 1 && filled[0].column == 0
}

/// Whether a cell holds a number that is no year, period or date: "1,234", "(3.2)", "£45", "12%"; not "2024/25".
func looksLikeNumber(_ run: LineRun, content: PageContent) -> Bool {
    guard run.words.count <= 3 else { return false }
    var hasNumber = false
    for word in run.words where !word.isRaised {
        switch shape(of: word, content: content) {
        case .number: hasNumber = true
        case .mark: continue
        case .period, .leader, .text: return false
        }
    }
    return hasNumber
}
