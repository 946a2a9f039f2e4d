import PaperModel
import Testing

@testable import PDFLoading

@Suite struct FlowTests {
    private func texts(_ drawing: Drawing) -> [[String]] {
        geometricFlow(drawing.tablePage(), settings: LayoutSettings()).compactMap { item in
            if case .block(let block) = item { drawing.lineTexts(block.run) } else { nil }
        }
    }

    @Test func columnsAreReadOneAfterTheOther() {
        var drawing = Drawing()
        for line in 0..<6 {
            drawing.text("left column words \(line)", x: 50, baseline: 100 + Float(line) * 12)
            drawing.text("right column words \(line)", x: 320, baseline: 100 + Float(line) * 12)
        }
        let order = texts(drawing).flatMap(\.self)
        #expect(order.prefix(6).allSatisfy { $0.hasPrefix("left") })
        #expect(order.suffix(6).allSatisfy { $0.hasPrefix("right") })
        #expect(order.count == 12)
    }

    @Test func labelsBesideTextAreNoColumn() {
        var drawing = Drawing()
        for line in 0..<6 {
            drawing.text("\(line).", x: 50, baseline: 100 + Float(line) * 12)
            drawing.text("an item of business with a long title", x: 80, baseline: 100 + Float(line) * 12)
        }
        let blocks = texts(drawing)
        #expect(blocks.count == 6)
        #expect(blocks.first == ["0. an item of business with a long title"])
    }

    @Test func pagesAtTheMarginEndTheLineOfATitle() {
        var drawing = Drawing()
        drawing.text("EXTERNAL AUDIT PLAN", x: 50, baseline: 100)
        drawing.text("(Pages 9 - 40)", right: 550, baseline: 100)
        drawing.text(
            "Report of the Director of Finance, who asks the committee to take note of the fee for the year.", x: 50, baseline: 112)
        #expect(texts(drawing).map { $0.count } == [1, 1])
    }

    @Test func aWiderGapBeginsAParagraph() {
        var drawing = Drawing()
        for (line, baseline) in [100, 112, 136, 148].enumerated() {
            drawing.text("line \(line) of a paragraph that fills its column", x: 50, baseline: Float(baseline))
        }
        #expect(texts(drawing).map(\.count) == [2, 2])
    }

    @Test func aDropCapBeginsItsFirstLine() {
        var drawing = Drawing()
        drawing.text("E", x: 50, baseline: 124, size: 40)
        drawing.text("very year we ask", x: 72, baseline: 100)
        drawing.text("each household", x: 72, baseline: 112)
        drawing.text("for its part of the", x: 72, baseline: 124)
        let first = texts(drawing).first?.first
        #expect(first == "E very year we ask")
    }

    @Test(arguments: ["1.", "12.", "2485.", "2.1", "2.1.3", "(a)", "a)", "iv)", "•"]) func labelsOfLists(label: String) {
        #expect(isListLabel(label.unicodeScalars.map(\.value)))
    }

    @Test(arguments: ["2018.", "the", "£5", "12", "1,234", "e.g.", "(2024)", "A"]) func wordsThatAreNoLabels(word: String) {
        #expect(!isListLabel(word.unicodeScalars.map(\.value)))
    }

    @Test func labelsOfAFormAreReadWithWhatTheyLabel() {
        var drawing = Drawing()
        for (line, label) in ["From:", "To:", "Subject:", "Decision no:", "Key decision:", "Classification:"].enumerated() {
            drawing.text(label, x: 50, baseline: 100 + Float(line) * 20)
            drawing.text("the member for services and their costs", x: 200, baseline: 100 + Float(line) * 20)
        }
        let order = texts(drawing).flatMap(\.self)
        #expect(order.first == "From: the member for services and their costs")
        #expect(order.count == 6)
    }

