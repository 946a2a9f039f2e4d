internal import Dispatch
internal import Pipeline
internal import Synchronization

/// What the threads of a run share: the papers that wait, and those that are read but whose turn in the output has not come.
final class WorkBoard: Sendable {
    private struct State {
        var next = 0
        var finished: [Int: [RecordScanner.Extent]] = [:]
        var error: HostError?
        var peakMegabytes = 0
    }

    private let count: Int
    private let state = Mutex(State())
    private let news = DispatchSemaphore(value: 0)

    /// A board for so many papers, known by their index.
    init(count: Int) { self.count = count }

    /// The next paper to read; nil where none is left or the run has failed.
    func next() -> Int? {
        state.withLock { state in
            guard state.next < count, state.error == nil else { return nil }
            state.next += 1
            return state.next - 1
        }
    }

    /// Most memory that a worker held, megabytes; complete once all readers have left.
    var peakMegabytes: Int { state.withLock { $0.peakMegabytes } }

    /// Says that a reader has no more to do, and how much memory its workers held.
    func leave(peakMegabytes: Int) {
        state.withLock { $0.peakMegabytes = max($0.peakMegabytes, peakMegabytes) }
    }

    /// Says that a paper is read.
    func finish(_ paper: Int, _ extents: [RecordScanner.Extent]) {
        state.withLock { $0.finished[paper] = extents }
        news.signal()
    }

    /// Says that the run can't go on.
    func fail(_ error: HostError) {
        state.withLock { $0.error = $0.error ?? error }
        news.signal()
    }

    /// Waits for a paper and gives what was read of it, once.
    func extents(of paper: Int) throws(HostError) -> [RecordScanner.Extent] {
        while true {
            let (extents, error) = state.withLock { ($0.finished.removeValue(forKey: paper), $0.error) }
            if let error { throw error }
            if let extents { return extents }
            news.wait()
        }
    }
}
