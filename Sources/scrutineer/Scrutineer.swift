internal import ArgumentParser
internal import Pipeline

/// The root of the commands.
struct Scrutineer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scrutineer",
        abstract: "Turns council papers (PDF, HTML) into records of their segments, tables and figures.",
        discussion: """
            Example: scrutineer run papers --out records

            Data goes to standard output or to files, words for people to standard error.
            Exit status: 0 all papers were read, 1 some were not or not to their end, 2 usage or rules are wrong or the output can't be \
            written, 130 or 143 a run was stopped by Ctrl-C or SIGTERM and what was done is kept.
            """,
        version: Program.version,
        subcommands: [
            RunCommand.self, StatusCommand.self, RetryCommand.self, ExportCommand.self, ExtractCommand.self, WorkerCommand.self,
            SchemaCommand.self, RulesCommand.self, FiguresCommand.self,
            InspectCommand.self, SearchCommand.self, TraceCommand.self, IndexCommand.self, ServeCommand.self, EvidenceCommand.self,
        ])
}
