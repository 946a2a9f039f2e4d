internal import PaperModel
internal import RuleEngine

/// A table whose columns hold questions and their replies, one question a row.
struct QuestionTable {
    /// What a column holds, and the rule that knows its heading.
    private struct Column {
        var index: Int
        var rule: String
    }

    private let question: Column
    private let reply: Column
    private let asker: Column?
    private let addressee: Column?
    private let runner: SegmentRunner
    /// The row of the headings.
    private let headingRow: Int

    /// How many of the first rows may hold the headings: a title may stand above them.
    private static let mostHeadingRows = 2
    /// Words of the longest first line of a cell that may say who asks.
    private static let mostHeadWords = 20

    /// Reads the headings of a table; nil where no column is one of questions, or none of replies.
    init?(_ table: Table, in paper: Paper, runner: SegmentRunner) {
        for row in 0..<min(QuestionTable.mostHeadingRows, table.rows) {
            var roles: [LabelRole: Column] = [:]
            for cell in table.cells where cell.row == row && !cell.range.isEmpty {
                guard let page = paper.page(cell.page) else { continue }
                let text = NormalisedText(page.text.slice(page.text.trimmed(cell.range)))
                for match in runner.leading.matches(finding: [.label], in: text, startingAt: 0) where match.bytes.upperBound >= text.count {
                    if let role = match.rule.settings["role"].flatMap(LabelRole.init(rawValue:)), roles[role] == nil {
                        roles[role] = Column(index: cell.column, rule: match.rule.id)
                    }
                }
            }
            guard let question = roles[.questionColumn], let reply = roles[.replyColumn] else { continue }
            (self.question, self.reply, asker, addressee) = (question, reply, roles[.askerColumn], roles[.addresseeColumn])
            (headingRow, self.runner) = (row, runner)
            return
        }
        return nil
    }

    /// The questions and replies on a page, in the order of its text. The first line of a cell may say who asks: it is a passage of its own.
    func passages(of table: Table, on page: Page) -> [Passage] {
        let rows = Dictionary(grouping: table.cells.filter { $0.page == page.number && $0.row > headingRow }, by: \.row)
        return rows.sorted { $0.key < $1.key }.flatMap { _, cells in
            [(question, Segment.Kind.question), (reply, .reply)].flatMap { column, kind -> [Passage] in
                guard let cell = cells.first(where: { $0.column == column.index && !$0.range.isEmpty }) else { return [] }
                let first = cells.first { $0.column == 0 && column.index > 0 && !$0.range.isEmpty }
                let number = kind == .question ? first.flatMap { PrintedNumber(page.text.slice($0.range)) } : nil
                let people =
                    kind == .question
                    ? (asker: words(of: asker, in: cells, on: page), addressee: words(of: addressee, in: cells, on: page)) : nil
                var part = Passage.ExchangePart(
                    kind: kind, number: number?.text, asker: people?.asker, addressee: people?.addressee,
                    respondent: kind == .reply ? signature(of: cell.range, on: page) : nil, rule: column.rule, isFirst: true)
                return lines(of: cell.range, on: page).compactMap { range in
                    var passage = page.passage(range, as: .paragraph)
                    passage?.exchange = part
                    part.isFirst = false
                    return passage
                }
            }
        }
    }

    private func words(of column: Column?, in cells: [Table.Cell], on page: Page) -> String? {
        column.flatMap { column in cells.first { $0.column == column.index && !$0.range.isEmpty } }.map { page.text.words(of: $0.range) }
    }

    /// The person in brackets at the end of a reply: "… by May. (Cllr Ash, Leader)".
    private func signature(of range: TextRange, on page: Page) -> String? {
        let slice = page.text.slice(page.text.trimmed(range))
        guard slice.last == ")", let open = slice.lastIndex(of: "("), open > slice.startIndex else { return nil }
        let inner = TextRange(open + 1, slice.endIndex - 1)
        let isPerson = !runner.leading.matches(finding: [.person], in: NormalisedText(page.text.slice(inner)), startingAt: 0).isEmpty
        return isPerson ? page.text.words(of: inner) : nil
    }

    /// A cell in one piece, or its first line and the rest.
    private func lines(of range: TextRange, on page: Page) -> [TextRange] {
        let lines = page.text.lines(of: range)
        guard lines.count > 1, let first = lines.first else { return [range] }
        let (words, ending, _) = page.text.shape(of: first, most: Passage.mostWords)
        guard words <= QuestionTable.mostHeadWords, ending != "?", ending != "." else { return [range] }
        return [first, TextRange(lines[1].start, range.end)]
    }
}
