internal import ArgumentParser
internal import Extraction
internal import RuleEngine

/// Tries the examples of all rules.
struct RulesTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Tries every example and reject of every rule.",
        discussion: """
            Example: scrutineer rules test --rules Rules

            Prints for each rule its examples, its rejects and in how many examples it took part, then everything that came out otherwise \
            than stated. Known gaps that work by now are named; they are no errors.
            """)

    @OptionGroup var rules: RuleOptions

    func run() throws {
        let book = try rules.loadWithExamples()
        let start = ContinuousClock.now
        let report = book.patternReport().joined(with: book.figureReport())
        for rule in report.coverage {
            print("\(rule.rule)\t\(rule.examples) examples\t\(rule.rejects) rejects\ttook part in \(rule.fired)")
        }
        for gap in report.closedGaps { Terminal.say(gap.description) }
        guard report.problems.isEmpty else { throw RuleProblems(report.problems) }
        Terminal.say("\(report.coverage.count) rules are as their examples say, in \(start.duration(to: .now))")
    }
}
