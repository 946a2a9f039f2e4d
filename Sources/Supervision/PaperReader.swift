internal import Glibc
internal import PaperModel
internal import Pipeline
internal import Records

/// Has one worker after another read papers, one paper at a time, each into one spool file.
struct PaperReader {
    private let settings: RunSettings
    private let stop: StopSwitch
    private var worker: WorkerProcess?
    private var papersRead = 0
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    private var work = WorkerTally()

    init(settings: RunSettings, stop: StopSwitch) {
        self.settings = settings
        self.stop = stop
    }

    /// What became of a paper.
    struct Reading {
        /// Where its records lie in the spool.
        var extents: [RecordScanner.Extent]
        /// How often workers were given it.
        var attempts: Int
        /// Seconds that its stages took; those that passed, where it was lost.
        var seconds: Double
        /// How it took its workers down, where it is not wholly read for that.
        var fault: WorkerFault?
        /// What it was allowed.
        var limits: RunLimits
    }

    /// Reads a paper, whose id is known where it is a `document` that is attached to another, a web page by `encoding` where its server named one: its records stand in `spool` afterwards, a failure record where a worker could not give any. Nil where the run was
    /// stopped before.
    ///
    /// A paper that takes a worker down is tried once more by a fresh one, always: whatever read before it in the first may be to blame,
    /// and the outcome must not depend on what that was. Then the pages before the one that it happened at are tried, and half of those; a
    /// paper that was too slow at a page that is known is not read that far a second time.
    mutating func read(_ path: String, document: String? = nil, encoding: String? = nil, into spool: borrowing Spool) throws(HostError)
        -> Reading?
    {
        let start = ContinuousClock.now
        var request = WorkRequest(Source(path: path))
        request.encoding = encoding
        request.document = document
        var faults: [WorkerFault] = []
        var cuts = 0
        while true {
            let fault: WorkerFault
            switch try attempt(request, into: spool) {
            case .stopped: return nil
            case .read(let extents, let progress):
                return Reading(
                    extents: extents, attempts: faults.count + 1,
                    seconds: faults.isEmpty ? progress.seconds.reduce(0, +) : start.duration(to: .now) / .seconds(1),
                    fault: cuts == 0 ? nil : faults[faults.count - cuts],
                    limits: faults.last?.limits ?? settings.limits(pages: progress.pages))
            case .fault(let found): fault = found
            }
            faults.append(fault)
            if faults.count == 1, fault.code != .timeout || fault.readablePages == nil { continue }
            if cuts < PaperReader.mostCuts, let pages = cuts == 0 ? fault.readablePages : request.cut.map({ $0.pages / 2 }), pages > 0 {
                request.cut = WorkRequest.Cut(pages: pages, reason: "cut before this page: \(faults[faults.count - 1 - cuts].description)")
                cuts += 1
                continue
            }
            // What happened to the paper as a whole, not to the pages that were tried after it.
            let first = faults[faults.count - 1 - cuts]
            let record = FailureRecord(
                source: request.source, document: document ?? PaperFile.digest(path).map { DocumentRecord.id(digest: $0) },
                failure: first.failure,
                attempts: faults.count, limits: first.limits)
            return Reading(
                extents: try spool.replaceContents(with: Exporter.jsonLines.bytes(.failure(record), nil)), attempts: faults.count,
                seconds: start.duration(to: .now) / .seconds(1), fault: first, limits: first.limits)
        }
    }

    /// What the workers came to since this was last asked.
    mutating func takeTally() -> WorkerTally {
        defer { work = WorkerTally() }
        return work
    }

    /// Takes the worker down.
    mutating func finish() {
        guard let worker else { return }
        work.peakMegabytes = max(work.peakMegabytes, worker.end().peakMegabytes ?? 0)
        self.worker = nil
        papersRead = 0
    }

    private enum Attempt {
        case read([RecordScanner.Extent], WorkProgress)
        case fault(WorkerFault)
        case stopped
    }

