internal import PaperModel
internal import RuleEngine

/// The words of a sentence with what each does, its figures as one word each. Made in one pass over the sentence. A class, since all that reads a
/// sentence holds it.
final class SentenceWords: Sendable {
    /// A word or mark.
    struct Word: Sendable {
        let bytes: Range<Int>
        let kind: WordKind
        /// Whether it begins with a capital.
        let isCapital: Bool
        /// Whether all its letters are capitals and it has two or more.
        let isAcronym: Bool
        /// The word in small letters; nil for marks and figures.
        var small: String?
        /// How many brackets are open around it.
        var depth = 0
    }

    let text: NormalisedText
    let vocabulary: PhraseVocabulary
    /// Where the sentence stands.
    let bytes: Range<Int>
    let words: [Word]
    /// For each figure of the sentence the index of its word.
    let figures: [Int]

    /// Longest sentence that is read, words; more is a table or list without marks.
    private static let longest = 400

    /// Reads the words of `bytes`; `figures` are the places of its figures, in order, `out` what is left out of it.
    init(
        _ text: NormalisedText, in bytes: Range<Int>, figures ranges: [Range<Int>], without out: [Range<Int>] = [],
        vocabulary: PhraseVocabulary
    ) {
        var words: [Word] = []
        var figures: [Int] = []
        var place = bytes.lowerBound
        var next = 0
        while place < bytes.upperBound {
            if next < ranges.count, place >= ranges[next].lowerBound {
                figures.append(words.count)
                let end = max(place, ranges[next].upperBound)
                words.append(Word(bytes: ranges[next].lowerBound..<end, kind: .figure, isCapital: false, isAcronym: false))
                place = end
                next += 1
                continue
            }
            let limit = next < ranges.count ? min(bytes.upperBound, ranges[next].lowerBound) : bytes.upperBound
            if isSpace(text[place]) {
                place += 1
                continue
            }
            if !out.isEmpty, let gone = out.first(where: { $0.contains(place) }) {
                place = min(limit, gone.upperBound)
                continue
            }
            if SentenceWords.isAbbreviating(text, at: place, limit: limit) {
                place += 1
                continue
            }
            let word =
                words.count - figures.count < SentenceWords.longest
                ? SentenceWords.word(text, at: place, limit: limit, vocabulary) : nil
            // "Levelling Up Fund", "High Needs Block": a preposition or verb in capitals is part of a name.
            if let word, word.isCapital,
                SentenceWords.namelike.contains(word.kind) && words.last?.isCapital ?? false
                    || SentenceWords.isInitial(word, after: words.last, in: text)
            {
                words.append(Word(bytes: word.bytes, kind: .word, isCapital: true, isAcronym: word.isAcronym, small: word.small))
            } else if let word, let kind = SentenceWords.kindInPlace(word, after: words.last, in: text, vocabulary) {
                words.append(
                    Word(bytes: word.bytes, kind: kind, isCapital: word.isCapital, isAcronym: word.isAcronym, small: word.small))
            } else if let word {
                words.append(word)
            }
            place = word?.bytes.upperBound ?? place + 1
        }
        var depth = 0
        for index in words.indices {
            if words[index].kind == .close { depth = max(0, depth - 1) }
            words[index].depth = depth
            if words[index].kind == .open { depth += 1 }
        }
        (self.text, self.bytes, self.vocabulary) = (text, bytes, vocabulary)
        (self.words, self.figures) = (words, figures)
    }

    /// What a word in capitals behind another is not, though in small letters it would be.
    private static let namelike: Set<WordKind> = [.preposition, .verb, .link, .asking, .giving, .connective]

    private static func word(_ text: NormalisedText, at start: Int, limit: Int, _ vocabulary: PhraseVocabulary) -> Word? {
        var end = start
        var (capitals, letters, digits) = (0, 0, 0)
        while end < limit, isPart(text, at: end, from: start, limit: limit) {
            let byte = text[end]
            if byte >= 0x41, byte <= 0x5a { capitals += 1 }
            if byte >= 0x30, byte <= 0x39 { digits += 1 } else if isWord(byte) { letters += 1 }
            end += 1
        }
        if end == start {
            return mark(text[start]).map { Word(bytes: start..<start + 1, kind: $0, isCapital: false, isAcronym: false) }
        }
        let isCapital = text[start] >= 0x41 && text[start] <= 0x5a
        if digits > 0, text[start] >= 0x30, text[start] <= 0x39 {
            return Word(bytes: start..<end, kind: .number, isCapital: false, isAcronym: false)
        }
        let small = text.smallWords(start..<end)
        return Word(
            bytes: start..<end, kind: vocabulary.kind(of: small), isCapital: isCapital, isAcronym: capitals > 1 && capitals * 2 > letters,
            small: small)
    }

