import PaperModel
import Testing

@testable import PDFLoading

/// The repairs called one by one on cells drawn by hand: glyphs are 5 points wide.
@Suite struct RepairStepsTests {
    /// Cells with text, each drawn 5 points inside its left side and lines 12 apart from its top.
    private func cells(_ drawn: [(Area, [String])]) -> (cells: [RuledArea], page: TablePage, drawing: Drawing) {
        var drawing = Drawing()
        for (area, lines) in drawn {
            for (line, text) in lines.enumerated() { drawing.text(text, x: area.left + 5, baseline: area.top + 11 + Float(line) * 12) }
        }
        let page = drawing.tablePage()
        return (drawn.map { RuledArea(area: $0.0, text: page.text(in: $0.0)) }, page, drawing)
    }

    private func area(_ left: Float, _ top: Float, _ right: Float, _ bottom: Float) -> Area {
        Area(left: left, top: top, right: right, bottom: bottom)
    }

    private func texts(_ cells: [RuledArea], _ drawing: Drawing) -> [String] {
        cells.map { drawing.lineTexts($0.run()).joined(separator: " ") }
    }

    @Test func narrowEmptyColumnsGo() {
        let (drawn, _, _) = cells([
            (area(50, 90, 150, 110), ["Adults"]), (area(150, 90, 156, 110), []), (area(156, 90, 250, 110), ["66.9"]),
        ])
        let mended = withoutSlack(drawn)
        #expect(mended.map(\.area.left) == [50, 150])
        #expect(mended.map(\.area.right) == [150, 250])
    }

    @Test func narrowColumnsWithTextStay() {
        let (drawn, _, _) = cells([(area(50, 90, 150, 110), ["Adults"]), (area(150, 90, 161, 110), ["a"])])
        #expect(withoutSlack(drawn).count == 2)
    }

    @Test func lowEmptyRowsGoToTheRowBelow() {
        let (drawn, _, _) = cells([
            (area(50, 90, 150, 110), ["Adults"]), (area(50, 110, 150, 116), []), (area(50, 116, 150, 136), ["Roads"]),
        ])
        let mended = withoutSpacers(drawn)
        #expect(mended.map(\.area.top) == [90, 116])
        #expect(mended.map(\.area.bottom) == [116, 136])
    }

    @Test func columnsOfACellArePartedByWhiteSpace() {
        let (drawn, page, drawing) = cells([(area(50, 90, 150, 130), ["Adults", "Roads"]), (area(150, 90, 350, 130), [])])
        var wide = drawing
        for (text, x, y) in [("66.9", 200, 101), ("38.4", 300, 101), ("8.7", 205, 113), ("6.5", 305, 113)] as [(String, Float, Float)] {
            wide.text(text, x: x, baseline: y)
        }
        let text = wide.tablePage()
        #expect(splitColumns(of: drawn).count == 2)
        let parted = splitColumns(of: drawn.map { RuledArea(area: $0.area, text: text.text(in: $0.area)) })
        #expect(texts(parted, wide) == ["Adults Roads", "66.9 8.7", "38.4 6.5"])
        #expect(page.words.count == 2)
    }

    @Test func rowsOfACellArePartedByTheirFigures() {
        let (drawn, _, drawing) = cells([
            (area(50, 90, 150, 130), ["Adults", "Roads", "Parks"]), (area(150, 90, 250, 130), ["66.9", "8.7", "1.2"]),
        ])
        #expect(texts(splitRows(of: drawn), drawing) == ["Adults", "Roads", "Parks", "66.9", "8.7", "1.2"])
    }

    @Test func wrappedWordsOfACellStayOneRow() {
        let (drawn, _, drawing) = cells([(area(50, 90, 150, 130), ["Adult social", "care"]), (area(150, 90, 250, 130), ["66.9"])])
        #expect(texts(splitRows(of: drawn), drawing) == ["Adult social care", "66.9"])
    }

    @Test func figuresWithoutLabelsAreBoxes() {
        let figures = ["66.9", "8.7", "1.2", "3.4"]
        #expect(isBoxOfFigures(cells([(area(50, 90, 150, 150), figures)]).cells))
        #expect(
            !isBoxOfFigures(
                cells([(area(50, 90, 150, 150), ["Adults", "Roads", "Parks", "Homes"]), (area(150, 90, 250, 150), figures)]).cells))
    }

    @Test func gridsThatAreNoTablesSayWhy() throws {
        let trace = TableTrace()
        var drawing = Drawing()
        drawing.text("Adults", x: 55, baseline: 101)
        let page = drawing.tablePage(trace: trace)
        let empty = (0..<6).map { column in
            let place = area(50 + Float(column) * 50, 90, 100 + Float(column) * 50, 110)
            return RuledArea(area: place, text: page.text(in: place))
        }
        _ = trace.begin(.ruled)
        #expect(ruledTable(empty, on: page) == nil)
        #expect(trace.entries.map(\.outcome) == ["no table: 1 of 6 cells are filled"])
    }

    @Test func rowsAboveTheFirstNumbersAreHeadings() throws {
        let (drawn, page, _) = cells([
            (area(50, 90, 150, 110), ["Service"]), (area(150, 90, 250, 110), ["Budget"]), (area(50, 110, 150, 130), ["Adults"]),
            (area(150, 110, 250, 130), ["66.9"]), (area(50, 130, 150, 150), ["Roads"]), (area(150, 130, 250, 150), ["8.7"]),
        ])
        let table = try #require(ruledTable(drawn, on: page))
        #expect(table.headerRows == 1 && table.headerColumns == 1)
        #expect(table.cells.filter(\.isHeader).map { [$0.row, $0.column] } == [[0, 0], [0, 1], [1, 0], [2, 0]])
    }

    @Test func sharesAreCountedInWholeNumbers() {
        #expect(Share.most.isReached(by: 2, of: 3) && !Share.most.isReached(by: 3, of: 5))
        #expect(Share.half.isPassed(by: 3, of: 5) && !Share.half.isPassed(by: 2, of: 4))
    }
}
