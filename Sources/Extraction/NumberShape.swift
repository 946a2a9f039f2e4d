internal import PaperModel
internal import RuleEngine

/// How a cell with digits is written, whatever it means.
struct NumberShape {
    /// Digits before the decimal point.
    private(set) var digits = 0
    /// Digits after it; nil without a point.
    private(set) var decimals: Int?
    /// Commas, or spaces alone, between groups of three digits.
    private(set) var isGrouped = false
    /// Spaces between groups of three digits: "12 345".
    private(set) var isGroupedBySpaces = false
    /// A space between digits that parts no thousands: "218 4815 37".
    private(set) var isSpaced = false
    /// Brackets or a minus around or before the digits.
    private(set) var isNegative = false
    /// A sign of currency.
    private(set) var hasCurrency = false
    private(set) var hasPercent = false
    /// Letters that touch the digits: "INV1112".
    private(set) var hasLetters = false
    /// Slashes, colons or several hyphens and points between digits: a date, a time, a ratio.
    private(set) var isDateLike = false
    /// More than one digit, the first a nought.
    private(set) var leadsWithNought = false
    /// The whole number, where it has no more digits than fit.
    private(set) var whole: Int?

    /// Nil where a text has no digit or is too long for a number.
    init?(_ text: NormalisedText) {
        guard text.count > 0, text.count <= 40 else { return nil }
        var separators = 0
        var groupDigits = 0
        var wellGrouped = true
        var (spaces, wellSpaced) = (0, true)
        var value: Int? = 0
        var previous: UInt8 = 0
        for place in 0..<text.count {
            let byte = text[place]
            switch byte {
            case 0x30...0x39:
                if decimals != nil {
                    decimals = decimals.map { $0 + 1 }
                } else {
                    if digits == 1, value == 0 { leadsWithNought = true }
                    digits += 1
                    groupDigits += 1
                    value = value.flatMap { NumberShape.appending(byte - 0x30, to: $0) }
                }
            case UInt8(ascii: ","):
                if digits > 0 {
                    if isGrouped, groupDigits != 3 { wellGrouped = false }
                    isGrouped = true
                    groupDigits = 0
                }
            case UInt8(ascii: "."):
                if decimals != nil { separators += 2 } else if digits > 0 || NumberShape.isDigit(text, place + 1) { decimals = 0 }
            case UInt8(ascii: "/"), UInt8(ascii: ":"):
                if NumberShape.isDigit(text, place - 1) || NumberShape.isDigit(text, place + 1) { separators += 2 }
            case UInt8(ascii: "-"):
                if NumberShape.isDigit(previous), NumberShape.isDigit(text, place + 1) { separators += 1 } else { isNegative = true }
            case UInt8(ascii: "("), UInt8(ascii: "["): if digits == 0 { isNegative = true }
            case UInt8(ascii: "%"): hasPercent = true
            case 0x24: hasCurrency = true
            case 0xc2 where text[place + 1] == 0xa3: hasCurrency = true
            case 0xe2 where text[place + 1] == 0x82 && text[place + 2] == 0xac: hasCurrency = true
            case 0x20:
                if NumberShape.isDigit(previous), NumberShape.isDigit(text, place + 1) {
                    if decimals != nil || isGrouped || (spaces == 0 ? groupDigits > 3 : groupDigits != 3) { wellSpaced = false }
                    spaces += 1
                    groupDigits = 0
                }
            case 0x41...0x5a, 0x61...0x7a:
                if NumberShape.isDigit(previous) || NumberShape.isDigit(text, place + 1) { hasLetters = true }
            default: break
            }
            previous = byte
        }
        guard digits > 0 || decimals ?? 0 > 0 else { return nil }
        if isGrouped, groupDigits != 3 || !wellGrouped { isGrouped = false }
        if spaces > 0 {
            isGroupedBySpaces = wellSpaced && groupDigits == 3
            isSpaced = !isGroupedBySpaces
            isGrouped = isGrouped || isGroupedBySpaces
        }
        isDateLike = separators >= 2
        whole = decimals == nil ? value : nil
    }

    /// Whether it is written as only amounts are: thousands parted, pence, brackets or a sign.
    var isMarked: Bool { isGrouped || decimals == 2 || isNegative || hasCurrency }
    /// Whether it is a unit and no number: "£000".
    var isUnit: Bool { hasCurrency && whole == 0 && digits >= 3 }
    /// Whether it is bare digits.
    var isPlainWhole: Bool {
        decimals == nil && !isGrouped && !isNegative && !hasCurrency && !hasPercent && !isDateLike && !hasLetters && !isSpaced
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isDigit(_ text: NormalisedText, _ place: Int) -> Bool { place >= 0 && isDigit(text[place]) }

    private static func appending(_ digit: UInt8, to value: Int) -> Int? {
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, carried) = product.addingReportingOverflow(Int(digit))
        return overflow || carried ? nil : sum
    }
}

extension NormalisedText {
    /// The amount that a cell holds, where it is one alone; a percentage, a date or a number with a note of one is none.
    var cellAmount: Amount? {
        guard TableLayout.isNumber(self), let shape = NumberShape(self), !shape.isDateLike else { return nil }
        // What follows the number is a note: "170 (30%)".
        guard let written = isPoundsOrPlain ? plainWritten : charactersWritten else { return nil }
        return Amount(digits: written).map { shape.isNegative ? $0.negated : $0 }
    }

    /// Whether all of it is ASCII but for signs of pounds (C2 A3), as nearly all amounts are: then each byte is what it seems.
    private var isPoundsOrPlain: Bool {
        (0..<count).allSatisfy { self[$0] < 0x80 || self[$0] == 0xc2 && self[$0 + 1] == 0xa3 || self[$0] == 0xa3 && self[$0 - 1] == 0xc2 }
    }

    /// The digits of the first number with its point; nil where it is a percentage.
    private var plainWritten: String? {
        var place = 0
        while place < count, !UInt8.isDigit(self[place]) { place += 1 }
        var digits: [UInt8] = []
        while place < count, UInt8.isDigit(self[place]) || self[place] == UInt8(ascii: ".") || self[place] == UInt8(ascii: ",") {
            if self[place] != UInt8(ascii: ",") { digits.append(self[place]) }
            place += 1
        }
        while place < count, isSpace(self[place]) { place += 1 }
        return self[place] == UInt8(ascii: "%") ? nil : String(decoding: digits, as: UTF8.self)
    }

    /// The same, of any characters.
    private var charactersWritten: String? {
        let words = words(0..<count)
        let written = words.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." || $0 == "," }
        guard words[written.endIndex...].first(where: { !$0.isWhitespace }) != "%" else { return nil }
        return written.filter { $0 != "," }
    }
}
