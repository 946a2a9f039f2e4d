internal import PaperModel
internal import RuleEngine

/// Finds columns that a column of money adds up, row by row: what makes a sum of money is money.
struct RowSums {
    private let layout: TableLayout

    /// The amounts of a column, row by row from the first below the headings; each column is asked for once for each that may be a part of its sum.
    private var amounts: [Int: [Amount?]] = [:]

    init(_ layout: TableLayout) { self.layout = layout }

    /// Fewest rows in which the sum must hold; in two it can be chance.
    private static let fewestRows = 3
    /// Most columns that are tried as parts of a sum: months and a total.
    private static let mostColumns = 14

    /// Gives the unit of a column of money to the columns beside it that it adds up: those on its left, or on its right where totals go first.
    mutating func give(to columns: inout [TableUnits.Column]) {
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
    private mutating func parts(of total: Int, _ columns: [TableUnits.Column]) -> ClosedRange<Int>? {
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

    private mutating func holds(_ parts: ClosedRange<Int>, _ total: Int) -> Bool {
        var right = 0
        var wrong = 0
        let columns = parts.map { amounts(ofColumn: $0) }
        for (row, stated) in amounts(ofColumn: total).enumerated() {
            guard let stated else { continue }
            let amounts = columns.compactMap { $0[row] }
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

    private mutating func amounts(ofColumn column: Int) -> [Amount?] {
        if let known = amounts[column] { return known }
        let read = (layout.headingRows..<max(layout.headingRows, layout.table.rows)).map {
            layout.text(row: $0, column: column)?.cellAmount
        }
        amounts[column] = read
        return read
    }
}
