internal import PaperModel

/// The votes that a table tells: a row for each side, with its count in the label ("For (23)") or in the cell beside it.
enum RecordedVote {
    /// Most rows of such a table: one for each side, and one for its title.
    private static let mostRows = 8
    /// A side of a vote.
    private enum Side: String, CaseIterable {
        case `for`, inFavour = "in favour", against, abstained = "abstain", abstentions = "abstention"
    }

    /// The counts in a table; nil where it tells no votes for one side at least.
    static func votes(in table: Table, of paper: Paper) -> Segment.Votes? {
        guard table.rows <= mostRows else { return nil }
        var votes = Segment.Votes()
        for (_, cells) in Dictionary(grouping: table.cells.filter { !$0.range.isEmpty }, by: \.row) {
            let texts = cells.sorted { $0.column < $1.column }.map { paper.page($0.page)?.text.words(of: $0.range) ?? "" }
            guard let label = texts.first?.lowercased(), let side = Side.allCases.first(where: { begins(label, with: $0.rawValue) }) else {
                continue
            }
            let count = count(in: label) ?? texts.dropFirst().first.flatMap { Int($0) }
            switch side {
            case .for, .inFavour: votes.for = count
            case .against: votes.against = count
            case .abstained, .abstentions: votes.abstain = count
            }
        }
        return votes.for == nil && votes.against == nil ? nil : votes
    }

    /// Whether a label is a side's word, perhaps with a count behind it.
    private static func begins(_ label: String, with word: String) -> Bool {
        label.hasPrefix(word) && (label.dropFirst(word.count).first.map { !$0.isLetter || word.hasPrefix("abst") } ?? true)
            && label.split(separator: " ").count <= 3
    }

    /// The number in brackets or behind a colon.
    private static func count(in label: String) -> Int? {
        let digits = label.unicodeScalars.drop { !$0.isDigit }.prefix { $0.isDigit }
        return digits.isEmpty || digits.count > 3 ? nil : Int(String(String.UnicodeScalarView(digits)))
    }
}
