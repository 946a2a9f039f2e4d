import PaperModel
import Testing

@testable import PDFLoading

extension Drawing {
    /// Draws words as near to each other as most fonts set them, 3 points.
    fileprivate mutating func words(_ words: [String], x: Float, baseline: Float) {
        var x = x
        for word in words {
            text(word, x: x, baseline: baseline)
            x += 5 * Float(word.unicodeScalars.count) + 3
        }
    }
}

/// Headings of tables that white space sets: which words head which column, and how many columns. Glyphs and spaces are 5 points wide.
@Suite struct NearHeadingsTests {
    private static let body = [
        ("Parks", ["1,200", "1,310", "1,405"]), ("Street cleaning", ["980", "(45)", "610"]), ("Total", ["2,180", "1,265", "2,015"]),
    ]
    private static let read = [
        ["Parks", "1,200", "1,310", "1,405"], ["Street cleaning", "980", "(45)", "610"], ["Total", "2,180", "1,265", "2,015"],
    ]

    /// The table under headings drawn by hand.
    private func table(rights: [Float] = [200, 265, 320], head: (inout Drawing) -> Void) throws -> (grid: [[String]], table: TableDraft) {
        var drawing = Drawing()
        head(&drawing)
        drawing.rows(Self.body, rights: rights, from: 160)
        let table = try #require(drawing.tables().tables.first)
        return (drawing.grid(table), table)
    }

    @Test func theColumnsPartHeadingsThatStandAsNearAsWords() throws {
        let (grid, table) = try table {
            $0.text("Outturn", right: 200, baseline: 148)
            $0.text("Total Budget", right: 265, baseline: 148)
            $0.text("Forecast", right: 320, baseline: 148)
        }
        #expect(grid == [["", "Outturn", "Total Budget", "Forecast"]] + Self.read)
        #expect(table.headerRows == 1)
    }

    /// Accounts: years, units and words in the middle of their columns, then a blank line and a group title between the figures.
    @Test func centredHeadingsFarAboveTheirFiguresAreTheirs() throws {
        var drawing = Drawing()
        let heads: [(String, Float, [String])] = [("2023", 75, []), ("2024", 315, []), ("2024", 375, []), ("2024", 435, [])]
        for (text, mid, _) in heads {
            drawing.text(text, x: mid - 10, baseline: 100)
            drawing.text("£", x: mid - 2, baseline: 112)
        }
        for (text, mid) in [("Budget", 75), ("Spent", 315), ("Budget", 375), ("Variance", 435)] as [(String, Float)] {
            drawing.text(text, x: mid - 2.5 * Float(text.count), baseline: 136)
        }
        drawing.text("SERVICES", x: 120, baseline: 164)
        let body = [
            ["(145,000)", "Parks", "(4,022)", "(132,000)", "127,978"], ["(20,000)", "Halls", "(94,886)", "(190,000)", "95,114"],
            ["(60,000)", "Lights", "(598)", "(9,933)", "9,335"], ["(225,000)", "", "(99,506)", "(331,933)", "232,427"],
        ]
        for (row, cells) in body.enumerated() {
            let baseline = 190 + Float(row) * 12
            for (cell, right) in zip(cells, [100, 0, 340, 400, 460] as [Float]) where !cell.isEmpty && right > 0 {
                drawing.text(cell, right: right, baseline: baseline)
            }
            drawing.text(cells[1], x: 120, baseline: baseline)
        }
        let tables = drawing.tables().tables
        let table = try #require(tables.first)
        let grid = drawing.grid(table)
        #expect(tables.count == 1)
        #expect(grid.suffix(4) == body[...])
        let over = (0..<5).map { column in grid.prefix(table.headerRows).map { $0[column] }.filter { !$0.isEmpty }.joined(separator: " ") }
        #expect(over[0] == "2023 £ Budget")
        #expect(Array(over[2...]) == ["2024 £ Spent", "2024 £ Budget", "2024 £ Variance"])
    }

    @Test func oneHeadingOverAllColumnsIsNotPartedByThem() throws {
        let (grid, table) = try table {
            $0.words(["Planned", "spend", "£000"], x: 202, baseline: 136)
            for (year, right) in zip(["2024", "2025", "2026"], [200, 265, 320] as [Float]) { $0.text(year, right: right, baseline: 148) }
        }
        #expect(grid.prefix(2) == [["", "Planned spend £000", "", ""], ["", "2024", "2025", "2026"]])
        #expect(table.cells.contains { $0.row == 0 && $0.column == 1 && $0.columnSpan == 3 })
    }

