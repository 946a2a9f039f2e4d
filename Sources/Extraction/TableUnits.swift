internal import PaperModel
internal import RuleEngine

/// Reads what the columns and rows of tables mean from headings, captions and the line above.
///
/// A unit holds for the columns that its heading spans. It reaches others only where the whole table has it (caption, line above), or where
/// a column has evidence of its own beside columns of money. What the numbers look like can take a unit away, never give one by itself.
struct TableUnits {
    let runner: RuleRunner
    let phases: FigurePhases
    /// What headings say, which every cell below and beside them asks anew.
    let readings = Memo<[HeadingReading]>()
    private let periods = Memo<Statement<Period>?>()
    private let rates = Memo<Statement<String>?>()
    /// What headings tell of time beside a year.
    let relatives = Memo<RelativeStatement?>()

    init(_ prose: ProseReader) {
        runner = prose.runner
        phases = prose.phases
    }

    /// The columns of a table with their units; `above` is the line before it.
    func columns(_ layout: TableLayout, caption: NormalisedText?, above: NormalisedText?) -> [Column] {
        let titles = [caption].compactMap { $0 } + layout.titles + [above].compactMap { $0 }
        var columns = (0..<layout.table.columns).map { column($0, of: layout) }
        let whole = wholeUnit(columns, titles: titles)
        let exceptions = titles.flatMap { self.exceptions(in: $0) }
        let others = ColumnNeighbours(columns, spokenFor: columns.map { self.isSpokenFor($0) })
        for index in columns.indices {
            columns[index].unit = ownUnit(columns[index], whole: whole, others: others.beside(index), exceptions: exceptions)
        }
        let sections = SectionUnits(self, in: layout)
        for index in columns.indices where columns[index].isNumeric && columns[index].unit == nil {
            columns[index].unit = layout.firstNumber(column: index).flatMap { sections.leading(column: index, before: $0) }
        }
        var sums = RowSums(layout)
        sums.give(to: &columns)
        giveToNeighbours(&columns)
        return columns
    }

    /// The units of columns with the time and the rate that their headings or the caption state.
    func units(_ columns: [Column], caption: NormalisedText?) -> [ColumnUnit?] {
        columns.map { column in
            var result = column.unit
            result?.period =
                period(ofColumn: column.headings, row: nil, title: caption.flatMap { self.period(in: $0) }, isSure: true)?.value
            if result?.per == nil { result?.per = column.headings.reversed().lazy.compactMap { self.per(in: $0) }.first?.value }
            return result
        }
    }

    /// A column with what is known of it.
    struct Column {
        var headings: [NormalisedText]
        /// What they say, the lowest first.
        var readings: [HeadingReading]
        var isNumeric: Bool
        var shape: ColumnShape
        /// Its first numbers.
        var example: String
        /// The unit that its numbers carry themselves.
        var signed: ColumnUnit?
        /// What was decided.
        var unit: ColumnUnit?

        /// Why the lowest heading that says what the numbers are says that they are no amounts.
        var refusal: HeadingReading? { readings.first { $0.isStated }.flatMap { $0.refusal == nil ? nil : $0 } }
        /// Whether nothing is printed over it, or nothing that has words of its own.
        var isUnheaded: Bool { headings.allSatisfy { $0.count == 0 } }
        func first(_ evidence: UnitEvidence) -> HeadingReading? { readings.first { $0.evidence == evidence } }
    }

    private func column(_ index: Int, of layout: TableLayout) -> Column {
        let headings = layout.columnHeadings(index)
        let numbers = layout.numbers(column: index)
        return Column(
            headings: headings, readings: headings.reversed().flatMap { self.readings(of: $0, source: .columnHeading) },
            isNumeric: layout.isNumeric(column: index), shape: ColumnShape(numbers.compactMap(NumberShape.init)),
            example: numbers.prefix(3).map { $0.words(0..<$0.count) }.joined(separator: ", "),
            signed: signedUnit(numbers))
    }

    /// The unit of a column whose numbers carry a sign of currency themselves: at its head or foot, as accounts and lists print it, where
    /// the others are of its kind, or in most cells.
    private func signedUnit(_ numbers: [NormalisedText]) -> ColumnUnit? {
        let signed = numbers.filter(TableLayout.hasSign)
        guard let first = numbers.first, let last = numbers.last, let example = signed.first,
            TableLayout.hasSign(first) || TableLayout.hasSign(last),
            TableLayout.hasSign(first) && TableLayout.hasSign(last) || signed.count * 2 > numbers.count || areAlike(numbers),
            let match = runner.matches(of: phases.money, in: example).first(where: {
                $0.group("currency") != nil && $0.group("magnitude") == nil
            }),
            let currency = match.value(of: "currency"), let sign = match["currency"]
        else { return nil }
        return ColumnUnit(unit: currency, scale: Amount(1), from: sign, source: .columnHeading, rule: match.rule.id)
    }

