/// What a trace of a claim found.
public struct Trace: Sendable {
    /// What the papers say of the claim.
    public enum Verdict: String, Sendable, CaseIterable {
        /// They state its amount of its subject.
        case supported
        /// They state other amounts of its subject.
        case differs
        /// They don't speak of it.
        case notFound
    }

    /// The claim.
    public var claim: Claim
    /// What it is about, its words weighed by the folder.
    public var subject: Subject
    /// What the papers say of it.
    public var verdict: Verdict
    /// Why, in a sentence.
    public var why: String
    /// Places that state the amount, best first; twins behind their first.
    public var mentions: [Mention]
    /// Places that state other amounts of the same thing, best first.
    public var series: [Mention]
    /// Amounts that are ten or a thousand times the claim's and stand by its words: a warning.
    public var slips: [Mention]
    /// Amounts within half a per cent by the same words.
    public var near: [Mention]
    /// Places whose amount matches and that speak of something else: counted, never mixed in.
    public var alone: [Mention]
    /// How many more of those were not read.
    public var unread = 0

    /// Number of places whose amount matches and that speak of something else.
    public var byNumberAlone: Int { alone.count + unread }
    /// Whether places may be missing, since too many match.
    public var isCut = false

    /// The mentions in the order of a timeline: meetings by date, those without one last, then by role, score and id.
    public var timeline: [Mention] { Trace.timeline(mentions.filter { $0.twinOf == nil }) }

    /// Mentions in the order of a timeline.
    public static func timeline(_ mentions: [Mention]) -> [Mention] {
        mentions.sorted { left, right in
            let dates = (left.place.paper.date ?? "9999", right.place.paper.date ?? "9999")
            if dates.0 != dates.1 { return dates.0 < dates.1 }
            if left.place.role != right.place.role { return left.place.role < right.place.role }
            return Mention.isBefore(left, right)
        }
    }
}
