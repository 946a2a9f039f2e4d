import Extraction
import RuleEngine
import Testing

/// What a rule for no figures shows for itself: the words that it takes.
@Suite struct NotFigureTests {
    private func codes(_ match: String, example: String, reject: String = "no sum") throws -> [RuleProblem.Code] {
        let rules = """
            language: 1
            rules:
              - id: money.pounds
                finds: money
                set: { unit: GBP }
                match: '£(?<number>\\d+)'
                examples: [{ text: "it cost £10", find: [{ text: "£10", value: 10 }] }]
              - id: none.club
                finds: notFigure
                priority: 70
                match: '\(match)'
                examples: [{ text: "\(example)", find: [] }]
                rejects: ["\(reject)"]
            """
        return try RuleBook.load(texts: ["rules.yaml": rules]).figureReport().problems.map(\.code)
    }

    @Test func itTakesTheWordsOfItsExample() throws {
        #expect(try codes(#"£\d+ club\b"#, example: "the £10 club meets") == [])
    }

    @Test func anExampleThatItTakesNothingOfShowsNothing() throws {
        #expect(try codes(#"£\d+ klub\b"#, example: "the club meets") == [.neverFires])
    }

    @Test func aRejectThatItTakesIsAProblem() throws {
        #expect(try codes(#"£\d+ club"#, example: "the £10 club meets", reject: "the £10 clubhouse") == [.rejectFound])
    }
}
