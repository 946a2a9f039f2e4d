internal import PaperModel

/// Judges places by the words and digits of a claim.
public struct Tracer: Sendable {
    let claim: Claim
    let subject: Subject
    /// How many figures the folder holds.
    let figures: Int
    private let words: WordsNearby

    /// Makes a tracer; `subject` is the claim's with its words weighed, `figures` how many the folder holds, and `bodies` whose papers.
    public init(_ claim: Claim, subject: Subject, figures: Int, bodies: [String] = []) {
        self.claim = claim
        self.subject = subject
        self.figures = figures
        words = WordsNearby(subject, bodies: bodies)
    }

    /// What places say of a claim.
    public func trace(_ places: [Place]) -> Trace {
        var judging = Judging(self)
        judging.add(places)
        return judging.trace()
    }

    /// A place as the claim's words and digits see it, before it is known what else there is.
    struct Judged {
        var mention: Mention
        /// Which of the claim's amounts it has; nil for none.
        var amount: Int?
        /// Whether its amount could stand in the claim's stead.
        var isComparable: Bool
        /// Whether it has more of the claim than the name of the body whose paper it is.
        var hasSubject: Bool
        /// Whether it is said of another body than the claim.
        var isElsewhere: Bool
        /// What it has in common with those that say the same; nil for a place that has none of the claim's amounts.
        var twin: Twins.Key?
    }

    /// Sees a place by the words and digits of the claim.
    func judge(_ place: Place, _ cache: inout WordsNearby.Cache) -> Judged {
        let match = words.match(place, &cache)
        let found = closeness(of: place)
        var mention = Mention(
            place: place, relation: .differs, closeness: found?.closeness, words: match.share, deciding: match.deciding, score: match.share)
        guard let found, found.closeness.isMatch else {
            let isComparable = !match.isElsewhere && isComparable(place)
            return Judged(
                mention: mention, amount: nil, isComparable: isComparable, hasSubject: match.hasSubject, isElsewhere: match.isElsewhere,
                twin: nil)
        }
        mention.relation = found.closeness == .same || found.closeness == .signDiffers ? .states : .roundsTo
        mention.score = score(match.share, place, claim.amounts[found.amount], found.closeness)
        return Judged(
            mention: mention, amount: found.amount, isComparable: false, hasSubject: match.hasSubject, isElsewhere: match.isElsewhere,
            twin: Twins.Key(place))
    }

    /// The closest of the claim's amounts to that of a place, with its number in the claim.
    private func closeness(of place: Place) -> (amount: Int, closeness: Closeness)? {
        var best: (amount: Int, closeness: Closeness)?
        for (index, stated) in claim.amounts.enumerated() {
            if let unit = stated.unit, let own = place.unit, own != unit { continue }
            if let kind = stated.kind, let own = place.kind, own != kind { continue }
            guard let closeness = Closeness.of(place.range, to: stated.range) else { continue }
            if best.map({ closeness < $0.closeness }) ?? true { best = (index, closeness) }
        }
        return best
    }

    /// Whether a place states an amount that could stand in the claim's stead: the same kind, unit and, where it is a rate, base.
    private func isComparable(_ place: Place) -> Bool {
        // A zero in a table is an empty place of it, and a number without a unit no other amount.
        guard place.kind != nil, !place.range.stated.isZero else { return false }
        // A claim without an amount is answered with what the papers state of its subject.
        return claim.amounts.isEmpty
            || claim.amounts.contains { stated in
                (stated.kind.map { $0 == place.kind } ?? isOfItsSize(place, stated)) && (stated.unit == nil || stated.unit == place.unit)
                    && Tracer.base(stated.per) == Tracer.base(place.per)
            }
    }

    /// Whether what a number without sign and scale counts may be what a place counts: "2,370 letters" is said of no pounds, nor of thirteen
    /// posts.
    private func isOfItsSize(_ place: Place, _ stated: Claim.Stated) -> Bool {
        place.kind != .money && Support.size(place.range, stated.range) >= Support.sizeOfCount
    }

    /// The base of a rate; a sum for a year is said with and without the year.
    private static func base(_ per: String?) -> String? { per == "year" ? nil : per }

    /// Words times precision; sense, period, rate and basis multiply by a little more or less than one and never exclude.
    private func score(_ share: Double, _ place: Place, _ stated: Claim.Stated, _ closeness: Closeness) -> Double {
        share * Support.precision(place, stated, closeness) * Support.agreement(place, stated)
    }
}
