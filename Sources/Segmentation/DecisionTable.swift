internal import PaperModel
internal import RuleEngine

/// A table that lists decisions: a column with what each is on, and one with what was decided.
struct DecisionTable {
    private let decision: Int
    /// The row of the headings.
    private let headingRow: Int
    /// Columns of numbers or references.
    private let numbers: Set<Int>

    /// How many of the first rows may hold the headings: a title may stand above them.
    private static let mostHeadingRows = 2
    /// Words of the longest heading of a column.
    private static let mostHeadingWords = 6

    /// Reads the headings of a table; nil where none but the first says that its column holds decisions.
    init?(_ table: Table, in paper: Paper, runner: SegmentRunner) {
        for row in 0..<min(DecisionTable.mostHeadingRows, table.rows - 1) {
            let cells = table.cells.filter { $0.row == row && !$0.range.isEmpty }
            var decision: Int?
            var numbers: Set<Int> = []
            for cell in cells {
                guard let page = paper.page(cell.page) else { continue }
                let words = page.text.trimmed(cell.range)
                guard page.text.shape(of: words, most: DecisionTable.mostHeadingWords + 1).words <= DecisionTable.mostHeadingWords else {
                    decision = nil
                    break
                }
                let text = NormalisedText(page.text.slice(words))
                let found = runner.leading.matches(finding: [.resolution, .label], in: text, startingAt: 0).filter {
                    $0.bytes.upperBound >= text.count
                }
                if found.contains(where: { $0.rule.finds == .resolution }), cell.column > 0 { decision = decision ?? cell.column }
                if found.contains(where: { $0.rule.settings["role"] == LabelRole.numberHead.rawValue }) { numbers.insert(cell.column) }
            }
            guard let decision, cells.count > 1 else { continue }
            (self.decision, headingRow, self.numbers) = (decision, row, numbers)
            return
        }
        return nil
    }

    /// For each row its title with its number, what was decided, and what else the row says, in the order of the text.
    func passages(of table: Table, on page: Page) -> [Passage] {
        let rows = Dictionary(
            grouping: table.cells.filter { $0.page == page.number && !$0.range.isEmpty && $0.row > headingRow }, by: \.row)
        return rows.sorted { $0.key < $1.key }.flatMap { row, cells in
            let cells = cells.sorted { $0.range.start < $1.range.start }
            // Only a column of numbers stands before the decision where the table has two.
            let title = cells.first { $0.column < decision && !numbers.contains($0.column) } ?? cells.first { $0.column < decision }
            let number = title.flatMap { title in cells.last { $0.column < title.column && numbers.contains($0.column) } }
            return cells.compactMap { cell -> Passage? in
                if let number, cell.range == number.range { return nil }
                let isTitle = cell.range == title?.range
                let start = isTitle ? number?.range.start ?? cell.range.start : cell.range.start
                var passage = page.passage(TextRange(start, cell.range.end), as: .paragraph)
                passage?.item = row
                passage?.role = isTitle ? .itemTitle : cell.column == decision ? .decision : nil
                return passage
            }
        }
    }
}
