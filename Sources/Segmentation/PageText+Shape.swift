internal import PaperModel

extension PageText {
    /// The scalars of a range; offsets outside the text are cut off.
    func slice(_ range: TextRange) -> ArraySlice<Unicode.Scalar> {
        scalars[range.offsets.clamped(to: 0..<count)]
    }

    /// A range without white space at its ends.
    func trimmed(_ range: TextRange) -> TextRange {
        let slice = slice(range)
        guard let first = slice.firstIndex(where: { !$0.isGap }), let last = slice.lastIndex(where: { !$0.isGap }) else {
            return TextRange(range.start, range.start)
        }
        return TextRange(first, last + 1)
    }

    /// Whether a range holds nothing but white space.
    func isGap(_ range: TextRange) -> Bool { slice(range).allSatisfy(\.isGap) }

    /// The lines of a range that hold something.
    func lines(of range: TextRange) -> [TextRange] {
        slice(range).split(separator: "\n").map { TextRange($0.startIndex, $0.endIndex) }.filter { !isGap($0) }
    }

    /// The words of a range with single spaces between them.
    func words(of range: TextRange) -> String {
        var words: [Unicode.Scalar] = []
        for word in slice(range).split(whereSeparator: \.isGap) {
            if !words.isEmpty { words.append(" ") }
            words.append(contentsOf: word)
        }
        return PageText(words).string
    }

    /// Words up to `most`, the last scalar that is no white space, and whether the first letter is a small one.
    func shape(of range: TextRange, most: Int) -> (words: Int, ending: Unicode.Scalar?, beginsSmall: Bool) {
        let slice = slice(range)
        var words = 0
        var isInside = false
        for scalar in slice {
            if scalar.isGap {
                isInside = false
            } else if !isInside {
                isInside = true
                words += 1
                if words >= most { break }
            }
        }
        let first = slice.first { !$0.isGap }
        return (words, slice.last { !$0.isGap }, first.map { $0.isLetter && !$0.isUpper } ?? false)
    }

    /// Where the words begin behind a bullet at the start of a range, also one whose glyph has no character; nil where none stands there.
    func bullet(of range: TextRange) -> Int? {
        let slice = slice(range)
        guard let first = slice.first, first.isBullet, let next = slice.dropFirst().first, next.isGap else { return nil }
        return range.start + 1
    }

    /// Whether a line within a block begins an item of its own: it has a number with a stop and a capital after it, and the line before it
    /// ends a sentence or is itself such an item. Else a number that a line happens to begin with would cut a sentence. `isBroken` says that
    /// the author ended the line before.
    func beginsItem(_ line: TextRange, after previous: TextRange, isBroken: Bool = false) -> Bool {
        guard let number = PrintedNumber(slice(line)), number.isDelimited || number.form == .decimal || number.form == .minute else {
            return false
        }
        let rest = slice(line).dropFirst(number.length)
        guard let first = rest.first, !first.isLetter || first.isUpper else { return false }
        if isBroken { return true }
        if let before = PrintedNumber(slice(previous)), before.isDelimited, number.follows(before) { return true }
        guard let last = slice(previous).last(where: { !$0.isGap }) else { return true }
        return last == "." || last == ";" || last == ":" || last == "?" || last == "!"
    }

    /// Where the sentence begins that holds a scalar of a range: after a stop with a capital behind it. "Cllr. Jones" and "J. Smith" hold none.
    func startOfSentence(at offset: Int, in range: TextRange) -> Int {
        guard range.contains(offset) else { return offset }
        var place = offset - 1
        while place > range.start + 1 {
            let stop = scalars[place - 1]
            let next = scalars[min(place + 1, count - 1)]
            if scalars[place].isGap, stop == "." || stop == "?" || stop == "!",
                !next.isLetter || next.isUpper || PrintedNumber(slice(TextRange(place + 1, range.end)).prefix(8))?.form == .lettered,
                stop != "." || !endsAbbreviated(at: place - 1, in: range)
            {
                return trimmed(TextRange(place, range.end)).start
            }
            place -= 1
        }
        return range.start
    }

    /// Whether the word before a stop is one letter, or a short word with one capital and no vowel: a title. "NDC" is none.
    func endsAbbreviated(at stop: Int, in range: TextRange) -> Bool {
        let word = scalars[range.start..<stop].suffix(while: \.isLetter)
        guard let first = word.first else { return false }
        return word.count == 1
            || first.isUpper && word.count <= 4 && !word.dropFirst().contains { $0.isUpper }
                && !word.contains { "aeiouyAEIOUY".unicodeScalars.contains($0) }
    }
}

extension Unicode.Scalar {
    /// A mark that lists are set with, or a glyph that no character is known for.
    fileprivate var isBullet: Bool {
        switch self {
        case "\u{2022}", "\u{25CF}", "\u{25CB}", "\u{25AA}", "\u{25A0}", "\u{25E6}", "\u{2023}", "\u{2043}", "\u{27A2}", "\u{2713}",
            "\u{FFFD}", "*":
            true
        default: (0xF000...0xF0FF).contains(value)
        }
    }
}

extension ArraySlice<Unicode.Scalar> {
    /// The longest end of the slice whose scalars all satisfy a condition.
    fileprivate func suffix(while holds: (Unicode.Scalar) -> Bool) -> ArraySlice<Unicode.Scalar> {
        self[(lastIndex { !holds($0) }.map { $0 + 1 } ?? startIndex)...]
    }
}

extension String {
    /// Whether it has letters and all are capitals; an abbreviation alone is no title in capitals.
    var isInCapitals: Bool {
        let letters = unicodeScalars.filter(\.isLetter)
        return letters.count >= Settings.Headings.fewestCapitals && letters.allSatisfy(\.isUpper)
    }
}
