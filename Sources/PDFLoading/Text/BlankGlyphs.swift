/// Spaces that a font maps to no character.
extension PageContent {
    /// Makes the glyphs spaces that a font without any other space draws between its words: no character, one and the same advance, as
    /// often as spaces are, seldom two in a row.
    ///
    /// Without this three words are one: the gap between them is filled by a glyph.
    mutating func readBlankGlyphs() {
        guard glyphs.contains(where: { isBlank($0) }) else { return }
        var fonts: [Int32: FontUse] = [:]
        var wasBlank = false
        for glyph in glyphs where glyph.count > 0 {
            var use = fonts[glyph.font] ?? FontUse()
            use.glyphs += 1
            let blank = isBlank(glyph)
            if blank {
                use.blanks[BlankGlyph(glyph, in: self), default: 0] += 1
                if wasBlank { use.pairs += 1 }
            } else if isSpace(scalars[Int(glyph.scalars)]) {
                use.spaces += 1
            }
            wasBlank = blank
            fonts[glyph.font] = use
        }
        let spaces = fonts.compactMapValues(\.space)
        guard !spaces.isEmpty else { return }
        for index in glyphs.indices where isBlank(glyphs[index]) && spaces[glyphs[index].font] == BlankGlyph(glyphs[index], in: self) {
            scalars[Int(glyphs[index].scalars)] = 0x20
            glyphs[index].count = 1
            glyphs[index].flags.remove(.unmapped)
        }
    }

    /// Whether a glyph has no character that could be seen.
    private func isBlank(_ glyph: Glyph) -> Bool {
        guard glyph.count > 0 else { return false }
        if glyph.flags.contains(.unmapped) { return true }
        let scalar = scalars[Int(glyph.scalars)]
        return glyph.count == 1 && (scalar < 0x20 || (0x7F...0x9F).contains(scalar)) && !isSpace(scalar)
    }
}

/// A glyph without a character as a font has it: what it is mapped to and how wide it is.
private struct BlankGlyph: Hashable {
    let scalar: UInt32
    /// Advance in 200ths of the font size.
    let advance: Int32

    init(_ glyph: Glyph, in content: PageContent) {
        scalar = content.scalars[Int(glyph.scalars)]
        let width = glyph.turn & 1 == 0 ? glyph.right - glyph.left : glyph.bottom - glyph.top
        advance = Int32(max(0, min(1_000, (width / (glyph.size > 0 ? glyph.size : 1) * 200).rounded())))
    }
}

/// What a page draws in one font.
private struct FontUse {
    /// Spaces of fonts are 0.2 to 0.35 em wide, those of fixed pitch 0.6.
    private static let advances: ClosedRange<Int32> = 30...130
    /// One glyph in five or six of English is a space; in headings and lists it is one in twenty.
    private static let least = 0.05
    /// Whatever is drawn more often than this is a letter.
    private static let most = 0.3

    var glyphs = 0
    var spaces = 0
    var blanks: [BlankGlyph: Int] = [:]
    var pairs = 0

    /// The glyph that is the font's space.
    var space: BlankGlyph? {
        guard spaces == 0, let (glyph, count) = blanks.max(by: { ($0.value, $1.key.advance) < ($1.value, $0.key.advance) }) else {
            return nil
        }
        let part = Double(count) / Double(glyphs)
        let isSpace = FontUse.advances.contains(glyph.advance) && part >= FontUse.least && part <= FontUse.most && pairs * 5 <= count
        return isSpace && count > 2 ? glyph : nil
    }
}
