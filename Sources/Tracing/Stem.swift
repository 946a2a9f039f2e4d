/// The stem of an English word: the suffix-stripping of M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, which
/// SQLite's FTS5 uses too, so that a word finds the same forms in the index and in a text.
public enum Stem {
    /// Longest word that is stemmed, bytes: longer ones are no words of English.
    private static let longest = 40

    /// The stem of a word in small letters; a word that is not of plain letters is its own stem.
    public static func of(_ word: some StringProtocol) -> String {
        String(decoding: of(bytes: Array(word.utf8)), as: UTF8.self)
    }

    static func of(bytes word: [UInt8]) -> [UInt8] {
        guard word.count > 2, word.count <= longest, word.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }) else {
            return word
        }
        var stem = StemmedWord(word)
        stem.stripPlural()
        stem.stripPastAndGerund()
        stem.turnY()
        stem.apply(StemmedWord.doubleSuffixes, over: 0)
        stem.apply(StemmedWord.singleSuffixes, over: 0)
        stem.stripResidue()
        stem.tidy()
        return stem.bytes
    }
}

/// A word on its way to its stem; the steps are those of the paper.
private struct StemmedWord {
    var bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// A suffix and what comes in its place.
    typealias Rule = (suffix: [UInt8], replacement: [UInt8])

    private static func rules(_ pairs: [(String, String)]) -> [Rule] { pairs.map { (Array($0.utf8), Array($1.utf8)) } }

    /// Step 2.
    static let doubleSuffixes = rules([
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ])
    /// Step 3.
    static let singleSuffixes = rules([
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ])
    /// Step 4.
    private static let residues = rules([
        ("ement", ""), ("ment", ""), ("ance", ""), ("ence", ""), ("able", ""), ("ible", ""), ("ant", ""), ("ent", ""), ("ism", ""),
        ("ate", ""), ("iti", ""), ("ous", ""), ("ive", ""), ("ize", ""), ("ion", ""), ("al", ""), ("er", ""), ("ic", ""), ("ou", ""),
    ]).map(\.suffix)

    /// Whether the letter at `index` is a consonant; "y" is one at the start and behind a vowel.
    private func isConsonant(_ index: Int) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): false
        case UInt8(ascii: "y"): index == 0 || !isConsonant(index - 1)
        default: true
        }
    }

    /// How often a consonant follows a vowel in the first `count` letters: the paper's m.
    private func measure(_ count: Int) -> Int {
        var measure = 0
        var wasVowel = false
        for index in 0..<count {
            let consonant = isConsonant(index)
            if consonant, wasVowel { measure += 1 }
            wasVowel = !consonant
        }
        return measure
    }

    private func hasVowel(_ count: Int) -> Bool { (0..<count).contains { !isConsonant($0) } }

    private func ends(_ suffix: String) -> Bool { ends(Array(suffix.utf8)) }
    private func ends(_ suffix: [UInt8]) -> Bool { bytes.count > suffix.count && bytes.suffix(suffix.count).elementsEqual(suffix) }

    /// Whether the word ends in two equal consonants.
    private var endsInDouble: Bool {
        let count = bytes.count
        return count > 1 && bytes[count - 1] == bytes[count - 2] && isConsonant(count - 1)
    }

    /// Whether the first `count` letters end as "hop" does: consonant, vowel, consonant other than w, x, y.
    private func endsShort(_ count: Int) -> Bool {
        guard count >= 3, isConsonant(count - 1), !isConsonant(count - 2), isConsonant(count - 3) else { return false }
        return ![UInt8(ascii: "w"), UInt8(ascii: "x"), UInt8(ascii: "y")].contains(bytes[count - 1])
    }

    /// Step 1a.
    mutating func stripPlural() {
        if ends("sses") || ends("ies") {
            bytes.removeLast(2)
        } else if ends("s"), !ends("ss") {
            bytes.removeLast()
        }
    }

    /// Step 1b.
    mutating func stripPastAndGerund() {
        if ends("eed") {
            if measure(bytes.count - 3) > 0 { bytes.removeLast() }
            return
        }
        guard let length = ends("ed") ? 2 : ends("ing") ? 3 : nil, hasVowel(bytes.count - length) else { return }
        bytes.removeLast(length)
        if ends("at") || ends("bl") || ends("iz") {
            bytes.append(UInt8(ascii: "e"))
        } else if endsInDouble, let last = bytes.last, ![UInt8(ascii: "l"), UInt8(ascii: "s"), UInt8(ascii: "z")].contains(last) {
            bytes.removeLast()
        } else if measure(bytes.count) == 1, endsShort(bytes.count) {
            bytes.append(UInt8(ascii: "e"))
        }
    }

    /// Step 1c.
    mutating func turnY() {
        if ends("y"), hasVowel(bytes.count - 1) { bytes[bytes.count - 1] = UInt8(ascii: "i") }
    }

    /// Steps 2 and 3: the first suffix that fits is replaced where what stands before it has a measure over `least`.
    mutating func apply(_ rules: [Rule], over least: Int) {
        guard let rule = rules.first(where: { ends($0.suffix) }) else { return }
        let stem = bytes.count - rule.suffix.count
        guard measure(stem) > least else { return }
        bytes.replaceSubrange(stem..., with: rule.replacement)
    }

    /// Step 4.
    mutating func stripResidue() {
        guard let suffix = StemmedWord.residues.first(where: { ends($0) }) else { return }
        let stem = bytes.count - suffix.count
        guard measure(stem) > 1 else { return }
        if suffix.elementsEqual("ion".utf8), ![UInt8(ascii: "s"), UInt8(ascii: "t")].contains(bytes[stem - 1]) { return }
        bytes.removeLast(suffix.count)
    }

    /// Step 5.
    mutating func tidy() {
        if ends("e") {
            let stem = bytes.count - 1
            let measure = measure(stem)
            if measure > 1 || (measure == 1 && !endsShort(stem)) { bytes.removeLast() }
        }
        if endsInDouble, bytes.last == UInt8(ascii: "l"), measure(bytes.count) > 1 { bytes.removeLast() }
    }
}
