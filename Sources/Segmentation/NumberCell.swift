internal import PaperModel

/// A cell of a layout table that holds the numbers of several items one below the other, and next to nothing else: the letters of their parts, the
/// head of the column.
struct NumberCell {
    /// A number and where it stands.
    typealias Entry = (number: PrintedNumber, line: TextRange)

    /// The numbers of items from the top.
    let entries: [Entry]
    /// For each of them the letters of its parts that stand below it.
    let parts: [[Entry]]
    /// The numbers of items and all letters, from the top; the first letters may count parts of an item above the row.
    let all: [Entry]

    /// Most numbers of one cell with the letters among them: an agenda has no more items on a page.
    private static let mostNumbers = 120
    /// Scalars of the longest such cell.
    private static let mostScalars = 4_000
    /// Scalars of the longest line that is neither number nor letter and is passed over: a mark, a slip of the pen.
    private static let mostOtherScalars = 12
    /// Letters of the longest roman number of a part: "viii".
    private static let mostLetters = 4
    /// Of ten numbers so many go on the one before: a clerk may write one wrong.
    private static let fewestInOrder = 7

    /// Nil for a cell that holds something else, or one number with no head above it; `takesOne` says that one with letters below it will do.
    init?(_ cell: TextRange, heads: LineHeads, on page: Page, takesOne: Bool = false) {
        // Most cells of most tables: one number, or words without one.
        let slice = page.text.slice(page.text.trimmed(cell))
        guard slice.count <= NumberCell.mostScalars, slice.first?.isDigit ?? false || slice.contains(where: \.isDigit) else { return nil }
        if let number = PrintedNumber(slice), number.length >= slice.count { return nil }
        guard let column = NumberCell.read(page.cellLines(of: page.text.trimmed(cell)), heads: heads, on: page) else { return nil }
        // What counts items has the form that stands highest; the rest counts their parts, or those of an item above the row.
        guard let main = NumberCell.forms.first(where: { form in column.numbers.contains { $0.number.form == form } }) else { return nil }
        var entries: [Entry] = []
        var inOrder = 0
        for entry in column.numbers where entry.number.form == main {
            guard let last = entries.last, let first = entries.first else {
                entries.append(entry)
                continue
            }
            if entry.number.depth > first.number.depth, entry.number.outline.starts(with: last.number.outline) { continue }
            if entry.number.follows(last.number, gap: Settings.Numbering.mostMissing) { inOrder += 1 }
            entries.append(entry)
        }
        let isAlone = entries.count == 1 && (column.isHeaded || takesOne && column.numbers.count > 1 && column.others == 0)
        guard entries.count > 1 ? column.others * 2 <= entries.count : isAlone,
            inOrder * 10 >= (entries.count - 1) * NumberCell.fewestInOrder
        else { return nil }
        self.entries = entries
        let items = Set(entries.map(\.line.start))
        all = column.numbers.filter { items.contains($0.line.start) || main != .lettered && $0.number.form == .lettered }
        let bounds = entries.dropFirst().map(\.line.start) + [cell.end]
        parts = zip(entries, bounds).map { entry, end in
            column.numbers.filter { $0.line.start > entry.line.start && $0.line.start < end && $0.number.isPart(of: entry.number) }
        }
    }

    /// Forms of numbers, the one that counts items before those of their parts.
    private static let forms: [PrintedNumber.Form] = [.minute, .prefixed, .plain, .decimal, .bracketed, .lettered]

    /// The numbers of the lines of a cell, how many lines are something else, and whether the head of the column stands over them; nil where
    /// words stand behind a number, or too much is something else.
    private static func read(_ lines: [TextRange], heads: LineHeads, on page: Page) -> (numbers: [Entry], others: Int, isHeaded: Bool)? {
        var numbers: [Entry] = []
        var (count, others, isHeaded) = (0, 0, false)
        for (place, line) in lines.enumerated() {
            var rest = line
            if place == 0, let head = head(of: line, heads: heads, on: page) {
                isHeaded = true
                rest = page.text.trimmed(TextRange(head.end, line.end))
            }
            while !rest.isEmpty {
                count += 1
                guard count <= mostNumbers else { return nil }
                guard let number = PrintedNumber(page.text.slice(rest)), number.length > 0 else {
                    // The letters of a part without a bracket, a mark, a slip of the pen; words make the cell a list of its own.
                    guard rest == line, place > 0, line.count <= mostOtherScalars else { return nil }
                    if line.count > mostLetters { others += 1 }
                    break
                }
                let end = min(rest.start + number.length, rest.end)
                numbers.append((number, page.text.trimmed(TextRange(rest.start, end))))
                rest = TextRange(end, rest.end)
            }
        }
        return (numbers, others, isHeaded)
    }

    /// The words over the first number, or before it, that name the column: "Item", "Minute No.".
    private static func head(of line: TextRange, heads: LineHeads, on page: Page) -> TextRange? {
        let slice = page.text.slice(line)
        guard let first = slice.first, first.isLetter, PrintedNumber(slice) == nil else { return nil }
        let words = slice.prefix { !$0.isDigit }
        let range = page.text.trimmed(TextRange(line.start, words.endIndex))
        return heads.isNumberHead(range, on: page) ? range : nil
    }
}

extension PrintedNumber {
    /// Whether it counts the parts of what another number counts: "ii)" those of "14/09/6".
    fileprivate func isPart(of item: PrintedNumber) -> Bool { form == .lettered && item.form != .lettered }
}
