internal import PaperModel
internal import RuleEngine

/// What a column holds in the rows under one block of headings.
enum ColumnRole: Sendable, Equatable {
    case empty
    /// Numbers.
    case values
    /// Words that name the row: what, of, or whose.
    case names
    /// Days.
    case dates
    /// Years, bands, codes.
    case keys
    /// Numbers and codes that refer to something else.
    case references
    /// People who answer for the row.
    case people
    /// Remarks and descriptions.
    case notes
}

/// The roles of a panel's columns, by what stands in them and by the words over them.
struct ColumnRoles: Sendable {
    private(set) var roles: [ColumnRole]
    private let columns: Range<Int>
    private let contents: [Content]

    /// What a column is made of.
    fileprivate struct Content: Sendable {
        var filled = 0
        var all = 0
        var words = 0
        var values = 0
        var dates = 0
        var codes = 0
        var bytes = 0
        var longest = 0
        /// Its different words, until they are too many for a class.
        var texts: Set<String> = []
        var hasAmounts = false
        var meanings: Set<LabelVocabulary.Meaning> = []
        var head = LabelWords(NormalisedText(""))

        /// Bytes of a cell, on the mean.
        var length: Int { filled > 0 ? bytes / filled : 0 }
        /// Whether the same few texts come again and again: a class of the rows ("Full Council", "Cabinet Member"), no description and no
        /// key of one. Half of the cells repeat another.
        var recurs: Bool { words >= Content.fewestCells && texts.count < Content.mostTexts && texts.count * 2 <= words }
        /// Classes have fewer names than this.
        static let mostTexts = 64
        /// As much of a text as tells it from others, bytes.
        static let longestText = 160
        /// Fewest cells by which recurring texts are told.
        static let fewestCells = 4
        /// Longest code of a class, bytes: "CH", "E", "Rev".
        static let longestCode = 3
        /// A line and a half of a narrow column, bytes.
        static let longestLine = 45
        /// Whether the heading says that the cells name something.
        var isNaming: Bool { meanings.contains(.name) || meanings.contains(.description) }
    }

    init(_ panel: PanelRows, rows: [Int], headings: [Int], _ vocabulary: LabelVocabulary) {
        columns = panel.columns
        contents = ColumnRoles.contents(panel, rows, headings, vocabulary)
        roles = contents.map { content in
            if content.filled == 0 { return .empty }
            if content.values * 2 > content.filled { return .values }
            if content.dates * 2 >= content.filled { return .dates }
            return content.words * 3 >= content.filled || content.words + content.values + content.codes >= content.filled ? .names : .keys
        }
        let worded = roles.indices.filter { roles[$0] == .names }
        for column in worded { roles[column] = role(ofWords: contents[column]) }
        demoteCodes()
        demoteDescriptions()
        demoteRight()
        if !roles.contains(.names) { promote(worded) }
    }

    /// The role of a column of the table.
    subscript(column: Int) -> ColumnRole { columns.contains(column) ? roles[column - columns.lowerBound] : .empty }

    /// Whether a column names the rows.
    var hasNames: Bool { roles.contains(.names) }
    /// Whether a column holds values.
    var hasValues: Bool { roles.contains(.values) }
    /// The first column of names.
    var firstNames: Int? { roles.firstIndex(of: .names).map { $0 + columns.lowerBound } }

    /// Whether fewer than three in five rows have a cell in a column of names.
    func isSparse(_ column: Int) -> Bool {
        let content = contents[column - columns.lowerBound]
        return content.filled * 5 < content.all * 3
    }

    /// The words of a column's heading.
    func head(_ column: Int) -> LabelWords { contents[column - columns.lowerBound].head }

    private static func contents(_ panel: PanelRows, _ rows: [Int], _ headings: [Int], _ vocabulary: LabelVocabulary) -> [Content] {
        var contents = [Content](repeating: Content(), count: panel.columns.count)
        for row in rows {
            for cell in panel.cells[row] {
                let place = panel.grid.cells[cell].cell
                guard place.row == row, panel.columns.contains(place.column) else { continue }
                // A text over most columns is none of the first one's.
                let width = panel.grid.columns(of: cell).count
                if panel.columns.count > 2, width * 2 > panel.columns.count { continue }
                contents[place.column - panel.columns.lowerBound].add(panel.text(cell), panel.grid.shapes[cell])
            }
        }
        for column in panel.columns {
            var heads: [Int] = []
            for row in headings {
                // A head over three columns or more speaks of none of them alone.
                if let cell = panel.grid.cell(row, column), !heads.contains(cell), panel.grid.columns(of: cell).count < 3 {
                    heads.append(cell)
                }
            }
            let head = LabelWords(NormalisedText(heads.map { panel.text($0).words(0..<80) }.joined(separator: " ")))
            contents[column - panel.columns.lowerBound].head = head
            contents[column - panel.columns.lowerBound].meanings = vocabulary.meanings(of: head)
        }
        return contents
    }

