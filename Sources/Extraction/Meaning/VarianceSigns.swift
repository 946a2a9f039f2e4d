internal import PaperModel
internal import RuleEngine

/// Which way the amounts of a variance column go by their signs, where its heading says so: "(Under)/over spend", "Adverse (+) / favourable (-)".
struct VarianceSigns {
    /// What a negative amount means; a positive one means the other.
    private let negative: Figure.Sense

    /// Reads a heading; nil where it doesn't name both ways, or marks neither or both of them as the negative one.
    init?(_ heading: String, _ vocabulary: PhraseVocabulary) {
        var marked: [Figure.Sense: Bool] = [:]
        let letters = Array(heading.lowercased().unicodeScalars)
        var index = 0
        while index < letters.count {
            guard letters[index].properties.isAlphabetic else {
                index += 1
                continue
            }
            let start = index
            while index < letters.count, letters[index].properties.isAlphabetic { index += 1 }
            var word = String.UnicodeScalarView()
            word.append(contentsOf: letters[start..<index])
            guard let way = vocabulary.way(of: String(word)) else { continue }
            marked[way] = marked[way] ?? false || VarianceSigns.isMarked(letters, start..<index)
        }
        guard let under = marked[.underspend], let over = marked[.overspend], under != over else { return nil }
        negative = under ? .underspend : .overspend
    }

    /// Whether a bracket or minus marks a word as the negative one: "(under)", "-under", "under (-)".
    private static func isMarked(_ text: [Unicode.Scalar], _ word: Range<Int>) -> Bool {
        let before = word.lowerBound > 0 ? text[word.lowerBound - 1] : " "
        if minus.contains(before) { return true }
        let after = text[word.upperBound...].prefix(3)
        if before == "(" { return after.first != "/" }
        let sign = after.filter { $0 != " " && $0 != "(" }
        return sign.first.map(minus.contains) ?? false
    }

    private static let minus: Set<Unicode.Scalar> = ["-", "\u{2212}", "\u{2013}"]

    /// What an amount of the column is; nil for zero and for ranges.
    func sense(of value: Figure.Value) -> Figure.Sense? {
        guard case .single(let amount) = value, !amount.isZero else { return nil }
        return amount.isNegative == (negative == .underspend) ? .underspend : .overspend
    }
}
