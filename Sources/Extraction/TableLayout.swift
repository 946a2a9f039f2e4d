internal import PaperModel
internal import RuleEngine

/// A cell with its words as rules see them. No tuple: a copy of one goes through the runtime, and cells are copied by the hundred thousand.
struct WordedCell: Sendable {
    let cell: Table.Cell
    let text: NormalisedText
}

/// A table's cells by place, with what a reader takes for their headings.
struct TableLayout: Sendable {
    let table: Table
    /// Cells in the order of the table, with their words as rules see them.
    let cells: [WordedCell]
    /// How many of the first rows are headings, also where nothing marks them.
    let headingRows: Int
    private let headings: [WordedCell]
    private let byPlace: [Int: Int]
    /// For each row, which of its cells are headings of the row, and which is its first with words.
    private let rowHeadings: [Int: [Int]]

    /// Most rows that are taken for headings; printed tables have up to five.
    private static let maximumHeadingRows = 12
    /// Longest text that is taken for a heading, bytes; more is a paragraph in a grid.
    static let maximumHeading = 160

    init(_ table: Table, in paper: Paper) {
        self.table = table
        let cells = table.cells.map { cell in
            WordedCell(cell: cell, text: NormalisedText(paper.scalars(of: cell.span)))
        }
        // "2019" and "2018/19" over two columns are headings.
        let firstHasNumber = cells.indices.contains {
            cells[$0].cell.row == 0 && cells[$0].cell.column > 0 && TableLayout.isNumber(cells[$0].text)
                && !TableLayout.isYear(cells[$0].text)
        }
        // A row that holds amounts with their sign is no heading, whatever marks it.
        let firstAmount =
            cells.indices.first {
                cells[$0].cell.column > 0 && (TableLayout.isSignedAmount(cells[$0].text) || TableLayout.isStaffAmount(cells[$0].text))
            }.map { cells[$0].cell.row } ?? .max
        let marked = min(table.headerRows, TableLayout.maximumHeadingRows, firstAmount)
        let headingRows = marked > 0 ? marked : table.rows > 1 && !firstHasNumber ? TableLayout.leadingRows(cells) : 0
        self.cells = cells
        self.headingRows = headingRows
        byPlace = Dictionary(
            cells.indices.map { (cells[$0].cell.row &* table.columns &+ cells[$0].cell.column, $0) },
            uniquingKeysWith: { first, _ in first })
        headings = cells.indices.filter { cells[$0].cell.row < headingRows && cells[$0].text.count > 0 }.map { cells[$0] }
        var beside: [Int: [Int]] = [:]
        // Rows that have a heading in words; "5" in the first column is the number of a row, which the words after it name.
        var named: Set<Int> = []
        for index in cells.indices {
            let cell = cells[index].cell
            let isName = !TableLayout.isNumber(cells[index].text)
            let isHeading = cell.column < table.headerColumns || isName && !named.contains(cell.row)
            guard isHeading, cells[index].text.count > 0, cells[index].text.count <= TableLayout.maximumHeading else { continue }
            // A merged cell heads every row that it covers; a table of a thousand rows has none of more.
            for row in cell.row..<max(cell.row + 1, min(cell.endRow, cell.row + 1_000)) {
                beside[row, default: []].append(index)
                if isName { named.insert(row) }
            }
        }
        rowHeadings = beside
    }

    /// How many of the first rows come before the first number that is no year, where nothing marks them: at least one.
    private static func leadingRows(_ cells: [WordedCell]) -> Int {
        let first = cells.first { $0.cell.column > 0 && isNumber($0.text) && !isYear($0.text) && !isThreeZeros($0.text) }?.cell.row ?? 1
        return max(1, min(first, maximumUnmarked))
    }

    /// Most rows without a mark that are taken for headings: a title, spanning heads, heads, years and units.
    private static let maximumUnmarked = 5

    /// Whether a number is a year: "2024", "2024/25", "2024-2025".
    static func isYear(_ text: NormalisedText) -> Bool {
        guard text.count >= 4, text.count <= 9,
            text[0] == UInt8(ascii: "1") && text[1] == UInt8(ascii: "9") || text[0] == UInt8(ascii: "2") && text[1] == UInt8(ascii: "0")
        else { return false }
        return (0..<text.count).allSatisfy { place in
            place == 4 ? text[4] == UInt8(ascii: "/") || text[4] == UInt8(ascii: "-") : text[place] >= 0x30 && text[place] <= 0x39
        }
    }

    /// The calendar year that a heading begins with: "2018", "2018 £", "2018 Budget"; nil for "2018/19" and "2018 - 2020".
    static func yearAtStart(_ text: NormalisedText) -> Int? {
        guard text.count >= 4, text[4] == 0x20, !(0x30...0x39).contains(text[5]), text[5] != UInt8(ascii: "-"),
            let year = Int(text.words(0..<4)), (1990...2060).contains(year)
        else { return nil }
        return year
    }

    /// Whether a number says no more than "000".
    private static func isThreeZeros(_ text: NormalisedText) -> Bool {
        let digits = (0..<text.count).map { text[$0] }.filter { $0 >= 0x30 && $0 <= 0x39 }
        return digits == Array("000".utf8)
    }

    /// The headings of a column from the top, each once.
    func columnHeadings(_ column: Int) -> [NormalisedText] {
        var result: [NormalisedText] = []
        for entry in headings where entry.cell.column <= column && column < entry.cell.endColumn && !isTitle(entry.cell) {
            result.append(entry.text)
        }
        return result
    }

