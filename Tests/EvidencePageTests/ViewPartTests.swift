import Foundation
import Testing

@testable import EvidencePage

/// Parts of views: what is marked is what the record says.
@Suite struct ViewPartTests {
    private func figure(_ spans: [Span], sentence: [Span]) throws -> FigureFacts {
        let line = """
            {"type":"figure","id":"sha256:ab#f1","document":"sha256:ab","kind":"money","text":"£2m","quote":{"exact":"£2m"},"spans":[],\
            "unit":"GBP","value":"2000000","rule":"money.sign-first"}
            """
        var figure = try JSONDecoder().decode(FigureFacts.self, from: Data(line.utf8))
        figure.spans = spans
        figure.sentence = sentence
        return figure
    }

    @Test func theFigureIsMarkedInItsSentence() throws {
        let page = PageFacts(page: 1, text: "First words. The quay <b>cost</b>\n£2m in all. Last words.")
        let start = 34
        let quotation = Quotation(
            try figure([Span(page: 1, start: start, end: start + 3)], sentence: [Span(page: 1, start: 13, end: 45)]), on: page)
        #expect(quotation.figure == "£2m")
        #expect(quotation.text.hasPrefix("The quay <b>cost</b> £2m in all."))
        #expect(quotation.markup.html.contains("&lt;b&gt;cost&lt;/b&gt; <mark>£2m</mark>"))
    }

    @Test func spansBeyondThePageAreCut() throws {
        let page = PageFacts(page: 1, text: "short")
        let quotation = Quotation(
            try figure([Span(page: 1, start: 90, end: 1_000_000)], sentence: [Span(page: 1, start: -5, end: 9)]), on: page)
        #expect(quotation.text == "short" || quotation.text == "")
        #expect(
            PageTextView.markup(page, spans: [Span(page: 1, start: 3, end: 99), Span(page: 1, start: 2, end: 1)]).html.contains("<mark"))
    }

    @Test func aCellIsMarkedWithItsHeadings() {
        func cell(_ row: Int, _ column: Int, _ text: String, header: Bool) -> TableFacts.Cell {
            TableFacts.Cell(row: row, column: column, rowSpan: 1, columnSpan: 1, text: text, header: header)
        }
        let table = TableFacts(
            id: "sha256:ab#t1", method: "ruled", pages: [1], rows: 2, columns: 2, headerRows: 1, headerColumns: 1,
            cells: [
                cell(0, 0, "", header: true), cell(0, 1, "2025/26", header: true), cell(1, 0, "Quays", header: true),
                cell(1, 1, "2.0", header: false),
            ])
        let html = TableGrid(table: table, cell: (1, 1)).markup.html
        #expect(
            html.contains("<th class=\"heading number\" scope=\"col\">2025/26</th>")
                || html.contains("<th class=\"heading\" scope=\"col\">2025/26</th>"))
        #expect(html.contains("<th class=\"heading\" scope=\"row\">Quays</th>"))
        #expect(html.contains("<td class=\"hit number\">2.0</td>"))
    }

    @Test func aTotalThatAddsUpIsMarked() {
        func cell(_ row: Int, _ text: String) -> TableFacts.Cell {
            TableFacts.Cell(row: row, column: 0, rowSpan: 1, columnSpan: 1, text: text, header: false)
        }
        var table = TableFacts(
            id: "sha256:ab#t1", method: "ruled", pages: [1], rows: 3, columns: 1, headerRows: 0, headerColumns: 0,
            cells: [cell(0, "2.0"), cell(1, "3.0"), cell(2, "5.0")])
        #expect(!TableGrid(table: table).markup.html.contains("✓"), "nothing is said of a total that was not proved")
        table.checks = [TableFacts.Check(row: 2, column: 0, holds: true), TableFacts.Check(row: 1, column: 0, holds: false)]
        let html = TableGrid(table: table).markup.html
        #expect(html.contains("5.0<span class=\"sum\" title=\"the sum of the rows above, within rounding\"> ✓</span>"))
        #expect(html.contains("1 total adds up within rounding"))
        #expect(html.components(separatedBy: "class=\"sum\"").count == 2)
    }

    @Test func whatATablePrintsHasAMeaning() {
        #expect(PrintedAmount.meaning(of: "(965)", value: "-965000", unit: "GBP") == "−£965,000")
        #expect(PrintedAmount.meaning(of: "£1.3m", value: "1300000", unit: "GBP") == nil)
        #expect(PrintedAmount.text("10896732.6", unit: "GBP") == "£10,896,732.60")
        #expect(PrintedAmount.text("12.5", unit: "FTE") == "12.5 FTE")
        #expect(PrintedAmount.short(1_300_000, unit: "GBP") == "£1.3m")
    }

    @Test func marksOfALineDontOverlap() {
        #expect(MarkedText.markup("a<b>c", [0..<1, 0..<2, 4..<9]).html == "<mark>a</mark>&lt;b&gt;c")
        #expect(MarkedText.markup("£8m", [0..<4]).html == "<mark>£8m</mark>")
    }

    @Test func daysAreCounted() {
        #expect(Plot.days("1970-01-01") == 0)
        #expect(Plot.days("2024-02-29") == 19_782)
        #expect(Plot.days("2025-00-01") == nil)
    }

    @Test func aPlotNeedsTwoDays() {
        func point(_ date: String, _ low: Double = 1_000_000, _ high: Double = 2_000_000) -> Plot.Point {
            Plot.Point(date: date, low: low, high: high, label: "a", link: Address(["x"]), cls: "")
        }
        #expect(Plot(points: [point("2025-01-01"), point("2025-01-01")], unit: "GBP").markup.isEmpty)
        #expect(Plot(points: [point("2025-01-01"), point("2025-02-01")], unit: "GBP").markup.html.contains(">£1m</text>"))
        #expect(Plot(points: [point("x"), point("2025-01-01", .nan, .infinity)], unit: nil).markup.isEmpty)
    }

    @Test func axesHaveRoundAmounts() {
        #expect(Plot.steps(to: 23_350_000) == [0, 10_000_000, 20_000_000])
        #expect(Plot.steps(to: .infinity) == [0])
        #expect(Plot.powers(from: 150_000, to: 53_000_000) == [1_000_000, 10_000_000])
        #expect(Plot.powers(from: 0.1, to: 1e9).count <= 6)
    }
}
