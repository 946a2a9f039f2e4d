import Testing

@testable import PaperModel

@Suite struct AmountTests {
    @Test(arguments: [
        ("970000", 970_000, 0), ("1,234.50", 123_450, 2), ("-0.5", -5, 1), ("1 000 000", 1_000_000, 0), (".25", 25, 2), ("007", 7, 0),
    ])
    func readsDigitsWithTheirWrittenPrecision(digits: String, coefficient: Int, scale: Int) throws {
        let amount = try #require(Amount(digits: digits))
        #expect(amount.coefficient == Int128(coefficient))
        #expect(amount.scale == scale)
    }

    @Test(arguments: ["", ".", "-", "1.2.3", "1-2", "£5", "1e6", "٣", String(repeating: "9", count: 31)])
    func refusesWhatIsNoNumber(digits: String) {
        #expect(Amount(digits: digits) == nil)
    }

    @Test(arguments: [
        (Amount(coefficient: 970, scale: 3), "0.97"), (Amount(coefficient: 5, scale: -3), "5000"),
        (Amount(coefficient: -5, scale: 1), "-0.5"),
        (Amount(coefficient: 0, scale: 4), "0"), (Amount(coefficient: 1_200, scale: 2), "12"),
        (Amount(coefficient: 12, scale: 6), "0.000012"),
    ])
    func isWrittenPlainly(amount: Amount, text: String) {
        #expect(amount.description == text)
    }

    @Test func scalingKeepsThePrecision() throws {
        let printed = try #require(Amount(digits: "0.970"))
        let scaled = try #require(printed.multiplied(by: Amount(1_000_000)))
        #expect(scaled.description == "970000")
        #expect(scaled.scale == 3)
        #expect(scaled.normalised == Amount(970_000))
    }

    @Test func halfUnitIsHalfOfTheLastPlace() {
        #expect(Amount(coefficient: 81, scale: 1).halfUnit.description == "0.05")
        #expect(Amount(8).halfUnit.description == "0.5")
    }

    @Test func addsAcrossScales() throws {
        let sum = try #require(Amount(coefficient: 15, scale: 1).adding(Amount(coefficient: 25, scale: 2)))
        #expect(sum.description == "1.75")
    }

    @Test func tooManyDigitsGiveNoProductAndNoSum() {
        let large = Amount(coefficient: Int128.max)
        #expect(large.multiplied(by: Amount(10)) == nil)
        #expect(large.adding(Amount(1)) == nil)
        #expect(Amount(1).adding(Amount(coefficient: 1, scale: 60)) == nil)
    }

    @Test func ordersBySize() {
        #expect(Amount(coefficient: 15, scale: 1) < Amount(2))
        #expect(Amount(-3) < Amount(coefficient: -29, scale: 1))
        #expect(!(Amount(coefficient: 10, scale: 1) < Amount(1)))
        #expect(Amount(coefficient: 1, scale: 60) < Amount(1))
    }
}
