import PaperModel
import Testing

@testable import PDFLoading

/// Tagged tables against what the page shows. Trees have two rows of cells: elements 2, 3 and 5, 6.
@Suite struct JudgedTablesTests {
    private let tree = StructureTree([
        .make(.table, parent: -1), .make(.row, parent: 0), .make(.dataCell, parent: 1), .make(.dataCell, parent: 1), .make(.row, parent: 0),
        .make(.dataCell, parent: 4), .make(.dataCell, parent: 4), .paragraph(parent: -1),
    ])

    private func judged(_ drawing: Drawing, tree: StructureTree) -> JudgedTables {
        judgedTables(on: drawing.tablePage(tree: tree), number: 1, tree: tree, tables: TaggedTables(tree))
    }

    private func tables(_ judged: JudgedTables) -> [TableDraft] {
        judged.items.compactMap { if case .table(let draft) = $0.item { draft } else { nil } }
    }

    @Test func aTableWithoutLinesOrFiguresOnlySetsTextOut() {
        var drawing = Drawing()
        drawing.text("Roger Example", x: 50, baseline: 100, element: 2)
        drawing.text("Vince Sample", x: 300, baseline: 100, element: 3)
        drawing.text("Leader", x: 50, baseline: 112, element: 5)
        drawing.text("Deputy", x: 300, baseline: 112, element: 6)
        let result = judged(drawing, tree: tree)
        #expect(result.items.isEmpty)
        #expect(result.rest.count == 6)
        #expect(!result.tagsDisagree)
    }

    @Test func theSameTableWithLinesIsOne() {
        var drawing = Drawing()
        drawing.text("Name", x: 50, baseline: 100, element: 2)
        drawing.text("Office", x: 300, baseline: 100, element: 3)
        drawing.text("Example", x: 50, baseline: 120, element: 5)
        drawing.text("Leader", x: 300, baseline: 120, element: 6)
        drawing.rule(45, 106, 400, 106)
        let found = tables(judged(drawing, tree: tree))
        #expect(found.map(\.method) == [.tagged])
        #expect(found.first?.columns == 2)
    }

    @Test func aRunningHeadIsNoTable() {
        var drawing = Drawing()
        let tree = StructureTree([
            .make(.table, parent: -1), .make(.row, parent: 0), .make(.dataCell, parent: 1), .make(.dataCell, parent: 1),
        ])
        drawing.text("Budget proposals", x: 50, baseline: 40, element: 2)
        drawing.text("7", x: 500, baseline: 40, element: 3)
        drawing.rule(45, 46, 550, 46)
        #expect(judged(drawing, tree: tree).items.isEmpty)
    }

    @Test func figuresCrowdedIntoCellsAreReadFromThePage() throws {
        var drawing = Drawing()
        // Each row's figures are tagged as one cell.
        for (row, element) in [2, 5].enumerated() {
            let baseline = 100 + Float(row) * 12
            drawing.text("Parks", x: 50, baseline: baseline, element: Int32(element))
            drawing.text("1,200", x: 200, baseline: baseline, element: Int32(element + 1))
            drawing.text("1,310", x: 300, baseline: baseline, element: Int32(element + 1))
            drawing.text("1,405", x: 400, baseline: baseline, element: Int32(element + 1))
        }
        let table = try #require(tables(judged(drawing, tree: tree)).first)
        #expect(table.method == .aligned)
        #expect(table.columns == 4)
        #expect(table.rows == 2)
    }

    @Test func linesTellTheSpansOfTheSameCells() throws {
        var drawing = Drawing()
        // Tagged with a first cell over both columns; the page draws it over one.
        let tree = StructureTree([
            .make(.table, parent: -1), .make(.row, parent: 0), .make(.headerCell, parent: 1, columnSpan: 2), .make(.dataCell, parent: 1),
            .make(.row, parent: 0),
            .make(.dataCell, parent: 4), .make(.dataCell, parent: 4), .make(.dataCell, parent: 4),
        ])
        for y in [88, 104, 120] as [Float] { drawing.rule(50, y, 350, y) }
        for x in [50, 150, 350] as [Float] { drawing.rule(x, 88, x, 120) }
        drawing.rule(250, 104, 250, 120)
        for (text, x, baseline, element) in [
            ("Name", 60, 100, 2), ("Office", 160, 100, 3), ("Lee", 60, 116, 5), ("Chair", 160, 116, 6), ("Yes", 260, 116, 7),
        ] as [(String, Float, Float, Int32)] {
            drawing.text(text, x: x, baseline: baseline, element: element)
        }
        let table = try #require(tables(judged(drawing, tree: tree)).first)
        #expect(table.method == .ruled)
        #expect(table.cells.map { [$0.row, $0.column, $0.columnSpan] } == [[0, 0, 1], [0, 1, 2], [1, 0, 1], [1, 1, 1], [1, 2, 1]])
        #expect(table.element == 0)
    }

