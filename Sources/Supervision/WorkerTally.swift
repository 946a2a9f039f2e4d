internal import PaperModel
internal import Pipeline

/// What workers came to.
struct WorkerTally {
    /// Most memory that one held, megabytes.
    var peakMegabytes = 0
    /// Workers that were lost, by what the paper did.
    var restarts: [PaperFailure.Code: Int] = [:]
    /// Workers that were replaced since they had read enough.
    var recycled = 0
    /// Seconds that the stages took, in the order of `PaperFailure.Stage.allCases`.
    var stageSeconds = WorkProgress().seconds
    /// What the workers gave up before their first paper; nil before one has said so.
    var sandbox: Sandbox.Held?

    /// Takes in what other workers came to.
    mutating func add(_ other: WorkerTally) {
        peakMegabytes = max(peakMegabytes, other.peakMegabytes)
        restarts.merge(other.restarts, uniquingKeysWith: +)
        recycled += other.recycled
        sandbox = other.sandbox ?? sandbox
        for index in stageSeconds.indices { stageSeconds[index] += other.stageSeconds[index] }
    }

    /// Takes in what a worker says at the end of a paper.
    mutating func add(_ progress: WorkProgress) {
        sandbox = progress.sandbox
        for index in stageSeconds.indices { stageSeconds[index] += progress.seconds[index] }
    }
}
