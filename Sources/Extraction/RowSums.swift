internal import PaperModel
internal import RuleEngine

/// Finds columns that a column of money adds up, row by row: what makes a sum of money is money.
struct RowSums {
    private let layout: TableLayout

    init(_ layout: TableLayout) { self.layout = layout }

    /// Fewest rows in which the sum must hold; in two it can be chance.
    private static let fewestRows = 3
    /// Most columns that are tried as parts of a sum: months and a total.
    private static let mostColumns = 14

    /// Gives the unit of a column of money to the columns beside it that it adds up: those on its left, or on its right where totals go first.
    func give(to columns: inout [TableUnits.Column]) {
        for total in columns.indices {
            guard columns[total].isNumeric, let unit = columns[total].unit, unit.isMoney, let parts = parts(of: total, columns) else {
                continue
            }
            for part in parts where columns[part].unit == nil {
                columns[part].unit = unit
                columns[part].unit?.source = .caption
            }
        }
    }

    /// The columns that a column adds up, where one of them has no unit; nil where there are none.
    private func parts(of total: Int, _ columns: [TableUnits.Column]) -> ClosedRange<Int>? {
        for step in [-1, 1] {
            var hasOpen = false
            for distance in 1...RowSums.mostColumns {
                let last = total + step * distance
                guard columns.indices.contains(last), columns[last].isNumeric else { break }
                let unit = columns[last].unit
                guard unit == nil || unit?.unit == columns[total].unit?.unit && unit?.refused == nil else { break }
                hasOpen = hasOpen || unit == nil
                let parts = min(last, total + step)...max(last, total + step)
                if hasOpen, distance >= 2, holds(parts, total) { return parts }
            }
        }
        return nil
    }

    private func holds(_ parts: ClosedRange<Int>, _ total: Int) -> Bool {
        var right = 0
        var wrong = 0
        for row in layout.headingRows..<max(layout.headingRows, layout.table.rows) {
            guard let stated = amount(row, total) else { continue }
            let amounts = parts.compactMap { amount(row, $0) }
            guard amounts.count >= 2, amounts.count(where: { !$0.isZero }) >= 2 else { continue }
            let sum = amounts.reduce(Amount?.some(.zero)) { $0?.adding($1) }
            guard let off = sum?.adding(stated.negated) else { continue }
            // Each part and the sum may be rounded by half of its last place.
            let slack = Amount(coefficient: Int128(amounts.count + 1) * stated.halfUnit.coefficient, scale: stated.halfUnit.scale)
            let size = off.isNegative ? off.negated : off
            if size.adding(slack.negated).map({ $0.isNegative || $0.isZero }) ?? false { right += 1 } else { wrong += 1 }
        }
        return right >= RowSums.fewestRows && right >= 4 * wrong
    }

    private func amount(_ row: Int, _ column: Int) -> Amount? { layout.text(row: row, column: column)?.cellAmount }
}
