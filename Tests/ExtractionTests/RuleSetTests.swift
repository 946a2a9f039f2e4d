import Extraction
import RuleEngine
import TestSupport
import Testing

@Suite struct RuleSetTests {
    @Test func everyExampleAndRejectComesOutAsStated() throws {
        let report = try Checkout.ruleBook.get().figureReport()
        #expect(report.problems.map(\.description) == [])
        #expect(report.closedGaps.map(\.description) == [])
    }

    @Test func everyStableRuleIsNeededByAnExampleOfItsOwn() throws {
        let book = try Checkout.ruleBook.get()
        for rule in book.rules where rule.finds.isAboutFigures {
            #expect(!book.removing(rule: rule.id).differences(inExamplesOf: rule).isEmpty, "nothing breaks without \(rule.id)")
        }
    }

    @Test func aWrongExampleIsReportedAsADifference() throws {
        let rules = """
            language: 1
            rules:
              - id: pounds
                finds: money
                match: '(?<currency>{sign})(?<number>\\d+)'
                examples:
                  - { text: "for £5", find: [{ text: "£5", value: 6 }] }
                rejects: ["a £7 ticket"]
            """
        let book = try RuleBook.load(texts: ["vocabulary.yaml": "language: 1\nlexicons: { sign: { \"£\": GBP } }\n", "a.yaml": rules])
        #expect(
            book.figureReport().problems.map { "\($0.code.rawValue) \($0.message)" } == [
                "exampleDiffers of `£5` expected value 6, found 5",
                "rejectFound rule `pounds` should find nothing here, but `£7` is found by `pounds`",
            ])
    }
}
