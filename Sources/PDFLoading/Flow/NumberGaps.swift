/// The gaps of a line that part the numbers of two columns.
///
/// A number may hold a space between its groups of three, and columns of figures may stand as near: what tells them apart is whether the
/// gap is the space of its line. Where it isn't, it is written as TAB, as between cells, so that no reader joins the numbers.
struct NumberGaps {
    /// A gap this much wider than the spaces of its line is none of them.
    private static let wider: Float = 1.35
    /// A space as drawn ends where the next word begins, give or take this, multiples of the font size.
    private static let slack: Float = 0.06
    /// Wider than any font's space; for a line that has no other.
    private static let widest: Float = 0.4

    let content: PageContent
    let settings: LayoutSettings

    /// Whether the gap before `words[index]`, in its line, stands between two columns of numbers.
    func isColumnGap(before index: Int, in words: [Word], line: Range<Int>) -> Bool {
        let (before, word) = (words[index - 1], words[index])
        guard joinsDigits(before, word), beginsWithGroup(word) else { return false }
        let gap = word.area.left - before.area.right
        let size = max(word.size, before.size)
        let space = space(between: before, and: word)
        // A space that the next word was drawn over ended a cell.
        if let space, word.area.left < space.right - NumberGaps.slack * size { return true }
        if let space, abs(word.area.left - space.right - space.spacing) <= NumberGaps.slack * size, gap <= settings.lineGapEms * size {
            return false
        }
        // The line's other gaps of the same making.
        var others: [Float] = []
        for other in line.dropFirst() where other != index {
            let (left, right) = (words[other - 1], words[other])
            let width = right.area.left - left.area.right
            guard width > 0, width <= settings.lineGapEms * size, !joinsDigits(left, right),
                (self.space(between: left, and: right) == nil) == (space == nil)
            else { continue }
            others.append(width)
        }
        guard !others.isEmpty else { return space == nil || gap > NumberGaps.widest * size }
        others.sort()
        return gap > NumberGaps.wider * others[others.count / 2]
    }

    /// Whether one word ends and the next begins with a digit, both upright on the line.
    private func joinsDigits(_ before: Word, _ word: Word) -> Bool {
        guard before.turn == 0, word.turn == 0, !before.isRaised, !word.isRaised, let last = before.glyphs.last else { return false }
        return isDigit(content.glyphs[last]) && isDigit(content.glyphs[word.glyphs.lowerBound])
    }

    /// Whether a word begins with three digits and no fourth, as the second group of a number does.
    private func beginsWithGroup(_ word: Word) -> Bool {
        let digits = word.glyphs.prefix(4).prefix { isDigit(content.glyphs[$0]) }
        return digits.count == 3
    }

    private func isDigit(_ glyph: Glyph) -> Bool {
        glyph.count > 0 && (0x30...0x39).contains(content.scalars[Int(glyph.scalars) + Int(glyph.count) - 1])
    }

    /// The space that was drawn after one word or before the other.
    private func space(between before: Word, and word: Word) -> Glyph? {
        let after = before.glyphs.upperBound
        if content.glyphs.indices.contains(after), isSpace(content.glyphs[after]) { return content.glyphs[after] }
        let ahead = word.glyphs.lowerBound - 1
        if content.glyphs.indices.contains(ahead), isSpace(content.glyphs[ahead]) { return content.glyphs[ahead] }
        return nil
    }

    private func isSpace(_ glyph: Glyph) -> Bool {
        glyph.count > 0 && PDFLoading.isSpace(content.scalars[Int(glyph.scalars)])
    }
}
