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
    /// Whether words leave more open than its digits do.
    public private(set) var isWidened = false

    /// Takes what a figure states with the interval of its digits.
    public init(_ value: Figure.Value, interval: ClosedInterval? = nil) {
        let ends: (Amount, Amount)
        switch value {
        case .single(let amount):
            ends = (interval?.min ?? amount, interval?.max ?? amount)
            stated = amount.magnitude.normalised
            isNegative = amount.isNegative
        case .range(let low, let high):
            ends = (interval?.min ?? low, interval?.max ?? high)
            let middle = low.adding(high).flatMap { $0.multiplied(by: Amount(coefficient: 5, scale: 1)) }
            stated = (middle ?? low).magnitude.normalised
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
        // Equal amounts are then equal however they were written: 23.3 million is 23,300,000.
        self.stated = stated.normalised
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

    /// What "around" says of it: to half a unit of the last digit before its closing zeros, and at least a hundredth to either side; no more
    /// than a twentieth, since nobody says "around £1m" of £640,000.
    public func widened() -> AmountRange {
        var (digits, zeros) = (stated.normalised.coefficient.magnitude, -stated.normalised.scale)
        while digits != 0, digits % 10 == 0 { (digits, zeros) = (digits / 10, zeros + 1) }
        guard digits != 0, zeros < AmountRange.mostZeros, let least = stated.multiplied(by: AmountRange.aroundShare.least),
            let most = stated.multiplied(by: AmountRange.aroundShare.most)
        else { return self }
        let unit = Amount(coefficient: 5, scale: 1).shifted(zeros)
        let half = min(max(unit, least), most)
        guard let low = stated.adding(half.negated), let high = stated.adding(half) else { return self }
        var range = AmountRange(low: min(self.low, low), high: max(self.high, high), stated: stated, isNegative: isNegative)
        range.isWidened = true
        return range
    }

    private static let aroundShare = (least: Amount(coefficient: 1, scale: 2), most: Amount(coefficient: 5, scale: 2))
    /// More zeros than any amount of a paper has.
    private static let mostZeros = 15

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
