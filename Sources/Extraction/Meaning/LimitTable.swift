internal import PaperModel
internal import RuleEngine

/// Whether the amounts of a table are thresholds in a rule: a scheme of delegation, bands of contracts with what they ask for.
struct LimitTable {
    /// Whether its titles or headings speak of powers or procedures.
    private let isOfRules: Bool
    /// Whether its titles say that all its amounts are limits: "Scheme of delegation".
    private let isOfLimits: Bool

    /// `titles`: what stands over the table; `paper`: the title of the paper.
    init(_ layout: TableLayout, titles: [String], paper: String?, _ vocabulary: PhraseVocabulary) {
        let over = titles.filter { $0.utf8.count <= LimitTable.longest }.map { NormalisedText($0) }
        let paper = paper.flatMap { $0.utf8.count <= LimitTable.longest ? NormalisedText($0) : nil }
        isOfLimits = (over + [paper].compactMap { $0 }).contains(where: vocabulary.listsLimits)
        isOfRules =
            isOfLimits || over.contains(where: vocabulary.speaksOfLimits)
            || layout.cells.contains { entry in
                entry.cell.row < max(layout.headingRows, 1) && entry.text.count <= LimitTable.longest
                    && vocabulary.speaksOfLimits(entry.text)
            }
    }

    /// Longest text of a cell that states a rule, bytes.
    private static let longestRule = 400
    /// Words of a rule that bound its amounts.
    private static let bounds = ["up to ", "ceiling", "not exceed", "exceeding", "in excess of", "maximum of", "threshold"]

    /// Longest title or heading that is looked at, bytes.
    private static let longest = 120

    /// Whether an amount is a threshold: one with a bound, or a band, in a table of powers or procedures. `text`: its cell where that holds more.
    func isLimit(_ figure: Figure, in text: NormalisedText?) -> Bool {
        guard isOfRules, figure.kind == .money else { return false }
        if isOfLimits { return true }
        if case .range = figure.value { return true }
        if figure.bound != nil { return true }
        // "up to 10% to a ceiling of £100k (studies) and £3m (works)".
        guard let text, text.count <= LimitTable.longestRule else { return false }
        let words = text.words(0..<text.count).lowercased()
        return LimitTable.bounds.contains { words.contains($0) }
    }
}
