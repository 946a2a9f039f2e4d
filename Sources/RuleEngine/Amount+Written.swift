public import PaperModel

extension Amount {
    /// A number as rule files write it: "1000", "0.01", "1e6"; nil for anything else.
    public init?(written: String) {
        let parts = written.split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
        guard let digits = parts.first, let number = Amount(digits: digits) else { return nil }
        guard parts.count == 2 else {
            self = number
            return
        }
        // Past 30 places a number is no money that anyone counts.
        guard let power = Int(parts[1]), abs(power) <= Amount.maximumDigits else { return nil }
        self.init(coefficient: number.coefficient, scale: number.scale - power)
    }
}
