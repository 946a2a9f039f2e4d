internal import PaperModel
internal import RuleEngine

/// The time that a match of a period rule says; nil where its parts make no date.
func period(_ match: RuleMatch, text: String) -> Period? {
    guard let year = match["year"].flatMap({ Int($0) }).map(fullYear) else { return nil }
    let endYear = match["endYear"].flatMap { Int($0) }.map { centuryOf(year, end: $0) }
    let month = match.value(of: "month").flatMap { Int($0) } ?? match["month"].flatMap { Int($0) }
    switch match.rule.settings["span"] {
    case "financialYear":
        // Of two digits only years that follow each other are sure to be years: "16-18 apprentices".
        if match["year"]?.utf8.count == 2, endYear != year + 1 { return nil }
        // "2025-28" is the years from 2025-26 to 2027-28; a plan runs for forty years at most.
        guard let endYear, endYear > year, endYear <= year + 40, let start = Day(year, 4, 1), let end = Day(endYear, 3, 31) else {
            return nil
        }
        return Period(start: start, end: end, text: text)
    case "yearEnd":
        guard let endYear, endYear == year + 1, let day = Day(endYear, 3, 31) else { return nil }
        return Period(start: day, end: day, text: text)
    case "quarter":
        guard let quarter = (match.value(of: "quarter") ?? match["quarter"]).flatMap({ Int($0) }) else { return nil }
        return quarterPeriod(quarter, year: year, isFinancial: endYear != nil, text: text)
    case "month":
        let last = match.value(of: "endMonth").flatMap { Int($0) } ?? month
        guard let month, let last, let start = Day(year, month, 1), let end = Day.last(ofMonth: last, year: endYear ?? year), start < end
        else { return nil }
        return Period(start: start, end: end, text: text)
    case "monthEnd":
        guard let month, let end = Day.last(ofMonth: month, year: year) else { return nil }
        return Period(start: end, end: end, text: text)
    case "day":
        guard let month, let number = match["day"].flatMap({ Int($0) }), let day = Day(year, month, number) else { return nil }
        return Period(start: day, end: day, text: text)
    case "days":
        guard let endMonth = (match.value(of: "endMonth") ?? match["endMonth"]).flatMap({ Int($0) }),
            let day = match["day"].flatMap({ Int($0) }),
            let endDay = match["endDay"].flatMap({ Int($0) }), let end = Day(endYear ?? year, endMonth, endDay),
            let start = Day(year, month ?? endMonth, day), start < end
        else { return nil }
        return Period(start: start, end: end, text: text)
    case "monthsTo":
        guard let month, let count = match.value(of: "months").flatMap({ Int($0) }), let last = Day.last(ofMonth: month, year: year),
            let end = match["day"].flatMap({ Int($0) }).map({ Day(year, month, $0) }) ?? last
        else { return nil }
        return dayAfter(months: count, before: end).map { Period(start: $0, end: end, text: text) }
    case "monthsFrom":
        // The months of a financial year count from April.
        guard let count = (match.value(of: "months") ?? match["months"]).flatMap({ Int($0) }), count > 0,
            endYear.map({ $0 == year + 1 && count <= 12 }) ?? true,
            let start = Day(year, month ?? 4, match["day"].flatMap({ Int($0) }) ?? 1), let end = dayBefore(months: count, after: start)
        else { return nil }
        return Period(start: start, end: end, text: text)
    case "calendarYear":
        guard let start = Day(year, 1, 1), let end = Day(year, 12, 31) else { return nil }
        return Period(start: start, end: end, text: text)
    default:
        return nil
    }
}

/// Two digits are years of this century.
private func fullYear(_ year: Int) -> Int { year < 100 ? 2000 + year : year }

/// The end of a span of years: two digits are of the century of its start.
private func centuryOf(_ year: Int, end: Int) -> Int {
    end < 100 ? year / 100 * 100 + end + (end < year % 100 && year % 100 == 99 ? 100 : 0) : end
}

/// Quarters of a financial year begin in April.
private func quarterPeriod(_ quarter: Int, year: Int, isFinancial: Bool, text: String) -> Period? {
    let first = (isFinancial ? 4 : 1) + (quarter - 1) * 3
    let overYear = first > 12 ? 1 : 0
    guard let start = Day(year + overYear, first - 12 * overYear, 1),
        let end = Day.last(ofMonth: first - 12 * overYear + 2, year: year + overYear)
    else {
        return nil
    }
    return Period(start: start, end: end, text: text)
}

/// The day after the one that stands so many months before a day; the end of a month counts from the ends of months.
func dayAfter(months: Int, before day: Day) -> Day? {
    let index = day.year * 12 + day.month - 1 - months
    guard months > 0, index > 0 else { return nil }
    let (year, month) = (index / 12, index % 12 + 1)
    let isLast = Day.last(ofMonth: day.month, year: day.year) == day
    if !isLast, let next = Day(year, month, day.day + 1) { return next }
    return month < 12 ? Day(year, month + 1, 1) : Day(year + 1, 1, 1)
}

/// The last day of so many months from a day on.
private func dayBefore(months: Int, after day: Day) -> Day? {
    let index = day.year * 12 + day.month - 1 + months
    let (year, month) = (index / 12, index % 12 + 1)
    if day.day > 1 { return Day(year, month, day.day - 1) }
    return month > 1 ? Day.last(ofMonth: month - 1, year: year) : Day(year - 1, 12, 31)
}
