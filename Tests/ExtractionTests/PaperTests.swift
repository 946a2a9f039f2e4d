import Extraction
import PaperModel
import RuleEngine
import TestSupport
import Testing

/// A paper written down for a test: paragraphs and tables on pages.
struct PaperSketch {
    var paper = Paper(mediaType: .pdf)

    mutating func page() {
        paper.pages.append(Page(number: paper.pages.count + 1))
        paper.pageCount += 1
    }

    mutating func write(_ words: String) -> TextRange {
        let page = paper.pages.count - 1
        let start = paper.pages[page].text.count
        paper.pages[page].text.append(words + "\n")
        return TextRange(start, start + words.unicodeScalars.count)
    }

    @discardableResult
    mutating func block(_ words: String, _ kind: Block.Kind = .paragraph, continues: Bool = false) -> TextRange {
        var block = Block(kind: kind, range: write(words))
        block.continuesPrevious = continues
        paper.pages[paper.pages.count - 1].blocks.append(block)
        return block.range
    }

    mutating func table(_ rows: [[String]], headerRows: Int = 1, headerColumns: Int = 1, caption: String? = nil) {
        let page = paper.pages.count
        var table = Table(method: .ruled, rows: rows.count, columns: rows[0].count)
        table.caption = caption.map { Span(page: page, range: block($0, .caption)) }
        let start = paper.pages[page - 1].text.count
        for (row, cells) in rows.enumerated() {
            for (column, words) in cells.enumerated() {
                var cell = Table.Cell(row: row, column: column, page: page, range: write(words))
                cell.isHeader = row < headerRows || column < headerColumns
                table.cells.append(cell)
            }
        }
        table.headerRows = headerRows
        table.headerColumns = headerColumns
        let range = TextRange(start, paper.pages[page - 1].text.count)
        table.parts = [Table.Part(page: page, box: nil, range: range)]
        paper.pages[page - 1].blocks.append(Block(kind: .table(paper.tables.count), range: range))
        paper.tables.append(table)
    }

    /// The paper with its units, as the pipeline passes it on.
    func read() throws -> (paper: Paper, figures: [Figure]) {
        let extractor = FigureExtractor(rules: try Checkout.ruleBook.get())
        var paper = paper
        for (index, units) in extractor.columnUnits(in: paper).enumerated() { paper.tables[index].columnUnits = units }
        return (paper, extractor.figures(in: paper).figures)
    }
}

@Suite struct PaperTests {
    private func values(_ figures: [Figure]) -> [String] {
        figures.map { figure in
            guard case .single(let amount) = figure.value else { return "range" }
            return "\(amount) \(figure.unit)"
        }
    }

