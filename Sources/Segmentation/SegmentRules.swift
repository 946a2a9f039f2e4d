internal import PaperModel
internal import RuleEngine

/// The rules of a book that segments and the data of a paper are found with.
struct SegmentRules: Sendable {
    let book: RuleBook
    /// Where each rule may be used, by id.
    let placements: [String: RulePlacement]

    /// What begins something, or names a line that begins nothing.
    static let heads: Set<RuleKind> = [
        .agendaItem, .question, .reply, .supplementary, .supplementaryReply, .resolution, .recommendation, .section, .label, .person,
        .votes,
    ]
    /// What tells the data of a paper.
    static let facts: Set<RuleKind> = [.documentKind, .organisation, .committee, .meetingDate, .label, .section, .recommendation]
    /// What is said in the course of minutes.
    static let proceedings: Set<RuleKind> = [.resolution, .outcome, .votes]

    /// Reads the placements; throws where a rule can't be used.
    init(_ book: RuleBook) throws(UnusableRule) {
        self.book = book
        var placements: [String: RulePlacement] = [:]
        for rule in book.rules where SegmentRules.heads.union(SegmentRules.facts).union(SegmentRules.proceedings).contains(rule.finds) {
            placements[rule.id] = try RulePlacement(rule)
        }
        self.placements = placements
    }
}
