internal import PaperModel

/// A number that fills a cell: digits with commas and a point, with a sign or in brackets. What else stands there (a per cent sign, a
/// date, a reference) makes it something else.
struct CellNumber {
    let amount: Amount

    init?(_ text: String) {
        var digits: [UInt8] = []
        var isNegative = false
        var commaAt: Int?
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): digits.append(byte)
            case UInt8(ascii: "-"), UInt8(ascii: "("):
                guard digits.isEmpty else { return nil }
                isNegative = true
            case UInt8(ascii: ","):
                commaAt = digits.count
            case UInt8(ascii: "+"), UInt8(ascii: ")"), UInt8(ascii: " "): continue
            default: return nil
            }
            guard digits.count <= CellNumber.longest else { return nil }
        }
        // A comma stands before three digits.
        if let commaAt, !digits[commaAt...].prefix(3).allSatisfy({ $0 != UInt8(ascii: ".") }) || digits[commaAt...].count < 3 { return nil }
        guard digits.count >= CellNumber.shortest, let amount = Amount(digits: String(decoding: digits, as: UTF8.self)), !amount.isZero
        else { return nil }
        self.amount = isNegative ? amount.negated : amount
    }

    /// A lone digit is a line number more often than an amount.
    private static let shortest = 2
    /// More digits than an amount has.
    private static let longest = 18
}
