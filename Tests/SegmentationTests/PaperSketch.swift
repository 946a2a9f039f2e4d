import PaperModel
import RuleEngine
import TestSupport

@testable import Segmentation

/// A paper written down line by line: what a loader would have read.
struct PaperSketch {
    private(set) var paper: Paper

    init(_ mediaType: Paper.MediaType = .pdf) {
        paper = Paper(mediaType: mediaType)
        addPage()
    }

    mutating func addPage() {
        paper.pages.append(Page(number: paper.pages.count + 1))
        paper.pageCount = paper.pages.count
    }

    mutating func heading(_ text: String, level: Int = 1) { add(text, as: .heading(level: level), bold: text) }
    mutating func line(_ text: String, bold: String = "") { add(text, as: .paragraph, bold: bold) }
    /// A line that begins with words in italics.
    mutating func line(_ text: String, slanted: String) {
        let start = paper.pages[paper.pages.count - 1].text.count + (paper.pages[paper.pages.count - 1].text.count > 0 ? 1 : 0)
        add(text, as: .paragraph, bold: "")
        paper.pages[paper.pages.count - 1].slanted.append(TextRange(start, start + slanted.unicodeScalars.count))
    }
    /// A line with a line drawn under it.
    mutating func underlined(_ text: String) {
        add(text, as: .paragraph, bold: "")
        let page = paper.pages.count - 1
        paper.pages[page].blocks[paper.pages[page].blocks.count - 1].style.isUnderlined = true
    }
    mutating func listItem(_ text: String, label: String) { add("\(label) \(text)", as: .listItem, bold: "", label: label) }
    mutating func furniture(_ text: String) { add(text, as: .furniture, bold: "") }

    /// Sets the last words of the page in bold.
    mutating func setBoldEnd(_ words: String) {
        let end = paper.pages[paper.pages.count - 1].text.count
        paper.pages[paper.pages.count - 1].bold.append(TextRange(end - words.unicodeScalars.count, end))
    }

    /// A block of a page template.
    mutating func part(_ text: String, _ role: Block.Role, item: Int = 0, link: String? = nil) {
        let start = paper.pages[paper.pages.count - 1].text.count + (paper.pages[paper.pages.count - 1].text.count > 0 ? 1 : 0)
        add(text, as: .paragraph, bold: "", role: role, item: item)
        if let link {
            paper.pages[paper.pages.count - 1].links.append(Link(range: TextRange(start, start + text.unicodeScalars.count), url: link))
        }
    }

    /// A table with its rows' cells.
    mutating func table(_ rows: [[String]]) {
        var table = Table(method: .tagged, rows: rows.count, columns: rows.map(\.count).max() ?? 0)
        let start = beginBlock()
        var position = start
        for (row, cells) in rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                let end = position + cell.unicodeScalars.count
                table.cells.append(Table.Cell(row: row, column: column, page: paper.pages.count, range: TextRange(position, end)))
                position = end + 1
            }
        }
        paper.pages[paper.pages.count - 1].text.append(rows.map { $0.joined(separator: "\t") }.joined(separator: "\n"))
        let range = TextRange(start, position - 1)
        table.parts = [Table.Part(page: paper.pages.count, box: nil, range: range)]
        paper.tables.append(table)
        paper.pages[paper.pages.count - 1].blocks.append(Block(kind: .table(paper.tables.count - 1), range: range))
    }

    private mutating func beginBlock() -> Int {
        if paper.pages[paper.pages.count - 1].text.count > 0 { paper.pages[paper.pages.count - 1].text.append("\n") }
        return paper.pages[paper.pages.count - 1].text.count
    }

    private mutating func add(
        _ text: String, as kind: Block.Kind, bold: String, label: String? = nil, role: Block.Role? = nil, item: Int? = nil
    ) {
        let start = beginBlock()
        paper.pages[paper.pages.count - 1].text.append(text)
        let range = TextRange(start, start + text.unicodeScalars.count)
        var block = Block(kind: kind, range: range)
        block.style.isBold = bold == text
        block.label = label.map { TextRange(start, start + $0.unicodeScalars.count) }
        block.role = role
        block.item = item
        if !bold.isEmpty { paper.pages[paper.pages.count - 1].bold.append(TextRange(start, start + bold.unicodeScalars.count)) }
        if kind == .furniture { paper.pages[paper.pages.count - 1].furniture.append(range) }
        paper.pages[paper.pages.count - 1].blocks.append(block)
    }
}

extension Paper {
    /// Its segments by the rules of this checkout.
    func segments() throws -> [Segment] { try Segmenter(rules: Checkout.ruleBook.get()).segments(in: self) }
}

extension [Segment] {
    /// Kind, number and title of each, indented by level: what a test compares.
    var outline: [String] {
        map { segment in
            String(repeating: "  ", count: segment.level - 1)
                + [segment.kind.rawValue, segment.number, segment.title].compactMap { $0 }.joined(separator: " | ")
        }
    }
}
