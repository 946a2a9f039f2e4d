import PaperModel

/// Lines of cells side by side are level within this, points.
private let sharedLine: Float = 2

/// Fewer figures one above the other in a row may be a figure and its share.
private let stackedFigures = 5

/// A tagged table may misplace this part of its cells before the geometry wins.
private let mostDisagreement = 0.1

/// The grids that a document's `Table` elements state, laid out once for the whole document.
struct TaggedTables {
    /// A cell's place in its table's grid.
    struct Place {
        var row: Int
        var column: Int
        var rowSpan: Int
        var columnSpan: Int
    }

    /// What a table element turns out to be on a page.
    enum Draft {
        case table(TableDraft)
        /// One column or one row of text: a frame around it, not a table.
        case layout
        /// Its rows are of unequal width or its cells hold several figures side by side: it may be read better from the page.
        case doubtful(TableDraft, TagDoubt)
        /// Its cells don't line up as it states.
        case disagrees
    }

    /// Place of each cell element.
    private let places: [Int32: Place]
    /// For each table element the outermost table around it.
    private let outermostTable: [Int32: Int32]
    /// Columns of each outermost table.
    private let widths: [Int32: Int]

    /// Most columns of a table; wider ones are damaged files.
    private static let mostColumns = 300

    /// Lays out the rows and cells of every table with their spans, as HTML does (HTML Living Standard, 4.9.12 forming a table).
    init(_ tree: StructureTree) {
        var places: [Int32: Place] = [:]
        var outermost: [Int32: Int32] = [:]
        var widths: [Int32: Int] = [:]
        // Row elements of each table in order, cells of each row in order: parents come before children.
        struct Grid {
            var row = -1
            var rowElement: Int32 = -1
            var column = 0
            /// First row that is free again, for each column.
            var freeFrom: [Int] = []
        }
        var grids: [Int32: Grid] = [:]
        for (index, element) in tree.elements.enumerated() {
            let own = Int32(index)
            let home = tree.homes[index]
            if element.kind == .table {
                let around = element.parent >= 0 ? tree.homes[element.parent].table : -1
                outermost[own] = around >= 0 ? outermost[around] ?? around : own
                grids[own] = Grid()
            } else if element.isCell, home.table >= 0, var grid = grids[home.table] {
                let row = TaggedTables.row(of: element.parent, tree: tree)
                if row != grid.rowElement {
                    grid.rowElement = row
                    grid.row += 1
                    grid.column = 0
                }
                while grid.column < grid.freeFrom.count, grid.freeFrom[grid.column] > grid.row { grid.column += 1 }
                let span = min(element.columnSpan, TaggedTables.mostColumns - grid.column)
                if span > 0 {
                    places[own] = Place(row: grid.row, column: grid.column, rowSpan: element.rowSpan, columnSpan: span)
                    while grid.freeFrom.count < grid.column + span { grid.freeFrom.append(0) }
                    for column in grid.column..<(grid.column + span) { grid.freeFrom[column] = grid.row + element.rowSpan }
                    grid.column += span
                    widths[home.table] = max(widths[home.table] ?? 0, grid.column)
                }
                grids[home.table] = grid
            }
        }
        self.places = places
        // A table inside a cell that has rows and columns of its own is a table of its own.
        for (table, around) in outermost where table != around && (widths[table] ?? 0) > 1 && (grids[table]?.row ?? 0) > 0 {
            outermost[table] = table
        }
        outermostTable = outermost
        self.widths = widths
    }

    private static func row(of parent: Int, tree: StructureTree) -> Int32 {
        var index = parent
        while index >= 0, tree.elements[index].kind != .row, tree.elements[index].kind != .table { index = tree.elements[index].parent }
        return Int32(index)
    }

    func outermost(of table: Int32) -> Int32 {
        table < 0 ? -1 : outermostTable[table] ?? -1
    }

    /// A table's part on a page, judged by where its cells stand. `words` are those inside the table element.
    func draft(of table: Int32, words: [Word], page: Int, tree: StructureTree) -> Draft {
        var byCell: [Int32: [Word]] = [:]
        for word in words {
            let cell = outermostCell(word.element, of: table, tree: tree)
            guard cell >= 0 else { return .disagrees }
            byCell[cell, default: []].append(word)
        }
        guard let width = widths[table], width > 1 else { return .layout }
        let filled = byCell.keys.compactMap { places[$0] }
        guard let first = filled.map(\.row).min(), let last = filled.map({ $0.row }).max() else { return .layout }

        // Empty cells of the rows on this page are part of the table too.
        var cells: [CellDraft] = []
        var end = Int(table) + 1
        while end < tree.elements.count, tree.elements[end].parent >= Int(table) { end += 1 }
        for index in (Int(table) + 1)..<max(end, Int(table) + 1) where tree.elements[index].isCell {
            guard tree.homes[index].table == table, let place = places[Int32(index)], place.row >= first, place.row <= last else {
                continue
            }
            let run = cellLines(byCell[Int32(index)] ?? [], tree: tree)
            var cell = CellDraft(row: place.row - first, column: place.column, run: run)
            cell.rowSpan = min(place.rowSpan, last - place.row + 1)
            cell.columnSpan = place.columnSpan
            cell.isHeader =
                tree.elements[index].kind == .headerCell && (tree.elements[index].isColumnHeading || !tree.elements[index].isRowHeading)
            cells.append(cell)
        }
        let columns = cells.map { $0.column + $0.columnSpan }.max() ?? 0
        guard columns > 1, cells.filter({ !$0.run.isEmpty }).count > 1 else { return .layout }
        var area = Area()
        for word in words { area.add(word.area) }
        var draft = TableDraft(method: .tagged, cells: cells, rows: last - first + 1, columns: columns, element: table, area: area)
        draft.isContinued = first > 0
        guard disagreement(draft) <= mostDisagreement else { return .disagrees }
        markHeaders(&draft)
        if isRagged(draft) { return .doubtful(draft, .isRagged) }
        if isCrowded(draft) { return .doubtful(draft, .isCrowded) }
        return isStacked(draft) ? .doubtful(draft, .isStacked) : .table(draft)
    }