    /// Whether all numbers are written with as many decimals, and none as a share or a day.
    private func areAlike(_ numbers: [NormalisedText]) -> Bool {
        let shapes = numbers.compactMap(NumberShape.init)
        guard let first = shapes.first else { return false }
        return shapes.allSatisfy {
            $0.decimals == first.decimals && !$0.hasPercent && !$0.isDateLike && !$0.hasLetters && !$0.leadsWithNought
        }
    }

    /// What a column is by its own headings and numbers, and by what holds for the whole table.
    private func ownUnit(_ column: Column, whole: ColumnUnit?, others: ColumnNeighbours.Others, exceptions: [String]) -> ColumnUnit? {
        // A percentage or a name is nearer to the numbers than the group of columns that it stands in.
        if let lowest = column.readings.first(where: \.isStated) {
            if lowest.refusal != nil { return column.isNumeric ? refused(lowest.unit, lowest.refusal) : nil }
            if lowest.unit.unit == "percent" { return lowest.unit }
        }
        let scale = column.first(.scale)
        if var stated = column.readings.first(where: { $0.statesFigure })?.unit {
            if stated.scale == Amount(1), stated.isMoney, let scale { stated.scale = scale.unit.scale }
            return stated
        }
        guard column.isNumeric else { return column.first(.stated)?.unit }
        if var signed = column.signed {
            if let scale { (signed.scale, signed.rule) = (scale.unit.scale, scale.unit.rule) }
            return signed
        }
        if let why = column.shape.refusal(besideMarked: others.areMarked) { return refused(heading(column), why) }
        let isSpokenFor = isSpokenFor(column)
        // "1204" under a heading that is no word about money, beside "1,204": a code or a count.
        if others.areGrouped, !isSpokenFor, column.shape.lacksCommas { return refused(heading(column), .identifier) }
        if let count = column.first(.stated) { return count.unit }
        if column.headings.contains(where: { TableUnits.speaks($0, of: exceptions) }) { return nil }
        if others.areMoney, column.first(.counted) != nil, !isSpokenFor, whole?.isMoney ?? true { return nil }
        if var whole {
            if whole.isMoney, let scale { whole.scale = scale.unit.scale }
            if whole.isMoney || column.first(.weak) == nil { return whole }
        }
        if let weak = column.first(.weak) { return weak.unit }
        if let scale, column.first(.word) == nil { return refused(scale.unit, .scaleAlone) }
        return nil
    }

    /// Whether a heading names one of some kinds of thing: "homes" in "Homes at year end".
    static func speaks(_ heading: NormalisedText, of kinds: [String]) -> Bool {
        guard !kinds.isEmpty else { return false }
        let words = heading.words(0..<heading.count).lowercased().split { !$0.isLetter }
        return words.contains { word in kinds.contains { $0 == word } }
    }

    private func refused(_ unit: ColumnUnit, _ why: ColumnUnit.Refusal?) -> ColumnUnit {
        var unit = unit
        unit.unit = "none"
        unit.scale = Amount(1)
        unit.per = nil
        unit.refused = why
        return unit
    }

    /// The lowest heading of a column, or its first numbers where it has none, as a unit that is yet to be refused.
    private func heading(_ column: Column) -> ColumnUnit {
        let from = column.headings.last.map { $0.words(0..<$0.count) } ?? column.example
        return ColumnUnit(unit: "none", scale: Amount(1), from: from, source: .columnHeading, rule: "column.shape")
    }

    /// The unit of the whole table: from its titles or the line above, or the heading of a column without numbers.
    private func wholeUnit(_ columns: [Column], titles: [NormalisedText]) -> ColumnUnit? {
        for title in titles {
            if let reading = reading(of: title, source: .caption), reading.statesFigure { return reading.unit }
        }
        for column in columns where !column.isNumeric {
            if var unit = column.readings.first(where: { $0.statesFigure })?.unit {
                unit.source = .caption
                return unit
            }
        }
        return nil
    }

