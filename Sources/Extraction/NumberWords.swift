internal import PaperModel
internal import RuleEngine

/// Numbers in words: "two hundred and fifty thousand", "half a million", "two point five".
struct NumberWords: Sendable {
    private let lexicon: Lexicon

    /// Most words of one number.
    private static let maximumWords = 24

    /// Words and what each adds or multiplies by; from a hundred on they multiply.
    init(_ lexicon: Lexicon) { self.lexicon = lexicon }

    /// The number that the words say; nil where they say none.
    func value(of words: String) -> Amount? {
        let parts = words.lowercased().split { $0 == " " || $0 == "-" }
        guard parts.count <= NumberWords.maximumWords else { return nil }
        if parts == ["a"] || parts == ["an"] { return Amount(1) }
        var total = Amount.zero  // whole thousands, millions
        var group = Amount.zero  // what is below the next of them
        var decimals: Int?  // digits after "point" so far
        var count = 0
        for part in parts {
            // "three quarters of a million"
            if part == "quarters", !group.isZero {
                guard let product = group.multiplied(by: Amount(coefficient: 25, scale: 2)) else { return nil }
                group = product
                continue
            }
            if part == "point" {
                decimals = 0
                continue
            }
            guard let written = lexicon[String(part)], let number = Amount(written: written) else {
                if part == "and" || part == "a" || part == "an" || part == "of" { continue }
                return nil
            }
            count += 1
            if number < Amount(100) {
                let places = decimals.map { $0 + 1 } ?? 0
                if decimals != nil { decimals = places }
                // "half" stands before what it halves, a digit after "point" a place further to the right.
                guard let sum = group.adding(Amount(coefficient: number.coefficient, scale: number.scale + places)) else { return nil }
                group = sum
            } else {
                decimals = nil
                guard let product = (group.isZero ? Amount(1) : group).multiplied(by: number) else { return nil }
                if number == Amount(100) {
                    group = product
                } else {
                    guard let sum = total.adding(product) else { return nil }
                    total = sum
                    group = .zero
                }
            }
        }
        return count > 0 ? total.adding(group) : nil
    }
}
