internal import PaperModel

/// A cell of a layout table that holds the numbers of several items one below the other, and next to nothing else: the letters of their parts, the
/// head of the column.
struct NumberCell {
    /// A number and where it stands.
    typealias Entry = (number: PrintedNumber, line: TextRange)

    /// The numbers of items from the top.
    let entries: [Entry]

    /// Most numbers of one cell with the letters among them: an agenda has no more items on a page.
    private static let mostNumbers = 120
    /// Scalars of the longest such cell.
    private static let mostScalars = 4_000
    /// Scalars of the longest line that is neither number nor letter and is passed over: a mark, a slip of the pen.
    private static let mostOtherScalars = 12
    /// Of ten numbers so many go on the one before: a clerk may write one wrong.
    private static let fewestInOrder = 7

    /// Nil for a cell that holds something else, or one number with no head above it.
    init?(_ cell: TextRange, heads: LineHeads, on page: Page) {
        // Most cells of most tables: one number, or words without one.
        let slice = page.text.slice(page.text.trimmed(cell))
        guard slice.count <= NumberCell.mostScalars, slice.first?.isDigit ?? false || slice.contains(where: \.isDigit) else { return nil }
        if let number = PrintedNumber(slice), number.length >= slice.count { return nil }
        var entries: [Entry] = []
        var (count, others, inOrder) = (0, 0, 0)
        var isHeaded = false
        for (place, line) in page.cellLines(of: page.text.trimmed(cell)).enumerated() {
            var rest = line
            if place == 0, let head = NumberCell.head(of: line, heads: heads, on: page) {
                isHeaded = true
                rest = page.text.trimmed(TextRange(head.end, line.end))
            }
            while !rest.isEmpty {
                count += 1
                guard count <= NumberCell.mostNumbers else { return nil }
                guard let number = PrintedNumber(page.text.slice(rest)), number.length > 0 else {
                    // Words behind a number make the cell a list of its own.
                    guard rest == line, place > 0, line.count <= NumberCell.mostOtherScalars else { return nil }
                    others += 1
                    break
                }
                let end = min(rest.start + number.length, rest.end)
                let range = page.text.trimmed(TextRange(rest.start, end))
                rest = TextRange(end, rest.end)
                if let last = entries.last, let first = entries.first {
                    if NumberCell.isPart(number, of: last.number, beside: first.number) { continue }
                    if number.follows(last.number, gap: Settings.Numbering.mostMissing) { inOrder += 1 }
                }
                entries.append((number, range))
            }
        }
        guard entries.count > 1 ? others * 2 <= entries.count : entries.count == 1 && isHeaded,
            inOrder * 10 >= (entries.count - 1) * NumberCell.fewestInOrder
        else { return nil }
        self.entries = entries
    }

    /// The words over the first number, or before it, that name the column: "Item", "Minute No.".
    private static func head(of line: TextRange, heads: LineHeads, on page: Page) -> TextRange? {
        let slice = page.text.slice(line)
        guard let first = slice.first, first.isLetter, PrintedNumber(slice) == nil else { return nil }
        let words = slice.prefix { !$0.isDigit }
        let range = page.text.trimmed(TextRange(line.start, words.endIndex))
        return heads.isNumberHead(range, on: page) ? range : nil
    }

    /// Whether a number counts the parts of the item above: "i)", "(a)", "1." below "14/09/6", "6.1" below "6".
    private static func isPart(_ number: PrintedNumber, of last: PrintedNumber, beside first: PrintedNumber) -> Bool {
        if number.form == first.form || number.form == .decimal && first.form == .plain {
            return number.depth > first.depth && number.outline.starts(with: last.outline)
        }
        return first.form != .lettered && first.form != .bracketed
    }
}
