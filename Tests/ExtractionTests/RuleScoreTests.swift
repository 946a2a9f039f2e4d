import Extraction
import RuleEngine
import TestSupport
import Testing

@Suite struct RuleScoreTests {
    private func score(_ text: String, _ answers: [String]) throws -> RuleScore {
        let book = try Checkout.ruleBook.get()
        var score = RuleScore(book)
        score.add(
            page: 1, of: "a.pdf", explained: FigureExtractor(rules: book).explanations(inText: text),
            stated: try AnnotatedFigure.all(in: Array(answers.joined(separator: "\n").utf8)))
        return score
    }

    private func answer(_ text: String, _ value: String, _ more: String = "") -> String {
        #"{"doc":"a.pdf","page":1,"text":"\#(text)","kind":"money","value":"\#(value)"\#(more)}"#
    }

    @Test func aRuleIsRightWrongOrMissesItsWords() throws {
        let score = try score(
            "It needs £5m, then £7m, then £1-2m, and a wad of notes.",
            [answer("£5m", "5000000"), answer("£1", "1"), answer("a wad of notes", "300")])
        #expect(score.rules["money.sign-first"] == .init(right: 1, wrong: 1, missed: 1))
        #expect(score.rules["money.range-dash"] == .init(right: 0, wrong: 1, missed: 0))
        #expect(score.rules[RuleScore.unclaimed] == .init(right: 0, wrong: 0, missed: 1))
        #expect(score.kinds["money"]?.precision == 1.0 / 3)
        #expect(score.kinds["money"]?.recall == 1.0 / 3)
        #expect(score.differences.map(\.text) == ["£1", "a wad of notes", "£7m", "£1-2m"])
    }

    @Test func anAmountThatIsPrintedTwiceCountsTwice() throws {
        let score = try score("First £5m, then £5m.", [answer("£5m", "5000000"), answer("£5m", "5000000"), answer("£5m", "5000000")])
        #expect(score.kinds["money"] == .init(right: 2, wrong: 0, missed: 1))
    }

    @Test func whatIsOptionalCostsNothing() throws {
        let text = "It needs £5m."
        #expect(try score(text, [answer("£5m", "5000000", #","optional":true"#)]).kinds.isEmpty)
        #expect(try score("It needs it.", [answer("£5m", "5000000", #","optional":true"#)]).kinds.isEmpty)
    }

    @Test func aPageWithoutFiguresShowsWhatWasFoundWrongly() throws {
        let score = try score("It needs £5m.", [#"{"doc":"a.pdf","page":1,"pageFigures":0}"#])
        #expect(score.kinds["money"] == .init(right: 0, wrong: 1, missed: 0))
    }

    @Test func cuesCountWhereTheirFieldIsStated() throws {
        let fields = #","approx":false,"bound":"atMost","per":null,"period":["2024-04-01","2025-03-31"]"#
        let score = try score(
            "up to £5m in 2024/25; then over £6m; £7m",
            [
                answer("up to £5m", "5000000", fields), answer("over £6m", "6000000", #","bound":"atMost","period":"unclear""#),
                answer("£7m", "7000000", #","bound":"atLeast","period":null"#),
            ])
        #expect(score.cues["bound.up-to"] == .init(right: 1, wrong: 0, missed: 0))
        #expect(score.cues["bound.more-than"] == .init(right: 0, wrong: 1, missed: 0))
        #expect(score.cues["(no cue for bound)"] == .init(right: 0, wrong: 0, missed: 1))
        #expect(score.cues["period.financial-year"]?.right == 1)
    }

    @Test func aLineThatIsNoAnswerIsNamed() throws {
        let error = #expect(throws: AnnotatedFigure.Fault.self) {
            try AnnotatedFigure.all(in: Array("\n{\"doc\":1}\n".utf8))
        }
        #expect(error?.line == 2)
    }
}
