internal import ArgumentParser
internal import Pipeline
internal import RecordIndex
internal import Records
internal import Supervision

/// Writes the records of a folder to standard output.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the records of a folder: as JSON Lines, as a table for spreadsheets, or as one SQLite file.",
        discussion: """
            Example: scrutineer export records --format csv > figures.csv
            Or: scrutineer export records --format csv --type segment > segments.csv
            Or: scrutineer export records --format sqlite --out figures.db

            Holds all papers that are done, also those of a run that was stopped before its end. A table holds one type, figures where none \
            is named. The SQLite file is the index with views that join each figure with its paper, meeting, item and table; metadata.yaml \
            beside it tells Datasette what to show: datasette figures.db --metadata metadata.yaml
            """)

    @Argument(help: ArgumentHelp("Folder of a run.", valueName: "dir"))
    var folder: String

    @Option(
        help: ArgumentHelp(
            "Form of the records: \((FolderExport.forms.map(\.name) + [ExportCommand.sqlite]).joined(separator: ", ")).",
            valueName: "name"))
    var format = FolderExport.forms[0].name

    @Option(
        name: .customLong("type"),
        help: ArgumentHelp(
            "A type of records for jsonl and csv: \(Record.Kind.allCases.map(\.rawValue).joined(separator: ", ")); may be given again (default: all).",
            valueName: "type"))
    var types: [String] = []

    @Option(help: ArgumentHelp("File for sqlite; the other forms go to standard output.", valueName: "file"))
    var out: String?

    /// The index as one file.
    private static let sqlite = "sqlite"

    func run() throws {
        if format == ExportCommand.sqlite {
            guard let out else { throw ValidationError("sqlite needs a file: --out figures.db") }
            guard types.isEmpty else { throw ValidationError("sqlite holds all types; leave --type out") }
            return try FolderIndex.open(folder).export(to: out)
        }
        guard out == nil else { throw ValidationError("--out is for sqlite; the other forms go to standard output") }
        guard let form = FolderExport.forms.first(where: { $0.name == format }) else {
            let forms = (FolderExport.forms.map(\.name) + [ExportCommand.sqlite]).joined(separator: ", ")
            throw ValidationError("no format is called \(format); there are \(forms)")
        }
        let kinds = try types.map { name in
            guard let kind = Record.Kind(rawValue: name) else {
                let types = Record.Kind.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("no type of records is called \(name); there are \(types)")
            }
            return kind
        }
        try FolderExport(folder: folder).write(form, kinds: Set(kinds.isEmpty ? Record.Kind.allCases : kinds))
    }
}
