internal import ArgumentParser
internal import Pipeline
internal import RuleEngine

/// Which rule files are used.
struct RuleOptions: ParsableArguments {
    @Option(
        name: .customLong("rules"),
        help: ArgumentHelp(
            "A folder of rule files, in place of those that come with the program; may be given again, later ones add to the earlier ones, or override by id: --rules Rules --rules my-rules.",
            valueName: "dir"))
    var directories: [String] = []

    /// The folders, or the one that comes with the program.
    func folders() throws -> [String] {
        if !directories.isEmpty { return directories }
        guard let builtIn = RuleBook.builtInDirectory() else {
            throw ValidationError("the rule files that come with the program are not beside it; name their folder with --rules")
        }
        return [builtIn]
    }

    /// Reads and checks them all; a bad file is an error, never left out.
    func load() throws -> RuleBook { try RuleBook.load(directories: folders(), isPath: Pipeline.isPath) }
}
