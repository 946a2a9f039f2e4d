import PaperModel
import Testing

@testable import PDFLoading

/// Boxes and rules drawn within a table, which are none of their own. Glyphs are 5 points wide, rows 18 apart.
@Suite struct FramesTests {
    private static let rows = [
        ("Service", ["Budget", "Actual"]), ("Parks", ["1,200", "1,310"]), ("Roads", ["980", "(45)"]), ("Homes", ["700", "690"]),
        ("Fees", ["120", "130"]), ("Waste", ["310", "305"]), ("Grants", ["95", "90"]), ("Total", ["3,405", "2,480"]),
    ]
    private static let read = rows.map { [$0.0] + $0.1 }

    private func draw(_ frames: (inout Drawing) -> Void) -> Drawing {
        var drawing = Drawing()
        drawing.rows(Self.rows, rights: [250, 350], from: 100, pitch: 18)
        frames(&drawing)
        return drawing
    }

    @Test func boxesAroundTheFiguresOfOneColumnAreNoTable() throws {
        let drawing = draw { $0.grid(xs: [300, 355], ys: (0...6).map { 106 + 18 * Float($0) }) }
        #expect(drawing.tables().tables.map(drawing.grid) == [Self.read])
    }

    @Test func rulesOverAndUnderSumsAreNoTable() throws {
        let drawing = draw { for y in [142, 160, 214, 232] as [Float] { $0.rule(200, y, 355, y) } }
        #expect(drawing.tables().tables.map(drawing.grid) == [Self.read])
    }

    @Test func boxesHalfARowOffTearThePrintedLines() {
        // The labels and first figures stand in boxes of the rows, the second figures in boxes half a row lower.
        let words = draw { _ in }.tablePage().words
        func grid(shift: Int) -> TableDraft {
            let cells = words.enumerated().map { index, word in
                var cell = CellDraft(row: 2 * (index / 3) + (index % 3 == 2 ? shift : 0), column: index % 3, run: lines(of: [word]))
                cell.rowSpan = 2
                return cell
            }
            return TableDraft(method: .ruled, cells: cells, rows: 2 * Self.rows.count + 1, columns: 3, area: Area())
        }
        #expect(grid(shift: 1).tearsLines)
        #expect(!grid(shift: 0).tearsLines)
    }

    @Test func aTitleThatRunsOverInABoxLeavesItsColumnsApart() throws {
        // The box of the body holds all its columns; the headings above are drawn cell by cell.
        var drawing = Drawing()
        drawing.grid(xs: [45, 140, 255, 355], ys: [82, 106])
        drawing.grid(xs: [45, 355], ys: [106, 190])
        drawing.text("Service", x: 50, baseline: 98)
        drawing.text("Budget", right: 250, baseline: 98)
        drawing.text("Actual", right: 350, baseline: 98)
        drawing.text("Children, families and schools", x: 50, baseline: 118)
        drawing.rows(
            [("Parks", ["1,200", "1,310"]), ("Roads", ["980", "(45)"]), ("Homes", ["700", "690"]), ("Total", ["2,880", "1,955"])],
            rights: [250, 350], from: 134, pitch: 16)
        let table = try #require(drawing.tables().tables.first)
        #expect(
            drawing.grid(table) == [
                ["Service", "Budget", "Actual"], ["Children, families and schools", "", ""], ["Parks", "1,200", "1,310"],
                ["Roads", "980", "(45)"], ["Homes", "700", "690"], ["Total", "2,880", "1,955"],
            ])
    }

    @Test func aLongDescriptionInABoxReachesUnderTheNextColumn() throws {
        var drawing = Drawing()
        drawing.grid(xs: [45, 120, 255, 355], ys: [82, 106])
        drawing.grid(xs: [45, 355], ys: [106, 206])
        drawing.text("Ref", x: 50, baseline: 98)
        drawing.text("Purpose", x: 125, baseline: 98)
        drawing.text("Amount (£)", right: 350, baseline: 98)
        for (index, row) in [
            ("F1", "Rail fare", "520.00"), ("F2", "Room hire", "57.07"), ("F3", "Printing", "94.14"), ("F4", "Taxi", "31.21"),
        ].enumerated() {
            let baseline = 120 + 24 * Float(index)
            drawing.text(row.0, x: 50, baseline: baseline)
            drawing.text(row.1, x: 125, baseline: baseline)
            drawing.text(row.2, right: 350, baseline: baseline)
        }
        drawing.text("for two officers to a meeting in York", x: 125, baseline: 130)
        let table = try #require(drawing.tables().tables.first)
        #expect(
            drawing.grid(table) == [
                ["Ref", "Purpose", "Amount (£)"], ["F1", "Rail fare for two officers to a meeting in York", "520.00"],
                ["F2", "Room hire", "57.07"], ["F3", "Printing", "94.14"], ["F4", "Taxi", "31.21"],
            ])
    }

    @Test func shadedHeadingsOverATitledGroupHeadTheOpenRows() throws {
        var drawing = Drawing()
        drawing.grid(xs: [45, 200, 255, 355], ys: [88, 106])
        drawing.rows(
            [("Service", ["Budget", "Actual"]), ("Adults", []), ("Parks", ["1,200", "1,310"]), ("Roads", ["980", "(45)"])],
            rights: [250, 350], from: 100, pitch: 18)
        #expect(
            drawing.tables().tables.map(drawing.grid) == [
                [["Service", "Budget", "Actual"], ["Adults", "", ""], ["Parks", "1,200", "1,310"], ["Roads", "980", "(45)"]]
            ])
    }
}
