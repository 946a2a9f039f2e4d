internal import PaperModel
internal import RuleEngine

/// Finds the figures of table cells: numbers whose unit stands in a heading, and amounts that a cell states in full.
final class CellReader {
    let prose: ProseReader
    private let units: TableUnits

    init(_ prose: ProseReader, units: TableUnits) {
        self.prose = prose
        self.units = units
    }

    /// What stands around a cell.
    struct Surroundings {
        var column: ColumnUnit?
        /// The unit of staff that other numbers of its row carry ("HC 4"); it holds for those that carry none.
        var rowMark: ColumnUnit?
        var rowHeadings: [NormalisedText]
        var columnHeadings: [NormalisedText]
        /// The time that the table's title or introduction states.
        var period: TableUnits.Statement<Period>?
        /// Whether "last year" is told by the table's time: not where a budget stands beside "this year".
        var isYearSure = true
        /// Whether days over its columns end years.
        var yearEnds: YearEnds?

        /// The table's time; under a heading that is a year of its own ("2017" beside "2018", in accounts to 31 March 2018) it ends in that year.
        fileprivate var periodOfTable: TableUnits.Statement<Period>? {
            guard let year = columnHeadings.lazy.compactMap(TableLayout.yearAtStart).last else { return period }
            return period.flatMap { stated in
                stated.value.ending(in: year).map { TableUnits.Statement(value: $0, rules: stated.rules) }
            }
        }

        /// With the cell's labels in the place of the headings that stand at the head of its column and row: a line of headings between the
        /// rows holds for the rows below it, a table that goes on has those of the page before, and a row those of its group.
        func named(_ labels: CellLabels) -> Surroundings {
            var result = self
            if !labels.column.isEmpty { result.columnHeadings = labels.column.map(\.text) }
            if !labels.row.isEmpty { result.rowHeadings = labels.row.reversed().map(\.text) }
            return result
        }
    }

    /// The figures of a cell, with bytes of its text. `named`: what names its amounts, which is asked for only where it has some.
    func mentions(in text: NormalisedText, of surroundings: Surroundings, named: @autoclosure () -> CellLabels) -> [Mention] {
        guard text.count > 0 else { return [] }
        if let whole = wholeCell(text) {
            let unit = unit(of: surroundings)
            guard let mention = mention(whole, text, unit: unit) else { return [] }
            return [dated(mention, unit: unit, surroundings.named(named()))]
        }
        let found = prose.mentions(in: text)
        if found.isEmpty { return [] }
        // Over a cell of words a long heading is a sentence that says nothing of its amounts.
        var surroundings = surroundings.named(named())
        surroundings.columnHeadings.removeAll { $0.count > CellReader.longestHeading }
        return found.map { text.isRounding($0.words) ? $0 : dated($0, unit: surroundings.column, surroundings) }
    }

    /// The match that takes a cell for one number.
    func wholeCell(_ text: NormalisedText) -> RuleMatch? {
        guard TableLayout.isNumber(text) else { return nil }
        return prose.runner.matches(of: prose.phases.cells, in: text).min { $0.precedes($1) }
    }

    /// The unit of staff that a number of a row carries itself ("HC 4", "FTE 2.5"); nil where it carries none.
    func staffMark(_ text: NormalisedText) -> ColumnUnit? {
        guard TableLayout.mayCarryStaffMark(text), let match = wholeCell(text), match.rule.finds != .money,
            let unit = match.rule.settings["unit"]
        else { return nil }
        return ColumnUnit(unit: unit, scale: Amount(1), from: text.words(0..<text.count), source: .rowHeading, rule: match.rule.id)
    }

    /// The unit of a cell: money or FTE stated by its row, else by its column, else what the row counts.
    private func unit(of surroundings: Surroundings) -> ColumnUnit? {
        let column = surroundings.column
        if let mark = surroundings.rowMark, !(column?.isMoney ?? false) { return mark }
        let row = surroundings.rowHeadings.lazy.compactMap { self.units.reading(of: $0, source: .rowHeading) }.first {
            $0.refusal == nil && ($0.isStated || $0.evidence == .weak)
        }
        guard let row else { return column }
        // "Employees" names a cost where the column or the table states a currency; a count of theirs says "number of".
        if row.evidence == .weak, let column, column.unit != "count" { return column }
        if row.isFigure { return row.unit }
        // "% change" in a row counts for less than a unit in the column's own heading.
        return column?.source == .columnHeading ? column : row.unit
    }

