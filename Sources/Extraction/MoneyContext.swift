internal import PaperModel
internal import RuleEngine

/// Whether a table that prints no currency is nonetheless about money: a budget, an account, a precept, a list of payments.
///
/// One kind of evidence is not enough, since councils count other things under the same words; two kinds that agree are, where the numbers
/// are written as amounts are. What is read so carries the doubt `unitFromContext`.
struct MoneyContext {
    let units: TableUnits
    private let layout: TableLayout
    private let titles: [NormalisedText]

    init(_ units: TableUnits, titles: [NormalisedText], layout: TableLayout) {
        self.units = units
        self.titles = titles
        self.layout = layout
    }

    /// Kinds of evidence that must agree.
    private static let kindsNeeded = 2
    /// Kinds of evidence that make all its columns of amounts money, whatever stands over them.
    private static let kindsThatSpeakForAll = 3
    /// Rows named like those of an account that make a table one; a single one may be chance.
    private static let ledgerRows = 2

    /// Reads the columns that have no unit as money, where the table is about it; false where none is.
    func apply(to columns: inout [TableUnits.Column]) -> Bool {
        // A table that states a unit anywhere says what it is about; then nothing is left to context.
        guard !columns.contains(where: { $0.unit?.isMoney ?? false || $0.unit?.unit == "FTE" }) else { return false }
        var open = columns.indices.filter { columns[$0].isNumeric && columns[$0].unit == nil }
        if open.isEmpty || titles.contains(where: { match("veto", in: $0) != nil }) { return false }
        readScaled(open, &columns)
        let count = open.count
        open.removeAll { columns[$0].unit != nil }
        readAccount(open, &columns)
        return open.count < count || open.contains { columns[$0].unit != nil }
    }

    /// Whether what is read by context goes with what other tables of the paper state. Where one of them is in thousands or millions,
    /// nobody can tell the scale of these.
    static func agrees(_ found: [ColumnUnit?], with stated: [ColumnUnit]) -> Bool {
        guard found.contains(where: { $0?.source == .context && $0?.scale == Amount(1) }) else { return true }
        return stated.allSatisfy { $0.scale == Amount(1) || $0.unit != TableUnits.homeCurrency }
    }

    private func readAccount(_ open: [Int], _ columns: inout [TableUnits.Column]) {
        guard open.contains(where: { columns[$0].shape.looksLikeAmounts }) else { return }
        let title = titles.lazy.compactMap { match("title", in: $0) }.first
        let plain = open.filter { columns[$0].headings.contains { match("plain", in: $0) != nil } }
        let hasParty = columns.contains { $0.headings.contains { match("party", in: $0) != nil } }
        let kinds = [title != nil, !plain.isEmpty, hasParty, isLedger].count { $0 }
        guard kinds >= MoneyContext.kindsNeeded else { return }
        let isPlain = kinds >= MoneyContext.kindsThatSpeakForAll
        let amounts = open.filter { columns[$0].shape.looksLikeAmounts }
        for index in open {
            let column = columns[index]
            if column.headings.contains(where: { match("veto", in: $0) != nil }) { continue }
            let plainly = column.headings.lazy.compactMap { match("plain", in: $0) }.first
            let isNeutral =
                column.isUnheaded || column.first(.word) != nil || column.first(.neutral) != nil
                || column.headings.last.map { units.isPeriodOnly($0) } ?? true
            guard plainly != nil || isNeutral || isPlain && amounts.contains(index),
                amounts.contains(where: { column.shape.isAlike(columns[$0].shape) }),
                column.shape.refusal(besideMarked: true) == nil, let because = plainly ?? title ?? ledgerName
            else { continue }
            columns[index].unit = unit(column, because: because)
        }
    }

    /// "Budget '000": thousands of what is plainly money.
    private func readScaled(_ open: [Int], _ columns: inout [TableUnits.Column]) {
        for index in open where columns[index].first(.scale) != nil {
            let plainly = columns[index].headings.lazy.compactMap { match("plain", in: $0) }.first
            if let plainly { columns[index].unit = unit(columns[index], because: plainly) }
        }
    }

    private func unit(_ column: TableUnits.Column, because match: RuleMatch) -> ColumnUnit {
        var unit = ColumnUnit(
            unit: TableUnits.homeCurrency, scale: column.first(.scale)?.unit.scale ?? Amount(1), from: match.text, source: .context,
            rule: match.rule.id)
        unit.per = column.headings.lazy.compactMap { units.per(in: $0) }.first?.value
        return unit
    }

    /// Whether the title is that of a budget, an account, a list of payments.
    var hasTitle: Bool { titles.contains { match("title", in: $0) != nil } }

    /// Whether the titles or these headings speak of something else that is counted.
    func isVetoed(_ headings: [NormalisedText]) -> Bool { (titles + headings).contains { match("veto", in: $0) != nil } }

    /// Whether enough rows are named like those of an account.
    var isLedger: Bool {
        var found = 0
        var rows = 0
        var last: (row: Int, isFound: Bool)?
        for (row, name) in names {
            if last?.row != row {
                rows += 1
                last = (row, false)
            }
            if last?.isFound == false, match("ledger", in: name) != nil {
                found += 1
                last?.isFound = true
            }
            if found >= MoneyContext.ledgerRows { return true }
        }
        return found > 0 && rows <= MoneyContext.ledgerRows
    }

    private var ledgerName: RuleMatch? { names.compactMap { match("ledger", in: $0.name) }.first }

    /// The words in the rows below the headings, in order.
    private var names: some Sequence<(row: Int, name: NormalisedText)> {
        layout.cells.lazy.filter { entry in
            entry.cell.row >= layout.headingRows && entry.text.count > 0 && entry.text.count <= TableLayout.maximumHeading
                && !TableLayout.isNumber(entry.text)
        }.map { ($0.cell.row, $0.text) }
    }

    private func match(_ evidence: String, in text: NormalisedText) -> RuleMatch? {
        units.runner.matches(of: units.phases.context, in: text).first { $0.rule.settings["evidence"] == evidence }
    }
}
