internal import PaperModel
internal import RuleEngine

/// Reads what the columns and rows of tables mean from headings, captions and the line above.
struct TableUnits {
    private let runner: RuleRunner
    private let phases: FigurePhases

    init(_ prose: ProseReader) {
        runner = prose.runner
        phases = prose.phases
    }

    /// A unit with what spoke for it.
    struct Reading {
        var unit: ColumnUnit
        /// Whether a unit is printed, or the words are merely about money.
        var isStated: Bool

        /// Whether it is money or staff: what a figure can be.
        var isFigure: Bool { unit.unit != "percent" && unit.unit != "count" && unit.unit != "none" }
    }

    /// The units of a table's columns; `above` is the line before it.
    func columnUnits(_ layout: TableLayout, caption: NormalisedText?, above: NormalisedText?) -> [ColumnUnit?] {
        let own = (0..<layout.table.columns).map { ownUnit(layout, column: $0) }
        let signed = (0..<layout.table.columns).map { signedUnit(layout, column: $0) }
        let whole = wholeUnit(layout, own: own, titles: [caption].compactMap { $0 } + layout.titles + [above].compactMap { $0 })
        let hasMoney = whole != nil || signed.contains { $0 != nil }
        return (0..<layout.table.columns).map { column in
            var result: ColumnUnit?
            if let reading = own[column], reading.isStated {
                result = reading.unit.unit == "none" ? nil : reading.unit
            } else if !layout.isNumeric(column: column) {
                return nil
            } else {
                result = signed[column] ?? whole ?? (hasMoney ? own[column]?.unit : nil)
            }
            let headings = layout.columnHeadings(column)
            result?.period =
                (headings.reversed().lazy.compactMap { self.period(in: $0) }.first ?? caption.flatMap { self.period(in: $0) })?.value
            if result?.per == nil { result?.per = headings.reversed().lazy.compactMap { self.per(in: $0) }.first?.value }
            return result
        }
    }

    /// The unit of a column whose numbers carry a sign of currency themselves: at its head and foot, as accounts print it, or in most
    /// cells.
    private func signedUnit(_ layout: TableLayout, column: Int) -> ColumnUnit? {
        let numbers = layout.numbers(column: column)
        let signed = numbers.filter(TableLayout.hasSign)
        guard let first = numbers.first, let last = numbers.last, TableLayout.hasSign(first),
            TableLayout.hasSign(last) || signed.count * 2 > numbers.count,
            let match = runner.matches(of: phases.money, in: first).first(where: {
                $0.group("currency") != nil && $0.group("magnitude") == nil
            }),
            let currency = match.value(of: "currency"), let sign = match["currency"]
        else { return nil }
        return ColumnUnit(unit: currency, scale: Amount(1), from: sign, source: .columnHeading, rule: match.rule.id)
    }

    /// What a column's own headings say, the lowest first; a printed unit goes before a word.
    private func ownUnit(_ layout: TableLayout, column: Int) -> Reading? {
        let readings = layout.columnHeadings(column).reversed().compactMap { reading(of: $0, source: .columnHeading) }
        return readings.first { $0.isStated && $0.isFigure } ?? readings.first { $0.isStated } ?? readings.first
    }

    /// The unit of the whole table: from its titles or the line above, the heading of a column without numbers, or, where all columns that
    /// state one agree, from them.
    private func wholeUnit(_ layout: TableLayout, own: [Reading?], titles: [NormalisedText]) -> ColumnUnit? {
        for title in titles {
            if let reading = reading(of: title, source: .caption), reading.isStated, reading.isFigure { return reading.unit }
        }
        for (column, reading) in own.enumerated() where !layout.isNumeric(column: column) {
            if var unit = reading?.unit, reading?.isStated == true, reading?.isFigure == true {
                unit.source = .caption
                return unit
            }
        }
        let stated = own.compactMap { $0 }.filter {
            $0.isStated && $0.isFigure && $0.unit.unit != "FTE" && $0.unit.unit != "posts" && $0.unit.unit != "people"
        }
        guard var unit = stated.first?.unit, stated.allSatisfy({ $0.unit.unit == unit.unit && $0.unit.scale == unit.scale }) else {
            return nil
        }
        unit.source = .caption
        unit.period = nil
        unit.per = nil
        return unit
    }

    /// What one heading says; nil where it says nothing of a unit.
    func reading(of heading: NormalisedText, source: ColumnUnit.Source) -> Reading? {
        let found = runner.matches(of: phases.units, in: heading)
        guard let match = found.max(by: { ($0.rule.priority, $0.bytes.lowerBound) < ($1.rule.priority, $1.bytes.lowerBound) }) else {
            return nil
        }
        let currency = match.value(of: "currency") ?? (match.rule.settings["scale"] == "1000" ? "GBP" : nil)
        guard let unit = match.rule.settings["unit"] ?? currency, let scale = Amount(written: match.rule.settings["scale"] ?? "1") else {
            return nil
        }
        var result = ColumnUnit(unit: unit, scale: scale, from: heading.words(match.bytes), source: source, rule: match.rule.id)
        result.per = per(in: heading)?.value
        result.period = period(in: heading)?.value
        return Reading(unit: result, isStated: match.rule.settings["evidence"] != "word")
    }

    /// What a heading states besides a unit, and the rules that read it.
    struct Statement<Value> {
        var value: Value
        var rules: [String]
    }

    /// The time that a heading states; nil where it states several.
    func period(in heading: NormalisedText) -> Statement<Period>? {
        let found = runner.matches(of: phases.periods, in: heading).filter { $0.rule.reach.contains(.headings) }
        let dated = found.compactMap { match in
            Extraction.period(match, text: heading.words(match.bytes)).map { (match: match, period: $0) }
        }
        let winners = runner.resolve(dated.map(\.match)).winners
        guard let first = winners.first, winners.count == 1 else { return nil }
        return dated.first { $0.match.rule === first.rule && $0.match.bytes == first.bytes }.map {
            Statement(value: $0.period, rules: [first.rule.id])
        }
    }

    /// The time that the sentences which introduce a table state: those that speak of a table, of what follows, or end in a colon.
    func period(inIntroduction text: NormalisedText, abbreviations: Lexicon?) -> Statement<Period>? {
        for sentence in Sentences(text, abbreviations: abbreviations).ranges.reversed() {
            let lead = runner.matches(of: phases.scopes, in: text, within: sentence).first { $0.rule.reach.contains(.introduction) }
            guard let lead else { continue }
            for match in runner.matches(of: phases.periods, in: text, within: sentence) where match.rule.reach.contains(.introduction) {
                if let period = Extraction.period(match, text: text.words(match.bytes)) {
                    return Statement(value: period, rules: [lead.rule.id, match.rule.id])
                }
            }
        }
        return nil
    }

    /// The base of a rate that a heading states.
    func per(in heading: NormalisedText) -> Statement<String>? {
        let found = runner.matches(of: phases.rates, in: heading).filter { $0.rule.reach.contains(.headings) }
        return found.min { $0.precedes($1) }.flatMap { match in rate(match).map { Statement(value: $0, rules: [match.rule.id]) } }
    }
}
