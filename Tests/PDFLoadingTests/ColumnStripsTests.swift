import Testing

@testable import PDFLoading

/// Columns that stand nearer to each other than cells usually do. Glyphs are 5 points wide at 10 points, spaces too.
@Suite struct ColumnStripsTests {
    @Test func columnsOfWordsThatBeginAtOneXArePartedInAllRows() throws {
        var drawing = Drawing()
        let rows = [
            ("02/05/2023", "Harlow & Finch Ltd", "grass cutting", "4,635.05"), ("09/05/2023", "D Prentice", "stationery", "1,870.18"),
            ("11/05/2023", "Oakmere Plumbing", "hall repairs", "52.40"), ("23/05/2023", "J Tidwell", "salt bins", "7,568.38"),
            ("30/05/2023", "Village Hall Trust", "hire", "90.00"),
        ]
        for (index, row) in rows.enumerated() {
            let baseline = 100 + 12 * Float(index)
            // "02/05/2023" and "Village Hall Trust" end 8 points before the next column begins; cells usually stand further apart.
            drawing.text(row.0, x: 50, baseline: baseline)
            drawing.text(row.1, x: 108, baseline: baseline)
            drawing.text(row.2, x: 206, baseline: baseline)
            drawing.text(row.3, right: 340, baseline: baseline)
        }
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table) == rows.map { [$0.0, $0.1, $0.2, $0.3] })
    }

    @Test func aLongLabelAsNearToItsFigureAsWordsIsParted() throws {
        var drawing = Drawing()
        drawing.rows(
            [
                ("Educational Needs and Disability", ["193.3", "202.7"]), ("Car Parking", ["101.4", "322.3"]),
                ("Libraries", ["384.7", "80.3"]), ("Planning Policy", ["95.0", "12.5"]), ("Cemeteries", ["7.5", "6.0"]),
            ],
            rights: [243, 330], from: 100)
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table).map { $0[0] }.first == "Educational Needs and Disability")
        #expect(drawing.grid(table).map { $0[1] } == ["193.3", "101.4", "384.7", "95.0", "7.5"])
    }

    @Test func spacesBetweenWordsOfLabelsAreNone() throws {
        var drawing = Drawing()
        drawing.rows(
            [("Ward 11 roads", ["120"]), ("Ward 12 parks", ["85"]), ("Ward 13 pools", ["1,310"]), ("Ward 14 shops", ["44"])],
            rights: [250], from: 100)
        let table = try #require(drawing.tables().tables.first)
        #expect(table.columns == 2)
        #expect(drawing.grid(table).map { $0[0] } == ["Ward 11 roads", "Ward 12 parks", "Ward 13 pools", "Ward 14 shops"])
    }

    @Test func aSignAtTheLeftOfItsColumnStaysWithItsNumber() throws {
        var drawing = Drawing()
        for (index, row) in [("Rents", "1,200"), ("Fees", "85"), ("Grants", "13,100"), ("Sales", "7")].enumerated() {
            let baseline = 100 + 12 * Float(index)
            drawing.text(row.0, x: 50, baseline: baseline)
            drawing.text("£", x: 200, baseline: baseline)
            drawing.text(row.1, right: 245, baseline: baseline)
        }
        let table = try #require(drawing.tables().tables.first)
        #expect(table.columns == 2)
    }
}
