internal import ArgumentParser
internal import Pipeline
internal import Records
internal import Supervision

/// Says what is known of the papers of a folder.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Says what became of the papers of a folder: counts, failures, quarantine, the slowest.",
        discussion: "Example: scrutineer status records\n\nAlso while a run is at work.")

    @Argument(help: ArgumentHelp("Folder of a run.", valueName: "dir"))
    var folder: String

    @Flag(help: "Prints one JSON object.")
    var json = false

    func run() throws {
        let status = try FolderStatus(folder: folder)
        var output = ByteOutput.standard
        try output.write(json ? status.json.indented : Array((status.text(folder: folder) + "\n").utf8))
        try output.flush()
    }
}
