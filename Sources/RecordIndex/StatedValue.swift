internal import PaperModel

/// The number of a figure as the index keeps it.
enum StatedValue {
    /// Value, low, high, and both ends of the interval stand in five columns from `column` on; nil where there is no number.
    static func read(_ row: SQLRow, at column: Int) -> (value: Figure.Value, interval: ClosedInterval?)? {
        func amount(_ offset: Int) -> Amount? { row.text(column + offset).flatMap { Amount(digits: $0) } }
        let interval: ClosedInterval? = if let min = amount(3), let max = amount(4) { ClosedInterval(min: min, max: max) } else { nil }
        if let value = amount(0) { return (.single(value), interval) }
        guard let low = amount(1), let high = amount(2) else { return nil }
        return (.range(low: low, high: high), interval)
    }
}
