/// Intervals by their width, so that those that meet an amount are found by their lower ends: of a band none is wider than its limit, so
/// none that begins more than that below the amount can hold it. A plain `low < ? AND high > ?` would look at half of all figures.
enum IntervalBand {
    /// Exact amounts.
    static let exact = -64

    /// The band: the least power of two that is no less than the width.
    static func of(low: Double, high: Double) -> Int {
        let width = high - low
        guard width > 0, width.isFinite else { return exact }
        return min(200, max(exact + 1, Int(width.exponent) + (width.significand > 1 ? 1 : 0)))
    }

    /// Widest interval of a band.
    static func width(_ band: Int) -> Double { band <= exact ? 0 : Double(sign: .plus, exponent: band, significand: 1) }
}
