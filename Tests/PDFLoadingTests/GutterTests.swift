import Testing

@testable import PDFLoading

@Suite struct GutterTests {
    /// The blocks of the flow as text, lines joined by a space.
    private func blocks(_ drawing: Drawing) -> [String] {
        let words = words(in: drawing.content, tree: StructureTree([]), settings: LayoutSettings())
        return geometricFlow(words, settings: LayoutSettings()).map { item in
            if case .block(let block) = item { drawing.lineTexts(block.run).joined(separator: " ") } else { "" }
        }
    }

    /// Words of a column, line by line, 10 pt high and about 150 wide.
    private func line(_ column: String, _ number: Int) -> String {
        // 28 to 30 characters of 5 pt.
        "\(column)\(number) words of this line go on" + (number % 3 == 0 ? " to" : number % 3 == 1 ? " ab" : " or")
    }

    @Test(arguments: [3, 4, 9, 30, 60], [8, 10, 12, 20] as [Float]) func twoColumnsAreNotReadAcross(lines: Int, gutter: Float) {
        var drawing = Drawing()
        let left = (0..<lines).map { line("a", $0) }
        let right = (0..<lines).map { line("b", $0) }
        let width = 5 * Float(left.map(\.count).max() ?? 0)
        for (number, text) in left.enumerated() { drawing.text(text, x: 50, baseline: 100 + 11 * Float(number)) }
        for (number, text) in right.enumerated() { drawing.text(text, x: 50 + width + gutter, baseline: 100 + 11 * Float(number)) }
        #expect(blocks(drawing) == [left.joined(separator: " "), right.joined(separator: " ")])
    }

    @Test func threeColumnsAreReadOneAfterTheOther() {
        var drawing = Drawing()
        var texts: [String] = []
        for (number, column) in ["a", "b", "c"].enumerated() {
            let lines = (0..<6).map { line(column, $0) }
            for (row, text) in lines.enumerated() {
                drawing.text(text, x: 20 + Float(number) * 160, baseline: 100 + 11 * Float(row))
            }
            texts.append(lines.joined(separator: " "))
        }
        #expect(blocks(drawing) == texts)
    }

    @Test func wideSpacesOfJustifiedTextAreNoGutter() {
        var drawing = Drawing()
        for row in 0..<8 {
            // Spaces of 9 pt, at other places in each line.
            var x: Float = 50
            for word in 0..<8 {
                let text = String(repeating: "w", count: 3 + (row * 3 + word * 5) % 5)
                drawing.text(text, x: x, baseline: 100 + 11 * Float(row))
                x += 5 * Float(text.count) + 9
            }
        }
        #expect(blocks(drawing).count == 1)
    }

    @Test func labelsAndFiguresAreReadAcross() {
        var drawing = Drawing()
        for row in 0..<6 {
            drawing.text("Roads", x: 50, baseline: 100 + 11 * Float(row))
            drawing.text("1,250", x: 85, baseline: 100 + 11 * Float(row))
        }
        #expect(blocks(drawing) == [Array(repeating: "Roads 1,250", count: 6).joined(separator: " ")])
    }

    @Test(arguments: [1, 3] as [UInt8]) func turnedHeadingsAreReadInOrder(turn: UInt8) {
        var drawing = Drawing()
        // "Net cost" and "Gross cost" in two lines, side by side; drawn last line first, the second word before the first.
        for (column, heading) in [("Net", "cost"), ("Gross", "spend")].enumerated().reversed() {
            for (place, word) in [heading.0, heading.1].enumerated().reversed() {
                let x = turn == 1 ? 120 - 12 * Float(column) : 100 + 12 * Float(column)
                for (index, letter) in word.enumerated() {
                    let along = 40 * Float(place) + 5 * Float(index)
                    drawing.text(String(letter), x: 0, baseline: 0)
                    let last = drawing.content.glyphs.count - 1
                    drawing.content.glyphs[last].turn = turn
                    drawing.content.glyphs[last].baseline = x
                    drawing.content.glyphs[last].left = x - 7
                    drawing.content.glyphs[last].right = x + 3
                    drawing.content.glyphs[last].top = turn == 1 ? 200 + along : 295 - along
                    drawing.content.glyphs[last].bottom = drawing.content.glyphs[last].top + 5
                }
            }
        }
        let words = words(in: drawing.content, tree: StructureTree([]), settings: LayoutSettings())
        #expect(drawing.lineTexts(lines(of: words)) == ["Net cost", "Gross spend"])
    }
}
