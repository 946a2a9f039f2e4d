internal import PaperModel

/// Judges places by the words and digits of a claim.
public struct Tracer: Sendable {
    private let claim: Claim
    private let subject: Subject
    private let finder: StemFinder

    /// Makes a tracer; `subject` is the claim's with its words weighed.
    public init(_ claim: Claim, subject: Subject) {
        self.claim = claim
        self.subject = subject
        finder = StemFinder(subject)
    }

    /// What a claim's words find near a place.
    struct WordMatch {
        /// Share of the weight of all words.
        var share: Double
        /// Which stand there.
        var found: [Bool]
        /// The share of those in the sentence, row or labels alone.
        var nearShare: Double
    }

    /// How much a word counts by where it stands: what is farther away says less of this amount.
    private enum Nearness {
        static let sentence = 1.0
        static let heading = 0.7
        static let around = 0.6
        static let title = 0.4
    }

    func words(near place: Place) -> WordMatch {
        guard !subject.terms.isEmpty, subject.weight > 0 else { return WordMatch(share: 0, found: [], nearShare: 0) }
        let context = place.context
        let parts: [([Bool], Double)] = [
            (finder.marks(in: place.sentence + "\n" + context.labels), Nearness.sentence),
            (finder.marks(in: context.headings), Nearness.heading), (finder.marks(in: context.around), Nearness.around),
            (finder.marks(in: context.titles), Nearness.title),
        ]
        var sum = 0.0
        var near = 0.0
        var found: [Bool] = []
        for (index, term) in subject.terms.enumerated() {
            let best = parts.reduce(0) { $1.0[index] ? max($0, $1.1) : $0 }
            sum += best * term.weight
            if parts[0].0[index] { near += term.weight }
            found.append(best > 0)
        }
        return WordMatch(share: sum / subject.weight, found: found, nearShare: near / subject.weight)
    }

    /// The closest of the claim's amounts to that of a place, with its number in the claim.
    func closeness(of place: Place) -> (amount: Int, closeness: Closeness)? {
        var best: (amount: Int, closeness: Closeness)?
        for (index, stated) in claim.amounts.enumerated() {
            if let unit = stated.unit, let own = place.unit, own != unit { continue }
            if let kind = stated.kind, let own = place.kind, own != kind { continue }
            guard let closeness = Closeness.of(place.range, to: stated.range) else { continue }
            if best.map({ closeness < $0.closeness }) ?? true { best = (index, closeness) }
        }
        return best
    }

    /// Judges all places: those found by number and those found by words together, each once.
    public func trace(_ places: [Place]) -> Trace {
        var stating: [Mention] = []
        var others: [(mention: Mention, near: Double)] = []
        var slips: [Mention] = []
        var near: [Mention] = []
        var byNumberAlone = 0
        for place in places {
            let match = words(near: place)
            let found = closeness(of: place)
            let deciding = zip(subject.terms, match.found).filter(\.1).map(\.0.word)
            var mention = Mention(
                place: place, relation: .differs, closeness: found?.closeness, words: match.share, deciding: deciding, score: match.share)
            guard let found else {
                if isComparable(place), place.kind != nil { others.append((mention, match.nearShare)) }
                continue
            }
            let stated = claim.amounts[found.amount]
            switch found.closeness {
            case .same, .roundsTo, .roundedFrom, .truncated, .signDiffers:
                guard place.id == claim.origin || Support.holds(match, place, stated, found.closeness) else {
                    byNumberAlone += 1
                    continue
                }
                mention.relation = found.closeness == .same || found.closeness == .signDiffers ? .states : .roundsTo
                mention.score = score(match.share, place, stated, found.closeness)
                stating.append(mention)
            case .near:
                if match.share >= Support.subjectShare { near.append(mention) }
                if isComparable(place), place.kind != nil { others.append((mention, match.nearShare)) }
            case .tenfold, .thousandfold:
                if match.share >= Support.subjectShare { slips.append(mention) }
                if isComparable(place), place.kind != nil { others.append((mention, match.nearShare)) }
            }
        }
        stating.sort { left, right in
            // A figure that is traced comes before those that say the same.
            let isOrigin = (left.place.id == claim.origin, right.place.id == claim.origin)
            return isOrigin.0 != isOrigin.1 ? isOrigin.0 : Mention.isBefore(left, right)
        }
        let series = series(others, of: stating)
        var trace = Trace(
            claim: claim, verdict: .notFound, why: "", mentions: Twins.folded(stating), series: Twins.folded(series),
            slips: slips.sorted(by: Mention.isBefore), near: near.sorted(by: Mention.isBefore), byNumberAlone: byNumberAlone)
        (trace.verdict, trace.why) = Support.verdict(trace, subject: subject)
        return trace
    }

    /// Whether a place states an amount that could stand in the claim's stead: the same kind and unit.
    private func isComparable(_ place: Place) -> Bool {
        claim.amounts.contains { stated in
            (stated.kind == nil || stated.kind == place.kind) && (stated.unit == nil || stated.unit == place.unit)
        }
    }

    /// Words times precision; sense, period, rate and basis multiply by a little more or less than one and never exclude.
    private func score(_ share: Double, _ place: Place, _ stated: Claim.Stated, _ closeness: Closeness) -> Double {
        share * Support.precision(place, stated, closeness) * Support.agreement(place, stated)
    }

    /// The same thing with other amounts: what the claim's own words find, and what is said in the words of the places that state it.
    private func series(_ others: [(mention: Mention, near: Double)], of stating: [Mention]) -> [Mention] {
        let models = stating.filter { $0.twinOf == nil }.prefix(Support.models).map { SeriesModel($0) }
        return others.compactMap { mention, near -> Mention? in
            var mention = mention
            let alike = models.reduce(0) { max($0, $1.likeness(to: mention.place)) }
            let own = near >= Support.nearShare && mention.words >= Support.subjectShare ? mention.words : 0
            guard alike >= Support.likeness || own > 0 else { return nil }
            mention.score = max(alike, own * claim.amounts.reduce(1) { max($0, Support.agreement(mention.place, $1)) })
            return mention
        }.sorted(by: Mention.isBefore)
    }
}
