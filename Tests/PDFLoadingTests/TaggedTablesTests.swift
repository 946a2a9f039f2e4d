import Testing

@testable import PDFLoading

@Suite struct TaggedTablesTests {
    /// A table of two rows: a cell over both rows beside "b", then "c" below it.
    private let tree = StructureTree([
        .make(.table, parent: -1), .make(.row, parent: 0), .make(.dataCell, parent: 1, rowSpan: 2), .make(.dataCell, parent: 1),
        .make(.row, parent: 0),
        .make(.dataCell, parent: 4),
    ])

    private func draft(_ drawing: Drawing) -> TaggedTables.Draft {
        let settings = LayoutSettings()
        return TaggedTables(tree).draft(
            of: 0, words: words(in: drawing.content, tree: tree, settings: settings), page: 1, tree: tree)
    }

    @Test func cellsGoRoundThoseThatSpanRows() throws {
        var drawing = Drawing()
        drawing.text("a", x: 50, baseline: 106, element: 2)
        drawing.text("b", x: 150, baseline: 100, element: 3)
        drawing.text("c", x: 150, baseline: 120, element: 5)
        guard case .table(let table) = draft(drawing) else {
            Issue.record("not taken as a table")
            return
        }
        #expect(table.rows == 2)
        #expect(table.columns == 2)
        #expect(table.cells.map { [$0.row, $0.column, $0.rowSpan] } == [[0, 0, 2], [0, 1, 1], [1, 1, 1]])
    }

    @Test func cellsThatStandElsewhereDisagree() {
        var drawing = Drawing()
        drawing.text("a", x: 150, baseline: 300, element: 2)
        drawing.text("b", x: 50, baseline: 320, element: 3)
        drawing.text("c", x: 150, baseline: 100, element: 5)
        guard case .disagrees = draft(drawing) else {
            Issue.record("taken although its cells don't line up")
            return
        }
    }

    @Test func runsWithoutMeaningBelongToTheirParagraph() {
        let tree = StructureTree([.paragraph(parent: -1), .make(.group, parent: 0), .make(.group, parent: -1), .paragraph(parent: 2)])
        #expect(tree.homes.map(\.block) == [0, 0, 2, 3])
    }

    @Test func aNoteIsNoPartOfTheCellThatNamesIt() {
        let tree = StructureTree([
            .make(.table, parent: -1), .make(.row, parent: 0), .make(.dataCell, parent: 1), .make(.note, parent: 2), .paragraph(parent: 3),
        ])
        #expect(tree.homes.map(\.cell) == [-1, -1, 2, -1, -1])
        #expect(tree.homes.map(\.table) == [0, 0, 0, -1, -1])
        #expect(tree.homes.map(\.isNote) == [false, false, false, true, true])
    }

    @Test func anElementHoldsItsDescendantsAlone() {
        #expect(tree.holds(0, 5))
        #expect(tree.holds(1, 3))
        #expect(!tree.holds(1, 5))
        #expect(!tree.holds(2, 2))
    }
}
