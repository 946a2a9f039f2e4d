internal import Dispatch
internal import Foundation
internal import Synchronization

/// Reads the records of sources in their order on a thread of its own, a few ahead of whoever takes them: to read them and to write them
/// into tables take as long.
final class PaperFeed: Sendable {
    /// A source with what it brings; see `RecordIndex.content(of:)`.
    typealias Item = (source: RecordIndex.Source, content: Result<PaperContent??, IndexProblem>)

    /// Papers that are read ahead: the records of a large pack are tens of megabytes.
    private static let ahead = 16

    private let free = DispatchSemaphore(value: ahead)
    private let ready = DispatchSemaphore(value: 0)
    private let state = Mutex(State())

    private struct State {
        var items: [Item] = []
        var isOver = false
        var isLeft = false
    }

    /// Begins to read.
    init(_ sources: [RecordIndex.Source]) {
        Thread.detachNewThread { [self] in
            for source in sources {
                free.wait()
                if state.withLock({ $0.isLeft }) { return }
                let content = Result { () throws(IndexProblem) in try RecordIndex.content(of: source) }
                state.withLock { $0.items.append((source, content)) }
                ready.signal()
            }
            state.withLock { $0.isOver = true }
            ready.signal()
        }
    }

    /// The next source; nil behind the last.
    func next() -> Item? {
        ready.wait()
        let item = state.withLock { $0.items.isEmpty ? nil : $0.items.removeFirst() }
        if item == nil { ready.signal() } else { free.signal() }
        return item
    }

    /// Lets it end before the last source.
    func leave() {
        state.withLock { $0.isLeft = true }
        free.signal()
    }
}