    /// Gives the unit that all columns of money share to columns beside them that have evidence of their own: a word about money or a time in
    /// their heading, or sums, and numbers of that kind.
    private func giveToNeighbours(_ columns: inout [Column]) {
        let money = columns.filter { $0.isNumeric && $0.unit?.isMoney ?? false }
        guard let first = money.first, var unit = first.unit,
            money.allSatisfy({ $0.unit?.unit == unit.unit && $0.unit?.scale == unit.scale })
        else { return }
        unit.source = .caption
        unit.per = nil
        // Where money has its sign in each cell, numbers without one and without a heading are homes or square metres.
        let areSigned = money.contains(where: \.shape.isSigned)
        for index in columns.indices where columns[index].unit == nil && columns[index].isNumeric {
            let column = columns[index]
            if column.headings.isEmpty ? !areSigned : isSpokenFor(column), money.contains(where: { column.shape.isAlike($0.shape) }) {
                columns[index].unit = unit
                if let scale = column.first(.scale) { columns[index].unit?.scale = scale.unit.scale }
                if let because = column.first(.word) ?? column.first(.neutral) { columns[index].unit?.rule = because.unit.rule }
            } else if !column.isUnheaded {
                columns[index].unit = refused(heading(column), .noEvidence)
            }
        }
    }

    /// What a heading states besides a unit, and the rules that read it.
    struct Statement<Value> {
        var value: Value
        var rules: [String]
    }

    /// The time that a heading states; nil where it states several.
    func period(in heading: NormalisedText) -> Statement<Period>? { periods.value(for: heading) { readPeriod(in: heading) } }

    private func readPeriod(in heading: NormalisedText) -> Statement<Period>? {
        let found = runner.matches(of: phases.periods, in: heading).filter {
            $0.rule.reach.contains(.headings) && !isPriceBase($0.bytes, in: heading)
        }
        if found.isEmpty { return nil }
        let acts = runner.matches(of: phases.acts, in: heading).map(\.bytes)
        let dated = found.compactMap { match -> (match: RuleMatch, period: Period)? in
            if acts.contains(where: { $0.lowerBound <= match.bytes.lowerBound && $0.upperBound >= match.bytes.upperBound }) { return nil }
            return Extraction.period(match, text: heading.words(match.bytes)).map { (match: match, period: $0) }
        }
        let winners = runner.resolve(dated.map(\.match)).winners
        guard let first = winners.first, winners.count == 1 else { return nil }
        return dated.first { $0.match.rule === first.rule && $0.match.bytes == first.bytes }.map {
            Statement(value: $0.period, rules: [first.rule.id])
        }
    }

    /// Whether a year says in whose prices the amounts are, and not when they fall: "Constant 2010/11 dollars", "at 2012/13 prices".
    private func isPriceBase(_ bytes: Range<Int>, in heading: NormalisedText) -> Bool {
        let rest = heading.words(bytes.upperBound..<min(heading.count, bytes.upperBound + TableUnits.baseReach)).lowercased()
        guard let next = rest.split(whereSeparator: { !$0.isLetter }).first.map(String.init) else { return false }
        if ["prices", "price"].contains(next) { return true }
        let before = heading.words(max(0, bytes.lowerBound - TableUnits.baseReach)..<bytes.lowerBound).lowercased()
        return ["dollars", "pounds", "terms", "values"].contains(next) && (before.contains("constant") || before.contains("real"))
    }

    /// How far from a year the words stand that make it a base of prices, bytes.
    private static let baseReach = 12

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
    func per(in heading: NormalisedText) -> Statement<String>? { rates.value(for: heading) { readRate(in: heading) } }

    /// The base of a rate that a row's label states in so many words: "Main hall, per hour".
    func per(inRow label: NormalisedText) -> Statement<String>? {
        guard label.count <= TableUnits.longestRate else { return nil }
        // "Sunday/week" and "hire of a bus" are no rates.
        let found = runner.matches(of: phases.rates, in: label).filter {
            $0.rule.reach.contains(.adjacent) && $0.rule.reach.contains(.headings) && label.words($0.bytes).lowercased().contains("per ")
        }
        return found.min { $0.precedes($1) }.flatMap { match in rate(match).map { Statement(value: $0, rules: [match.rule.id]) } }
    }

    /// Longest label that states a rate, bytes; a longer one tells of several things.
    private static let longestRate = 80

    private func readRate(in heading: NormalisedText) -> Statement<String>? {
        let found = runner.matches(of: phases.rates, in: heading).filter { $0.rule.reach.contains(.headings) }
        return found.min { $0.precedes($1) }.flatMap { match in rate(match).map { Statement(value: $0, rules: [match.rule.id]) } }
    }
}
