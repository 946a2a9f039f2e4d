import Extraction
import PaperModel
import RuleEngine
import TestSupport
import Testing

/// An amount is read whole, or as it stands with a doubt, or not at all: what touches it decides.
@Suite struct WholenessTests {
    private func read(_ text: String) throws -> [String] {
        FigureExtractor(rules: try Checkout.ruleBook.get()).figures(inText: text).map(\.figure).map { figure in
            ([figure.value.description, figure.unit] + figure.doubts.map(\.rawValue)).joined(separator: " ")
        }
    }

    /// Every scale that is written with letters, apart from its number, before what it might begin.
    @Test(arguments: [
        "K Ahmed", "K2 kiosks", "M Shah", "M25 tolls", "M&E works", "m2 of turf", "m² of turf", "B Oakes Ltd", "Bn Hall", "T Jones",
        "Mill Road",
        "Mill Lane Surgery", "Mil House", "Million Trees fund", "Billion Street traders", "Thousand Oaks estate", "Grand Hotel rooms",
        "Hundred Acre wood",
    ])
    func aScaleThatBeginsANameACodeOrAMeasureIsNone(next: String) throws {
        #expect(try read("We paid £250 \(next) for work.") == ["250 GBP"])
        #expect(try read("We paid £250,000 \(next) for work.") == ["250000 GBP"])
    }

    @Test(arguments: [
        ("k", "250000"), ("m", "250000000"), ("mn", "250000000"), ("bn", "250000000000"), ("thousand", "250000"), ("million", "250000000"),
        ("Million", "250000000"),
        ("MILLION", "250000000"), ("billion", "250000000000"), ("hundred thousand", "25000000"),
    ])
    func aScaleIsOneBeforeOtherWords(scale: String, value: String) throws {
        #expect(try read("We paid £250 \(scale) for work.") == ["\(value) GBP"])
        #expect(try read("We paid £250 \(scale).") == ["\(value) GBP"])
    }

    @Test(arguments: [
        ("£2½ million", "2500000 GBP"), ("£2 1/2 million", "2500000 GBP"), ("£¾m", "750000 GBP"), ("£3⅛k", "3125 GBP"),
        ("3½ FTE", "3.5 FTE"),
        ("three quarters of a million pounds", "750000 GBP"), ("50'000 euro", "50000 EUR"), ("(£0.4)m", "-400000 GBP"),
        ("£(0.4m)", "-400000 GBP"),
        ("£minus 0.4m", "-400000 GBP"), ("£12, 345, 678", "12345678 GBP spacedDigits"), ("£1 ,200", "1200 GBP spacedDigits"),
        ("£1\n,200", "1200 GBP spacedDigits"), ("£10 000", "10000 GBP spacedDigits"),
    ])
    func formsThatPeoplePrint(text: String, expected: String) throws {
        #expect(try read("The result was \(text) in all.") == [expected])
    }

    @Test(arguments: ["£2 1/3 million", "£1,23,456", "£1,2345", "£1.2.3", "£100s", "section 262p", "regulation 12p"])
    func whatIsNoWholeIsLeft(text: String) throws {
        #expect(try read("It says \(text) there.").isEmpty)
    }

    @Test(arguments: [
        ("£12, 345 people came", "12 GBP adjoins"), ("£314.3bin was owed", "314.3 GBP adjoins"),
        ("£1,250 m was owed", "1250 GBP ambiguousScale"),
        ("£20to mend it", "20 GBP adjoins"),
    ])
    func aDoubtIsSaid(text: String, expected: String) throws {
        #expect(try read("On that day \(text).") == [expected])
    }

    @Test func oneScaleForTwoAmounts() throws {
        #expect(try read("Costs rose from £10 to £20 million.") == ["10000000 GBP ambiguousScale", "20000000 GBP"])
        #expect(try read("Fees went from £950 to £1.2 million.") == ["950 GBP", "1200000 GBP"])
        #expect(try read("Bids from £10 to £20 million are open.") == ["10000000 to 20000000 GBP"])
        #expect(try read("Spending of £3.2 million and a further 1.3 million in May.") == ["3200000 GBP", "1300000 GBP"])
        #expect(try read("Spending of £3.2 million and a further 1.3 million people.") == ["3200000 GBP"])
    }

    @Test func hostileTextsAreHarmless() throws {
        for text in [
            "£1 ", "£", "£1,", "£1, 23", "£1 1/", "£1 1/0", "½", "£½½½", "£1 M", "£99999999999999999999999999999999999999999½m",
            "£1'000'000'0",
        ] {
            _ = try read(text)
        }
    }
}
