import Testing

@testable import PDFLoading

@Suite struct OverprintTests {
    /// The words of a page whose copies are dropped.
    private func words(_ draw: (inout Drawing) -> Void) -> [String] {
        var drawing = Drawing()
        draw(&drawing)
        drawing.content.dropOverprints()
        return drawing.wordTexts()
    }

    @Test(arguments: [0, 0.2, 0.4, 0.8, 1.2] as [Float]) func aLetterDrawnTwiceIsOne(offset: Float) {
        for start in stride(from: Float(50), to: 52, by: 0.3) {
            let texts = words { drawing in
                for (index, letter) in "£1,001,500".enumerated() {
                    let x = start + 5 * Float(index)
                    drawing.text(String(letter), x: x, baseline: 100)
                    drawing.text(String(letter), x: x + offset, baseline: 100)
                }
            }
            #expect(texts == ["£1,001,500"])
        }
    }

    @Test(arguments: [2, 3, 4]) func aLetterDrawnSeveralTimesIsOne(copies: Int) {
        let texts = words { drawing in
            for (index, letter) in "£2.75m".enumerated() {
                for copy in 0..<copies { drawing.text(String(letter), x: 50 + 5 * Float(index) + 0.3 * Float(copy), baseline: 100) }
            }
        }
        #expect(texts == ["£2.75m"])
    }

    @Test(arguments: [0.2, 0.6, 1, 1.2] as [Float]) func aLineDrawnTwiceIsOne(offset: Float) {
        let texts = words { drawing in
            drawing.text("a grant of £5 million", x: 50, baseline: 100)
            drawing.text("a grant of £5 million", x: 50 + offset, baseline: 100 + offset / 2)
        }
        #expect(texts == ["a", "grant", "of", "£5", "million"])
    }

    @Test func aBlockDrawnTwiceIsOneAndTheSameWordsBelowStay() {
        let texts = words { drawing in
            for _ in 0..<2 {
                drawing.text("Total £11", x: 50, baseline: 100)
                drawing.text("Total £11", x: 50, baseline: 112)
            }
        }
        #expect(texts == ["Total", "£11", "Total", "£11"])
    }

    @Test(arguments: [1, 2, 4, 10] as [Float]) func lettersSetNormallyStay(size: Float) {
        let texts = words { drawing in drawing.text("££11 oo ll ,, 000", x: 50, baseline: 100, size: size) }
        #expect(texts == ["££11", "oo", "ll", ",,", "000"])
    }

    @Test func narrowLettersSetTightlyStay() {
        let texts = words { drawing in
            // 8 pt in a narrow face: an advance of 1.6 pt, less tracking.
            for index in 0..<4 {
                drawing.text("1", x: 50 + 1.5 * Float(index), baseline: 100, size: 8)
                drawing.content.glyphs[index].right = 50 + 1.5 * Float(index) + 1.6
            }
        }
        #expect(texts == ["1111"])
    }

    @Test(arguments: [0.3, 0.7, 1.2] as [Float]) func twoNarrowLettersDrawnTwiceAreTwo(offset: Float) {
        let texts = words { drawing in
            // "ll" at 7 pt: an advance of 1.55 pt.
            for letter in 0..<2 {
                for copy in 0..<2 {
                    drawing.text("l", x: 50 + 1.55 * Float(letter) + offset * Float(copy), baseline: 100, size: 7)
                    let last = drawing.content.glyphs.count - 1
                    drawing.content.glyphs[last].right = drawing.content.glyphs[last].left + 1.55
                }
            }
        }
        #expect(texts == ["ll"])
    }

    @Test func whatOneOfTheCopiesShowsIsSeen() throws {
        var drawing = Drawing()
        drawing.text("£5", x: 50, baseline: 100, flags: .covered)
        drawing.text("£5", x: 50, baseline: 100)
        drawing.text("£6", x: 50, baseline: 120, flags: .covered)
        drawing.text("£6", x: 50, baseline: 120, flags: .covered)
        drawing.content.dropOverprints()
        #expect(drawing.content.glyphs.map { $0.flags.contains(.covered) } == [false, false, true, true])
    }

    @Test func replacementTextsGoWithTheirGlyphs() {
        var drawing = Drawing()
        for _ in 0..<2 {
            drawing.text("£12", x: 50, baseline: 100)
            // One glyph carries the text of three.
            let end = drawing.content.glyphs.count
            drawing.content.glyphs[end - 3].count = 3
            drawing.content.glyphs[end - 2].count = 0
            drawing.content.glyphs[end - 1].count = 0
        }
        drawing.content.dropOverprints()
        #expect(drawing.content.glyphs.map(\.count) == [3, 0, 0])
    }
}
