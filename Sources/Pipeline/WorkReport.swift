public import PaperModel

/// What a worker tells of itself while it reads, and what it allows itself: its progress for the host, and its processor time.
public final class WorkReport: ReadingObserver {
    private let descriptor: Int32?
    private let allowance: Allowance?
    private var progress = WorkProgress()
    private var stageBegan = ContinuousClock.now
    private var fault: Fault?

    /// Processor time that one paper may take.
    public struct Allowance: Sendable {
        /// Seconds for any paper.
        public var seconds: Int
        /// Seconds more for each of its pages.
        public var secondsPerPage: Int

        /// Makes an allowance.
        public init(seconds: Int, secondsPerPage: Int) {
            self.seconds = seconds
            self.secondsPerPage = secondsPerPage
        }

        /// Seconds for a paper of so many pages.
        public func seconds(pages: Int) -> Int { seconds + secondsPerPage * pages }
    }

    /// Makes a report into the file `descriptor` (see `WorkProgress`), where there is one, of a worker that gave up what `sandbox` says.
    public init(descriptor: Int32? = nil, sandbox: Sandbox.Held = Sandbox.Held(), allowance: Allowance? = nil) {
        self.descriptor = descriptor
        self.allowance = allowance
        progress.sandbox = sandbox
        progress.isReady = true
        publish()
    }

    /// Says that the next paper is begun.
    public func beginPaper() throws(HostError) { try beginPaper(fault: nil) }

    /// Says that the next paper is begun, at which `fault` is to happen.
    func beginPaper(fault: Fault?) throws(HostError) {
        var fresh = WorkProgress()
        (fresh.sandbox, fresh.isReady) = (progress.sandbox, true)
        progress = fresh
        self.fault = fault
        if let allowance { try ProcessLimits.set(processorSecondsFromNow: allowance.seconds) }
        publish()
        fault?.happen(at: 0)
    }

    /// Says that all records of the paper are made.
    func endPaper() {
        addTime()
        progress.stage = nil
        publish()
    }

    /// A stage begins.
    public func begins(_ stage: PaperFailure.Stage) {
        addTime()
        progress.stage = stage
        publish()
    }

    /// A page begins to be loaded; the first says how long the paper is, and so how much time it may take.
    public func begins(page: Int, of pages: Int) {
        if progress.pages == 0, let allowance {
            // Where the limit can't be moved the one that is set holds.
            try? ProcessLimits.set(processorSecondsFromNow: allowance.seconds(pages: pages))
        }
        progress.page = page
        progress.pages = pages
        publish()
        fault?.happen(at: page)
    }

    private func addTime() {
        let now = ContinuousClock.now
        if let stage = progress.stage, let index = PaperFailure.Stage.allCases.firstIndex(of: stage) {
            progress.seconds[index] += stageBegan.duration(to: now) / .seconds(1)
        }
        stageBegan = now
    }

    private func publish() {
        if let descriptor { progress.write(to: descriptor) }
    }
}