    private mutating func attempt(_ request: WorkRequest, into spool: borrowing Spool) throws(HostError) -> Attempt {
        let worker = try readyWorker()
        try spool.empty()
        worker.clearProgress()
        var progress = WorkProgress()
        var limits = settings.limits(pages: 0)
        var start = ContinuousClock.now
        let began = start
        var lastSign = start
        var scanner = RecordScanner()
        var received = 0
        var isServing = PaperReader.send(request, to: worker)
        while isServing {
            let event = worker.receive(into: &buffer, for: PaperReader.patience)
            switch event {
            case .wrote(let count):
                received += count
                scanner.consume(buffer[..<count])
                try spool.append(buffer[..<count])
                if scanner.isDone, !scanner.isAstray { return try success(worker, scanner, spool, limits: limits) }
                if received > settings.outputBytes || scanner.isAstray {
                    let misdeed = scanner.isAstray ? "something that is no record" : "more than \(settings.outputBytes >> 20) MB of records"
                    let progress = worker.progress
                    takeDown(.crash)
                    return .fault(
                        WorkerFault(code: .crash, message: "the worker wrote \(misdeed)", progress: progress, limits: limits))
                }
                lastSign = .now
            case .nothing: break
            case .ended: isServing = false
            }
            let latest = worker.progress
            if latest != progress {
                progress = latest
                limits = settings.limits(pages: progress.pages)
                lastSign = .now
            }
            if stop.isOn {
                finish()
                return .stopped
            }
            let now = ContinuousClock.now
            // What a worker needs to read its rules, on a busy machine, is not the paper's.
            if settings.workersReportReady, !progress.isReady, now < began + .seconds(PaperReader.secondsToStart) {
                start = now
                lastSign = now
            }
            let isLate = now > start + .seconds(limits.seconds)
            if isLate || now > lastSign + .seconds(limits.silentSeconds) {
                takeDown(.timeout)
                return .fault(isLate ? .late(progress, limits: limits) : .silent(progress, limits: limits))
            }
        }
        return .fault(try fault(of: worker))
    }

    /// Opens the paper and hands it over: a worker may open none itself. What can't be opened is a failure record of the worker's, like others.
    private static func send(_ request: WorkRequest, to worker: WorkerProcess) -> Bool {
        var request = request
        do throws(PaperFailure) {
            let file: Int32
            (file, request.attached) = try PaperFile.openPaper(request.path)
            defer { close(file) }
            return worker.send(request.line, file: file)
        } catch {
            request.refusal = error.message
            return worker.send(request.line)
        }
    }

    private mutating func success(
        _ worker: WorkerProcess, _ scanner: RecordScanner, _ spool: borrowing Spool, limits: RunLimits
    ) throws(HostError) -> Attempt {
        let progress = worker.progress
        work.add(progress)
        if let only = scanner.extents.first, only.kind == .failure,
            RecordHead(try spool.bytes(only.bytes, at: 0))?.failure?.code == PaperFailure.Code.memory.rawValue
        {
            // The worker lived through it; that is no reason to treat the paper otherwise. What it left in memory may be to blame.
            takeDown(.memory)
            return .fault(.outOfMemory(progress, limits: limits))
        }
        // The `done` line is no record.
        try spool.cut(to: scanner.extents.reduce(0) { $0 + $1.bytes })
        return .read(scanner.extents, progress)
    }

    /// What happened to the paper that `worker` ended at.
    private mutating func fault(of worker: WorkerProcess) throws(HostError) -> WorkerFault {
        let progress = worker.progress
        let ending = worker.end()
        let wasFresh = papersRead == 1
        finish()
        // A worker that can't start says so before it has a paper.
        if wasFresh, ending.status == Worker.refusal, progress.stage == nil {
            throw HostError("a worker can't start: \(ending.lastWords)")
        }
        let fault = WorkerFault(ending, progress: progress, limits: settings.limits(pages: progress.pages))
        work.restarts[fault.code, default: 0] += 1
        return fault
    }

    private mutating func takeDown(_ code: PaperFailure.Code) {
        finish()
        work.restarts[code, default: 0] += 1
    }

    /// The worker that stands ready, or a fresh one where there is none or it has read enough.
    private mutating func readyWorker() throws(HostError) -> WorkerProcess {
        if papersRead >= settings.papersPerWorker {
            finish()
            work.recycled += 1
        }
        papersRead += 1
        if let worker { return worker }
        let fresh = try WorkerProcess(command: settings.worker)
        worker = fresh
        return fresh
    }

    /// Milliseconds between looks at the clock and at the progress of a worker that writes nothing.
    private static let patience: Int32 = 250
    /// Seconds after which a worker that isn't ready is taken for one that hangs: it takes two on an idle machine.
    private static let secondsToStart = 300
    /// How often a paper is tried with fewer pages: those before the fault, and half of them.
    private static let mostCuts = 2
}
