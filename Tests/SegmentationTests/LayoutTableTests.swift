import HTMLLoading
import PaperModel
import RuleEngine
import TestSupport
import Testing

@testable import Segmentation

/// Minutes and agendas that are laid out in tables: numbers in one column, titles and texts in the next.
@Suite struct LayoutTableTests {
    private func outline(_ body: String) throws -> [String] {
        let page =
            "<!doctype html><html><head><title>Marle Parish Council</title></head><body><main>"
            + "<h1>Minutes of the meeting of Marle Parish Council held on Monday 8 March 2021</h1><p>Present: Cllrs Hill, Orme and Roe</p>"
            + body + "</main></body></html>"
        return try loadHTML(Array(page.utf8), layouts: Checkout.ruleBook.get().layouts, limits: LoadLimits()).segments().outline
    }

    private let items = [
        "agendaItem | ML 45/2021 | Apologies for absence", "agendaItem | ML 46/2021 | Declarations of interest",
        "agendaItem | ML 47/2021 | Minutes of the last meeting", "  resolution | RESOLVED that the minutes be signed.",
    ]

    @Test func titleOfACellEndsWithItsLine() throws {
        let found = try outline(
            "<table><tr><td>ML 45/2021</td><td><p><strong>Apologies for absence</strong></p><p>None were received.</p></td></tr>"
                + "<tr><td>ML 46/2021</td><td>Declarations of interest<br>None.</td></tr>"
                + "<tr><td>ML 47/2021</td><td>Minutes of the last meeting<br>RESOLVED that the minutes be signed.</td></tr></table>")
        #expect(found == items)
    }

    @Test func stackedNumbersBelongToTheBoldLines() throws {
        let found = try outline(
            "<table><tr><td>ML 45/2021<br><br>ML 46/2021<br><br>ML 47/2021</td><td><b>Apologies for absence</b><br>None were received."
                + "<br><b>Declarations of interest</b><br>None.<br><b>Minutes of the last meeting</b><br>RESOLVED that the minutes be signed."
                + "</td></tr><tr><td>ML 48/2021<br>ML 49/2021</td><td>Finance<br>Planning</td></tr></table>")
        #expect(found == items + ["agendaItem | ML 48/2021 | Finance", "agendaItem | ML 49/2021 | Planning"])
    }

    @Test func stackedNumbersBelongToTheLinesThatCanBeTitles() throws {
        let found = try outline(
            "<table><tr><td><p>ML 45/2021</p><p>ML 46/2021</p></td><td><p>Apologies for absence</p>"
                + "<p>Nobody had sent word that they would be away from the meeting this time round, and all were welcomed.</p>"
                + "<p>Declarations of interest</p></td></tr><tr><td>ML 47/2021</td><td>Minutes of the last meeting<br>"
                + "RESOLVED that the minutes be signed.</td></tr></table>")
        #expect(found == items)
    }

    @Test func brokenLinesOfAPageEndTitles() throws {
        let found = try outline(
            "<p>1. APOLOGIES<br>Mr Lind.</p><p>2. MATTERS ARISING<br>2.1 Shelter. It was mended.<br>2.2 Pond. Wait.</p><p>3. FINANCE<br>Paid.</p>"
        )
        #expect(found == ["agendaItem | 1 | APOLOGIES", "agendaItem | 2 | MATTERS ARISING", "agendaItem | 3 | FINANCE"])
    }

    @Test func underlinedLinesAreHeadings() throws {
        let found = try outline("<p><u>Apologies</u></p><p>None.</p><p><u>Finance</u></p><p>Paid.</p><p><u>Date of next meeting</u></p>")
        #expect(found == ["agendaItem | Apologies", "agendaItem | Finance", "agendaItem | Date of next meeting"])
    }

