public import Records

/// How a run is made: what each paper may cost, and how many are read at once.
public struct RunSettings: Sendable {
    /// The program that serves as worker, with its arguments.
    public var worker: [String]
    /// Workers at the same time.
    public var jobs: Int
    /// Seconds that any paper may take.
    public var seconds: Int
    /// Seconds more for each megabyte (2²⁰ bytes) of a paper. The densest council packs take about one.
    public var secondsPerMegabyte: Int
    /// Megabytes of memory that a worker may hold.
    public var megabytes: Int
    /// Papers after which a worker is replaced by a fresh one, so that what the libraries leak stays small.
    public var papersPerWorker: Int
    /// Most bytes of records for one paper; a worker that writes more has gone astray.
    public var outputBytes: Int
    /// Hash of the rules and version of the program, for the summary.
    public var provenance: Provenance

    /// Makes settings; the defaults suit papers of councils on a machine of any size.
    public init(worker: [String], jobs: Int, provenance: Provenance) {
        self.worker = worker
        self.jobs = max(1, jobs)
        self.provenance = provenance
        seconds = 60
        secondsPerMegabyte = 5
        megabytes = 1_024
        papersPerWorker = 200
        outputBytes = 1 << 30
    }

    /// What a paper of so many bytes may cost.
    func limits(bytes: Int) -> RunLimits {
        RunLimits(seconds: seconds + secondsPerMegabyte * (bytes >> 20), megabytes: megabytes)
    }
}
