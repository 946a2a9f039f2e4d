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
            Exit status: 0 all papers were read, 1 some were not, 2 usage or rules are wrong or the output can't be \
            written.
            """,
        version: Program.version,
        subcommands: [
            RunCommand.self, ExtractCommand.self, WorkerCommand.self, SchemaCommand.self, RulesCommand.self, FiguresCommand.self,
            InspectCommand.self,
        ])
}
