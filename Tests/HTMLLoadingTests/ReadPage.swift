import HTMLLoading
import PaperModel

/// Reads a page written in a test.
func read(_ html: String, layouts: [PageLayout] = [], limits: LoadLimits = LoadLimits()) throws -> Paper {
    try loadHTML(Array(html.utf8), layouts: layouts, limits: limits)
}

extension Paper {
    /// The text of the one page.
    var text: String { pages.first?.text.string ?? "" }
    /// The blocks of the one page.
    var blocks: [Block] { pages.first?.blocks ?? [] }
    /// The words of a block.
    func words(_ block: Block) -> String { pages.first?.text[block.range] ?? "" }
    /// The label of a block.
    func label(_ block: Block) -> String? { block.label.flatMap { pages.first?.text[$0] } }

    /// The words of the cells of a table's row, in order.
    func row(_ row: Int, of table: Table) -> [String] {
        table.cells.filter { $0.row == row }.map { text(of: $0) }
    }
}
