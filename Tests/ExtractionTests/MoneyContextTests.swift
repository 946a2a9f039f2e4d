import Extraction
import PaperModel
import TestSupport
import Testing

/// Budgets, accounts and lists that print no currency, and tables that must not be taken for them.
@Suite struct MoneyContextTests {
    private func read(_ tables: [(caption: String?, rows: [[String]])]) throws -> (values: [String], figures: [Figure]) {
        var sketch = PaperSketch()
        sketch.page()
        for table in tables { sketch.table(table.rows, caption: table.caption) }
        let figures = try sketch.read().figures
        return (TableUnitTests.values(figures), figures)
    }

    private let budget = [
        ["Item", "Budget", "Spent"], ["Clerk's salary", "4,000", "3,551"], ["Insurance", "1,100", "307"], ["Audit", "300", "69.30"],
    ]

    @Test func aBudgetWithoutASignIsMoneyWithADoubt() throws {
        let (values, figures) = try read([("Budget and precept 2024/25", budget)])
        #expect(values == ["4000 GBP", "3551 GBP", "1100 GBP", "307 GBP", "300 GBP", "69.3 GBP"])
        #expect(figures.allSatisfy { $0.unitFrom == .context && $0.doubts == [.unitFromContext] })
    }

    @Test func aListOfPaymentsWithoutASignIsMoney() throws {
        let rows = [
            ["Cheque", "Payee", "Amount"], ["101433", "Mill Paving", "120.00"], ["101434", "Oak Care", "42.50"],
            ["101435", "Ash Law", "1,310.00"],
        ]
        #expect(try read([("Accounts for payment", rows)]).values == ["120 GBP", "42.5 GBP", "1310 GBP"])
    }

    @Test func nothingIsMoneyByContextWhereAnotherTableIsInThousands() throws {
        let stated = [["", "£000"], ["Roads", "1,204"]]
        #expect(try read([("Summary", stated), ("Budget and precept 2024/25", budget)]).values == ["1204000 GBP"])
    }

    @Test(arguments: [
        ("Visits to the recycling centres", ["Site", "Budget year", "Actual"]),
        ("Budget survey: number of responses", ["Ward", "Budget", "Cost"]),
        ("Population", ["Ward", "2011", "2021"]), ("Votes cast", ["Candidate", "Total", "Share"]), (nil, ["Measure", "Target", "Actual"]),
        ("Income deprivation by ward", ["Ward", "Households", "Residents"]),
    ])
    func tablesOfCountsAreNotDrawnIn(caption: String?, headings: [String]) throws {
        let rows = [headings, ["North", "1,402", "2,118"], ["South", "3,221", "4,005"], ["West", "1,998", "2,340"]]
        #expect(try read([(caption, rows)]).values.isEmpty)
    }

    @Test func numbersThatDoNotLookLikeAmountsAreNotDrawnIn() throws {
        let rows = [["Item", "Budget", "Spent"], ["Insurance", "2", "3"], ["Audit", "4", "1"], ["Wages", "9", "7"]]
        #expect(try read([("Budget 2024/25", rows)]).values.isEmpty)
    }
}
