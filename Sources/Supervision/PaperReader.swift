internal import PaperModel
internal import Pipeline
internal import Records

/// Has one worker after another read papers: one paper at a time, with a deadline, into one spool file each.
struct PaperReader {
    private let settings: RunSettings
    private var worker: WorkerProcess?
    private var papersRead = 0
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    /// Most memory that a worker held so far, megabytes.
    private(set) var peakMegabytes = 0

    init(settings: RunSettings) { self.settings = settings }

    /// Reads a paper: its records stand in `spool` afterwards, a failure record where a worker could not give any.
    ///
    /// A paper that takes a worker down is tried once more by a fresh one, always: whatever read before it in the first may be to blame,
    /// and the outcome must not depend on what that was. A paper that is too slow is not, since the deadline allows for a busy machine.
    mutating func read(_ path: String, into spool: borrowing Spool) throws(HostError) -> [RecordScanner.Extent] {
        let limits = settings.limits(bytes: PaperFile.size(path) ?? 0)
        for attempt in 1... {
            switch try attemptToRead(path, limits: limits, into: spool) {
            case .success(let extents): return extents
            case .failure(let failure) where attempt == 1 && failure.code != .timeout: continue
            case .failure(let failure):
                let record = FailureRecord(
                    source: Source(path: path), document: PaperFile.digest(path).map { DocumentRecord.id(digest: $0) }, failure: failure,
                    attempts: attempt, limits: limits)
                return try spool.replaceContents(with: Exporter.jsonLines.bytes(.failure(record)))
            }
        }
        return []
    }

    /// Takes the worker down.
    mutating func finish() {
        guard let ending = worker?.end() else { return }
        peakMegabytes = max(peakMegabytes, ending.peakMegabytes)
        worker = nil
        papersRead = 0
    }

    private mutating func attemptToRead(
        _ path: String, limits: RunLimits, into spool: borrowing Spool
    ) throws(HostError) -> Result<[RecordScanner.Extent], PaperFailure> {
        let worker = try readyWorker()
        try spool.empty()
        let deadline = ContinuousClock.now + .seconds(limits.seconds)
        var scanner = RecordScanner()
        var received = 0
        var isServing = worker.send(WorkRequest(Source(path: path), seconds: limits.seconds + PaperReader.grace).line)
        while isServing {
            switch worker.receive(into: &buffer, until: deadline) {
            case .wrote(let count):
                received += count
                guard received <= settings.outputBytes else {
                    finish()
                    return .failure(PaperFailure(.crash, "the worker wrote more than \(settings.outputBytes >> 20) MB of records for it"))
                }
                scanner.consume(buffer[..<count])
                try spool.append(buffer[..<count])
                if scanner.isAstray {
                    finish()
                    return .failure(PaperFailure(.crash, "the worker wrote something that is no record while it read this paper"))
                }
                if scanner.isDone { return .success(scanner.extents) }
            case .late:
                finish()
                return .failure(
                    PaperFailure(.timeout, "not read within \(limits.seconds) seconds; --deadline allows more"))
            case .ended:
                isServing = false
            }
        }
        let ending = worker.end()
        let wasFresh = papersRead == 1
        finish()
        if wasFresh, ending.status == Worker.refusal { throw HostError("a worker can't start: \(ending.lastWords)") }
        return .failure(ending.failure(limits: limits))
    }

    /// The worker that stands ready, or a fresh one where there is none or it has read enough.
    private mutating func readyWorker() throws(HostError) -> WorkerProcess {
        if papersRead >= settings.papersPerWorker { finish() }
        papersRead += 1
        if let worker { return worker }
        let fresh = try WorkerProcess(command: settings.worker)
        worker = fresh
        return fresh
    }

    /// Seconds past the deadline after which a worker ends itself, should the run be gone by then.
    private static let grace = 5
}

extension WorkerProcess.Ending {
    /// What the end of a worker says of the paper that it was reading.
    func failure(limits: RunLimits) -> PaperFailure {
        if signal == WorkerProcess.Ending.alarmSignal {
            return PaperFailure(.timeout, "not read within \(limits.seconds) seconds; --deadline allows more")
        }
        if ranOutOfMemory(limits: limits) {
            return PaperFailure(.memory, "needs more than \(limits.megabytes) MB of memory; --memory allows more")
        }
        return PaperFailure(.crash, "the worker ended by " + (signal.map { "signal \($0)" } ?? "itself with status \(status)"))
    }

    /// The limit makes allocations fail; what then ends the worker is its runtime's way to give up. A worker that was near its limit, or
    /// whose last words are such a runtime's, was out of memory.
    private func ranOutOfMemory(limits: RunLimits) -> Bool {
        if peakMegabytes >= limits.megabytes / 10 * 9 { return true }
        let words = lastWords.lowercased()
        return ["failed to allocate", "bad_alloc", "out of memory", "memory exhausted", "cannot allocate memory"].contains {
            words.contains($0)
        }
    }

    private static let alarmSignal: Int32 = 14
}
