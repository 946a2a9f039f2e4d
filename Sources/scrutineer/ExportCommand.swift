internal import ArgumentParser
internal import Pipeline
internal import Records
internal import Supervision

/// Writes the records of a folder to standard output.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the records of a folder to standard output: as JSON Lines, or the figures as a table for spreadsheets.",
        discussion: """
            Example: scrutineer export records --format csv > figures.csv

            Holds all papers that are done, also those of a run that was stopped before its end.
            """)

    @Argument(help: ArgumentHelp("Folder of a run.", valueName: "dir"))
    var folder: String

    @Option(help: ArgumentHelp("Form of the records: \(FolderExport.forms.map(\.name).joined(separator: ", ")).", valueName: "name"))
    var format = FolderExport.forms[0].name

    @Option(
        name: .customLong("type"),
        help: ArgumentHelp(
            "A type of records for jsonl: \(Record.Kind.allCases.map(\.rawValue).joined(separator: ", ")); may be given again (default: all).",
            valueName: "type"))
    var types: [String] = []

    func run() throws {
        guard let form = FolderExport.forms.first(where: { $0.name == format }) else {
            throw ValidationError("no format is called \(format)")
        }
        let kinds = try types.map { name in
            guard let kind = Record.Kind(rawValue: name) else { throw ValidationError("no type of records is called \(name)") }
            return kind
        }
        try FolderExport(folder: folder).write(form, kinds: Set(kinds.isEmpty ? Record.Kind.allCases : kinds))
    }
}
