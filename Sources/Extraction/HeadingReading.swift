internal import PaperModel
internal import RuleEngine

/// How a heading speaks for a unit. The names are those of `evidence` in table-units.yaml, where each is explained.
enum UnitEvidence: String {
    case stated, weak, scale, word, neutral, counted, exception

    /// The kinds that a heading alone is read for, by the strength of what they say.
    static let ofHeadings: Set<UnitEvidence> = [.stated, .weak, .scale, .word, .neutral, .counted]
}

/// What a heading, caption or line says of the numbers under it.
struct HeadingReading {
    var unit: ColumnUnit
    var evidence: UnitEvidence

    /// Whether a unit is printed, or what else the numbers are.
    var isStated: Bool { evidence == .stated }
    /// Whether it is money or staff: what a figure can be.
    var isFigure: Bool { !["percent", "count", "none", "date"].contains(unit.unit) }
    /// Whether it states a unit of money or staff.
    var statesFigure: Bool { isStated && isFigure }
    /// Whether it says that the numbers name something or tell a day.
    var refusal: ColumnUnit.Refusal? { unit.unit == "none" ? .identifier : unit.unit == "date" ? .date : nil }
}

extension TableUnits {
    /// The country's currency: what is meant where words speak of money and nothing printed says which.
    static let homeCurrency = "GBP"

    /// What one heading says first of all; nil where it says nothing of a unit.
    func reading(of heading: NormalisedText, source: ColumnUnit.Source) -> HeadingReading? {
        readings(of: heading, source: source).first
    }

    /// All that one heading says, one of each kind of evidence, by the priority of the rules.
    func readings(of heading: NormalisedText, source: ColumnUnit.Source) -> [HeadingReading] {
        var found = readings.value(for: heading) { read(heading, source: source) }
        for index in found.indices { found[index].unit.source = source }
        return found
    }

    private func read(_ heading: NormalisedText, source: ColumnUnit.Source) -> [HeadingReading] {
        var found = runner.matches(of: phases.units, in: heading)
        guard !found.isEmpty else { return [] }
        found.sort { ($1.rule.priority, $1.bytes.lowerBound) < ($0.rule.priority, $0.bytes.lowerBound) }
        // "Headcount (HC) and Full Time Equivalent (FTE)": two units of equal strength are none.
        if let first = found.first, let unit = first.rule.settings["unit"],
            found.contains(where: { $0.rule.priority == first.rule.priority && $0.rule.settings["unit"] ?? unit != unit })
        {
            found.removeAll { $0.rule.priority == first.rule.priority }
        }
        let (per, period) = (per(in: heading)?.value, period(in: heading)?.value)
        var seen: Set<UnitEvidence> = []
        return found.compactMap { match in
            guard let evidence = UnitEvidence(rawValue: match.rule.settings["evidence"] ?? "stated"), seen.insert(evidence).inserted,
                let scale = Amount(written: match.rule.settings["scale"] ?? "1")
            else { return nil }
            let name = match.rule.settings["unit"] ?? match.value(of: "currency") ?? TableUnits.homeCurrency
            var unit = ColumnUnit(unit: name, scale: scale, from: heading.words(match.bytes), source: source, rule: match.rule.id)
            unit.per = per
            unit.period = period
            return HeadingReading(unit: unit, evidence: evidence)
        }
    }

    /// Whether the headings of a row say that its numbers are shares, or count something that is no staff.
    func countsOther(_ rowHeadings: [NormalisedText]) -> Bool {
        rowHeadings.contains { reading(of: $0, source: .rowHeading).map { $0.isStated && !$0.isFigure } ?? false }
    }

    /// Whether a heading holds nothing but a time ("2024/25", "March 2025", "2024").
    func isPeriodOnly(_ heading: NormalisedText) -> Bool {
        if TableLayout.isYear(heading) { return true }
        var covered: [Range<Int>] = []
        for match in runner.matches(of: phases.periods, in: heading) where match.rule.reach.contains(.headings) {
            covered.append(match.bytes)
        }
        guard !covered.isEmpty else { return false }
        return (0..<heading.count).allSatisfy { place in
            covered.contains { $0.contains(place) } || !(heading[place] | 0x20 >= 0x61 && heading[place] | 0x20 <= 0x7a)
        }
    }

    /// The kinds of thing that a note gives a unit of their own: "homes" in "£ in thousands; homes in units".
    func exceptions(in note: NormalisedText) -> [String] {
        runner.matches(of: phases.exceptions, in: note).compactMap { $0["kind"]?.lowercased() }
    }
}
