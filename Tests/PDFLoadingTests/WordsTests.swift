import Testing

@testable import PDFLoading

@Suite struct WordsTests {
    @Test func spacesAndGapsPartWords() {
        var drawing = Drawing()
        drawing.text("two words", x: 50, baseline: 100)
        drawing.text("far", x: 150, baseline: 100)
        drawing.text("no glyphs", x: 50, baseline: 120, spaces: false)
        #expect(drawing.wordTexts() == ["two", "words", "far", "no", "glyphs"])
    }

    @Test func aFootnoteMarkIsAWordOfItsOwnThatJoins() throws {
        var drawing = Drawing()
        drawing.text("£3.4m", x: 50, baseline: 100)
        drawing.text("1", x: 75, baseline: 96, size: 6)
        drawing.text("next", x: 82, baseline: 100)
        let words = words(in: drawing.content, tree: StructureTree([]), settings: LayoutSettings())
        #expect(words.map(drawing.text) == ["£3.4m", "1", "next"])
        #expect(words.map(\.isRaised) == [false, true, false])
        #expect(try #require(words.dropFirst().first).joinsPrevious)
    }

    @Test func theMarkThatBeginsAFootnoteIsRaised() {
        var drawing = Drawing()
        drawing.text("1", x: 50, baseline: 96, size: 6)
        drawing.text("The", x: 53, baseline: 100)
        let words = words(in: drawing.content, tree: StructureTree([]), settings: LayoutSettings())
        #expect(words.map(\.isRaised) == [true, false])
    }

    @Test func blocksOfTheTreePartWords() {
        let tree = StructureTree([.paragraph(parent: -1), .paragraph(parent: -1), .run(parent: 1)])
        var drawing = Drawing()
        drawing.text("12", x: 50, baseline: 100, element: 0)
        drawing.text("34", x: 60, baseline: 100, element: 1)
        drawing.text("56", x: 70, baseline: 100, element: 2)
        #expect(drawing.wordTexts(tree: tree) == ["12", "3456"])
    }

    @Test func linesAreReadFromTheTopWhateverTheDrawingOrder() {
        var drawing = Drawing()
        drawing.text("second", x: 50, baseline: 114)
        drawing.text("line", x: 90, baseline: 100)
        drawing.text("first", x: 50, baseline: 100)
        let settings = LayoutSettings()
        let run = lines(of: words(in: drawing.content, tree: StructureTree([]), settings: settings))
        #expect(drawing.lineTexts(run) == ["first line", "second"])
    }
}

extension StructureTree.Element {
    static func make(_ kind: Kind, parent: Int, rowSpan: Int = 1, columnSpan: Int = 1) -> Self {
        Self(parent: parent, kind: kind, rowSpan: rowSpan, columnSpan: columnSpan, isRowHeading: false, isColumnHeading: false)
    }
    static func paragraph(parent: Int) -> Self { make(.paragraph, parent: parent) }
    static func run(parent: Int) -> Self { make(.inline, parent: parent) }
}
