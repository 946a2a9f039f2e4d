/// Rules that are looked for together, prepared once: one pass over the text finds, for each place, the few of them that may begin there. A
/// class, since it is handed on for every text.
public final class RuleSelection: Sendable {
    let rules: [Rule]
    /// Where a match of any of the rules can begin.
    let starts: MatchStarts
    /// Which of them can.
    let tables: ScanTables

    /// The rules of a book that find one of `kinds` and meet a condition.
    public init(_ book: RuleBook, finding kinds: Set<RuleKind>, where isWanted: (Rule) -> Bool = { _ in true }) {
        var rules: [Rule] = []
        var starts = MatchStarts()
        var tables = ScanTables()
        for rule in book.rules where kinds.contains(rule.finds) && isWanted(rule) {
            rules.append(rule)
            starts.add(rule.starts)
            tables.add(rule)
        }
        self.rules = rules
        self.starts = starts
        self.tables = tables
    }
}
