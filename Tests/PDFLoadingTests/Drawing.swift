@testable import PDFLoading

/// A page drawn by hand: text in a font whose every glyph is half as wide as it is high.
struct Drawing {
    var content = PageContent(
        width: 600, height: 800, rotation: 0, glyphs: [], scalars: [], rules: [], boxes: [], isCut: false)

    /// Draws text from (x, baseline), points; a space advances without a glyph unless `spaces` are drawn too.
    mutating func text(
        _ text: String, x: Float, baseline: Float, size: Float = 10, font: Int32 = 0, element: Int32 = -1, spaces: Bool = true,
        spacing: Float = 0, flags: Glyph.Flags = []
    ) {
        var x = x
        for scalar in text.unicodeScalars {
            if scalar != " " || spaces {
                content.glyphs.append(
                    Glyph(
                        left: x, top: baseline - 0.75 * size, right: x + 0.5 * size, bottom: baseline + 0.25 * size, baseline: baseline,
                        size: size, scalars: Int32(content.scalars.count), count: 1, turn: 0, flags: flags, font: font, element: element,
                        spacing: spacing))
                content.scalars.append(scalar.value)
            }
            x += 0.5 * size + spacing
        }
    }

    /// Draws letters from (x, baseline) one by one, each in a width of its own, `gap` points apart; a space is `space` points wide.
    mutating func letters(_ text: String, x: Float, baseline: Float, gap: Float, space: Float) {
        var x = x
        for scalar in text.unicodeScalars {
            if scalar == " " {
                x += space
                continue
            }
            let width: Float = "1il,.".unicodeScalars.contains(scalar) ? 2.5 : 5.5
            self.text(String(scalar), x: x, baseline: baseline)
            content.glyphs[content.glyphs.count - 1].right = x + width
            x += width + gap
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

    /// The tables that geometry finds.
    func tables() -> FoundTables { PDFLoading.tables(on: tablePage()) }

    /// The page as table reading sees it.
    func tablePage(tree: StructureTree = StructureTree([]), trace: TableTrace? = nil) -> TablePage {
        TablePage(words: words(in: content, tree: tree, settings: LayoutSettings()), content: content, trace: trace)
    }

    /// The cells of a table as rows of text, "" where a row has no cell of its own in a column.
    func grid(_ table: TableDraft) -> [[String]] {
        var rows = [[String]](repeating: [String](repeating: "", count: table.columns), count: table.rows)
        for cell in table.cells { rows[cell.row][cell.column] = lineTexts(cell.run).joined(separator: " ") }
        return rows
    }

    /// Draws words whose last glyph ends at `right`, points.
    mutating func text(_ text: String, right: Float, baseline: Float) {
        self.text(text, x: right - 5 * Float(text.unicodeScalars.count), baseline: baseline)
    }

    /// Draws lines across and down, points: a full grid.
    mutating func grid(xs: [Float], ys: [Float]) {
        guard let left = xs.first, let right = xs.last, let top = ys.first, let bottom = ys.last else { return }
        for y in ys { rule(left, y, right, y) }
        for x in xs { rule(x, top, x, bottom) }
    }

    /// Draws rows of a label at 50 and of figures that end at `rights`, points.
    mutating func rows(_ rows: [(String, [String])], rights: [Float], from top: Float, pitch: Float = 12) {
        for (index, row) in rows.enumerated() {
            let baseline = top + Float(index) * pitch
            text(row.0, x: 50, baseline: baseline)
            for (figure, right) in zip(row.1, rights) where !figure.isEmpty { text(figure, right: right, baseline: baseline) }
        }
    }
}