    private func mention(_ match: RuleMatch, _ text: NormalisedText, unit: ColumnUnit?) -> Mention? {
        let own = match.rule.settings["unit"] ?? match.value(of: "currency")
        guard let name = own ?? unit?.unit, !CellReader.noFigures.contains(name) else { return nil }
        let kind: Figure.Kind = name == "FTE" ? .fte : name == "posts" || name == "people" ? .headcount : .money
        if kind != .money, match.group("magnitude") != nil || match.group("credit") != nil { return nil }
        let isScaled = match.group("magnitude") == nil && (own == nil || own == unit?.unit)
        let scale = isScaled ? unit?.scale ?? Amount(1) : match.value(of: "magnitude").flatMap { Amount(written: $0) } ?? Amount(1)
        guard let number = match["number"].flatMap({ Amount(printed: $0) }), let size = number.multiplied(by: scale) else { return nil }
        let sign = CellReader.sign(match)
        let value = sign == nil ? size : size.negated
        var figure = Figure(kind: kind, spans: [], value: .single(value), unit: name, rule: match.rule.id)
        if let end = match["end"] {
            guard let top = Amount(printed: end)?.multiplied(by: scale), size < top else { return nil }
            figure.value = .range(low: size, high: top)
        }
        if let unit, isScaled { figure.cues.append(unit.rule) }
        figure.signFrom = sign
        figure.isApproximate = match.group("approximate") != nil
        // "2 1/2" is a fraction; "12 345" may be two numbers that lost what parted them.
        if let written = match["number"], written.contains(" "), !written.contains("/") { figure.doubts.append(.spacedDigits) }
        if own == nil, let unit {
            figure.unitFrom = CellReader.source(unit.source)
            if unit.source == .context { figure.doubts.append(.unitFromContext) }
        }
        if scale != Amount(1) {
            figure.scaleFrom = isScaled ? unit.flatMap { CellReader.source($0.source) } : .suffix
            if match.group("end") == nil { figure.interval = roundingInterval(of: value, written: number, times: scale) }
        }
        return Mention(figure, core: CellReader.withoutNote(match, text))
    }

    /// Units of columns whose numbers are no figures.
    private static let noFigures: Set = ["percent", "count", "none", "date"]

    /// What makes a cell's number negative; nil where nothing does.
    private static func sign(_ match: RuleMatch) -> Figure.Source? {
        if match.group("open") != nil { return .brackets }
        if match.group("credit") != nil { return .suffix }
        return match["sign"]?.hasPrefix("-") == true ? .minus : nil
    }

    private static func source(_ source: ColumnUnit.Source) -> Figure.Source? {
        switch source {
        case .columnHeading: .columnHeading
        case .caption: .caption
        case .sentence: .sentence
        case .context: .context
        case .rowHeading: nil
        }
    }

    /// A mark or note after the number is none of its words.
    private static func withoutNote(_ match: RuleMatch, _ text: NormalisedText) -> Range<Int> {
        var end = match.group("note")?.bytes.lowerBound ?? match.bytes.upperBound
        while end > match.bytes.lowerBound, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return match.bytes.lowerBound..<end
    }

    /// Longest heading of a column of words, bytes: about a line.
    private static let longestHeading = 100

    /// The time that headings state of a cell: those of its column before those of its row and the table.
    private func period(of surroundings: Surroundings) -> TableUnits.Statement<Period>? {
        let rows = surroundings.rowHeadings
        let row = rows.lazy.compactMap { self.units.period(in: $0) }.first { $0.value.isYearAtMost }
        let stated = units.period(
            ofColumn: surroundings.columnHeadings, row: row, title: surroundings.periodOfTable, isSure: surroundings.isYearSure)
        // "April" before the rows of a table of years.
        if row == nil, let part = rows.lazy.compactMap({ self.units.relativeTime(in: $0) }).first, part.isPart {
            return stated.flatMap { $0.value.isYear ? units.time(part, beside: $0) : $0 }
        }
        guard var stated, stated.rules.last == CellReader.bareDay else { return stated }
        if let year = surroundings.yearEnds?.year(endingOn: stated.value, headings: surroundings.columnHeadings, rows: rows) {
            stated.value = year
        }
        return stated
    }

    /// The rule that reads a day without words that say what is meant.
    private static let bareDay = "period.day-in-heading"

    /// Where the cell itself states no time or rate, its column's headings do, else its row's, else those of the table.
    private func dated(_ mention: Mention, unit: ColumnUnit?, _ surroundings: Surroundings) -> Mention {
        var mention = mention
        let headings = surroundings.columnHeadings.reversed()
        if mention.figure.period == nil {
            let stated = period(of: surroundings)
            mention.figure.period = stated?.value
            if let stated { mention.figure.cues += stated.rules }
        }
        if mention.figure.per == nil {
            let column = headings.lazy.compactMap { self.units.per(in: $0) }.first
            let row =
                column == nil && unit?.per == nil && !mention.countsStaff
                ? surroundings.rowHeadings.first.flatMap { units.per(inRow: $0) } : nil
            let stated = column ?? row
            mention.figure.per = stated?.value ?? unit?.per
            if let stated { mention.figure.cues += stated.rules }
        }
        return mention
    }
}

extension Period {
    /// The same part of the year, so that its last day is in a year; nil where the calendar has no such day.
    fileprivate func ending(in year: Int) -> Period? {
        let shift = year - end.year
        guard let first = Day(start.year + shift, start.month, start.day), let last = Day(year, end.month, end.day) else { return nil }
        return Period(start: first, end: last, text: text)
    }

    /// Whether it is no longer than a year. "Basic Need 2022-26" in the heading of a row is the name of a programme.
    var isYearAtMost: Bool {
        start.year == end.year || end.year == start.year + 1 && (end.month, end.day) < (start.month, start.day)
    }
}
