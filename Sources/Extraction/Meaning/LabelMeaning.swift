internal import PaperModel
internal import RuleEngine

/// What the labels and titles of tables say that money is, each text read once a paper.
struct LabelCues {
    private let reader: ProseReader
    private var read: [String: Cues] = [:]

    init(_ reader: ProseReader) { self.reader = reader }

    /// What leads to a part of the amount or to what is left out of it.
    private static let parting: Set<String> = ["including", "incl", "inc", "inclusive", "excluding", "excl", "exc", "exclusive"]

    /// Words of headings of amounts that nobody has spent.
    private static let forecasts = ["forecast", "projected", "projection"]

    /// Longest label that is read, bytes; a longer one is a text that happens to stand in a grid.
    private static let longest = 300
    /// Most labels that are kept; the tables of a long paper have a few thousand.
    private static let most = 20_000

    /// The cues of a text.
    mutating func cues(_ label: String) -> Cues {
        if let known = read[label] { return known }
        let text = NormalisedText(label)
        var cues = text.count <= LabelCues.longest ? Cues(text, in: 0..<text.count, of: reader.phases.labelSenses, reader.runner) : Cues()
        if !cues.senses.isEmpty || !cues.comparisons.isEmpty {
            let words = SentenceWords(text, in: 0..<text.count, figures: [], vocabulary: reader.vocabulary)
            cues.dropNamed(in: words)
            // "Provision of link buses": what is provided is no money.
            if cues.senses.first?.bytes.lowerBound == 0, words.kind(1) == .of, ["provision", "provisions"].contains(words.small(0)) {
                cues.senses.removeFirst()
            }
            // "Cost of works (with design fees)": a bracket says no more of an amount than the words before it.
            let isBracketed = { (cue: Cue) in words.run(of: cue.bytes).first.map { words.words[$0].depth > 0 } ?? false }
            if cues.senses.contains(where: { !isBracketed($0) && !$0.isFirmness }) { cues.senses.removeAll(where: isBracketed) }
            // "works including design fees": what is part of it is not what it is.
            if let part = words.words.indices.first(where: { $0 > 0 && LabelCues.parting.contains(words.small($0)) }) {
                let start = words.words[part].bytes.lowerBound
                cues.drop { $0.lowerBound > start }
            }
        }
        cues.isForecast = LabelCues.forecasts.contains { label.holds($0) }
        if read.count >= LabelCues.most { read.removeAll(keepingCapacity: true) }
        read[label] = cues
        return cues
    }

    mutating func reset() { read.removeAll(keepingCapacity: true) }
}

/// What an amount of a table is: its row and column together, then the group, the table's title, the line above it.
struct LabelMeaning {
    let sense: Cue?
    let bases: [Cue]
    let comparison: Cue?
    /// Whether the heading of its column is that of several columns, so that no other says what it is.
    let isJumbled: Bool

    /// Senses that the words of a row say of what it is about, and not of its amounts: a row "Car park charges" is a cost in one table and
    /// income in another.
    private static let weakInRows: Set<Figure.Sense> = [.price, .cost, .spend, .value, .risk, .investment]

    /// Senses that the title of a paper says of all amounts of its tables: "Payments over £500".
    private static let lists: Set<Figure.Sense> = [.spend, .contract]

    /// Senses that a title says of all amounts below it, whatever the rows are about: "Savings" over "Waste agreement payments".
    private static let titled: Set<Figure.Sense> = [.saving, .pressure, .debt]

