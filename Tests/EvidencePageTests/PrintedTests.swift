import Testing

@testable import EvidencePage

/// Numbers, days and names as people read them.
@Suite struct PrintedTests {
    @Test func amounts() {
        #expect(PrintedAmount.text("1300000", unit: "GBP") == "£1,300,000")
        #expect(PrintedAmount.text("-111600000.5", unit: "GBP") == "−£111,600,000.50")
        #expect(PrintedAmount.text("12.5", unit: "FTE") == "12.5 FTE")
        #expect(PrintedAmount.text("999", unit: nil) == "999")
        #expect(PrintedAmount.short(23_300_000, unit: "GBP") == "£23.3m")
        #expect(PrintedAmount.short(1_500_000_000, unit: "GBP") == "£1.5bn")
    }

    @Test func lengths() {
        #expect(Decimal.text(12.5, places: 2) == "12.5")
        #expect(Decimal.text(-0.054, places: 2) == "-0.05")
        #expect(Decimal.text(.nan, places: 2) == "0")
        #expect(Decimal.text(.infinity, places: 2) == "0")
    }

    @Test func words() {
        #expect(Words.of("agendaPack") == "agenda pack")
        #expect(Words.day("2025-10-14") == "14 October 2025")
        #expect(Words.day("soon") == "soon")
        #expect(Words.day("2025-13-01") == "2025-13-01")
        #expect(Words.count(1, "paper") == "1 paper")
        #expect(Words.count(2_000, "paper") == "2,000 papers")
    }

    @Test func amountsThatAreTypedIntoAFilter() {
        #expect(ResultsView.amount("£1.5m") == 1_500_000)
        #expect(ResultsView.amount("20,000") == 20_000)
        #expect(ResultsView.amount("3bn") == 3e9)
        #expect(ResultsView.amount("x") == nil)
        #expect(ResultsView.amount("nan") == nil)
        #expect(ResultsView.amount("1e999") == nil)
    }
}
