internal import ArgumentParser

/// What concerns the rule files.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Checks, tests, lists, explains and scores the rule files.",
        discussion: "Example: scrutineer rules test --rules Rules",
        subcommands: [
            RulesCheckCommand.self, RulesTestCommand.self, RulesListCommand.self, RulesExplainCommand.self, RulesScoreCommand.self,
        ])
}
