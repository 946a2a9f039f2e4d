internal import PaperModel

/// A row of a layout table whose left cell holds the numbers of several items one below the other, and the cell beside it their titles and texts.
struct StackedRow {
    /// An item: its number, and where its title and text stand in the cell beside it.
    struct Item {
        var number: PrintedNumber
        var range: TextRange
        /// The letters of its parts, with where each of them begins; empty where nothing says so.
        var parts: [(number: PrintedNumber, start: Int)] = []
    }

    /// In the order of the numbers.
    let items: [Item]
    /// What stands in the cell before the first of them.
    let opening: TextRange

    /// Where items begin, and their parts; of these only what one reading of all numbers together found.
    private typealias Places = (items: [Int], parts: [(number: PrintedNumber, start: Int)]?)

    /// Reads a row by its cells from the left; nil where the first holds no run of numbers, or nothing says where each item begins. `takesOne`
    /// says that one number with letters below it will do.
    init?(_ cells: [TextRange], heads: LineHeads, on page: Page, takesOne: Bool = false) {
        guard cells.count > 1, let column = NumberCell(cells[0], heads: heads, on: page, takesOne: takesOne),
            let places = StackedRow.places(of: column, in: cells, heads: heads, on: page)
        else { return nil }
        let ends = places.items.dropFirst() + [cells[1].end]
        items = zip(zip(column.entries, column.parts), zip(places.items, ends)).map { number, range in
            let texts = page.text.trimmed(TextRange(range.0, range.1))
            let parts =
                places.parts?.filter { texts.contains($0.start) }
                ?? StackedRow.parts(number.1, below: number.0, in: texts, heads: heads, on: page)
            let bold = parts.filter { page.boldLead(of: TextRange($0.start, texts.end)) != nil }
            return Item(number: number.0.number, range: texts, parts: bold)
        }
        opening = page.text.trimmed(TextRange(cells[1].start, places.items.first ?? cells[1].start))
    }

    /// Which lines of an item's text its letters belong to: those in bold below its title, by their count or by the places of the letters.
    private static func parts(
        _ letters: [NumberCell.Entry], below item: NumberCell.Entry, in texts: TextRange, heads: LineHeads, on page: Page
    ) -> [(number: PrintedNumber, start: Int)] {
        guard let last = letters.last else { return [] }
        let numbers = [item] + letters
        let match = TitleMatch(numbers: TextRange(item.line.start, last.line.end), titles: texts, heads: heads, page: page)
        guard let starts = match.boldLines(numbers) ?? match.nearestLines(numbers)?.starts, starts.first == texts.start else { return [] }
        return zip(letters, starts.dropFirst()).map { ($0.number, $1) }
    }

    /// Where the items begin in the second cell: by the places of lines, by bold titles, by their count, by blank lines.
    private static func places(of column: NumberCell, in cells: [TextRange], heads: LineHeads, on page: Page) -> Places? {
        let numbers = column.entries
        let lines = page.cellLines(of: cells[1])
        if let level = besideLines(numbers, lines: lines, on: page) { return (level, nil) }
        let match = TitleMatch(numbers: cells[0], titles: cells[1], heads: heads, page: page)
        if let starts = match.boldLines(numbers) ?? evenly(numbers, lines: lines) ?? nearLines(numbers, lines: lines, on: page) {
            return (starts, nil)
        }
        let alone = match.nearestLines(numbers)
        // Where parts have titles too, the letters say as much as the numbers of items.
        if column.all.count > numbers.count, let together = match.nearestLines(column.all),
            alone.map({ together.cost <= $0.cost + (match.countOfTitles < column.all.count ? mostWorse.few : mostWorse.enough) }) ?? true
        {
            let items = Set(numbers.map(\.line.start))
            let found = zip(column.all, together.starts)
            return (
                found.filter { items.contains($0.0.line.start) }.map { $0.1 },
                found.filter { !items.contains($0.0.line.start) }.map { ($0.0.number, $0.1) }
            )
        }
        return (alone?.starts ?? titleLines(numbers, lines: lines, on: page)).map { ($0, nil) }
    }

    /// The lines that stand level with the numbers, where lines have places.
    private static func besideLines(_ numbers: [NumberCell.Entry], lines: [TextRange], on page: Page) -> [Int]? {
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
    private static func nearLines(_ numbers: [NumberCell.Entry], lines: [TextRange], on page: Page) -> [Int]? {
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

    /// Lines of distance for each number by which letters may make a match worse, since more numbers have less to choose from: where fewer lines
    /// are bold as a whole than there are numbers and letters, and where enough are.
    private static let mostWorse = (few: 1.0, enough: 3.0)
    /// A line that is shorter than this part of the longest ends its paragraph: the next word would have fitted.
    private static let shortLine = 0.8
    /// Line heights between a number and its title, at most: a blank line too few or too many.
    private static let mostLinesApart = 2.5

    private static func distance(_ line: Box?, _ number: Box) -> Double { line.map { abs($0.midY - number.midY) } ?? .infinity }

    /// As many lines that can be titles as numbers: a few words, or a few before a colon or dash.
    private static func titleLines(_ numbers: [NumberCell.Entry], lines: [TextRange], on page: Page) -> [Int]? {
        let titles = lines.filter { line in
            let shape = page.text.shape(of: line, most: Settings.Items.mostTitleWords + 1)
            if page.text.endOfRunIn(line, mostWords: Settings.Items.mostRunInWords) != nil { return !shape.beginsSmall }
            return shape.words <= Settings.Items.mostTitleWords && shape.ending != "." && !shape.beginsSmall
        }
        return titles.count == numbers.count ? titles.map(\.start) : nil
    }

    /// As many lines as numbers.
    private static func evenly(_ numbers: [NumberCell.Entry], lines: [TextRange]) -> [Int]? {
        lines.count == numbers.count ? lines.map(\.start) : nil
    }
}
