internal import ArgumentParser
internal import PaperModel
internal import Pipeline
internal import Records
internal import Supervision

/// Prints the records of a few papers.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Writes the records of a few papers to standard output.",
        discussion: """
            Example: scrutineer extract minutes.pdf --format csv > figures.csv

            The papers are read one after the other by one process with the limits and the sandbox of a worker; one that takes it down ends \
            the command. PDFs that are attached to a paper are read after it, each as a paper of its own at its path, a slash and the name that \
            it has there (pack.pdf/plan.pdf); such a path names one of them alone. `run` reads many papers and loses none.
            """)

    @Argument(help: ArgumentHelp("PDF or HTML files.", valueName: "file"))
    var files: [String]

    @OptionGroup var rules: RuleOptions
    @OptionGroup var scans: ScanOptions

    @Option(help: ArgumentHelp("Form of the records: \(Exporter.all.map(\.name).joined(separator: ", ")).", valueName: "name"))
    var format = Exporter.jsonLines.name

    @Option(help: ArgumentHelp("Megabytes of memory that reading may take.", valueName: "megabytes"))
    var memory = LimitOptions.usual.megabytes

    func run() throws {
        guard let exporter = Exporter.all.first(where: { $0.name == format }) else {
            throw ValidationError("no format is called \(format); there are \(Exporter.all.map(\.name).joined(separator: ", "))")
        }
        let confinement = Confinement(megabytes: memory, startsThreads: scans.recognisesScans)
        guard Confinement.isInside else {
            try scans.require()
            return try confinement.supervise()
        }
        let papers = files.map { OpenPaper($0) }
        let patience = scans.recognisesScans ? RunOrder.scanPatience : 1
        let allowance = WorkReport.Allowance(
            seconds: patience * LimitOptions.usual.processorSeconds, secondsPerPage: patience * LimitOptions.usual.secondsPerPage)
        let report = WorkReport(allowance: allowance)
        var pipeline = try Pipeline(rules: try rules.load(), recognisesScans: scans.recognisesScans)
        pipeline.observer = report
        var output = ByteOutput.standard
        var notWhole = 0
        try confinement.enter()
        try output.write(exporter.opening)
        for paper in papers {
            var waiting = [paper]
            while let next = waiting.popLast() {
                try report.beginPaper()
                let outcome = pipeline.process(next.request, file: next.file)
                switch outcome {
                case .read(let records):
                    notWhole += records.document.isPartial ? 1 : 0
                    waiting = next.request.attached == nil ? next.attached(records.document.attachedPapers) : waiting
                case .failed(let failure):
                    notWhole += 1
                    let path = PathText(next.request.path).shown
                    Terminal.say("\(path.printable): \(failure.failure.code.rawValue): \(failure.failure.message.printable)")
                }
                try exporter.write(outcome) { try output.write($0) }
                // What comes after may take this process down.
                if !waiting.isEmpty { try output.flush() }
            }
        }
        try output.flush()
        if notWhole > 0 { throw ExitStatus.somePapersFailed }
    }
}

/// A paper that was opened before the sandbox is entered, behind which none can be.
private struct OpenPaper {
    var request: WorkRequest
    var file: Int32?

    init(_ path: String) {
        request = WorkRequest(Source(path: path))
        do throws(PaperFailure) {
            (file, request.attached) = try PaperFile.openPaper(path)
        } catch {
            request.refusal = error.message
        }
    }

    /// The papers that are attached to it, by their names, the first last.
    func attached(_ names: [String]) -> [OpenPaper] {
        names.reversed().map { name in
            var paper = self
            paper.request.path = AttachedPath(host: request.path, name: name).text
            paper.request.attached = name
            return paper
        }
    }
}
