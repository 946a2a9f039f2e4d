import HTMLLoading
import PaperModel
import Testing

@Suite("Tables in preformatted text")
struct PreformattedTests {
    @Test("columns set with spaces, two lines of headings")
    func spaces() throws {
        let paper = try read(
            """
            <p>Spending plans</p><pre>
            Parks budget         2023/24    2024/25
                                    £000       £000
            Playgrounds            1,110      1,220
            Trees                    330        310
            Total                  1,440      1,530
            </pre><p>Agreed.</p>
            """)
        let table = try #require(paper.tables.first)
        #expect((table.rows, table.columns, table.headerRows) == (5, 3, 2))
        #expect(paper.row(0, of: table) == ["Parks budget", "2023/24", "2024/25"])
        #expect(paper.row(1, of: table) == ["", "£000", "£000"])
        #expect(paper.row(3, of: table) == ["Trees", "330", "310"])
        #expect(paper.text.hasSuffix("\nTrees\t330\t310\nTotal\t1,440\t1,530\nAgreed."))
        #expect(paper.blocks.map(\.kind) == [.paragraph, .table(0), .paragraph])
    }

    @Test("columns set with tabs, drawn lines, an empty line between groups")
    func tabs() throws {
        let paper = try read(
            "<pre>Item\tPlan\tActual\n----\t----\t------\nHall\t120\t135\n\nPool\t(40)\t\nTotal\t80\t135\n\nThe hall was let more often than planned.</pre>"
        )
        let table = try #require(paper.tables.first)
        #expect(table.headerRows == 1)
        #expect(
            (0..<table.rows).map { paper.row($0, of: table) } == [
                ["Item", "Plan", "Actual"], ["Hall", "120", "135"], ["Pool", "(40)", ""], ["Total", "80", "135"],
            ])
        #expect(paper.text.hasSuffix("\nThe hall was let more often than planned."))
    }

    @Test("markup inside and a column that a space parts from the next")
    func markup() throws {
        let paper = try read("<pre>Hall   <b>120</b> 135\nPool    40 145\nGym      9 150</pre>")
        let table = try #require(paper.tables.first)
        #expect(
            (0..<table.rows).map { paper.row($0, of: table) } == [["Hall", "120", "135"], ["Pool", "40", "145"], ["Gym", "9", "150"]])
    }

    @Test("a letter set in preformatted text is no table")
    func prose() throws {
        let paper = try read("<pre>Dear  members,\nthe meeting of 4 May is moved to 11 May.\n\n   Yours,\n   the clerk</pre>")
        #expect(paper.tables.isEmpty)
        #expect(paper.text == "Dear members,\nthe meeting of 4 May is moved to 11 May.\nYours,\nthe clerk")
    }

    @Test("lines of a cell stay apart, numbers in them as in columns")
    func linesOfCells() throws {
        let paper = try read(
            """
            <table border=1><tr><td>Hall<br>and pool<td>12<br>345<tr><td><ul><li>Gym</li><li>Court</li></ul><td><p>£1,200</p><p>£300</p>
            <tr><td>Lido<td>5</table>
            """)
        let table = try #require(paper.tables.first)
        #expect(paper.text.hasPrefix("Hall and pool\t12\t345\n"))
        #expect(paper.row(1, of: table).last == "£1,200 £300")
    }

    @Test("a table inside one that lays the page out; spans as written by hand")
    func nestedAndOddSpans() throws {
        let paper = try read(
            """
            <table><tr><td>Menu<td><table><tr><th>Item<th>£<tr><td>Hall<td>120<tr><td colspan=0 rowspan="-1">Pool<td rowspan=99>40</table>
            <tr><td>a<td>b</table>
            """)
        let table = try #require(paper.tables.first)
        #expect(paper.tables.count == 1)
        #expect((0..<table.rows).map { paper.row($0, of: table) } == [["Item", "£"], ["Hall", "120"], ["Pool", "40"]])
    }

    @Test(
        "struck out",
        arguments: [
            "<del>£1.2m</del>", "<s>£1.2m</s>", "<strike>£1.2m</strike>",
            "<span style='color:red; text-decoration: underline line-through'>£1<b>.2m</b></span>",
        ])
    func struck(words: String) throws {
        let paper = try read("<p>a grant of \(words) £1.5m</p>")
        let page = try #require(paper.pages.first)
        #expect(page.struck.map { page.text[$0] } == ["£1.2m"])
        #expect(paper.text == "a grant of £1.2m £1.5m")
    }

    @Test("text without size or opacity isn't shown; sizes given back are")
    func withoutSize() throws {
        let html = """
            <p>seen<span style="font-size:0">a</span><span style="font-size: 0px">b</span><i style="opacity:0">c</i></p>
            <div style="font-size:0"><p style="font-size:12pt">shown</p><p>d</p><p class="text">styled</p></div><p><ins style="font-size:0.9em">small</ins></p>
            """
        #expect(try read(html).text == "seen\nshown\nstyled\nsmall")
    }
}
