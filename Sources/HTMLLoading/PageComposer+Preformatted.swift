internal import PaperModel

extension PageComposer {
    /// Preformatted text that holds tables, while it is written.
    struct OpenPreformatted {
        var node: Int
        var table: PreformattedTable
        /// Line and place in it of the next character.
        var line = 0
        var offset = 0
        /// Whether the line's row has begun, and its cell at work.
        var hasRow = false
        var cell = 0
        /// Where the words of the cell begin; nil until the first is written.
        var start: Int?

        /// What the line at work is.
        var current: PreformattedTable.Line { table.lines.indices.contains(line) ? table.lines[line] : .text }
    }

    /// Looks for tables in a preformatted element whose lines are its own.
    mutating func beginPreformatted(_ node: Int) {
        guard openTable == nil, openPreformatted == nil else { return }
        var text: [Unicode.Scalar] = []
        var index = node + 1
        while index < tree.nodes[node].end {
            if reading.leftOut[index] {
                index = tree.nodes[index].end
                continue
            }
            if let name = tree.name(of: index), name == "br" || ElementTraits.blocks.contains(name) { return }
            if let utf8 = tree.utf8(of: index) { text.append(contentsOf: String(decoding: utf8, as: UTF8.self).unicodeScalars) }
            index += 1
        }
        let table = PreformattedTable(text)
        if table.hasRows { openPreformatted = OpenPreformatted(node: node, table: table) }
    }

    /// Writes a scalar of preformatted text that holds tables.
    mutating func writePreformatted(_ scalar: Unicode.Scalar, style: TextStyle, isStruck: Bool) {
        guard let open = openPreformatted else { return }
        if scalar == "\n" {
            endPreformattedLine()
            return
        }
        openPreformatted?.offset += 1
        switch open.current {
        case .rule: return
        case .text:
            if openTable != nil { endTable() }
        case .row(let cells, _):
            if !open.hasRow { beginPreformattedRow() }
            guard let cell = cells.firstIndex(where: { $0.range.contains(open.offset) }) else { return }
            while let next = openPreformatted?.cell, next < cell { endPreformattedCell(cells[next]) }
            if openPreformatted?.start == nil {
                flow.settle()
                openPreformatted?.start = flow.count
            }
        }
        switch ScalarShown(scalar) {
        case .nothing: break
        case .space, .lineFeed: flow.ask(.space)
        case .character(let shown): write(shown, style: style, isStruck: isStruck)
        }
    }

    /// Ends the text: its last line and its table.
    mutating func endPreformatted() {
        endPreformattedLine()
        openPreformatted = nil
        if openTable != nil { endTable() }
    }

    private mutating func beginPreformattedRow() {
        if openTable == nil {
            endBlock()
            begin(TableRows(rows: []), in: current)
            openTable?.hasBegun = true
        }
        flow.dropGap()
        flow.ask(.line)
        openTable?.rows.rows.append(TableRows.Row())
        openTable?.cells.append([])
        openPreformatted?.hasRow = true
    }

    private mutating func endPreformattedLine() {
        guard let open = openPreformatted else { return }
        if open.hasRow, case .row(let cells, _) = open.current {
            while let next = openPreformatted?.cell, next < cells.count { endPreformattedCell(cells[next]) }
            flow.dropGap()
        }
        openPreformatted?.line += 1
        openPreformatted?.offset = 0
        openPreformatted?.hasRow = false
        openPreformatted?.cell = 0
        flow.ask(.line)
    }

    private mutating func endPreformattedCell(_ cell: PreformattedTable.Cell) {
        guard let open = openPreformatted, let row = openTable?.cells.indices.last, case .row(_, let isHead) = open.current else { return }
        let written = TableRows.Cell(
            node: open.node, rowSpan: 1, columnSpan: cell.columns.count, isHeader: isHead, headsRow: false)
        let range = TextRange(open.start ?? flow.count, flow.count)
        openTable?.cells[row].append(FilledCell(cell: written, range: range))
        openTable?.rows.rows[row].cells.append(written)
        openPreformatted?.cell += 1
        openPreformatted?.start = nil
        flow.tab()
    }
}
