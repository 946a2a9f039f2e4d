internal import Glibc
internal import PaperModel
public import Records

/// The program that every host runs: one request a line in, records out, each paper's ending with a `done` line.
public struct Worker {
    /// Exit status of a worker that can't start, since its usage or its rules are wrong: no fault of a paper.
    public static let refusal: Int32 = 2

    private let pipeline: Pipeline
    private let report: WorkReport
    private let doesFaults: Bool

    /// Makes a worker that tells how far it is by `report`. With `doesFaults` it reads no paper whose name is that of a fault, but does
    /// the fault.
    public init(pipeline: Pipeline, report: WorkReport = WorkReport(), doesFaults: Bool = false) {
        var pipeline = pipeline
        pipeline.observer = report
        self.pipeline = pipeline
        self.report = report
        self.doesFaults = doesFaults
    }

    /// Serves requests from standard input until it ends. A paper that can't be read is a `failure` record.
    ///
    /// - Throws: where standard output can't be written.
    public func run() throws {
        var output = ByteOutput.standard
        var input = LineInput(descriptor: STDIN_FILENO)
        while let bytes = input.next() {
            guard !bytes.isEmpty else { continue }
            let line = WorkRequest.text(of: bytes)
            let file = input.takeFile()
            defer { if let file { close(file) } }
            if let request = WorkRequest(line: line) {
                // The host takes a late worker down; this ends one whose host is gone, by the default action of SIGALRM.
                alarm(UInt32(clamping: request.seconds ?? 0))
                try report.beginPaper(fault: doesFaults ? Fault(path: request.path) : nil)
                if doesFaults, let act = ForbiddenAct(path: request.path) {
                    try write(.failed(FailureRecord(source: request.source, failure: act.outcome)), path: request.path, to: &output)
                } else if let page = request.draw {
                    try output.write(DrawnPage.answer(request, page: page, file: file))
                    try end(request.path, &output)
                } else {
                    try write(pipeline.process(request, file: file), path: request.path, to: &output)
                }
                alarm(0)
            } else {
                let failure = PaperFailure(.unreadable, "the request is neither a path nor a JSON object with \"path\"")
                try write(.failed(FailureRecord(source: Source(path: line), failure: failure)), path: line, to: &output)
            }
        }
    }

    private func write(_ outcome: Pipeline.Outcome, path: String, to output: inout ByteOutput) throws {
        try Exporter.jsonLines.write(outcome) { try output.write($0) }
        try end(path, &output)
    }

    private func end(_ path: String, _ output: inout ByteOutput) throws {
        report.endPaper()
        try output.write(WorkDone(path: path).line)
        try output.flush()
    }
}

/// The line that ends the records of one paper.
public struct WorkDone: Sendable {
    /// How the line begins.
    public static let lineStart = #"{"type":"done","#

    let path: String

    var line: [UInt8] {
        let done: JSON = ["type": "done", "schema": .string(RecordSchema.version), "path": .string(path)]
        return done.line
    }
}

extension Pipeline.Outcome {
    /// Hands the records of the outcome to `body`, in the order of the contract.
    public func forEachRecord(_ body: (Record) throws -> Void) rethrows {
        switch self {
        case .read(let records): try records.forEach(body)
        case .failed(let failure): try body(.failure(failure))
        }
    }
}
