internal import ArgumentParser
internal import Pipeline
internal import RuleEngine

/// Reads and compiles all files.
struct RulesCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reads and compiles the rule files and names everything that is wrong with them.",
        discussion: "Example: scrutineer rules check --rules Rules")

    @OptionGroup var rules: RuleOptions

    func run() throws {
        let book = try rules.loadWithExamples()
        _ = try Pipeline(rules: book)
        Terminal.say("\(book.rules.count) rules and \(book.layouts.count) page layouts are good: \(book.hash)")
    }
}
