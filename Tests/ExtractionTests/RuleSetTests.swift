import Extraction
import Foundation
import PaperModel
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

    /// The problems of a book of two rules, as `rules test` names them.
    private func problems(_ rules: String) throws -> [String] {
        try RuleBook.load(texts: [
            "vocabulary.yaml": "language: 1\nlexicons: { sign: { \"£\": GBP } }\n", "a.yaml": "language: 1\nrules:\n" + rules,
        ]).figureReport().problems.map { "\($0.mark.line) \($0.code.rawValue)" }
    }

    @Test func aStableRuleThatNoExampleFiresIsReported() throws {
        let rules = """
              - { id: a, finds: money, match: '(?<currency>{sign})(?<number>\\d+)', examples: [{ text: "£5", find: [{ text: "£5", value: 5 }] }] }
              - { id: b, finds: money, match: '(?<currency>{sign}) (?<number>\\d+)', examples: [{ text: "£5", find: [{ text: "£5", value: 5 }] }] }
            """
        #expect(try problems(rules) == ["4 neverFires"])
    }

    @Test func rulesOfEqualOrderThatClaimTheSameWordsAreReported() throws {
        func rules(_ priority: Int) -> String {
            """
              - { id: a, finds: money, match: '(?<currency>{sign})(?<number>\\d+)', examples: [{ text: "£5", find: [{ text: "£5", value: 5 }] }] }
              - { id: b, finds: money, priority: \(priority), match: '(?<currency>{sign})(?<number>\\d{2})', examples: [{ text: "£55", find: [{ text: "£55", value: 55 }] }] }
            """
        }
        #expect(try problems(rules(60)) == [])
        #expect(try problems(rules(50)) == ["4 equalOrder", "4 neverFires"])
    }

    @Test func aGapThatWorksByNowIsReported() throws {
        let rules = """
              - id: a
                finds: money
                match: '(?<currency>{sign})(?<number>\\d+)'
                examples: [{ text: "£5", find: [{ text: "£5", value: 5 }] }]
                gaps: [{ text: "£6", find: [{ text: "£6", value: 6 }], why: "none" }, { text: "£ 6", find: [{ text: "£ 6", value: 6 }], why: "a space" }]
            """
        let book = try RuleBook.load(texts: [
            "vocabulary.yaml": "language: 1\nlexicons: { sign: { \"£\": GBP } }\n", "a.yaml": "language: 1\nrules:\n" + rules,
        ])
        #expect(book.figureReport().closedGaps.map(\.code) == [.gapCloses])
    }

    @Test func aDeclaredSenseReachesTheFigure() throws {
        let own = """
            language: 1
            senses: { toll: What is paid to pass. }
            rules:
              - id: own.toll
                finds: sense
                attaches: either
                reach: [clause]
                priority: 90
                match: '\\btolls?\\b'
                set: { sense: toll }
                examples: [{ text: 'The toll of £2 stands.', find: [{ text: '£2', sense: toll }] }]
            """
        let folder = FileManager.default.temporaryDirectory.appending(path: "rules-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(own.utf8).write(to: folder.appending(path: "own.yaml"))
        let book = try RuleBook.load(directories: [Checkout.rules, folder.path])
        let figures = FigureExtractor(rules: book).figures(inText: "The toll of £2 stands, and the cost is £5.")
        #expect(figures.map { $0.figure.sense?.rawValue } == ["toll", "cost"])
        #expect(figures.first?.figure.sense.map { $0 < .limit } == true)
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
