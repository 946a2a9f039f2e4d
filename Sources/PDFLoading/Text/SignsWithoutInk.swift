internal import PaperModel

/// The words of a page, with minus signs that are drawn without ink given back to the numbers that they touch.
///
/// Spreadsheets exported to PDF draw some minus signs invisibly, as artifacts apart from their number: in the file "-14,666.5" is one number,
/// and its column adds up only with the sign. Without it a reader of records would take money the wrong way.
func words(withSignsIn content: PageContent, tree: StructureTree, settings: LayoutSettings) -> [Word] {
    var words = words(in: content, tree: tree, settings: settings)
    let signs = words.indices.filter { isSignWithoutInk(words[$0], content: content) }
    guard !signs.isEmpty else { return words }
    let numbers = words.indices.filter { beginsWithDigit(words[$0], content: content) }.sorted { words[$0].area.left < words[$1].area.left }
    for sign in signs {
        let (right, size) = (words[sign].area.right, words[sign].size)
        // Numbers by their left edge: the first that can touch the sign.
        var low = numbers.partitioningIndex { words[$0].area.left >= right - settings.wordGapEms * size }
        while low < numbers.count, words[numbers[low]].area.left <= right + settings.wordGapEms * size {
            let number = words[numbers[low]]
            if abs(number.baseline - words[sign].baseline) <= settings.baselineShiftEms * size {
                words[sign].element = number.element
                words[sign].flags = number.flags
                words[numbers[low]].joinsPrevious = true
                break
            }
            low += 1
        }
    }
    return words
}

private func isSignWithoutInk(_ word: Word, content: PageContent) -> Bool {
    guard word.glyphs.count == 1, word.turn == 0, word.flags.isSuperset(of: [.invisible, .artifact]) else { return false }
    let glyph = content.glyphs[word.glyphs.lowerBound]
    return glyph.count == 1 && [0x2D, 0x2010, 0x2011, 0x2013, 0x2212].contains(content.scalars[Int(glyph.scalars)])
}

private func beginsWithDigit(_ word: Word, content: PageContent) -> Bool {
    let glyph = content.glyphs[word.glyphs.lowerBound]
    guard word.turn == 0, glyph.count > 0, word.flags.isDisjoint(with: [.invisible, .covered, .artifact]) else { return false }
    return (0x30...0x39).contains(content.scalars[Int(glyph.scalars)])
}
