internal import PaperModel

/// Parts the places that have the claim's amount into those that state the claim and those that have the amount alone.
///
/// A place states it where so few places speak of the claim as much as it does that one of them would hardly have the amount by chance.
struct Parting {
    private let tracer: Tracer
    private let judged: [Tracer.Judged]
    /// Shares of words of the places that could state another amount, most first.
    private let others: [Double]
    /// How many statements have each of the claim's amounts.
    private let counts: [Int]

    init(_ tracer: Tracer, _ judged: [Tracer.Judged], unread: Int) {
        self.tracer = tracer
        self.judged = judged
        others = judged.lazy.filter(\.isComparable).map(\.mention.words).sorted(by: >)
        // A reply that is pasted sixty times is one statement, and makes the amount no commoner.
        var twins = [Set<Twins.Key>](repeating: [], count: tracer.claim.amounts.count)
        for place in judged {
            if let amount = place.amount, let twin = place.twin { twins[amount].insert(twin) }
        }
        counts = twins.map { $0.count + unread }
    }

    func parts() -> (stating: [Mention], alone: [Mention]) {
        let amounts = tracer.claim.amounts
        let weighed = judged.compactMap { place in place.amount.map { (place: place, amount: $0, chance: chance(place.mention, $0)) } }
        let able = weighed.map { isAble($0.place, amounts[$0.amount].range) }
        let best = zip(weighed, able).filter { weighed, isAble in
            isAble && weighed.chance <= Support.chance
                && weighed.place.mention.words >= Support.leastShare(digits: amounts[weighed.amount].range.significantDigits)
        }.map(\.0.place.mention.words).max()
        var stating: [Mention] = []
        var alone: [Mention] = []
        for ((place, amount, chance), isAble) in zip(weighed, able) {
            let mention = place.mention
            let holds =
                best.map { best in
                    isAble && (chance <= Support.chanceOfMore || isSingular(mention, amounts[amount].range))
                        && mention.words >= Support.leastOfBest * best
                } ?? false
            if holds || mention.place.id == tracer.claim.origin { stating.append(mention) } else { alone.append(mention) }
        }
        stating = stating.bestFirst()
        // A figure that is traced comes before those that say the same.
        if let origin = stating.firstIndex(where: { $0.place.id == tracer.claim.origin }) {
            stating.insert(stating.remove(at: origin), at: 0)
        }
        return (stating, alone.bestFirst())
    }

    /// Whether a place can state an amount at all: it tells one, of the body of the claim, and where the claim leaves much open by its words.
    private func isAble(_ place: Tracer.Judged, _ claimed: AmountRange) -> Bool {
        let own = place.mention.place
        guard !place.isElsewhere, Support.isTelling(own, claimed) else { return false }
        // "Between £9m and £22m" is no word for £15.8m.
        guard Support.isWide(claimed) else { return own.ends == nil || !Support.isWide(own.range) }
        return own.ends != nil || place.mention.words >= Support.subjectShare
    }

    private func chance(_ mention: Mention, _ amount: Int) -> Double {
        // Sums of weights that are equal may differ in their last bits.
        let asClose = others.partitioningIndex { $0 < mention.words - 1e-9 }
        return Double(asClose + 1)
            * Support.chance(matching: counts[amount], of: tracer.figures, tracer.claim.amounts[amount].range)
    }

    /// Whether a place has so many digits of an amount that it is hardly another in a folder of this size.
    private func isSingular(_ mention: Mention, _ range: AmountRange) -> Bool {
        let digits = min(mention.place.range.significantDigits, range.significantDigits)
        return Support.expected(digits: digits, figures: tracer.figures) <= Support.chanceOfMore
    }
}
