internal import PaperModel
public import Pipeline

/// How far a run is, and what it came to so far: what is shown to people and written down for machines.
public struct RunProgress: Sendable {
    /// Papers in all.
    public var total: Int
    /// Of these, papers that are attached to others.
    public var attached = 0
    /// Papers that are as they were at an earlier run, whose records were kept.
    public var kept = 0
    /// Papers with the bytes of others that were read in this run: they got a copy of those records.
    public var copied = 0
    /// Papers of earlier runs that are no longer among the inputs and leave the files.
    public var left = 0
    /// Papers that were read in this run.
    public var read = 0
    /// Of all that are done, those of which nothing could be read.
    public var failures = 0
    /// Of all that are done, those of which parts are missing.
    public var partial = 0
    /// Of these, how many miss something of each kind, by the code of the notice.
    public var partialReasons: [String: Int] = [:]
    /// Of those that failed, how many did for each reason.
    public var failureCodes: [String: Int] = [:]
    /// Of all that are done, those that took their workers down.
    public var quarantined = 0
    /// Of all that are done, numbers of tables that look like amounts and gave no figure.
    public var unreadNumbers = 0
    /// Of all that are done, figures that carry a doubt.
    public var doubts = 0
    /// Papers that no worker has begun.
    public var waiting = 0
    /// Pages of the papers that were read in this run.
    public var pages = 0
    /// Figures of the papers that were read in this run.
    public var figures = 0
    /// Bytes of the papers that were read in this run.
    public var bytesRead = 0
    /// Bytes of all papers that were and are to be read in this run.
    public var bytesToRead = 0
    /// The paper that has been read for longest, and for how many seconds; nil where none is.
    public var longest: (path: String, seconds: Double)?
    /// Seconds since the run began.
    public var seconds = 0.0
    /// Seconds that the stages took in all workers, by name in their order.
    public var stageSeconds: [(stage: String, seconds: Double)] = []
    /// Workers that were lost, by the code of the failure, and those that were replaced since they had read enough.
    public var restarts: [(reason: String, count: Int)] = []
    /// Most memory that a worker held, megabytes; 0 while none is known.
    public var peakMegabytes = 0
    /// What workers gave up before their first paper; nil before one has said so.
    public var sandbox: Sandbox.Held?

    /// Papers that are done.
    public var done: Int { kept + read + copied }

    /// Seconds until the end, by the bytes that are left; nil before there is anything to judge by.
    public var secondsLeft: Double? {
        guard read > 0, bytesRead > 0, seconds > 0 else { return nil }
        return seconds * Double(max(0, bytesToRead - bytesRead)) / Double(bytesRead)
    }

    init(total: Int) {
        self.total = total
        // A run in which no worker starts has all metrics too.
        set(WorkerTally())
    }

    /// Takes in what became of a paper.
    mutating func add(_ entry: LedgerEntry) { count(entry, 1) }

    /// Takes back what became of a paper that is read once more.
    mutating func forget(_ entry: LedgerEntry) {
        count(entry, -1)
        if kept > 0 { kept -= 1 } else if read > 0 { read -= 1 } else { copied -= 1 }
    }

    private mutating func count(_ entry: LedgerEntry, _ one: Int) {
        if entry.outcome == .failure {
            failures += one
            failureCodes[entry.reason?.code ?? "", default: 0] += one
        }
        if entry.outcome == .partial {
            partial += one
            for reason in entry.missing { partialReasons[reason.code, default: 0] += one }
        }
        partialReasons = partialReasons.filter { $0.value > 0 }
        failureCodes = failureCodes.filter { $0.value > 0 }
        if entry.isQuarantined { quarantined += one }
        unreadNumbers += one * entry.unreadNumbers
        doubts += one * entry.doubts
    }

    /// Takes in what workers came to.
    mutating func set(_ work: WorkerTally) {
        peakMegabytes = work.peakMegabytes
        sandbox = work.sandbox
        stageSeconds = zip(PaperFailure.Stage.allCases, work.stageSeconds).map { ($0.rawValue, $1) }
        restarts = [PaperFailure.Code.timeout, .memory, .crash].map { ($0.rawValue, work.restarts[$0] ?? 0) }
        restarts.append(("recycled", work.recycled))
    }
}

/// What a run has to tell while it is at work.
public enum RunEvent: Sendable {
    /// It is known what is to be done.
    case began(RunProgress)
    /// A paper was read.
    case read(PaperReport, RunProgress)
    /// Some time passed.
    case waiting(RunProgress)
    /// All papers are done; the files are written.
    case publishing(RunProgress)
}

/// What became of one paper.
public struct PaperReport: Sendable {
    /// Its path as given.
    public var path: String
    /// `complete`, `partial` or `failure`.
    public var outcome: String
    /// Code of what went wrong; nil for a paper that was read without trouble.
    public var code: String?
    /// The same in words.
    public var message: String?
    /// How often workers were given it.
    public var attempts: Int
    /// Whether it took them down.
    public var isQuarantined: Bool
    /// Seconds that it took.
    public var seconds: Double
    /// Pages that were read.
    public var pages: Int
    /// Figures that were found.
    public var figures: Int

    init(_ entry: LedgerEntry) {
        path = entry.path
        outcome = entry.outcome.rawValue
        code = entry.reason?.code
        message = entry.reason?.message
        attempts = entry.attempts
        isQuarantined = entry.isQuarantined
        seconds = entry.seconds
        pages = entry.pages
        figures = entry.figures
    }
}
