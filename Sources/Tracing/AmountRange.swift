public import PaperModel

/// What the printed digits of an amount can mean, its sign apart: "£8.1m" is from 8,050,000 to 8,150,000.
public struct AmountRange: Sendable, Hashable {
    /// Least, without sign.
    public var low: Amount
    /// Most, without sign.
    public var high: Amount
    /// What is printed, without sign; the middle of a range.
    public var stated: Amount
    /// Whether what is printed is below zero.
    public var isNegative: Bool

    /// Takes what a figure states with the interval of its digits.
    public init(_ value: Figure.Value, interval: ClosedInterval? = nil) {
        let ends: (Amount, Amount)
        switch value {
        case .single(let amount):
            ends = (interval?.min ?? amount, interval?.max ?? amount)
            stated = amount.magnitude
            isNegative = amount.isNegative
        case .range(let low, let high):
            ends = (interval?.min ?? low, interval?.max ?? high)
            stated = low.adding(high).flatMap { $0.multiplied(by: Amount(coefficient: 5, scale: 1)) }?.magnitude ?? low.magnitude
            isNegative = high.isNegative
        }
        let crossesZero = ends.0.isNegative && !ends.1.isNegative && !ends.1.isZero
        let sizes = [ends.0.magnitude, ends.1.magnitude].sorted()
        low = crossesZero ? .zero : sizes[0]
        high = sizes[1]
    }

    /// A range between two ends; `low` is no more than `high` and neither is below zero.
    public init(low: Amount, high: Amount, stated: Amount, isNegative: Bool = false) {
        self.low = low
        self.high = high
        self.stated = stated
        self.isNegative = isNegative
    }

    /// Whether an amount lies in it.
    public func contains(_ amount: Amount) -> Bool { low <= amount && amount <= high }

    /// Width of the interval.
    public var width: Amount { high.adding(low.negated) ?? .zero }

    /// The range times ten to the power of `power`.
    func shifted(_ power: Int) -> AmountRange {
        AmountRange(low: low.shifted(power), high: high.shifted(power), stated: stated.shifted(power), isNegative: isNegative)
    }

    /// Digits of what is stated, zeros at both ends left out: 3 for 23.3 million.
    public var significantDigits: Int {
        var value = stated.normalised.coefficient.magnitude
        while value != 0, value % 10 == 0 { value /= 10 }
        return String(value).utf8.count
    }
}

extension Amount {
    /// The size without the sign.
    public var magnitude: Amount { isNegative ? negated : self }

    /// The amount times ten to the power of `power`.
    public func shifted(_ power: Int) -> Amount { Amount(coefficient: coefficient, scale: scale - power) }

    /// The nearest binary number, for indexes and for ratios; never for equality.
    public var approximation: Double { Double(description) ?? 0 }
}