    /// Headings over all columns: titles of the table.
    var titles: [NormalisedText] { headings.filter { isTitle($0.cell) }.map(\.text) }

    private func isTitle(_ cell: Table.Cell) -> Bool { table.columns > 1 && cell.columnSpan >= table.columns }

    /// Whether two rows of numbers or more have no words at all: their labels were printed elsewhere, or lost.
    var hasUnnamedRows: Bool {
        var unnamed: Set<Int> = []
        for entry in cells where entry.cell.row >= headingRows && rowHeadings[entry.cell.row] == nil && TableLayout.isNumber(entry.text) {
            unnamed.insert(entry.cell.row)
        }
        return unnamed.count > 1
    }

    /// The headings of a row, left of a column.
    func rowHeadings(_ row: Int, before column: Int) -> [NormalisedText] {
        (rowHeadings[row] ?? []).filter { cells[$0].cell.column < column }.map { cells[$0].text }
    }

    /// The texts of a column's number cells below the headings.
    func numbers(column: Int) -> [NormalisedText] {
        (headingRows..<max(headingRows, table.rows)).compactMap { row in
            byPlace[row &* table.columns &+ column].map { cells[$0].text }.flatMap { TableLayout.isNumber($0) ? $0 : nil }
        }
    }

    /// The row of a column's first number below the headings; nil where it has none.
    func firstNumber(column: Int) -> Int? {
        (headingRows..<max(headingRows, table.rows)).first { row in
            text(row: row, column: column).flatMap(NumberShape.init).map { !$0.isUnit } ?? false
        }
    }

    /// Whether most of a column's filled cells below the headings are numbers.
    func isNumeric(column: Int) -> Bool {
        var numbers = 0
        var filled = 0
        for row in headingRows..<max(headingRows, table.rows) {
            guard let index = byPlace[row &* table.columns &+ column], cells[index].text.count > 0 else { continue }
            filled += 1
            if TableLayout.isNumber(cells[index].text) { numbers += 1 }
        }
        return numbers > 0 && numbers * 2 >= filled
    }

    /// Whether a text holds a sign of currency that council papers use: £ (C2 A3 in UTF-8), € (E2 82 AC) or $.
    static func hasSign(_ text: NormalisedText) -> Bool {
        (0..<text.count).contains {
            text[$0] == 0x24 || text[$0] == 0xc2 && text[$0 + 1] == 0xa3 || text[$0] == 0xe2 && text[$0 + 1] == 0x82 && text[$0 + 2] == 0xac
        }
    }

    /// Whether a text is an amount with its sign, and no unit such as "£000".
    static func isSignedAmount(_ text: NormalisedText) -> Bool {
        guard isNumber(text), hasSign(text), text.count <= 24 else { return false }
        let first = text[text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "(") ? 1 : 0]
        // £ and € begin with a byte past ASCII.
        return (first == 0x24 || first >= 0xc2) && (0..<text.count).contains { text[$0] >= 0x31 && text[$0] <= 0x39 }
    }

    /// Words that are part of a number in a cell: units of staff, credits, estimates.
    private static let numberWords: Set = ["fte", "ftes", "wte", "wtes", "est", "approx", "circa"]

    /// Words that say that the number beside them counts staff.
    private static let staffWords: Set = ["fte", "ftes", "wte", "wtes", "hc"]

    /// Whether a text is a number with its unit of staff: "HC 10", "FTE 8.8".
    static func isStaffAmount(_ text: NormalisedText) -> Bool {
        guard mayCarryStaffMark(text), isNumber(text) else { return false }
        let words = text.words(0..<text.count).letterWords
        return words.count == 1 && staffWords.contains(words[0])
    }

    /// Tells a cell's place from the others of the table.
    func place(_ cell: Table.Cell) -> Int { place(row: cell.row, column: cell.column) }
    /// The same of a row and a column.
    func place(row: Int, column: Int) -> Int { row &* table.columns &+ column }

    /// The text of a place; nil where no cell begins there.
    func text(row: Int, column: Int) -> NormalisedText? { byPlace[row &* table.columns &+ column].map { cells[$0].text } }

    /// Whether a text may be a number with a unit of staff beside it: it has letters and digits, and few of both.
    static func mayCarryStaffMark(_ text: NormalisedText) -> Bool {
        guard text.count > 2, text.count <= 16 else { return false }
        return (0..<text.count).contains { text[$0] | 0x20 == UInt8(ascii: "t") || text[$0] | 0x20 == UInt8(ascii: "h") }
    }

    /// Whether a text holds digits and, besides them, little that is not part of a number: at most two letters and no word but those that
    /// tell what the number is ("FTE 2", "300 est").
    static func isNumber(_ text: NormalisedText) -> Bool {
        guard text.count <= 40 else { return false }
        var digits = 0
        var letters = 0
        var word = 0
        for place in 0...text.count {
            let byte = text[place]
            if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7a {
                word += 1
                continue
            }
            if word > 2, word <= 6, numberWords.contains(text.words(place - word..<place).lowercased()) { word = 0 }
            letters += word
            if letters > 2 { return false }
            word = 0
            if byte >= 0x30, byte <= 0x39 { digits += 1 }
        }
        return digits > 0 && letters <= 2 && !isUnit(text)
    }

    /// Whether a text is a unit that is written with digits: "£1000's", "£000s".
    private static func isUnit(_ text: NormalisedText) -> Bool {
        guard text.count <= 12, text[text.count - 1] | 0x20 == UInt8(ascii: "s"), hasSign(text) else { return false }
        return (0..<text.count).allSatisfy { text[$0] <= 0x31 || text[$0] > 0x39 }
    }
}
