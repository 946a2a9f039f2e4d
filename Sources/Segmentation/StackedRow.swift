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
        let lines = page.cellLines(of: cells[1])
        guard
            let starts = StackedRow.besideLines(numbers, lines: lines, on: page) ?? StackedRow.boldLines(numbers, lines: lines, on: page)
                ?? StackedRow.evenly(numbers, lines: lines) ?? StackedRow.nearLines(numbers, lines: lines, on: page)
                ?? StackedRow.titleLines(numbers, lines: lines, on: page)
        else { return nil }
        let ends = starts.dropFirst() + [cells[1].end]
        items = zip(numbers, zip(starts, ends)).map { number, range in
            Item(number: number.number, range: page.text.trimmed(TextRange(range.0, range.1)))
        }
    }

    /// The numbers of a cell that holds nothing else, each of which goes on the one before; nil for any other cell, or for one number.
    static func numbers(in cell: TextRange, on page: Page) -> [(number: PrintedNumber, line: TextRange)]? {
        var numbers: [(number: PrintedNumber, line: TextRange)] = []
        var rest = page.text.trimmed(cell)
        while !rest.isEmpty {
            guard numbers.count < mostNumbers, let number = PrintedNumber(page.text.slice(rest)), number.length > 0 else { return nil }
            if let last = numbers.last, !number.follows(last.number) { return nil }
            let end = min(rest.start + number.length, rest.end)
            numbers.append((number, page.text.trimmed(TextRange(rest.start, end))))
            rest = TextRange(end, rest.end)
        }
        return numbers.count > 1 ? numbers : nil
    }

    /// The lines that stand level with the numbers, where lines have places.
    private static func besideLines(_ numbers: [(number: PrintedNumber, line: TextRange)], lines: [TextRange], on page: Page) -> [Int]? {
        let boxes = lines.map { page.line(at: $0.start)?.box }
        var starts: [Int] = []
        for number in numbers {
            guard let box = page.line(at: number.line.start)?.box,
                let place = lines.indices.first(where: { index in
                    boxes[index].map { abs($0.midY - box.midY) < min($0.height, box.height) / 2 } ?? false
                }), starts.last.map({ $0 < lines[place].start }) ?? true
            else { return nil }
            starts.append(lines[place].start)
        }
        return starts
    }

    /// For each number the nearest line that begins a paragraph: blank lines that clerks set between numbers fit their titles only roughly.
    private static func nearLines(_ numbers: [(number: PrintedNumber, line: TextRange)], lines: [TextRange], on page: Page) -> [Int]? {
        let boxes = lines.map { page.line(at: $0.start)?.box }
        let widest = boxes.compactMap { $0?.width }.max() ?? 0
        let openings = lines.indices.filter { index in
            guard index > 0, page.text.slice(lines[index]).first?.isUpper ?? false else { return index == 0 }
            let before = page.text.slice(lines[index - 1]).last { !$0.isGap }
            return before == "." || before == ":" || before == "?" || (boxes[index - 1]?.width ?? widest) < widest * shortLine
        }
        var starts: [Int] = []
        var next = openings[...]
        for (place, number) in numbers.enumerated() {
            // So many openings must be left for the numbers below.
            let free = next.dropLast(numbers.count - place - 1)
            guard let box = page.line(at: number.line.start)?.box,
                let nearest = free.min(by: { distance(boxes[$0], box) < distance(boxes[$1], box) }),
                distance(boxes[nearest], box) < box.height * mostLinesApart
            else { return nil }
            starts.append(lines[nearest].start)
            next = next.drop { $0 <= nearest }
        }
        return starts
    }

    /// A line that is shorter than this part of the longest ends its paragraph: the next word would have fitted.
    private static let shortLine = 0.8
    /// Line heights between a number and its title, at most: a blank line too few or too many.
    private static let mostLinesApart = 2.5

    private static func distance(_ line: Box?, _ number: Box) -> Double { line.map { abs($0.midY - number.midY) } ?? .infinity }

    /// As many lines that can be titles as numbers: a few words, or a few before a colon or dash.
    private static func titleLines(_ numbers: [(number: PrintedNumber, line: TextRange)], lines: [TextRange], on page: Page) -> [Int]? {
        let titles = lines.filter { line in
            let shape = page.text.shape(of: line, most: Settings.Items.mostTitleWords + 1)
            if page.text.endOfRunIn(line, mostWords: Settings.Items.mostRunInWords) != nil { return !shape.beginsSmall }
            return shape.words <= Settings.Items.mostTitleWords && shape.ending != "." && !shape.beginsSmall
        }
        return titles.count == numbers.count ? titles.map(\.start) : nil
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
