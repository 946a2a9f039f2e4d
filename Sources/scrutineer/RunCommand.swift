internal import ArgumentParser
internal import Glibc
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

            A list on standard input has a path a line, or parted by NUL (find -print0), or JSON objects a line with path and what else is \
            known, as a manifest has it.

            The folder remembers what was read: a run that was cut off goes on where it stopped, and a later one reads only papers that \
            are new or changed (and all, with other rules or another version). Papers that are no longer among the inputs leave the files; \
            where that would be most of them, or a folder that is named is missing or holds none any more, nothing is done without --prune.

            In folders names that begin with a dot are left alone, and links to other folders are told and not followed.

            What a paper prints of its meeting goes before what a manifest tells of it; a line that names no paper of the run, or holds \
            something else than the keys, ends the run before a paper is read. Papers are not read again for a changed manifest, but \
            for web pages of which another encoding is told.

            PDFs that are attached to a PDF are papers of their own, at its path, a slash and the name that they have there.
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
            organisation, committee, date, item what is known; with a path also the encoding that a web page's server named.
            """, valueName: "file"))
    var manifest: String?

    @Flag(
        help: ArgumentHelp(
            "The papers of a folder are those of one meeting: one that doesn't print whose and when takes it from the others."))
    var assumeFolderIsMeeting = false

    @Option(
        help: ArgumentHelp(
            "Folder from which records say where papers lie, so that they say the same wherever the folder is.", valueName: "dir"))
    var root: String?

    @Flag(help: "Lets papers leave the files though their folder is missing or empty, the list names none, or most of them would leave.")
    var prune = false

    @Flag(help: "Ends with status 0 though papers were read in part only, such as those with scanned pages.")
    var allowPartial = false

    @Flag(help: "Makes the ledger of the folder anew from the records that are stored there, after it was damaged.")
    var rebuildLedger = false

    @OptionGroup(title: "Limits") var limits: LimitOptions
    @OptionGroup(title: "Rules and scans") var rules: RuleOptions
    @OptionGroup var scans: ScanOptions
    @OptionGroup(title: "Words and metrics") var reports: ReportOptions

    func run() throws {
        try scans.require()
        var input = LineInput(descriptor: STDIN_FILENO)
        let list = inputs.contains("-") ? try InputList(input.rest()) : nil
        var order = RunOrder(inputs: inputs.filter { $0 != "-" }, list: list?.entries, rules: rules, scans: scans, limits: limits)
        order.manifest = manifest
        order.folderIsMeeting = assumeFolderIsMeeting
        order.root = root
        var settings = try order.settings()
        settings.prunes = prune
        settings.rebuildsLedger = rebuildLedger
        try SupervisedRun(
            settings: settings, inputs: { Inputs(order.inputs, list: list) }, folder: out, reports: reports, allowsPartial: allowPartial
        )
        .run()
    }
}
