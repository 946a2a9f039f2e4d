internal import ArgumentParser

/// Figures of plain text.
struct FiguresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract: "Finds the figures of plain text: a line in, a line of JSON out.",
        discussion: "Example: echo 'a pressure of £8.1m in 2024/25' | scrutineer figures")

    @OptionGroup var rules: RuleOptions

    func run() throws {}
}
