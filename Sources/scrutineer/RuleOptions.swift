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

    /// Reads and checks them all; a bad file is an error, never left out. Their examples are left out.
    func load() throws -> RuleBook { try RuleOptions.load(folders()) }

    /// Reads and checks them all, with their examples, rejects and gaps.
    func loadWithExamples() throws -> RuleBook { try RuleBook.load(directories: folders(), isPath: Pipeline.isPath) }

    /// The rules of folders, compiled by an earlier start where the user has a cache of them.
    static func load(_ folders: [String]) throws -> RuleBook {
        let build = Program.build
        let cache = build.isEmpty ? nil : RuleCache.ownFolder.map { RuleCache(folder: $0, build: "\(Program.version) \(build)") }
        return try RuleBook.load(directories: folders, cache: cache, isPath: Pipeline.isPath)
    }
}
