import PaperModel
import Testing

@testable import PDFLoading

@Suite struct NumberGapsTests {
    /// The text that a line of words is written as.
    private func text(_ draw: (inout Drawing) -> Void) -> String {
        var drawing = Drawing()
        draw(&drawing)
        let words = words(in: drawing.content, tree: StructureTree([]), settings: LayoutSettings())
        let page = Page(number: 1, width: 600, height: 800)
        var writer = PageWriter(
            page: page, content: drawing.content, frame: ReadingFrame(of: drawing.content), fonts: [], showsScan: false,
            settings: LayoutSettings())
        writer.write(BlockDraft(run: lines(of: words), kind: .paragraph))
        return writer.finished().text.string
    }

    @Test(arguments: [1, 1.5, 2, 3, 4] as [Float]) func columnsCloseTogetherAreNotOneNumber(gap: Float) {
        let text = text { drawing in
            // A page of text shows that its font sets letters evenly.
            drawing.text("Fees by month are set out below for each service, bridge by bridge", x: 50, baseline: 80)
            drawing.text("125", x: 200, baseline: 100)
            drawing.text("348", x: 215 + gap, baseline: 100)
            drawing.text("100", x: 230 + 2 * gap, baseline: 100)
        }
        #expect(text.hasSuffix("\n125\t348\t100"))
    }

    @Test func numbersOfFourDigitsInColumnsAreParted() {
        let text = text { drawing in
            drawing.text("Fees by month are set out below for each service, bridge by bridge", x: 50, baseline: 80)
            drawing.text("1,250", x: 200, baseline: 100)
            drawing.text("300", x: 226, baseline: 100)
        }
        #expect(text.hasSuffix("\n1,250\t300"))
    }

    @Test func aSpaceThatIsDrawnJoinsTheGroupsOfANumber() {
        #expect(text { $0.text("a cost of 1 250 000 in all", x: 50, baseline: 100) } == "a cost of 1 250 000 in all")
    }

    @Test func theGapOfALineWithoutSpacesJoinsTheGroupsOfANumber() {
        #expect(text { $0.text("a cost of 1 250 000 in all", x: 50, baseline: 100, spaces: false) } == "a cost of 1 250 000 in all")
    }

    @Test func aSpaceAtTheEndOfACellIsNoneOfTheNumber() {
        let text = text { drawing in
            drawing.text("125 ", x: 200, baseline: 100, size: 6)
            drawing.text("348 ", x: 211, baseline: 100, size: 6)
        }
        #expect(text == "125\t348")
    }

    @Test func otherNumbersStayAsTheyAre() {
        let text = text { drawing in
            drawing.text("2011/12", x: 50, baseline: 100)
            drawing.text("2012/13", x: 88, baseline: 100)
        }
        #expect(text == "2011/12 2012/13")
    }

    @Test func aFontThatIsSetUnevenlyPartsNoNumber() {
        let text = text { drawing in
            for (index, letter) in "thewordsofapagethatwasrecognisedandwhoseletterswander1250".enumerated() {
                drawing.text(String(letter), x: 50 + 5 * Float(index) + Float(index % 3) * 0.5, baseline: 100)
            }
        }
        #expect(text == "thewordsofapagethatwasrecognisedandwhoseletterswander1250")
    }
}
