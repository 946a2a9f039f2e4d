import PaperModel
import Testing

@testable import PDFLoading

/// Tables found by geometry on pages drawn by hand: glyphs are 5 points wide, lines 12 apart.
@Suite struct PageTablesTests {
    private let settings = LayoutSettings()

    private func found(_ drawing: Drawing) -> FoundTables {
        tables(among: words(in: drawing.content, tree: StructureTree([]), settings: settings), content: drawing.content, settings: settings)
    }

    /// The cells of a table as rows of text, "" where a row has no cell of its own in a column.
    private func grid(_ table: TableDraft, of drawing: Drawing) -> [[String]] {
        var rows = [[String]](repeating: [String](repeating: "", count: table.columns), count: table.rows)
        for cell in table.cells { rows[cell.row][cell.column] = drawing.lineTexts(cell.run).joined(separator: " ") }
        return rows
    }

    /// Draws words whose last glyph ends at `right`.
    private func draw(_ text: String, right: Float, baseline: Float, in drawing: inout Drawing) {
        drawing.text(text, x: right - 5 * Float(text.unicodeScalars.count), baseline: baseline)
    }

    private func drawRows(_ rows: [(String, [String])], rights: [Float], from top: Float, pitch: Float = 12, in drawing: inout Drawing) {
        for (index, row) in rows.enumerated() {
            let baseline = top + Float(index) * pitch
            drawing.text(row.0, x: 50, baseline: baseline)
            for (text, right) in zip(row.1, rights) where !text.isEmpty { draw(text, right: right, baseline: baseline, in: &drawing) }
        }
    }

