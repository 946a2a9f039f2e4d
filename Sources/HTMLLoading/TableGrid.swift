internal import PaperModel

/// A cell of a table as written with the range of its words.
struct FilledCell: Equatable {
    var cell: TableRows.Cell
    var range: TextRange
    /// Whether all its words are bold.
    var isBold = false
}

/// Cells put on a grid: spans resolved, overlaps cut, rows and columns that hold no words of their own dropped.
struct TableGrid: Equatable {
    /// A cell with its place.
    struct Placed: Equatable {
        var content: FilledCell
        var row: Int
        var column: Int
        var endRow: Int
        var endColumn: Int
        var isHead: Bool
    }

    /// Cells row by row; those without words are among them only until the grid is complete.
    private(set) var placed: [Placed] = []
    private(set) var rows = 0
    private(set) var columns = 0
    /// Whether cells stood past the last column that a table may have.
    private(set) var isTooWide = false

    /// Most places of a grid: 10,000 rows of 25 columns. A page with more is built to exhaust memory.
    static let mostPlaces = 250_000
    /// Most columns before those without words are dropped; the widest sheets of councils have about 100.
    private static let mostColumns = 1_000

    /// Puts cells where HTML, section 4.9.12.1 puts them: each in the first free column of its row. Where two would overlap, the later is cut.
    init(_ cells: [[FilledCell]], rows written: [TableRows.Row]) {
        var busyUntil: [Int] = []
        var groupEnd = 0
        for (row, line) in cells.enumerated() where row < written.count {
            // Rows of a group stand together: its end is looked for once.
            if row >= groupEnd { groupEnd = written[row...].firstIndex { $0.group != written[row].group } ?? written.count }
            var column = 0
            for content in line {
                while column < busyUntil.count, busyUntil[column] > row { column += 1 }
                guard column < TableGrid.mostColumns else {
                    isTooWide = true
                    break
                }
                let span = content.cell.rowSpan
                let endRow = span == 0 ? groupEnd : min(row + span, groupEnd)
                var endColumn = column
                let wanted = min(column + content.cell.columnSpan, TableGrid.mostColumns)
                while endColumn < wanted, endColumn >= busyUntil.count || busyUntil[endColumn] <= row {
                    if endColumn == busyUntil.count { busyUntil.append(0) }
                    busyUntil[endColumn] = endRow
                    endColumn += 1
                }
                placed.append(
                    Placed(content: content, row: row, column: column, endRow: endRow, endColumn: endColumn, isHead: written[row].isHead))
                column = endColumn
            }
        }
        dropWordless()
    }

    /// Keeps the rows and columns that a cell with words begins in: the others are spacing, or the inside of spans that nothing divides.
    private mutating func dropWordless() {
        let worded = placed.filter { !$0.content.range.isEmpty }
        let keptRows = Set(worded.map(\.row)).sorted()
        let keptColumns = Set(worded.map(\.column)).sorted()
        rows = keptRows.count
        columns = keptColumns.count
        placed = worded.map { cell in
            var cell = cell
            cell.endRow = keptRows.rank(of: cell.endRow)
            cell.row = keptRows.rank(of: cell.row)
            cell.endColumn = keptColumns.rank(of: cell.endColumn)
            cell.column = keptColumns.rank(of: cell.column)
            return cell
        }
    }
}

extension TableGrid {
    /// The table of the grid, on page 1; nil where it has less than two columns and `fewestRows`, or more places than a page may have.
    func table(range: TextRange, caption: TextRange?, fewestRows: Int = 2) -> Table? {
        guard rows >= fewestRows, columns > 1, !isTooWide, rows <= TableGrid.mostPlaces / columns else { return nil }
        var table = Table(method: .markup, rows: rows, columns: columns)
        table.caption = caption.map { Span(page: 1, range: $0) }
        table.parts = [Table.Part(page: 1, box: nil, range: range)]
        table.headerRows = headerRows
        table.headerColumns = headerColumns(below: table.headerRows)
        var cells: [Table.Cell] = []
        var isTaken = Array(repeating: false, count: rows * columns)
        var position = range.start
        for cell in placed {
            fill(upTo: cell.row * columns + cell.column, into: &cells, taken: &isTaken, at: position)
            var entry = Table.Cell(row: cell.row, column: cell.column, page: 1, range: cell.content.range)
            entry.rowSpan = cell.endRow - cell.row
            entry.columnSpan = cell.endColumn - cell.column
            entry.isHeader = cell.content.cell.isHeader
            for row in cell.row..<cell.endRow {
                for column in cell.column..<cell.endColumn { isTaken[row * columns + column] = true }
            }
            cells.append(entry)
            position = cell.content.range.end
        }
        fill(upTo: rows * columns, into: &cells, taken: &isTaken, at: position)
        for index in cells.indices where cells[index].row < table.headerRows || cells[index].column < table.headerColumns {
            cells[index].isHeader = true
        }
        table.cells = cells
        return table
    }

    /// Adds an empty cell in every free place before `place`, with an empty range where the words have come to.
    private func fill(upTo place: Int, into cells: inout [Table.Cell], taken: inout [Bool], at position: Int) {
        var next = cells.last.map { $0.row * columns + $0.column + 1 } ?? 0
        while next < place {
            if !taken[next] {
                cells.append(Table.Cell(row: next / columns, column: next % columns, page: 1, range: TextRange(position, position)))
                taken[next] = true
            }
            next += 1
        }
    }

    /// Rows at the top that are headings: in `thead`, or of column heading cells alone; else a first row all in bold above rows that are not, since
    /// editors of web pages make headings so.
    private var headerRows: Int {
        var lines: [[Placed]] = Array(repeating: [], count: rows)
        for cell in placed { lines[cell.row].append(cell) }
        // A head that was never closed holds all rows and says nothing.
        let headIsPart = placed.contains { !$0.isHead }
        let marked = lines.prefix { line in
            headIsPart && line.allSatisfy(\.isHead)
                || (line.allSatisfy { $0.content.cell.isHeader } && !line.contains { $0.content.cell.headsRow })
        }
        if !marked.isEmpty { return min(marked.count, rows - 1) }
        let isBold = lines.map { $0.allSatisfy(\.content.isBold) }
        return isBold.first == true && isBold.dropFirst().contains(false) && (lines.first?.count ?? 0) > 1 ? 1 : 0
    }

    /// Columns at the left that are headings: below the heading rows all of heading cells.
    private func headerColumns(below first: Int) -> Int {
        var hasCells = Array(repeating: false, count: columns)
        var isMarked = Array(repeating: true, count: columns)
        for cell in placed where cell.row >= first {
            hasCells[cell.column] = true
            isMarked[cell.column] = isMarked[cell.column] && cell.content.cell.isHeader
        }
        let count = (0..<columns).prefix { hasCells[$0] && isMarked[$0] }.count
        return min(count, columns - 1)
    }
}

extension [Int] {
    /// How many of the sorted numbers are below `number`.
    fileprivate func rank(of number: Int) -> Int { partitioningIndex { $0 >= number } }
}
