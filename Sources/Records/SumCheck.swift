internal import PaperModel

/// Whether the amount in a total row is the sum of amounts above it in its column.
///
/// A sum that holds is reported, within what rounding of the printed digits can hide. One that does not is left out: rows "of which",
/// subtotals without a word that says so, rounded pounds and net rows are too common for a verdict.
struct SumCheck: RecordObject, Equatable {
    /// 0-based row of the total.
    let row: Int
    /// 0-based column.
    let column: Int

    static let name = "check"
    static let fields: [Field<SumCheck>] = [
        .constant("kind", "sum"),
        .required("row") { $0.row },
        .required("column") { $0.column },
        .required("holds") { _ in true },
    ]

    /// Amounts of a table's cells, as the figures state them.
    struct Entry {
        let row: Int
        let column: Int
        let interval: ClosedInterval
    }

    /// The checks of a table, row by row.
    ///
    /// `headings` holds the first words of each row that has any; `entries` the amounts in the order of rows and columns.
    static func checks(headings: [Int: String], headerRows: Int, entries: [Entry]) -> [SumCheck] {
        let totals = Set(headings.filter { $0.key >= headerRows && isTotal($0.value) }.keys)
        guard !totals.isEmpty else { return [] }
        var columns: [Int: Column] = [:]
        var checks: [SumCheck] = []
        for entry in entries where entry.row >= headerRows {
            var column = columns[entry.column] ?? Column()
            if totals.contains(entry.row) {
                if column.candidates.contains(where: { $0.count > 1 && $0.agrees(with: entry.interval) }) {
                    checks.append(SumCheck(row: entry.row, column: entry.column))
                }
                column.sinceTotal = Sum()
                column.totals.add(entry.interval)
            } else {
                column.sinceTotal.add(entry.interval)
                column.all.add(entry.interval)
            }
            columns[entry.column] = column
        }
        return checks
    }

    /// What a total in this column may be the sum of: the rows since the last total, all rows, or the totals so far.
    private struct Column {
        var sinceTotal = Sum()
        var all = Sum()
        var totals = Sum()

        var candidates: [Sum] { [sinceTotal, all, totals] }
    }

    /// The least and most that a sum of rounded amounts can be; nil once it has too many digits.
    private struct Sum {
        var least: Amount? = .zero
        var most: Amount? = .zero
        var count = 0

        mutating func add(_ interval: ClosedInterval) {
            least = least?.adding(interval.min)
            most = most?.adding(interval.max)
            count += 1
        }

        func agrees(with total: ClosedInterval) -> Bool {
            guard let least, let most else { return false }
            return !(total.max < least) && !(most < total.min)
        }
    }

    /// Whether a row's first words say that it adds up what stands above.
    private static func isTotal(_ heading: String) -> Bool {
        let words = heading.letterWords
        return words.first == "total" || words.last == "total" || words.contains("subtotal") || words.starts(with: ["sub", "total"])
    }
}