    @Test func boldWordsBeforeTheRestOfTheirLineAreAHeadingBelowTheTitle() throws {
        var sketch = PaperSketch()
        sketch.heading("NETHER WENDLE PARISH COUNCIL")
        sketch.line("Minutes of the meeting held in the hall on Tuesday, 6 May 2031.")
        let cell =
            "Finance\nBills.\nNine bills were read out.\nIt was resolved to pay them.\nInsurance.\nIt was resolved to renew it for a year."
        sketch.table([
            ["1", "Apologies\nNone were sent to the clerk or to anybody else."], ["2", cell], ["3", "Next meeting\nOn 3 June."],
        ])
        var paper = sketch.paper
        let text = paper.pages[0].text
        for (row, line) in text.lines(of: TextRange(0, text.count)).enumerated() {
            let words = text.words(of: line)
            let isLead = words == "Bills." || words == "Insurance."
            let isBold = isLead || words.hasSuffix("Finance") || words.hasSuffix("Apologies") || words.hasSuffix("Next meeting")
            if isBold { paper.pages[0].bold.append(line) }
            // The plain words stand to the right of the bold ones on the same line.
            let isBeside = words.hasPrefix("Nine") || words.hasPrefix("It was resolved to renew")
            paper.pages[0].lines.append(
                Line(range: line, box: Box(x: isBeside ? 120 : 60, y: Double(isBeside ? row - 1 : row) * 14, width: 50, height: 10)))
        }
        paper.metadata.kind = .minutes
        #expect(
            try paper.segments().outline == [
                "agendaItem | 1 | Apologies", "agendaItem | 2 | Finance", "  section | Bills",
                "    resolution | It was resolved to pay them.",
                "  section | Insurance", "    resolution | It was resolved to renew it for a year.", "agendaItem | 3 | Next meeting",
            ])
    }

    /// A page of lines with a place for each: number column left, text right.
    private func placed(_ lines: [(text: String, x: Double, y: Double, bold: Bool)]) -> Paper {
        var sketch = PaperSketch()
        sketch.heading("NETHER WENDLE PARISH COUNCIL")
        sketch.line("Minutes of the meeting held in the hall on Tuesday, 6 May 2025.")
        for line in lines { sketch.line(line.text, bold: line.bold ? line.text : "") }
        var paper = sketch.paper
        for (block, line) in zip(paper.pages[0].blocks.suffix(lines.count), lines) {
            paper.pages[0].lines.append(Line(range: block.range, box: Box(x: line.x, y: line.y, width: line.x < 80 ? 12 : 90, height: 10)))
        }
        return paper
    }

    @Test func numbersBelongToTheTitlesBesideThem() throws {
        let paper = placed([
            ("Apologies", 80, 100, true), ("1.", 40, 100.5, false), ("None were received.", 80, 115, false),
            ("Finance", 80, 130, true), ("2.", 40, 130.5, false), ("It was RESOLVED to pay.", 80, 145, false),
            ("Next meeting", 80, 160, true), ("3.", 40, 160.5, false), ("In June.", 80, 175, false),
        ])
        #expect(
            try paper.segments().outline == [
                "agendaItem | 1 | Apologies", "agendaItem | 2 | Finance", "  resolution | It was RESOLVED to pay.",
                "agendaItem | 3 | Next meeting",
            ])
    }

    @Test func aColumnOfNumbersBelongsToAsManyTitles() throws {
        let paper = placed([
            ("1.", 40, 100, false), ("2.", 40, 118, false), ("3.", 40, 136, false), ("Apologies", 80, 101, true),
            ("None were received.", 80, 110, false), ("Finance", 80, 125, true), ("Paid.", 80, 140, false),
            ("Next meeting", 80, 155, true), ("In June.", 80, 170, false),
        ])
        #expect(
            try paper.segments().outline == ["agendaItem | 1 | Apologies", "agendaItem | 2 | Finance", "agendaItem | 3 | Next meeting"])
    }

    /// One row: numbers, letters of parts and blank lines left; bold titles, texts and numbered resolutions right.
    private let oneRow =
        "<table><tr><td><p>Item</p><p>&nbsp;</p><p>21/03/1</p><p>&nbsp;</p><p>&nbsp;</p><p>21/03/2</p><p>&nbsp;</p><p>21/03/3</p><p>i)</p>"
        + "<p>&nbsp;</p><p>&nbsp;</p><p>&nbsp;</p><p>21/03/4</p></td><td><p><b>Welcome</b>: all were welcomed by the Chair.</p>"
        + "<p>&nbsp;</p><p><b>Apologies for absence</b></p><p>Cllr Lind was away at sea, and was wished well.</p><p>&nbsp;</p>"
        + "<p><b>Declarations of interest</b></p><p>None.</p><p><b>Finance</b></p><p>The balances were read out.</p>"
        + "<p><b>Resolved 21/03/3.01 that they be signed.</b></p><p>&nbsp;</p><p><b>Next meeting</b></p><p>In April.</p></td></tr></table>"

    @Test func blankLinesSayWhichTitleANumberStandsBeside() throws {
        #expect(
            try outline(oneRow) == [
                "agendaItem | 21/03/1 | Apologies for absence", "agendaItem | 21/03/2 | Declarations of interest",
                "agendaItem | 21/03/3 | Finance", "  resolution | 21/03/3.01 | Resolved 21/03/3.01 that they be signed.",
                "agendaItem | 21/03/4 | Next meeting",
            ])
    }

    @Test func numbersOfResolutionsSayWhoseTheTitlesAre() throws {
        // Letters of the item above the row, a number of a part, headings for titles.
        let found = try outline(
            "<table><tr><td><p>ii)</p><p>21/3</p><p>i</p><p>1.</p><p>ii</p><p>21/4</p><p>21/5</p></td><td><p>The bridge is shut.</p><h4>Roads</h4>"
                + "<p>The lane has a hole in it.</p><p>Resolved 21/3/1 to mend it.</p><h4>Mill Lane</h4><p>It floods.</p><h4>Planning</h4>"
                + "<p>Resolved 21/4/1 to object.</p><h4>Finance</h4><p>Resolved 21/5/1 to pay.</p></td></tr></table>")
        #expect(
            found.filter { $0.hasPrefix("agendaItem") } == [
                "agendaItem | 21/3 | Roads", "agendaItem | 21/4 | Planning", "agendaItem | 21/5 | Finance",
            ])
    }

    @Test func numbersWithoutBlankLinesAndOtherTitlesAreLeftOut() throws {
        let found = try outline(
            "<table><tr><td>21/1<br>21/2<br>21/3</td><td><b>Apologies</b><br>None were received by the Clerk this time.<br><b>Finance</b><br>"
                + "Paid as listed in the papers of the meeting.</td></tr><tr><td>21/4</td><td>Next meeting</td></tr></table>")
        #expect(!found.contains { $0.contains("21/3") })
    }

    @Test func numbersALittleLowerThanBoldTitlesBelongToThem() throws {
        let paper = placed([
            ("Apologies", 80, 100, true), ("1.", 40, 108, false), ("None were received.", 80, 115, false),
            ("Finance", 80, 130, true), ("2.", 40, 138, false), ("It was RESOLVED to pay.", 80, 145, false),
            ("Next meeting", 80, 160, true), ("3.", 40, 168, false), ("In June.", 80, 175, false),
        ])
        #expect(
            try paper.segments().outline == [
                "agendaItem | 1 | Apologies", "agendaItem | 2 | Finance", "  resolution | It was RESOLVED to pay.",
                "agendaItem | 3 | Next meeting",
            ])
    }

    @Test func boldTitleBeforeItsTextIsAnItemAmongNumbers() throws {
        let found = try outline(
            "<p><b>1/21 APOLOGIES</b><br>None.</p><p><b>2/21 FOOTPATHS</b><br>The stile is down.</p><p><b>3/21 FINANCE</b><br>Paid.</p>"
                + "<p><b>DATE OF NEXT MEETING</b> 5 April 2021</p>")
        #expect(
            found == [
                "agendaItem | 1/21 | APOLOGIES", "agendaItem | 2/21 | FOOTPATHS", "agendaItem | 3/21 | FINANCE",
                "agendaItem | DATE OF NEXT MEETING",
            ])
    }

    @Test func sentenceAfterATitleOfOneWordIsNoPartOfIt() throws {
        let found = try outline(
            "<p>1. Apologies. None. 2. Finance. It was resolved to pay: the hall. 3. Planning. 24/7 Hill Farm: no view. 4. Next meeting. June.</p>"
        )
        #expect(
            found == [
                "agendaItem | 1 | Apologies", "agendaItem | 2 | Finance", "  resolution | It was resolved to pay: the hall.",
                "agendaItem | 3 | Planning", "agendaItem | 4 | Next meeting",
            ])
    }
}
