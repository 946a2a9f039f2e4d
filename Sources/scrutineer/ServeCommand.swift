internal import ArgumentParser
internal import Dispatch
internal import EvidencePage
internal import Foundation
internal import Glibc
internal import Pipeline
internal import Supervision
internal import Synchronization

/// Opens the evidence page of a folder.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Opens a page in the browser on which to search, trace and see every figure on its page.",
        discussion: """
            Example: scrutineer serve records
            Or: scrutineer serve papers --out records

            Given papers, it makes a run of them first and shows how far that is; search finds what is read so far. A folder that holds the published files alone will do. The page is served to this machine alone (127.0.0.1) and to whoever has its address, which is printed and holds a token. Nothing \
            is sent elsewhere. It also works while a run into the folder is at work. Ctrl-C ends it.
            """)

    @Argument(help: ArgumentHelp("Folder of a run; or papers to read first: files and folders.", valueName: "input"))
    var inputs: [String]

    @Option(help: ArgumentHelp("Folder for the records of the papers.", valueName: "dir"))
    var out: String?

    @Option(help: ArgumentHelp("Port to listen on; 0 takes any that is free.", valueName: "number"))
    var port = 0

    @Flag(name: .customLong("no-open"), help: "Prints the address and opens no browser.")
    var staysClosed = false

    @OptionGroup var rules: RuleOptions

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port must be a number from 0 to 65535") }
    }

    /// The folder to show; with papers that are read into it by a run of its own from now on.
    private func folder() throws -> String {
        if inputs.count == 1, out == nil, FolderRecords.state(of: inputs[0]) != nil { return inputs[0] }
        guard let out else {
            throw ValidationError("\(inputs[0]) is no folder of a run; to read papers first, name a folder for their records with --out")
        }
        let run = Process()
        run.executableURL = URL(filePath: Program.path)
        run.arguments = ["run"] + inputs + ["--out", out, "--quiet"] + rules.directories.flatMap { ["--rules", $0] }
        try run.run()
        // The run makes its ledger before it reads a paper; it says itself why it can't.
        while PaperFile.stamp(out + "/.scrutineer/ledger.sqlite") == nil, run.isRunning { usleep(50_000) }
        return out
    }

    func run() throws {
        let folder = try folder()
        let server = EvidenceServer(try EvidenceOpening.folder(folder, rules: rules), port: port)
        let end = DispatchSemaphore(value: 0)
        let problem = Mutex<(any Error)?>(nil)
        let opens = !staysClosed
        Task {
            do {
                try await server.run { address in
                    var output = ByteOutput.standard
                    // Where nobody reads it the page is served all the same.
                    try? output.write(Array((address + "\n").utf8))
                    try? output.flush()
                    if opens { ServeCommand.open(address) }
                }
            } catch {
                problem.withLock { $0 = error }
            }
            end.signal()
        }
        end.wait()
        if let error = problem.withLock({ $0 }) {
            throw ValidationError("the page can't be served on port \(port): \(error.localizedDescription)")
        }
    }

    /// Has the desktop open an address; nothing where there is none.
    private static func open(_ address: String) {
        guard ProcessInfo.processInfo.environment["DISPLAY"] != nil || ProcessInfo.processInfo.environment["WAYLAND_DISPLAY"] != nil else {
            return
        }
        let opener = Process()
        opener.executableURL = URL(filePath: "/usr/bin/env")
        opener.arguments = ["xdg-open", address]
        opener.standardOutput = FileHandle.nullDevice
        opener.standardError = FileHandle.nullDevice
        try? opener.run()
    }
}