    /// The cell of the outermost table that holds an element: text of a table inside a cell is text of the cell.
    private func outermostCell(_ element: Int32, of table: Int32, tree: StructureTree) -> Int32 {
        var home = tree.homes[Int(element)]
        while home.table != table, home.table >= 0 {
            let parent = tree.elements[Int(home.table)].parent
            guard parent >= 0 else { return -1 }
            home = tree.homes[parent]
        }
        return home.cell
    }

    private func cellLines(_ words: [Word], tree: StructureTree) -> LineRun {
        guard !words.isEmpty else { return LineRun() }
        // Paragraph by paragraph, so that their lines never mix.
        var run = LineRun()
        var start = 0
        for index in 1...words.count {
            let ends = index == words.count || tree.homes[Int(words[index].element)].block != tree.homes[Int(words[start].element)].block
            if ends {
                run.append(lines(of: Array(words[start..<index])))
                start = index
            }
        }
        return run
    }

    /// Whether rows differ in width.
    private func isRagged(_ draft: TableDraft) -> Bool {
        var ends = [Int](repeating: 0, count: draft.rows)
        var covered = 0
        for cell in draft.cells {
            covered += min(draft.rows - cell.row, cell.rowSpan)
            // More places than the grid has: cells on top of each other.
            guard covered <= draft.rows * draft.columns else { return true }
            for row in cell.row..<min(draft.rows, cell.row + cell.rowSpan) { ends[row] = max(ends[row], cell.column + cell.columnSpan) }
        }
        return ends.contains { $0 != draft.columns }
    }

    /// Whether cells hold several figures side by side.
    private func isCrowded(_ draft: TableDraft) -> Bool {
        var crowded = 0
        for cell in draft.cells {
            for (before, word) in zip(cell.run.words, cell.run.words.dropFirst()) {
                let gap = word.area.left - before.area.right
                guard abs(word.baseline - before.baseline) < Points.same, gap > Ems.chunkGap * word.size,
                    word.shape == .number,
                    before.shape == .number
                else { continue }
                crowded += 1
            }
        }
        return crowded > 1
    }

    /// Whether cells side by side hold figures one above the other, on lines that they share, beside a label of as many lines: rows that
    /// the tags make one.
    private func isStacked(_ draft: TableDraft) -> Bool {
        var rows: [Int: (figures: [Float], label: LineRun)] = [:]
        for cell in draft.cells where cell.run.lines.count > 1 {
            var row = rows[cell.row] ?? ([], LineRun())
            let figures = cell.run.lines.filter { line in
                cell.run.words[line].allSatisfy { $0.shape.isValue }
                    && cell.run.words[line].contains { $0.shape == .number }
            }
            if figures.isEmpty, cell.run.lines.count > row.label.lines.count { row.label = cell.run }
            row.figures.append(contentsOf: figures.map { cell.run.baseline(ofLine: $0) })
            rows[cell.row] = row
        }
        return rows.values.contains { row in
            let sorted = row.figures.sorted()
            let shared = zip(sorted, sorted.dropFirst()).count { $1 - $0 < sharedLine }
            if row.label.lines.count > 2, sorted.count > stackedFigures, shared > 2 { return true }
            // Two lines may as well be a figure and its share below it, unless several columns have them and the label begins anew.
            return row.label.lines.count == 2 && sorted.count > stackedFigures && sorted.count - shared == 2
                && row.label.lines.allSatisfy { row.label.words[$0.lowerBound].traits.beginsInCapital }
        }
    }

    /// The part of neighbouring filled cells that stand where the grid says they don't: a cell left of the one before it in its row, or
    /// a row that begins above the row before it.
    private func disagreement(_ draft: TableDraft) -> Double {
        var pairs = 0
        var wrong = 0
        var lastInRow: CellDraft?
        var rowTops = [Float](repeating: .infinity, count: draft.rows)
        for cell in draft.cells where !cell.run.isEmpty {
            let area = cell.run.area
            if cell.rowSpan == 1, rowTops.indices.contains(cell.row) { rowTops[cell.row] = min(rowTops[cell.row], area.top) }
            if let before = lastInRow, before.row == cell.row {
                pairs += 1
                let beforeArea = before.run.area
                if area.midX < beforeArea.left || (area.left < beforeArea.left && area.right < beforeArea.right) { wrong += 1 }
                // Side by side: cells of one row share some height, unless one is set to the top and the other to the foot.
            }
            lastInRow = cell
        }
        let tops = rowTops.filter { $0 < .infinity }
        for (before, after) in zip(tops, tops.dropFirst()) {
            pairs += 1
            if after < before - sharedLine { wrong += 1 }
        }
        return pairs == 0 ? 0 : Double(wrong) / Double(pairs)
    }
}
