import PaperModel
import Testing

@testable import PDFLoading

@Suite struct FurnitureTests {
    private let settings = LayoutSettings()

    /// A page with words set upright and `stamp` set along its side at x, points.
    private func stamped(_ stamp: [String], x: Float) -> Drawing {
        var drawing = Drawing()
        drawing.text("Service and budget", x: 50, baseline: 100)
        for (index, word) in stamp.enumerated() {
            let first = drawing.content.glyphs.count
            drawing.text(word, x: x, baseline: 400)
            for (place, glyph) in (first..<drawing.content.glyphs.count).enumerated() {
                let top = 400 + Float(index) * 60 + Float(place) * 5
                drawing.content.glyphs[glyph].turn = 1
                (drawing.content.glyphs[glyph].left, drawing.content.glyphs[glyph].right) = (x, x + 10)
                (drawing.content.glyphs[glyph].top, drawing.content.glyphs[glyph].bottom) = (top, top + 5)
                drawing.content.glyphs[glyph].baseline = x
            }
        }
        return drawing
    }

    private func stamp(_ drawing: Drawing) -> Int {
        let all = words(in: drawing.content, tree: StructureTree([]), settings: settings)
        return marginStamp(in: all, content: drawing.content).count
    }

    @Test func aPageNumberAlongTheSideIsAStamp() {
        #expect(stamp(stamped(["Page", "22"], x: 20)) == 2)
    }

    @Test func aPageNumberDrawnLastAtTheFootIsAStamp() {
        func page(_ texts: [(String, Float)]) -> Drawing {
            var drawing = Drawing()
            for (text, baseline) in texts { drawing.text(text, x: 50, baseline: baseline) }
            return drawing
        }
        let foot = page([]).content.height - 20
        #expect(stamp(page([("Market Street Surgery", foot), ("Page 42", foot)])) == 2)
        #expect(stamp(page([("Page 42", foot), ("Market Street Surgery", foot)])) == 0)
        #expect(stamp(page([("Market Street Surgery", 300), ("Page 42", 300)])) == 0)
    }

    @Test func otherWordsAlongTheSideAreNone() {
        #expect(stamp(stamped(["Draft", "22"], x: 20)) == 0)
        #expect(stamp(stamped(["Page", "22"], x: 300)) == 0)
    }

    /// A page of text at 11 points with blocks of the given size below it.
    private func noted(_ notes: [(text: String, size: Double)]) -> Paper {
        var paper = Paper(mediaType: .pdf)
        var page = Page(number: 1, width: 600, height: 800)
        for (index, entry) in ([("The debt¹ is managed on behalf of another council", 11.0)] + notes).enumerated() {
            if page.text.count > 0 { page.text.append("\n") }
            let start = page.text.count
            page.text.append(entry.0)
            var block = Block(kind: .paragraph, range: TextRange(start, page.text.count))
            block.box = Box(x: 50, y: index == 0 ? 100 : 600 + 20 * Double(index), width: 400, height: 12)
            block.style = TextStyle(size: entry.1)
            page.blocks.append(block)
        }
        paper.pages = [page]
        markFootnotes(&paper, body: 11, settings: settings)
        return paper
    }

    private func kinds(_ paper: Paper) -> [Block.Kind] { paper.pages[0].blocks.map(\.kind) }

    @Test func smallTextWithARaisedMarkAtTheFootIsANote() {
        #expect(kinds(noted([("¹ The council manages it.", 9), ("It goes on.", 9)])) == [.paragraph, .footnote, .footnote])
        #expect(kinds(noted([("1 The council manages it.", 9)])) == [.paragraph, .footnote])
    }

    @Test func smallTextWithoutAMarkIsNone() {
        #expect(kinds(noted([("Source: the council.", 9)])) == [.paragraph, .paragraph])
        #expect(kinds(noted([("2 members of staff are out.", 9)])) == [.paragraph, .paragraph])
        #expect(kinds(noted([("¹ The council manages it.", 11)])) == [.paragraph, .paragraph])
    }

    @Test(arguments: [("7", true), ("Page 3 of 120", true), ("03000 416814", false)])
    func pageNumbersAreShort(text: String, isNumber: Bool) {
        var paper = Paper(mediaType: .pdf)
        var page = Page(number: 1, width: 600, height: 800)
        page.text = PageText(text)
        var block = Block(kind: .paragraph, range: TextRange(0, page.text.count))
        block.box = Box(x: 50, y: 760, width: 100, height: 12)
        page.blocks = [block]
        paper.pages = [page]
        markRepeatedFurniture(&paper, settings: settings)
        #expect((paper.pages[0].blocks[0].kind == .furniture) == isNumber)
    }
}
