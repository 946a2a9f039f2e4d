internal import PaperModel

/// Judges places by the words and digits of a claim.
public struct Tracer: Sendable {
    private let claim: Claim
    private let subject: Subject
    private let finder: StemFinder

    private let figures: Int

    /// Makes a tracer; `subject` is the claim's with its words weighed, and `figures` how many the folder holds.
    public init(_ claim: Claim, subject: Subject, figures: Int) {
        self.claim = claim
        self.subject = subject
        self.figures = figures
        finder = StemFinder(subject)
    }

    /// What a claim's words find near a place.
    struct WordMatch {
        /// Share of the weight of all words, each by how near it stands.
        var share: Double
        /// How near each stands; 0 where it doesn't.
        var factors: [Double]
    }

    /// How much a word counts by where it stands: what is farther away says less of this amount.
    private enum Nearness {
        static let clause = 1.0
        static let sentence = 0.9
        static let heading = 0.8
        static let around = 0.7
        static let title = 0.6
    }

    /// Which terms stand in texts that come again.
    private struct MarkCache {
        let finder: StemFinder
        private var known: [String: [Bool]] = [:]

        init(finder: StemFinder) { self.finder = finder }

        mutating func marks(in text: String) -> [Bool] {
            if let marks = known[text] { return marks }
            let marks = finder.marks(in: text)
            known[text] = marks
            return marks
        }
    }

