internal import ArgumentParser
internal import Glibc
internal import Pipeline
internal import RuleEngine
internal import Supervision

/// Serves requests from standard input.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Reads one request a line from standard input and writes records: what every host of papers runs.",
        discussion: """
            Example: printf 'minutes.pdf\\n{"path":"agenda.html","url":"https://example.org/a"}\\n' | scrutineer worker

            A request is a bare path or a JSON object with path and, where known, url, modified, retrieved, encoding, what is told of its \
            meeting (organisation, committee, date, item: what the paper prints goes before it) and seconds (after which the worker \
            ends itself). The records of each paper end with a line of type "done"; a paper that can't be read \
            is a record of type "failure". A request with draw (a page) is answered by a line of type "picture" with that page as SVG or PNG in \
            base64, of its part crop (left, top, width, height in points) where that is given. One process opens the papers and hands them to \
            another, which reads them: before its first paper that one gives up the network, other programs, all changes to files and all \
            other files, as far as the kernel lets it.
            """)

    @OptionGroup var rules: RuleOptions
    @OptionGroup var scans: ScanOptions

    @Option(help: ArgumentHelp("Megabytes of memory that this process may hold; more ends it.", valueName: "megabytes"))
    var memory = LimitOptions.usual.megabytes

    @Option(help: ArgumentHelp("Seconds of processor time that a paper may take; more ends this process.", valueName: "seconds"))
    var cpu: Int?

    @Option(help: ArgumentHelp("Seconds of processor time more for each page of a paper.", valueName: "seconds"))
    var cpuPerPage = 0

    @Option(help: ArgumentHelp("Hash that the rules must have: all workers of a host use the same.", valueName: "hash"))
    var rulesHash: String?

    @Option(help: ArgumentHelp("Process with which this one ends.", visibility: .hidden))
    var host: Int32?

    @Option(help: ArgumentHelp("Descriptor of the file that says how far the worker is.", visibility: .hidden))
    var progress: Int32?

    @Flag(help: ArgumentHelp("Papers come as open files over standard input, and none may be opened.", visibility: .hidden))
    var passed = false
    @Flag(help: "Draws pages alone, for requests with draw, and reads no papers and no rules.")
    var pictures = false

    @Flag(
        help: ArgumentHelp("Does what the names of papers say instead of reading them (see Fault.swift): for tests.", visibility: .hidden))
    var fault = false

    @Flag(help: ArgumentHelp("Gives nothing up: to measure what that costs.", visibility: .hidden))
    var withoutSandbox = false

    /// The options that hold a worker to the limits of a run.
    static func arguments(for settings: RunSettings) -> [String] {
        [
            "--passed", "--memory", String(settings.megabytes), "--cpu", String(settings.processorSeconds), "--cpu-per-page",
            String(settings.secondsPerPage), "--host", String(getpid()), "--progress", String(RunSettings.progressDescriptor),
        ]
    }

    func validate() throws {
        let numbers = [memory, cpu, cpuPerPage].compactMap { $0 }
        guard memory > 0, numbers.allSatisfy({ (0...1_000_000_000).contains($0) }) else {
            throw ValidationError("--memory must be above 0, --cpu and --cpu-per-page not below, and none above 1000000000")
        }
    }

    func run() throws {
        if let host { try ProcessLimits.end(withHost: host) }
        guard passed else { return try relay() }
        try ProcessLimits.set(megabytes: memory)
        if pictures { return try DrawingWorker(report: report()).run() }
        let book = try rules.load()
        if let rulesHash, rulesHash != book.hash {
            throw HostError("the rule files are not those of hash \(rulesHash); they were changed since the run began")
        }
        let pipeline = try Pipeline(rules: book, recognisesScans: scans.recognisesScans)
        try Worker(pipeline: pipeline, report: report(), doesFaults: fault).run()
    }

    /// Opens papers for a worker that is given them, and ends as that one does.
    private func relay() throws {
        let ending = try WorkerRelay.run(Arguments.all + ["--passed", "--host", String(getpid())], kept: progress)
        if let signal = ending.signal {
            Glibc.signal(signal, SIG_DFL)
            kill(getpid(), signal)
        }
        if ending.status != 0 { throw ExitCode(ending.status) }
    }

    /// Gives up what a worker doesn't need, and says how it tells of itself from then on.
    private func report() -> WorkReport {
        WorkReport(
            descriptor: progress,
            sandbox: withoutSandbox ? Sandbox.Held() : Sandbox.enter(startsThreads: scans.recognisesScans),
            allowance: cpu.map { WorkReport.Allowance(seconds: $0, secondsPerPage: cpuPerPage) })
    }
}
