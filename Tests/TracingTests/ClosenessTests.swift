import PaperModel
import Testing

@testable import Tracing

/// Two amounts as they are printed: which can be the same.
@Suite struct ClosenessTests {
    /// A printed amount: its value, and half a unit of its last digit.
    private func range(_ value: String, _ half: String? = nil) -> AmountRange {
        guard let amount = Amount(digits: value) else { return AmountRange(.single(.zero)) }
        guard let half = half.flatMap({ Amount(digits: $0) }), let low = amount.adding(half.negated), let high = amount.adding(half) else {
            return AmountRange(.single(amount))
        }
        return AmountRange(.single(amount), interval: ClosedInterval(min: low, max: high))
    }

    @Test func theSameDigitsAreTheSame() {
        #expect(Closeness.of(range("23300000", "50000"), to: range("23300000", "50000")) == .same)
        // "£1,750k" and "£1.75m".
        #expect(Closeness.of(range("1750000", "500"), to: range("1750000", "5000")) == .same)
    }

    @Test func theCoarserHoldsTheFiner() {
        #expect(Closeness.of(range("994287655"), to: range("994000000", "500000")) == .roundsTo)
        #expect(Closeness.of(range("23000000", "500000"), to: range("23300000", "50000")) == .roundedFrom)
    }

    @Test func theUpperEndBelongsToTheNext() {
        // £8.15m is rounded to 8.2, though 8.1 may end there: at most the digits are cut.
        #expect(Closeness.of(range("8150000"), to: range("8100000", "50000")) == .truncated)
    }

    @Test func cutDigitsAreNoRounding() {
        #expect(Closeness.of(range("8190000"), to: range("8100000", "50000")) == .truncated)
    }

    @Test func theSignAloneDiffers() {
        #expect(Closeness.of(range("-8600000", "50000"), to: range("8600000", "50000")) == .signDiffers)
    }

    @Test func nobodyRoundsByMoreThanATwentieth() {
        // "£1m" is what £640,000 rounds to, and no one would say it.
        #expect(Closeness.of(range("1000000", "500000"), to: range("640000")) == nil)
        #expect(Closeness.of(range("0", "50000"), to: range("13.4")) == nil)
    }

    @Test func nearAndSlipsAreNoMatches() {
        #expect(Closeness.of(range("151700000", "50000"), to: range("151200000", "50000")) == .near)
        #expect(Closeness.of(range("90000000", "500000"), to: range("9000000", "450000")) == .tenfold)
        #expect(Closeness.of(range("16100", "50"), to: range("16100000", "50000")) == .thousandfold)
        for closeness in [Closeness.near, .tenfold, .thousandfold] { #expect(!closeness.isMatch) }
        #expect(Closeness.of(range("5", nil), to: range("700", nil)) == nil)
    }

    @Test func aHugeNumberIsNoTrap() {
        let huge = AmountRange(.single(Amount(coefficient: .max, scale: -30)))
        #expect(Closeness.of(huge, to: range("5")) == nil)
        #expect(huge.significantDigits > 0)
    }

    @Test func digitsAreCountedWithoutZeros() {
        #expect(range("23300000").significantDigits == 3)
        #expect(range("0.5").significantDigits == 1)
        #expect(range("994287655").significantDigits == 9)
    }
}
