/// What the rules about the parts of a paper see in a text, wherever the text might stand.
public struct PartExplanation: Sendable {
    /// A match.
    public struct Match: Sendable {
        /// The rule.
        public let rule: Rule
        /// Its words, normalised.
        public let text: String
        /// Its groups, by name.
        public let groups: [(name: String, text: String)]
    }

    /// The matches, by place, then precedence.
    public let matches: [Match]
}

extension RuleBook {
    /// Explains a text by itself: every match of every rule about parts of a paper, as if each `where` allowed it but for the place in the
    /// text (`position`).
    public func partExplanation(of text: String) -> PartExplanation {
        let text = NormalisedText(text)
        let kinds = Set(RuleKind.allCases.filter { !$0.isAboutFigures })
        let found = RuleRunner(self).matches(finding: kinds, in: text).filter { match in
            switch match.rule.conditions["position"]?.first ?? "start" {
            case "start": match.bytes.lowerBound == 0
            case "whole": match.bytes.lowerBound == 0 && match.bytes.upperBound >= text.count
            case "end": match.bytes.upperBound >= text.count
            default: true
            }
        }
        return PartExplanation(
            matches: found.map { match in
                .init(rule: match.rule, text: match.text, groups: match.groups.map { (name: $0.name, text: $0.text) })
            })
    }
}
