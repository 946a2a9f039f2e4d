import Extraction
import PaperModel
import TestSupport
import Testing

/// Times that hold for one entry alone, and times that headings tell beside others.
@Suite struct PeriodReachTests {
    /// The periods of the figures of a paper, in order.
    private func periods(_ write: (inout PaperSketch) -> Void) throws -> [String?] {
        var sketch = PaperSketch()
        sketch.page()
        write(&sketch)
        return try sketch.read().figures.map { $0.period.map { "\($0.start) \($0.end)" } }
    }

    private static let insured = "2023-06-01 2024-05-31"
    private static let year23 = "2023-04-01 2024-03-31"
    private static let year24 = "2024-04-01 2025-03-31"

    @Test(arguments: [
        ("Paid: warden £10, Acme Mutual (1 June 2023 - 31 May 2024) £20, Holt £30", [nil, insured, nil]),
        ("Paid: warden £10; phone line 2023/24 £45; Holt £30", [nil, year23, nil]),
        ("Warden £10; phone line £45 in 2023/24; Holt £30", [nil, year23, nil]),
        ("Scouts £10; Guides £45 (both 2023/24).", [year23, year23]),
        ("Amounts of 2023/24 are to the nearest £1, and the levy was £900.", [nil, year23]),
        ("The shed cost £640 (2023/24), a bench cost £90.", [year23, nil]),
        ("The levy is £25,000 (£23,500 in 2023/24).", [nil, year23]),
        ("The levy for 2024/25 is £25,000, up from £23,500 in 2023/24, making a charge of £48.12 a house.", [year24, year23, year24]),
        ("Fees in 2024/25 are £90, compared with £80 in 2023/24, and fines £7.", [year24, year23, year24]),
        ("The 2023/24 survey was complete, the stile had cost £640.", [nil]),
        ("The 2023/24 survey is done and the stile has cost £640.", [nil]),
    ])
    func aTimeOfOneEntryIsNotThatOfItsNeighbours(text: String, expected: [String?]) throws {
        #expect(try periods { $0.block(text) } == expected)
    }

    @Test(arguments: [
        ("In 2024/25 £3m went on roads, £2m on schools.", 2), ("£3m was spent on roads and £2m on schools in 2024/25.", 2),
        ("The 2024/25 budget was agreed, the precept being £9,000.", 1),
        ("In the financial year (2024/25) £5m went on roads, £6m on parks.", 2),
    ])
    func aTimeOfTheSentenceIsThatOfAllItsFigures(text: String, count: Int) throws {
        #expect(try periods { $0.block(text) } == Array(repeating: Self.year24, count: count))
    }

    @Test func aTimeInALineOfAListIsThatOfTheLine() throws {
        let found = try periods {
            $0.block("Payments May 2022", .heading(level: 3))
            $0.block("Warden's pay £612.40\nPhone line 2023/24 £45.00\nHut £30.00")
        }
        #expect(found == ["2022-05-01 2022-05-31", Self.year23, "2022-05-01 2022-05-31"])
    }

    @Test func aLineOfASentenceIsNoEntry() throws {
        let found = try periods { $0.block("In 2023/24 the trust spent £45,000\nHolt and Marsh got £300 (1%) of it, and lent\nthe rest") }
        #expect(found == [Self.year23, Self.year23])
    }

    private func periods(_ heads: [String], caption: String? = nil, row: String = "Rent", above: [String] = []) throws -> [String?] {
        try periods {
            let numbers = heads.dropFirst().map { _ in "1,200" }
            $0.table((above.isEmpty ? [] : [above]) + [heads, [row] + numbers], headerRows: above.isEmpty ? 1 : 2, caption: caption)
        }
    }

    @Test func daysUnderWordsOfAYearEndAreYears() throws {
        let years = ["2022-04-01 2023-03-31", "2021-04-01 2022-03-31"]
        let heads = ["Item", "31 March 2023 £", "31 March 2022 £"]
        #expect(try periods(heads, above: ["", "Year ending", "Year ending"]) == years)
        #expect(try periods(["Year ended"] + heads.dropFirst()) == years)
        #expect(try periods(["Item", "31.3.23 £", "31.3.22 £"], caption: "Accounts for the year ended 31 March 2023") == years)
    }

    @Test func whatIsHeldOnADayIsOfTheDay() throws {
        let days = ["2023-03-31 2023-03-31", "2022-03-31 2022-03-31"]
        let heads = ["Item", "31.3.23 £", "31.3.22 £"]
        #expect(try periods(heads, caption: "Accounts for the year ended 31 March 2023", row: "Balance at bank") == days)
        #expect(try periods(heads, caption: "Balance sheet for the year ended 31 March 2023") == days)
        #expect(try periods(heads) == days)
    }

    @Test func aMonthOverAColumnIsOfTheYearOfTheTitle() throws {
        #expect(
            try periods(["Item", "April £", "Jan - Mar £", "Q2 actual £", "Total £"], caption: "Income 2023/24")
                == ["2023-04-01 2023-04-30", "2024-01-01 2024-03-31", "2023-07-01 2023-09-30", Self.year23])
        #expect(try periods(["Item", "2023/24 £", "2024/25 £"], row: "May") == ["2023-05-01 2023-05-31", "2024-05-01 2024-05-31"])
        #expect(try periods(["Item", "Half year £"], caption: "Income 2023/24") == [nil])
    }

    @Test func lastYearIsTheOneBeforeThatOfTheTitle() throws {
        #expect(
            try periods(["Item", "Last year £", "Budget £", "Next year £"], caption: "Budget 2024/25")
                == [Self.year23, Self.year24, "2025-04-01 2026-03-31"])
        // Which year is meant by "this year" in a budget that is drawn up the year before?
        #expect(try periods(["Item", "Last year £", "This year £"], caption: "Budget 2024/25") == [nil, nil])
        #expect(try periods(["Item", "Last year £", "This year £"], caption: "Accounts 2024/25") == [Self.year23, Self.year24])
    }
}
