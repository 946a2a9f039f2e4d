internal import PaperModel
internal import RuleEngine

/// Where a rule may be used: its `where` read into what segments know.
struct RulePlacement: Sendable {
    /// Which part of a passage a match takes.
    enum Position: String {
        case start, end, whole, anywhere
    }

    let position: Position
    private let blocks: Set<String>
    private let styles: Set<String>
    private let papers: Set<String>
    private let media: Set<String>
    private let isFirstPageOnly: Bool
    private let inside: Set<String>
    private let notInside: Set<String>

    /// Conditions that segments know. A rule with another one could not mean what it says.
    private static let known: Set = ["position", "block", "style", "paper", "media", "page", "inside", "notInside"]
    /// Styles that passages know.
    private static let knownStyles: Set = ["bold", "plain"]

    /// Reads a rule's conditions; throws where segments can't hold them.
    init(_ rule: Rule) throws(UnusableRule) {
        let conditions = rule.conditions
        for key in conditions.keys.sorted() where !RulePlacement.known.contains(key) {
            throw UnusableRule(rule: rule.id, mark: rule.mark, reason: "rules for segments know no condition `\(key)`; take it out")
        }
        func words(_ key: String) -> Set<String> { Set(conditions[key] ?? []) }
        styles = words("style")
        for style in styles.sorted() where !RulePlacement.knownStyles.contains(style) {
            throw UnusableRule(rule: rule.id, mark: rule.mark, reason: "rules for segments know the styles bold and plain, not `\(style)`")
        }
        position = conditions["position"]?.first.flatMap(Position.init(rawValue:)) ?? .start
        blocks = words("block")
        papers = words("paper")
        media = words("media")
        isFirstPageOnly = words("page") == ["first"]
        inside = words("inside")
        notInside = words("notInside")
    }

    /// Whether the rule may be used in a paper of this kind and format.
    func allows(paper kind: Paper.Kind?, media: Paper.MediaType) -> Bool {
        (papers.isEmpty || kind.map { papers.contains($0.rawValue) } ?? false)
            && (self.media.isEmpty || self.media.contains(media == .pdf ? "pdf" : "html"))
    }

    /// Whether the rule may be used on a passage.
    func allows(_ passage: Passage, lastOfFirst: Int) -> Bool {
        guard passage.form != .furniture || blocks.contains("furniture") else { return false }
        guard blocks.isEmpty || blocks.contains(passage.form.ruleName) else { return false }
        if styles.contains("bold"), position != .anywhere, !passage.isSetOff { return false }
        if styles.contains("plain"), passage.isSetOff { return false }
        return !isFirstPageOnly || passage.page <= lastOfFirst
    }

    /// Whether the words that a match takes, and not the whole passage, must be bold.
    var needsBoldWords: Bool { position == .anywhere && styles.contains("bold") }

    /// Whether the rule may be used where segments of these kinds are open.
    func allows(open kinds: Set<Segment.Kind>) -> Bool {
        guard !inside.isEmpty || !notInside.isEmpty else { return true }
        let names = Set(kinds.map(\.rawValue))
        return (inside.isEmpty || !inside.isDisjoint(with: names)) && notInside.isDisjoint(with: names)
    }

    /// Whether a match of the words `from` up to `end` stands where the rule wants it; `count` is the length of the passage's words.
    func takes(_ match: Range<Int>, of count: Int) -> Bool {
        switch position {
        case .start: match.lowerBound == 0
        case .whole: match.lowerBound == 0 && match.upperBound >= count
        case .end: match.upperBound >= count
        case .anywhere: true
        }
    }
}

extension Passage.Form {
    /// The word for it in rule files.
    var ruleName: String {
        switch self {
        case .heading: "heading"
        case .paragraph: "paragraph"
        case .listItem: "listItem"
        case .row, .table: "tableCell"
        case .caption: "caption"
        case .footnote: "footnote"
        case .furniture: "furniture"
        }
    }
}
