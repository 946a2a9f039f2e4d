internal import PaperModel
internal import RuleEngine

/// What the amounts of a table are for, and who gets them, by the labels of their rows and columns.
struct TableSubjects {
    private let layout: TableLayout
    private let vocabulary: PhraseVocabulary
    private let titles: [String]
    /// The line before the table.
    private let lead: String?
    /// Whether its title says that what it lists is given away.
    private let isOfGrants: Bool
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
    private var heads: [Int: Head] = [:]
    private var words: [String: RowWords] = [:]
    /// What the fields of a form say of its amounts; read when an amount of one is met.
    private lazy var form = FormFacts(layout, vocabulary)
    private lazy var hasUnnamedRows = layout.hasUnnamedRows
    /// What stands over the table, once it was asked for.
    private var around: (String?, Figure.SubjectSource?)?

    init(_ layout: TableLayout, titles: [String], lead: String?, leadPhrase: @escaping () -> String?, _ vocabulary: PhraseVocabulary) {
        self.leadPhrase = leadPhrase
        isOfGrants = (titles + [lead].compactMap { $0 }).contains {
            $0.utf8.count <= TableSubjects.longestTitle && TableSubjects.isGiving($0)
        }
        // "Market services summary budget table" names the services.
        let naming = HeadingMeaning([], vocabulary)
        self.titles = titles.compactMap(naming.name)
        (self.layout, self.lead, self.vocabulary) = (layout, lead, vocabulary)
    }

    /// What the last heading of a column says of those below it; read once, where each amount of the table asks.
    private struct Head {
        /// In small letters; empty for none and for one that is too long for a name.
        let text: String
        /// Whether it names those who are paid: "Payee".
        let isPayee: Bool
        /// Whether they are paid for what they supply: "Supplier".
        let isSupplier: Bool
        /// Whether its cells tell what money is for: "Purpose", "Description".
        let isPurpose: Bool

        init(_ text: String, _ vocabulary: PhraseVocabulary) {
            self.text = text
            isPayee = vocabulary.isPayeeHead(text)
            isSupplier = vocabulary.isSupplierHead(text)
            isPurpose = vocabulary.isPurposeHead(text)
        }
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
        var tellsPurpose = false
        if own.count == found.row.count - found.groups {
            let cells = Array(found.row.dropFirst(found.groups))
            let columns = cells.map(\.cell.column)
            let isGrant = isOfGrants || column.contains(where: TableSubjects.isGiving)
            if let payee = cells.indices.first(where: { isPayee(columns[$0], ofGrants: isGrant) }), hasLetters(own[payee]),
                !reading(own[payee]).isTotal
            {
                result.payee = own[payee]
                result.isPayment = isPayment(columns[payee])
                // The thing that is paid for, else the payee.
                let rest = cells.indices.filter { $0 != payee && hasLetters(own[$0]) && variety(columns[$0]) > 1 }
                let key = key(of: rest, in: columns)
                tellsPurpose = key.map { isPurpose(columns[$0]) } ?? false
                own = [own[key ?? payee]]
            } else if cells.count > 1, found.own == nil {
                let lettered = cells.indices.filter { hasLetters(own[$0]) }
                let telling = lettered.filter { !isDeciding(columns[$0]) && !reading(own[$0]).isQuantity }
                let named = telling.isEmpty ? lettered : telling
                // Of several labels the first that tells most rows apart and is more than an abbreviation; right of it stand who decides and where.
                let most = named.map { variety(columns[$0]) }.max() ?? 0
                let best = named.filter { variety(columns[$0]) * 2 > most }
                let purpose = named.first { isPurpose(columns[$0]) && variety(columns[$0]) > 1 }
                if let key = purpose ?? best.first(where: { own[$0].utf8.count > 5 }) ?? best.first {
                    tellsPurpose = key == purpose
                    own = [own[key]]
                }
            }
        }
        let name = own.first { hasLetters($0) } ?? own.first
        // "Buy tents for the scouts." under "Purpose" tells what for, and asks nobody to do it.
        if tellsPurpose, let name, reading(name).isTask {
            (result.subject, result.source) = (name.hasSuffix(".") ? String(name.dropLast()) : name, .row)
            return result
        }
        // Behind a sum of other things the title of the group before it may be over.
        (result.subject, result.source) = subject(name, groups: found.isAfterSum ? [] : groups, column: column)
        return result
    }

