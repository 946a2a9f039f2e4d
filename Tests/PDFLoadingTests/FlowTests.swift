import PaperModel
import Testing

@testable import PDFLoading

@Suite struct FlowTests {
    private func texts(_ drawing: Drawing) -> [[String]] {
        let settings = LayoutSettings()
        let all = words(in: drawing.content, tree: StructureTree([]), settings: settings)
        return geometricFlow(all, content: drawing.content, settings: settings).compactMap { item in
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
}
