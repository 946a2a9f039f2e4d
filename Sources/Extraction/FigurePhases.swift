internal import RuleEngine

/// The rules about figures by the phase that they run in, each phase prepared once.
final class FigurePhases: Sendable {
    /// Amounts in running text.
    let amounts: RuleSelection
    /// Characters that look like an amount and are none.
    let labels: RuleSelection
    /// Numbers that fill a cell.
    let cells: RuleSelection
    /// Amounts of money, wherever they stand.
    let money: RuleSelection
    /// Words that touch a figure from before.
    let before: RuleSelection
    /// Words that touch a figure from behind.
    let after: RuleSelection
    let rates: RuleSelection
    let periods: RuleSelection
    /// Dates that tell of an act, and of no time that money is for.
    let acts: RuleSelection
    /// Times that a heading tells only beside a year: "April", "Last year".
    let relativeTimes: RuleSelection
    /// What money or staff is said to be, in sentences.
    let senses: RuleSelection
    /// The same in the labels and titles of tables.
    let labelSenses: RuleSelection
    let scopes: RuleSelection
    /// What the numbers of a column or row mean.
    let units: RuleSelection
    /// Kinds of thing that a note gives a unit of their own.
    let exceptions: RuleSelection
    /// What makes a table without a printed currency one about money.
    let context: RuleSelection
    /// All words that say something of a figure which they need not touch.
    let cues: RuleSelection

    init(_ book: RuleBook) {
        amounts = RuleSelection(book, finding: [.money, .fte, .headcount]) { $0.conditions["block"] == nil }
        labels = RuleSelection(book, finding: [.notFigure])
        cells = RuleSelection(book, finding: [.money, .fte, .headcount]) { $0.conditions["block"] == ["tableCell"] }
        money = RuleSelection(book, finding: [.money])
        before = RuleSelection(book, finding: [.approximation, .bound]) { $0.attaches != .after && $0.reach.contains(.adjacent) }
        after = RuleSelection(book, finding: [.approximation, .bound, .rate]) { $0.attaches != .before && $0.reach.contains(.adjacent) }
        rates = RuleSelection(book, finding: [.rate])
        let span = { (rule: Rule) in rule.settings["span"] ?? "" }
        periods = RuleSelection(book, finding: [.period]) { span($0) != "act" && RelativeTime(rawValue: span($0)) == nil }
        acts = RuleSelection(book, finding: [.period]) { span($0) == "act" }
        relativeTimes = RuleSelection(book, finding: [.period]) { RelativeTime(rawValue: span($0)) != nil }
        senses = RuleSelection(book, finding: [.sense, .basis, .comparison]) { $0.reach.contains(.clause) }
        labelSenses = RuleSelection(book, finding: [.sense, .basis, .comparison]) { $0.reach.contains(.headings) }
        scopes = RuleSelection(book, finding: [.scope])
        let evidence = { (rule: Rule) in UnitEvidence(rawValue: rule.settings["evidence"] ?? "stated") }
        units = RuleSelection(book, finding: [.unit]) { evidence($0).map(UnitEvidence.ofHeadings.contains) ?? false }
        exceptions = RuleSelection(book, finding: [.unit]) { evidence($0) == .exception }
        context = RuleSelection(book, finding: [.unit]) { evidence($0) == nil }
        cues = RuleSelection(book, finding: [.rate, .period, .sense, .basis, .comparison, .scope]) { $0.reach != [.adjacent] }
    }
}
