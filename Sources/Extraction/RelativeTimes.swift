internal import PaperModel
internal import RuleEngine

/// What a heading says of time only beside a year that stands further off; the names are those of `span` in periods.yaml.
enum RelativeTime: String {
    /// "April", "Q1".
    case partOfYear
    /// "Last year".
    case yearBefore
    case thisYear
    case yearAfter
    /// A part of a year, or years, that nobody can tell: "Month 6", "Previous years".
    case untold
}

extension TableUnits {
    /// What a heading says of time beside a year, in words of its own: "April", "Last year".
    struct RelativeStatement {
        var time: RelativeTime
        var match: RuleMatch
        var text: String

        var isPart: Bool { time == .partOfYear || time == .untold }
    }

    /// Longest heading that tells a time beside a year, bytes.
    private static let longestRelative = 60

    /// The time that a heading tells beside a year; nil where it states one in full or none.
    func relativeTime(in heading: NormalisedText) -> RelativeStatement? {
        guard heading.count <= TableUnits.longestRelative else { return nil }
        return relatives.value(for: heading) {
            guard period(in: heading) == nil, let first = runner.matches(of: phases.relativeTimes, in: heading).first,
                let time = first.rule.settings["span"].flatMap(RelativeTime.init)
            else { return nil }
            return RelativeStatement(time: time, match: first, text: heading.words(first.bytes))
        }
    }

    /// The time that words such as "April" or "Last year" mean where a year is meant by what stands around them; nil where that is no year, or
    /// they may mean several.
    func time(_ stated: RelativeStatement, beside year: Statement<Period>?) -> Statement<Period>? {
        guard let year, year.value.isYearAtMost, year.value.months == 12 else { return nil }
        let found: Period? =
            switch stated.time {
            case .thisYear: year.value
            case .yearBefore: year.value.moved(years: -1, text: stated.text)
            case .yearAfter: year.value.moved(years: 1, text: stated.text)
            case .untold: nil
            case .partOfYear: part(stated, of: year.value)
            }
        return found.map { Statement(value: $0, rules: year.rules + [stated.match.rule.id]) }
    }

    private func part(_ stated: RelativeStatement, of year: Period) -> Period? {
        func number(_ group: String) -> Int? { (stated.match.value(of: group) ?? stated.match[group]).flatMap { Int($0) } }
        guard year.start.day == 1 else { return nil }
        if let quarter = number("quarter") {
            return year.months(from: (quarter - 1) * 3, count: 3, text: stated.text)
        }
        guard let month = number("month") else { return nil }
        let first = (month - year.start.month + 12) % 12
        let last = ((number("endMonth") ?? month) - year.start.month + 12) % 12
        return last < first ? nil : year.months(from: first, count: last - first + 1, text: stated.text)
    }

    /// The time of a column under a title that states one: its own headings come first, the lowest before those above.
    func period(ofColumn headings: [NormalisedText], row: Statement<Period>?, title: Statement<Period>?, isSure: Bool) -> Statement<Period>?
    {
        var relative: RelativeStatement?
        for heading in headings.reversed() {
            if let stated = period(in: heading) {
                guard let relative else { return stated }
                return relative.isPart ? time(relative, beside: stated) : nil
            }
            if relative == nil { relative = relativeTime(in: heading) }
        }
        guard let relative else { return row ?? title }
        if relative.isPart { return time(relative, beside: row ?? title) }
        return row ?? (isSure ? time(relative, beside: title) : nil)
    }
}

extension Period {
    /// How many months it is long; 0 where it doesn't end with the day before the one it begins with.
    fileprivate var months: Int {
        let count = (end.year - start.year) * 12 + end.month - start.month
        if start.day == 1 { return Day.last(ofMonth: end.month, year: end.year) == end ? count + 1 : 0 }
        return start.day == end.day + 1 ? count : 0
    }

    fileprivate func moved(years: Int, text: String) -> Period? {
        let last = Day.last(ofMonth: end.month, year: end.year) == end
        guard let from = Day(start.year + years, start.month, start.day),
            let to = last ? Day.last(ofMonth: end.month, year: end.year + years) : Day(end.year + years, end.month, end.day)
        else { return nil }
        return Period(start: from, end: to, text: text)
    }

    /// Some of its months, where it begins with one.
    fileprivate func months(from first: Int, count: Int, text: String) -> Period? {
        func month(_ index: Int) -> (year: Int, month: Int) { ((index - 1) / 12 + start.year, (index - 1) % 12 + 1) }
        let (from, to) = (month(start.month + first), month(start.month + first + count - 1))
        guard let begin = Day(from.year, from.month, 1), let end = Day.last(ofMonth: to.month, year: to.year) else { return nil }
        return Period(start: begin, end: end, text: text)
    }
}
