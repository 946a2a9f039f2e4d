import PaperModel
import Testing

@Suite struct PeriodTests {
    @Test(arguments: [
        (2023, 2, 29), (2024, 2, 30), (1900, 2, 29), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1), (2024, 1, 0), (0, 1, 1), (10_000, 1, 1),
    ])
    func theCalendarHasNoSuchDay(year: Int, month: Int, day: Int) {
        #expect(Day(year, month, day) == nil)
    }

    @Test(arguments: [(2024, 2, 29), (2000, 2, 29), (2023, 12, 31), (1, 1, 1)])
    func theCalendarHasThisDay(year: Int, month: Int, day: Int) throws {
        let found = try #require(Day(year, month, day))
        #expect((found.year, found.month, found.day) == (year, month, day))
    }

    @Test func isWrittenAsISO8601() throws {
        #expect(try #require(Day(2026, 3, 31)).description == "2026-03-31")
        #expect(try #require(Day(987, 1, 2)).description == "0987-01-02")
    }

    @Test func knowsTheLastDayOfAMonth() {
        #expect(Day.last(ofMonth: 2, year: 2024)?.day == 29)
        #expect(Day.last(ofMonth: 2, year: 2100)?.day == 28)
        #expect(Day.last(ofMonth: 13, year: 2024) == nil)
    }

    @Test func aFinancialYearRunsFromAprilToMarch() throws {
        let year = try #require(Period.financialYear(from: 2024, text: "2024/25"))
        #expect(year.start.description == "2024-04-01")
        #expect(year.end.description == "2025-03-31")
        #expect(Period.financialYear(from: 9_999, text: "9999/00") == nil)
    }

    @Test func daysFollowEachOther() throws {
        let first = try #require(Day(2024, 12, 31))
        let second = try #require(Day(2025, 1, 1))
        #expect(first < second)
        #expect(!(second < first))
    }
}
