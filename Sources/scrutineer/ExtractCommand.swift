internal import ArgumentParser
internal import PaperModel
internal import Pipeline
internal import Records

/// Prints the records of a few papers.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Writes the records of a few papers to standard output.",
        discussion: """
            Example: scrutineer extract minutes.pdf --format csv > figures.csv

            The papers are read by this very process, one after the other; `run` reads many papers in workers that can be lost.
            """)

    @Argument(help: ArgumentHelp("PDF or HTML files.", valueName: "file"))
    var files: [String]

    @OptionGroup var rules: RuleOptions
    @OptionGroup var scans: ScanOptions

    @Option(help: ArgumentHelp("Form of the records: \(Exporter.all.map(\.name).joined(separator: ", ")).", valueName: "name"))
    var format = Exporter.jsonLines.name

    @Option(help: ArgumentHelp("Megabytes of memory that this process may hold.", valueName: "megabytes"))
    var memory: Int?

    func run() throws {
        guard let exporter = Exporter.all.first(where: { $0.name == format }) else {
            throw ValidationError("no format is called \(format)")
        }
        if let memory { try ProcessLimits.set(megabytes: memory) }
        let pipeline = try Pipeline(rules: try rules.load(), recognisesScans: scans.recognisesScans)
        var output = ByteOutput.standard
        var failures = 0
        try output.write(exporter.opening)
        for file in files {
            let outcome = pipeline.process(WorkRequest(Source(path: file)))
            if case .failed(let failure) = outcome {
                failures += 1
                Terminal.say("\(file): \(failure.failure.code.rawValue): \(failure.failure.message)")
            }
            try exporter.write(outcome) { try output.write($0) }
        }
        try output.flush()
        if failures > 0 { throw ExitStatus.somePapersFailed }
    }
}
