import PaperModel
import Testing

@testable import PDFLoading

/// Tables found by ruling lines on pages drawn by hand: glyphs are 5 points wide, lines 12 apart.
@Suite struct RuledTablesTests {
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
        let table = try #require(drawing.tables().tables.first)
        #expect(table.method == .ruled)
        #expect(drawing.grid(table) == [["Year", "Amount", ""], ["2023", "10", "20"], ["2024", "30", "40"]])
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
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table) == [["Ward", "Votes"], ["North", "1,204"], ["South", "988"]])
    }

    @Test func rowsInsideOneRuledCellArePartedByTheirFigures() throws {
        var drawing = Drawing()
        for y in [88, 104, 154] as [Float] { drawing.rule(50, y, 350, y) }
        for x in [50, 200, 350] as [Float] { drawing.rule(x, 88, x, 154) }
        for (row, texts) in [["Ward", "Votes"], ["North", "1,204"], ["South", "988"], ["West", "1,050"]].enumerated() {
            for (column, text) in texts.enumerated() { drawing.text(text, x: 60 + Float(column) * 160, baseline: 100 + Float(row) * 16) }
        }
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table) == [["Ward", "Votes"], ["North", "1,204"], ["South", "988"], ["West", "1,050"]])
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
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table) == [["Social worker recruitment", "1,204"], ["Agency", "988"]])
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
        let table = try #require(drawing.tables().tables.first)
        #expect(
            drawing.grid(table).map { $0[1] }
                == [String](repeating: "what the service does about it, at length, and by when", count: 3))
        #expect(drawing.grid(table).map { $0[0] } == ["Risk 0", "Risk 1", "Risk 2"])
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
        let table = try #require(drawing.tables().tables.first)
        #expect(table.columns == 2)
        #expect(table.rows == 2)
    }

    @Test func aTableInACellIsATableOfItsOwn() throws {
        var drawing = Drawing()
        drawing.grid(xs: [50, 200, 550], ys: [88, 120, 300])
        for (text, x, baseline) in [
            ("Question", 60, 104), ("Reply", 210, 104), ("How many posts", 60, 140), ("The posts are as follows", 210, 140),
        ] as [(String, Float, Float)] {
            drawing.text(text, x: x, baseline: baseline)
        }
        drawing.grid(xs: [210, 350, 450], ys: [160, 180, 200, 220])
        for (row, texts) in [["Role", "FTE"], ["Nurse", "1.87"], ["Clerk", "0.82"]].enumerated() {
            for (column, text) in texts.enumerated() { drawing.text(text, x: 215 + Float(column) * 140, baseline: 174 + Float(row) * 20) }
        }
        let tables = drawing.tables().tables.map(drawing.grid)
        #expect(tables.count == 2)
        #expect(tables.contains([["Role", "FTE"], ["Nurse", "1.87"], ["Clerk", "0.82"]]))
        #expect(tables.contains([["Question", "Reply"], ["How many posts", "The posts are as follows"]]))
    }

    @Test func headingsAboveAGridAndTotalsBelowItAreItsRows() throws {
        var drawing = Drawing()
        drawing.text("Savings by directorate", x: 50, baseline: 50)
        drawing.rows([("", ["Savings", "Forecast"]), ("Directorate", ["target", "savings"])], rights: [250, 350], from: 72)
        drawing.grid(xs: [45, 160, 260, 360], ys: [90, 106, 122])
        drawing.rows([("Adults", ["(66.9)", "(38.4)"]), ("Children", ["(16.7)", "(14.8)"])], rights: [250, 350], from: 101, pitch: 16)
        drawing.text("Total", x: 50, baseline: 134)
        drawing.text("(83.6)", right: 250, baseline: 134)
        drawing.text("(53.2)", right: 350, baseline: 134)
        drawing.text("All figures are in millions of pounds, before inflation is added", x: 50, baseline: 146)
        let table = try #require(drawing.tables().tables.first)
        #expect(
            drawing.grid(table) == [
                ["Directorate", "Savings target", "Forecast savings"], ["Adults", "(66.9)", "(38.4)"], ["Children", "(16.7)", "(14.8)"],
                ["Total", "(83.6)", "(53.2)"],
            ])
        #expect(table.headerRows == 1)
    }

    @Test func aTitleAboveAGridIsNoRowOfIt() throws {
        var drawing = Drawing()
        drawing.text("Savings by directorate, as reported to the committee in January", x: 50, baseline: 84)
        drawing.grid(xs: [45, 160, 260], ys: [90, 106, 122])
        drawing.rows([("Adults", ["(66.9)"]), ("Children", ["(16.7)"])], rights: [250], from: 101, pitch: 16)
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table) == [["Adults", "(66.9)"], ["Children", "(16.7)"]])
    }

    @Test func headingsOfYearsAndUnitsAreOneRow() throws {
        var drawing = Drawing()
        drawing.grid(xs: [45, 160, 260, 360], ys: [60, 106, 122, 138])
        drawing.rows([("", ["2024-25", ""]), ("Row", ["Gross", "2025-26"]), ("ref", ["£000s", "£000s"])], rights: [250, 350], from: 76)
        drawing.rows([("39", ["4,372.4", "5,072.4"]), ("40", ["96.7", "114.1"])], rights: [250, 350], from: 117, pitch: 16)
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table).first == ["Row ref", "2024-25 Gross £000s", "2025-26 £000s"])
        #expect(table.rows == 3)
    }

    @Test func columnsOfFiguresBesideWordsAreParted() throws {
        var drawing = Drawing()
        // Lines across and one upright line: the figures stand beside the first of several lines of words in two columns.
        drawing.grid(xs: [45, 150, 550], ys: [80, 130, 180, 230])
        for row in 0..<3 {
            let baseline = 92 + Float(row) * 50
            drawing.text("Service \(row)", x: 50, baseline: baseline)
            drawing.text("97.\(row)", right: 220, baseline: baseline)
            for (line, texts) in [("demand", "what drives the cost"), ("and price", "and what is done"), ("pressure", "about it")]
                .enumerated()
            {
                drawing.text(texts.0, x: 260, baseline: baseline + Float(line) * 12)
                drawing.text(texts.1, x: 350, baseline: baseline + Float(line) * 12)
            }
        }
        let table = try #require(drawing.tables().tables.first)
        #expect(
            drawing.grid(table)[1] == ["Service 1", "97.1", "demand and price pressure", "what drives the cost and what is done about it"])
    }

    @Test func aRowFollowsTheColumnsThatOthersShow() throws {
        var drawing = Drawing()
        // The first row has no upright line between its figures; the others part theirs by white space.
        drawing.grid(xs: [45, 150, 350], ys: [106, 122, 138, 154])
        drawing.rule(45, 90, 350, 90)
        drawing.rule(45, 90, 45, 106)
        drawing.rule(350, 90, 350, 106)
        drawing.rows(
            [("Adults", ["66.9", "38.4"]), ("Children", ["16.7", "14.8"]), ("Roads", ["8.7", "6.5"]), ("Chief", ["0.4", "0.3"])],
            rights: [240, 340], from: 101, pitch: 16)
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table).first == ["Adults", "66.9", "38.4"])
    }

    @Test func aLongLabelRunsOverTheCellsBesideIt() throws {
        var drawing = Drawing()
        drawing.grid(xs: [45, 120, 220, 320], ys: [90, 106, 122, 138, 154])
        for (row, texts) in [["Pay", "Roads", "10.0"], ["Prices", "Parks", "20.0"], ["Demand", "Homes", "30.0"]].enumerated() {
            for (text, x) in zip(texts, [50, 125, 225] as [Float]) { drawing.text(text, x: x, baseline: 101 + Float(row) * 16) }
        }
        drawing.text("Total demand and cost drivers", x: 50, baseline: 149)
        drawing.text("60.0", x: 225, baseline: 149)
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table).last == ["Total demand and cost drivers", "", "60.0"])
    }

    @Test func theTitleOfAGroupInTheCellOfItsFirstRowIsARow() throws {
        var drawing = Drawing()
        drawing.grid(xs: [45, 200, 300], ys: [76, 106, 122])
        drawing.text("Corporate budgets", x: 50, baseline: 88, font: 1)
        drawing.rows([("To be allocated", ["2.4"]), ("Grand total", ["53.7"])], rights: [290], from: 101, pitch: 16)
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table) == [["Corporate budgets", ""], ["To be allocated", "2.4"], ["Grand total", "53.7"]])
    }

    @Test func anEmptyStripBesideTheLabelsIsNoColumn() throws {
        var drawing = Drawing()
        drawing.grid(xs: [45, 150, 160, 260], ys: [90, 106, 122])
        drawing.rows([("Adults", ["66.9"]), ("Children", ["16.7"])], rights: [250], from: 101, pitch: 16)
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table) == [["Adults", "66.9"], ["Children", "16.7"]])
    }

    @Test func boxesOfFiguresHaveTheLabelsBetweenThem() throws {
        var drawing = Drawing()
        // Two boxes, each with an upright line but none across; the labels of both stand between them.
        drawing.grid(xs: [45, 95, 145], ys: [80, 170])
        drawing.grid(xs: [300, 360, 420], ys: [80, 170])
        for (row, label) in ["", "Pay", "Prices", "Demand", "Grants", "Total"].enumerated() {
            let baseline = 92 + Float(row) * 14
            drawing.text(label, x: 160, baseline: baseline)
            for (column, right) in [90, 140, 355, 415].enumerated() {
                drawing.text(row == 0 ? ["Core", "Total"][column % 2] : "\(row)\(column).5", right: Float(right), baseline: baseline)
            }
        }
        let tables = drawing.tables().tables.map(drawing.grid)
        #expect(
            tables == [
                [
                    ["Core", "Total", "", "Core", "Total"], ["10.5", "11.5", "Pay", "12.5", "13.5"],
                    ["20.5", "21.5", "Prices", "22.5", "23.5"], ["30.5", "31.5", "Demand", "32.5", "33.5"],
                    ["40.5", "41.5", "Grants", "42.5", "43.5"], ["50.5", "51.5", "Total", "52.5", "53.5"],
                ]
            ])
    }

    @Test func aHeadingCentredInADrawnCellSpansItsColumns() throws {
        var drawing = Drawing()
        drawing.grid(xs: [45, 150, 350], ys: [80, 170])
        drawing.text("2025-26", x: 232, baseline: 92)
        drawing.rows(
            [("", ["Core", "External", "Total"])] + ["Pay", "Prices", "Demand", "Total"].map { ($0, ["1.5", "2.5", "4.0"]) },
            rights: [200, 265, 340], from: 106, pitch: 14)
        let table = try #require(drawing.tables().tables.first)
        let heading = try #require(table.cells.first { drawing.lineTexts($0.run) == ["2025-26"] })
        #expect([heading.row, heading.column, heading.columnSpan] == [0, 1, 3])
    }

    @Test func whiteCellsBesideShadedOnesAreCells() throws {
        var drawing = Drawing()
        for row in 0..<3 {
            let top = 88 + Float(row) * 20
            for (index, x) in [50, 100, 300].enumerated() {
                drawing.content.boxes.append(
                    FilledBox(
                        left: Float(x), top: top, right: [100, 300, 500][index], bottom: top + 20, colour: index == 0 ? 0xC03030 : 0xFFFFFF,
                        isImage: false))
            }
            drawing.text("\(11 + row)", x: 60, baseline: top + 14)
            drawing.text("Question \(row)", x: 110, baseline: top + 14)
            drawing.text("Answer \(row)", x: 310, baseline: top + 14)
        }
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table) == (0..<3).map { ["\(11 + $0)", "Question \($0)", "Answer \($0)"] })
    }

    @Test func everyOtherRowShadedIsOneTable() throws {
        var drawing = Drawing()
        var rows: [(String, [String])] = [("Service", ["2023/24", "2024/25"])]
        for index in 0..<6 { rows.append(("Parks \(index)", ["\(index + 1),200", "\(index + 1),310"])) }
        drawing.rows(rows, rights: [250, 350], from: 100, pitch: 18)
        // The first and last rows of figures are white.
        for index in [2, 4] {
            let top = 100 + Float(index) * 18 - 12
            for (left, right) in [(Float(45), Float(190)), (190, 255), (255, 355)] {
                drawing.content.boxes.append(
                    FilledBox(left: left, top: top, right: right, bottom: top + 18, colour: 0xEEEEEE, isImage: false))
            }
        }
        let found = drawing.tables().tables
        #expect(found.count == 1)
        let table = try #require(found.first)
        #expect(drawing.grid(table).map { $0[0] } == ["Service"] + (0..<6).map { "Parks \($0)" })
        #expect(table.headerRows == 1)
    }

    @Test func headingsOverAWhiteFirstRowPartTheColumnsOfShadedRows() throws {
        var drawing = Drawing()
        // The last heading reaches far over the white space between the figures.
        var rows: [(String, [String])] = [("Reserve", ["Movement", "Balance at March"])]
        for index in 0..<6 { rows.append(("Fund \(index)", ["2.\(index)", "27.\(index)"])) }
        drawing.rows(rows, rights: [250, 350], from: 100, pitch: 17)
        for index in [2, 4, 6] {
            let top = 100 + Float(index) * 17 - 12
            drawing.content.boxes.append(FilledBox(left: 45, top: top, right: 355, bottom: top + 17, colour: 0xEEEEEE, isImage: false))
        }
        let table = try #require(drawing.tables().tables.first)
        #expect(drawing.grid(table).first == ["Reserve", "Movement", "Balance at March"])
        #expect(drawing.grid(table).last == ["Fund 5", "2.5", "27.5"])
    }

    @Test func shadedHeadingsBelongToTheRowsBelow() throws {
        var drawing = Drawing()
        drawing.rows(
            [
                ("Spend per pupil", []), ("", ["2023/24", "2024/25"]), ("Special schools", ["20,629", "21,648"]),
                ("Others", ["10,294", "10,245"]),
            ],
            rights: [250, 350], from: 100, pitch: 18)
        drawing.content.boxes.append(FilledBox(left: 45, top: 88, right: 355, bottom: 106, colour: 0xDDDDDD, isImage: false))
        for (left, right) in [(Float(45), Float(190)), (190, 255), (255, 355)] {
            drawing.content.boxes.append(FilledBox(left: left, top: 106, right: right, bottom: 124, colour: 0xDDDDDD, isImage: false))
        }
        let found = drawing.tables().tables
        #expect(found.count == 1)
        let table = try #require(found.first)
        #expect(drawing.grid(table).last == ["Others", "10,294", "10,245"])
        #expect(table.cells.contains { drawing.lineTexts($0.run) == ["2024/25"] })
    }

    @Test func framesOfOtherColumnsAreTablesOfTheirOwn() {
        var drawing = Drawing()
        drawing.grid(xs: [50, 250, 450], ys: [80, 100, 120])
        drawing.grid(xs: [50, 150, 250, 350, 450], ys: [140, 160, 180])
        for (row, texts) in [["Member", "Roger Sample"], ["Portfolio", "Roads"]].enumerated() {
            for (column, text) in texts.enumerated() { drawing.text(text, x: 60 + Float(column) * 200, baseline: 94 + Float(row) * 20) }
        }
        for (row, texts) in [["KPI", "Green", "Amber", "Red"], ["Total", "4", "2", "1"]].enumerated() {
            for (column, text) in texts.enumerated() { drawing.text(text, x: 60 + Float(column) * 100, baseline: 154 + Float(row) * 20) }
        }
        #expect(drawing.tables().tables.map(\.columns) == [2, 4])
    }

    @Test(arguments: [
        // A heading in bold over words, with bold labels, a bold group title and a bold word among the cells.
        ([[1, 1, 1], [1, 0, 0], [1, -1, -1], [1, 0, 0], [1, 1, 0], [1, 0, 0]], 1),
        // Two rows of it.
        ([[1, 1, 1], [1, 1, 1], [0, 0, 0], [0, 0, 0], [0, 0, 0]], 2),
        // No row that stands out.
        ([[0, 0, 0], [0, 0, 0], [0, 0, 0]], 0),
    ])
    func headingRowsStandOut(fonts: [[Int32]], headings: Int) throws {
        var drawing = Drawing()
        drawing.grid(xs: [50, 150, 250, 350], ys: (0...fonts.count).map { 80 + 20 * Float($0) })
        for (row, line) in fonts.enumerated() {
            for (column, font) in line.enumerated() where font >= 0 {
                drawing.text("word\(row)x", x: 60 + Float(column) * 100, baseline: 94 + Float(row) * 20, font: font)
            }
        }
        #expect(try #require(drawing.tables().tables.first).headerRows == headings)
    }

    @Test func spansTellTheRowsOfAHeading() throws {
        var drawing = Drawing()
        drawing.grid(xs: [50, 150, 350], ys: [80, 120, 140, 160])
        drawing.rule(150, 100, 350, 100)
        drawing.rule(250, 100, 250, 160)
        for (text, x, baseline) in [
            ("Indicator", 60, 104), ("Rating", 160, 94), ("Latest", 160, 114), ("Previous", 260, 114), ("Calls", 60, 134),
            ("GREEN", 160, 134), ("AMBER", 260, 134), ("Letters", 60, 154), ("RED", 160, 154), ("RED", 260, 154),
        ] as [(String, Float, Float)] {
            drawing.text(text, x: x, baseline: baseline)
        }
        #expect(try #require(drawing.tables().tables.first).headerRows == 2)
    }
}
