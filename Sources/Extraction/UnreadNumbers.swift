internal import PaperModel
internal import RuleEngine

/// Numbers of a table that are written as amounts are and gave no figure, by what was missing.
///
/// Percentages, days, names and things counted are none of them. A column whose heading names something else, or that is named by nothing
/// and is not about money for any reason, is left alone: a notice that is mostly wrong is read by nobody.
struct UnreadNumbers {
    /// What was missing to read a number.
    enum Missing: String, CaseIterable {
        /// Nothing stands over the column.
        case heading = "no heading"
        /// Nothing says what the numbers are.
        case unit = "no unit"
        /// The column is one of money, and this is no number that is known.
        case form = "no number that is known"
    }

    private var counts: [Missing: Int] = [:]

    /// How many there are.
    var total: Int { counts.values.reduce(0, +) }
    /// What was missing, the commonest first.
    var missing: [Missing] {
        Missing.allCases.filter { counts[$0] != nil }.sorted { counts[$1] ?? 0 < counts[$0] ?? 0 }
    }

    /// Fewest numbers of a column that make it one of amounts, and fewest digits of one that is no mark of a note.
    fileprivate static let fewest = 3

    /// Looks through a table whose columns have their units; `read` are the places of cells that gave a figure.
    init(_ layout: TableLayout, titles: [NormalisedText], read: Set<Int>, units: TableUnits) {
        var cells: [Int: [(row: Int, shape: NumberShape)]] = [:]
        for index in layout.cells.indices {
            let (cell, text) = (layout.cells[index].cell, layout.cells[index].text)
            guard cell.row >= layout.headingRows, cell.column >= layout.table.headerColumns else { continue }
            guard !read.contains(layout.place(cell)), TableLayout.isNumber(text), let shape = NumberShape(text) else { continue }
            cells[cell.column, default: []].append((cell.row, shape))
        }
        guard !cells.isEmpty else { return }
        let context = MoneyContext(units, titles: titles, layout: layout)
        for (column, unread) in cells.sorted(by: { $0.key < $1.key }) {
            let unit = layout.table.columnUnits.indices.contains(column) ? layout.table.columnUnits[column] : nil
            let unread = unread.filter { entry in
                !entry.shape.hasPercent && !entry.shape.isDateLike && !entry.shape.isUnit
                    && !units.countsOther(layout.rowHeadings(entry.row, before: column))
            }
            if let unit, unit.refused == nil {
                // Joined numbers, slips of the pen.
                let amounts = unread.count { $0.shape.digits >= UnreadNumbers.fewest }
                if unit.isMoney, amounts > 0 { counts[.form, default: 0] += amounts }
            } else if unit?.refused == nil || unit?.refused == .noEvidence {
                guard context.mayHoldAmounts(unread.map(\.shape), under: layout.columnHeadings(column)) else { continue }
                counts[layout.columnHeadings(column).isEmpty ? .heading : .unit, default: 0] += unread.count
            }
        }
    }
}

extension MoneyContext {
    /// Whether numbers that nothing gives a unit are likely money.
    fileprivate func mayHoldAmounts(_ shapes: [NumberShape], under headings: [NormalisedText]) -> Bool {
        let shape = ColumnShape(shapes)
        guard shape.marked >= UnreadNumbers.fewest, shape.looksLikeAmounts, shape.refusal(besideMarked: true) == nil, !isVetoed(headings)
        else { return false }
        // Sums in brackets and pence of hundreds of pounds are seldom anything else.
        let isAccounting = shapes.count { $0.isNegative } >= 2 || shapes.count { $0.decimals == 2 && $0.digits >= 3 } * 2 > shapes.count
        let readings = headings.flatMap { units.readings(of: $0, source: .columnHeading) }
        if readings.contains(where: { $0.evidence == .stated }) { return false }
        if readings.contains(where: { $0.evidence == .word }) || isAccounting { return true }
        let isNamed = headings.contains { !units.isPeriodOnly($0) } && !readings.contains { $0.evidence == .neutral }
        return hasTitle || isLedger && !isNamed
    }
}

/// What is told of the unread numbers of a paper.
struct UnreadNotice {
    private var tables: [(table: Int, page: Int, unread: UnreadNumbers)] = []
    private var total = 0

    /// Most tables that are named; the rest is counted.
    private static let mostNamed = 20

    mutating func add(_ unread: UnreadNumbers, table: Int, page: Int) {
        guard unread.total > 0 else { return }
        total += unread.total
        tables.append((table, page, unread))
    }

    /// The notice; nil where all was read.
    var notice: Notice? {
        guard let first = tables.first else { return nil }
        let named = tables.prefix(UnreadNotice.mostNamed).map { entry in
            let missing = entry.unread.missing.map(\.rawValue).joined(separator: ", ")
            return "table \(entry.table + 1) on page \(entry.page): \(entry.unread.total) (\(missing))"
        }
        let rest = tables.count - named.count
        let words = named.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more tables" : "")
        return Notice(
            .numbersWithoutUnit,
            "\(total) numbers in \(tables.count) \(tables.count == 1 ? "table" : "tables") look like amounts and gave no figure: \(words)",
            page: first.page)
    }
}
