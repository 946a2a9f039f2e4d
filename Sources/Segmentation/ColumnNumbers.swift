internal import PaperModel

/// Numbers in the left cells of a layout table whose right cells hold titles and texts, with tables among them: a web page has all numbers of a cell
/// first and then all texts.
struct ColumnNumbers {
    private let paper: Paper
    private let heads: LineHeads

    /// Words of the longest line that names who is to act, in a column behind the texts.
    private static let mostNameWords = 6

    init(of paper: Paper, heads: LineHeads) {
        self.paper = paper
        self.heads = heads
    }

    /// The passages with each number on its title, where all numbers of a cell have one; else as they are.
    func joined(_ passages: [Passage]) -> [Passage] {
        var numbers: [Int: PrintedNumber] = [:]
        var columns: [ItemCells] = []
        guard let page = paper.pages.first, !page.itemCells.isEmpty else { return passages }
        for cells in page.itemCells {
            guard let row = StackedRow([cells.numbers, cells.texts], heads: heads, on: page, takesOne: true) else { continue }
            columns.append(cells)
            for item in row.items {
                numbers[item.range.start] = item.number
                for part in item.parts { numbers[part.start] = part.number }
            }
        }
        var open = columns.sorted { $0.numbers.start < $1.numbers.start }[...]
        // A web page is one page, and its passages stand in the order of its text.
        return passages.compactMap { passage in
            open = open.drop { $0.end <= passage.range.start }
            guard let cells = open.first else { return numbered(passage, numbers) }
            if cells.numbers.contains(passage.range) { return nil }
            var passage = numbered(passage, numbers)
            if passage.range.start >= cells.texts.end, passage.words <= ColumnNumbers.mostNameWords { passage.form = .furniture }
            return passage
        }
    }

    private func numbered(_ passage: Passage, _ numbers: [Int: PrintedNumber]) -> Passage {
        guard let number = numbers[passage.range.start], passage.number == nil, passage.form != .table else { return passage }
        var passage = passage
        passage.number = number
        return passage
    }
}
