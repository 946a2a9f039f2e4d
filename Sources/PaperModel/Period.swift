/// A day of the Gregorian calendar.
public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Year, 1 to 9999.
    public let year: Int
    /// Month, 1 to 12.
    public let month: Int
    /// Day of the month, 1 to 31.
    public let day: Int

    /// Makes a day; nil where the calendar has none such.
    public init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        guard day >= 1, day <= Day.length(ofMonth: month, year: year) else { return nil }
        self.init(unchecked: year, month, day)
    }

    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads ISO 8601: "2026-03-31"; nil where the text is anything else, or no day of the calendar.
    public init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year, month, day)
    }

    /// The last day of a month; nil where there is no such month.
    public static func last(ofMonth month: Int, year: Int) -> Day? {
        (1...12).contains(month) ? Day(year, month, length(ofMonth: month, year: year)) : nil
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// Order in time.
    public static func < (left: Day, right: Day) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// ISO 8601: "2026-03-31".
    public var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

/// A span of time that a figure is for, both days inclusive.
public struct Period: Sendable, Hashable {
    /// First day.
    public var start: Day
    /// Last day.
    public var end: Day
    /// The words as printed.
    public var text: String

    /// Makes a period.
    public init(start: Day, end: Day, text: String) {
        self.start = start
        self.end = end
        self.text = text
    }

    /// The UK financial year that begins on 1 April of `year`; nil for years outside the calendar.
    public static func financialYear(from year: Int, text: String) -> Period? {
        guard let start = Day(year, 4, 1), let end = Day(year + 1, 3, 31) else { return nil }
        return Period(start: start, end: end, text: text)
    }
}
