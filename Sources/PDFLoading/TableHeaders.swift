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
    }
    table.headerRows = headers
    table.headerColumns = numbersElsewhere > numbersInFirstColumn && numbersElsewhere > 0 ? 1 : 0
    for index in table.cells.indices {
        let cell = table.cells[index]
        table.cells[index].isHeader = cell.row < table.headerRows || (cell.column < table.headerColumns && !cell.run.isEmpty)
    }
}

private func isGroupTitle(row: Int, in table: TableDraft) -> Bool {
    let filled = table.cells.filter { $0.row == row && !$0.run.isEmpty }
    return filled.count == 1 && filled[0].column == 0 && filled[0].columnSpan < table.columns
}

/// Whether a cell holds a number that is no year, period or date: "1,234", "(3.2)", "£45", "12%"; not "2024/25".
func looksLikeNumber(_ run: LineRun, content: PageContent) -> Bool {
    guard run.words.count <= 3 else { return false }
    var digits = 0
    var zeros = 0
    var others = 0
    var separators = 0
    var slashes = 0
    for word in run.words where !word.isRaised {
        for index in word.glyphs {
            let glyph = content.glyphs[index]
            for offset in 0..<Int(glyph.count) {
                switch content.scalars[Int(glyph.scalars) + offset] {
                case 0x30...0x39:
                    digits += 1
                    if content.scalars[Int(glyph.scalars) + offset] == 0x30 { zeros += 1 }
                case 0x2E, 0x2C: separators += 1
                case 0x2F: slashes += 1
                case 0x28, 0x29, 0x2B, 0x2D, 0x2010...0x2015, 0x2212, 0xA3, 0x20AC, 0x24, 0x25, 0x6B, 0x6D, 0x4D, 0x70: break
                default: others += 1
                }
            }
        }
    }
    // "£000" is a unit.
    guard digits > 0, others == 0, slashes == 0, zeros < 3 || zeros < digits || separators > 0 else { return false }
    let isYear = digits == 4 && separators == 0 && run.words.count == 1 && startsLikeYear(run, content: content)
    let isSpan = (digits == 6 || digits == 8) && separators == 0 && startsLikeYear(run, content: content) && hasDash(run, content: content)
    return !isYear && !isSpan
}

private func scalars(of run: LineRun, content: PageContent) -> some Sequence<UInt32> {
    run.words.lazy.flatMap(\.glyphs).flatMap { index in
        let glyph = content.glyphs[index]
        return content.scalars[Int(glyph.scalars)..<(Int(glyph.scalars) + Int(glyph.count))]
    }
}

private func startsLikeYear(_ run: LineRun, content: PageContent) -> Bool {
    let first = Array(scalars(of: run, content: content).prefix(2))
    return first == [0x31, 0x39] || first == [0x32, 0x30]
}

private func hasDash(_ run: LineRun, content: PageContent) -> Bool {
    scalars(of: run, content: content).contains { $0 == 0x2D || (0x2010...0x2015).contains($0) }
}
