import PaperModel
import RuleEngine
import Testing

@testable import Extraction

@Suite struct ColumnShapeTests {
    private func refusal(_ numbers: [String], besideMarked: Bool = false) -> ColumnUnit.Refusal? {
        ColumnShape(numbers.compactMap { NumberShape(NormalisedText($0)) }).refusal(besideMarked: besideMarked)
    }

    @Test func namesAreToldByTheirLooks() {
        #expect(refusal(["000471", "000472", "000480"]) == .identifier)
        #expect(refusal(["INV1112", "INV1113", "INV1140"]) == .identifier)
        #expect(refusal(["218 4815 37", "248 4815 37"]) == .identifier)
        #expect(refusal(["41753266", "41753267", "41753271"]) == .identifier)
        #expect(refusal(["54021", "10333", "98120"], besideMarked: true) == .identifier)
        #expect(refusal(["54021", "54022", "54030", "54031"]) == .identifier)
    }

    @Test func daysYearsAndLinesAreToldByTheirLooks() {
        #expect(refusal(["01/04/2024", "03.04.2024", "2024-04-09"]) == .date)
        #expect(refusal(["2021", "2022", "2023"]) == .year)
        #expect(refusal(["14", "15", "16", "17"]) == .lineNumber)
    }

    @Test func amountsAreNotRefused() {
        #expect(refusal(["1,204", "33,950.98", "(82.25)"], besideMarked: true) == nil)
        #expect(refusal(["54021", "10333", "98120"]) == nil)
        #expect(refusal(["120", "85", "3000"], besideMarked: true) == nil)
        #expect(refusal(["£2021", "£2022", "£2023"]) == nil)
        #expect(refusal([]) == nil)
    }

    @Test func hostileNumbersAreHarmless() {
        for text in ["", ",,,,", "-", "999999999999999999999999999999", ".", "((((", "£", "1,", "0.", String(repeating: "9", count: 100)] {
            _ = NumberShape(NormalisedText(text)).map { ColumnShape([$0, $0, $0, $0]).refusal(besideMarked: true) }
        }
        #expect(NumberShape(NormalisedText("9999999999999999999999"))?.whole == nil)
    }
}
