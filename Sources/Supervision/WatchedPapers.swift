public import Pipeline
internal import Synchronization

/// The papers of a folder with their records, for somebody who looks at them for hours, also while runs are at work.
///
/// It looks again when the records have changed, and holds no lock: a paper that is being replaced is not there for a moment.
public final class WatchedPapers: Sendable {
    /// Path of the folder.
    public let path: String
    private let state: Mutex<State>

    private struct State {
        var stamp: String?
        var records: FolderRecords
        var numbers: [String: Int] = [:]
        var looked = ContinuousClock.now
        var changes = 1

        init(_ records: FolderRecords, stamp: String?) {
            self.records = records
            self.stamp = stamp
            for (index, paper) in records.papers.enumerated() where paper.report.outcome != LedgerEntry.Outcome.failure.rawValue {
                // Of sources with the same bytes the first has the records.
                if let document = paper.document, numbers[document] == nil { numbers[document] = index }
            }
        }
    }

    /// Opens a folder.
    ///
    /// - Throws: where it holds no records.
    public init(folder path: String) throws(HostError) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        let stamp = FolderRecords.state(of: self.path)
        state = Mutex(State(try FolderRecords(folder: self.path, whileRunning: true), stamp: stamp))
    }

    /// Whether a run is at work in the folder.
    public var isBusy: Bool { state.withLock { $0.records.isBusy } }

    /// Where `name` is kept beside the ledger.
    public func beside(_ name: String) -> String { FolderRecords.beside(path, name) }

    /// All papers of the last run, in the order of their paths.
    public func papers() throws(HostError) -> [RecordedPaper] { try current().records.papers }

    /// Counts up whenever the papers or what is known of them changed.
    public func changes() throws(HostError) -> Int { try current().changes }

    /// The paper with this id; nil where there is none that was read.
    public func paper(_ document: String) throws(HostError) -> RecordedPaper? {
        let state = try current()
        return state.numbers[document].map { state.records.papers[$0] }
    }

    /// The records of a paper, a line each.
    public func lines(of paper: RecordedPaper) throws(HostError) -> [UInt8] { try current().records.lines(of: paper) }

    /// A run changes its ledger many times a second; people don't look so often.
    private static let patience = Duration.seconds(1)

    private func current() throws(HostError) -> State {
        let result = state.withLock { state in
            Result { () throws(HostError) in
                guard ContinuousClock.now >= state.looked + WatchedPapers.patience else { return state }
                let stamp = FolderRecords.state(of: path)
                if stamp != state.stamp {
                    let changes = state.changes
                    state = State(try FolderRecords(folder: path, whileRunning: true), stamp: stamp)
                    state.changes = changes + 1
                }
                state.looked = .now
                return state
            }
        }
        return try result.get()
    }
}
