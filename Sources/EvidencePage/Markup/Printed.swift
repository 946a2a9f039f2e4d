/// Numbers as people read them.
enum Decimal {
    /// A number with so many decimals at most (0 to 4), without closing zeros.
    static func text(_ value: Double, places: Int) -> String {
        let parts = (0..<max(0, min(places, 4))).reduce(1) { parts, _ in parts * 10 }
        guard value.isFinite, abs(value) < 1e12 else { return "0" }
        let scaled = Int((value * Double(parts)).rounded())
        let (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt(parts))
        var digits = rest == 0 ? "" : String(rest)
        if rest != 0 {
            digits = String(repeating: "0", count: String(parts).count - 1 - digits.count) + digits
            while digits.hasSuffix("0") { digits.removeLast() }
        }
        return (scaled < 0 ? "-" : "") + String(whole) + (digits.isEmpty ? "" : "." + digits)
    }
}

/// Digits in groups of three.
enum Grouped {
    /// A decimal string with its whole part in groups: "1300000.5" is "1,300,000.5".
    static func digits(of number: String) -> String {
        let isNegative = number.hasPrefix("-")
        let parts = (isNegative ? number.dropFirst() : number[...]).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, whole.allSatisfy(\.isNumber) else { return number }
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
            grouped.append(digit)
        }
        return (isNegative ? "−" : "") + grouped + (parts.count > 1 ? "." + parts[1] : "")
    }
}

/// An amount with its unit, as people read it.
enum PrintedAmount {
    private static let signs = ["GBP": "£", "EUR": "€", "USD": "$"]

    /// "£1,300,000", "12.5 FTE"; the unit is an ISO 4217 code, `FTE`, `posts` or `people`.
    static func text(_ value: String, unit: String?) -> String {
        let digits = Grouped.digits(of: value)
        guard let unit else { return digits }
        guard let sign = signs[unit] else { return digits + " " + unit }
        // Records leave closing zeros out; people write no tenth of a pound.
        let isTenth = digits.lastIndex(of: ".").map { digits.distance(from: $0, to: digits.endIndex) == 2 } ?? false
        let amount = isTenth ? digits + "0" : digits
        return amount.hasPrefix("−") ? "−" + sign + amount.dropFirst() : sign + amount
    }

    /// What an amount comes to whose printed form lacks its unit and scale, as in a table of thousands; nil where it tells both itself.
    static func meaning(of printed: String, value: String?, unit: String?) -> String? {
        guard let value, let unit, !printed.contains(where: { "£€$".contains($0) || $0.isLetter }) else { return nil }
        let amount = text(value, unit: unit)
        return amount == printed ? nil : amount
    }

    /// Short, for axes: "£1.3m".
    static func short(_ value: Double, unit: String?) -> String {
        let size = abs(value)
        let (scaled, suffix): (Double, String) =
            size >= 1e9 ? (value / 1e9, "bn") : size >= 1e6 ? (value / 1e6, "m") : size >= 1e3 ? (value / 1e3, "k") : (value, "")
        let digits = Grouped.digits(of: Decimal.text(scaled, places: size >= 1e3 ? 2 : 1))
        guard let sign = unit.flatMap({ signs[$0] }) else { return digits + suffix }
        return (digits.hasPrefix("−") ? "−" + sign + digits.dropFirst() : sign + digits) + suffix
    }
}
