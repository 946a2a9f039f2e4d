import Testing

@testable import PDFLoading

@Suite struct SpacedLettersTests {
    @Test(arguments: [2, 3, 5] as [Float]) func lettersThatTheTextStateSetsApartAreOfOneWord(spacing: Float) {
        var drawing = Drawing()
        drawing.text("Total budget £1,234,500", x: 50, baseline: 100, spacing: spacing)
        #expect(drawing.wordTexts() == ["Total", "budget", "£1,234,500"])
    }

    @Test func theSpacingOfAFormIsNotThatOfLetters() {
        var drawing = Drawing()
        drawing.text("123", x: 50, baseline: 100, spacing: 14)
        #expect(drawing.wordTexts() == ["1", "2", "3"])
    }

    @Test func aGapThatSpacingDoesNotMakePartsWords() {
        var drawing = Drawing()
        drawing.text("12", x: 50, baseline: 100, spacing: 3)
        drawing.text("34", x: 70, baseline: 100, spacing: 3)
        #expect(drawing.wordTexts() == ["12", "34"])
    }

    @Test func lettersDrawnOneByOneAreJoinedByTheirEvenGap() {
        var drawing = Drawing()
        drawing.letters("Total £1,234,500 in all", x: 50, baseline: 100, gap: 3, space: 6)
        #expect(drawing.wordTexts() == ["Total", "£1,234,500", "in", "all"])
    }

    @Test func digitsAloneMayBeColumnsAndStay() {
        var drawing = Drawing()
        drawing.letters("1 2 3 4 5 6", x: 50, baseline: 100, gap: 0, space: 4)
        #expect(drawing.wordTexts() == ["1", "2", "3", "4", "5", "6"])
    }

    @Test func lettersAtOnePitchAreCells() {
        var drawing = Drawing()
        for (index, mark) in ["Y", "l", "Y", "Y", "i", "Y", "l", "Y"].enumerated() {
            drawing.letters(mark, x: 50 + 9 * Float(index), baseline: 100, gap: 0, space: 0)
        }
        #expect(drawing.wordTexts() == ["Y", "l", "Y", "Y", "i", "Y", "l", "Y"])
    }

    @Test(arguments: [0xFFFD, 0x03] as [UInt32]) func aGlyphWithoutCharacterBetweenWordsIsASpace(scalar: UInt32) {
        var drawing = Drawing()
        drawing.text("the cost is £5 for each of the six", x: 50, baseline: 100)
        for index in drawing.content.glyphs.indices where drawing.content.scalars[index] == 0x20 {
            drawing.content.scalars[index] = scalar
            drawing.content.glyphs[index].right = drawing.content.glyphs[index].left + 3
            if scalar == 0xFFFD { drawing.content.glyphs[index].flags = .unmapped }
        }
        drawing.content.readBlankGlyphs()
        #expect(drawing.wordTexts() == ["the", "cost", "is", "£5", "for", "each", "of", "the", "six"])
    }

    @Test func aLetterWithoutCharacterIsNoSpace() {
        var drawing = Drawing()
        drawing.text("ac~on and informa~on", x: 50, baseline: 100)
        for index in drawing.content.glyphs.indices where drawing.content.scalars[index] == 0x7E {
            drawing.content.scalars[index] = 0xFFFD
            drawing.content.glyphs[index].flags = .unmapped
        }
        drawing.content.readBlankGlyphs()
        #expect(drawing.wordTexts() == ["ac\u{FFFD}on", "and", "informa\u{FFFD}on"])
    }
}