    @Test func wideGapsOnTwoLinesAreNoColumns() {
        var drawing = Drawing()
        for (line, baseline) in [100, 112].enumerated() {
            for column in 0..<4 { drawing.text("name\(line)\(column)", x: 50 + Float(column) * 120, baseline: Float(baseline)) }
        }
        let words = texts(drawing).flatMap(\.self).joined(separator: " ")
        #expect(words == "name00 name01 name02 name03 name10 name11 name12 name13")
    }

    @Test func anItemGoesOnBelowItsTextAndEndsLeftOfIt() {
        var drawing = Drawing()
        drawing.text("6.1.", x: 50, baseline: 100)
        drawing.text("The first line of it ends with a full sentence here.", x: 90, baseline: 100)
        drawing.text("The second line of it begins below the first.", x: 90, baseline: 112)
        #expect(texts(drawing).map(\.count) == [2])

        drawing = Drawing()
        drawing.text("•", x: 50, baseline: 100, size: 6)
        drawing.text("Best value and what it asks of the council at large.", x: 70, baseline: 100)
        drawing.text("The report that follows has what the law asks of it.", x: 50, baseline: 112)
        #expect(texts(drawing).map(\.count) == [1, 1])
    }

    @Test func raisedLettersStayOnTheirLine() {
        var drawing = Drawing()
        drawing.text("steadily in the 21", x: 50, baseline: 100)
        drawing.text("st", x: 140, baseline: 94, size: 6)
        drawing.text("century, and so on", x: 150, baseline: 100)
        drawing.text("the next line of it", x: 50, baseline: 112)
        #expect(texts(drawing) == [["steadily in the 21 st century, and so on", "the next line of it"]])
    }

    /// Text may be set a thousand miles high: whatever a file says of sizes and places, the page is read.
    @Test(arguments: [1e12, 1e30, .infinity, .nan] as [Float]) func glyphsOfAnySizeAreReadOrLeftOut(size: Float) {
        var drawing = Drawing()
        for line in 0..<15 {
            drawing.text("left words of one column \(line)", x: 50, baseline: 100 + Float(line) * 12)
            drawing.text("right words of the other column \(line)", x: 320, baseline: 100 + Float(line) * 12)
        }
        drawing.grid(xs: [40, 300, 560], ys: [400, 420, 440])
        drawing.rows([("Adults", ["1,200"]), ("Roads", ["300"])], rights: [400], from: 414, pitch: 20)
        for index in stride(from: 0, to: drawing.content.glyphs.count, by: 7) {
            drawing.content.glyphs[index].left = -size
            drawing.content.glyphs[index].right = size
            drawing.content.glyphs[index].top = -size
            drawing.content.glyphs[index].bottom = size
        }
        #expect(texts(drawing).count < drawing.content.glyphs.count)
        #expect(drawing.tables().owners.count < drawing.content.glyphs.count)
        let run = lines(of: words(in: drawing.content, tree: StructureTree([]), settings: LayoutSettings()))
        #expect(run.words.count > 30)
    }

    /// The canonical text of a page whose words make one block.
    private func written(_ drawing: Drawing) -> String {
        let settings = LayoutSettings()
        let content = drawing.content
        var writer = PageWriter(
            page: Page(number: 1, width: 600, height: 800), content: content, frame: ReadingFrame(of: content), fonts: [], showsScan: false,
            settings: settings)
        let run = lines(of: words(in: content, tree: StructureTree([]), settings: settings))
        writer.write(BlockDraft(run: run, kind: .paragraph))
        return writer.finished().text.string
    }

    @Test func aSignAtTheEndOfALineStaysWithItsAmount() {
        var drawing = Drawing()
        drawing.text("a net underspend of -", x: 50, baseline: 100)
        drawing.text("£5m in the year", x: 50, baseline: 112)
        #expect(written(drawing) == "a net underspend of -£5m in the year")
        // A space after it makes it a dash.
        drawing = Drawing()
        drawing.text("Merlin Waste - ", x: 50, baseline: 100)
        drawing.text("£30 for the bin", x: 50, baseline: 112)
        #expect(written(drawing) == "Merlin Waste -\n£30 for the bin")
    }
}
