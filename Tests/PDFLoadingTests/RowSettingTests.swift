import Testing

@testable import PDFLoading

/// Which lines are one row: cells set to the top, the middle or the foot. Glyphs are 5 points wide, spaces too.
@Suite struct RowSettingTests {
    /// Lines at one pitch, so that nothing but their words tells which belong together.
    @Test func labelsOverTheirFiguresAreSetToTheFoot() throws {
        var drawing = Drawing()
        drawing.rows(
            [
                ("DIVISION", ["BUDGET"]), ("ADULTS AND", []), ("COMMISSIONING", ["20,499"]), ("CARE AND SUPPORT", []),
                ("IN THE HOME", ["11,478"]), ("LIBRARIES", ["2,974"]), ("MUSEUMS AND ARTS", []), ("SERVICE", ["1,449"]),
                ("TOTAL", ["36,400"]),
            ],
            rights: [250], from: 100)
        let table = try #require(drawing.tables().tables.first)
        #expect(
            drawing.grid(table).dropFirst() == [
                ["ADULTS AND COMMISSIONING", "20,499"], ["CARE AND SUPPORT IN THE HOME", "11,478"], ["LIBRARIES", "2,974"],
                ["MUSEUMS AND ARTS SERVICE", "1,449"], ["TOTAL", "36,400"],
            ])
    }

    @Test func linesUnderFiguresAreSetToTheTop() throws {
        var drawing = Drawing()
        drawing.rows(
            [
                ("Division", ["Budget"]), ("Children and", ["20,499"]), ("Family Support", []), ("Libraries", ["2,974"]),
                ("Museums and", ["1,449"]), ("Arts Service", []), ("Highways and", ["800"]), ("Transport", []),
            ],
            rights: [250], from: 100)
        let table = try #require(drawing.tables().tables.first)
        #expect(
            drawing.grid(table).dropFirst() == [
                ["Children and Family Support", "20,499"], ["Libraries", "2,974"], ["Museums and Arts Service", "1,449"],
                ["Highways and Transport", "800"],
            ])
    }

    /// Four lines around the figures, three, two and one; rows stand a point further apart than the lines of one cell.
    @Test func figuresBesideTheMiddleOfTheirLabels() throws {
        var drawing = Drawing()
        var y: Float = 100
        func row(_ lines: [String], _ figure: String) {
            for (index, line) in lines.enumerated() { drawing.text(line, x: 50, baseline: y + Float(index) * 12) }
            drawing.text(figure, right: 250, baseline: y + Float(lines.count - 1) * 6)
            y += Float(lines.count) * 12 + 2
        }
        row(["Division"], "Budget")
        row(["Waste", "Collection", "and", "Recycling"], "88,890")
        row(["Home to", "School", "Transport"], "45,070")
        row(["Revenues", "and Benefits"], "48,249")
        row(["Libraries"], "2,974")
        row(["Youth", "Offending", "Service"], "81,140")
        let table = try #require(drawing.tables().tables.first)
        #expect(
            drawing.grid(table).dropFirst() == [
                ["Waste Collection and Recycling", "88,890"], ["Home to School Transport", "45,070"], ["Revenues and Benefits", "48,249"],
                ["Libraries", "2,974"], ["Youth Offending Service", "81,140"],
            ])
    }

    @Test func titlesWithRoomForMoreStayRows() throws {
        var drawing = Drawing()
        drawing.rows(
            [
                ("Account", ["2023"]), ("Receipts", []), ("Precept and grants", ["50,850"]), ("Interest received", ["1,186"]),
                ("Payments", []), ("Salaries and expenses", ["45,008"]), ("Grass cutting", ["800"]),
            ],
            rights: [250], from: 100)
        let table = try #require(drawing.tables().tables.first)
        #expect(
            drawing.grid(table).map { $0[0] } == [
                "Account", "Receipts", "Precept and grants", "Interest received", "Payments", "Salaries and expenses", "Grass cutting",
            ])
    }

    @Test func labelsBetweenTheFiguresOfTwoYearsWrapTo() throws {
        var drawing = Drawing()
        let rows: [(String, String, String)] = [
            ("2023", "", "2024"), ("", "Receipts", ""), ("210", "Precept", "230"), ("40", "Rents", "42"), ("250", "Total receipts", "272"),
            ("", "Payments", ""), ("90", "Clerk", "95"), ("", "Grass cutting", ""), ("60", "and hedges", "62"),
        ]
        for (index, row) in rows.enumerated() {
            let baseline = 100 + 12 * Float(index)
            drawing.text(row.0, right: 90, baseline: baseline)
            drawing.text(row.1, x: 130, baseline: baseline)
            drawing.text(row.2, right: 280, baseline: baseline)
        }
        let table = try #require(drawing.tables().tables.first)
        #expect(
            drawing.grid(table) == [
                ["2023", "", "2024"], ["", "Receipts", ""], ["210", "Precept", "230"], ["40", "Rents", "42"],
                ["250", "Total receipts", "272"], ["", "Payments", ""], ["90", "Clerk", "95"], ["60", "Grass cutting and hedges", "62"],
            ])
    }

    @Test func titlesInAFontOfTheirOwnDontTellHowWideLabelsAre() throws {
        var drawing = Drawing()
        drawing.rows([("Division", ["Budget"])], rights: [330], from: 88)
        drawing.text("Children, families and all schools", x: 50, baseline: 100, font: 1)
        drawing.rows(
            [
                ("Fostering and", ["20,499"]), ("Adoption", []), ("Libraries", ["2,974"]), ("Museums and", ["1,449"]), ("Arts Service", []),
                ("Highways and", ["800"]), ("Transport", []),
            ],
            rights: [330], from: 112)
        let table = try #require(drawing.tables().tables.first)
        #expect(
            drawing.grid(table).dropFirst(2) == [
                ["Fostering and Adoption", "20,499"], ["Libraries", "2,974"], ["Museums and Arts Service", "1,449"],
                ["Highways and Transport", "800"],
            ])
    }

    @Test func theLastRowsWrappedCellsAreItsOwn() throws {
        var drawing = Drawing()
        let rows = [
            ("Mossgate Ltd", "hedges", "12.50"), ("Harlow & Finch", "stationery", "40.00"), ("Penfold Print", "tree works", "99.10"),
            ("Thistle Skips", "salt bins in", "35.00"),
        ]
        for (index, row) in rows.enumerated() {
            let baseline = 100 + 12 * Float(index)
            drawing.text(row.0, x: 50, baseline: baseline)
            drawing.text(row.1, x: 160, baseline: baseline)
            drawing.text(row.2, right: 300, baseline: baseline)
        }
        drawing.text("Hire", x: 50, baseline: 148)
        drawing.text("the car park", x: 160, baseline: 148)
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table).last == ["Thistle Skips Hire", "salt bins in the car park", "35.00"])
    }
}
