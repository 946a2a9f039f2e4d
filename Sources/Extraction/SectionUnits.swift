internal import PaperModel
internal import RuleEngine

/// Units that are stated between the rows of a table and hold for the rows below: a second line of headings that a grid keeps in its body
/// ("£000"), or the title of a section ("Number of staff (FTE)").
struct SectionUnits {
    /// Rows that take a unit from the same words.
    private struct Section {
        var firstRow: Int
        var columns: Range<Int>
        /// Nil where a section ends and the columns' own units hold again.
        var unit: ColumnUnit?
        /// Whether it is the title of a section, which stands over all columns.
        var isTitle = false
    }

    /// In the order of their rows.
    private var sections: [Section] = []
    /// The unit that the table's columns of money share, which a line of headings between the rows may speak for; nil where there is none.
    private let shared: ColumnUnit?

    init(_ units: TableUnits, in layout: TableLayout) {
        shared = SectionUnits.shared(layout.table.columnUnits)
        var row: [WordedCell] = []
        for entry in layout.cells where entry.cell.row >= layout.headingRows && entry.text.count > 0 {
            if let last = row.last, last.cell.row != entry.cell.row {
                read(row, units, layout)
                row = []
            }
            row.append(entry)
        }
        read(row, units, layout)
    }

    /// The unit that words between the rows give to a cell; nil where none do, or where the column's numbers name or order things.
    func unit(row: Int, column: Int, own: ColumnUnit?) -> ColumnUnit? {
        if let why = own?.refused, why != .noEvidence, why != .scaleAlone { return nil }
        return sections.last { $0.firstRow <= row && $0.columns.contains(column) }?.unit
    }

    /// The unit of a column that words over its first number give it, where headings don't: a line of headings that counts as body.
    func leading(column: Int, before row: Int) -> ColumnUnit? {
        sections.last { $0.firstRow <= row && $0.columns.contains(column) && !$0.isTitle }?.unit
    }

    private mutating func read(_ row: [WordedCell], _ units: TableUnits, _ layout: TableLayout) {
        guard let first = row.first else { return }
        // Rows of numbers, which are most, are told without reading a word.
        guard row.allSatisfy({ !TableLayout.isNumber($0.text) || NumberShape($0.text)?.isUnit ?? false }) else { return }
        let marks = row.map { SectionUnits.mark($0.text, units) }
        for (entry, mark) in zip(row, marks) {
            let columns = entry.cell.column..<entry.cell.endColumn
            let unit = mark ?? (row.count > 1 ? heading(entry, units, layout) ?? spokenFor(entry.text, units) : nil)
            // Another heading over the column ends what the one before said.
            guard unit != nil || row.count > 1 && sections.contains(where: { $0.columns == columns && $0.unit != nil }) else { continue }
            sections.append(Section(firstRow: first.cell.row + 1, columns: columns, unit: unit))
        }
        // A line of words alone is the title of a section; the next one ends it.
        guard row.count == 1, marks == [nil], first.text.count <= TableLayout.maximumHeading else { return }
        let title = units.reading(of: first.text, source: .caption)
        let unit = title.flatMap { $0.statesFigure ? $0.unit : nil }
        if unit != nil || sections.contains(where: { $0.isTitle && $0.unit != nil }) {
            sections.append(Section(firstRow: first.cell.row + 1, columns: 0..<layout.table.columns, unit: unit, isTitle: true))
        }
    }

    /// The unit that a heading between the rows states beside other words ("In post (FTE)"), straight over a number of its column.
    private func heading(_ entry: WordedCell, _ units: TableUnits, _ layout: TableLayout) -> ColumnUnit? {
        guard entry.text.count <= SectionUnits.longestHeading, entry.text.signedAmounts == 0,
            let below = layout.text(row: entry.cell.endRow, column: entry.cell.column), TableLayout.isNumber(below),
            let reading = units.reading(of: entry.text, source: .columnHeading), reading.isStated, reading.statesFigure,
            reading.refusal == nil
        else { return nil }
        return reading.unit
    }

    /// The unit of the table's money, for a heading that speaks of money and of nothing else ("Gross sales" beside "Rate £").
    private func spokenFor(_ text: NormalisedText, _ units: TableUnits) -> ColumnUnit? {
        guard let shared, text.count <= SectionUnits.longestMark else { return nil }
        let readings = units.readings(of: text, source: .columnHeading)
        return readings.contains { $0.isStated || $0.evidence == .weak } || !readings.contains { $0.evidence == .word } ? nil : shared
    }

    /// The unit and scale that all columns of money have.
    private static func shared(_ columns: [ColumnUnit?]) -> ColumnUnit? {
        let money = columns.compactMap { $0.flatMap { $0.isMoney ? $0 : nil } }
        guard var first = money.first, money.allSatisfy({ $0.unit == first.unit && $0.scale == first.scale }) else { return nil }
        first.source = .caption
        first.per = nil
        first.period = nil
        return first
    }

    /// The unit of a cell that holds nothing else: "£000", "FTE", "No.".
    private static func mark(_ text: NormalisedText, _ units: TableUnits) -> ColumnUnit? {
        guard text.count <= SectionUnits.longestMark, let reading = units.reading(of: text, source: .columnHeading), reading.isStated,
            reading.refusal == nil, reading.unit.from.utf8.count + 2 >= text.count
        else { return nil }
        return reading.unit
    }

    /// Longest heading with a unit in it, bytes: three lines of a narrow column.
    private static let longestHeading = 80
    /// Longest unit that stands alone, bytes ("full time equivalents").
    private static let longestMark = 24
}
