/// What a word is to a table.
enum WordShape {
    /// An amount or count: "1,234", "(3.2)", "£45", "12%", "0.5m".
    case number
    /// A year, a financial year or a span of numbers: "2025", "2024/25", "45–54".
    case period
    /// What stands in a cell instead of a number: "–", "n/a", "*", "£".
    case mark
    /// Dots or underscores that lead the eye.
    case leader
    /// Anything else.
    case text

    /// Whether a column of figures may hold it.
    var isValue: Bool { self == .number || self == .period || self == .mark }
}

/// The kinds of characters that a word is made of, and the shape that they give it.
struct ScalarCounts {
    var digits = 0
    var nonzero = 0
    var letters = 0
    var magnitudes = 0
    var points = 0
    var dots = 0
    var dashes = 0
    var slashes = 0
    var signs = 0
    var brackets = 0
    var others = 0
    /// The first two digits, -1 before they are read.
    var first = -1
    var second = -1
    /// Whether the last character added was a digit.
    var endsInDigit = false
    /// Whether a dash or slash stands between digits.
    var partsDigits = false
    private var isParting = false

    mutating func add(_ scalar: UInt32) {
        let afterDigit = endsInDigit
        endsInDigit = false
        switch scalar {
        case 0x30...0x39:
            if digits == 0 { first = Int(scalar) - 0x30 } else if digits == 1 { second = Int(scalar) - 0x30 }
            digits += 1
            if scalar != 0x30 { nonzero += 1 }
            endsInDigit = true
            if isParting { partsDigits = true }
        case 0x2E:
            points += 1
            dots += 1
        case 0x2C, 0xB7: points += 1
        case 0x2D, 0x2010...0x2015, 0x2212: dashes += 1
        case 0x2F: slashes += 1
        case 0x25, 0xA3, 0x20AC, 0x24, 0x2B, 0xB1: signs += 1
        case 0x28, 0x29, 0x2A, 0x2020, 0x2021: brackets += 1
        case 0x6B, 0x6D, 0x4B, 0x4D, 0x62, 0x6E, 0x70:  // k, m, bn, p after a number
            letters += 1
            if afterDigit || magnitudes > 0 { magnitudes += 1 }
        case 0x2026, 0x5F: points += 3
        case 0x41...0x5A, 0x61...0x7A: letters += 1
        default: others += 1
        }
        isParting = (scalar == 0x2F || scalar == 0x2D || (0x2010...0x2015).contains(scalar)) && afterDigit
    }

    var shape: WordShape {
        if others > 0 { return .text }
        if digits == 0 {
            if letters == 0 { return points > 1 && dashes == 0 || dots == 1 && dashes + signs + brackets + slashes == 0 ? .leader : .mark }
            // "N/A", "n/a", "NA", "(X)"
            return letters <= 2 && (slashes == 1 || brackets == 2) && letters + slashes + brackets <= 3 ? .mark : .text
        }
        // "£000" is a unit.
        if nonzero == 0, digits == 3, signs > 0, points == 0 { return .mark }
        guard letters == magnitudes, letters <= 2 else { return .text }
        // "45–54", "2024/25"; "31.3.24", "2.1.4"
        if partsDigits || dots > 1 { return .period }
        if slashes > 0 { return .text }
        // "2024)" ends what another word of the heading began.
        let isYear =
            digits == 4 && points == 0 && signs == 0 && brackets < 2 && dashes == 0 && letters == 0
            && ((first == 1 && second == 9) || (first == 2 && second == 0))
        return isYear ? .period : .number
    }
}
