import PaperModel
import Testing

@testable import PDFLoading

/// Tables of rows between rules across, found on pages drawn by hand: glyphs are 5 points wide, rows 18 apart.
@Suite struct BandedTablesTests {
    /// Rows with a rule under each, from the baseline of the first.
    private func draw(_ rows: [(String, [String])], rights: [Float] = [250, 350], from top: Float = 100) -> Drawing {
        var drawing = Drawing()
        drawing.rows(rows, rights: rights, from: top, pitch: 18)
        for index in rows.indices { drawing.rule(45, top + Float(index) * 18 + 6, 355, top + Float(index) * 18 + 6) }
        return drawing
    }

    @Test func headingsStandAboveTheFirstRule() throws {
        let drawing = draw([
            ("Service", ["2023/24", "2024/25"]), ("Parks", ["1,200", "1,310"]), ("Roads", ["980", "(45)"]), ("Total", ["2,180", "1,265"]),
        ])
        let table = try #require(drawing.tables().tables.first)
        #expect(table.method == .ruled)
        #expect(
            drawing.grid(table) == [
                ["Service", "2023/24", "2024/25"], ["Parks", "1,200", "1,310"], ["Roads", "980", "(45)"], ["Total", "2,180", "1,265"],
            ])
        #expect(table.headerRows == 1)
    }

    @Test func headingsOfTwoRowsAreBothThere() throws {
        let drawing = draw([
            ("", ["2023/24", "2024/25"]), ("", ["Actual", "Budget"]), ("Parks", ["1,200", "1,310"]), ("Roads", ["980", "(45)"]),
            ("Total", ["2,180", "1,265"]),
        ])
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table).prefix(2) == [["", "2023/24", "2024/25"], ["", "Actual", "Budget"]])
    }

    @Test func titlesAndSpacersPartGroupsAndNotTables() throws {
        let drawing = draw([
            ("Service", ["2023/24", "2024/25"]), ("Parks", ["1,200", "1,310"]), ("Roads", ["980", "(45)"]), ("", []), ("Income", []),
            ("Fees", ["120", "131"]), ("Grants", ["900", "950"]),
        ])
        let found = drawing.tables().tables
        #expect(found.count == 1)
        let table = try #require(found.first)
        #expect(drawing.grid(table).map { $0[0] } == ["Service", "Parks", "Roads", "", "Income", "Fees", "Grants"])
    }

    @Test func headingsWiderThanTheirFiguresKeepToTheirColumns() throws {
        // The second heading begins where the figures of the first column end.
        let drawing = draw(
            [
                ("Service", ["Band D equivalents", "Precept in £000s"]), ("Parks", ["12", "13"]), ("Roads", ["9", "4"]),
                ("Total", ["21", "17"]),
            ],
            rights: [210, 300])
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table)[0] == ["Service", "Band D equivalents", "Precept in £000s"])
    }

    @Test func aHeadingOverTwoColumnsSpansThem() throws {
        var drawing = draw(
            [
                ("", []), ("Fund", ["Income", "Total"]), ("Parks", ["2.4%", "2.1%"]), ("Roads", ["0.4%", "0.2%"]),
                ("All", ["2.5%", "3.8%"]),
            ])
        drawing.rule(45, 88, 355, 88)
        drawing.text("Return-to-September-in-a-year", x: 190, baseline: 100)
        let table = try #require(drawing.tables().tables.first)
        #expect(table.columns == 3)
        #expect(drawing.grid(table)[2] == ["Parks", "2.4%", "2.1%"])
        #expect(table.cells.contains { $0.columnSpan == 2 && $0.column == 1 && $0.row == 0 })
    }

    @Test func aLabelOfSeveralLinesStandsAroundItsFigures() throws {
        var drawing = Drawing()
        for (index, row) in [
            ("Parks and", "open spaces", "1,200", "900"), ("Roads and", "pavements", "980", "45"), ("All", "services", "2,180", "945"),
        ].enumerated() {
            let middle = 120 + Float(index) * 32
            drawing.text(row.0, x: 50, baseline: middle - 6)
            drawing.text(row.1, x: 50, baseline: middle + 6)
            drawing.text(row.2, right: 250, baseline: middle)
            drawing.text(row.3, right: 350, baseline: middle)
            drawing.rule(45, middle + 16, 355, middle + 16)
        }
        drawing.rule(45, 104, 355, 104)
        let table = try #require(drawing.tables().tables.first)
        #expect(
            drawing.grid(table) == [
                ["Parks and open spaces", "1,200", "900"], ["Roads and pavements", "980", "45"], ["All services", "2,180", "945"],
            ])
    }
}
