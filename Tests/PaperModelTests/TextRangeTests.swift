import PaperModel
import Testing

@Suite struct TextRangeTests {
    @Test func anEndBeforeTheStartGivesTheEmptyRange() {
        #expect(TextRange(5, 2) == TextRange(5, 5))
        #expect(TextRange(5, 2).isEmpty)
    }

    @Test func touchingRangesDoNotOverlap() {
        #expect(!TextRange(0, 3).overlaps(TextRange(3, 5)))
        #expect(TextRange(0, 4).overlaps(TextRange(3, 5)))
    }

    @Test func holdsItselfAndWhatIsInside() {
        let range = TextRange(2, 6)
        #expect(range.contains(range))
        #expect(range.contains(TextRange(3, 3)))
        #expect(!range.contains(TextRange(3, 7)))
        #expect(range.contains(2))
        #expect(!range.contains(6))
    }

    @Test func offsetsCountUnicodeScalars() {
        // "e" with a combining accent is two scalars, an emoji is one.
        let text = PageText("e\u{301}£🏛x")
        #expect(text.count == 5)
        #expect(text[TextRange(2, 4)] == "£🏛")
    }

    @Test func offsetsOutsideTheTextAreCutOff() {
        let text = PageText("abc")
        #expect(text[TextRange(1, 99)] == "bc")
        #expect(text[TextRange(50, 99)].isEmpty)
        #expect(text[TextRange(-4, 2)] == "ab")
    }

    @Test func wordsHaveSingleSpacesBetweenThem() {
        let text = PageText("\n £8.1 \n\tmillion\u{2003}\u{A0}a year\r\n")
        #expect(text.words(in: TextRange(0, text.count)) == "£8.1 million a year")
        #expect(text.words(in: TextRange(0, 2)).isEmpty)
    }
}
