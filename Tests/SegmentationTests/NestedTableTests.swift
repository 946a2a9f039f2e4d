import HTMLLoading
import PaperModel
import RuleEngine
import Segmentation
import TestSupport
import Testing

/// Minutes on web pages in layout tables whose cells hold tables, lists or grids of their own.
@Suite struct NestedTableTests {
    private func outline(_ body: String) throws -> [String] {
        let page =
            "<!doctype html><html><head><title>Little Oxney</title></head><body><main><h1>Little Oxney Parish Council</h1>"
            + "<h2>Minutes of the meeting held on 2nd May 2023</h2><p>Present: Cllrs Fosse, Stone and Brand</p>" + body
            + "</main></body></html>"
        return try loadHTML(Array(page.utf8), layouts: Checkout.ruleBook.get().layouts, limits: LoadLimits()).segments().outline
    }

    private let blank = "<div><br></div>"
    private let payments =
        "<table><tr><td>Payee</td><td>Net</td><td>Gross</td></tr><tr><td>Fen Mowing</td><td>&pound;120.00</td><td>&pound;144.00</td></tr>"
        + "<tr><td>Brook Press</td><td>&pound;40.00</td><td>&pound;48.00</td></tr></table>"

    @Test func numbersStandBesideTextsThatHoldATable() throws {
        let numbers = [
            "<div>Item</div>" + blank + "<div>23/05/1</div>" + blank + blank + "<div>23/05/2</div>" + blank + "<div>a)</div>" + blank
                + blank + "<div>b)</div>", "<div>23/05/3</div>" + blank + blank + blank + "<div>23/05/4</div>",
        ]
        let texts = [
            "<div>The Chair welcomed all present.</div>" + blank + "<div><b>Apologies:</b></div><div>Cllr Marsh was away.</div>" + blank
                + "<div><b>Reports:</b></div>" + blank + "<div><b>County Councillor</b></div><div>A report had been sent round.</div>"
                + blank + "<div><b>Village Hall</b></div><div>The roof has been mended.</div>",
            "<div><b>Finance:</b></div><div><b>Resolved 23/05/3.01</b></div>" + payments + "<div>All agreed to these.</div>" + blank
                + "<div><b>Date of Next Meeting:</b> 6th June 2023.</div>",
        ]
        let rows = zip(numbers, texts).map { "<tr><td>\($0)</td><td>\($1)</td><td></td></tr>" }.joined()
        #expect(
            try outline("<table>\(rows)</table>") == [
                "agendaItem | 23/05/1 | Apologies", "agendaItem | 23/05/2 | Reports", "  section | a | County Councillor",
                "  section | b | Village Hall", "agendaItem | 23/05/3 | Finance",
                "  resolution | 23/05/3.01 | Resolved 23/05/3.01 Payee Net Gross Fen Mowing £120.00 £144.00 Brook Press £40.00",
                "agendaItem | 23/05/4 | Date of Next Meeting",
            ])
    }

    /// Three items in a form of their own for each.
    private func items(_ item: (_ number: Int, _ title: String, _ text: String) -> String) -> String {
        [
            ("Apologies for absence", "Cllr Dean was unwell, which the Council accepted."),
            ("Minutes of the last meeting", "RESOLVED that they be signed."), ("Finance", "The balance stood at &pound;4,310.22."),
        ].enumerated().map { item($0.offset + 4, $0.element.0, $0.element.1) }.joined()
    }

    private func found(_ numbers: [String]) -> [String] {
        [
            "agendaItem | \(numbers[0]) | Apologies for absence", "agendaItem | \(numbers[1]) | Minutes of the last meeting",
            "  resolution | RESOLVED that they be signed.", "agendaItem | \(numbers[2]) | Finance",
        ]
    }

    @Test func eachItemIsATableOfItsOwn() throws {
        let tables = items { "<table><tr><td>\($0).</td><td><b>\($1)</b><p>\($2)</p></td></tr></table>" }
        #expect(try outline("<table><tr><td><img src=x></td><td>\(tables)</td></tr></table>") == found(["4", "5", "6"]))
    }

    @Test func titleAndTextAreRowsOfTheirOwn() throws {
        let rows = items { "<tr><td>23/4\($0)</td><td><strong>\($1)</strong></td></tr><tr><td></td><td>\($2)</td></tr>" }
        #expect(try outline("<table>\(rows)</table>") == found(["23/44", "23/45", "23/46"]))
    }

    @Test func listsStandInCells() throws {
        let cells = items { "<tr><td><ol start=\"\($0)\"><li><b>\($1)</b><br>\($2)</li></ol></td></tr>" }
        #expect(try outline("<table>\(cells)</table>") == found(["4", "5", "6"]))
    }

    @Test func gridsAreOfDivs() throws {
        let rows = items {
            "<div class=row><div>\($0)</div><div>\($1)</div></div><div class=row><div></div><div><p>\($2)</p></div></div>"
        }
        #expect(try outline("<div>\(rows)</div>") == found(["4", "5", "6"]))
    }

    @Test func definitionsHaveNumbers() throws {
        let list = items { "<dt>\($0). \($1)</dt><dd>\($2)</dd>" }
        #expect(try outline("<dl>\(list)</dl>") == found(["4", "5", "6"]))
    }
}