    /// `levels`: the labels by how near they are: the row's own and the column's, then groups, titles, lines above.
    init(row: [String], column: [String], outer: [[String]], list: String? = nil, isStaff: Bool, _ labels: inout LabelCues) {
        func cues(_ texts: [String], _ labels: inout LabelCues) -> [Cues] { texts.map { labels.cues($0) } }
        let own = cues(row, &labels)
        // A heading that runs over several columns ("Budget Forecast Outturn Budget") says nothing of one.
        let over = cues(column, &labels).filter { !LabelMeaning.isJumbled($0) }
        func heads(_ found: [Cues]) -> [Cue] {
            found.flatMap { cues -> [Cue] in
                let fitting = cues.senses.filter { $0.sense.map { $0.isOfStaff == isStaff } ?? false }
                let special = fitting.filter { !$0.isFirmness }
                return special.isEmpty ? fitting : special
            }
        }
        let changes = over.flatMap(\.comparisons) + own.flatMap { cues in cues.comparisons.prefix(1).filter { $0.bytes.lowerBound == 0 } }
        let change = changes.first { $0.comparison == .difference } ?? changes.first
        let rows = heads(own)
        let columns = heads(over)
        let isJumbled = cues(column, &labels).contains(where: LabelMeaning.isJumbled)
        let strong = (rows.filter { !LabelMeaning.isWeak($0) } + columns).filter { !$0.isFirmness }
        var found = LabelMeaning.first(strong)
        // A column of differences is none of what it is the difference of: "Outturn vs budget".
        if found == nil, change?.comparison != .difference {
            let groups = (outer.first ?? []).compactMap { LabelMeaning.head($0, of: heads([labels.cues($0)])) }
            let titles = outer.dropFirst().joined().compactMap { LabelMeaning.sole(heads([labels.cues($0)])) }
            found = LabelMeaning.choice(rows: rows, column: LabelMeaning.first(columns), group: groups.first, title: titles.first)
        }
        // "Total value" in a register of contracts is that of a contract.
        if found?.sense == .value {
            let titles = outer.dropFirst().joined() + [list].compactMap { $0 }
            if let contract = titles.compactMap({ LabelMeaning.sole(heads([labels.cues($0)])) }).first(where: { $0.sense == .contract }) {
                found = contract
            }
        }
        var bases = LabelMeaning.bases(over + own)
        // A forecast is no spending by standing in a table of the outturn.
        let isForecast = over.contains(where: \.isForecast)
        for level in outer where found == nil || bases.isEmpty {
            let read = cues(level, &labels)
            if found == nil, !isJumbled, change?.comparison != .difference {
                // A title that names several kinds of money says nothing of one amount.
                for cues in read where found == nil {
                    let all = heads([cues])
                    let special = Set(all.filter { !$0.isFirmness }.compactMap(\.sense))
                    if isForecast, special.isEmpty { continue }
                    if special.count <= 1 { found = LabelMeaning.first(all.filter { !$0.isFirmness }) ?? LabelMeaning.first(all) }
                }
            }
            if bases.isEmpty { bases = LabelMeaning.bases(read) }
        }
        // What a row of a list of payments is about is paid: "Actual rent" under "Payments over £500".
        let isSaidByRow = found.map { cue in LabelMeaning.isWeak(cue) && !columns.contains { $0.sense == cue.sense } } ?? !isJumbled
        if isSaidByRow, change?.comparison != .difference {
            let titles = outer.dropFirst().flatMap { $0 } + [list].compactMap { $0 }
            for title in titles {
                let read = heads(cues([title], &labels))
                // "Receipts and payments", "Fees paid and charges made" are of two kinds.
                guard Set(read.compactMap(\.sense)).isDisjoint(with: [.income, .budget, .price, .saving]),
                    let said = read.first(where: { $0.sense.map(LabelMeaning.lists.contains) ?? false })
                else { continue }
                found = said
                break
            }
        }
        // "Savings 2025/26" over a row "Parking income".
        let isOfRow = found.map { cue in !columns.contains { $0.sense == cue.sense } && rows.contains { $0.rule == cue.rule } } ?? false
        if isOfRow, change?.comparison != .difference, found?.sense.map({ !LabelMeaning.toldByRow.contains($0) }) ?? false, columns.isEmpty
        {
            let titles = outer.dropFirst().flatMap { $0 }
            for title in titles {
                let said = heads(cues([title], &labels)).filter { !$0.isFirmness }
                guard Set(said.compactMap(\.sense)).count == 1, let cue = said.first, cue.sense.map(LabelMeaning.titled.contains) ?? false
                else { continue }
                found = cue
                break
            }
        }
        // "Budget for fees | Outturn" over a table of several kinds: a row's own firm word says more than nothing.
        if found == nil, !isJumbled, change?.comparison != .difference { found = LabelMeaning.first(rows) }
        sense = found
        self.isJumbled = isJumbled
        self.bases = isStaff ? [] : bases
        let isDirected = found?.sense.map(ProseReader.directed.contains) ?? false
        comparison = isDirected || isStaff ? nil : change
    }

