/// The words of a page, with those whose letters were drawn one by one, set apart, made whole.
///
/// The letters of such a line stand at one gap, words at a wider one. Columns of single letters or digits stand at one pitch instead, and
/// digits alone are never joined: they may be as many numbers.
func joiningSpacedLetters(_ words: [Word], content: PageContent, settings: LayoutSettings) -> [Word] {
    var joined: [Word] = []
    var copied = 0
    var index = 0
    while index < words.count {
        let end = runEnd(of: words, from: index, settings: settings)
        if end - index >= SpacedLine.fewest, let line = SpacedLine(words[index..<end], content: content) {
            if joined.isEmpty { joined.reserveCapacity(words.count) }
            joined.append(contentsOf: words[copied..<index])
            joined.append(contentsOf: line.words)
            copied = end
        }
        index = end
    }
    guard copied > 0 else { return words }
    joined.append(contentsOf: words[copied...])
    return joined
}

/// Letters of one line drawn one by one stand on one baseline but for rounding, in multiples of the font size.
private let levelEms: Float = 0.02

/// One past the last of the single letters in a row that were drawn one after the other on one line.
private func runEnd(of words: [Word], from start: Int, settings: LayoutSettings) -> Int {
    var index = start + 1
    guard words[start].glyphs.count == 1, words[start].turn == 0 else { return index }
    while index < words.count {
        let (before, word) = (words[index - 1], words[index])
        let gap = word.area.left - before.area.right
        guard word.glyphs.count == 1, word.glyphs.lowerBound == before.glyphs.upperBound, word.turn == 0, word.font == before.font,
            word.size == before.size, abs(word.baseline - before.baseline) <= levelEms * word.size, !word.isRaised, gap > 0,
            gap <= 2 * settings.letterSpacingEms * word.size
        else { break }
        index += 1
    }
    return index
}

/// A line of letters that are set apart.
private struct SpacedLine {
    /// Fewer single letters in a row may be initials, list labels or marks.
    static let fewest = 5
    /// Gaps between letters differ by no more than this, multiples of the size …
    private static let slack: Float = 0.06
    /// … and a space is at least this much wider than they.
    private static let space: Float = 0.2

    let words: [Word]

    init?(_ letters: ArraySlice<Word>, content: PageContent) {
        let size = letters[letters.startIndex].size
        let gaps = zip(letters, letters.dropFirst()).map { $1.area.left - $0.area.right }
        let least = gaps.min() ?? 0
        let inner = gaps.filter { $0 <= least + SpacedLine.slack * size }
        // All gaps are one or clearly another, and most are between letters.
        guard inner.count * 3 >= gaps.count * 2,
            !gaps.contains(where: { $0 > least + SpacedLine.slack * size && $0 < least + SpacedLine.space * size })
        else { return nil }
        let widths = letters.map(\.area.width)
        // Letters of one width stand at one pitch as well as at one gap.
        guard (widths.max() ?? 0) - (widths.min() ?? 0) > 2 * SpacedLine.slack * size else { return nil }
        var words: [Word] = []
        for letter in letters {
            guard var word = words.last, letter.area.left - word.area.right <= least + SpacedLine.slack * size else {
                words.append(letter)
                continue
            }
            word.glyphs = word.glyphs.lowerBound..<letter.glyphs.upperBound
            word.area.add(letter.area)
            word.flags.formUnion(letter.flags)
            word.spacing = least
            words[words.count - 1] = word
        }
        for index in words.indices where words[index].glyphs.count > 1 {
            words[index].traits = WordTraits(of: words[index].glyphs, in: content)
        }
        guard words.allSatisfy({ $0.glyphs.count < 2 || SpacedLine.holdsMoreThanDigits($0, content: content) }) else { return nil }
        self.words = words
    }

    private static func holdsMoreThanDigits(_ word: Word, content: PageContent) -> Bool {
        word.glyphs.contains { index in
            let glyph = content.glyphs[index]
            return glyph.count > 0 && !(0x30...0x39).contains(content.scalars[Int(glyph.scalars)])
        }
    }
}
