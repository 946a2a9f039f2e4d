internal import PaperModel

/// A row of a layout table whose left cell holds the numbers of several items one below the other, and the cell beside it their titles and texts.
struct StackedRow {
    /// An item: its number, and where its title and text stand in the cell beside it.
    struct Item {
        var number: PrintedNumber
        var range: TextRange
    }

    /// In the order of the numbers.
    let items: [Item]

    /// Most numbers of one cell: an agenda has no more items on a page.
    private static let mostNumbers = 60

    /// Reads a row by its cells from the left; nil where the first holds no run of numbers, or nothing says where each item begins.
    init?(_ cells: [TextRange], on page: Page) {
        guard cells.count > 1, let numbers = StackedRow.numbers(in: cells[0], on: page) else { return nil }
        let lines = page.text.lines(of: cells[1])
        guard
            let starts = StackedRow.besideLines(numbers, lines: lines, on: page) ?? StackedRow.evenly(numbers, lines: lines)
                ?? StackedRow.boldLines(numbers, lines: lines, on: page)
        else { return nil }
        let ends = starts.dropFirst() + [cells[1].end]
        items = zip(numbers, zip(starts, ends)).map { number, range in
            Item(number: number.number, range: page.text.trimmed(TextRange(range.0, range.1)))
        }
    }

    /// The lines of a cell where each is a number that goes on the one above; nil for any other cell.
    static func numbers(in cell: TextRange, on page: Page) -> [(number: PrintedNumber, line: TextRange)]? {
        let lines = page.text.lines(of: cell)
        guard lines.count > 1, lines.count <= mostNumbers else { return nil }
        var numbers: [(number: PrintedNumber, line: TextRange)] = []
        for line in lines {
            let range = page.text.trimmed(line)
            guard let number = PrintedNumber(page.text.slice(range)), number.length >= range.count else { return nil }
            if let last = numbers.last, !number.follows(last.number) { return nil }
            numbers.append((number, range))
        }
        return numbers
    }

    /// The lines that stand level with the numbers, where lines have places.
    private static func besideLines(_ numbers: [(number: PrintedNumber, line: TextRange)], lines: [TextRange], on page: Page) -> [Int]? {
        let boxes = lines.map { page.box(of: $0) }
        var starts: [Int] = []
        for number in numbers {
            guard let box = page.box(of: number.line),
                let place = lines.indices.first(where: { index in
                    boxes[index].map { abs($0.midY - box.midY) < min($0.height, box.height) / 2 } ?? false
                }), starts.last.map({ $0 < lines[place].start }) ?? true
            else { return nil }
            starts.append(lines[place].start)
        }
        return starts
    }

    /// As many lines as numbers.
    private static func evenly(_ numbers: [(number: PrintedNumber, line: TextRange)], lines: [TextRange]) -> [Int]? {
        lines.count == numbers.count ? lines.map(\.start) : nil
    }

    /// As many titles in bold as numbers.
    private static func boldLines(_ numbers: [(number: PrintedNumber, line: TextRange)], lines: [TextRange], on page: Page) -> [Int]? {
        let isBold = lines.map { page.boldLead(of: $0) == $0 }
        let starts = lines.indices.filter { isBold[$0] && ($0 == 0 || !isBold[$0 - 1]) }
        return starts.count == numbers.count ? starts.map { lines[$0].start } : nil
    }
}

extension Page {
    /// Where the printed line stands that a range begins in; nil on a web page.
    func box(of range: TextRange) -> Box? {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].range.end <= range.start { low = middle + 1 } else { high = middle }
        }
        guard lines.indices.contains(low), lines[low].range.start <= range.start else { return nil }
        return lines[low].box
    }
}
