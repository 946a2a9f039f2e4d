/// A short form that papers explain: "Special Educational Needs (SEN)".
public struct Abbreviation: Sendable, Hashable {
    /// The letters, as printed.
    public var short: String
    /// The words they stand for, as printed, on one line.
    public var long: String

    /// Makes an abbreviation.
    public init(short: String, long: String) {
        self.short = short
        self.long = long
    }

    /// The stems of its words, with spaces between: the same for all ways to print them.
    public var stems: String { Word.all(in: long).map(\.stem).joined(separator: " ") }

    /// Those that a text explains, in order: capital letters in brackets whose letters begin the words before them, of which small words
    /// ("of", "and", "to") may be passed over.
    public static func explained(in text: String) -> [Abbreviation] {
        var found: [Abbreviation] = []
        let bytes = Array(text.utf8)
        var index = 0
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "(")) {
            index = open + 1
            guard let close = bytes[index...].prefix(longest + 1).firstIndex(of: UInt8(ascii: ")")) else { continue }
            let letters = bytes[index..<close]
            let short = letters.last == UInt8(ascii: "s") ? letters.dropLast() : letters
            guard short.count >= shortest, short.allSatisfy({ $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }) else { continue }
            let before = String(decoding: bytes[max(0, open - reach)..<open], as: UTF8.self)
            if let long = words(of: Array(short), before: before) {
                found.append(Abbreviation(short: String(decoding: short, as: UTF8.self), long: long))
            }
        }
        return found
    }

    /// Fewest and most letters.
    private static let shortest = 2
    private static let longest = 8
    /// Bytes before the bracket in which the words must stand: eight long words.
    private static let reach = 120

    /// The words at the end of `text` whose first letters are `letters`.
    private static func words(of letters: [UInt8], before text: String) -> String? {
        let words = Word.all(in: text)
        guard let last = words.last else { return nil }
        var rest = letters[...]
        var start = last.range.lowerBound
        for word in words.reversed() {
            guard let letter = rest.last else { break }
            guard word.range.upperBound <= last.range.upperBound, let first = word.letters.utf8.first else { return nil }
            if first == letter | 0x20 {
                rest = rest.dropLast()
                start = word.range.lowerBound
            } else if !small.contains(word.letters) || rest.count == letters.count {
                return nil
            }
        }
        guard rest.isEmpty else { return nil }
        let long = Array(text.utf8)[start..<last.range.upperBound]
        return String(decoding: long, as: UTF8.self).split { $0 == "\n" || $0 == " " || $0 == "\t" }.joined(separator: " ")
    }

    private static let small: Set<String> = ["of", "and", "the", "to", "for", "in", "on", "with", "a"]
}
