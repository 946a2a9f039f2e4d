internal import PaperModel

extension PageComposer {
    /// A data table while its cells are read.
    struct OpenTable {
        var node: Int
        var rows: TableRows
        /// What holds for the block of the whole table.
        var block: Block
        /// Range of the caption's words.
        var caption: TextRange?
        /// Number of the row and place in it of each cell's element.
        var positions: [Int: (row: Int, column: Int)]
        /// Cells read so far, row by row.
        var cells: [[FilledCell]]
        /// Whether the first cell has come: until then, captions and stray words are blocks of their own.
        var hasBegun = false

        func isCell(_ element: Int) -> Bool { positions[element] != nil }
    }

    /// Begins a data table.
    mutating func begin(_ rows: TableRows, in frame: Frame) {
        labels = []
        var positions: [Int: (row: Int, column: Int)] = [:]
        for (row, line) in rows.rows.enumerated() {
            for (column, cell) in line.cells.enumerated() { positions[cell.node] = (row, column) }
        }
        var block = Block(kind: .paragraph, range: TextRange(flow.count, flow.count))
        block.role = frame.role
        block.item = frame.item
        block.depth = max(0, frame.listDepth)
        let cells: [[FilledCell]] = Array(repeating: [], count: rows.rows.count)
        openTable = OpenTable(node: frame.node, rows: rows, block: block, positions: positions, cells: cells)
    }

    /// Parts a cell from the one before it: TAB in a row, LF between rows.
    mutating func beginTablePart(_ node: Int) {
        guard let position = openTable?.positions[node] else { return }
        if position.column > 0 {
            flow.tab()
        } else {
            endBlock()
            flow.dropGap()
            flow.ask(.line)
        }
        openTable?.hasBegun = true
    }

    /// Notes the words of a cell; nil where it has none.
    mutating func endCell(_ node: Int, words: TextRange?) {
        guard let position = openTable?.positions[node], let cell = openTable?.rows.rows[position.row].cells[position.column] else {
            return
        }
        let range = words ?? TextRange(flow.count, flow.count)
        let isBold = words != nil && page.bold.last { $0.start <= range.start }?.contains(range) ?? false
        openTable?.cells[position.row].append(FilledCell(cell: cell, range: range, isBold: isBold))
        // A line asked for at the end of the cell is void. Stray words before the next cell must not join these.
        if words != nil { flow.dropGap() }
        flow.ask(.space)
    }

    /// Ends the table: one block for the whole. Where it turns out to be no table, and for a recorded vote, whose rows are statements of their own,
    /// one block for each row.
    mutating func endTable() {
        guard let open = openTable else { return }
        openTable = nil
        flow.dropGap()
        endBlock()
        let filled = open.cells.map { row in row.filter { !$0.range.isEmpty } }
        guard let first = filled.joined().first, open.hasBegun else { return }
        // Stray words after the last cell belong to the table rather than to nothing.
        let range = TextRange(first.range.start, flow.count)
        let grid = TableGrid(open.cells, rows: open.rows.rows)
        if open.block.role != .vote, let table = grid.table(range: range, caption: open.caption, fewestRows: open.rows.holdsItems ? 1 : 2) {
            addBlock(.table(tables.count), range, like: open.block)
            tables.append(table)
            return
        }
        if grid.isTooWide || grid.columns > 1 && grid.rows > TableGrid.mostPlaces / grid.columns {
            notices.append(
                Notice(.pageTooDense, "a table with too many columns or cells was read as \(filled.count) lines of text", page: 1))
        }
        for row in filled {
            guard let first = row.first, let last = row.last else { continue }
            addBlock(.paragraph, TextRange(first.range.start, last.range.end), like: open.block)
        }
    }

    private mutating func addBlock(_ kind: Block.Kind, _ range: TextRange, like model: Block) {
        var block = model
        block.kind = kind
        block.range = range
        page.blocks.append(block)
    }
}
