internal import PaperModel
internal import RuleEngine

/// Sentences and clauses of a normalised text, as ranges of its bytes.
struct Sentences: Sendable {
    /// Sentences in order; together they cover the text.
    let ranges: [Range<Int>]
    /// A run without a full stop is cut here, bytes, so that what is done once a sentence and figure stays linear in the text.
    private static let maximumLength = 4_000
    /// Farthest that a clause goes on either side of a figure, bytes: some fifty words.
    private static let clauseReach = 300
    private let text: NormalisedText

    /// Splits a text; after the words of `abbreviations` a full stop ends no sentence.
    init(_ text: NormalisedText, abbreviations: Lexicon?) {
        self.text = text
        var ranges: [Range<Int>] = []
        var start = 0
        for place in 0..<text.count
        where Sentences.ends(text, at: place, abbreviations: abbreviations) || place - start >= Sentences.maximumLength {
            ranges.append(start..<place + 1)
            start = place + 1
        }
        if start < text.count { ranges.append(start..<text.count) }
        self.ranges = ranges
    }

    /// Index of the sentence that holds a byte.
    func index(of place: Int) -> Int { max(0, ranges.partitioningIndex { $0.lowerBound > place } - 1) }

    /// The sentence that holds a byte; empty for an empty text.
    func sentence(at place: Int) -> Range<Int> {
        ranges.isEmpty ? 0..<0 : ranges[index(of: place)]
    }

    /// The clause around `words`: up to the nearest comma, semicolon, bracket, dash or conjunction on either side.
    func clause(around words: Range<Int>) -> Range<Int> {
        let sentence = sentence(at: words.lowerBound)
        let first = max(sentence.lowerBound, words.lowerBound - Sentences.clauseReach)
        var start = words.lowerBound
        while start > first, !isBreak(at: start - 1) { start -= 1 }
        let last = min(sentence.upperBound, words.upperBound + Sentences.clauseReach)
        var end = min(words.upperBound, last)
        while end < last, !isBreak(at: end) { end += 1 }
        return start..<max(start, end)
    }

    private func isBreak(at place: Int) -> Bool {
        switch text[place] {
        case UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\t"), UInt8(ascii: "\n"): true
        // A comma inside a number has no space after it.
        case UInt8(ascii: ","): isSpace(text[place + 1])
        case UInt8(ascii: "-"): isSpace(text[place - 1]) && isSpace(text[place + 1])
        case UInt8(ascii: " "): Sentences.conjunctions.contains { text.has($0, at: place) }
        default: false
        }
    }

    private static let conjunctions = [" but ", " while ", " whilst ", " whereas ", " compared ", " which ", " however "].map {
        Array($0.utf8)
    }

    private static func ends(_ text: NormalisedText, at place: Int, abbreviations: Lexicon?) -> Bool {
        let byte = text[place]
        if byte == UInt8(ascii: "\n") { return true }
        guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") else { return false }
        var next = place + 1
        while text[next] == UInt8(ascii: "\"") || text[next] == UInt8(ascii: "'") || text[next] == UInt8(ascii: ")") { next += 1 }
        while text.isNoteMark(at: next) { next += 1 }
        guard isSpace(text[next]) else { return next >= text.count }
        guard byte == UInt8(ascii: ".") else { return true }
        var first = place
        while first > 0, isWord(text[first - 1]) || text[first - 1] == UInt8(ascii: ".") { first -= 1 }
        let word = text.words(first..<place)
        if word.utf8.count == 1, word.utf8.first.map(isWord) == true {
            return word.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } && next < text.count
        }
        return abbreviations?[word] == nil
    }
}

/// Whether a byte is a letter or a digit.
func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a || byte >= 0x80
}

/// Whether a byte is one of the white space characters that normalised text has.
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0a || byte == 0x09 }

extension NormalisedText {
    /// Whether a byte is part of a raised digit: ¹ ² ³ (C2 B9, B2, B3) or ⁰ to ⁹ (E2 81 B0 to B9).
    func isNoteMark(at place: Int) -> Bool {
        func begins(_ at: Int) -> Bool {
            switch self[at] {
            case 0xc2: [0xb9, 0xb2, 0xb3].contains(self[at + 1])
            case 0xe2: self[at + 1] == 0x81 && self[at + 2] >= 0xb0 && self[at + 2] <= 0xb9
            default: false
            }
        }
        guard self[place] >= 0x80 else { return false }
        return begins(place) || begins(place - 1) || begins(place - 2) && self[place - 2] == 0xe2
    }

    /// Whether `bytes` stand at `place`.
    func has(_ bytes: [UInt8], at place: Int) -> Bool {
        place + bytes.count <= count && bytes.indices.allSatisfy { self[place + $0] == bytes[$0] }
    }
}