    @Test func headingsOverSeveralColumnsStandInTheirMiddleWhateverTheTablesRules() throws {
        var drawing = Drawing()
        let rights: [Float] = [200, 250, 300, 360, 410, 460]
        drawing.text("2023/24", x: 222, baseline: 136)
        drawing.text("2024/25", x: 382, baseline: 136)
        drawing.rule(48, 139, 462, 139)
        drawing.rows(
            [
                ("", ["Plan", "Actual", "Left", "Plan", "Actual", "Left"]), ("Parks", ["120", "131", "140", "88", "92", "97"]),
                ("Roads", ["98", "45", "61", "75", "70", "64"]), ("Total", ["218", "176", "201", "163", "162", "161"]),
            ],
            rights: rights, from: 148)
        let table = try #require(drawing.tables().tables.first)
        #expect(
            drawing.grid(table).prefix(2) == [
                ["", "2023/24", "", "", "2024/25", "", ""], ["", "Plan", "Actual", "Left", "Plan", "Actual", "Left"],
            ])
        #expect(table.cells.filter { $0.row == 0 && $0.columnSpan == 3 }.map(\.column) == [1, 4])
    }

    @Test func theFirstLineOfAHeadingIsNoHeadingOfItsNeighbourToo() throws {
        let (grid, _) = try table {
            $0.text("VAT", right: 320, baseline: 136)
            for (head, right) in zip(["Net", "Gross", "number"], [200, 265, 320] as [Float]) { $0.text(head, right: right, baseline: 148) }
        }
        #expect(grid[0] == ["", "Net", "Gross", "VAT number"])
    }

    @Test func aRuleBetweenHeadingsAndTheTitleOfAGroupKeepsThem() throws {
        let (grid, table) = try table {
            for (head, right) in zip(["Budget", "Actual", "Left"], [200, 265, 320] as [Float]) {
                $0.text(head, right: right, baseline: 132)
            }
            $0.text("Service", x: 50, baseline: 132)
            $0.rule(48, 137, 322, 137)
            $0.text("Adults", x: 50, baseline: 148)
        }
        #expect(grid == [["Service", "Budget", "Actual", "Left"], ["Adults", "", "", ""]] + Self.read)
        #expect(table.headerRows == 1)
    }

    @Test func headingsApartFromTheBodyHeadIt() throws {
        let (grid, table) = try table {
            for (head, right) in zip(["Budget", "Actual", "Left"], [200, 265, 320] as [Float]) {
                $0.text(head, right: right, baseline: 112)
            }
            $0.text("Service", x: 50, baseline: 112)
            $0.text("Adults", x: 50, baseline: 148)
        }
        #expect(grid.prefix(2) == [["Service", "Budget", "Actual", "Left"], ["Adults", "", "", ""]])
        #expect(table.headerRows == 1)
    }

    @Test func theTitleOfAGroupThatRunsOverIsNoHeadingOfTheLabels() throws {
        let (grid, table) = try table {
            for (head, right) in zip(["Budget", "Actual", "Left"], [200, 265, 320] as [Float]) {
                $0.text(head, right: right, baseline: 136)
            }
            $0.words(["Children,", "families", "and", "schools"], x: 50, baseline: 148)
        }
        #expect(grid.prefix(2) == [["", "Budget", "Actual", "Left"], ["Children, families and schools", "", "", ""]])
        #expect(table.headerRows == 1)
    }

    @Test func theTitleOfTheTableIsNoHeading() throws {
        let (grid, _) = try table {
            $0.rule(48, 116, 322, 116)
            $0.text("Health and community budget tables", x: 50, baseline: 128)
            for (head, right) in zip(["Budget", "Actual", "Left"], [200, 265, 320] as [Float]) {
                $0.text(head, right: right, baseline: 148)
            }
            $0.text("Divisions", x: 50, baseline: 148)
        }
        #expect(grid[0] == ["Divisions", "Budget", "Actual", "Left"])
    }

    @Test func headingsSetSidewaysAreTheFirstRow() throws {
        let (grid, table) = try table { drawing in
            for (head, right) in zip(["Plan £000", "Actual £000", "Left £000"], [200, 265, 320] as [Float]) {
                let first = drawing.content.glyphs.count
                drawing.text(head, x: 0, baseline: 0, spaces: false)
                for index in first..<drawing.content.glyphs.count {
                    let along = drawing.content.glyphs[index].left
                    drawing.content.glyphs[index].turn = 3
                    drawing.content.glyphs[index].left = right - 17.5
                    drawing.content.glyphs[index].right = right - 7.5
                    drawing.content.glyphs[index].bottom = 148 - along
                    drawing.content.glyphs[index].top = 143 - along
                    drawing.content.glyphs[index].baseline = right - 10
                }
            }
        }
        #expect(grid == [["", "Plan £000", "Actual £000", "Left £000"]] + Self.read)
        #expect(table.headerRows == 1)
    }

    @Test func otherColumnsUnderHeadingsOfTheirOwnAreAnotherTable() throws {
        var drawing = Drawing()
        drawing.rows(
            [("Division", ["Budget", "Change", "Total"]), ("Parks", ["120", "31", "151"]), ("Roads", ["98", "45", "143"])],
            rights: [200, 265, 320], from: 100)
        drawing.rows(
            [("Kind", ["Outturn", "Plan"]), ("Staff", ["90", "100"]), ("Energy", ["40", "51"]), ("Total", ["130", "151"])],
            rights: [238, 296], from: 148)
        let found = drawing.tables().tables
        #expect(
            found.map(drawing.grid) == [
                [["Division", "Budget", "Change", "Total"], ["Parks", "120", "31", "151"], ["Roads", "98", "45", "143"]],
                [["Kind", "Outturn", "Plan"], ["Staff", "90", "100"], ["Energy", "40", "51"], ["Total", "130", "151"]],
            ])
    }
}