    /// What an amount is where no strong word of its row or column says so. `column`: a word that only says how firm it is.
    private static func choice(rows: [Cue], column: Cue?, group: Cue?, title: Cue?) -> Cue? {
        let own = first(rows.filter { !$0.isFirmness })
        if let column {
            // "Property investments | Actual": what is held is no spending by being actual.
            if let own, own.sense.map(held.contains) ?? false { return own }
            if let group, group.sense.map(grouped.contains) ?? false { return group }
            // "Grants to clubs" over "Awarded", "Term loans" over "Balance".
            if let title, let said = title.sense, open[column.sense ?? .cost]?.contains(said) ?? false { return title }
            return column
        }
        // "Allotment rents" below "Receipts".
        if let group, own != nil, group.sense.map({ grouped.contains($0) || $0 == .spend }) ?? false { return group }
        // "Net budget requirement" is one whatever the table is called; "IT investment" is what its table says.
        return own ?? first(rows.filter { $0.sense != .funding })
    }

    /// What money that is held or at stake is, whatever its column says of how firm it is.
    private static let held: Set<Figure.Sense> = [.investment, .risk, .value]
    /// What the title of a group says of its rows where the column only says how firm they are.
    private static let grouped: Set<Figure.Sense> = [
        .saving, .pressure, .grant, .contribution, .reserve, .borrowing, .loan, .debt, .investment, .income,
    ]
    /// What a table's title may say instead of a column's word that doesn't tell it: "Awarded", "Balance", "Received".
    private static let open: [Figure.Sense: Set<Figure.Sense>] = [
        .funding: [.grant, .contribution, .loan], .reserve: [.borrowing, .loan, .debt, .investment], .income: [.grant, .contribution],
    ]
    /// Senses of a row that a title of savings or pressures leaves standing.
    private static let toldByRow: Set<Figure.Sense> = [.limit, .overspend, .underspend, .gap, .risk, .saving, .pressure]

    /// What the title of a group is: a short one that begins or ends with the word, "Revenue income", "Grants to clubs".
    private static func head(_ title: String, of cues: [Cue]) -> Cue? {
        guard title.split(separator: " ").count <= longestGroup, let cue = sole(cues) else { return nil }
        return cue.bytes.lowerBound == 0 || cue.bytes.upperBound + 1 >= title.utf8.count ? cue : nil
    }

    /// Most words of a group's title that says what its amounts are.
    private static let longestGroup = 4

    /// The one special sense of a text; nil where it names several.
    private static func sole(_ cues: [Cue]) -> Cue? {
        let special = cues.filter { !$0.isFirmness }
        return Set(special.compactMap(\.sense)).count == 1 ? special.first : nil
    }

    /// Whether a heading names so many kinds of money that it can be that of several columns only.
    private static func isJumbled(_ cues: Cues) -> Bool {
        cues.senses.count > mostCues || cues.senses.count == mostCues && Set(cues.senses.compactMap(\.sense)).count < mostCues
    }

    /// Most words of sense in the heading of one column.
    private static let mostCues = 3

    private static func isWeak(_ cue: Cue) -> Bool { cue.sense.map(weakInRows.contains) ?? false }

    /// The cue whose sense comes first in the order of senses.
    private static func first(_ cues: [Cue]) -> Cue? {
        cues.min { left, right in (left.sense ?? .cost) < (right.sense ?? .cost) }
    }

    /// One cue for each basis; none where both of a pair are named, which says nothing.
    private static func bases(_ found: [Cues]) -> [Cue] {
        let all = found.flatMap(\.bases)
        return [[Figure.Basis.revenue, .capital], [.oneOff, .ongoing]].compactMap { pair in
            let own = all.filter { $0.basis.map(pair.contains) ?? false }
            return Set(own.compactMap(\.basis)).count == 1 ? own.first : nil
        }
    }
}
