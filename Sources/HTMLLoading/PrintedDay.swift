internal import PaperModel

extension Day {
    /// The first date printed in a text, and the text before it: "Thursday 15 January 2026", "8th September, 2021", "March 27, 2026", "27/03/2026"
    /// (day first), "2026-03-27". Nil where none is printed.
    static func printed(in text: String) -> (day: Day, before: Substring)? {
        let words = text.split { !$0.isLetter && !$0.isNumber }
        for index in words.indices {
            for reading in [dayFirst, monthFirst, numeric] {
                guard let day = reading(words[index...].prefix(4)) else { continue }
                let start = index > 0 && weekdays.contains(where: words[index - 1].lowercased().hasPrefix) ? index - 1 : index
                return (day, text[..<words[start].startIndex])
            }
        }
        return nil
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    private static let monthEndings = ["uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember"]
    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// "15 January 2026", "8th of September 2021".
    private static func dayFirst(_ words: ArraySlice<Substring>) -> Day? {
        var words = words
        guard let day = words.popFirst().flatMap(ordinal) else { return nil }
        if words.first?.lowercased() == "of" { words.removeFirst() }
        guard let month = words.popFirst().flatMap(month(named:)), let year = words.popFirst().flatMap(year) else { return nil }
        return Day(year, month, day)
    }

    /// "January 15 2026".
    private static func monthFirst(_ words: ArraySlice<Substring>) -> Day? {
        var words = words
        guard let month = words.popFirst().flatMap(month(named:)), let day = words.popFirst().flatMap(ordinal),
            let year = words.popFirst().flatMap(year)
        else {
            return nil
        }
        return Day(year, month, day)
    }

    /// "27/03/2026" and "2026-03-27".
    private static func numeric(_ words: ArraySlice<Substring>) -> Day? {
        let parts = words.prefix(3)
        guard parts.count == 3, let first = parts.first, let last = parts.last, let month = Int(parts[parts.startIndex + 1]) else {
            return nil
        }
        if let year = year(first), let day = Int(last.prefix { $0.isNumber }) { return Day(year, month, day) }
        if let year = year(last), let day = Int(first) { return Day(year, month, day) }
        return nil
    }

    /// "8" and "8th".
    private static func ordinal(_ word: Substring) -> Int? {
        let digits = word.prefix { $0.isNumber }
        let ending = word.dropFirst(digits.count).lowercased()
        guard digits.count <= 2, ["", "st", "nd", "rd", "th"].contains(ending) else { return nil }
        return Int(digits)
    }

    /// 1 to 12: a month's name, or its first three letters ("Sept" too).
    static func month(named word: some StringProtocol) -> Int? {
        let lower = word.lowercased()
        guard let index = months.firstIndex(where: lower.hasPrefix) else { return nil }
        let ending = String(lower.dropFirst(3))
        return ending.isEmpty || ending == monthEndings[index] || lower == "sept" ? index + 1 : nil
    }

    /// Four digits from 1900 to 2099; councils have no papers of other years on the web.
    private static func year(_ word: Substring) -> Int? {
        guard word.count == 4, let year = Int(word), (1900...2099).contains(year) else { return nil }
        return year
    }
}
