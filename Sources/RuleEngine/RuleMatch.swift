public import PaperModel

/// Words that a rule matches.
public struct RuleMatch: Sendable {
    /// A named group that took part.
    public struct Group: Sendable {
        /// Its name.
        public let name: String
        /// Its bytes of the normalised text.
        public let bytes: Range<Int>
        let source: NormalisedText

        /// Its scalars of the original text.
        public var range: TextRange { source.source(of: bytes) }
        /// Its normalised words.
        public var text: String { source.words(bytes) }
    }

    /// The rule.
    public let rule: Rule
    /// Bytes of the normalised text.
    public let bytes: Range<Int>
    /// Groups that took part.
    public let groups: [Group]
    let source: NormalisedText

    /// Scalars of the original text.
    public var range: TextRange { source.source(of: bytes) }
    /// The normalised words.
    public var text: String { source.words(bytes) }

    /// The group of a name; nil where it took no part.
    public func group(_ name: String) -> Group? { groups.first { $0.name == name } }

    /// The normalised words of a group; nil where it took no part.
    public subscript(name: String) -> String? { group(name)?.text }

    /// The value of a group's words in the lexicon that it holds; nil where it took no part or holds none.
    public func value(of name: String) -> String? {
        group(name).flatMap { group in rule.lexicons[name]?.lazy.compactMap { $0[group.text] }.first }
    }

    /// The same match without some groups, cut off at a byte.
    public func without(_ names: Set<String>, upTo end: Int) -> RuleMatch {
        RuleMatch(
            rule: rule, bytes: bytes.lowerBound..<max(bytes.lowerBound, end), groups: groups.filter { !names.contains($0.name) },
            source: source)
    }

    /// What the rule sets, or the value of the group of that name.
    public func setting(_ name: String) -> String? { value(of: name) ?? rule.settings[name] }

    /// The order of a text: by place, then of precedence.
    public static func isInOrder(_ left: RuleMatch, _ right: RuleMatch) -> Bool {
        left.bytes.lowerBound != right.bytes.lowerBound ? left.bytes.lowerBound < right.bytes.lowerBound : left.precedes(right)
    }

    /// Whether this match goes before another where both claim the same words: by priority, then longest, then leftmost, then id.
    public func precedes(_ other: RuleMatch) -> Bool {
        (other.rule.priority, other.bytes.count, bytes.lowerBound, rule.id) < (
            rule.priority, bytes.count, other.bytes.lowerBound, other.rule.id
        )
    }

    /// What decides between two matches that claim the same words.
    public enum Precedence: Sendable, Equatable {
        /// The higher priority.
        case priority
        /// The longer match.
        case length
        /// The match further left.
        case place
        /// Nothing but the ids.
        case id
    }

    /// What puts this match before another.
    public func precedence(over other: RuleMatch) -> Precedence {
        if rule.priority != other.rule.priority { return .priority }
        if bytes.count != other.bytes.count { return .length }
        return bytes.lowerBound != other.bytes.lowerBound ? .place : .id
    }
}
