internal import RuleEngine

/// What the text of a cell looks like: the evidence that rows and columns of a table are told by.
enum CellShape: Sendable, Equatable {
    /// No words; dashes and dots are none.
    case empty
    /// Words in the place of a number: "n/a", "nil", "£ -".
    case absent
    /// Years and quarters alone: "2024/25", "Q3 2024".
    case year
    /// A day or month: "31 March 2024", "Mar-16".
    case date
    /// A unit, with or without a year: "£000", "2024/25 £m", "%".
    case unit
    /// Digits with at most two letters, codes among them.
    case number
    /// Words that begin with an amount: "£25m per fund", "3 x nurses", "FTE 2.5".
    case amount
    /// Anything else.
    case words

    /// Whether it can be the value of a row.
    var isValue: Bool { self == .number || self == .amount }
    /// Whether it can only be a heading where it stands over numbers.
    var isClearHeading: Bool { self == .unit || self == .year }
    /// Whether it may stand in a row of headings.
    var canHead: Bool { isClearHeading || self == .date || self == .words }
}

extension CellShape {
    /// Longest text, bytes, that is looked at closely; what is longer is running words.
    private static let longest = 80

    /// The shape of a text.
    init(_ text: NormalisedText, _ vocabulary: LabelVocabulary) {
        var line = ShapeLine(text, longest: CellShape.longest)
        if line.isBlank {
            self = .empty
        } else if line.isCut {
            self = .words
        } else if vocabulary.isAbsent(line.text) || line.isSignWithoutNumber {
            self = .absent
        } else {
            let hasYear = line.takeYears()
            if hasYear, !line.hasRest {
                self = .year
            } else if vocabulary.isDate(text) {
                self = .date
            } else if line.isUnit {
                self = .unit
            } else if text.beginsWithAmount || vocabulary.isStaffCount(text) {
                self = .amount
            } else if TableLayout.isNumber(text) || !line.hasLetters {
                self = .number
            } else {
                self = .words
            }
        }
    }
}

/// The bytes of a short text in small letters, to be looked at from several sides.
private struct ShapeLine {
    private var bytes: [UInt8]
    /// Whether the text was longer.
    let isCut: Bool

    init(_ text: NormalisedText, longest: Int) {
        isCut = text.count > longest
        bytes = (0..<min(text.count, longest)).map { UInt8.isCapital(text[$0]) ? text[$0] | 0x20 : text[$0] }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether there is nothing but dashes, dots and space.
    var isBlank: Bool { bytes.allSatisfy { $0 <= 0x20 || ShapeLine.blanks.contains($0) } }
    private static let blanks = Array("-._*:".utf8)

    /// £, € or a dollar, and a dash in place of the number.
    var isSignWithoutNumber: Bool {
        hasSign && bytes.contains(UInt8(ascii: "-")) && !bytes.contains { UInt8.isDigit($0) || UInt8.isSmall($0) }
    }

    /// £ and € begin with C2 and E2 in UTF-8; a percent sign states a unit as well.
    private var hasSign: Bool { bytes.contains { $0 == 0xc2 || $0 == 0xe2 || $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "%") } }

    /// Whether letters stand in it.
    var hasLetters: Bool { bytes.contains { UInt8.isSmall($0) } }

    /// Takes years and quarters out; whether there were any.
    mutating func takeYears() -> Bool {
        var rest: [UInt8]?
        var place = 0
        while place < bytes.count {
            if let length = yearLength(at: place) {
                rest = rest ?? Array(bytes[..<place])
                place += length
            } else {
                rest?.append(bytes[place])
                place += 1
            }
        }
        guard let rest else { return false }
        bytes = rest
        return true
    }

