internal import ArgumentParser
internal import Pipeline
internal import RuleEngine

/// Serves requests from standard input.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Reads one request a line from standard input and writes records: what every host of papers runs.",
        discussion: """
            Example: printf 'minutes.pdf\\n{"path":"agenda.html","url":"https://example.org/a"}\\n' | scrutineer worker

            A request is a bare path or a JSON object with path and, where known, url, modified, retrieved, encoding and seconds \
            (after which the worker ends itself). The records of each paper end with a line of type "done"; a paper that can't be read \
            is a record of type "failure".
            """)

    @OptionGroup var rules: RuleOptions
    @OptionGroup var scans: ScanOptions

    @Option(help: ArgumentHelp("Megabytes of memory that this process may hold.", valueName: "megabytes"))
    var memory: Int?

    @Option(help: ArgumentHelp("Hash that the rules must have: all workers of a host use the same.", valueName: "hash"))
    var rulesHash: String?

    func run() throws {
        if let memory { try ProcessLimits.set(megabytes: memory) }
        let book = try rules.load()
        if let rulesHash, rulesHash != book.hash {
            throw HostError("the rule files are not those of hash \(rulesHash); they were changed since the run began")
        }
        try Worker(pipeline: Pipeline(rules: book, recognisesScans: scans.recognisesScans)).run()
    }
}
