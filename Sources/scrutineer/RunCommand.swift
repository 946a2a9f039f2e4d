internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Records
internal import RuleEngine
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
            brings its worker down is a failure, and the run goes on. The output is the same whatever the number of workers.
            """)

    @Argument(
        help: ArgumentHelp("PDF and HTML files, folders that hold some, or - for a list of them on standard input.", valueName: "input"))
    var inputs: [String]

    @Option(help: ArgumentHelp("Folder for the records; made where it is missing.", valueName: "dir"))
    var out: String

    @Option(help: ArgumentHelp("Papers that are read at the same time (default: one per core).", valueName: "number"))
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

    @Option(
        help: ArgumentHelp(
            "Seconds that a paper may take, and five more for each megabyte of it; ten times as long with --ocr.", valueName: "seconds"))
    var deadline = 60

    @Option(help: ArgumentHelp("Megabytes of memory that a worker may hold.", valueName: "megabytes"))
    var memory = 1_024

    @OptionGroup var rules: RuleOptions
    @OptionGroup var scans: ScanOptions

    /// How much longer a paper may take when its scanned pages are recognised: seconds a page instead of milliseconds.
    private static let scanPatience = 10

    func validate() throws {
        guard jobs > 0, deadline > 0, memory > 0 else { throw ValidationError("--jobs, --deadline and --memory must be above 0") }
    }

    func run() throws {
        let folders = try rules.folders()
        let book = try RuleBook.load(directories: folders)
        // A rule that a stage can't use is found here and not by the workers.
        _ = try Pipeline(rules: book)
        var settings = RunSettings(
            worker: [Program.path, "worker", "--memory", String(memory), "--rules-hash", book.hash]
                + folders.flatMap { ["--rules", $0] } + (scans.recognisesScans ? ["--ocr"] : []), jobs: jobs,
            provenance: Provenance(rules: book.hash, version: Program.version))
        settings.seconds = deadline * (scans.recognisesScans ? RunCommand.scanPatience : 1)
        settings.megabytes = memory
        let papers = try Inputs(inputs.flatMap { $0 == "-" ? linesOfStandardInput() : [$0] })
        let summary = try Run(settings: settings).run(papers, into: out) { progress in
            Terminal.showProgress("\(progress.done) of \(progress.total) papers, \(progress.failures) failed")
        }
        Terminal.clearProgress()
        Terminal.say(summary.text(folder: out))
        if summary.count(.failure) > 0 { throw ExitStatus.somePapersFailed }
    }

    private func linesOfStandardInput() -> [String] {
        Array(AnyIterator { readLine() }).filter { !$0.isEmpty }
    }
}

extension RunSummary {
    /// The summary as a person reads it.
    func text(folder: String) -> String {
        let counts = Record.Kind.allCases.map { kind in "\(count(kind)) \(kind.rawValue)\(count(kind) == 1 ? "" : "s")" }
        var lines = [counts.joined(separator: ", ")]
        if repeated > 0 { lines.append("\(repeated) papers have the bytes of another: one document record each, the rest written once") }
        if !passedOver.isEmpty {
            let endings = passedOver.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key.isEmpty ? "without ending" : "." + $0.key)" }
            lines.append("passed over in folders, neither PDF nor HTML: " + endings.joined(separator: ", "))
        }
        lines.append("\(tenths(seconds)) seconds, \(peakMegabytes) MB of memory in the largest worker")
        lines.append("records: \(folder)")
        return lines.joined(separator: "\n")
    }

    private func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
