internal import PaperModel
internal import Pipeline
internal import Records

/// How a paper took its worker down.
struct WorkerFault {
    let code: PaperFailure.Code
    /// In words, without the place.
    let message: String
    /// How far the worker was.
    let progress: WorkProgress
    /// What the paper was allowed.
    let limits: RunLimits

    /// Page at which it happened; nil where that is not known.
    var page: Int? { stage == .load && progress.page > 0 ? progress.page : nil }

    var stage: PaperFailure.Stage { progress.stage ?? .load }

    /// In words, with the place where that is known.
    var description: String { page.map { "\(message), at page \($0) of \(progress.pages)" } ?? message }

    /// The first pages, of which there is hope that they can be read without it; nil where there is none.
    ///
    /// Pages before the fault were loaded once. Where memory ran out after that, half of the pages need about half of it.
    var readablePages: Int? {
        let pages = page.map { $0 - 1 } ?? (code == .memory ? progress.pages / 2 : 0)
        return pages > 0 ? pages : nil
    }

    /// As the end of a paper of which nothing could be read.
    var failure: PaperFailure { PaperFailure(code, stage: stage, description) }

    /// A paper that took too long.
    static func late(_ progress: WorkProgress, limits: RunLimits) -> WorkerFault {
        WorkerFault(
            code: .timeout, message: "not read within \(limits.seconds) seconds (--deadline allows more)", progress: progress,
            limits: limits)
    }

    /// A paper with which nothing went on.
    static func silent(_ progress: WorkProgress, limits: RunLimits) -> WorkerFault {
        WorkerFault(
            code: .timeout, message: "no progress for \(limits.silentSeconds) seconds (--silence allows more)", progress: progress,
            limits: limits)
    }

    /// A paper that needs more memory than there is.
    static func outOfMemory(_ progress: WorkProgress, limits: RunLimits) -> WorkerFault {
        WorkerFault(code: .memory, message: memoryMessage(limits), progress: progress, limits: limits)
    }

    private static func memoryMessage(_ limits: RunLimits) -> String {
        "needs more than \(limits.megabytes) MB of memory (--memory allows more)"
    }

    /// What the end of a worker says of the paper that it was reading.
    init(_ ending: WorkerProcess.Ending, progress: WorkProgress, limits: RunLimits) {
        self.progress = progress
        self.limits = limits
        if ending.signal == WorkerFault.processorTimeSignal {
            code = .timeout
            message = "not read within \(limits.processorSeconds) seconds of processor time (--cpu allows more)"
        } else if ending.ranOutOfMemory(limits: limits) {
            code = .memory
            message = WorkerFault.memoryMessage(limits)
        } else {
            code = .crash
            message = "the worker ended by " + (ending.signal.map { "signal \($0)" } ?? "itself with status \(ending.status)")
        }
    }

    init(code: PaperFailure.Code, message: String, progress: WorkProgress, limits: RunLimits) {
        self.code = code
        self.message = message
        self.progress = progress
        self.limits = limits
    }

    /// SIGXCPU: the kernel ends what uses more processor time than its limit.
    private static let processorTimeSignal: Int32 = 24
}

extension WorkerProcess.Ending {
    /// The limit makes allocations fail; what then ends the worker is its runtime's way to give up. A worker that was near its limit, or
    /// whose last words are such a runtime's, was out of memory.
    fileprivate func ranOutOfMemory(limits: RunLimits) -> Bool {
        if let peakMegabytes, peakMegabytes >= limits.megabytes / 10 * 9 { return true }
        let words = lastWords.lowercased()
        return ["failed to allocate", "bad_alloc", "out of memory", "memory exhausted", "cannot allocate memory"].contains {
            words.contains($0)
        }
    }
}