    /// Whether anything but punctuation and "FY" stands in it.
    var hasRest: Bool {
        let rest = bytes.lazy.filter {
            UInt8.isDigit($0) || UInt8.isSmall($0) || $0 >= 0x80 || $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "%")
        }
        return !rest.isEmpty && !rest.elementsEqual("fy".utf8)
    }

    /// Whether it is a sign or "000" with no word and no number beside it.
    var isUnit: Bool {
        var run = 0
        var place = 0
        var hasThousands = false
        while place < bytes.count {
            let byte = bytes[place]
            if UInt8.isSmall(byte) {
                run += 1
                // "£m", "£k", "000s" have letters by themselves, "£bn" two.
                if run > 1, !(bytes[place - 1] == UInt8(ascii: "b") && byte == UInt8(ascii: "n")) { return false }
            } else {
                run = 0
            }
            if UInt8.isDigit(byte) {
                let before = place > 0 ? bytes[place - 1] : 0x20
                guard bytes[place...].starts(with: "000".utf8), before != UInt8(ascii: "."), before != UInt8(ascii: ",") else {
                    return false
                }
                hasThousands = true
                place += 2
            }
            place += 1
        }
        return hasThousands || hasSign
    }

    /// The length of "2024", "2024/25", "2024 - 2025", "24/25" or "q3" at a place; nil where none begins.
    private func yearLength(at place: Int) -> Int? {
        guard place == 0 || !UInt8.isNumberPart(bytes[place - 1]) else { return nil }
        if bytes[place] == UInt8(ascii: "q"), let digit = digit(place + 1), (1...4).contains(digit), self.digit(place + 2) == nil,
            place == 0 || !UInt8.isSmall(bytes[place - 1])
        {
            return 2
        }
        guard let first = number(at: place, digits: 2) else { return nil }
        if first == 19 || first == 20, number(at: place + 2, digits: 2) != nil {
            var end = place + 4
            while end < bytes.count, bytes[end] == 0x20 { end += 1 }
            if end < bytes.count, bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: "-") {
                end += 1
                while end < bytes.count, bytes[end] == 0x20 { end += 1 }
                if let century = number(at: end, digits: 2), century == 19 || century == 20, number(at: end + 2, digits: 2) != nil,
                    endsNumber(end + 4)
                {
                    return end + 4 - place
                }
                if number(at: end, digits: 2) != nil, endsNumber(end + 2) { return end + 2 - place }
            }
            return endsNumber(place + 4) ? 4 : nil
        }
        // "24/25" is a year only where the second follows the first.
        guard place + 2 < bytes.count, bytes[place + 2] == UInt8(ascii: "/"), let second = number(at: place + 3, digits: 2),
            second == (first + 1) % 100, endsNumber(place + 5)
        else { return nil }
        return 5
    }

    private func digit(_ place: Int) -> Int? {
        bytes.indices.contains(place) && UInt8.isDigit(bytes[place]) ? Int(bytes[place]) - 0x30 : nil
    }

    private func number(at place: Int, digits: Int) -> Int? {
        var value = 0
        for offset in 0..<digits {
            guard let digit = digit(place + offset) else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// Whether no number goes on at a place.
    private func endsNumber(_ place: Int) -> Bool {
        guard bytes.indices.contains(place) else { return true }
        if UInt8.isDigit(bytes[place]) { return false }
        return !UInt8.isNumberPart(bytes[place]) || digit(place + 1) == nil
    }
}

extension NormalisedText {
    /// How many amounts with a sign of currency before the number stand in it; no more than two are counted.
    var signedAmounts: Int {
        var found = 0
        var place = 0
        while place < count, found < 2 {
            if let length = signLength(at: place) {
                place += length
                if self[place] == 0x20 { place += 1 }
                if UInt8.isDigit(self[place]) { found += 1 }
            } else {
                place += 1
            }
        }
        return found
    }

    /// Whether it begins with an amount: a sign and a number, or "3 x ".
    fileprivate var beginsWithAmount: Bool {
        var place = 0
        // "Up to £5,000", "Over £25,000": a band.
        while place < count, UInt8.isSmall(self[place] | 0x20) || self[place] == 0x20 { place += 1 }
        let isBound = place > 1 && place <= NormalisedText.longestBound && NormalisedText.bounds.contains(words(0..<place - 1).lowercased())
        if !isBound { place = 0 }
        while place < count, NormalisedText.standsBeforeSign(self[place]) { place += 1 }
        if let length = signLength(at: place) {
            place += length
            while place < count, self[place] == 0x20 { place += 1 }
            return UInt8.isDigit(self[place])
        }
        if isBound { return false }
        let start = place
        while place < count, UInt8.isDigit(self[place]) || self[place] == UInt8(ascii: ".") { place += 1 }
        guard place > start else { return false }
        if self[place] == 0x20 { place += 1 }
        return self[place] | 0x20 == UInt8(ascii: "x") && self[place + 1] <= 0x20 && place + 1 < count
    }

    private static func standsBeforeSign(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "(")
    }

    /// What stands before an amount that is the end of a band.
    private static let bounds: Set<String> = [
        "up to", "over", "under", "below", "above", "less than", "more than", "not exceeding", "exceeding", "between", "from", "at least",
        "greater than",
    ]
    /// Longest of them with the space behind it, bytes.
    private static let longestBound = 14

    private func signLength(at place: Int) -> Int? {
        switch self[place] {
        case 0x24: 1
        case 0xc2 where self[place + 1] == 0xa3: 2
        case 0xe2 where self[place + 1] == 0x82 && self[place + 2] == 0xac: 3
        default: nil
        }
    }
}

extension UInt8 {
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    static func isSmall(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7a }
    static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5a }
    static func isNumberPart(_ byte: UInt8) -> Bool { isDigit(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") }
}
