/// The rows and cells of a table element as written, and whether they are data or only lay the page out.
struct TableRows: Equatable {
    /// A cell: its element and the spans that it asks for.
    struct Cell: Equatable {
        var node: Int
        var rowSpan: Int
        var columnSpan: Int
        /// `th`, or a cell that says what it is the heading of.
        var isHeader: Bool
        /// Whether it says that it heads its row, not its column.
        var headsRow: Bool
    }

    /// A row.
    struct Row: Equatable {
        var cells: [Cell] = []
        /// Whether it stands in `thead`.
        var isHead = false
        /// Number of its row group: spans end with their group.
        var group = 0
    }

    /// Rows with at least one cell, as written.
    var rows: [Row] = []
    /// The caption element before the first row.
    var caption: Int?
    /// Whether a cell holds a heading or a form: a part of a page, not a datum.
    var holdsPageParts = false
    /// Whether the element says that it has rules to be drawn.
    var isRuled: Bool
    /// Whether it says that it is there for the look alone.
    var isPresentation: Bool
    /// Whether the first cell of a row holds the numbers of items one below the other, and the next their texts. Asked only where nothing else
    /// makes the table one.
    var holdsItems = false

    /// HTML, section 4.9.12.1: most columns and rows that a cell may span.
    private static let mostColumns = 1_000
    private static let mostRows = 65_534

    /// Takes rows that no table element holds.
    init(rows: [Row]) {
        self.rows = rows
        isRuled = false
        isPresentation = false
    }

    /// Reads the table at `node`; tables inside it are not entered.
    init(of node: Int, in tree: MarkupTree) {
        let role = tree.attribute("role", of: node)?.lowercased()
        isPresentation = role == "presentation" || role == "none"
        isRuled = tree.attribute("border", of: node).map { $0 != "0" } ?? false
        var group = 0
        var isHead = false
        var groupEnd = tree.nodes[node].end
        var wantsRow = true
        var index = node + 1
        // Cells outside rows, stray closing tags and rows outside groups are normal: a cell goes into the row that was opened last.
        while index < tree.nodes[node].end {
            defer { index += 1 }
            if index >= groupEnd {
                group += 1
                isHead = false
                groupEnd = tree.nodes[node].end
            }
            switch tree.name(of: index) {
            case "thead", "tbody", "tfoot":
                group += 1
                isHead = tree.name(of: index) == "thead"
                groupEnd = tree.nodes[index].end
                wantsRow = true
            case "tr": wantsRow = true
            case "td", "th":
                if wantsRow { rows.append(Row(isHead: isHead, group: group)) }
                wantsRow = false
                rows[rows.count - 1].cells.append(TableRows.cell(index, in: tree))
                holdsPageParts = holdsPageParts || TableRows.holdsPageParts(index, in: tree)
                index = tree.nodes[index].end - 1
            case "caption":
                if caption == nil, rows.isEmpty { caption = index }
                index = tree.nodes[index].end - 1
            case "table": index = tree.nodes[index].end - 1
            default: break
            }
        }
        holdsPageParts = holdsPageParts || TableRows.holdsPage(rows, in: tree)
        holdsItems = (rows.count == 1 || holdsPageParts) && rows.contains { NumberColumn.isRow($0, in: tree) }
    }

    /// Whether anything in the markup says which cells are headings.
    var hasHeadings: Bool { caption != nil || rows.contains { $0.isHead || $0.cells.contains(where: \.isHeader) } }

    /// Whether these are data: at least two rows and columns that are not a page's own structure, or a row of items.
    var isData: Bool {
        guard !isPresentation, rows.count > 1 || holdsItems, rows.contains(where: { $0.cells.count > 1 }) else { return false }
        return hasHeadings || isRuled || holdsItems || !holdsPageParts
    }

    private static func cell(_ node: Int, in tree: MarkupTree) -> Cell {
        let scope = tree.attribute("scope", of: node)?.lowercased()
        let role = tree.attribute("role", of: node)?.lowercased()
        return Cell(
            node: node,
            rowSpan: span(tree.attribute("rowspan", of: node), most: mostRows),
            columnSpan: max(1, span(tree.attribute("colspan", of: node), most: mostColumns)),
            isHeader: tree.name(of: node) == "th" || scope != nil || role == "columnheader" || role == "rowheader",
            headsRow: scope == "row" || scope == "rowgroup" || role == "rowheader")
    }

    /// A written span; 0, which means to the end of the group, only for rows.
    private static func span(_ text: String?, most: Int) -> Int {
        guard let digits = text?.trimming(where: \.isWhitespace).prefix(while: \.isNumber), !digits.isEmpty else { return 1 }
        return min(Int(digits) ?? most, most)
    }

    /// Whether one cell of a short table holds most of its words in several paragraphs, beside links: a page beside its menu.
    private static func holdsPage(_ rows: [Row], in tree: MarkupTree) -> Bool {
        guard rows.count <= mostPageRows else { return false }
        let cells = rows.flatMap(\.cells).map { contents(of: $0.node, in: tree) }
        guard let page = cells.max(by: { $0.bytes < $1.bytes }), page.paragraphs >= fewestParagraphs else { return false }
        let links = cells.reduce(0) { $0 + $1.links } - page.links
        return links >= fewestLinks && page.bytes * 4 >= cells.reduce(0) { $0 + $1.bytes } * 3
    }

    /// Rows of a table that holds a page: its head, the menu beside the text, its foot.
    private static let mostPageRows = 4
    /// Paragraphs of a text: a cell of data may have a few.
    private static let fewestParagraphs = 4
    /// Links of a menu.
    private static let fewestLinks = 2

    private static func contents(of cell: Int, in tree: MarkupTree) -> (bytes: Int, paragraphs: Int, links: Int) {
        var contents = (bytes: 0, paragraphs: 0, links: 0)
        for index in cell..<tree.nodes[cell].end {
            contents.bytes += tree.utf8(of: index)?.count ?? 0
            switch tree.name(of: index) {
            case "p", "blockquote", "ul", "ol": contents.paragraphs += 1
            case "a": contents.links += 1
            default: continue
            }
        }
        return contents
    }

    private static func holdsPageParts(_ cell: Int, in tree: MarkupTree) -> Bool {
        var index = cell + 1
        while index < tree.nodes[cell].end {
            let name = tree.name(of: index) ?? ""
            if name == "table" {
                index = tree.nodes[index].end
                continue
            }
            if name == "form" || ElementTraits.headingLevel(name).map({ $0 <= 4 }) ?? false { return true }
            index += 1
        }
        return false
    }
}

extension MarkupTree {
    /// The tables that hold data, by their element. A table that holds one of these, or an element that a layout names, only lays the page out:
    /// so no cell ever stands in two tables.
    func dataTables(leftOut: [Bool], named: some Sequence<Int>) -> [Int: TableRows] {
        var holdsOther: Set<Int> = []
        for node in named {
            if name(of: node) == "table" { holdsOther.insert(node) }
            for ancestor in ancestors(of: node) where name(of: ancestor) == "table" { holdsOther.insert(ancestor) }
        }
        var tables: [Int: TableRows] = [:]
        for node in nodes.indices.reversed() where name(of: node) == "table" && !leftOut[node] && !holdsOther.contains(node) {
            let rows = TableRows(of: node, in: self)
            guard rows.isData else { continue }
            tables[node] = rows
            for ancestor in ancestors(of: node) where name(of: ancestor) == "table" { holdsOther.insert(ancestor) }
        }
        return tables
    }
}
