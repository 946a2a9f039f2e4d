internal import ArgumentParser
internal import RuleEngine

/// What concerns the rule files.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Checks, tests and lists the rule files.",
        discussion: "Example: scrutineer rules test --rules Rules",
        subcommands: [Check.self])

    /// Reads and compiles all files.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Reads and compiles the rule files and names everything that is wrong with them.",
            discussion: "Example: scrutineer rules check --rules Rules")

        @OptionGroup var rules: RuleOptions

        func run() throws {
            let book = try rules.load()
            Terminal.say("the rules are good: \(book.hash)")
        }
    }
}
