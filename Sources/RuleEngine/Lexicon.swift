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

    /// The words as one group of a pattern. No letter may touch a letter at a word's ends; where that holds for all words it is said once,
    /// which keeps long lists small.
    var pattern: String {
        let words = Set(entries.map(\.word)).sorted { ($1.unicodeScalars.count, $0) < ($0.unicodeScalars.count, $1) }
        let guards = (first: Lexicon.areLetters(words.compactMap(\.unicodeScalars.first)), last: Lexicon.areLetters(words.compactMap(\.unicodeScalars.last)))
        let branches = words.map { word in
            var branch = Lexicon.pattern(of: word)
            if !guards.first, let first = word.unicodeScalars.first, Lexicon.isLetter(first) { branch = Lexicon.noLetterBefore + branch }
            if !guards.last, let last = word.unicodeScalars.last, Lexicon.isLetter(last) { branch += Lexicon.noLetterAfter }
            return branch
        }
        let group = "(?\(isExact ? "-i" : "i"):\(branches.joined(separator: "|")))"
        return "(?:" + (guards.first ? Lexicon.noLetterBefore : "") + group + (guards.last ? Lexicon.noLetterAfter : "") + ")"
    }

    private static let noLetterBefore = "(?<![A-Za-z])"
    private static let noLetterAfter = "(?![A-Za-z])"

    /// Whether all of these ends are letters.
    private static func areLetters(_ ends: [Unicode.Scalar]) -> Bool { ends.allSatisfy(isLetter) }

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
        return result
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && ByteSet.wordBytes.contains(UInt8(truncatingIfNeeded: scalar.value)) && !("0"..."9").contains(scalar) && scalar != "_"
    }
}
