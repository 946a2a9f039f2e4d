import PaperModel
import Testing

@testable import Records

@Suite struct TextWriterTests {
    @Test func aFigureStandsOnOneLineWithTheWordsAroundIt() throws {
        var paper = Paper(mediaType: .html)
        var page = Page(number: 1)
        page.text = PageText("We pay\nup to £35,000 p.a.\u{1B}[31m \u{202E}for a clerk")
        paper.pages = [page]
        var figure = Figure(
            kind: .money, spans: [Span(page: 1, range: TextRange(7, 25))], value: .single(Amount(35_000)), unit: "GBP", rule: "r")
        figure.bound = .atMost
        figure.per = "year"
        figure.period = Period.financialYear(from: 2024, text: "2024/25")
        let records = PaperRecords(
            paper: paper, segments: [], figures: [figure], source: Source(path: "a.html"), digest: "d", bytes: 1,
            provenance: Provenance(rules: "r", version: "0"))
        var text = ""
        records.forEach { text += String(decoding: TextWriter.lines($0), as: UTF8.self) }
        #expect(
            text == """
                a.html
                  page 1: 35000 GBP, atMost, per year, 2024-04-01 to 2025-03-31 “…We pay [up to £35,000 p.a.] [31m for a clerk…”

                """)
    }
}
