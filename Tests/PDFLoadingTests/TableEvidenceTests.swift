import PaperModel
import Testing

@testable import PDFLoading

/// What is on a page, step by step: edges, crossings, cells, grids, stacks of rules, lines, columns.
@Suite struct TableEvidenceTests {
    private func across(_ y: Float, _ left: Float, _ right: Float) -> Edge { Edge(position: y, start: left, end: right) }

    @Test func sidesOfBoxesAndLinesAreEdges() {
        var drawing = Drawing()
        drawing.rule(50, 90, 350, 90)
        drawing.content.boxes = [FilledBox(left: 50, top: 100, right: 150, bottom: 120, colour: 0xDDDDDD, isImage: false)]
        let edges = Edges(of: drawing.content)
        #expect(edges.horizontal.map(\.position) == [90, 100, 120])
        #expect(edges.vertical.map(\.position) == [50, 150])
    }

    @Test func whiteBoxesAndBackgroundsAreNoEdges() {
        var drawing = Drawing()
        drawing.content.boxes = [
            FilledBox(left: 0, top: 0, right: 600, bottom: 800, colour: 0xDDDDDD, isImage: false),
            FilledBox(left: 50, top: 100, right: 150, bottom: 120, colour: 0xFFFFFF, isImage: false),
        ]
        let edges = Edges(of: drawing.content)
        #expect(edges.horizontal.isEmpty && edges.vertical.isEmpty)
    }

    @Test func doubledAndDottedLinesBecomeOne() {
        let lines = joined([across(100, 50, 60), across(101, 62, 80), across(100, 300, 310), across(120, 50, 60)], within: 3)
        #expect(lines.map(\.start) == [50, 300, 50])
        #expect(lines.map(\.end) == [80, 310, 60])
        #expect(lines[0].position == lines[1].position && lines[0].position < lines[2].position)
    }

    @Test func cellsAreTheSmallestRectanglesAndShareCornersInAGrid() {
        let xs: [Float] = [50, 150, 250, 400, 500]
        let ys: [Float] = [90, 110, 130]
        // Two grids side by side with nothing between them.
        let horizontal = ys.flatMap { [across($0, 50, 250), across($0, 400, 500)] }
        let crossings = Crossings(horizontal: horizontal, vertical: xs.map { Edge(position: $0, start: 90, end: 130) }, within: 3)
        let all = cells(of: crossings, limit: 100)
        #expect(all.count == 6)
        #expect(grids(of: all).map(\.count).sorted() == [2, 4])
        #expect(cells(of: crossings, limit: 3).count <= 3)
    }

    @Test func rulesOfOneExtentAreAStack() {
        let stacks = ruleStacks([across(100, 50, 350), across(140, 51, 349), across(120, 50, 350), across(130, 50, 200)])
        #expect(stacks.map { $0.map(\.position) } == [[100, 120, 140], [130]])
    }

    @Test func openSidesAreClosedWhereAnUprightLineJoinsRules() {
        let edges = Edges(
            horizontal: [across(90, 50, 350), across(110, 50, 350)], vertical: [Edge(position: 200, start: 90, end: 110)])
        #expect(openSides(edges) { _, _ in false }.map(\.position) == [50, 350])
        #expect(openSides(Edges(horizontal: edges.horizontal, vertical: [])) { _, _ in false }.isEmpty)
    }

    @Test func linesDriftLittleFromWordToWordAndMoreInAll() {
        let tolerance = LineTolerance(fromFirst: 0.4, fromLast: 0.2)
        let drifting: [Float] = [100, 102, 104, 106, 120, 123]
        #expect(lineRanges(of: drifting, within: tolerance, baseline: { $0 }, size: { _ in 10 }) == [0..<3, 3..<4, 4..<5, 5..<6])
        #expect(
            lineRanges(
                of: [100, 101, 102] as [Float], within: tolerance, baseline: { $0 }, size: { _ in 10 }, parts: { line, _ in line.count > 1 }
            )
                == [0..<2, 2..<3])
    }

    private func rows(_ rows: [(String, [String])], rights: [Float] = [250, 350]) -> TextRows {
        var drawing = Drawing()
        drawing.rows(rows, rights: rights, from: 100)
        return drawing.tablePage().lines
    }

    @Test func linesAreCutIntoLabelsAndNumbers() {
        let text = rows([("Adult social care", ["1,200", "1,310"])])
        #expect(text.rows.map { $0.chunks.map(\.words.count) } == [[3, 1, 1]])
        #expect(text.rows[0].chunks.map(\.isNumber) == [false, true, true])
    }

    @Test func separatorsStandInTheWhiteSpaceOfAllRows() {
        let text = rows([("Parks", ["1,200", "1,310"]), ("Roads", ["980", "45"]), ("Adult social care", ["7", "8"])])
        // Labels end at 135, figures begin at 225 and end at 250, the next begin at 325.
        #expect(columnSeparators(of: text.rows) == [180, 287.5])
        let line = text.line(text.rows[0], separators: [180, 287.5])
        #expect(line.pieces.map(\.columns) == [0..<1, 1..<2, 2..<3])
    }

    @Test func regionsAreRowsWhoseFiguresStandUnderEachOther() {
        var drawing = Drawing()
        drawing.rows([("Parks", ["1,200", "1,310"]), ("Roads", ["980", "45"])], rights: [250, 350], from: 100)
        drawing.text("A sentence about something else that runs on", x: 50, baseline: 200)
        drawing.rows([("Homes", ["7", "8"]), ("Total", ["9", "10"])], rights: [400, 500], from: 300)
        #expect(alignedRegions(of: drawing.tablePage().lines, rules: []) == [0..<2, 3..<5])
    }

    @Test func wrappedLabelsShareARow() {
        let text = rows([("Adult social care", ["", ""]), ("and health", ["1,200", "1,310"]), ("Roads", ["980", "45"])])
        let lines = text.rows.map { text.line($0, separators: [180, 287.5]) }
        #expect(logicalRows(of: lines, text: text, rules: []) == [0, 0, 1])
        #expect(figureColumns(of: lines) == [1, 2])
    }

    @Test func headingsOverSeveralColumnsSpanThem() {
        var drawing = Drawing()
        drawing.text("Budget", x: 272, baseline: 100)
        drawing.rows([("", ["2024/25", "2025/26"])], rights: [250, 350], from: 112)
        let text = drawing.tablePage().lines
        let columns = [
            Area(left: 50, top: 0, right: 150, bottom: 0), Area(left: 215, top: 0, right: 250, bottom: 0),
            Area(left: 315, top: 0, right: 350, bottom: 0),
        ]
        let headings = headingRows(of: text.rows.map { text.line($0, separators: [180, 270]) }, columns: columns, rules: [])
        #expect(headings.rows == 2)
        #expect(headings.cells.map(\.columns) == [1..<3, 1..<2, 2..<3])
    }

    @Test func gapsOfAGridAreFilled() {
        let cells = fillingGaps([CellDraft(row: 0, column: 1, rowSpan: 2, run: LineRun())], rows: 2, columns: 2)
        #expect(cells.map { [$0.row, $0.column] } == [[0, 0], [0, 1], [1, 0]])
    }
}
