import Testing

@testable import PDFLoading

@Suite struct ReadingFrameTests {
    @Test(arguments: [0, 1, 2, 3] as [UInt8]) func turningBackGivesTheSameBox(turn: UInt8) {
        var drawing = Drawing()
        drawing.text("abc", x: 50, baseline: 100)
        for index in drawing.content.glyphs.indices { drawing.content.glyphs[index].turn = turn }
        let frame = ReadingFrame(of: drawing.content)
        #expect(frame.turn == turn)
        let there = frame.inFrame(10, 20, 110, 45)
        let back = frame.onPage(there.left, there.top, there.right, there.bottom)
        #expect([back.left, back.top, back.right, back.bottom] == [10, 20, 110, 45])
    }

    @Test func textThatRunsUpThePageIsReadFromLeftToRight() {
        // Two glyphs, the second above the first, as text turned by 270 degrees stands on the page.
        var content = Drawing().content
        for (order, scalar) in ["A", "B"].enumerated() {
            let y = Float(500 - order * 5)
            content.glyphs.append(
                Glyph(
                    left: 92.5, top: y - 5, right: 102.5, bottom: y, baseline: 100, size: 10, scalars: Int32(order), count: 1, turn: 3,
                    flags: [],
                    font: 0, element: -1))
            content.scalars.append(Unicode.Scalar(scalar)?.value ?? 0)
        }
        let frame = ReadingFrame(of: content)
        content.turn(into: frame)
        #expect(frame.width == 800)
        #expect(content.glyphs.map(\.turn) == [0, 0])
        #expect(content.glyphs[0].right == content.glyphs[1].left)
        #expect(content.glyphs[0].baseline == 100)
    }
}
