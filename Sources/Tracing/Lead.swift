/// An amount that the papers state in the claim's stead, by which the same is found in other words.
public struct Lead: Sendable {
    /// What its digits can mean.
    public let range: AmountRange
    /// Its unit.
    public let unit: String?
    private let words: Double
    private let score: Double

    private init(_ range: AmountRange, unit: String?, like mention: Mention) {
        (self.range, self.unit) = (range, unit)
        (words, score) = (mention.words, mention.score)
    }

    /// The amounts that go with a series: those of its best places, and where nothing states the claim its own digits at another scale, such
    /// as thousands for millions.
    static func all(of series: [Mention], _ claim: Claim, isStated: Bool) -> [Lead] {
        guard let first = series.first else { return [] }
        let slips = isStated ? [] : claim.amounts.filter { $0.range.significantDigits >= Support.slipDigits }
        return best(of: series)
            + slips.flatMap { stated in Closeness.slips.map { Lead(stated.range.shifted($0), unit: stated.unit, like: first) } }
    }

    /// The amounts that the best places of a series state.
    private static func best(of series: [Mention]) -> [Lead] {
        var leads: [Lead] = []
        let least = Support.leadScore * (series.first?.score ?? 0)
        for mention in series.lazy.prefix(while: { $0.score >= least }) where leads.count < Support.leads {
            let lead = Lead(mention.place.range, unit: mention.place.unit, like: mention)
            guard lead.range.significantDigits >= Support.leadDigits,
                !leads.contains(where: { $0.unit == lead.unit && $0.range.stated == lead.range.stated })
            else { continue }
            leads.append(lead)
        }
        return leads
    }

    /// How well a place goes with it, which states the amount or rounds it; 0 where it does neither. What is said in so few digits that others
    /// have them too needs the more words.
    func score(of mention: Mention, figures: Int) -> Double {
        let place = mention.place
        guard place.unit == unit, let closeness = Closeness.of(place.range, to: range), closeness.isMatch else { return 0 }
        let digits = min(place.range.significantDigits, range.significantDigits)
        let isSingular = Support.expected(digits: digits, figures: figures) <= Support.chanceOfMore
        let least =
            if isSingular { Support.leastOfBest * words } else if digits < 3 { Support.leadPartOfTwo * words } else {
                min(Support.leadShare, Support.leadPart * words)
            }
        guard mention.words >= least else { return 0 }
        return score * (1 + (words > 0 ? min(1, mention.words / words) : 1)) / 2
    }
}
