/// The places of a claim, added as they are found; what those so far say of it tells where to look further.
public struct Judging {
    private let tracer: Tracer
    private let unread: Int
    private var judged: [Tracer.Judged] = []
    private var words = WordsNearby.Cache()
    private var spoken = SpokenWords.Cache()
    /// What was said when so many places were judged.
    private var parted: (count: Int, stating: [Mention], alone: [Mention])?

    /// Begins with no place; `unread`: places with the claim's amount that won't be added.
    public init(_ tracer: Tracer, unread: Int = 0) {
        self.tracer = tracer
        self.unread = unread
    }

    /// Judges places by the words and digits of the claim.
    public mutating func add(_ places: [Place]) {
        judged.reserveCapacity(judged.count + places.count)
        for place in places { judged.append(tracer.judge(place, &words)) }
    }

    /// Of the places those that state the claim, best first.
    public mutating func stating() -> [Mention] { part().stating }

    /// The amounts that the best places of the series state, by which the same is found in other words.
    public mutating func leads() -> [Lead] {
        let stating = part().stating
        let series = Series(tracer, like: stating, &spoken)
        return series.leads(of: series.named(among: judged, &spoken))
    }

    /// What the places say of the claim, those found by number and those found by words together, each once.
    public mutating func trace() -> Trace {
        var (stating, alone) = part()
        let series = Series(tracer, like: stating, &spoken).mentions(among: judged, &spoken)
        if Judging.isRefuted(stating, by: series) { (stating, alone) = ([], (stating + alone).bestFirst()) }
        let alike = judged.lazy.filter { $0.amount == nil && !$0.isElsewhere && $0.mention.words >= Support.subjectShare }.map(\.mention)
        var trace = Trace(
            claim: tracer.claim, subject: tracer.subject, verdict: .notFound, why: "", mentions: Twins.folded(stating),
            series: Twins.folded(series),
            slips: alike.filter { $0.closeness == .tenfold || $0.closeness == .thousandfold }.bestFirst(),
            near: alike.filter { $0.closeness == .near }.bestFirst(), alone: alone, unread: unread)
        (trace.verdict, trace.why) = Support.verdict(trace, subject: tracer.subject)
        return trace
    }

    /// Whether what seems to state a claim is a rounder amount of something that is stated closer: "£1.5bn" is no word for a claim of £1,549m
    /// where the papers have £1,531m by more of its words.
    private static func isRefuted(_ stating: [Mention], by series: [Mention]) -> Bool {
        guard let best = stating.first, let other = series.first,
            stating.allSatisfy({ $0.closeness == .roundedFrom || $0.closeness == .truncated })
        else { return false }
        return other.words >= Support.refutingShare * best.words && best.place.range.contains(other.place.range.stated)
            && other.place.range.significantDigits > best.place.range.significantDigits
    }

    private mutating func part() -> (stating: [Mention], alone: [Mention]) {
        if let parted, parted.count == judged.count { return (parted.stating, parted.alone) }
        let (stating, alone) = Parting(tracer, judged, unread: unread).parts()
        parted = (judged.count, stating, alone)
        return (stating, alone)
    }
}
