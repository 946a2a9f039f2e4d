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

    /// Accounts of small councils, none of which prints a currency: what is read of each, and what is not (years, notes, tax base, shares).
    @Test(arguments: [
        (
            "Receipts and payments account",
            [
                ["2016/17", "", "2017/18"], ["", "Receipts", ""], ["12,500.00", "Precept", "13,000.00"], ["1.27", "Bank interest", "2.31"],
            ],
            ["12500", "13000", "1.27", "2.31"]
        ),
        (
            "Income and expenditure account",
            [["", "Note", "2019", "2018"], ["Precept", "1", "104,220", "101,000"], ["Bank interest", "2", "512", "388"]],
            ["104220", "101000", "512", "388"]
        ),
        (
            "Balance sheet as at 31 March 2019",
            [["2018", "", "2019"], ["1,204", "Debtors", "880"], ["44,310", "Cash at bank", "51,207"], ["2,118", "Creditors", "3,340"]],
            ["1204", "880", "44310", "51207", "2118", "3340"]
        ),
        (
            "Bank reconciliation at 31 March 2019",
            [["Current account", "4,512.77", ""], ["Deposit account", "18,904.12", ""], ["", "", "23,416.89"]],
            ["4512.77", "18904.12", "23416.89"]
        ),
        (
            "Movement on reserves",
            [
                ["Reserve", "Balance b/f", "Transfers in", "Balance c/f"], ["General", "18,400", "2,100", "20,500"],
                ["Elections", "2,400", "0", "2,400"],
            ],
            ["18400", "2100", "20500", "2400", "0", "2400"]
        ),
        (
            "Explanation of variances",
            [
                ["Box", "2018/19", "2019/20", "Variance", "%"], ["Precept", "31,000", "33,500", "2,500", "8"],
                ["Staff costs", "12,114", "15,730", "3,616", "30"],
            ],
            ["31000", "33500", "2500", "12114", "15730", "3616"]
        ),
        (
            "Precept requirement for 2021-22",
            [
                ["", "2020-21", "2021-22"], ["Gross expenditure", "41,230", "43,105"], ["Precept", "33,830", "35,205"],
                ["Tax base", "1,204.5", "1,211.3"],
            ],
            ["41230", "43105", "33830", "35205"]
        ),
        (
            "Schedule of accounts to be paid",
            [["Cheque 2041", "B Oakes", "Salary June", "412.66"], ["Cheque 2042", "Parkwise", "Inspection", "78.00"]], ["412.66", "78"]
        ),
    ])
    func accountsWithoutASign(title: String, rows: [[String]], expected: [String]) throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.table(rows, headerRows: 0, headerColumns: 0, caption: title)
        #expect(TableUnitTests.values(try sketch.read().figures) == expected.map { "\($0) GBP" })
    }

    @Test func yearsOverColumnsShiftTheTimeOfTheTitle() throws {
        let rows = [["", "2018", "2017"], ["Precept", "13,000", "12,500"], ["Bank interest", "231", "127"]]
        let periods = try read([("Receipts and payments for the year ended 31 March 2018", rows)]).figures.map {
            $0.period.map { "\($0.start) \($0.end)" } ?? "none"
        }
        #expect(periods == Array(repeating: ["2017-04-01 2018-03-31", "2016-04-01 2017-03-31"], count: 2).flatMap { $0 })
    }

    @Test func aTitleAboveTellsTheTimeOfYearsWithUnits() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.block("Budget comparison for the year ended 31 March 2018")
        sketch.table([["", "2018 £ Spent", "2017 £ Spent"], ["Parks", "4,022", "3,000"], ["Halls", "94,886", "20,000"]])
        let periods = try sketch.read().figures.prefix(2).map { "\($0.period.map { "\($0.start) \($0.end)" } ?? "none")" }
        #expect(periods == ["2017-04-01 2018-03-31", "2016-04-01 2017-03-31"])
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
