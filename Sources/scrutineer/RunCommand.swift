internal import ArgumentParser
internal import Pipeline
internal import Supervision

/// Reads many papers in workers.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Reads papers in worker processes and writes one file of records a type.",
        discussion: """
            Example: scrutineer run papers agenda.html --out records
            Or: find papers -name '*.pdf' | scrutineer run - --out records

            Each paper ends as a record in documents.jsonl or one in failures.jsonl. A paper that is too slow, needs too much memory or \
            brings its worker down is a failure, or a partial document where the pages before can be read, and the run goes on. The output \
            is the same whatever the number of workers.

            The folder remembers what was read: a run that was cut off goes on where it stopped, and a later one reads only papers that \
            are new or changed (and all, with other rules or another version). Papers that are no longer among the inputs leave the files.

            What a paper prints of its meeting goes before what a manifest tells of it; a line that names no paper of the run, or holds \
            something else than the keys, ends the run before a paper is read. Papers are not read again for a changed manifest.
            """)

    @Argument(
        help: ArgumentHelp("PDF and HTML files, folders that hold some, or - for a list of them on standard input.", valueName: "input"))
    var inputs: [String]

    @Option(name: .shortAndLong, help: ArgumentHelp("Folder for the records; made where it is missing.", valueName: "dir"))
    var out: String

    @Option(
        help: ArgumentHelp(
            """
            A file that tells of papers what they don't print, one JSON object a line: path or digest, and of url, retrieved, modified, \
            organisation, committee, date, item what is known.
            """, valueName: "file"))
    var manifest: String?

    @Flag(
        help: ArgumentHelp(
            "The papers of a folder are those of one meeting: one that doesn't print whose and when takes it from the others."))
    var assumeFolderIsMeeting = false

    @OptionGroup(title: "Limits") var limits: LimitOptions
    @OptionGroup(title: "Rules and scans") var rules: RuleOptions
    @OptionGroup var scans: ScanOptions
    @OptionGroup(title: "Words and metrics") var reports: ReportOptions

    func run() throws {
        let named = inputs.flatMap { $0 == "-" ? linesOfStandardInput() : [$0] }
        var order = RunOrder(inputs: named, rules: rules, scans: scans, limits: limits)
        order.manifest = manifest
        order.folderIsMeeting = assumeFolderIsMeeting
        try SupervisedRun(settings: order.settings(), inputs: named, folder: out, reports: reports).run()
    }

    private func linesOfStandardInput() -> [String] {
        Array(AnyIterator { readLine() }).filter { !$0.isEmpty }
    }
}