    private func words(near place: Place, _ cache: inout MarkCache) -> WordMatch {
        guard !subject.terms.isEmpty, subject.weight > 0 else { return WordMatch(share: 0, factors: []) }
        let context = place.context
        let parts: [([Bool], Double)] = [
            (finder.marks(in: place.clause + "\n" + context.labels), Nearness.clause),
            (finder.marks(in: place.nearby), Nearness.sentence), (cache.marks(in: context.headings), Nearness.heading),
            (finder.marks(in: context.around), Nearness.around), (cache.marks(in: context.titles), Nearness.title),
        ]
        let factors = subject.terms.indices.map { index in parts.reduce(0) { $1.0[index] ? max($0, $1.1) : $0 } }
        return WordMatch(share: zip(subject.terms, factors).reduce(0) { $0 + $1.0.weight * $1.1 } / subject.weight, factors: factors)
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

    /// A place as the claim's words and digits see it, before it is known what else there is.
    public struct Judged: Sendable {
        fileprivate var mention: Mention
        /// Which of the claim's amounts it has; nil for none.
        fileprivate var amount: Int?
        fileprivate var isComparable: Bool
        /// Whether it has more of the claim than the name of the body whose paper it is.
        fileprivate var hasSubject: Bool
        /// The words with which it speaks; nil for a place that no series can have.
        fileprivate var spoken: SpokenWords?
        /// What it has in common with those that say the same; nil for a place that has none of the claim's amounts.
        fileprivate var twin: Twins.Key?
    }

    /// Sees places by the words and digits of the claim.
    public func judge(_ places: [Place]) -> [Judged] {
        // Headings and titles are those of many places, and copies of a paper say the same.
        var marks = MarkCache(finder: finder)
        var spoken = SpokenWords.Cache()
        return places.map { place in
            let match = words(near: place, &marks)
            let found = closeness(of: place)
            let deciding = zip(subject.terms, match.factors).filter { $0.1 > 0 && $0.0.weight > 0 }.map(\.0.word)
            let body = marks.marks(in: [place.paper.organisation, place.paper.committee].compactMap { $0 }.joined(separator: "\n"))
            let hasSubject = zip(match.factors, body).contains { $0 > 0 && !$1 }
            var mention = Mention(
                place: place, relation: .differs, closeness: found?.closeness, words: match.share, deciding: deciding, score: match.share)
            guard let found, found.closeness.isMatch else {
                let isComparable = isComparable(place)
                return Judged(
                    mention: mention, amount: nil, isComparable: isComparable, hasSubject: hasSubject,
                    spoken: isComparable ? SpokenWords(place, &spoken) : nil,
                    twin: nil)
            }
            mention.relation = found.closeness == .same || found.closeness == .signDiffers ? .states : .roundsTo
            mention.score = score(match.share, place, claim.amounts[found.amount], found.closeness)
            return Judged(
                mention: mention, amount: found.amount, isComparable: false, hasSubject: hasSubject, spoken: nil, twin: Twins.Key(place))
        }
    }

    /// Of places those that state the claim, best first. `unread`: places with its amount that are not among them.
    public func stating(_ judged: [Judged], unread: Int = 0) -> [Mention] { part(judged, unread: unread).stating }

    /// What places say of the claim, those found by number and those found by words together, each once.
    public func trace(_ judged: [Judged], unread: Int = 0) -> Trace {
        let (stating, alone) = part(judged, unread: unread)
        let others = judged.filter { $0.amount == nil }.map(\.mention)
        let alike = others.filter { $0.words >= Support.subjectShare }
        var trace = Trace(
            claim: claim, subject: subject, verdict: .notFound, why: "", mentions: Twins.folded(stating),
            series: Twins.folded(series(judged.filter(\.isComparable), of: stating)),
            slips: alike.filter { $0.closeness == .tenfold || $0.closeness == .thousandfold }.sorted(by: Mention.isBefore),
            near: alike.filter { $0.closeness == .near }.sorted(by: Mention.isBefore), alone: alone, unread: unread)
        (trace.verdict, trace.why) = Support.verdict(trace, subject: subject)
        return trace
    }

    /// Parts the places that have the claim's amount into those that state the claim and those that have the amount alone.
    ///
    /// A place states it where so few places speak of the claim as much as it does that one of them would hardly have the amount by chance.
    private func part(_ judged: [Judged], unread: Int) -> (stating: [Mention], alone: [Mention]) {
        let others = judged.filter(\.isComparable).map(\.mention.words).sorted(by: >)
        let matching = judged.compactMap { place in place.amount.map { (mention: place.mention, amount: $0) } }
        // A reply that is pasted sixty times is one statement, and makes the amount no commoner.
        let counts = claim.amounts.indices.map { amount in
            Set(judged.lazy.filter { $0.amount == amount }.compactMap(\.twin)).count + unread
        }
        func chance(_ mention: Mention, _ amount: Int) -> Double {
            // Sums of weights that are equal may differ in their last bits.
            let asClose = others.partitioningIndex { $0 < mention.words - 1e-9 }
            return Double(asClose + 1) * Support.chance(matching: counts[amount], of: figures, claim.amounts[amount].range)
        }
        let weighed = matching.map { (mention: $0.mention, chance: chance($0.mention, $0.amount), amount: $0.amount) }
        let least = claim.amounts.map { Support.leastShare(digits: $0.range.significantDigits) }
        let best = weighed.filter { place in
            Support.isTelling(place.mention.place, claim.amounts[place.amount].range) && place.chance <= Support.chance
                && place.mention.words >= least[place.amount]
        }.map(\.mention.words).max()
        var stating: [Mention] = []
        var alone: [Mention] = []
        for (mention, chance, amount) in weighed {
            let holds =
                best.map { best in
                    Support.isTelling(mention.place, claim.amounts[amount].range) && chance <= Support.chanceOfMore
                        && mention.words >= Support.leastOfBest * best
                } ?? false
            if holds || mention.place.id == claim.origin { stating.append(mention) } else { alone.append(mention) }
        }
        stating.sort { left, right in
            // A figure that is traced comes before those that say the same.
            let isOrigin = (left.place.id == claim.origin, right.place.id == claim.origin)
            return isOrigin.0 != isOrigin.1 ? isOrigin.0 : Mention.isBefore(left, right)
        }
        return (stating, alone.sorted(by: Mention.isBefore))
    }

    /// Whether a place states an amount that could stand in the claim's stead: the same kind, unit and, where it is a rate, base.
    private func isComparable(_ place: Place) -> Bool {
        // A zero in a table is an empty place of it, and a number without a unit no other amount.
        guard place.kind != nil, !place.range.stated.isZero else { return false }
        // A claim without an amount is answered with what the papers state of its subject.
        return claim.amounts.isEmpty
            || claim.amounts.contains { stated in
                (stated.kind == nil || stated.kind == place.kind) && (stated.unit == nil || stated.unit == place.unit)
                    && Tracer.base(stated.per) == Tracer.base(place.per)
            }
    }

    /// The base of a rate; a sum for a year is said with and without the year.
    private static func base(_ per: String?) -> String? { per == "year" ? nil : per }

    /// Words times precision; sense, period, rate and basis multiply by a little more or less than one and never exclude.
    private func score(_ share: Double, _ place: Place, _ stated: Claim.Stated, _ closeness: Closeness) -> Double {
        share * Support.precision(place, stated, closeness) * Support.agreement(place, stated)
    }

    /// The same thing with other amounts: what the claim's own words find, what is said in the words of the places that state it, and where
    /// the amounts so found are said in other words.
    private func series(_ others: [Judged], of stating: [Mention]) -> [Mention] {
        var (found, rest) = (named(others, like: stating), [Mention]())
        let leads = Tracer.leads(found)
        let ids = Set(found.map(\.place.id))
        if !leads.isEmpty { rest = others.lazy.map(\.mention).filter { !ids.contains($0.place.id) } }
        for mention in rest where mention.words >= Support.leadShare {
            guard let lead = leads.first(where: { $0.unit == mention.place.unit && $0.range.stated == mention.place.range.stated }) else {
                continue
            }
            var mention = mention
            mention.score = lead.score * (1 + mention.words) / 2
            found.append(mention)
        }
        return found.sorted(by: Mention.isBefore)
    }

    /// Places with other amounts that the claim's own words find, or the words of places that state it, best first.
    private func named(_ others: [Judged], like stating: [Mention]) -> [Mention] {
        var cache = SpokenWords.Cache()
        var models: [SpokenWords] = []
        for mention in stating.lazy.filter({ $0.twinOf == nil }).prefix(Support.models) {
            models.append(SpokenWords(mention.place, &cache))
        }
        return others.compactMap { judged -> Mention? in
            var mention = judged.mention
            let alike = models.reduce(0) { most, model in max(most, judged.spoken.map { model.likeness(to: $0) } ?? 0) }
            let isOwn =
                mention.words >= Support.subjectShare && mention.deciding.count >= Support.subjectWords && judged.hasSubject
            guard alike >= Support.likeness || isOwn else { return nil }
            mention.score = max(alike, isOwn ? mention.words : 0) * agreement(of: mention.place, bySize: !models.isEmpty)
            return mention
        }.sorted(by: Mention.isBefore)
    }

    /// How well what a place says of its amount agrees with the claim. Where no place states the claim its size is what is in doubt.
    private func agreement(of place: Place, bySize: Bool) -> Double {
        guard !claim.amounts.isEmpty else { return 1 }
        return claim.amounts.reduce(0) { max($0, Support.agreement(place, $1) * (bySize ? Support.size(place.range, $1.range) : 1)) }
    }

    /// An amount that the papers state in the claim's stead.
    public struct Lead: Sendable {
        /// What its digits can mean.
        public var range: AmountRange
        /// Its unit.
        public var unit: String?
        fileprivate var score: Double
    }

    /// The amounts that the best places of the series state, by which the same is found in other words.
    public func leads(_ judged: [Judged], unread: Int = 0) -> [Lead] {
        Tracer.leads(named(judged.filter(\.isComparable), like: part(judged, unread: unread).stating))
    }

    private static func leads(_ series: [Mention]) -> [Lead] {
        var leads: [Lead] = []
        for mention in series where leads.count < Support.leads {
            let (range, unit) = (mention.place.range, mention.place.unit)
            guard range.significantDigits >= Support.leadDigits,
                !leads.contains(where: { $0.unit == unit && $0.range.stated == range.stated })
            else { continue }
            leads.append(Lead(range: range, unit: unit, score: mention.score))
        }
        return leads
    }
}

extension [Double] {
    /// The first index at which `belongs` holds in a list that is parted by it.
    fileprivate func partitioningIndex(where belongs: (Double) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
