import PaperModel
import Testing

@testable import PDFLoading

/// Tables found by geometry on pages drawn by hand: glyphs are 5 points wide, lines 12 apart.
@Suite struct PageTablesTests {
    @Test func figuresUnderEachOtherAreATable() throws {
        var drawing = Drawing()
        drawing.rows(
            [
                ("Service", ["2023/24", "2024/25"]), ("Parks", ["1,200", "1,310"]), ("Street cleaning", ["980", "(45)"]),
                ("Total", ["2,180", "1,265"]),
            ],
            rights: [250, 350], from: 100)
        let table = try #require(drawing.tables().tables.first)
        #expect(table.method == .aligned)
        #expect(
            drawing.grid(table) == [
                ["Service", "2023/24", "2024/25"], ["Parks", "1,200", "1,310"], ["Street cleaning", "980", "(45)"],
                ["Total", "2,180", "1,265"],
            ])
        #expect(table.headerRows == 1)
        #expect(table.headerColumns == 1)
        #expect(table.cells.filter(\.isHeader).count == 6)
    }

    /// Accounts set the year before on the left of the labels; numbers of rows, codes and years stand there too.
    @Test func amountsOnTheLeftOfTheLabelsAreNoHeadings() throws {
        func headerColumns(_ left: [String], over heading: String) throws -> Int {
            var drawing = Drawing()
            let labels = ["Receipts", "Precept", "Rents", "Bank interest", "Total"]
            let right = ["2024 £", "12,300", "450", "20", "12,770"]
            for (index, label) in labels.enumerated() {
                let baseline = 100 + 12 * Float(index)
                drawing.text(([heading] + left)[index], right: 90, baseline: baseline)
                drawing.text(label, x: 130, baseline: baseline)
                drawing.text(right[index], right: 280, baseline: baseline)
                drawing.text(right[index], right: 350, baseline: baseline)
            }
            return try #require(drawing.tables().tables.first).headerColumns
        }
        #expect(try headerColumns(["11,900", "410", "(15)", "12,295"], over: "Before") == 0)
        #expect(try headerColumns(["900", "410", "15", "995"], over: "2023 £") == 0)
        #expect(try headerColumns(["1", "2", "3", "4"], over: "No.") == 1)
        #expect(try headerColumns(["4010", "4100", "4020", "4999"], over: "Code") == 1)
        #expect(try headerColumns(["2019", "2020", "2021", "2022"], over: "Year") == 1)
    }

    @Test func everyCellOfTheGridIsThere() throws {
        var drawing = Drawing()
        drawing.rows(
            [("Parks", ["1,200", "1,310"]), ("Grants", ["", "25"]), ("Fees", ["40", ""]), ("Total", ["1,240", "1,335"])],
            rights: [250, 350], from: 100)
        let table = try #require(drawing.tables().tables.first)
        #expect(table.cells.map { [$0.row, $0.column] } == (0..<4).flatMap { row in (0..<3).map { [row, $0] } })
        #expect(drawing.grid(table)[1] == ["Grants", "", "25"])
    }

    @Test func labelsThatWrapAreOneRow() throws {
        var drawing = Drawing()
        drawing.rows(
            [
                ("Service", ["2023/24", "2024/25"]), ("Home to school", []), ("transport", ["1,200", "1,310"]),
                ("Fostering and", ["88", "92"]), ("adoption", []), ("Total", ["1,288", "1,402"]),
            ],
            rights: [250, 350], from: 100)
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table).map { $0[0] } == ["Service", "Home to school transport", "Fostering and adoption", "Total"])
    }

    @Test func titlesOfGroupsAreRowsOfTheirOwn() throws {
        var drawing = Drawing()
        drawing.rows(
            [
                ("Service", ["2023/24", "2024/25"]), ("Income", []), ("Fees", ["120", "131"]), ("Spending", []), ("Staff", ["900", "950"]),
                ("Energy", ["40", "61"]),
            ],
            rights: [250, 350], from: 100)
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table).map { $0[0] } == ["Service", "Income", "Fees", "Spending", "Staff", "Energy"])
        #expect(table.headerRows == 1)
    }

    @Test func headingsSpanTheColumnsThatTheyStandOver() throws {
        var drawing = Drawing()
        // "Budget" is centred over the first two columns of figures, "Outturn" over the other two.
        drawing.text("Budget", x: 210, baseline: 100)
        drawing.text("Outturn", x: 407, baseline: 100)
        drawing.rows(
            [
                ("", ["Gross", "Net", "Gross", "Net"]), ("Parks", ["1,200", "900", "1,310", "940"]),
                ("Roads", ["3,400", "3,100", "3,520", "3,050"]),
            ],
            rights: [200, 300, 400, 500], from: 112)
        let table = try #require(drawing.tables().tables.first)
        let first = table.cells.filter { $0.row == 0 && !$0.run.isEmpty }
        #expect(first.map { [$0.column, $0.columnSpan] } == [[1, 2], [3, 2]])
        #expect(table.headerRows == 2)
    }

    @Test func headingsThatWrapAreOneCell() throws {
        var drawing = Drawing()
        drawing.rows(
            [("", ["Revised", "Change"]), ("Service", ["budget", "£000"]), ("Parks", ["1,200", "15"]), ("Roads", ["3,400", "(210)"])],
            rights: [250, 350], from: 100)
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table)[0] == ["Service", "Revised budget", "Change £000"])
        #expect(table.headerRows == 1)
    }

    @Test func figuresStandAtTheFootOfTheirLabels() throws {
        var drawing = Drawing()
        var baseline: Float = 100
        for row in [
            ["Service", "2023/24"], ["Parks", "1,200"], ["Settlement Funding", "Assessment", "980"], ["Roads", "45"], ["Total", "2,225"],
        ] {
            for label in row.dropLast() {
                drawing.text(label, x: 50, baseline: baseline)
                baseline += 12
            }
            drawing.text(row[row.count - 1], right: 250, baseline: baseline - 12)
            baseline += 6
        }
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table).map { $0[0] } == ["Service", "Parks", "Settlement Funding Assessment", "Roads", "Total"])
    }

    @Test func descriptionsHigherThanTheirFiguresAreOneCell() throws {
        var drawing = Drawing()
        for (index, figure) in ["12", "340", "75"].enumerated() {
            let middle = 100 + Float(index) * 48
            drawing.text("\(index + 1)", x: 50, baseline: middle)
            for (line, text) in ["Works to make", "the hall safe", "for its users"].enumerated() {
                drawing.text(text, x: 100, baseline: middle + Float(line - 1) * 12)
            }
            drawing.text(figure, right: 250, baseline: middle)
            drawing.text("\(index + 4)0", right: 350, baseline: middle)
        }
        let table = try #require(drawing.tables().tables.first)
        #expect(table.rows == 3)
        #expect(drawing.grid(table)[1] == ["2", "Works to make the hall safe for its users", "340", "50"])
    }

    @Test func dashesSetToTheOtherSideAreNoColumn() throws {
        var drawing = Drawing()
        drawing.rows(
            [
                ("Parks", ["1,200", "1,310"]), ("Roads", ["980", "45"]), ("Fees", ["40", ""]), ("Grants", ["25", "61"]),
                ("Total", ["2,245", "1,416"]),
            ],
            rights: [250, 400], from: 100)
        drawing.text("-", x: 300, baseline: 124)
        let table = try #require(drawing.tables().tables.first)
        #expect(table.columns == 3)
        #expect(drawing.grid(table)[2] == ["Fees", "40", "-"])
    }

    @Test func headingsThatEndInNumbersAreHeadings() throws {
        var drawing = Drawing()
        for (text, right) in [("Jan – Mar", Float(250)), ("Apr – Jun", 350)] { drawing.text(text, x: right - 45, baseline: 90, font: 1) }
        for right in [Float(250), 350] { drawing.text("24", x: right - 10, baseline: 102, font: 1) }
        drawing.rows(
            [("Parks", ["26", "24"]), ("Roads", ["18", "17"]), ("Total", ["44", "41"])], rights: [250, 350], from: 122, pitch: 18)
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table)[0] == ["", "Jan – Mar 24", "Apr – Jun 24"])
        #expect(table.headerRows == 1)
    }

    @Test func headingsAsNearAsWordsKeepToTheirColumns() throws {
        var drawing = Drawing()
        let rows = [
            ("Service", ["Budget", "Actual", "Change"]), ("Parks", ["1.2", "1.4", "0.2"]), ("Roads", ["3.4", "3.1", "-0.3"]),
            ("Total", ["4.6", "4.5", "-0.1"]),
        ]
        drawing.rows(rows, rights: [200, 234, 268], from: 100)
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table)[0] == ["Service", "Budget", "Actual", "Change"])
    }

    @Test func oneRuledRowDoesNotRuleTheOthers() throws {
        var drawing = Drawing()
        for (index, figure) in ["12", "340", "75"].enumerated() {
            let baseline = 100 + Float(index) * 30
            drawing.rows([("Hall", [figure, "\(index + 4)0"]), ("of the town", [])], rights: [250, 350], from: baseline)
        }
        drawing.rule(45, 190, 355, 190)
        drawing.rows([("Total", ["427", "150"])], rights: [250, 350], from: 202)
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table).map { $0[1] } == ["12", "340", "75", "427"])
    }

    @Test func aHeadingOverARuleIsOneHoweverLong() throws {
        var drawing = Drawing()
        drawing.text("Authority", x: 50, baseline: 100, font: 1)
        drawing.text("Residents under 20 to the nearest thousand", x: 150, baseline: 100, font: 1)
        drawing.text("Hubs for each 10,000 of the residents", x: 400, baseline: 100, font: 1)
        drawing.rule(45, 104, 590, 104)
        drawing.rows(
            [("Northam", ["370,000", "1.3"]), ("Westbury", ["340,000", "1.0"]), ("Easton", ["330,000", "0.7"])], rights: [360, 585],
            from: 116)
        let table = try #require(drawing.tables().tables.first)
        #expect(table.headerRows == 1)
        #expect(drawing.grid(table)[0][1] == "Residents under 20 to the nearest thousand")
    }

    @Test func aLongLabelMayReachOverAnEmptyCell() throws {
        var drawing = Drawing()
        let rows = [3, 9, 1, 7, 2, 8, 4, 6, 5, 9, 1].map { ("Parks", ["1,2\($0)5", "1,3\($0)1"]) }
        drawing.rows(rows, rights: [150, 350], from: 100)
        drawing.text("Non-distributed-costs-and-reserves", x: 50, baseline: 232)  // ends at 220, past the first figures
        drawing.text("77", right: 350, baseline: 232)
        let table = try #require(drawing.tables().tables.first)
        #expect(table.columns == 3)
        #expect(drawing.grid(table).last == ["Non-distributed-costs-and-reserves", "", "77"])
    }

    @Test func listsOfContentsAreNoTable() {
        var drawing = Drawing()
        drawing.rows((1..<9).map { ("Chapter of the report", ["\($0 * 3)"]) }, rights: [500], from: 100)
        #expect(drawing.tables().tables.isEmpty)
    }

    @Test func theMarksOfAnAxisAreNoTable() {
        var drawing = Drawing()
        for step in 0..<8 {
            drawing.text("\(700 - step * 100)", right: 80, baseline: 100 + Float(step) * 20)
            drawing.text("\(700 - step * 100)", right: 380, baseline: 100 + Float(step) * 20)
        }
        #expect(drawing.tables().tables.isEmpty)
    }

    @Test func proseWithNumbersIsNoTable() {
        var drawing = Drawing()
        for line in 0..<8 {
            drawing.text("The council spent 1,200 pounds on each of its 14 parks in the year", x: 50, baseline: 100 + Float(line) * 12)
        }
        #expect(drawing.tables().tables.isEmpty)
    }

    @Test func unseenTextStaysOutOfATable() throws {
        var drawing = Drawing()
        drawing.rows(
            [("Parks", ["1,200", "1,310"]), ("Roads", ["300", "25"]), ("Total", ["1,500", "1,335"])], rights: [250, 350], from: 100)
        let seen = drawing.content.glyphs.count
        drawing.text("99", x: 290, baseline: 100)
        for index in seen..<drawing.content.glyphs.count { drawing.content.glyphs[index].flags = .invisible }
        let result = drawing.tables()
        #expect(result.tables.first.map { drawing.grid($0)[0] } == ["Parks", "1,200", "1,310"])
        #expect(result.owners.last == -1)
    }

    @Test func aTableInOneOfTwoColumnsOfProseIsFound() throws {
        var drawing = Drawing()
        drawing.rows(
            [("Revenue budget", ["£449.2m"]), ("Capital budget", ["£403.4m"]), ("Staff, FTE", ["3,240.3"])], rights: [200], from: 100)
        for line in 0..<14 {
            drawing.text("The service comprises four divisions of its own", x: 50, baseline: 160 + Float(line) * 12)
        }
        for line in 0..<19 {
            drawing.text("focusing on the delivery of what was promised", x: 320, baseline: 100 + Float(line) * 12)
        }
        let tables = drawing.tables().tables
        #expect(
            tables.map(drawing.grid) == [[["Revenue budget", "£449.2m"], ["Capital budget", "£403.4m"], ["Staff, FTE", "3,240.3"]]])
    }

    @Test func figuresEndAtTheSignOfTheNext() {
        var drawing = Drawing()
        // A sign without ink, drawn apart, which touches the number behind it and nearly the one before.
        drawing.text("-", x: 252, baseline: 124)
        drawing.content.glyphs[0].flags = [.invisible, .artifact]
        drawing.rows(
            [("Adults", ["1,200", "1,310"]), ("Roads", ["300", "25"]), ("Total", ["8,542.9", ""])], rights: [250, 350], from: 100)
        drawing.text("14,415.2", x: 257, baseline: 124)
        let all = words(withSignsIn: drawing.content, tree: StructureTree([]), settings: LayoutSettings())
        let rows = TextRows(all, at: Array(all.indices), verticals: [])
        #expect(rows.rows.last?.chunks.map { $0.words.count } == [1, 1, 2])
    }
}
