internal import PaperModel

/// How an amount that is printed stands to the amount of a claim.
public enum Closeness: String, Sendable, CaseIterable {
    /// The same amount, as precise.
    case same
    /// The claim's is the rounder: what is printed rounds to it.
    case roundsTo
    /// What is printed is the rounder: the claim's rounds to it.
    case roundedFrom
    /// One is the other with digits cut off, not rounded.
    case truncated
    /// The same but for the sign, which words may say instead: an underspend of £3m is printed as "-3.0".
    case signDiffers
    /// Within half a per cent, but no rounding of one another.
    case near
    /// Ten times or a tenth: a slip of the pen, never a match.
    case tenfold
    /// A thousand times or a thousandth: a heading may have been misread, never a match.
    case thousandfold

    /// Whether both can be the same amount.
    public var isMatch: Bool { self < .near }

    /// Powers of ten by which pens slip and headings are misread.
    static let slips = [1, -1, 3, -3]

    /// How the amount that is `printed` stands to the `claimed`; nil where they have nothing to do with each other.
    public static func of(_ printed: AmountRange, to claimed: AmountRange) -> Closeness? {
        if let match = match(printed, claimed) { return match }
        if isNear(printed.stated, claimed.stated) { return .near }
        for power in slips {
            if let found = match(printed, claimed.shifted(power)), found == .same || found == .signDiffers {
                return abs(power) == 1 ? .tenfold : .thousandfold
            }
        }
        return nil
    }

    /// Two ranges match where the coarser holds what the finer states. Overlapping alone isn't enough: 8.15 isn't rounded to 8.1.
    private static func match(_ printed: AmountRange, _ claimed: AmountRange) -> Closeness? {
        if printed.stated == claimed.stated {
            return printed.isNegative == claimed.isNegative || claimed.stated.isZero ? .same : .signDiffers
        }
        guard !printed.stated.isZero else { return nil }
        // A claim may leave more open than a twentieth ("more than twenty million"); what is printed may not.
        guard isWithinTwentieth(printed.stated, claimed.stated) || claimed.holds(printed.stated) else { return nil }
        let printedIsFiner = printed.width <= claimed.width
        if printedIsFiner, claimed.holds(printed.stated) { return .roundsTo }
        if !printedIsFiner, printed.holds(claimed.stated) { return .roundedFrom }
        let (coarse, fine) = printedIsFiner ? (claimed, printed) : (printed, claimed)
        return coarse.isCut(from: fine.stated) ? .truncated : nil
    }

    /// A twentieth of the larger: nobody gives £640,000 as £1m, though it rounds to it.
    private static func isWithinTwentieth(_ a: Amount, _ b: Amount) -> Bool { differ(a, b, by: Amount(coefficient: 5, scale: 2)) }

    private static func differ(_ a: Amount, _ b: Amount, by share: Amount) -> Bool {
        guard let difference = a.adding(b.negated)?.magnitude, let most = max(a, b).multiplied(by: share) else { return false }
        return difference <= most
    }

    /// Half a per cent: less than a careful reader would call another amount, more than two roundings apart.
    private static func isNear(_ a: Amount, _ b: Amount) -> Bool {
        !a.isZero && !b.isZero && differ(a, b, by: Amount(coefficient: 5, scale: 3))
    }
}

extension Closeness: Comparable {
    private static let order = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

    /// The closer is less.
    public static func < (left: Closeness, right: Closeness) -> Bool { order[left, default: 0] < order[right, default: 0] }
}

extension AmountRange {
    /// Whether an amount that lies in it would be rounded to it: the upper end belongs to the next.
    fileprivate func holds(_ amount: Amount) -> Bool { low <= amount && (amount < high || low == high && amount == high) }

    /// Whether it is what is left of a finer amount after digits are cut: the amount lies within one unit of its last digit above it.
    fileprivate func isCut(from amount: Amount) -> Bool {
        guard !isWidened, !width.isZero, let end = stated.adding(width) else { return false }
        return stated <= amount && amount < end
    }
}
