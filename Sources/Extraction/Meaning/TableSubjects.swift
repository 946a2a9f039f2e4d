internal import PaperModel
internal import RuleEngine

/// What the amounts of a table are for, and who gets them, by the labels of their rows and columns.
struct TableSubjects {
    private let layout: TableLayout
    private let vocabulary: PhraseVocabulary
    private let titles: [String]
    /// The line before the table.
    private let lead: String?
    /// What a sentence before the table is about.
    private let leadPhrase: () -> String?
    /// Longest line before a table that is taken for a title, bytes; a longer one is a sentence.
    private static let longestTitle = 80
    /// How many different texts a column holds below its headings; made when it is first asked for.
    private var variety: [Int: Int] = [:]
    private var headings: [Int: String] = [:]
    private var payeeColumns: [Int: Bool] = [:]
    private var words: [String: Words] = [:]

    init(_ layout: TableLayout, titles: [String], lead: String?, leadPhrase: @escaping () -> String?, _ vocabulary: PhraseVocabulary) {
        self.leadPhrase = leadPhrase
        (self.layout, self.titles, self.lead, self.vocabulary) = (layout, titles, lead, vocabulary)
    }

    /// What the labels of an amount say it is for.
    struct Finding {
        var subject: String?
        var source: Figure.SubjectSource?
        var payee: String?
    }

    /// Reads the labels of an amount. `row` and `column` are its labels as printed, `found` the cells that they come from.
    mutating func finding(_ found: CellLabels, row: [String], column: [String]) -> Finding {
        var result = Finding()
        let groups = Array(row.prefix(min(found.groups, row.count)))
        var own = Array(row.dropFirst(groups.count))
        if own.count == found.row.count - found.groups {
            let cells = Array(found.row.dropFirst(found.groups))
            if let payee = cells.firstIndex(where: { isPayee($0.cell.column) }), hasLetters(own[payee]), !reading(own[payee]).isTotal {
                result.payee = own[payee]
                // The thing that is paid for, else the payee.
                let rest = cells.indices.filter { $0 != payee && hasLetters(own[$0]) && variety(cells[$0].cell.column) > 1 }
                if let thing = rest.max(by: { variety(cells[$0].cell.column) < variety(cells[$1].cell.column) }) {
                    own = [own[thing]]
                } else {
                    own = [own[payee]]
                }
            } else if cells.count > 1, found.own == nil {
                let named = cells.indices.filter { hasLetters(own[$0]) }
                // Of several labels the one that tells most rows apart; of equal ones the first that is more than an abbreviation.
                let most = named.map { variety(cells[$0].cell.column) }.max() ?? 0
                let best = named.filter { variety(cells[$0].cell.column) == most }
                if let key = best.first(where: { own[$0].utf8.count > 5 }) ?? best.first { own = [own[key]] }
            }
        }
        let name = own.first { hasLetters($0) } ?? own.first
        (result.subject, result.source) = subject(name, groups: groups, column: column)
        return result
    }

    private mutating func subject(_ name: String?, groups: [String], column: [String]) -> (String?, Figure.SubjectSource?) {
        let group = groups.last { isTelling($0) }
        if let name {
            let read = reading(name)
            if read.isTotal {
                if let rest = read.rest { return (rest, .row) }
                if let group { return (group, .rowGroup) }
                return outer()
            }
            if !read.isPlain, !read.isVoid { return (name, .row) }
            if let group {
                return (group + ": " + name, read.isPlain ? .row : .rowGroup)
            }
            if read.isPlain { return (name, .row) }
            // Measures in the rows and things in the columns.
            if let thing = column.last(where: { isTelling($0) && isThing($0) }) { return (thing, .column) }
            let (title, source) = outer()
            return title == nil ? (nil, nil) : (title, source)
        }
        if let group { return (group, .rowGroup) }
        if let thing = column.last(where: { isTelling($0) }) { return (thing, .column) }
        return outer()
    }

    private mutating func outer() -> (String?, Figure.SubjectSource?) {
        if let title = titles.first(where: { isTelling($0) }) { return (title, .caption) }
        if let lead, let name = lead.utf8.count > TableSubjects.longestTitle ? leadPhrase() : lead, isTelling(name) { return (name, .lead) }
        return (nil, nil)
    }

    /// Whether the heading of a column names a thing: "Option A", and no measure: "Estimate for the year", "Updated figures".
    private func isThing(_ heading: String) -> Bool {
        let first = heading.split(separator: " ").first.map { $0.lowercased() } ?? ""
        return heading.utf8.count <= 40 && !vocabulary.isPlainLabel(first) && !first.hasSuffix("ed") && vocabulary.kind(of: first) == .word
    }

    private mutating func isTelling(_ label: String) -> Bool {
        let read = reading(label)
        return !read.isVoid && !read.isTotal
    }

    /// What the words of a label say of it.
    private struct Words {
        /// A sum of the rows above it.
        var isTotal = false
        /// A total's own words, where they name something.
        var rest: String?
        /// It names nothing by itself: "Amount", "Cost", "2024/25".
        var isVoid = false
        /// It needs the title of its group: "Employees".
        var isPlain = false
    }

    private mutating func reading(_ label: String) -> Words {
        if let known = words[label] { return known }
        let result = TableSubjects.read(label, vocabulary)
        words[label] = result
        return result
    }

    private static let totals: Set<String> = ["total", "totals", "subtotal", "subtotals", "sub-total", "sub-totals"]

    private static func read(_ label: String, _ vocabulary: PhraseVocabulary) -> Words {
        let text = NormalisedText(label)
        var result = Words()
        result.isPlain = text.count <= 40 && vocabulary.isPlainRow(label.lowercased())
        let sentence = SentenceWords(text, in: 0..<text.count, figures: [], vocabulary: vocabulary)
        var telling = 0
        var first: Int?
        var last: Int?
        for index in sentence.words.indices {
            let small = sentence.small(index)
            if totals.contains(small) {
                result.isTotal = result.isTotal || index == 0 || index == sentence.words.count - 1 || first == nil
                continue
            }
            switch sentence.kind(index) {
            case .word, .body, .helping, .giving, .asking, .verb, .quantity, .link:
                // "Cost/Spend" says no more than either.
                let isPlain = small.split(separator: "/").allSatisfy { vocabulary.isPlainLabel(String($0)) }
                if !isPlain, sentence.kind(index) != .quantity, sentence.kind(index) != .link, small.utf8.count > 1 {
                    telling += 1
                }
                if sentence.kind(index) != .quantity { first = first ?? index }
                last = index
            case .close, .number, .time: last = first == nil ? nil : index
            default: continue
            }
        }
        result.isVoid = telling == 0
        if result.isTotal, telling > 0, let first, let last, first <= last { result.rest = sentence.printed(first..<last + 1) }
        return result
    }

    private func hasLetters(_ text: String) -> Bool { text.utf8.contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a || $0 >= 0x80 } }

    private mutating func isPayee(_ column: Int) -> Bool {
        if let known = payeeColumns[column] { return known }
        let heading = layout.columnHeadings(column).last.map { $0.words(0..<$0.count).lowercased() } ?? ""
        let result = heading.utf8.count <= 40 && vocabulary.isPayeeHead(heading)
        payeeColumns[column] = result
        return result
    }

    private mutating func variety(_ column: Int) -> Int {
        if let known = variety[column] { return known }
        var texts: Set<String> = []
        for (cell, text) in layout.cells where cell.column == column && cell.row >= layout.headingRows && text.count > 0 {
            texts.insert(text.words(0..<min(text.count, 80)))
        }
        variety[column] = texts.count
        return texts.count
    }
}
