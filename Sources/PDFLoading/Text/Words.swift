/// A run of glyphs without white space, as drawn one after the other.
struct Word {
    /// Its glyphs in drawing order.
    var glyphs: Range<Int>
    var area: Area
    var baseline: Float
    var size: Float
    var font: Int32
    var element: Int32
    var turn: UInt8
    var flags: Glyph.Flags
    /// Raised and smaller than what stands before it: a footnote mark, an ordinal's letters.
    var isRaised: Bool
    /// Follows the word before it without a space.
    var joinsPrevious: Bool
    /// What its characters are.
    var traits = WordTraits()
    /// How far its letters are set apart, points; 0 where they touch.
    var spacing: Float = 0
}

/// The words of a page in drawing order. A word ends at white space, at a gap, where the baseline moves and where its block of the
/// structure tree ends; letters that are set apart stay together.
func words(in content: PageContent, tree: StructureTree, settings: LayoutSettings) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(content.glyphs.count / 5)
    var current: Word?
    var last = -1  // last glyph of the current word
    var setting = LetterSetting()

    func finish() {
        guard let word = current else { return }
        current = nil
        words.append(word)
    }

    for index in content.glyphs.indices {
        let glyph = content.glyphs[index]
        if glyph.count == 0 {
            // Inside a replacement text: the box belongs to the glyph that carries the text.
            if var word = current {
                word.area.add(glyph.area)
                word.glyphs = word.glyphs.lowerBound..<(index + 1)
                current = word
                last = index
            }
            continue
        }
        if isSpace(content.scalars[Int(glyph.scalars)]) {
            finish()
            continue
        }
        if let (size, isRaised) = current.map({ ($0.size, $0.isRaised) }) {
            let before = content.glyphs[last]
            var relation = follows(glyph, before, wordSize: size, isRaised: isRaised, tree: tree, settings: settings)
            if relation == .sameWord, setting.parts(glyph, from: before, in: content) { relation = .apart }
            if relation == .afterRaised { current?.isRaised = true }
            if relation == .sameWord {
                // In place: a word is copied for each of its letters else.
                if gap(between: before, and: glyph) >= settings.wordGapEms * size { current?.widen(to: before.spacing) }
                current?.add(glyph, at: index)
            } else {
                finish()
                current = Word(glyph, at: index)
                current?.isRaised = relation == .raised
                current?.joinsPrevious = relation != .apart
            }
        } else {
            current = Word(glyph, at: index)
        }
        last = index
    }
    finish()
    for index in words.indices { words[index].traits = WordTraits(of: words[index].glyphs, in: content) }
    return joiningSpacedLetters(words, content: content, settings: settings)
}

/// A letter is drawn back over the one before it by less than this: kerning and accents; more is another word.
private let backstepEms: Float = 0.6

private enum Relation {
    case sameWord
    /// Directly after, raised and smaller.
    case raised
    /// Directly after, back on the baseline.
    case adjoining
    /// Directly after a word that turns out to be a raised mark: the number that begins a footnote.
    case afterRaised
    case apart
}

private func follows(
    _ glyph: Glyph, _ before: Glyph, wordSize: Float, isRaised: Bool, tree: StructureTree, settings: LayoutSettings
) -> Relation {
    guard glyph.turn == before.turn else { return .apart }
    if glyph.element != before.element, glyph.element >= 0, before.element >= 0,
        tree.homes[Int(glyph.element)].block != tree.homes[Int(before.element)].block
    {
        return .apart
    }
    let size = max(glyph.size, before.size)
    let gap = gap(between: before, and: glyph)
    guard gap > -backstepEms * size else { return .apart }
    if gap >= settings.wordGapEms * size {
        // Only the very gap that the text state asks for is one between letters.
        let isSpacing = abs(gap - before.spacing) <= settings.spacingSlackEms * size && gap <= settings.letterSpacingEms * size
        guard isSpacing else { return .apart }
    }
    let shift = before.baseline - glyph.baseline
    if abs(shift) <= settings.baselineShiftEms * size { return .sameWord }
    guard glyph.turn == 0 else { return .apart }
    if shift > 0, glyph.size < settings.superscriptSize * wordSize, shift < wordSize { return .raised }
    if shift < 0, -shift < glyph.size {
        if isRaised { return .adjoining }
        if wordSize < settings.superscriptSize * glyph.size { return .afterRaised }
    }
    return .apart
}

/// The distance along the line between a glyph and the one that follows it, points.
func gap(between before: Glyph, and glyph: Glyph) -> Float {
    switch glyph.turn {
    case 1: glyph.top - before.bottom
    case 2: before.left - glyph.right
    case 3: before.top - glyph.bottom
    default: glyph.left - before.right
    }
}

extension Word {
    fileprivate init(_ glyph: Glyph, at index: Int) {
        self.init(
            glyphs: index..<(index + 1), area: glyph.area, baseline: glyph.baseline, size: glyph.size, font: glyph.font,
            element: glyph.element, turn: glyph.turn, flags: glyph.flags, isRaised: false, joinsPrevious: false)
    }

    /// Takes in the next of its glyphs.
    fileprivate mutating func add(_ glyph: Glyph, at index: Int) {
        glyphs = glyphs.lowerBound..<(index + 1)
        area.add(glyph.area)
        flags.formUnion(glyph.flags)
    }

    /// Notes how far its letters are set apart.
    fileprivate mutating func widen(to spacing: Float) { self.spacing = max(self.spacing, spacing) }
}

extension Glyph {
    var area: Area { Area(left: left, top: top, right: right, bottom: bottom) }
}

/// White space as fonts draw it.
func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
}
