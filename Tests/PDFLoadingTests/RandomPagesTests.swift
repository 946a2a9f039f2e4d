import Testing

@testable import PDFLoading

/// Pages of words, rules and boxes at random: whatever stands on a page, the tables on it are sound grids and no word is in two of them.
@Suite struct RandomPagesTests {
    /// SplitMix64 (Steele, Lea and Flood, 2014): the same pages each time.
    private struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    /// Things set to a coarse grid, so that some line up, and others anywhere on the page or off it.
    private func page(_ seed: UInt64) -> Drawing {
        var random = Random(state: seed)
        var drawing = Drawing()
        func place(_ limit: Int) -> Float {
            switch Int.random(in: 0..<20, using: &random) {
            case 0: [Float.infinity, -.infinity, 1e30, -1e30, 0][Int.random(in: 0..<5, using: &random)]
            case 1...3: Float.random(in: -50...Float(limit + 50), using: &random)
            default: Float(Int.random(in: 0..<(limit / 20), using: &random) * 20)
            }
        }
        let texts = ["Parks", "1,200", "(45)", "2024/25", "-", ".", "£000", "the cost of all works", "12%", "24", "n/a"]
        for _ in 0..<Int.random(in: 0..<90, using: &random) {
            let text = texts[Int.random(in: 0..<texts.count, using: &random)]
            drawing.text(text, x: place(500), baseline: place(700), font: Int32.random(in: 0...1, using: &random))
        }
        for _ in 0..<Int.random(in: 0..<40, using: &random) {
            let (x, y) = (place(500), place(700))
            if Bool.random(using: &random) { drawing.rule(x, y, place(500), y) } else { drawing.rule(x, y, x, place(700)) }
        }
        for _ in 0..<Int.random(in: 0..<30, using: &random) {
            drawing.content.boxes.append(
                FilledBox(left: place(500), top: place(700), right: place(500), bottom: place(700), colour: 0xDDDDDD, isImage: false))
        }
        return drawing
    }

    @Test func tablesOfAnyPageAreSound() {
        for seed in 0..<400 {
            let found = page(UInt64(seed)).tables()
            #expect(found.owners.allSatisfy { $0 < found.tables.count }, "page \(seed)")
            let glyphs = found.tables.flatMap(\.cells).flatMap(\.run.words).map(\.glyphs.lowerBound)
            #expect(Set(glyphs).count == glyphs.count, "page \(seed): a word in two cells")
            for table in found.tables {
                #expect(table.rows > 0 && table.columns > 0, "page \(seed)")
                let isInside = table.cells.allSatisfy { cell in
                    cell.row >= 0 && cell.column >= 0 && cell.rowSpan > 0 && cell.columnSpan > 0
                        && cell.row + cell.rowSpan <= table.rows && cell.column + cell.columnSpan <= table.columns
                }
                #expect(isInside, "page \(seed)")
            }
        }
    }
}