    @Test func aParagraphOverAPageBreakIsReadAsOne() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.block("The scheme will cost £8.1")
        sketch.page()
        sketch.block("million in 2025/26.", continues: true)
        let figure = try #require(try sketch.read().figures.first)
        #expect(values([figure]) == ["8100000 GBP"])
        #expect(figure.spans == [Span(page: 1, range: TextRange(21, 25)), Span(page: 2, range: TextRange(0, 7))])
    }

    @Test func furnitureIsPassedOver() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.block("Fees £5 apply", .furniture)
        sketch.block("A fee of £6 applies.")
        #expect(values(try sketch.read().figures) == ["6 GBP"])
    }

    @Test func aListTakesThePeriodOfItsIntroduction() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.block("The following grants were made for 2025-26:")
        sketch.block("transport grant of £3.6m", .listItem)
        sketch.block("Afterwards £9 was left.")
        let figures = try sketch.read().figures
        #expect(figures.map { $0.period?.start.description } == ["2025-04-01", nil])
    }

    @Test func unitsComeFromHeadingsAndPercentagesAndLabelsAreNone() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.table(
            [
                ["Ref", "Service", "2024-25 £000", "2025-26 £000", "Change %", "FTE"], ["1", "Roads", "1,234", "(33.8)", "4.5", "2.5"],
                ["2", "Parks", "-", "0", "1.0", ""],
            ], headerColumns: 0)
        let (paper, figures) = try sketch.read()
        #expect(paper.tables[0].columnUnits.map { $0?.unit } == ["none", nil, "GBP", "GBP", "percent", "FTE"])
        #expect(values(figures) == ["1234000 GBP", "-33800 GBP", "2.5 FTE", "0 GBP"])
        #expect(figures.map { $0.period?.end.description } == ["2025-03-31", "2026-03-31", nil, "2026-03-31"])
        #expect(figures[1].signFrom == .brackets)
        #expect(figures[1].scaleFrom == .columnHeading)
        #expect(figures[0].interval.map { [$0.min.description, $0.max.description] } == ["1233500", "1234500"])
        #expect(figures[0].cell?.rowHeading == "Roads")
        #expect(figures[0].cell?.columnHeading == "2024-25 £000")
    }

    @Test func aCaptionSpeaksForItsColumns() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.table([["", "Opening", "Closing"], ["General fund", "20.0", "19.5"]], caption: "Reserves in 2024/25 (£m)")
        let (_, figures) = try sketch.read()
        #expect(values(figures) == ["20000000 GBP", "19500000 GBP"])
        #expect(figures.map { $0.scaleFrom } == [.caption, .caption])
        #expect(figures.map { $0.period?.text } == ["2024/25", "2024/25"])
    }

    @Test func aRowMayStateItsOwnUnit() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.table([["", "2025-26 £m"], ["Net budget", "643.2"], ["Staff (FTE)", "2,370.3"]])
        #expect(values(try sketch.read().figures) == ["643200000 GBP", "2370.3 FTE"])
    }

    @Test func theRestOfATableOnTheNextPageKeepsItsUnits() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.table([["Scheme", "Cost £'000"], ["Bridge", "120"]])
        sketch.page()
        sketch.table([["Tunnel", "250"]], headerRows: 0)
        #expect(values(try sketch.read().figures) == ["120000 GBP", "250000 GBP"])
    }

    @Test func figuresWithoutMoneyInTheHeadingsStayOut() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.table([["Indicator", "Target", "Actual"], ["Calls answered", "95", "91"]])
        #expect(try sketch.read().figures.isEmpty)
    }

    @Test func hiddenFiguresAreMarked() throws {
        var sketch = PaperSketch()
        sketch.page()
        let range = sketch.block("Paid £700 to a person.")
        var paper = sketch.paper
        paper.pages[0].hidden = [HiddenText(range: range, reason: .covered)]
        let figures = FigureExtractor(rules: try Checkout.ruleBook.get()).figures(in: paper).figures
        #expect(figures.map(\.hidden) == [.covered])
        // One digit is enough; a space or full stop is none.
        let start = range.start + 5
        paper.pages[0].hidden = [HiddenText(range: TextRange(start + 3, start + 4), reason: .sameColour)]
        #expect(try hidden(in: paper) == [.sameColour])
        paper.pages[0].hidden = [HiddenText(range: TextRange(start + 4, start + 5), reason: .tiny)]
        #expect(try hidden(in: paper) == [nil])
    }

    private func hidden(in paper: Paper) throws -> [HiddenText.Reason?] {
        FigureExtractor(rules: try Checkout.ruleBook.get()).figures(in: paper).figures.map(\.hidden)
    }

    @Test func figuresThatAreStruckOutAreMarked() throws {
        var sketch = PaperSketch()
        sketch.page()
        let range = sketch.block("A grant of £700 £900 for the hall.")
        var paper = sketch.paper
        paper.pages[0].struck = [TextRange(range.start + 11, range.start + 15)]
        let figures = FigureExtractor(rules: try Checkout.ruleBook.get()).figures(in: paper).figures
        #expect(figures.map(\.isStruck) == [true, false])
    }

    @Test func struckWordsSayNothingOfOtherFigures() throws {
        var sketch = PaperSketch()
        sketch.page()
        let (gone, kept, old) = ("A grant for boats in 2022/23", " The cost of the jetty is £900, and a saving of ", "£300")
        let range = sketch.block(gone + kept + old + " £200 on paint is due.")
        var paper = sketch.paper
        let (first, second) = (range.start + gone.count, range.start + gone.count + kept.count)
        paper.pages[0].struck = [TextRange(range.start, first), TextRange(second, second + old.count)]
        let figures = FigureExtractor(rules: try Checkout.ruleBook.get()).figures(in: paper).figures
        #expect(figures.map(\.isStruck) == [false, true, false])
        #expect(figures.map(\.sense) == [.cost, .saving, .saving])
        #expect(figures.first?.subject == "jetty" && figures.first?.period == nil)
        #expect(figures.last?.subject == "paint")
    }

    @Test func aSymbolInAFigureIsADoubt() throws {
        var sketch = PaperSketch()
        sketch.page()
        let range = sketch.block("A change of -£700 and of £900.")
        var paper = sketch.paper
        paper.pages[0].symbols = [TextRange(range.start + 12, range.start + 13)]
        let extractor = FigureExtractor(rules: try Checkout.ruleBook.get())
        #expect(extractor.figures(in: paper).figures.map(\.doubts) == [[.symbolFont], []])
        // A character that was left out stood right before the second.
        paper.pages[0].symbols = [TextRange(range.start + 25, range.start + 25)]
        #expect(extractor.figures(in: paper).figures.map(\.doubts) == [[], [.symbolFont]])
    }

    @Test func entriesSetInColumnsTellPayeeAndPurpose() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.block("The following payments were approved:")
        sketch.block(
            "Acme Fencing £75.00 Gate repair\nHarbour Hall £40.00 Room hire\nJ Smith £343.20 Clerk's salary\nA Cole £12.00 Clerks Wages",
            .listItem)
        let figures = try sketch.read().figures
        #expect(figures.map(\.payee) == ["Acme Fencing", "Harbour Hall", "J Smith", "A Cole"])
        #expect(figures.map(\.subject) == ["Gate repair", "Room hire", "Clerk's salary", "Clerks Wages"])
        #expect(figures.prefix(2).map(\.sense) == [.spend, .spend])
    }

    @Test func whatRunsAtTheHeadOfAPageTellsOfItsTables() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.block("Appendix D: Flood Risks Register 2025-26", .furniture)
        sketch.table([["", "£m"], ["Total", "4.2"]])
        let figure = try #require(try sketch.read().figures.first)
        #expect(figure.sense == .risk && figure.subject == "Flood Risks Register" && figure.subjectFrom == .caption)
    }

    @Test func aFigureKnowsItsInnermostSegment() throws {
        var sketch = PaperSketch()
        sketch.page()
        let range = sketch.block("Paid £700 to a person.")
        let outer = Segment(kind: .agendaItem, spans: [Span(page: 1, range: TextRange(0, 100))])
        let inner = Segment(kind: .resolution, spans: [Span(page: 1, range: range)])
        let figures = FigureExtractor(rules: try Checkout.ruleBook.get()).figures(in: sketch.paper, segments: [outer, inner]).figures
        #expect(figures.map(\.segment) == [1])
    }
}
