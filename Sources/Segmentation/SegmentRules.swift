internal import PaperModel
internal import RuleEngine

/// The rules of a book that segments and the data of a paper are found with.
struct SegmentRules: Sendable {
    /// Rules whose words begin a passage; they are tried there alone.
    let leading: RuleBook
    /// Rules whose words may stand anywhere in a passage, or at its end.
    let scanning: RuleBook
    /// Where each rule may be used, by id.
    let placements: [String: RulePlacement]

    /// What begins something, or names a line that begins nothing.
    static let heads: Set<RuleKind> = [
        .agendaItem, .question, .reply, .supplementary, .supplementaryReply, .resolution, .recommendation, .section, .label, .person,
        .votes,
    ]
    /// What tells the data of a paper.
    static let facts: Set<RuleKind> = [
        .documentKind, .organisation, .committee, .meetingDate, .label, .section, .recommendation, .question,
    ]
    /// What is said in the course of minutes.
    static let proceedings: Set<RuleKind> = [.resolution, .outcome, .votes]

    /// Reads the placements; throws where a rule can't be used.
    init(_ book: RuleBook) throws(UnusableRule) {
        var placements: [String: RulePlacement] = [:]
        for rule in book.rules where SegmentRules.heads.union(SegmentRules.facts).union(SegmentRules.proceedings).contains(rule.finds) {
            placements[rule.id] = try RulePlacement(rule)
        }
        self.placements = placements
        let isLeading: (Rule) -> Bool = { rule in placements[rule.id].map { $0.position == .start || $0.position == .whole } ?? false }
        leading = book.keeping(isLeading)
        scanning = book.keeping { !isLeading($0) && placements[$0.id] != nil }
    }
}

/// Runs the rules for segments. One for each paper: it owns the memory that matching works in.
struct SegmentRunner {
    let rules: SegmentRules
    let leading: RuleRunner
    let scanning: RuleRunner

    init(_ rules: SegmentRules) {
        self.rules = rules
        leading = RuleRunner(rules.leading)
        scanning = RuleRunner(rules.scanning)
    }
}
