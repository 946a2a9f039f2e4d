/// A place as a trace judges it.
public struct Mention: Sendable {
    /// How it stands to the claim.
    public enum Relation: String, Sendable, CaseIterable {
        /// The same amount of the same thing.
        case states
        /// The same, rounded by the claim or by the paper.
        case roundsTo
        /// Another amount of the same thing.
        case differs
    }

    /// The place.
    public var place: Place
    /// How it stands to the claim.
    public var relation: Relation
    /// How its digits stand to the claim's; nil where they have nothing to do with each other.
    public var closeness: Closeness?
    /// Share of the claim's words that stand near it, 0 to 1, rare words weighing more.
    public var words: Double
    /// Words of the claim that stand near it, in the order of the claim.
    public var deciding: [String]
    /// Words and digits together, 0 to 1.
    public var score: Double
    /// Id of the place that it repeats word for word; nil for the first of them.
    public var twinOf: String?

    /// Best first; equals by meeting and then by id.
    static func isBefore(_ left: Mention, _ right: Mention) -> Bool {
        if left.score != right.score { return left.score > right.score }
        return (left.place.paper.document, left.place.page, left.place.id) < (right.place.paper.document, right.place.page, right.place.id)
    }
}

extension Sequence<Mention> {
    /// The mentions, best first. A mention is large: numbers are sorted, and each mention is moved once.
    func bestFirst() -> [Mention] {
        let mentions = Array(self)
        return mentions.indices.sorted { Mention.isBefore(mentions[$0], mentions[$1]) }.map { mentions[$0] }
    }
}
