@testable import PDFLoading

/// A page drawn by hand: text in a font whose every glyph is half as wide as it is high.
struct Drawing {
    var content = PageContent(
        width: 600, height: 800, rotation: 0, glyphs: [], scalars: [], rules: [], boxes: [], isCut: false)

    /// Draws text from (x, baseline), points; a space advances without a glyph unless `spaces` are drawn too.
    mutating func text(
        _ text: String, x: Float, baseline: Float, size: Float = 10, font: Int32 = 0, element: Int32 = -1, spaces: Bool = true
    ) {
        var x = x
        for scalar in text.unicodeScalars {
            if scalar != " " || spaces {
                content.glyphs.append(
                    Glyph(
                        left: x, top: baseline - 0.75 * size, right: x + 0.5 * size, bottom: baseline + 0.25 * size, baseline: baseline,
                        size: size, scalars: Int32(content.scalars.count), count: 1, turn: 0, flags: [], font: font, element: element))
                content.scalars.append(scalar.value)
            }
            x += 0.5 * size
        }
    }

    /// Draws a line, points.
    mutating func rule(_ left: Float, _ top: Float, _ right: Float, _ bottom: Float) {
        content.rules.append(Rule(left: left, top: top, right: right, bottom: bottom, thickness: 0.5, colour: 0))
    }

    /// The words of the page as text, in drawing order.
    func wordTexts(tree: StructureTree = StructureTree([])) -> [String] {
        words(in: content, tree: tree, settings: LayoutSettings()).map(text)
    }

    /// The text of a word.
    func text(_ word: Word) -> String {
        var view = String.UnicodeScalarView()
        for index in word.glyphs {
            let glyph = content.glyphs[index]
            for offset in 0..<Int(glyph.count) {
                if let scalar = Unicode.Scalar(content.scalars[Int(glyph.scalars) + offset]) { view.append(scalar) }
            }
        }
        return String(view)
    }

    /// The lines of a run as text, words joined by a space.
    func lineTexts(_ run: LineRun) -> [String] {
        run.lines.map { line in run.words[line].map(text).joined(separator: " ") }
    }
}