    @Test func figuresUnderEachOtherAreATable() throws {
        var drawing = Drawing()
        drawRows(
            [
                ("Service", ["2023/24", "2024/25"]), ("Parks", ["1,200", "1,310"]), ("Street cleaning", ["980", "(45)"]),
                ("Total", ["2,180", "1,265"]),
            ],
            rights: [250, 350], from: 100, in: &drawing)
        let table = try #require(found(drawing).tables.first)
        #expect(table.method == .aligned)
        #expect(
            grid(table, of: drawing) == [
                ["Service", "2023/24", "2024/25"], ["Parks", "1,200", "1,310"], ["Street cleaning", "980", "(45)"],
                ["Total", "2,180", "1,265"],
            ])
        #expect(table.headerRows == 1)
        #expect(table.headerColumns == 1)
        #expect(table.cells.filter(\.isHeader).count == 6)
    }

    @Test func everyCellOfTheGridIsThere() throws {
        var drawing = Drawing()
        drawRows(
            [("Parks", ["1,200", "1,310"]), ("Grants", ["", "25"]), ("Fees", ["40", ""]), ("Total", ["1,240", "1,335"])],
            rights: [250, 350], from: 100, in: &drawing)
        let table = try #require(found(drawing).tables.first)
        #expect(table.cells.map { [$0.row, $0.column] } == (0..<4).flatMap { row in (0..<3).map { [row, $0] } })
        #expect(grid(table, of: drawing)[1] == ["Grants", "", "25"])
    }

    @Test func labelsThatWrapAreOneRow() throws {
        var drawing = Drawing()
        drawRows(
            [
                ("Service", ["2023/24", "2024/25"]), ("Home to school", []), ("transport", ["1,200", "1,310"]),
                ("Fostering and", ["88", "92"]), ("adoption", []), ("Total", ["1,288", "1,402"]),
            ],
            rights: [250, 350], from: 100, in: &drawing)
        let table = try #require(found(drawing).tables.first)
        #expect(grid(table, of: drawing).map { $0[0] } == ["Service", "Home to school transport", "Fostering and adoption", "Total"])
    }

    @Test func titlesOfGroupsAreRowsOfTheirOwn() throws {
        var drawing = Drawing()
        drawRows(
            [
                ("Service", ["2023/24", "2024/25"]), ("Income", []), ("Fees", ["120", "131"]), ("Spending", []), ("Staff", ["900", "950"]),
                ("Energy", ["40", "61"]),
            ],
            rights: [250, 350], from: 100, in: &drawing)
        let table = try #require(found(drawing).tables.first)
        #expect(grid(table, of: drawing).map { $0[0] } == ["Service", "Income", "Fees", "Spending", "Staff", "Energy"])
        #expect(table.headerRows == 1)
    }

    @Test func headingsSpanTheColumnsThatTheyStandOver() throws {
        var drawing = Drawing()
        // "Budget" is centred over the first two columns of figures, "Outturn" over the other two.
        drawing.text("Budget", x: 210, baseline: 100)
        drawing.text("Outturn", x: 407, baseline: 100)
        drawRows(
            [
                ("", ["Gross", "Net", "Gross", "Net"]), ("Parks", ["1,200", "900", "1,310", "940"]),
                ("Roads", ["3,400", "3,100", "3,520", "3,050"]),
            ],
            rights: [200, 300, 400, 500], from: 112, in: &drawing)
        let table = try #require(found(drawing).tables.first)
        let first = table.cells.filter { $0.row == 0 && !$0.run.isEmpty }
        #expect(first.map { [$0.column, $0.columnSpan] } == [[1, 2], [3, 2]])
        #expect(table.headerRows == 2)
    }

    @Test func headingsThatWrapAreOneCell() throws {
        var drawing = Drawing()
        drawRows(
            [("", ["Revised", "Change"]), ("Service", ["budget", "£000"]), ("Parks", ["1,200", "15"]), ("Roads", ["3,400", "(210)"])],
            rights: [250, 350], from: 100, in: &drawing)
        let table = try #require(found(drawing).tables.first)
        #expect(grid(table, of: drawing)[0] == ["Service", "Revised budget", "Change £000"])
        #expect(table.headerRows == 1)
    }

    @Test func aLongLabelMayReachOverAnEmptyCell() throws {
        var drawing = Drawing()
        let rows = [3, 9, 1, 7, 2, 8, 4, 6, 5, 9, 1].map { ("Parks", ["1,2\($0)5", "1,3\($0)1"]) }
        drawRows(rows, rights: [150, 350], from: 100, in: &drawing)
        drawing.text("Non-distributed-costs-and-reserves", x: 50, baseline: 232)  // ends at 220, past the first figures
        draw("77", right: 350, baseline: 232, in: &drawing)
        let table = try #require(found(drawing).tables.first)
        #expect(table.columns == 3)
        #expect(grid(table, of: drawing).last == ["Non-distributed-costs-and-reserves", "", "77"])
    }

    @Test func listsOfContentsAreNoTable() {
        var drawing = Drawing()
        drawRows((1..<9).map { ("Chapter of the report", ["\($0 * 3)"]) }, rights: [500], from: 100, in: &drawing)
        #expect(found(drawing).tables.isEmpty)
    }

    @Test func theMarksOfAnAxisAreNoTable() {
        var drawing = Drawing()
        for step in 0..<8 {
            draw("\(700 - step * 100)", right: 80, baseline: 100 + Float(step) * 20, in: &drawing)
            draw("\(700 - step * 100)", right: 380, baseline: 100 + Float(step) * 20, in: &drawing)
        }
        #expect(found(drawing).tables.isEmpty)
    }

    @Test func proseWithNumbersIsNoTable() {
        var drawing = Drawing()
        for line in 0..<8 {
            drawing.text("The council spent 1,200 pounds on each of its 14 parks in the year", x: 50, baseline: 100 + Float(line) * 12)
        }
        #expect(found(drawing).tables.isEmpty)
    }

    @Test func aPlainGridKeepsItsMergedCells() throws {
        var drawing = Drawing()
        for y in [90, 110, 130, 150] as [Float] { drawing.rule(50, y, 350, y) }
        for x in [50, 150, 350] as [Float] { drawing.rule(x, 90, x, 150) }
        drawing.rule(250, 110, 250, 150)  // the heading spans the last two columns
        drawing.text("Year", x: 60, baseline: 104)
        drawing.text("Amount", x: 160, baseline: 104)
        for (row, texts) in [["2023", "10", "20"], ["2024", "30", "40"]].enumerated() {
            for (column, text) in texts.enumerated() { drawing.text(text, x: 60 + Float(column) * 100, baseline: 124 + Float(row) * 20) }
        }
        let table = try #require(found(drawing).tables.first)
        #expect(table.method == .ruled)
        #expect(grid(table, of: drawing) == [["Year", "Amount", ""], ["2023", "10", "20"], ["2024", "30", "40"]])
        #expect(table.cells[1].columnSpan == 2)
        #expect(table.edges == [50, 150, 250, 350])
    }

    @Test func aGridWithoutOuterBordersHasItsOuterCells() throws {
        var drawing = Drawing()
        for y in [90, 110, 130, 150] as [Float] { drawing.rule(50, y, 350, y) }
        drawing.rule(200, 90, 200, 150)
        for (row, texts) in [["Ward", "Votes"], ["North", "1,204"], ["South", "988"]].enumerated() {
            for (column, text) in texts.enumerated() { drawing.text(text, x: 60 + Float(column) * 160, baseline: 104 + Float(row) * 20) }
        }
        let table = try #require(found(drawing).tables.first)
        #expect(grid(table, of: drawing) == [["Ward", "Votes"], ["North", "1,204"], ["South", "988"]])
    }

    @Test func rowsInsideOneRuledCellArePartedByTheirFigures() throws {
        var drawing = Drawing()
        for y in [88, 104, 154] as [Float] { drawing.rule(50, y, 350, y) }
        for x in [50, 200, 350] as [Float] { drawing.rule(x, 88, x, 154) }
        for (row, texts) in [["Ward", "Votes"], ["North", "1,204"], ["South", "988"], ["West", "1,050"]].enumerated() {
            for (column, text) in texts.enumerated() { drawing.text(text, x: 60 + Float(column) * 160, baseline: 100 + Float(row) * 16) }
        }
        let table = try #require(found(drawing).tables.first)
        #expect(grid(table, of: drawing) == [["Ward", "Votes"], ["North", "1,204"], ["South", "988"], ["West", "1,050"]])
    }

    @Test func aWrappedCellOfAGridStaysOneRow() throws {
        var drawing = Drawing()
        for y in [88, 120, 152] as [Float] { drawing.rule(50, y, 350, y) }
        for x in [50, 200, 350] as [Float] { drawing.rule(x, 88, x, 152) }
        drawing.text("Social worker", x: 60, baseline: 100)
        drawing.text("recruitment", x: 60, baseline: 112)
        drawing.text("1,204", x: 220, baseline: 100)
        drawing.text("Agency", x: 60, baseline: 132)
        drawing.text("988", x: 220, baseline: 132)
        let table = try #require(found(drawing).tables.first)
        #expect(grid(table, of: drawing) == [["Social worker recruitment", "1,204"], ["Agency", "988"]])
    }

    @Test func rulesAcrossPartTheRowsOfWords() throws {
        var drawing = Drawing()
        for y in [88, 120, 152, 184] as [Float] { drawing.rule(50, y, 550, y) }
        for row in 0..<3 {
            let baseline = 100 + Float(row) * 32
            drawing.text("Risk \(row)", x: 60, baseline: baseline)
            drawing.text("what the service does about it,", x: 200, baseline: baseline)
            drawing.text("at length, and by when", x: 200, baseline: baseline + 12)
        }
        let table = try #require(found(drawing).tables.first)
        #expect(
            grid(table, of: drawing).map { $0[1] }
                == [String](repeating: "what the service does about it, at length, and by when", count: 3))
        #expect(grid(table, of: drawing).map { $0[0] } == ["Risk 0", "Risk 1", "Risk 2"])
    }

    @Test func shadingOfTextInsideACellDrawsNoCell() throws {
        var drawing = Drawing()
        for y in [88, 104, 120] as [Float] { drawing.rule(50, y, 350, y) }
        for x in [50, 200, 350] as [Float] { drawing.rule(x, 88, x, 120) }
        drawing.content.boxes = [
            FilledBox(left: 55.4, top: 91, right: 194.6, bottom: 102, colour: 0xC0C0C0, isImage: false)
        ]
        for (row, texts) in [["Ward", "Votes"], ["North", "1,204"]].enumerated() {
            for (column, text) in texts.enumerated() { drawing.text(text, x: 60 + Float(column) * 160, baseline: 100 + Float(row) * 16) }
        }
        let table = try #require(found(drawing).tables.first)
        #expect(table.columns == 2)
        #expect(table.rows == 2)
    }

    @Test func unseenTextStaysOutOfATable() throws {
        var drawing = Drawing()
        drawRows(
            [("Parks", ["1,200", "1,310"]), ("Roads", ["300", "25"]), ("Total", ["1,500", "1,335"])], rights: [250, 350], from: 100,
            in: &drawing)
        let seen = drawing.content.glyphs.count
        drawing.text("99", x: 290, baseline: 100)
        for index in seen..<drawing.content.glyphs.count { drawing.content.glyphs[index].flags = .invisible }
        let result = found(drawing)
        #expect(result.tables.first.map { grid($0, of: drawing)[0] } == ["Parks", "1,200", "1,310"])
        #expect(result.owners.last == -1)
    }
}