    /// What a threshold in the first column limits, by the heading over it: "Contract value".
    mutating func limited(column: [String]) -> (String?, Figure.SubjectSource?) {
        if let heading = column.last, hasLetters(heading), heading.utf8.count <= TableSubjects.longestThing,
            heading.split(separator: " ").count > 1 || !vocabulary.isAmountWord(heading.lowercased())
        {
            return (heading, .column)
        }
        return outer()
    }

    private mutating func subject(_ name: String?, groups: [String], column: [String]) -> (String?, Figure.SubjectSource?) {
        let group = groups.last { isTelling($0) && $0.utf8.count <= TableSubjects.longestGroup }.map(TableSubjects.withoutColon)
        if let name, vocabulary.isPartOfReport(name) { return (group, group == nil ? nil : .rowGroup) }
        guard let name, !reading(name).isAsking else {
            if let group { return (group, .rowGroup) }
            if name == nil, let thing = column.last(where: { isTelling($0) && isThing($0) && !endsInAmount($0) }) {
                return (thing, .column)
            }
            // Of several rows without words none is for all that the title names.
            return hasUnnamedRows ? (nil, nil) : outer()
        }
        let read = reading(name)
        if read.isTotal {
            if let rest = read.rest { return (rest, .row) }
            if let group { return (group, .rowGroup) }
            if groups.isEmpty, let purpose = form.purpose { return (purpose, .row) }
            return outer()
        }
        // "Amount requested" in a form that tells what for.
        if read.isAmount, groups.isEmpty, let purpose = form.purpose { return (purpose, .row) }
        // "Funding awarded", "Capital cost", "Income": a measure, where the columns are things.
        if read.isAmount, groups.isEmpty,
            let thing = column.last(where: { isTelling($0) && (isThing($0) || reading($0).isLettered) && !reading($0).isMeasure })
        {
            return (TableSubjects.withoutColon(thing), .column)
        }
        if !read.isPlain, !read.isVoid { return (TableSubjects.withoutBullet(name), .row) }
        if let group { return (group + ": " + name, read.isPlain ? .row : .rowGroup) }
        if read.isPlain {
            let holder = titles.first { isTelling($0) && $0.split(separator: " ").count <= TableSubjects.longestHolder }
            return (holder.map { $0 + ": " + name } ?? name, .row)
        }
        let (title, source) = outer()
        let length = name.split(separator: " ").count
        guard let title else { return length > 1 && !read.isAmount && hasLetters(name) ? (name, .row) : (nil, nil) }
        // "Other grants" below "Market services"; of a long title the words of the row would be lost in it.
        let isWhole = length > 1 && hasLetters(name) && title.split(separator: " ").count <= min(TableSubjects.longestHolder, length * 2)
        if isWhole { return (title + ": " + name, .row) }
        return length > 1 && !read.isAmount && hasLetters(name) ? (name, .row) : (title, source)
    }

    /// A label without the colon that leads to what stands beside or below it: "Other pooled funds:".
    private static func withoutColon(_ label: String) -> String { label.hasSuffix(":") ? String(label.dropLast()) : label }

    /// What sets a label out as part of a list.
    private static let bullets: Set<Character> = ["-", "\u{2013}", "\u{2022}", "*", "\u{00B7}"]

    /// A label without the dash or dot that sets it out as part of a list: "- Adult fiction".
    private static func withoutBullet(_ label: String) -> String {
        guard let first = label.first, bullets.contains(first), label.dropFirst().first == " " else { return label }
        return String(label.drop { bullets.contains($0) || $0 == " " })
    }

    private mutating func outer() -> (String?, Figure.SubjectSource?) {
        if let around { return around }
        let found = readAround()
        around = found
        return found
    }

