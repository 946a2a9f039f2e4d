internal import PaperModel

/// A list of words with a value each.
///
/// Words are found whole, the longest first; a space in a word stands for a space or a hyphen. Case counts only where the lexicon says so.
public struct Lexicon: Sendable {
    /// Name that patterns refer to it by.
    public let name: String
    /// Words and their values in the order of the file.
    public let entries: [(word: String, value: String)]
    /// Whether "US" and "us" are different words.
    public let isExact: Bool
    private let values: [String: String]

    init(name: String, entries: [(word: String, value: String)], isExact: Bool) {
        self.name = name
        self.entries = entries
        self.isExact = isExact
        values = Dictionary(entries.map { (Lexicon.key($0.word, isExact: isExact), $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether both lists say the same.
    func isSame(as other: Lexicon) -> Bool {
        name == other.name && isExact == other.isExact && entries.elementsEqual(other.entries) { $0 == $1 }
    }

    /// The list with more words in front of its own, so that they may give a word another value.
    func extended(by words: LexiconWords) -> Lexicon {
        let keys = Set(words.entries.map { Lexicon.key($0.word, isExact: isExact) })
        let others = entries.filter { !keys.contains(Lexicon.key($0.word, isExact: isExact)) }
        return Lexicon(name: name, entries: words.entries + others, isExact: isExact)
    }

    /// Whether its words have values other than themselves.
    var hasValues: Bool { entries.contains { $0.word != $0.value } }

    /// Whether all its values are numbers.
    var isOfNumbers: Bool { entries.allSatisfy { Amount(written: $0.value) != nil } }

    /// Whether all its values are codes of currencies.
    var isOfCurrencies: Bool { entries.allSatisfy { Lexicon.isCurrency($0.value) } }

    /// Whether a value has the form of a code of ISO 4217: three capitals.
    static func isCurrency(_ value: String) -> Bool {
        value.utf8.count == 3 && value.utf8.allSatisfy { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
    }

    /// The value of a word; nil for a word that is not in the list.
    public subscript(word: String) -> String? {
        values[word] ?? (Lexicon.isKey(word) ? nil : values[Lexicon.key(word, isExact: isExact)])
    }

    /// Whether a word is its own key, as most are: small letters and digits, with single spaces between them.
    private static func isKey(_ word: String) -> Bool {
        var previous = UInt8(ascii: " ")
        for byte in word.utf8 {
            guard
                byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
                    || byte == UInt8(ascii: " ") && previous != byte
            else { return false }
            previous = byte
        }
        return previous != UInt8(ascii: " ")
    }

    private static func key(_ word: String, isExact: Bool) -> String {
        if isKey(word) { return word }
        var word = word
        if let key = word.withUTF8({ plainKey($0, isExact: isExact) }) { return key }
        let plain = word.split { $0 == " " || $0 == "-" || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
        return isExact ? plain : plain.lowercased()
    }

    /// The key of a word of ASCII, byte by byte; nil for others.
    private static func plainKey(_ word: UnsafeBufferPointer<UInt8>, isExact: Bool) -> String? {
        var key: [UInt8] = []
        key.reserveCapacity(word.count)
        var isApart = false
        for byte in word {
            // A carriage return makes one character with the line feed behind it.
            guard byte < 0x80, byte != 0x0d else { return nil }
            if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") {
                isApart = true
                continue
            }
            if isApart, !key.isEmpty { key.append(UInt8(ascii: " ")) }
            isApart = false
            let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
            key.append(isCapital && !isExact ? byte | 0x20 : byte)
        }
        return String(decoding: key, as: UTF8.self)
    }

    /// The words as one group of a pattern, shared beginnings written once. No letter may touch a letter at a word's ends; where that holds
    /// for all words it is said once, which keeps long lists small.
    var pattern: String {
        let words = entries.map(\.word)
        let firsts = words.allSatisfy { $0.unicodeScalars.first.map(Lexicon.isLetter) ?? false }
        let lasts = words.allSatisfy { $0.unicodeScalars.last.map(Lexicon.isLetter) ?? false }
        let root = WordTree()
        for word in words {
            var parts = Lexicon.parts(of: isExact ? word : word.lowercased())
            if !firsts, let first = word.unicodeScalars.first, Lexicon.isLetter(first) { parts.insert(Lexicon.noLetterBefore, at: 0) }
            if !lasts, let last = word.unicodeScalars.last, Lexicon.isLetter(last) { parts.append(Lexicon.noLetterAfter) }
            root.insert(parts[...])
        }
        let group = "(?\(isExact ? "-i" : "i"):\(root.pattern))"
        return "(?:\(firsts ? Lexicon.noLetterBefore : "")\(group)\(lasts ? Lexicon.noLetterAfter : ""))"
    }

    private static let noLetterBefore = "(?<![A-Za-z])"
    private static let noLetterAfter = "(?![A-Za-z])"

    /// The characters of a word, each as a pattern of its own.
    private static func parts(of word: String) -> [String] {
        word.unicodeScalars.map { scalar in
            switch scalar {
            case " ", "-": "[ -]"
            case "'": "'?"
            case _ where isLetter(scalar) || ("0"..."9").contains(scalar) || scalar.value > 0x7f: String(scalar)
            default: "\\" + String(scalar)
            }
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && ByteSet.wordBytes.contains(UInt8(truncatingIfNeeded: scalar.value)) && !("0"..."9").contains(scalar)
            && scalar != "_"
    }
}

/// Words by shared beginnings. Of words that begin alike the longest is tried first.
private final class WordTree {
    private var branches: [String: WordTree] = [:]
    private var isEnd = false

    func insert(_ parts: ArraySlice<String>) {
        guard let first = parts.first else {
            isEnd = true
            return
        }
        let branch = branches[first] ?? WordTree()
        branches[first] = branch
        branch.insert(parts.dropFirst())
    }

    /// The words as alternatives, without a group around them where there is but one way on.
    var pattern: String {
        // Guards that look at the next letter come after the letters, so that longer words go first.
        var ways = branches.sorted { ($0.key.hasPrefix("(") ? 1 : 0, $0.key) < ($1.key.hasPrefix("(") ? 1 : 0, $1.key) }.map {
            $0.key + $0.value.grouped
        }
        if isEnd { ways.append("") }
        return ways.joined(separator: "|")
    }

    private var grouped: String {
        branches.count + (isEnd ? 1 : 0) > 1 ? "(?:\(pattern))" : pattern
    }
}