    @Test func aRowOfFiguresInTheMarginIsNoRunningHead() {
        var drawing = Drawing()
        let tree = StructureTree([
            .make(.table, parent: -1), .make(.row, parent: 0), .make(.dataCell, parent: 1), .make(.dataCell, parent: 1),
            .make(.dataCell, parent: 1),
        ])
        drawing.text("TOTAL £m", x: 400, baseline: 40, element: 2)
        drawing.text("334.7", x: 480, baseline: 40, element: 3)
        drawing.text("290.0", x: 530, baseline: 40, element: 4)
        drawing.rule(395, 46, 560, 46)
        #expect(tables(judged(drawing, tree: tree)).count == 1)
    }

    @Test(arguments: [2, 3]) func rowsThatTagsStackInOneAreReadFromThePage(rows: Int) throws {
        // One tagged row holds several: "Loans", "Repayments", … beside as many figures in three columns.
        let tree = StructureTree([
            .make(.table, parent: -1), .make(.row, parent: 0), .make(.dataCell, parent: 1), .make(.dataCell, parent: 1),
            .make(.dataCell, parent: 1), .make(.dataCell, parent: 1),
        ])
        var drawing = Drawing()
        for (row, label) in ["Loans", "Repayments", "Receipts"].prefix(rows).enumerated() {
            let baseline = 100 + Float(row) * 14
            drawing.text(label, x: 50, baseline: baseline, element: 2)
            for (column, x) in [200, 300, 400].enumerated() {
                drawing.text("\(row + 1),\(column)04", x: Float(x), baseline: baseline, element: Int32(column + 3))
            }
        }
        let table = try #require(tables(judged(drawing, tree: tree)).first)
        #expect(table.method == .aligned)
        #expect(table.rows == rows)
    }

    @Test func aFigureAndItsShareBelowItStayOneCell() throws {
        let tree = StructureTree([
            .make(.table, parent: -1), .make(.row, parent: 0), .make(.dataCell, parent: 1), .make(.dataCell, parent: 1),
            .make(.dataCell, parent: 1), .make(.dataCell, parent: 1),
        ])
        var drawing = Drawing()
        drawing.rule(45, 90, 500, 90)
        for (row, label) in ["Loans and", "repayments"].enumerated() {
            let baseline = 100 + Float(row) * 14
            drawing.text(label, x: 50, baseline: baseline, element: 2)
            for (column, x) in [200, 300, 400].enumerated() {
                drawing.text(row == 0 ? "1,204" : "(12%)", x: Float(x), baseline: baseline, element: Int32(column + 3))
            }
        }
        #expect(tables(judged(drawing, tree: tree)).map(\.rows) == [1])
    }

    @Test func figuresWhoseLabelsAreNotTaggedWithThemAreReadFromThePage() throws {
        // The tags hold two tables of one row of figures each; the labels stand in paragraphs.
        let tree = StructureTree([
            .make(.table, parent: -1), .make(.row, parent: 0), .make(.dataCell, parent: 1), .make(.dataCell, parent: 1),
            .make(.table, parent: -1), .make(.row, parent: 4), .make(.dataCell, parent: 5), .make(.dataCell, parent: 5),
            .paragraph(parent: -1),
        ])
        var drawing = Drawing()
        for (row, label) in ["Adults", "Children"].enumerated() {
            let baseline = 100 + Float(row) * 30
            drawing.text(label, x: 50, baseline: baseline, element: 8)
            drawing.rule(45, baseline + 6, 340, baseline + 6)
            drawing.text("82.2", x: 200, baseline: baseline, element: Int32(2 + 4 * row))
            drawing.text("79.2", x: 300, baseline: baseline, element: Int32(3 + 4 * row))
        }
        let found = tables(judged(drawing, tree: tree))
        #expect(found.map(drawing.grid) == [[["Adults", "82.2", "79.2"], ["Children", "82.2", "79.2"]]])
    }

    @Test func aTableAmidTheRowsOfAnotherIsReadWithIt() throws {
        // The tags make a table of the middle row and another of those around it.
        let tree = StructureTree([
            .make(.table, parent: -1), .make(.row, parent: 0), .make(.dataCell, parent: 1), .make(.dataCell, parent: 1),
            .make(.row, parent: 0), .make(.dataCell, parent: 4), .make(.dataCell, parent: 4),
            .make(.table, parent: -1), .make(.row, parent: 7), .make(.dataCell, parent: 8), .make(.dataCell, parent: 8),
        ])
        var drawing = Drawing()
        for (row, element) in [2, 9, 5].enumerated() {
            drawing.text("Service \(row)", x: 50, baseline: 100 + Float(row) * 14, element: Int32(element))
            drawing.text("\(row)7.2", x: 200, baseline: 100 + Float(row) * 14, element: Int32(element + 1))
        }
        let found = tables(judged(drawing, tree: tree))
        #expect(found.map(drawing.grid) == [[["Service 0", "07.2"], ["Service 1", "17.2"], ["Service 2", "27.2"]]])
    }
}
