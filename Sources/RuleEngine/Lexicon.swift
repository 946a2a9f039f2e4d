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

    /// The value of a word; nil for a word that is not in the list.
    public subscript(word: String) -> String? { values[Lexicon.key(word, isExact: isExact)] }

    private static func key(_ word: String, isExact: Bool) -> String {
        let plain = word.split { $0 == " " || $0 == "-" || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
        return isExact ? plain : plain.lowercased()
    }

    /// The words as one group of a pattern.
    var pattern: String {
        let words = Set(entries.map(\.word)).sorted { ($1.unicodeScalars.count, $0) < ($0.unicodeScalars.count, $1) }
        return "(?\(isExact ? "-i" : ""):\(words.map(Lexicon.pattern(of:)).joined(separator: "|")))"
    }

    /// One word: no letter may touch a letter at its ends.
    private static func pattern(of word: String) -> String {
        var result = ""
        for scalar in word.unicodeScalars {
            switch scalar {
            case " ", "-": result += "[ -]"
            case "'": result += "'?"
            case _ where isLetter(scalar) || ("0"..."9").contains(scalar) || scalar.value > 0x7f: result.unicodeScalars.append(scalar)
            default: result += "\\" + String(scalar)
            }
        }
        if let first = word.unicodeScalars.first, isLetter(first) { result = "(?<![A-Za-z])" + result }
        if let last = word.unicodeScalars.last, isLetter(last) { result += "(?![A-Za-z])" }
        return result
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && ByteSet.wordBytes.contains(UInt8(truncatingIfNeeded: scalar.value)) && !("0"..."9").contains(scalar) && scalar != "_"
    }
}
