internal import ArgumentParser
internal import RuleEngine

/// The root of the commands.
struct Scrutineer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scrutineer",
        abstract: "Turns council papers (PDF, HTML) into records of their segments, tables and figures.",
        discussion: """
            Example: scrutineer run papers --out records

            Data goes to standard output or to files, words for people to standard error.
            Exit status: 0 all papers were read, 1 some were not or not to their end, 2 usage or rules are wrong, the output can't be \
            written or the inputs are missing, 130 or 143 a run was stopped by Ctrl-C or SIGTERM and what was done is kept.
            """,
        subcommands: [
            RunCommand.self, StatusCommand.self, RetryCommand.self, ExportCommand.self, ExtractCommand.self, WorkerCommand.self,
            SchemaCommand.self, RulesCommand.self, FiguresCommand.self,
            InspectCommand.self, SearchCommand.self, TraceCommand.self, IndexCommand.self, ShowCommand.self, ServeCommand.self,
            EvidenceCommand.self,
        ])

    @Flag(name: [.customShort("V"), .long], help: "Says which version this is, from what it was built, and what its sandbox holds here.")
    var version = false

    func run() throws {
        guard version else { throw CleanExit.helpRequest(self) }
        print(VersionReport.textOfEnteringSandbox())
    }

    /// A word where a command should stand that is none, with the nearest that is; nil where `arguments` name a command.
    ///
    /// The parser says so too, but not where `--help` follows: then it would print the help of something else.
    static func complaint(about arguments: some Sequence<String>) -> String? {
        var configuration = configuration
        for argument in arguments {
            let known = configuration.subcommands.map { $0.configuration }
            if known.isEmpty || argument.hasPrefix("-") || argument == "help" { return nil }
            guard let next = known.first(where: { $0.commandName == argument }) else {
                return "there is no command `\(argument)`\(suggestion(for: argument, among: known.compactMap { $0.commandName }))"
            }
            configuration = next
        }
        return nil
    }
}
