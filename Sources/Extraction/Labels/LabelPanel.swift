internal import PaperModel
internal import RuleEngine

/// A table, or one of two that stand side by side, with what names its rows and columns.
struct LabelPanel: Sendable {
    let rows: PanelRows
    let blocks: HeadingBlocks
    /// The roles of the columns, for each block that has rows.
    private let roles: [Int: ColumnRoles]
    /// The blocks whose first column numbers the rows.
    private let keyed: Set<Int>

    init(_ rows: PanelRows, _ vocabulary: LabelVocabulary) {
        self.rows = rows
        blocks = HeadingBlocks(rows)
        var members: [Int: [Int]] = [:]
        for row in rows.kinds.indices where rows.kinds[row] == .body { members[blocks.blocks[row], default: []].append(row) }
        let headings = blocks.headings
        var roles: [Int: ColumnRoles] = [:]
        var keyed: Set<Int> = []
        for (block, members) in members {
            let found = ColumnRoles(rows, rows: members, headings: headings[block], vocabulary)
            roles[block] = found
            if rows.columns.count > 1, !found.hasNames, found[rows.columns.lowerBound] == .values,
                LabelPanel.hasKeys(rows, rows: members, headings: headings[block])
            {
                keyed.insert(block)
            }
        }
        self.roles = roles
        self.keyed = keyed
    }

    var grid: LabelGrid { rows.grid }
    var columns: Range<Int> { rows.columns }

    func roles(ofRow row: Int) -> ColumnRoles? { roles[blocks.blocks[row]] }

    func label(_ cell: Int) -> Label { Label(cell: grid.cells[cell].cell, text: grid.cells[cell].text) }

    /// The cells that name a row, from left to right.
    func names(ofRow row: Int) -> [Int] {
        guard let roles = roles(ofRow: row) else { return [] }
        var result: [Int] = []
        for cell in rows.cells[row] where grid.shapes[cell] == .words {
            let text = rows.text(cell)
            // A text with several amounts says something of them; with one it may still name a row ("Orders above £500") if nothing else does.
            let amounts = text.signedAmounts
            if amounts > 1 || amounts > 0 && !result.isEmpty { continue }
            let covered = grid.columns(of: cell).clamped(to: columns)
            let isName = covered.contains { roles[$0] == .names }
            // Words in the first column name their row where its other cells are numbers, days or nothing.
            let isFirst =
                grid.cells[cell].cell.column == columns.lowerBound && [.values, .empty, .dates, .keys].contains(roles[columns.lowerBound])
            if isName || isFirst { result.append(cell) }
        }
        return result.isEmpty ? key(ofRow: row, roles).map { [$0] } ?? [] : result
    }

    /// The code, year, number or band that is all that names a row.
    private func key(ofRow row: Int, _ roles: ColumnRoles) -> Int? {
        let cells = rows.cells[row].map { (cell: $0, role: roles[grid.cells[$0].cell.column], shape: grid.shapes[$0]) }
        let inNames = cells.first {
            $0.role == .names && [.number, .year, .date, .amount].contains($0.shape) && rows.text($0.cell).signedAmounts == 0
        }
        // A reference on its left is the row's own: "R19" before the paragraph that the row is about.
        let reference = cells.first { $0.role == .references && $0.shape == .words }
        if let inNames {
            let isAfter = reference.map { grid.cells[$0.cell].cell.column < grid.cells[inNames.cell].cell.column } ?? false
            return isAfter ? reference?.cell : inNames.cell
        }
        let beside = cells.first { cell, role, shape in
            switch shape {
            case .words, .year: [.references, .dates, .keys, .people].contains(role)
            case .date: role == .dates || role == .keys
            case .number: role == .references || role == .keys
            default: false
            }
        }
        if let beside { return beside.cell }
        guard keyed.contains(blocks.blocks[row]), let first = cells.first, grid.cells[first.cell].cell.column == columns.lowerBound,
            first.shape == .number || first.shape == .year
        else { return nil }
        return first.cell
    }

    /// Whether the numbers of the first column are the keys of a block's rows: without sign, comma or decimals, and each another.
    private static func hasKeys(_ panel: PanelRows, rows: [Int], headings: [Int]) -> Bool {
        let column = panel.columns.lowerBound
        for heading in headings {
            guard let cell = panel.grid.cell(heading, column) else { continue }
            if panel.grid.shapes[cell] == .unit || TableLayout.hasSign(panel.text(cell)) { return false }
        }
        var seen: Set<String> = []
        for row in rows {
            guard let cell = panel.grid.cell(row, column), panel.grid.shapes[cell] != .empty else { continue }
            let text = panel.text(cell)
            if TableLayout.hasSign(text) || (0..<text.count).contains(where: { ",.%".utf8.contains(text[$0]) }) { return false }
            if panel.grid.cells[cell].cell.row == row, !seen.insert(text.words(0..<text.count)).inserted { return false }
        }
        return true
    }
}
