internal import PaperModel
internal import RuleEngine

/// Whether the days over the columns of a table are the ends of years: "Year ending" stands over or beside them, or the title states one.
struct YearEnds {
    /// Whether a heading of the labels' column says so: "Year ended | 31 March 2023".
    private let isSaidBeside: Bool
    /// The year of the title, where the table is none of what is held on a day.
    private let titled: Period?

    init(_ layout: TableLayout, titles: [NormalisedText], period: Period?) {
        isSaidBeside = layout.columnHeadings(0).last.map(YearEnds.leads) ?? false
        let isOfBalances = titles.contains { YearEnds.names(YearEnds.held, $0) }
        titled = period.flatMap { isOfBalances || $0.start == $0.end || !$0.isYearAtMost ? nil : $0 }
    }

    /// The year that ends on the day of a column's heading, for amounts that flow; nil where the day is meant.
    func year(endingOn day: Period, headings: [NormalisedText], rows: [NormalisedText]) -> Period? {
        guard day.start == day.end else { return nil }
        let isSaid = isSaidBeside || headings.dropLast().contains(where: YearEnds.leads)
        let isTitled =
            titled.map { ($0.end.month, $0.end.day) == (day.end.month, day.end.day) && abs($0.end.year - day.end.year) <= 1 } ?? false
        guard isSaid || isTitled && !rows.contains(where: { YearEnds.names(YearEnds.held, $0) }) else { return nil }
        return dayAfter(months: 12, before: day.end).map { Period(start: $0, end: day.end, text: day.text) }
    }

    /// Whether a heading leads to the day that a year ends with: "Year ending", "For the year ended".
    private static func leads(_ heading: NormalisedText) -> Bool {
        guard heading.count <= longestLead else { return false }
        let words = heading.words(0..<heading.count).letterWords
        return words.count >= 2 && words[words.count - 2] == "year" && ["ending", "ended", "to", "end"].contains(words[words.count - 1])
    }

    private static func names(_ words: Set<String>, _ text: NormalisedText) -> Bool {
        text.words(0..<text.count).letterWords.contains { words.contains($0) }
    }

    /// What is held on a day.
    private static let held: Set<String> = [
        "balance", "balances", "reserve", "reserves", "bank", "cash", "account", "asset", "assets", "debtors", "creditors", "liabilities",
        "loan", "loans", "borrowing", "borrowings", "debt", "debts", "investments", "deposit", "deposits", "stock", "fund", "funds",
        "savings", "forward", "position", "equity",
    ]
    private static let longestLead = 60
}
