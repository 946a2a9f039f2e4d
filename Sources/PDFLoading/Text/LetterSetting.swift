/// How closely the fonts of a page set their letters, learnt while its words are made; tells apart the numbers of columns that all but touch.
///
/// Digits stand at exactly their advance. A step between two of them that is too small for a space is the border of two columns, where a
/// font sets its letters evenly; where advances are stated wrongly, as after recognition, it says nothing.
struct LetterSetting {
    /// Digits this far apart are of two numbers: kerning and rounded advances move them by less than half of it.
    private static let step: Float = 0.08
    /// Gaps between letters up to this are even.
    private static let even: Float = 0.03
    /// Letters of a font before it is judged.
    private static let sample: Int32 = 40
    /// One uneven gap in so many leaves a font even.
    private static let tolerance: Int32 = 25
    /// Fonts past these are not judged; a page has a dozen.
    private static let fonts = 1_024

    private var pairs: [Int32] = []
    private var uneven: [Int32] = []

    /// Whether two glyphs of one word are the last and first digit of two numbers.
    mutating func parts(_ glyph: Glyph, from before: Glyph, in content: PageContent) -> Bool {
        guard glyph.font == before.font, glyph.font >= 0, glyph.font < Int32(LetterSetting.fonts) else { return false }
        let font = Int(glyph.font)
        while font >= pairs.count {
            pairs.append(0)
            uneven.append(0)
        }
        let gap = gap(between: before, and: glyph) - before.spacing
        let isStep =
            gap >= LetterSetting.step * glyph.size && isDigit(glyph, in: content) && isDigit(before, in: content)
            && gap + before.spacing >= LetterSetting.step * glyph.size
        if isStep { return pairs[font] >= LetterSetting.sample && uneven[font] * LetterSetting.tolerance <= pairs[font] }
        pairs[font] &+= 1
        if abs(gap) > LetterSetting.even * glyph.size { uneven[font] &+= 1 }
        return false
    }

    private func isDigit(_ glyph: Glyph, in content: PageContent) -> Bool {
        glyph.count == 1 && (0x30...0x39).contains(content.scalars[Int(glyph.scalars)])
    }
}