    private mutating func readAround() -> (String?, Figure.SubjectSource?) {
        if let title = titles.first(where: { isTelling($0) }) { return (title, .caption) }
        guard let lead else { return (nil, nil) }
        // "Appendix 2: Revenue grants" names the grants.
        let isSentence = lead.utf8.count > TableSubjects.longestTitle || lead.hasSuffix(".")
        let name = isSentence ? leadPhrase() : HeadingMeaning([], vocabulary).name(of: lead)
        if let name, isTelling(name) { return (name, .lead) }
        return (nil, nil)
    }

    /// Whether the heading of a column names a thing: "Option A", and no measure: "Estimate for the year", "Updated figures".
    private func isThing(_ heading: String) -> Bool {
        // A unit says that amounts of one kind stand there: "County £".
        if heading.unicodeScalars.contains(where: { $0.properties.generalCategory == .currencySymbol }) { return false }
        guard heading.utf8.count <= TableSubjects.longestThing else { return false }
        let words = heading.split(separator: " ")
        let first = words.first.map { $0.lowercased() } ?? ""
        if first.hasSuffix("ed") || ![.word, .body].contains(vocabulary.kind(of: first)) { return false }
        // "Applicant", "Valuer": whose opinion the amounts are.
        if words.count == 1, vocabulary.isAssessor(first) { return false }
        // "Project Harbour", "New Cut Bridge": a plain word that a name follows.
        return !vocabulary.isPlainLabel(first) || words.count > 1 && words[1].first?.isUppercase ?? false
    }

    /// Whether the last word of a heading says that amounts stand below it: "Insured value".
    private func endsInAmount(_ heading: String) -> Bool {
        heading.split(separator: " ").last.map { vocabulary.isAmountWord($0.lowercased()) } ?? false
    }

    /// Longest heading that names a thing, bytes: a project's name with its abbreviation; a longer one describes it.
    private static let longestThing = 80

    private mutating func isTelling(_ label: String) -> Bool {
        let read = reading(label)
        return !read.isVoid && !read.isTotal && !read.isAsking
    }

    private mutating func reading(_ label: String) -> RowWords {
        if let known = words[label] { return known }
        let result = RowWords(label, vocabulary)
        words[label] = result
        return result
    }

    private func hasLetters(_ text: String) -> Bool { text.utf8.contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a || $0 >= 0x80 } }

    /// Words in the heading of amounts that are given away, so that an organisation beside them gets them.
    private static let givings = ["grant", "award", "donation", "asked for", "requested"]

    private mutating func isDeciding(_ column: Int) -> Bool { vocabulary.isDecidingHead(head(column).text) }

    private static func isGiving(_ label: String) -> Bool { givings.contains { label.holds($0) } }

    /// Of the labels beside a payee the one that says what is paid for: under a heading that says so, else the one that tells most rows apart.
    private mutating func key(of labels: [Int], in columns: [Int]) -> Int? {
        if let purpose = labels.first(where: { isPurpose(columns[$0]) }) { return purpose }
        return labels.max { variety(columns[$0]) < variety(columns[$1]) }
    }

    /// Whether the heading of a column says that its cells tell what money is for: "Purpose", "Description".
    private mutating func isPurpose(_ column: Int) -> Bool { head(column).isPurpose }

    private mutating func isPayee(_ column: Int, ofGrants: Bool) -> Bool {
        let head = head(column)
        return head.isPayee || ofGrants && vocabulary.isGranteeHead(head.text)
    }

    /// Whether a column of payees is headed by a word for those who are paid for what they supply.
    private mutating func isPayment(_ column: Int) -> Bool { head(column).isSupplier }

    private mutating func head(_ column: Int) -> Head {
        if let known = heads[column] { return known }
        let words = layout.columnHeadings(column).last.map { $0.words(0..<$0.count).lowercased() } ?? ""
        let result = Head(words.utf8.count <= TableSubjects.longestHeading ? words : "", vocabulary)
        heads[column] = result
        return result
    }

    /// Longest heading that is looked up, bytes.
    private static let longestHeading = 40

    private mutating func variety(_ column: Int) -> Int {
        if let known = variety[column] { return known }
        var texts: Set<String> = []
        for entry in layout.cells where entry.cell.column == column && entry.cell.row >= layout.headingRows && entry.text.count > 0 {
            texts.insert(entry.text.words(0..<min(entry.text.count, 80)))
        }
        variety[column] = texts.count
        return texts.count
    }
}
