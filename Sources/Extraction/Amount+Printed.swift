internal import PaperModel

extension Amount {
    /// Halves, quarters and eighths as one character.
    private static let fractions: [Unicode.Scalar: String] = [
        "½": "0.5", "¼": "0.25", "¾": "0.75", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875",
    ]
    /// What a fraction with a stroke may be divided by, and the decimals of one of them; others have no end in decimals.
    private static let parts: [Substring: Amount] = [
        "2": Amount(coefficient: 5, scale: 1), "4": Amount(coefficient: 25, scale: 2), "5": Amount(coefficient: 2, scale: 1),
        "8": Amount(coefficient: 125, scale: 3), "10": Amount(coefficient: 1, scale: 1),
    ]

    /// A number in digits as papers print it: "1,234.5", "50'000", "2½", "2 1/2", "¾"; nil where it is none.
    init?(printed words: String) {
        // Most are plain.
        if words.utf8.allSatisfy({ UInt8.isDigit($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }) {
            self.init(digits: words)
            return
        }
        var whole = words[...]
        var fraction = Amount.zero
        if let last = words.unicodeScalars.last, let written = Amount.fractions[last], let value = Amount(digits: written) {
            fraction = value
            whole = words[..<words.unicodeScalars.index(before: words.unicodeScalars.endIndex)]
        } else if let stroke = words.firstIndex(of: "/") {
            let start = words[..<stroke].lastIndex(of: " ").map { words.index(after: $0) } ?? words.startIndex
            guard let part = Amount.parts[words[words.index(after: stroke)...]], let count = Amount(digits: words[start..<stroke]),
                let value = count.multiplied(by: part), value < Amount(1)
            else { return nil }
            fraction = value
            whole = words[..<start]
        }
        let digits = whole.filter { $0 != "'" && $0 != " " }
        if digits.isEmpty, !fraction.isZero {
            self = fraction
        } else {
            guard let number = Amount(digits: digits), let sum = number.adding(fraction) else { return nil }
            self = sum
        }
    }
}
