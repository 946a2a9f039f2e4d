internal import PaperModel

/// The running sums of a table's columns, by which a row that adds up is told to be its group's or that of all groups.
struct GroupSums {
    /// What a row adds up.
    enum Sum { case group, all }

    private var group: [Int: Amount] = [:]
    private var all: [Int: Amount] = [:]
    private var rowsOfGroup = 0
    private var rowsOfAll = 0

    /// A title: another group begins.
    mutating func begin() {
        group = [:]
        rowsOfGroup = 0
    }

    /// Takes a row of the group in.
    mutating func add(_ row: [(column: Int, amount: Amount)]) {
        for (column, amount) in row {
            // A sum past all size is none.
            group[column] = (group[column] ?? .zero).adding(amount)
            all[column] = (all[column] ?? .zero).adding(amount)
        }
        rowsOfGroup += 1
        rowsOfAll += 1
    }

    /// What a row is the sum of: of two rows at least, in most of its columns within the rounding of its parts. Where both are the same,
    /// there is but one group, and it is that one's.
    func sum(_ row: [(column: Int, amount: Amount)]) -> Sum? {
        func holds(_ sums: [Int: Amount], rows: Int) -> Bool {
            guard rows > 1 else { return false }
            var right = 0
            for (column, amount) in row {
                guard let off = sums[column]?.adding(amount.negated), !amount.isZero else { continue }
                let half = amount.halfUnit
                let slack = Amount(coefficient: Int128(rows + 1) * half.coefficient, scale: half.scale)
                let size = off.isNegative ? off.negated : off
                if size.adding(slack.negated).map({ $0.isNegative || $0.isZero }) ?? false { right += 1 }
            }
            return right * 2 > row.count
        }
        if holds(group, rows: rowsOfGroup) { return .group }
        return holds(all, rows: rowsOfAll) ? .all : nil
    }
}
