internal import Pipeline
public import Records

/// How a run is made: what each paper may cost, and how many are read at once.
public struct RunSettings: Sendable {
    /// The program that serves as worker, with its arguments.
    public var worker: [String]
    /// Whether workers say when they stand ready, so that the time of the first paper begins then.
    public var workersReportReady = false
    /// Workers at the same time.
    public var workers: Int
    /// Seconds that any paper may take.
    public var seconds: Int
    /// Seconds more for each page of a paper, from when it is known how many it has. The densest page of council papers takes about one.
    public var secondsPerPage: Int
    /// Seconds of processor time that any paper may take, with `secondsPerPage` more for each page. Half of `seconds`, so that on a busy
    /// machine too it is the paper that decides whether it is read.
    public var processorSeconds: Int
    /// Seconds without a page, a stage or a record after which a worker is taken down.
    public var silentSeconds: Int
    /// Megabytes of memory that a worker may hold.
    public var megabytes: Int
    /// Papers after which a worker is replaced by a fresh one, so that what the libraries leak stays small.
    public var papersPerWorker: Int
    /// Most bytes of records for one paper; a worker that writes more has gone astray.
    public var outputBytes: Int
    /// Hash of the rules and version of the program: with others, papers are read again.
    public var provenance: Provenance
    /// What else changes the records, in any form: when it is another than that of an earlier run, papers are read again.
    public var reading: String
    /// What `retry` needs to make this run again; kept in the folder as it is.
    public var order: String
    /// Path of a list that tells of papers what they don't print: see `Manifest`.
    public var manifest: String?
    /// Whether the papers of a folder are those of one meeting, so that one says what another doesn't.
    public var folderIsMeeting = false
    /// The folder from which `source.path` is given; nil where it is as the inputs were named.
    public var root: String?
    /// Whether papers may leave the files though their folder is missing, or most of them are.
    public var prunes = false
    /// Whether a run is none that was meant where a named folder is missing or all inputs together hold no paper, whatever is known.
    public var needsInputs = false
    /// Whether the ledger is made anew from the records that are stored.
    public var rebuildsLedger = false
    /// Whether papers that took their workers down are read again, though nothing about them has changed.
    public var retriesQuarantined = false

    /// The descriptor of the file by which a worker says how far it is (see `WorkProgress`).
    public static let progressDescriptor = WorkerProcess.progressDescriptor

    /// Makes settings; the defaults suit papers of councils on a machine of any size.
    public init(worker: [String], workers: Int, provenance: Provenance, reading: String = "", order: String = "") {
        self.worker = worker
        self.workers = max(1, workers)
        self.provenance = provenance
        self.reading = reading
        self.order = order
        seconds = 120
        secondsPerPage = 2
        processorSeconds = 60
        silentSeconds = 120
        megabytes = 1_024
        papersPerWorker = 200
        outputBytes = 1 << 30
    }

    /// What a paper of so many pages may cost; 0 where that is not known.
    func limits(pages: Int) -> RunLimits {
        RunLimits(
            seconds: seconds + secondsPerPage * pages, processorSeconds: processorSeconds + secondsPerPage * pages,
            silentSeconds: silentSeconds, megabytes: megabytes)
    }
}
