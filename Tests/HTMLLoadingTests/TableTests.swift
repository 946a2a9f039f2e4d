import HTMLLoading
import PaperModel
import Testing

@Suite("Tables")
struct TableTests {
    @Test("spans, two heading rows, a heading column, a caption, an empty cell")
    func wholeTable() throws {
        let paper = try read(
            """
            <table><caption>Budget £000</caption><thead><tr><th rowspan=2>Service<th colspan=2>2025/26<tr><th>Plan<th>Actual</thead>
            <tr><th scope=row>Adults<td>1,200<td>1,310<tr><th scope=row>Waste<td><td><p>(40)</p><p>net</p></table>
            """)
        let table = try #require(paper.tables.first)
        #expect(paper.text == "Budget £000\nService\t2025/26\nPlan\tActual\nAdults\t1,200\t1,310\nWaste\t\t(40) net")
        #expect((table.rows, table.columns, table.headerRows, table.headerColumns) == (4, 3, 2, 1))
        #expect(table.caption.map { paper.text(of: $0) } == "Budget £000")
        #expect(paper.row(0, of: table) == ["Service", "2025/26"])
        #expect(paper.row(1, of: table) == ["Plan", "Actual"])
        #expect(paper.row(3, of: table) == ["Waste", "", "(40) net"])
        #expect(table.cells[0].rowSpan == 2 && table.cells[1].columnSpan == 2)
        #expect(table.cells.filter { $0.column == 0 || $0.row < 2 }.allSatisfy { $0.isHeader })
        #expect(table.method == .markup)
        #expect(paper.blocks.map(\.kind) == [.caption, .table(0)])
    }

    @Test("a page beside its menu, set in a table without rules, is no data; a form with a long answer is")
    func pageInTable() throws {
        let text =
            "<p>Minutes of the meeting in the hall</p><p>1. Apologies from Ann</p><p>2. Hall roof mended</p><p>3. Next meeting in May</p>"
        let page = try read(
            "<table><tr><td><a href=a>Home</a><br><a href=b>Hall</a></td><td>\(text)</td></tr><tr><td colspan=2>Updated in May</td></tr></table>"
        )
        #expect(page.tables.isEmpty)
        #expect(page.blocks.count > 5)
        let form = try read("<table><tr><td>Title</td><td>Roof</td></tr><tr><td>Decision</td><td>\(text)</td></tr></table>")
        #expect(form.tables.count == 1)
    }

    @Test("a first row in bold above rows that are not is a heading")
    func boldHeading() throws {
        let paper = try read("<table><tr><td><b>Post</b><td><b>FTE</b><tr><td>Officer<td>2.5<tr><td>Clerk<td>1</table>")
        #expect(paper.tables.map(\.headerRows) == [1])
        let plain = try read("<table><tr><td>Post<td>FTE<tr><td>Officer<td>2.5</table>")
        #expect(plain.tables.map(\.headerRows) == [0])
    }

    @Test("cells outside rows, stray closing tags, a column span past the table")
    func invalidMarkup() throws {
        let paper = try read(
            "<table><thead><th>Title</th><th>Result</th></th><tr><td>Motion<td>Carried</tr><tr><td colspan=100000>Total 2</table>")
        let table = try #require(paper.tables.first)
        #expect((table.rows, table.columns, table.headerRows) == (3, 2, 1))
        #expect(table.cells.last?.columnSpan == 2)
    }

    @Test("row spans end with their group; overlapping ones are cut, and no place is taken twice")
    func overlappingSpans() throws {
        let paper = try read(
            "<table border=1><tr><td rowspan=9>a<td>b<td rowspan=3>c<tr><td colspan=5>d<tr><td>e<td>f<tbody><tr><td rowspan=0>g<td>h<tr><td>i</table>"
        )
        let table = try #require(paper.tables.first)
        var taken: Set<[Int]> = []
        for cell in table.cells {
            for row in cell.row..<cell.endRow {
                for column in cell.column..<cell.endColumn { #expect(taken.insert([row, column]).inserted) }
            }
        }
        #expect(taken.count == table.rows * table.columns)
        #expect(table.cells.first { paper.text(of: $0) == "a" }?.rowSpan == 3)
        #expect(table.cells.first { paper.text(of: $0) == "g" }?.rowSpan == 2)
    }

    @Test("rows and columns without words are spacing")
    func spacing() throws {
        let paper = try read("<table><tr><td>a<td><td>b<tr><td><td><td><tr><td>c<td> <td>d</table>")
        #expect(paper.tables.map { [$0.rows, $0.columns] } == [[2, 2]])
        #expect(paper.text == "a\t\tb\nc\t\td")
    }

    @Test(
        "tables that only lay the page out are not tables",
        arguments: [
            "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>", "<table><tr><td>a<td>b</table>",
            "<table><tr><td>a<tr><td>b</table>",
            "<table><tr><td><h2>Menu</h2><td>x<tr><td><form>f</form><td>y</table>",
        ])
    func layoutTables(html: String) throws {
        let paper = try read(html)
        #expect(paper.tables.isEmpty)
        #expect(!paper.text.contains("\t") && !paper.text.isEmpty)
    }

    @Test("of tables in each other the innermost that holds data is the table")
    func nestedTables() throws {
        let paper = try read("<table border=1><tr><td>Outer<td><table><tr><td>1<td>2<tr><td>3<td>4</table><tr><td>x<td>y</table>")
        #expect(paper.tables.count == 1)
        #expect(paper.tables.first.map { paper.row(1, of: $0) } == ["3", "4"])
        #expect(paper.text == "Outer\n1\t2\n3\t4\nx\ny")
    }

    @Test("a table too wide to be one is read as lines, with a notice")
    func tooWide() throws {
        let paper = try read("<table>" + String(repeating: "<tr><td rowspan=60000 colspan=900>x<td colspan=900>y", count: 50) + "</table>")
        #expect(paper.tables.isEmpty)
        #expect(paper.notices.map(\.code) == [.pageTooDense])
        #expect(paper.blocks.count == 50)
    }

    @Test("blank lines of a cell are kept: a place stands once for its line and once for each blank one above")
    func blankLinesOfCells() throws {
        let paper = try read(
            "<table><tr><td>a<br><br>b<p>&nbsp;</p><p><br></p><p>c<br></p>d<td><br>e<tr><td>f<td>g&nbsp;<br>h</table>")
        #expect(paper.text == "a b c d\te\nf\tg h")
        #expect(paper.pages.first?.cellBreaks == [2, 2, 4, 4, 4, 6, 8, 14])
    }

    @Test("a row of numbers one below the other beside their texts is a table; one of a day and a place is none")
    func rowOfItems() throws {
        let items = try read(
            "<table><tr><td>1/24<br>&nbsp;<br>2/24<br>a)<br>3/24</td><td>Apologies: none were received this time round.<br>Finance: the bills "
                + "were paid in full.<br>Next meeting: on the first of June.</td></tr></table>")
        #expect(items.tables.map(\.rows) == [1])
        let other = try read(
            "<table><tr><td>4 June 2024</td><td>The village hall, at half past seven in the evening as ever.</td></tr></table>")
        #expect(other.tables.isEmpty)
    }
}
