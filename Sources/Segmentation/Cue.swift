internal import PaperModel
internal import RuleEngine

/// What a rule says of a passage.
struct Cue {
    /// Words that a rule picks out, with their place on the page.
    struct Words {
        var text: String
        var range: TextRange
    }

    /// What the rule finds.
    var kind: RuleKind
    /// Id of the rule.
    var rule: String
    /// How sure it is.
    var confidence: Rule.Confidence
    /// What the rule sets.
    var settings: [String: String]
    /// Named words, without white space at their ends.
    var groups: [String: Words]
    /// The words that match, on the page.
    var range: TextRange
    /// Where the rule may be used.
    var placement: RulePlacement

    /// The text of a named group.
    subscript(name: String) -> String? { groups[name]?.text }

    /// What a label is.
    var role: LabelRole?
}
