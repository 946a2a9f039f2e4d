internal import PaperModel
internal import RuleEngine

/// Reads what the columns and rows of tables mean from headings, captions and the line above.
struct TableUnits {
    private let runner: RuleRunner

    init(_ runner: RuleRunner) { self.runner = runner }

    /// A unit with what spoke for it.
    struct Reading {
        var unit: ColumnUnit
        /// Whether a unit is printed, or the words are merely about money.
        var isStated: Bool

        /// Whether it is money or staff: what a figure can be.
        var isFigure: Bool { unit.unit != "percent" && unit.unit != "count" && unit.unit != "none" }
    }

    /// The units of a table's columns; `above` is the line before it, `carriesSign` whether one of its cells holds a sign of currency.
    func columnUnits(_ layout: TableLayout, caption: NormalisedText?, above: NormalisedText?, carriesSign: Bool) -> [ColumnUnit?] {
        let own = (0..<layout.table.columns).map { ownUnit(layout, column: $0) }
        let whole = wholeUnit(layout, own: own, caption: caption, above: above)
        let hasMoney = carriesSign || whole != nil || own.contains { $0.map { $0.isStated && $0.unit.unit.count == 3 && $0.isFigure } ?? false }
        return (0..<layout.table.columns).map { column in
            var result: ColumnUnit?
            if let reading = own[column], reading.isStated {
                result = reading.unit.unit == "none" ? nil : reading.unit
            } else if !layout.isNumeric(column: column) {
                return nil
            } else if let whole {
                result = whole
            } else if let word = own[column], hasMoney {
                result = word.unit
            }
            let headings = layout.columnHeadings(column)
            result?.period = (headings.reversed().lazy.compactMap { self.period(in: $0) }.first ?? caption.flatMap { self.period(in: $0) })?.value
            if result?.per == nil { result?.per = headings.reversed().lazy.compactMap { self.per(in: $0) }.first?.value }
            return result
        }
    }

    /// What a column's own headings say, the lowest first; a printed unit goes before a word.
    private func ownUnit(_ layout: TableLayout, column: Int) -> Reading? {
        let readings = layout.columnHeadings(column).reversed().compactMap { reading(of: $0, source: .columnHeading) }
        return readings.first { $0.isStated && $0.isFigure } ?? readings.first { $0.isStated } ?? readings.first
    }

    /// The unit of the whole table: from the caption, the line above, the heading of a column without numbers, or, where all columns that
    /// state one agree, from them.
    private func wholeUnit(_ layout: TableLayout, own: [Reading?], caption: NormalisedText?, above: NormalisedText?) -> ColumnUnit? {
        for text in [caption, above] {
            if let text, let reading = reading(of: text, source: .caption), reading.isStated, reading.isFigure { return reading.unit }
        }
        for (column, reading) in own.enumerated() where !layout.isNumeric(column: column) {
            if var unit = reading?.unit, reading?.isStated == true, reading?.isFigure == true {
                unit.source = .caption
                return unit
            }
        }
        let stated = own.compactMap { $0 }.filter { $0.isStated && $0.isFigure && $0.unit.unit != "FTE" && $0.unit.unit != "posts" && $0.unit.unit != "people" }
        guard var unit = stated.first?.unit, stated.allSatisfy({ $0.unit.unit == unit.unit && $0.unit.scale == unit.scale }) else { return nil }
        unit.source = .caption
        unit.period = nil
        unit.per = nil
        return unit
    }

    /// What one heading says; nil where it says nothing of a unit.
    func reading(of heading: NormalisedText, source: ColumnUnit.Source) -> Reading? {
        let found = runner.matches(finding: [.unit], in: heading)
        guard let match = found.max(by: { ($0.rule.priority, $0.bytes.lowerBound) < ($1.rule.priority, $1.bytes.lowerBound) }) else { return nil }
        let currency = match.value(of: "currency") ?? (match.rule.settings["scale"] == "1000" ? "GBP" : nil)
        guard let unit = match.rule.settings["unit"] ?? currency, let scale = Amount(written: match.rule.settings["scale"] ?? "1") else { return nil }
        var result = ColumnUnit(unit: unit, scale: scale, from: heading.words(match.bytes), source: source, rule: match.rule.id)
        result.per = per(in: heading)?.value
        result.period = period(in: heading)?.value
        return Reading(unit: result, isStated: match.rule.settings["evidence"] != "word")
    }

    /// What a heading states besides a unit, and the rule that read it.
    struct Statement<Value> {
        var value: Value
        var rule: String
    }

    /// The time that a heading states.
    func period(in heading: NormalisedText) -> Statement<Period>? {
        let found = runner.matches(finding: [.period], in: heading).filter { $0.rule.reach.contains(.headings) }
        var best: (match: RuleMatch, period: Period)?
        for match in found {
            guard let period = Extraction.period(match, text: heading.words(match.bytes)) else { continue }
            if best.map({ match.precedes($0.match) }) ?? true { best = (match, period) }
        }
        return best.map { Statement(value: $0.period, rule: $0.match.rule.id) }
    }

    /// The base of a rate that a heading states.
    func per(in heading: NormalisedText) -> Statement<String>? {
        let found = runner.matches(finding: [.rate], in: heading).filter { $0.rule.reach.contains(.headings) }
        return found.min { $0.precedes($1) }.flatMap { match in rate(match).map { Statement(value: $0, rule: match.rule.id) } }
    }
}
