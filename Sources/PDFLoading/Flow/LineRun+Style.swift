import PaperModel

extension LineRun {
    /// Its mean size, and whether nine tenths of its glyphs are bold, italic or underlined; raised words aside.
    func style(in fonts: [Font]) -> TextStyle {
        var bold = 0
        var italic = 0
        var underlined = 0
        var glyphs = 0
        var size: Float = 0
        for word in words where !word.isRaised {
            let count = word.glyphs.count
            glyphs += count
            size += word.size * Float(count)
            let font = fonts.indices.contains(Int(word.font)) ? fonts[Int(word.font)] : nil
            if font?.isBold == true || word.flags.contains(.stroked) { bold += count }
            if font?.isItalic == true { italic += count }
            if word.flags.contains(.underlined) { underlined += count }
        }
        guard glyphs > 0 else { return TextStyle() }
        // Tenths of a point are as exact as any font size is set.
        let mean = (Double(size) / Double(glyphs) * 10).rounded() / 10
        return TextStyle(
            size: mean.isFinite ? mean : 0, isBold: bold * 10 >= glyphs * 9, isItalic: italic * 10 >= glyphs * 9,
            isUnderlined: underlined * 10 >= glyphs * 9 && !isOfColumns)
    }

    /// Whether words stand so far apart that each heads a column of its own.
    private var isOfColumns: Bool {
        zip(words, words.dropFirst()).contains { word, next in
            let em = max(word.size, next.size)
            return next.area.left - word.area.right > LineRun.mostGapEms * em
                && word.area.right - word.area.left > LineRun.mostNumberEms * em
        }
    }

    /// The widest gap between two words of a heading, ems.
    private static let mostGapEms: Float = 1.5
    /// The widest number, ems: behind it a tab may leave more.
    private static let mostNumberEms: Float = 2.5
}
