internal import PaperModel
internal import RuleEngine

/// What the fields of a form say of all its amounts: "Purpose of grant | Resurface the path", "Name of group | Hollow Wood Friends".
struct FormFacts {
    /// What its money is for.
    private(set) var purpose: String?
    /// Who asks for it or gets it.
    private(set) var applicant: String?

    /// Longest answer that names a thing, bytes; a longer one tells a story.
    private static let longest = 120
    /// Most columns of a form: two fields side by side.
    private static let mostColumns = 4
    /// Most rows of a form that is looked through.
    private static let mostRows = 60

    /// Reads a table whose rows are fields; of any other nothing is read.
    init(_ layout: TableLayout, _ vocabulary: PhraseVocabulary) {
        guard (2...FormFacts.mostColumns).contains(layout.table.columns), layout.table.rows <= FormFacts.mostRows else { return }
        for (index, entry) in layout.cells.enumerated() where index + 1 < layout.cells.count && entry.text.count <= 60 {
            let next = layout.cells[index + 1]
            guard next.cell.row == entry.cell.row, next.cell.column == entry.cell.endColumn, next.text.count > 3,
                next.text.count <= FormFacts.longest, !TableLayout.isNumber(next.text), !TableLayout.hasSign(next.text)
            else { continue }
            let answer = next.text.words(0..<next.text.count)
            // "Purpose | Amount" heads two columns.
            if RowWords(answer, vocabulary).isVoid { continue }
            let label = entry.text.words(0..<entry.text.count).lowercased().trimmedField
            if purpose == nil, vocabulary.isPurposeHead(label) { purpose = answer }
            if applicant == nil, vocabulary.isGranteeHead(label) { applicant = answer }
        }
    }
}

extension String {
    /// A field's label without the colon behind it.
    fileprivate var trimmedField: String {
        var rest = self[...]
        while let last = rest.last, last == ":" || last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
