internal import PaperModel

/// A cell of a layout table that holds the numbers of several items one below the other, and nothing else but the letters of their parts.
struct NumberCell {
    /// A number and where it stands.
    typealias Entry = (number: PrintedNumber, line: TextRange)

    /// The numbers of items from the top; each goes on the one before.
    let entries: [Entry]
    /// Whether words stand over the first number: the head of the column.
    let isHeaded: Bool

    /// Most numbers of one cell with the letters among them: an agenda has no more items on a page.
    private static let mostNumbers = 120

    /// Scalars of the longest such cell.
    private static let mostScalars = 4_000

    /// Nil for a cell that holds something else, or one number with nothing above it.
    init?(_ cell: TextRange, heads: LineHeads, on page: Page) {
        // Most cells of most tables: one number, or words without one.
        let slice = page.text.slice(page.text.trimmed(cell))
        guard slice.count <= NumberCell.mostScalars, slice.contains(where: \.isDigit) || slice.first?.isLetter ?? false else { return nil }
        if let number = PrintedNumber(slice), number.length >= slice.count { return nil }
        var entries: [Entry] = []
        var count = 0
        var isHeaded = false
        for (place, line) in page.cellLines(of: page.text.trimmed(cell)).enumerated() {
            if place == 0, !page.text.slice(line).contains(where: \.isDigit), heads.isNumberHead(line, on: page) {
                isHeaded = true
                continue
            }
            var rest = line
            while !rest.isEmpty {
                count += 1
                guard count <= NumberCell.mostNumbers, let number = PrintedNumber(page.text.slice(rest)), number.length > 0 else {
                    return nil
                }
                let end = min(rest.start + number.length, rest.end)
                let range = page.text.trimmed(TextRange(rest.start, end))
                rest = TextRange(end, rest.end)
                if let last = entries.last, let first = entries.first {
                    if NumberCell.isPart(number, of: last.number, beside: first.number) { continue }
                    guard number.follows(last.number, gap: Settings.Numbering.mostMissing) else { return nil }
                }
                entries.append((number, range))
            }
        }
        guard entries.count > 1 || entries.count == 1 && isHeaded else { return nil }
        self.entries = entries
        self.isHeaded = isHeaded
    }

    /// Whether a number counts the parts of the item above: "i)", "(a)" below "14/09/6", "6.1" below "6".
    private static func isPart(_ number: PrintedNumber, of last: PrintedNumber, beside first: PrintedNumber) -> Bool {
        switch number.form {
        case .lettered, .bracketed: first.form != number.form
        default: number.depth > first.depth && number.outline.starts(with: last.outline)
        }
    }
}
