/// An exact decimal number: `coefficient` times ten to the power of minus `scale`. No binary floating point on any way in or out.
public struct Amount: Sendable, Hashable {
    /// The digits as an integer.
    public let coefficient: Int128
    /// Digits after the decimal point, as written; may be negative after scaling up.
    public let scale: Int

    /// Longest number of digits that is taken as an amount; more is not a figure that anyone spends.
    public static let maximumDigits = 30

    /// Makes an amount from its parts.
    public init(coefficient: Int128, scale: Int = 0) {
        self.coefficient = coefficient
        self.scale = scale
    }

    /// Makes a whole amount.
    public init(_ whole: Int) {
        self.init(coefficient: Int128(whole))
    }

    /// Reads ASCII digits with at most one "." and an optional leading "-"; commas and spaces are passed over.
    /// Nil where there is no digit, another character, or more than `maximumDigits` digits.
    public init?(digits: some StringProtocol) {
        var text = String(digits)
        guard let amount = text.withUTF8({ Amount(digits: $0) }) else { return nil }
        self = amount
    }

    private init?(digits: UnsafeBufferPointer<UInt8>) {
        var value: Int128 = 0
        var places = 0
        var count = 0
        var seenPoint = false
        var negative = false
        for index in digits.indices {
            let byte = digits[index]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                count += 1
                guard count <= Amount.maximumDigits else { return nil }
                value = value * 10 + Int128(byte - UInt8(ascii: "0"))
                if seenPoint { places += 1 }
            case UInt8(ascii: "."):
                guard !seenPoint else { return nil }
                seenPoint = true
            case UInt8(ascii: "-"):
                guard index == 0 else { return nil }
                negative = true
            case UInt8(ascii: ","), UInt8(ascii: " "):
                continue
            default:
                return nil
            }
        }
        guard count > 0 else { return nil }
        self.init(coefficient: negative ? -value : value, scale: places)
    }

    /// Zero.
    public static let zero = Amount(0)
    /// Whether it is zero.
    public var isZero: Bool { coefficient == 0 }
    /// Whether it is below zero.
    public var isNegative: Bool { coefficient < 0 }
    /// The same size below zero.
    public var negated: Amount { Amount(coefficient: -coefficient, scale: scale) }

    /// The product; nil where it has more digits than an amount may have.
    public func multiplied(by other: Amount) -> Amount? {
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
        guard !overflow else { return nil }
        return Amount(coefficient: product, scale: scale + other.scale)
    }

    /// The sum; nil where it has more digits than an amount may have.
    public func adding(_ other: Amount) -> Amount? {
        let places = max(scale, other.scale)
        guard let left = aligned(to: places), let right = other.aligned(to: places) else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : Amount(coefficient: sum, scale: places)
    }

    /// Half of one unit of the last written place: what rounding can hide.
    public var halfUnit: Amount { Amount(coefficient: 5, scale: scale + 1) }

    /// The coefficient at `places` digits after the point; nil on overflow.
    private func aligned(to places: Int) -> Int128? {
        guard places - scale <= 38 else { return nil }
        var value = coefficient
        for _ in 0..<max(0, places - scale) {
            let (next, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            value = next
        }
        return value
    }

    /// The same number with the fewest digits: equal numbers have equal normal forms.
    public var normalised: Amount {
        guard coefficient != 0 else { return .zero }
        var value = coefficient
        var places = scale
        while places > 0, value % 10 == 0 {
            value /= 10
            places -= 1
        }
        while places < 0 {
            let (next, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { break }
            value = next
            places += 1
        }
        return Amount(coefficient: value, scale: places)
    }
}

extension Amount: Comparable {
    /// Order by size; numbers too far apart to align are ordered by sign and magnitude of their scale.
    public static func < (left: Amount, right: Amount) -> Bool {
        let places = max(left.scale, right.scale)
        guard let a = left.aligned(to: places), let b = right.aligned(to: places) else {
            return left.isNegative == right.isNegative ? left.scale > right.scale : left.isNegative
        }
        return a < b
    }
}

extension Amount: CustomStringConvertible {
    /// Plain decimal digits without exponent or trailing zeros: "970000", "-0.5".
    public var description: String {
        let plain = normalised
        var digits = String(plain.coefficient.magnitude)
        if plain.scale < 0 { digits += String(repeating: "0", count: -plain.scale) }
        if plain.scale > 0 {
            if digits.utf8.count <= plain.scale {
                digits = String(repeating: "0", count: plain.scale + 1 - digits.utf8.count) + digits
            }
            digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -plain.scale))
        }
        return plain.isNegative ? "-" + digits : digits
    }
}
