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
    /// Most words of a title that says whose a row is.
    private static let longestHolder = 8
    /// Longest line before a table that is taken for a title, bytes; a longer one is a sentence.
    private static let longestTitle = 80
    /// Longest title of a group that names one, bytes; a longer one explains how the rows are filled in.
    private static let longestGroup = 70
    /// How many different texts a column holds below its headings; made when it is first asked for.
    private var variety: [Int: Int] = [:]
    private var headings: [Int: String] = [:]
    private var words: [String: Words] = [:]

    init(_ layout: TableLayout, titles: [String], lead: String?, leadPhrase: @escaping () -> String?, _ vocabulary: PhraseVocabulary) {
        self.leadPhrase = leadPhrase
        // "Market services summary budget table" names the services.
        let naming = HeadingMeaning([], vocabulary)
        self.titles = titles.compactMap(naming.name)
        (self.layout, self.lead, self.vocabulary) = (layout, lead, vocabulary)
    }

    /// What the labels of an amount say it is for.
    struct Finding {
        var subject: String?
        var source: Figure.SubjectSource?
        var payee: String?
        /// Whether the heading over the payee says that the amounts were paid: "Supplier".
        var isPayment = false
    }

    /// Reads the labels of an amount. `row` and `column` are its labels as printed, `found` the cells that they come from.
    mutating func finding(_ found: CellLabels, row: [String], column: [String]) -> Finding {
        var result = Finding()
        let groups = Array(row.prefix(min(found.groups, row.count)))
        var own = Array(row.dropFirst(groups.count))
        if own.count == found.row.count - found.groups {
            let cells = Array(found.row.dropFirst(found.groups))
            let isGrant = column.contains { label in TableSubjects.givings.contains { label.lowercased().contains($0) } }
            if let payee = cells.firstIndex(where: { isPayee($0.cell.column, ofGrants: isGrant) }), hasLetters(own[payee]),
                !reading(own[payee]).isTotal
            {
                result.payee = own[payee]
                result.isPayment = isPayment(cells[payee].cell.column)
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
        let group = groups.last { isTelling($0) && $0.utf8.count <= TableSubjects.longestGroup }
        if let name {
            let read = reading(name)
            if read.isTotal {
                if let rest = read.rest { return (rest, .row) }
                if let group { return (group, .rowGroup) }
                return outer()
            }
            // "Funding awarded", "Capital cost": a measure, where the columns are things.
            if read.isMeasure, !read.isVoid, groups.isEmpty,
                let thing = column.last(where: { isTelling($0) && (isThing($0) || reading($0).isLettered) && !reading($0).isMeasure })
            {
                return (thing, .column)
            }
            if !read.isPlain, !read.isVoid { return (TableSubjects.withoutBullet(name), .row) }
            if let group {
                return (group + ": " + name, read.isPlain ? .row : .rowGroup)
            }
            if read.isPlain {
                let holder = titles.first { isTelling($0) && $0.split(separator: " ").count <= TableSubjects.longestHolder }
                return (holder.map { $0 + ": " + name } ?? name, .row)
            }
            // Measures in the rows and things in the columns.
            if let thing = column.last(where: { isTelling($0) && isThing($0) }) { return (thing, .column) }
            let (title, source) = outer()
            guard let title else { return (nil, nil) }
            // "Other grants" below "Market services".
            let isWhole =
                source == .caption && name.split(separator: " ").count > 1 && hasLetters(name)
                && title.split(separator: " ").count <= TableSubjects.longestHolder
            return isWhole ? (title + ": " + name, .row) : (title, source)
        }
        if let group { return (group, .rowGroup) }
        if let thing = column.last(where: { isTelling($0) }) { return (thing, .column) }
        return outer()
    }

    /// A label without the dash or dot that sets it out as part of a list: "- Adult fiction".
    private static func withoutBullet(_ label: String) -> String {
        let bullets: Set<Character> = ["-", "\u{2013}", "\u{2022}", "*", "\u{00B7}"]
        guard let first = label.first, bullets.contains(first), label.dropFirst().first == " " else { return label }
        return String(label.drop { bullets.contains($0) || $0 == " " })
    }

    private mutating func outer() -> (String?, Figure.SubjectSource?) {
        if let title = titles.first(where: { isTelling($0) }) { return (title, .caption) }
        if let lead, let name = lead.utf8.count > TableSubjects.longestTitle || lead.hasSuffix(".") ? leadPhrase() : lead, isTelling(name) {
            return (name, .lead)
        }
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
        /// It tells one of several by its letter or number: "Option A", "Phase 2".
        var isLettered = false
        /// Each of its words measures money or is a thing of none: "Capital cost", "Funding awarded".
        var isMeasure = false
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
    /// What stands before "total" and belongs to it: "Corporate Sub Total", "Grand total".
    private static let ofTotals: Set<String> = ["sub", "grand", "overall", "net", "gross"]

    private static func read(_ label: String, _ vocabulary: PhraseVocabulary) -> Words {
        let text = NormalisedText(label)
        var result = Words()
        result.isPlain = text.count <= 40 && vocabulary.isPlainRow(label.lowercased())
        let sentence = SentenceWords(text, in: 0..<text.count, figures: [], vocabulary: vocabulary)
        var telling = 0
        var named = 0
        var first: Int?
        var last: Int?
        for index in sentence.words.indices {
            let small = sentence.small(index)
            if ofTotals.contains(small), totals.contains(sentence.small(index + 1)) { continue }
            if totals.contains(small) {
                result.isTotal = result.isTotal || index == 0 || index == sentence.words.count - 1 || first == nil
                continue
            }
            switch sentence.kind(index) {
            case .word, .body, .helping, .giving, .asking, .verb, .quantity, .link:
                // "Cost/Spend" says no more than either.
                // "Option A".
                if vocabulary.isNumbered(small), TableSubjects.isKey(sentence, index + 1) {
                    result.isLettered = true
                    telling += 1
                    named += 1
                }
                let isPlain = small.split(separator: "/").allSatisfy { vocabulary.isPlainLabel(String($0)) }
                if !isPlain, sentence.kind(index) != .quantity, sentence.kind(index) != .link, small.utf8.count > 1 {
                    telling += 1
                    if !vocabulary.isMeasure(small) { named += 1 }
                }
                if sentence.kind(index) != .quantity { first = first ?? index }
                last = index
            case .close, .number, .time: last = first == nil ? nil : index
            default: continue
            }
        }
        result.isMeasure = named == 0
        result.isVoid = telling == 0 || isPeriod(sentence)
        if result.isTotal, telling > 0, let first, let last, first <= last { result.rest = sentence.printed(first..<last + 1) }
        return result
    }

    /// Whether a single letter in capitals or a number of one or two digits stands at an index.
    private static func isKey(_ words: SentenceWords, _ index: Int) -> Bool {
        guard words.words.indices.contains(index) else { return false }
        let word = words.words[index]
        return word.bytes.count == 1 && word.isCapital || words.kind(index) == .number && word.bytes.count <= 2
    }

    /// Whether a label is a time and no thing: "2017/18 and later years".
    private static func isPeriod(_ words: SentenceWords) -> Bool {
        words.words.indices.contains { words.kind($0) == .number || words.kind($0) == .time }
            && words.words.indices.allSatisfy { index in
                switch words.kind(index) {
                case .number, .time, .conjunction, .preposition, .dash, .to, .of, .determiner, .open, .close, .comma, .stop, .from,
                    .quantity:
                    true
                default: ordering.contains(words.small(index))
                }
            }
    }

    /// Words beside times that tell which.
    private static let ordering: Set<String> = [
        "later", "earlier", "future", "previous", "prior", "subsequent", "onwards", "beyond", "financial", "current", "next", "following",
        "previously",
        "fy",
    ]

    private func hasLetters(_ text: String) -> Bool { text.utf8.contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a || $0 >= 0x80 } }

    /// Words in the heading of amounts that are given away, so that an organisation beside them gets them.
    private static let givings = ["grant", "award", "donation"]

    private mutating func isPayee(_ column: Int, ofGrants: Bool) -> Bool {
        let heading = heading(column)
        return vocabulary.isPayeeHead(heading) || ofGrants && vocabulary.isGranteeHead(heading)
    }

    /// Whether a column of payees is headed by a word for those who are paid for what they supply.
    private mutating func isPayment(_ column: Int) -> Bool { vocabulary.isSupplierHead(heading(column)) }

    /// The last heading of a column in small letters; empty for none and for one that is too long for a name.
    private mutating func heading(_ column: Int) -> String {
        if let known = headings[column] { return known }
        let words = layout.columnHeadings(column).last.map { $0.words(0..<$0.count).lowercased() } ?? ""
        let result = words.utf8.count <= TableSubjects.longestHeading ? words : ""
        headings[column] = result
        return result
    }

    /// Longest heading that is looked up, bytes.
    private static let longestHeading = 40

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
