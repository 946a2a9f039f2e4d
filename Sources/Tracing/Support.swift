internal import PaperModel

/// When words and digits together are enough. Every number is a measure of how often papers state the same digits of something else.
enum Support {
    /// Share of a claim's words that must stand near an amount, by the number of digits that both print. Measured on the records of one
    /// county: an amount of one digit stands in 80 other places by chance, one of two digits in 30, of three in 15, of six in 5.
    static func share(digits: Int) -> Double {
        switch digits {
        case ...1: 0.5
        case 2: 0.38
        case 3: 0.28
        case 4: 0.2
        default: 0.12
        }
    }

    /// Share of the words that make another amount one of the same thing: half of what is said would leave another thing as likely.
    static let subjectShare = 0.55
    /// Share of them in the amount's own sentence, row or labels: a page that speaks of the thing also states other amounts.
    static let nearShare = 0.35
    /// Places whose words are taken as a model of how papers speak of the thing.
    static let models = 8
    /// How alike a sentence or row must be to one of those.
    static let likeness = 0.6

    /// Whether an amount that matches is the claim's.
    static func holds(_ match: Tracer.WordMatch, _ place: Place, _ stated: Claim.Stated, _ closeness: Closeness) -> Bool {
        // Of the digits that both print, which is what agrees.
        let digits = min(stated.range.significantDigits, place.range.significantDigits)
        return match.share >= share(digits: digits) && match.share > 0
    }

    /// How precisely the printed amount is the claim's: 1 for the same digits, less the more one of them leaves open.
    static func precision(_ place: Place, _ stated: Claim.Stated, _ closeness: Closeness) -> Double {
        switch closeness {
        case .same, .signDiffers: place.unit == nil ? 0.85 : 1
        case .roundsTo: place.unit == nil ? 0.8 : 0.95
        case .roundedFrom: 0.7
        case .truncated: 0.6
        case .near, .tenfold, .thousandfold: 0
        }
    }

    /// How sense, period and rate of a place agree with the claim's: each weighs a little.
    static func agreement(_ place: Place, _ stated: Claim.Stated) -> Double {
        var factor = 1.0
        if let own = place.sense, let claimed = stated.sense { factor *= own == claimed ? 1.1 : 0.95 }
        if let own = place.period, let claimed = stated.period {
            factor *= own.start <= claimed.end && claimed.start <= own.end ? 1.1 : 0.85
        }
        if let own = place.per, let claimed = stated.per { factor *= own == claimed ? 1.1 : 0.9 }
        if !place.basis.isEmpty, !stated.basis.isEmpty { factor *= Set(place.basis).isDisjoint(with: stated.basis) ? 0.95 : 1.05 }
        return factor
    }

    /// What the papers say of the claim, and why.
    static func verdict(_ trace: Trace, subject: Subject) -> (Trace.Verdict, String) {
        if let best = trace.mentions.first {
            let count = trace.mentions.count
            let places = count == 1 ? "1 place states" : "\(count) places state"
            return (
                .supported,
                "\(places) it; the nearest prints \(best.place.printed) by the words \(quoted(best.deciding))"
            )
        }
        if let best = trace.series.first {
            return (.differs, "the papers speak of it and state another amount: \(best.place.printed), by the words \(quoted(best.deciding))")
        }
        let alone = trace.byNumberAlone
        let number = alone == 0 ? "its amount stands nowhere" : alone == 1 ? "its amount stands at 1 place, of something else" : "its amount stands at \(alone) places, all of something else"
        return (.notFound, "nothing in the papers has both its words and an amount: \(number)")
    }

    static func quoted(_ words: [String]) -> String { words.prefix(8).map { "“\($0)”" }.joined(separator: ", ") }
}
