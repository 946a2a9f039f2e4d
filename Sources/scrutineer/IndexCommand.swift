internal import ArgumentParser
internal import Pipeline
internal import RecordIndex
internal import Supervision

/// Makes or brings up the index of a folder.
struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Makes the index over the records of a folder, or brings it up to them.",
        discussion: """
            Example: scrutineer index records

            search, trace and show make it when they first need it, and run keeps one that is there up. It holds nothing that the records \
            don't say: it can be thrown away at any time. It is an SQLite file, records/.scrutineer/index.sqlite.
            """)

    @Argument(help: ArgumentHelp("Folder of a run.", valueName: "dir"))
    var folder: String

    @Flag(help: "Makes it again as a whole.")
    var rebuild = false

    func run() throws {
        guard let state = FolderRecords.state(of: folder) else { throw HostError("no run was made into \(folder)") }
        let (_, change) = try FolderIndex.update(folder, try FolderRecords(folder: folder), state: state, rebuilding: rebuild)
        Terminal.say(
            "\(change.papers) papers and \(change.figures) figures; \(change.added) sources were read, \(change.removed) are gone or changed"
        )
    }
}
