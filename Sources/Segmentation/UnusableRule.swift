public import RuleEngine

/// A rule that segments can't use as it is written.
public struct UnusableRule: Error, Sendable, CustomStringConvertible {
    /// Id of the rule.
    public let rule: String
    /// Where it stands; nil where it concerns no rule of a file.
    public let mark: SourceMark?
    /// What is wrong, and what to do.
    public let reason: String

    /// `file:line:column: rule "id": reason`.
    public var description: String {
        let place = mark.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
        return "\(place)rule `\(rule)`: \(reason)"
    }
}
