import PaperModel
import Testing

@testable import Records

@Suite struct SumCheckTests {
    /// One column; each row has a heading and an amount, which may be nil (blank) and is rounded to whole units.
    private func checks(_ rows: [(String, Int?)], roundedBy half: Amount = .zero) -> [SumCheck] {
        let entries = rows.enumerated().compactMap { row, cell in
            cell.1.map { number -> SumCheck.Entry in
                let amount = Amount(number)
                let interval = ClosedInterval(min: amount.adding(half.negated) ?? amount, max: amount.adding(half) ?? amount)
                return SumCheck.Entry(row: row, column: 1, interval: interval)
            }
        }
        let headings = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($0.offset, $0.element.0) })
        return SumCheck.checks(headings: headings, headerRows: 0, entries: entries)
    }

    @Test func aTotalThatAddsUp() {
        #expect(checks([("Roads", 2), ("Parks", 3), ("Total", 5)]) == [SumCheck(row: 2, column: 1)])
    }

    @Test func nothingIsSaidOfATotalThatDoesNot() {
        #expect(checks([("Roads", 2), ("Parks", 3), ("Total budget", 6)]).isEmpty)
        #expect(checks([("Roads", 2), ("Parks", nil), ("Libraries", 3), ("Total", 6)]).isEmpty)
    }

    @Test func aSubtotalInTwoWordsIsOne() {
        let rows: [(String, Int?)] = [
            ("A", 1), ("B", 2), ("Sub total roads", 3), ("C", 4), ("D", 5), ("Sub total parks", 9), ("Total", 12),
        ]
        #expect(checks(rows).map(\.row) == [2, 5, 6])
    }

    @Test func subtotalsAndTheGrandTotal() {
        let rows: [(String, Int?)] = [("A", 1), ("B", 2), ("Sub-total", 3), ("C", 4), ("D", 5), ("Subtotal", 9), ("Grand total", 12)]
        // "Sub-total" is read as the words "sub" and "total".
        #expect(checks(rows).map(\.row) == [2, 5, 6])
    }

    @Test func roundingIsAllowedFor() {
        let rows: [(String, Int?)] = [("A", 1), ("B", 1), ("Total", 3)]
        #expect(checks(rows, roundedBy: Amount(coefficient: 5, scale: 1)) == [SumCheck(row: 2, column: 1)])
        #expect(checks(rows).isEmpty)
    }

    @Test func oneRowAboveIsNoSum() {
        #expect(checks([("A", 3), ("Total", 4)]).isEmpty)
    }

    @Test func noTotalNoCheck() {
        #expect(checks([("Totnes", 2), ("Parks", 3), ("Both", 5)]).isEmpty)
    }
}
