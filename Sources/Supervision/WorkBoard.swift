internal import Dispatch
internal import Pipeline
internal import Synchronization

/// What the threads of a run share: the papers that wait, and those that are done but not yet in the ledger.
final class WorkBoard: Sendable {
    private struct State {
        var next = 0
        var finished: [Finished] = []
        var error: HostError?
        var readers: Int
        var work = WorkerTally()
        /// Papers that are being read, and since when.
        var begun: [Int: ContinuousClock.Instant] = [:]
    }

    /// A paper that is done.
    struct Finished {
        /// Its index among the paths of the run.
        let paper: Int
        let entry: LedgerEntry
        /// Whether it was read, and not found to be the same as before.
        let wasRead: Bool
        /// Number of the records that it got a copy of; nil where it has its own.
        var copied: Int?
    }

    /// What happened since it was last asked.
    struct News {
        var finished: [Finished]
        /// What keeps the run from going on.
        var error: HostError?
        /// Whether all readers have left.
        var isOver: Bool
        /// Papers that no reader has begun.
        var waiting: Int
        var work: WorkerTally
        /// The paper that has been read for longest.
        var longest: (paper: Int, seconds: Double)?
    }

    private let work: [Int]
    private let state: Mutex<State>
    private let news = DispatchSemaphore(value: 0)

    /// A board with these papers, for so many readers; `tally` is what workers came to before.
    init(work: [Int], readers: Int, tally: WorkerTally) {
        self.work = work
        state = Mutex(State(readers: readers, work: tally))
    }

    /// The next paper to read; nil where none is left or the run has failed.
    func next() -> Int? {
        state.withLock { state in
            guard state.next < work.count, state.error == nil else { return nil }
            let paper = work[state.next]
            state.next += 1
            state.begun[paper] = .now
            return paper
        }
    }

    /// Says that a paper is done, and what the reader's workers have come to since it last said so.
    func finish(_ finished: Finished, work: WorkerTally) {
        state.withLock {
            $0.finished.append(finished)
            $0.begun[finished.paper] = nil
            $0.work.add(work)
        }
        news.signal()
    }

    /// Says that a reader has no more to do.
    func leave(work: WorkerTally) {
        state.withLock {
            $0.readers -= 1
            $0.work.add(work)
        }
        news.signal()
    }

    /// Says that the run can't go on.
    func fail(_ error: HostError) {
        state.withLock { $0.error = $0.error ?? error }
        news.signal()
    }

    /// What happened; waits for it for so many milliseconds at most.
    func news(within milliseconds: Int) -> News {
        _ = news.wait(timeout: .now() + .milliseconds(milliseconds))
        return state.withLock { state in
            defer { state.finished.removeAll() }
            let longest = state.begun.min { ($0.value, $0.key) < ($1.value, $1.key) }
            return News(
                finished: state.finished, error: state.error, isOver: state.readers == 0, waiting: work.count - state.next,
                work: state.work, longest: longest.map { ($0.key, $0.value.duration(to: .now) / .seconds(1)) })
        }
    }
}