    /// Whether a byte belongs to a word: letters, digits, and marks between them.
    private static func isPart(_ text: NormalisedText, at place: Int, from start: Int, limit: Int) -> Bool {
        let byte = text[place]
        if isWord(byte) && !isCurrency(text, at: place) && !text.isNoteMark(at: place) || byte == UInt8(ascii: "&") && place == start {
            return true
        }
        if byte == UInt8(ascii: "%") { return place > start }
        guard place > start, place + 1 < limit else { return byte == UInt8(ascii: "'") && place > start }
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "&"), UInt8(ascii: ","),
            UInt8(ascii: "+"):
            let isNumeral = byte == UInt8(ascii: ",")
            return isNumeral
                ? UInt8.isDigit(text[place - 1]) && UInt8.isDigit(text[place + 1])
                : isWord(text[place - 1]) && isWord(text[place + 1]) && !text.isNoteMark(at: place + 1)
        default: return false
        }
    }

    /// Whether a byte is part of £ (C2 A3 in UTF-8) or € (E2 82 AC).
    private static func isCurrency(_ text: NormalisedText, at place: Int) -> Bool {
        switch text[place] {
        case 0xc2: text[place + 1] == 0xa3
        case 0xa3: text[place - 1] == 0xc2
        case 0xe2: text[place + 1] == 0x82 && text[place + 2] == 0xac
        case 0x82: text[place - 1] == 0xe2 && text[place + 1] == 0xac
        case 0xac: text[place - 1] == 0x82 && text[place - 2] == 0xe2
        default: false
        }
    }

    private static func mark(_ byte: UInt8) -> WordKind? {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["): .open
        case UInt8(ascii: ")"), UInt8(ascii: "]"): .close
        case UInt8(ascii: ","): .comma
        case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "."), UInt8(ascii: "!"),
            UInt8(ascii: "?"), UInt8(ascii: "|"), UInt8(ascii: "+"):
            .stop
        case UInt8(ascii: "-"), UInt8(ascii: "="): .dash
        case UInt8(ascii: "\""), UInt8(ascii: "'"): .quote
        default: nil
        }
    }

    /// The kind of a word; `stop` outside the sentence.
    func kind(_ index: Int) -> WordKind { words.indices.contains(index) ? words[index].kind : .stop }

    /// A word in small letters; empty outside the sentence.
    func small(_ index: Int) -> String {
        guard words.indices.contains(index) else { return "" }
        return words[index].small ?? text.smallWords(words[index].bytes)
    }

    /// Whether a word is a number, or a mark without a letter: "three", "¹".
    func isNumberWord(_ index: Int) -> Bool {
        guard words.indices.contains(index) else { return false }
        return vocabulary.isNumber(small(index)) || !words[index].bytes.contains { text[$0] | 0x20 >= 0x61 && text[$0] | 0x20 <= 0x7a }
    }

    /// Whether a word is a number that is written as part of a name: "Stage One".
    func isCapitalNumber(_ index: Int) -> Bool {
        words.indices.contains(index) && words[index].isCapital && vocabulary.isNumber(small(index))
    }

    /// Whether a mark is the apostrophe of several holders: "Schools'".
    func isPossessive(_ index: Int) -> Bool {
        kind(index) == .quote && index > 0 && words[index - 1].bytes.upperBound == words[index].bytes.lowerBound
            && small(index - 1).hasSuffix("s")
    }

    /// Whether a mark is this byte.
    func isMark(_ index: Int, _ byte: UInt8) -> Bool { words.indices.contains(index) && text[words[index].bytes.lowerBound] == byte }

    /// The bytes that a run of words takes.
    func bytes(of run: Range<Int>) -> Range<Int> {
        guard let first = run.first, let last = run.last, words.indices.contains(first), words.indices.contains(last) else { return 0..<0 }
        return words[first].bytes.lowerBound..<words[last].bytes.upperBound
    }

    /// The words of a run as printed, on one line.
    func printed(_ run: Range<Int>) -> String { text.words(bytes(of: run)) }

    /// The run of words that stand in `bytes`.
    func run(of bytes: Range<Int>) -> Range<Int> {
        let first = words.partitioningIndex { $0.bytes.upperBound > bytes.lowerBound }
        let last = words.partitioningIndex { $0.bytes.lowerBound >= bytes.upperBound }
        return first..<max(first, last)
    }
}
