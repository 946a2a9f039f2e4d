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

    /// The boxes of a form's values are drawn a little higher than the middle between its labels.
    @Test func freeLabelsPartWhereTheBoxesBesideThemDo() {
        let (drawn, _, _) = cells([
            (area(50, 90, 150, 130), ["Adults", "Roads", "Parks"]), (area(150, 90, 170, 130), ["95", "96", "97"]),
            (area(250, 90, 300, 102.5), ["66.9"]), (area(250, 102.5, 300, 115), ["8.7"]), (area(250, 115, 300, 130), ["1.2"]),
        ])
        #expect(Set(splitRows(of: drawn).map(\.area.top)) == [90, 102.5, 115])
    }

    /// The boxes of another column have a row more: a blank one.
    @Test func blankRowsBetweenBoxesAreRows() {
        var drawing = Drawing()
        let rows: [(Float, String, String)] = [(101, "Adults", "66.9"), (137, "Roads", "8.7")]
        for (y, label, amount) in rows {
            drawing.text(label, x: 55, baseline: y)
            drawing.text(amount, x: 155, baseline: y)
        }
        let page = drawing.tablePage()
        let drawn = [
            area(50, 90, 150, 140), area(150, 90, 250, 140), area(250, 90, 300, 105), area(250, 105, 300, 126), area(250, 126, 300, 140),
        ].map { RuledArea(area: $0, text: page.text(in: $0)) }
        let parted = splitRows(of: drawn)
        #expect(texts(parted.filter { $0.area.left == 50 }, drawing) == ["Adults", "", "Roads"])
        #expect(parted.filter { $0.area.left == 150 }.map(\.area.top) == [90, 105, 126])
    }

    @Test func headingsOfSeveralLinesAreOneRow() {
        let (drawn, _, drawing) = cells([
            (area(50, 90, 150, 150), ["", "", "Adults", "Roads"]), (area(150, 90, 250, 150), ["Agreed", "£000", "66.9", "8.7"]),
            (area(250, 90, 350, 150), ["", "£000", "64.1", "8.5"]), (area(350, 90, 450, 150), ["Spent", "£000", "61.1", "8.0"]),
        ])
        #expect(
            texts(splitRows(of: drawn), drawing) == [
                "", "Adults", "Roads", "Agreed £000", "66.9", "8.7", "£000", "64.1", "8.5", "Spent £000", "61.1", "8.0",
            ])
    }

    @Test func aHeadingWiderThanItsBoxStandsOverIt() {
        var drawing = Drawing()
        drawing.text("Staff", x: 55, baseline: 101)
        // 35 points over a box of 30.
        drawing.text("To 1 dp", x: 147.5, baseline: 101)
        drawing.text("Adults", x: 55, baseline: 121)
        drawing.text("66.9", x: 155, baseline: 121)
        let page = drawing.tablePage()
        let drawn = [area(50, 90, 200, 110), area(50, 110, 150, 130), area(150, 110, 180, 130), area(180, 110, 200, 130)]
        let parted = splitColumns(of: drawn.map { RuledArea(area: $0, text: page.text(in: $0)) })
        #expect(texts(parted.filter { $0.area.top == 90 }, drawing) == ["Staff", "To 1 dp", ""])
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
