public import PaperModel

/// A sentence that somebody wrote or said, as the rules read it.
public struct Claim: Sendable {
    /// An amount of the claim.
    public struct Stated: Sendable {
        /// What its digits can mean.
        public var range: AmountRange
        /// What is counted; nil where no sign or word says so.
        public var kind: Figure.Kind?
        /// Its unit; nil where nothing says so.
        public var unit: String?
        /// Its words.
        public var text: String
        /// Its bytes of the claim's UTF-8.
        public var bytes: Range<Int>
        /// What the money or staff is said to be.
        public var sense: Figure.Sense?
        /// The time that it is for.
        public var period: Period?
        /// Base of a rate.
        public var per: String?
        /// Where the money comes from and how long it flows.
        public var basis: [Figure.Basis]
    }

    /// The sentence.
    public let text: String
    /// Its amounts in order; one that only rounds another of them is left out. None: there is nothing to check, only to search.
    public let amounts: [Stated]
    /// What it is about.
    public let subject: Subject
    /// Id of the place that is the claim itself; nil for words.
    public let origin: String?

    /// Takes a text with the figures that the rules found in it, each with its words and its bytes of the text.
    public init(_ text: String, figures: [(figure: Figure, text: String, bytes: Range<Int>)], abbreviations: [Abbreviation] = []) {
        self.text = text
        origin = nil
        var amounts = figures.map { found in
            Stated(
                range: ClaimedRange.of(found.figure, printed: found.text), kind: found.figure.kind, unit: found.figure.unit,
                text: found.text,
                bytes: found.bytes,
                sense: found.figure.sense, period: found.figure.period, per: found.figure.per, basis: found.figure.basis)
        }
        if amounts.isEmpty { amounts = BareNumbers.amounts(in: text) }
        let periods = figures.compactMap(\.figure.period?.text)
        subject = Subject(
            text, excluding: amounts.map(\.bytes) + periods.compactMap { Claim.bytes(of: $0, in: text) }, abbreviations: abbreviations)
        self.amounts = amounts.enumerated().filter { index, stated in
            !amounts.enumerated().contains { other, finer in
                other != index && finer.unit == stated.unit && finer.range.width < stated.range.width
                    && stated.range.contains(finer.range.stated)
            }
        }.map(\.element)
    }

    /// Takes a figure of the papers as a claim: its words say what it is for.
    public init(_ place: Place) {
        text = place.sentence.isEmpty ? place.printed : place.sentence
        origin = place.id
        let bytes = place.hit ?? 0..<0
        amounts = [
            Stated(
                range: place.range, kind: place.kind, unit: place.unit, text: place.printed, bytes: bytes, sense: place.sense,
                period: place.period, per: place.per, basis: place.basis)
        ]
        subject = Subject(
            [place.sentence, place.context.labels].joined(separator: "\n"), excluding: place.hit.map { [$0] } ?? [])
    }

    private static func bytes(of part: String, in text: String) -> Range<Int>? {
        guard !part.isEmpty, let range = text.firstRange(of: part) else { return nil }
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return start..<start + part.utf8.count
    }
}

/// What the words of a claim can mean, which is more than the digits say: people round.
enum ClaimedRange {
    /// "More than twenty million" says that it isn't much more.
    private static let boundShare = Amount(coefficient: 1, scale: 1)
    /// One digit ("thirty million") is said of what lies within a twentieth; half a unit of that digit would take in a sixth.
    private static let oneDigitShare = Amount(coefficient: 5, scale: 2)

    /// `printed`: the words of the amount.
    static func of(_ figure: Figure, printed: String) -> AmountRange {
        let exact = AmountRange(figure.value, interval: figure.interval)
        guard case .single = figure.value, !exact.stated.isZero else { return exact }
        var range = endsInZero(printed) ? exact : rounded(exact)
        if figure.isApproximate { range = range.widened() }
        if let share = exact.stated.multiplied(by: boundShare) {
            switch figure.bound {
            case .moreThan, .atLeast: range.high = max(range.high, exact.stated.adding(share) ?? range.high)
            case .lessThan, .atMost: range.low = min(range.low, exact.stated.adding(share.negated) ?? range.low)
            case nil: break
            }
        }
        return range
    }

    /// Whether a zero is printed behind the point, which tells how exact an amount is: "£174.0m" is not said of £174.3m.
    static func endsInZero(_ printed: String) -> Bool {
        guard let point = printed.utf8.firstIndex(of: UInt8(ascii: ".")) else { return false }
        return printed.utf8[printed.utf8.index(after: point)...].prefix { $0 >= 48 && $0 <= 57 }.last == 48
    }

    /// The range that the last digit before the closing zeros leaves open: "£426,000" is said of 425,500 to 426,500. Exact pounds that end
    /// otherwise are exact.
    static func rounded(_ range: AmountRange) -> AmountRange {
        var digits = range.stated.normalised.coefficient.magnitude
        var zeros = 0
        while digits != 0, digits % 10 == 0 {
            digits /= 10
            zeros += 1
        }
        var half = range.high.adding(range.stated.negated)?.magnitude ?? .zero
        if zeros >= leastZeros { half = max(half, Amount(coefficient: 5, scale: 1).shifted(zeros)) }
        if range.significantDigits == 1, zeros > 0, let share = range.stated.multiplied(by: oneDigitShare) {
            half = min(max(half, share), share)
        }
        guard let low = range.stated.adding(half.negated), let high = range.stated.adding(half), !low.isNegative else { return range }
        return AmountRange(low: low, high: high, stated: range.stated, isNegative: range.isNegative)
    }

    /// Closing zeros that make an exact amount a rounded one: prices end in 0 and 00 of themselves.
    private static let leastZeros = 3
}
