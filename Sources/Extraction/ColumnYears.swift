internal import PaperModel

/// The year of a column that shows what became of the budget beside it: "Budget 2017-18 | Spent".
struct ColumnYears {
    /// Years of the columns that state one of a budget.
    private var budgets: [Int: Period] = [:]

    init(_ figures: [(figure: Figure, isOpen: Bool)]) {
        for case (let figure, _) in figures {
            guard let cell = figure.cell, budgets[cell.column] == nil, let period = figure.period, period.isYear,
                cell.columnLabels.contains(where: { $0.contains(period.text) }),
                cell.columnLabels.contains(where: { label in ColumnYears.plans.contains { label.holds($0) } })
            else { continue }
            budgets[cell.column] = period
        }
    }

    /// Gives amounts of columns that state no year that of the budget left of them.
    func date(_ figures: inout [(figure: Figure, isOpen: Bool)]) {
        if budgets.isEmpty { return }
        for place in figures.indices {
            guard let cell = figures[place].figure.cell, budgets[cell.column] == nil, let label = cell.columnLabels.last,
                ColumnYears.outcomes.contains(label.letterWords.joined(separator: " ")),
                let year = budgets[cell.column - 1] ?? budgets[cell.column - 2],
                figures[place].figure.period.map({ period in !cell.columnLabels.contains { $0.contains(period.text) } }) ?? true
            else { continue }
            figures[place].figure.period = year
        }
    }

    private static let plans = ["budget", "estimate", "budgeted"]
    private static let outcomes: Set<String> = [
        "spent", "actual", "actuals", "outturn", "spent to date", "actual to date", "spend", "expenditure",
    ]
}

extension Period {
    /// Whether it is a financial year.
    var isYear: Bool { isYearAtMost && (start.month, start.day) == (4, 1) && (end.month, end.day) == (3, 31) }
}
