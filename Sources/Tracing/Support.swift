internal import Foundation
internal import PaperModel

/// When words and digits together are enough.
enum Support {
    /// How often an amount would stand by chance at one of the places that speak of the claim as much as a place does, at most: one claim in
    /// seven that nothing states would seem to be stated.
    static let chance = 0.15
    /// The same where the claim is stated elsewhere already.
    static let chanceOfMore = 0.3
    /// Least share of a claim's words near the amount, by the number of digits of the claim: an amount of one digit stands in 80 places of
    /// other things by chance, one of two in 30, of three in 15 (measured on the records of one county), and in a small folder the chance
    /// of each says little.
    static func leastShare(digits: Int) -> Double {
        switch digits {
        case ...1: 0.3
        case 2: 0.25
        default: 0.1
        }
    }
    /// Whether a place can state a claim: a number of a table without a unit only where it has three digits and more, which are those of the
    /// claim: 100 may be anything, and 982 parking spaces are no million.
    static func isTelling(_ place: Place, _ claimed: AmountRange) -> Bool {
        if place.unit != nil { return true }
        let (a, b) = (place.range.stated.approximation, claimed.stated.approximation)
        return place.range.significantDigits >= 3 && claimed.significantDigits >= 2 && abs(a - b) <= nearShare * max(a, b)
    }

    /// Half a unit of the second digit is less for most amounts.
    private static let nearShare = 0.025

    /// Whether a claim leaves so much open ("£20,000 to £25,000") that amounts of other things are as likely within it.
    static func isWide(_ claimed: AmountRange) -> Bool {
        claimed.width.approximation > wideShare * claimed.stated.approximation
    }

    /// More than any rounding leaves open but that of a single digit, and any "more than".
    private static let wideShare = 0.2

    /// The same of the share of the best place, for places beside it.
    static let leastOfBest = 0.2

    /// The chance that a figure has the claim's amount: how many of the folder's do, and, as though it held `assumed` figures more, how wide
    /// the claim's interval is among amounts from ten pounds to a hundred million, all sizes being as frequent.
    static func chance(matching: Int, of figures: Int, _ range: AmountRange) -> Double {
        let (low, high) = (range.low.approximation, range.high.approximation)
        let width = low > 0 && high > low ? log2(high / low) / log2(1e7) : 0
        let prior = max(exact, width)
        return (Double(matching) + assumed * prior) / (Double(figures) + assumed)
    }

    /// Figures of a few hundred pages: with fewer the folder's own count says little.
    private static let assumed = 2_000.0
    /// Chance of an amount that is printed to the penny: that of salaries, fees and round sums that papers share.
    private static let exact = 0.0005

    /// Share of the words that make another amount one of the same thing: with less than half of what is said another thing is as likely.
    static let subjectShare = 0.5
    /// How many times the words of a rounder amount a finer one must have to be what the papers say instead.
    static let refutingShare = 1.5
    /// Words of the claim that must stand there for it: one alone may be a word for many things.
    static let subjectWords = 2
    /// Places whose words are taken as a model of how papers speak of the thing.
    static let models = 8
    /// How alike a sentence or row must be to one of those.
    static let likeness = 0.6

    /// The same of an amount in the same row of a table, in a column of another time or version.
    static let likenessInRow = 0.9
    /// What is left of the name of the body whose paper it is: all its papers have it.
    static let bodyShare = 0.15

    /// How many amounts of a folder have the same first digits as a given one by chance, all sizes from ten pounds to a hundred million being
    /// as frequent.
    static func expected(digits: Int, figures: Int) -> Double {
        Double(figures) / (9 * pow(10, Double(min(digits, 30) - 1)) * 7)
    }

    /// Amounts of a series by which the same is looked for in other words: what a budget was before, and before that.
    static let leads = 4
    /// Least score of such an amount beside the best of them: what is looked for in its words must be the thing.
    static let leadScore = 0.75
    /// Digits that such an amount has at least: one of a single digit tells nothing.
    static let leadDigits = 2
    /// Digits of a claim that are looked for at another scale.
    static let slipDigits = 3
    /// Least share of the claim's words near an amount that is found so, and least part of those near the one that leads to it, of which the
    /// less is enough.
    static let leadShare = 0.25
    static let leadPart = 0.5
    /// The same part for an amount of two digits, which stands in thirty places of other things by chance.
    static let leadPartOfTwo = 0.8

    /// How well the size of another amount fits: the same thing moves by a part of itself, and a tenth of it is a part or a change of it. Three
    /// times the amount is worth half.
    static func size(_ printed: AmountRange, _ claimed: AmountRange) -> Double {
        let (a, b) = (printed.stated.approximation, claimed.stated.approximation)
        return a > 0 && b > 0 ? 1 / (1 + 2 * abs(log10(a / b))) : 0.5
    }

    /// The same for numbers of which nobody says what they count: within three times.
    static let sizeOfCount = 0.5

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
        if trace.claim.amounts.isEmpty {
            guard let best = trace.series.first else {
                return (.notFound, "the claim has no amount, and the papers state none by its words")
            }
            return (
                .notFound,
                "the claim has no amount to check; the papers state \(best.place.printed) and others by the words \(quoted(best.deciding))"
            )
        }
        if let best = trace.series.first {
            let words = quoted(best.deciding)
            return (.differs, "the papers speak of it and state another amount: \(best.place.printed), by the words \(words)")
        }
        let alone = trace.byNumberAlone
        let number =
            switch alone {
            case 0: "its amount stands nowhere"
            case 1: "its amount stands at 1 place, of something else"
            default: "its amount stands at \(alone) places, all of something else"
            }
        return (.notFound, "nothing in the papers has both its words and an amount: \(number)")
    }

    static func quoted(_ words: [String]) -> String { words.prefix(8).map { "“\($0)”" }.joined(separator: ", ") }
}
