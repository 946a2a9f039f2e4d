/// A table as a grid, with a cell, its row and its headings marked.
struct TableGrid {
    let table: TableFacts
    /// The marked cell.
    var cell: (row: Int, column: Int)?
    /// Evidence of the figures in its cells.
    var figures: [FigureFacts] = []

    /// Rows shown above and below the marked one in a long table.
    private static let reach = 12
    /// Most rows of a table without a marked cell.
    private static let most = 400

    /// The grid.
    var markup: Markup {
        let links = Dictionary(
            figures.compactMap { figure in
                figure.table.flatMap { $0.id == table.id ? (Place(row: $0.row, column: $0.column), figure.id) : nil }
            }
        ) { first, _ in first }
        let rows = shownRows
        let cells = Dictionary(grouping: table.cells.filter { rows.contains($0.row) }, by: \.row)
        let lines = cells.keys.sorted().map { row in
            Markup.element(
                .tr, row == cell?.row ? [.cls("row")] : [],
                (cells[row] ?? []).sorted { $0.column < $1.column }.map { markup($0, link: links[Place(row: $0.row, column: $0.column)]) })
        }
        let left = table.rows - cells.count
        return .element(
            .div, [.cls("grid"), .set(.tabindex, "0"), .set(.role, "region"), .set(.ariaLabel, table.caption ?? "Table")],
            [
                .element(
                    .table, [],
                    [.element(.caption, [], [.text(table.caption ?? "Table without a caption")]), .element(.tbody, [], lines)]),
                left > 0 ? .element(.p, [.cls("quiet")], [.text(Words.count(left, "row") + " not shown")]) : .none, sums,
            ])
    }

    /// What the checks of the records say; nothing where no total could be proved, which says nothing against the table.
    private var sums: Markup {
        let count = table.sums.count
        guard count > 0 else { return .none }
        let words =
            "\(Words.count(count, "total")) \(count == 1 ? "adds" : "add") up within rounding, marked ✓. One without a mark was not proved: "
            + "nets and rows “of which” are common."
        return .element(.p, [.cls("quiet")], [.text(words)])
    }

    private struct Place: Hashable {
        var row: Int
        var column: Int
    }

    private var shownRows: Set<Int> {
        guard let cell, table.rows > 2 * TableGrid.reach + table.headerRows else { return Set(0..<max(0, min(table.rows, TableGrid.most))) }
        let near = max(0, cell.row - TableGrid.reach)..<max(0, min(table.rows, cell.row + TableGrid.reach + 1))
        return Set(0..<max(0, min(table.headerRows, table.rows))).union(near)
    }

    /// Whether a cell heads the marked one: above it in the heading rows, before it in its row, or as the last heading of rows above it.
    private func isHeading(_ shown: TableFacts.Cell, of cell: (row: Int, column: Int)) -> Bool {
        guard shown.header else { return false }
        if shown.row == cell.row { return true }
        guard shown.column <= cell.column, cell.column < shown.column + shown.columnSpan else { return false }
        return shown.row < table.headerRows || shown.row == lastGroup(above: cell)
    }

    /// The row of the heading that spans the columns above a cell and is nearest to it.
    private func lastGroup(above cell: (row: Int, column: Int)) -> Int? {
        table.cells.lazy.filter { other in
            other.header && other.columnSpan > 1 && other.row >= table.headerRows && other.row < cell.row && other.column <= cell.column
                && cell.column < other.column + other.columnSpan
        }.map(\.row).max()
    }

    private func markup(_ shown: TableFacts.Cell, link: String?) -> Markup {
        var classes: [String] = []
        if let cell {
            if shown.row == cell.row, shown.column == cell.column {
                classes.append("hit")
            } else if isHeading(shown, of: cell) {
                classes.append("heading")
            }
        }
        if shown.text.contains(where: \.isNumber), !shown.header { classes.append("number") }
        var attributes: [Attribute] = classes.isEmpty ? [] : [.cls(classes.joined(separator: " "))]
        if shown.columnSpan > 1 { attributes.append(.set(.colspan, String(min(shown.columnSpan, 1_000)))) }
        if shown.rowSpan > 1 { attributes.append(.set(.rowspan, String(min(shown.rowSpan, 1_000)))) }
        let isCorner = shown.text.isEmpty
        if shown.header, !isCorner { attributes.append(.set(.scope, shown.row < table.headerRows ? "col" : "row")) }
        let addsUp = table.sums.contains { $0.row == shown.row && $0.column == shown.column }
        let check = Markup.element(.span, [.cls("sum"), .set(.title, "the sum of the rows above, within rounding")], [" ✓"])
        let text = Markup.all([.text(shown.text), addsUp ? check : .none])
        return .element(
            shown.header && !isCorner ? .th : .td, attributes, [link.map { .element(.a, [.href(Address.figure($0))], [text]) } ?? text])
    }
}
