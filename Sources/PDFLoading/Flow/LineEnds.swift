import PaperModel

/// How a line goes over into the next.
enum LineEnd {
    /// The last line of its block or cell.
    case blockEnd
    case wordEnd
    /// A word with a hyphen of its own goes on: "full-" and "time", "2024-" and "25".
    case hyphenatedWord
    /// A word was broken: its hyphen is soft, or the page has the word whole elsewhere.
    case brokenWord
}

/// Tells of lines that end with a hyphen whether a word goes on in the next, and whether the hyphen is its own.
struct LineEnds {
    private let content: PageContent
    private var vocabulary: Set<[UInt32]>?

    init(_ content: PageContent) { self.content = content }

    /// How a line that was written goes over into the line of a run that follows.
    mutating func ending(of line: ArraySlice<Unicode.Scalar>, before next: Range<Int>, of run: LineRun) -> LineEnd {
        guard let last = line.last, isHyphen(last.value) else { return .wordEnd }
        let word = run.words[next.lowerBound]
        if isSign(line, before: word, of: run, at: next) { return .hyphenatedWord }
        guard let before = line.dropLast().last, isWordPart(before) else { return .wordEnd }
        guard let first = firstScalar(of: word), isWordPart(first) else { return .wordEnd }
        if lastGlyphIsSoft(run, before: next) { return .brokenWord }
        let tail = line.dropLast().reversed().prefix { $0.properties.isAlphabetic }
        let head = letters(of: word)
        guard tail.count >= 2, head.count >= 2, first.properties.isLowercase else { return .hyphenatedWord }
        if vocabulary == nil { vocabulary = pageVocabulary() }
        let whole = tail.reversed().map(\.value) + head
        return vocabulary?.contains(whole.map(lowercased)) == true ? .brokenWord : .hyphenatedWord
    }

    /// Whether a hyphen that ends a line is the sign of the amount that begins the next: nothing touches it from before, and no space
    /// follows it, as one does after a dash.
    private func isSign(_ line: ArraySlice<Unicode.Scalar>, before word: Word, of run: LineRun, at next: Range<Int>) -> Bool {
        let isFree = line.dropLast().last.map { $0 == " " || $0 == "(" } ?? true
        guard isFree, next.lowerBound > 0, let first = firstScalar(of: word), "£$€0123456789".unicodeScalars.contains(first) else {
            return false
        }
        let after = run.words[next.lowerBound - 1].glyphs.upperBound
        guard content.glyphs.indices.contains(after), content.glyphs[after].count > 0 else { return true }
        return !isSpace(content.scalars[Int(content.glyphs[after].scalars)])
    }

    private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
    }

    private func firstScalar(of word: Word) -> Unicode.Scalar? {
        let glyph = content.glyphs[word.glyphs.lowerBound]
        return glyph.count > 0 ? Unicode.Scalar(content.scalars[Int(glyph.scalars)]) : nil
    }

    private func lastGlyphIsSoft(_ run: LineRun, before next: Range<Int>) -> Bool {
        guard next.lowerBound > 0, let index = run.words[next.lowerBound - 1].glyphs.last else { return false }
        let glyph = content.glyphs[index]
        return glyph.count > 0 && content.scalars[Int(glyph.scalars) + Int(glyph.count) - 1] == 0xAD
    }

    private func letters(of word: Word) -> [UInt32] {
        var letters: [UInt32] = []
        for index in word.glyphs {
            let glyph = content.glyphs[index]
            for offset in 0..<Int(glyph.count) {
                let scalar = content.scalars[Int(glyph.scalars) + offset]
                guard isLetter(scalar) else { return letters }
                letters.append(scalar)
            }
        }
        return letters
    }

    /// The words of the page in lower case; made only for a page that breaks a word with a hyphen.
    private func pageVocabulary() -> Set<[UInt32]> {
        var words = Set<[UInt32]>()
        var word: [UInt32] = []
        for glyph in content.glyphs {
            for offset in 0..<Int(glyph.count) {
                let scalar = content.scalars[Int(glyph.scalars) + offset]
                if isLetter(scalar) {
                    word.append(lowercased(scalar))
                } else if !word.isEmpty {
                    words.insert(word)
                    word = []
                }
            }
        }
        words.insert(word)
        return words
    }

    /// Without a look into Unicode's tables for what is ASCII.
    private func isLetter(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return (0x61...0x7A).contains(scalar | 0x20) }
        return Unicode.Scalar(scalar)?.properties.isAlphabetic == true
    }

    private func lowercased(_ scalar: UInt32) -> UInt32 {
        (0x41...0x5A).contains(scalar) ? scalar + 32 : scalar
    }
}
