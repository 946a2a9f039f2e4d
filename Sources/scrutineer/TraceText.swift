internal import RecordIndex
internal import Tracing

/// A trace as a person reads it.
struct TraceText {
    let trace: Trace
    let index: RecordIndex
    let reading: ClaimReading
    let cursor: Int
    let since: Int

    init(_ trace: Trace, index: RecordIndex, reading: ClaimReading, cursor: Int, since: Int) {
        self.trace = trace
        self.index = index
        self.reading = reading
        self.cursor = cursor
        self.since = since
    }

    /// Places of the series that are shown.
    private static let longestSeries = 15
    /// Places of the timeline that are shown.
    private static let longestTimeline = 40

    var text: String {
        var lines = [TerminalText.plain(trace.claim.text), "", "\(headline): \(trace.why)."]
        let timeline = trace.timeline.filter(isNew)
        if !timeline.isEmpty {
            lines += ["", "Where it stands, by the day of the meeting:"]
            for mention in timeline.prefix(TraceText.longestTimeline) { lines += place(mention) }
            if timeline.count > TraceText.longestTimeline {
                lines.append("  and \(timeline.count - TraceText.longestTimeline) more: --format json has them all")
            }
        }
        let series = trace.series.filter { $0.twinOf == nil && isNew($0) }
        if !series.isEmpty {
            lines += ["", trace.mentions.isEmpty ? "What the papers state of it:" : "The same with other amounts:"]
            for mention in Trace.timeline(Array(series.prefix(TraceText.longestSeries))) { lines += place(mention) }
            if series.count > TraceText.longestSeries {
                lines.append("  and \(series.count - TraceText.longestSeries) more: --format json has them all")
            }
        }
        let apart = [
            ("Close to it, by the same words:", trace.near), ("A slip? Ten or a thousand times as much, by the same words:", trace.slips),
        ]
        for (title, mentions) in apart {
            let own = mentions.filter(isNew).prefix(3)
            if !own.isEmpty { lines += ["", title] + own.flatMap { place($0) } }
        }
        if trace.byNumberAlone > 0 {
            let cut = trace.isCut ? ", or of this: too many to read" : ""
            lines += ["", "The amount alone stands at \(trace.byNumberAlone) more places, of something else\(cut)."]
        }
        lines += ["", "Cursor: \(cursor)", ""]
        return lines.joined(separator: "\n")
    }

    private func isNew(_ mention: Mention) -> Bool { mention.place.paper.added > since }

    private var headline: String {
        if trace.claim.amounts.isEmpty { return "NO AMOUNT" }
        switch trace.verdict {
        case .supported: return "SUPPORTED"
        case .differs: return "DIFFERS"
        case .notFound: return "NOT FOUND"
        }
    }

    /// Day, role and amount; the sentence with the amount marked; the paper and how to open it; where else it stands.
    private func place(_ mention: Mention) -> [String] {
        let place = mention.place
        var head = "  \(place.paper.date ?? "no date   ")  \(place.role.rawValue)  \(TerminalText.plain(place.printed))"
        if place.unit == nil { head += " (unit not printed)" }
        if let rounding { head += rounding(mention) }
        if let decision = place.decision { head += "  [\(TerminalText.plain(decision))]" }
        if place.isHidden { head += "  [not visible on the page]" }
        var lines = ["", head]
        let sentence = SentenceLine.marked(place)
        if !sentence.isEmpty { lines.append("      \(sentence)") }
        lines.append("      \(TerminalText.plain(place.paper.name)), page \(place.page)")
        lines.append("      \(TerminalText.plain(place.paper.address(page: place.page)))")
        lines.append("      \(place.id)")
        let twins = (trace.mentions + trace.series).filter { $0.twinOf == place.id }
        for twin in twins.prefix(4) {
            let date = twin.place.paper.date.map { " of \($0)" } ?? ""
            lines.append("      also in \(TerminalText.plain(twin.place.paper.name))\(date), page \(twin.place.page)")
        }
        if twins.count > 4 { lines.append("      and at \(twins.count - 4) more places") }
        return lines
    }

    private var rounding: ((Mention) -> String)? {
        trace.verdict == .notFound
            ? nil
            : { mention in
                switch mention.closeness {
                case .roundsTo: "  (rounds to the claim's)"
                case .roundedFrom: "  (rounder than the claim's)"
                case .truncated: "  (the digits cut, not rounded)"
                case .near: "  (within half a per cent)"
                case .tenfold: "  (ten times or a tenth)"
                case .thousandfold: "  (a thousand times or a thousandth)"
                case .same, .signDiffers, nil: ""
                }
            }
    }
}

/// The sentence of a place on one line, with its amount marked.
enum SentenceLine {
    static func marked(_ place: Place) -> String {
        guard let hit = place.hit else { return TerminalText.plain(place.sentence) }
        let line = TerminalText.line(place.sentence, around: hit)
        return TerminalText.marked(line.text, line.marks)
    }
}
