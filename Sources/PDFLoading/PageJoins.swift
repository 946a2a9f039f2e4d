import PaperModel

/// A table, or its part on one page, with its cells in place.
struct PageTable {
    var draft: TableDraft
    var cells: [Table.Cell]
    var part: Table.Part
}

/// Puts pages together into a paper: tables and tagged paragraphs that run over pages become one.
struct PageJoins {
    /// The table that ended the page before, if nothing but furniture came after it.
    private var open: OpenTable?

    /// The structure element of the last block of the page before, and what that block was.
    private var last: (element: Int32, kind: Block.Kind)?

    private let settings: LayoutSettings

    init(settings: LayoutSettings) { self.settings = settings }

    private struct OpenTable {
        var index: Int
        var draft: TableDraft
    }

    /// Adds a page and its tables to the paper.
    mutating func add(_ read: ReadPage, to paper: inout Paper) {
        var page = read.page
        let tables = read.tables
        let bodyBlocks = page.blocks.indices.filter { !mayBeFurniture(page.blocks[$0], on: page) }
        if let first = bodyBlocks.first, let last, last.element >= 0, read.elements[first] == last.element, !last.kind.isTable {
            page.blocks[first].continuesPrevious = true
            page.blocks[first].kind = last.kind
        }
        if let end = bodyBlocks.last { last = (read.elements[end], page.blocks[end].kind) }
        for blockIndex in page.blocks.indices {
            guard case .table(let local) = page.blocks[blockIndex].kind, tables.indices.contains(local) else { continue }
            let table = tables[local]
            let isFirst = bodyBlocks.first == blockIndex
            if let open, sharesElement(open.draft, table.draft) || (isFirst && goesOn(open, table, on: page, in: paper)) {
                page.blocks[blockIndex].kind = .table(open.index)
                page.blocks[blockIndex].continuesPrevious = true
                paper.join(table, to: open.index, adding: page)
            } else {
                page.blocks[blockIndex].kind = .table(paper.tables.count)
                paper.tables.append(Table(table))
            }
            open = nil
            if bodyBlocks.last == blockIndex, case .table(let index) = page.blocks[blockIndex].kind {
                open = OpenTable(index: index, draft: table.draft)
            }
        }
        if tables.isEmpty, !bodyBlocks.isEmpty { open = nil }
        paper.pages.append(page)
    }

    /// Running heads and feet of untagged papers are known only when all pages are: until then, what stands in the margins may be some.
    private func mayBeFurniture(_ block: Block, on page: Page) -> Bool {
        switch block.kind {
        case .furniture: return true
        case .table: return false
        default:
            guard let box = block.box, let height = page.height else { return false }
            return box.bottom < marginPart * height || box.y > (1 - marginPart) * height
        }
    }

    private func sharesElement(_ before: TableDraft, _ after: TableDraft) -> Bool {
        guard after.element >= 0, before.element == after.element else { return false }
        return before.columns == after.columns || (before.edges.isEmpty && after.edges.isEmpty)
    }

    /// Whether a table at the top of a page goes on the one that ended the page before: it stands between the same margins in as many
    /// columns and has no headings of its own, or the same ones again.
    private func goesOn(_ open: OpenTable, _ table: PageTable, on page: Page, in paper: Paper) -> Bool {
        if paper.repeatsHeading(of: open.index, table, on: page) { return true }
        guard open.draft.columns == table.draft.columns else { return false }
        // The same grid: every edge within the width of a thick border.
        let edges = (open.draft.edges, table.draft.edges)
        if !edges.0.isEmpty, edges.0.count == edges.1.count, zip(edges.0, edges.1).allSatisfy({ abs($0 - $1) <= 4 }) { return true }
        let (before, after) = (open.draft.area, table.draft.area)
        return table.draft.headerRows == 0 && abs(before.left - after.left) <= 6 && abs(before.right - after.right) <= 6
    }
}

extension Block.Kind {
    fileprivate var isTable: Bool {
        if case .table = self { true } else { false }
    }
}

extension Table {
    fileprivate init(_ table: PageTable) {
        self.init(method: table.draft.method, rows: table.draft.rows, columns: table.draft.columns)
        parts = [table.part]
        headerRows = table.draft.headerRows
        headerColumns = table.draft.headerColumns
        cells = table.cells
    }
}

extension Paper {
    /// Adds the rows of a table's next page, without the heading rows that it repeats.
    fileprivate mutating func join(_ table: PageTable, to index: Int, adding page: Page) {
        let repeated = repeatedHeaderRows(of: table, in: tables[index], on: page)
        let offset = tables[index].rows - repeated
        for var cell in table.cells where cell.row >= repeated {
            cell.row += offset
            cell.isHeader = cell.column < tables[index].headerColumns && !cell.range.isEmpty
            tables[index].cells.append(cell)
        }
        tables[index].rows += table.draft.rows - repeated
        tables[index].columns = max(tables[index].columns, table.draft.columns)
        tables[index].parts.append(table.part)
    }

    /// Whether a table's first rows print all heading rows of an earlier one again.
    fileprivate func repeatsHeading(of index: Int, _ table: PageTable, on page: Page) -> Bool {
        let first = tables[index]
        return first.headerRows > 0 && first.columns == table.draft.columns && table.draft.rows > first.headerRows
            && repeatedHeaderRows(of: table, in: first, on: page) == first.headerRows
    }

    /// How many of the first rows print the same words as the table's own heading rows.
    private func repeatedHeaderRows(of table: PageTable, in first: Table, on page: Page) -> Int {
        func words(_ row: Int, _ cells: [Table.Cell], _ text: (Table.Cell) -> String) -> [String] {
            cells.filter { $0.row == row }.map { text($0).filter { !$0.isWhitespace } }
        }
        var repeated = 0
        while repeated < first.headerRows, repeated < table.draft.rows {
            let own = words(repeated, first.cells) { self.text(of: $0.span) }
            let next = words(repeated, table.cells) { page.text[$0.range] }
            guard own == next, own.contains(where: { !$0.isEmpty }) else { break }
            repeated += 1
        }
        return repeated
    }
}