    private func role(ofWords content: Content) -> ColumnRole {
        if content.meanings.contains(.person), !content.isNaming { return .people }
        if content.meanings.contains(.note) { return .notes }
        if content.codes * 2 > content.filled { return .references }
        // References and dates are short.
        if content.meanings.contains(.reference), !content.isNaming, content.length < 25 { return .references }
        if content.meanings.contains(.date), !content.isNaming { return .dates }
        return .names
    }

    /// Codes of a class ("CH", "E") say what a row is and not which, where references do that.
    private mutating func demoteCodes() {
        guard roles.contains(.references) else { return }
        for column in roles.indices where roles[column] == .names {
            let content = contents[column]
            if content.recurs, content.longest <= Content.longestCode { roles[column] = .notes }
        }
        // A text of more than a line says what is to be done with what the reference names.
        let names = roles.indices.filter { roles[$0] == .names }
        if names.count == 1, let text = names.first, let reference = roles.firstIndex(of: .references), reference < text,
            contents[text].length > Content.longestLine
        {
            roles[text] = .notes
        }
    }

    /// Descriptions beside shorter names, and running text beside them whatever its heading, name nothing.
    private mutating func demoteDescriptions() {
        let names = roles.indices.filter { roles[$0] == .names }
        guard let shortest = names.map({ contents[$0].length }).min() else { return }
        for column in names {
            let content = contents[column]
            let isDescription =
                content.meanings.contains(.description) && content.length > Content.longestLine
                && names.contains { !contents[$0].meanings.contains(.description) && contents[$0].length < content.length }
            // Two lines of a column, twice as much as what names the rows.
            let isLong = content.length > 80 && shortest < 60 && shortest * 2 < content.length
            if isDescription || isLong && !content.recurs { roles[column] = .notes }
        }
    }

    /// Right of the numbers stand remarks and states more often than names: there a heading that names, or short words in most rows, must
    /// speak for a name, where the left has some.
    private mutating func demoteRight() {
        let value = roles.indices.first { roles[$0] == .values && $0 > 0 } ?? roles.count
        guard roles[..<value].contains(.names) else { return }
        for column in value..<max(value, roles.count) where roles[column] == .names {
            let content = contents[column]
            if content.meanings.contains(.description) {
                roles[column] = .notes
            } else if !content.meanings.contains(.name) {
                let isName = content.length <= 40 && !content.hasAmounts && content.filled * 2 >= content.all && content.longest > 3
                if !isName { roles[column] = .notes }
            }
        }
    }

    /// Where nothing names the rows, what else has words does: references first, then people, then remarks before the numbers.
    private mutating func promote(_ worded: [Int]) {
        let value = roles.indices.first { roles[$0] == .values && $0 > 0 } ?? roles.count
        let anyValue = roles.firstIndex(of: .values) ?? roles.count
        for role in [ColumnRole.references, .people, .notes, .dates] {
            let found = worded.filter { roles[$0] == role }
            let left = found.first { $0 < (role == .notes ? anyValue : value) }
            if let column = left ?? (role == .notes ? nil : found.first) {
                roles[column] = .names
                return
            }
        }
    }
}

extension ColumnRoles.Content {
    fileprivate mutating func add(_ text: NormalisedText, _ shape: CellShape) {
        all += 1
        guard shape != .empty, shape != .absent else { return }
        filled += 1
        bytes += text.count
        longest = max(longest, text.count)
        switch shape {
        case .words:
            words += 1
            if texts.count < Self.mostTexts { texts.insert(text.words(0..<min(text.count, Self.longestText))) }
        case .number, .amount: values += 1
        case .date: dates += 1
        default: break
        }
        if shape == .words || shape == .number, text.isCode || text.isPostcode { codes += 1 }
        if text.signedAmounts > 0 { hasAmounts = true }
    }
}
