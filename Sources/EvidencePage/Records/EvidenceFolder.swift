internal import Dispatch
internal import Foundation
public import RecordIndex
public import Supervision
internal import Synchronization
public import Tracing

/// A folder of a run, with all that its evidence page needs.
public final class EvidenceFolder: Sendable {
    let watched: WatchedPapers
    let shelf: PaperShelf
    let pictures: PictureCache
    let reviews: ReviewFile
    private let reader: ClaimReader
    private let openIndex: @Sendable () throws -> RecordIndex
    private let waiting: Double
    private let log: @Sendable (String) -> Void
    private let state = Mutex(State())
    private let opening = DispatchGroup()

    private struct State {
        var index: RecordIndex?
        var opened: ContinuousClock.Instant?
        var changes = -1
        var isOpening = false
        var overview: IndexOverview?
        /// Why the index could not be brought up to the records the last time.
        var fault: (any Error)?
    }

    /// Opens a folder. `painter` draws pages, `openIndex` opens the index of the folder brought up to its records, `reader` reads claims, and
    /// `log` takes a line for each fault. A view waits for the index for so many seconds: one that is made anew takes longer for a large
    /// folder, and the view then says that there is none yet.
    ///
    /// - Throws: where the folder holds no records.
    public init(
        path: String, painter: PagePainter, reader: ClaimReader, waiting: Double = 5, log: @escaping @Sendable (String) -> Void,
        openIndex: @escaping @Sendable () throws -> RecordIndex
    ) throws {
        watched = try WatchedPapers(folder: path)
        shelf = PaperShelf(watched)
        pictures = PictureCache(watched, painter: painter)
        reviews = ReviewFile(path: watched.path + "/review.jsonl")
        self.reader = reader
        self.waiting = waiting
        self.log = log
        self.openIndex = openIndex
    }

    /// How claims and queries are read: by the rules that read papers.
    public struct ClaimReader: Sendable {
        let claim: @Sendable (String, RecordIndex) throws -> Claim
        let query: @Sendable (String, RecordIndex) throws -> SearchQuery

        /// Takes both ways.
        public init(
            claim: @escaping @Sendable (String, RecordIndex) throws -> Claim,
            query: @escaping @Sendable (String, RecordIndex) throws -> SearchQuery
        ) {
            self.claim = claim
            self.query = query
        }
    }

    /// A run adds papers all the time; the index follows at this pace.
    private static let patience = Duration.seconds(10)

    /// The index, brought up to the records now and then; nil where it is still being made.
    ///
    /// - Throws: where the folder can't be looked at, or there is no index and none can be made.
    func index() throws -> RecordIndex? {
        let changes = try watched.changes()
        let begins = state.withLock { state in
            let now = ContinuousClock.now
            guard !state.isOpening, changes != state.changes, state.opened.map({ now > $0 + EvidenceFolder.patience }) ?? true else {
                return false
            }
            state.isOpening = true
            return true
        }
        if begins {
            opening.enter()
            DispatchQueue.global().async { [self] in
                let opened = Result { try openIndex() }
                if case .failure(let fault) = opened { note(fault) }
                state.withLock { state in
                    switch opened {
                    case .success(let index): (state.index, state.overview, state.fault) = (index, nil, nil)
                    case .failure(let fault): state.fault = fault
                    }
                    state.changes = changes
                    state.opened = .now
                    state.isOpening = false
                }
                opening.leave()
            }
        }
        if let index = state.withLock({ $0.index }) { return index }
        _ = opening.wait(timeout: .now() + waiting)
        let (index, fault) = state.withLock { ($0.index, $0.fault) }
        if index == nil, let fault { throw fault }
        return index
    }

    /// Why the index is not up to the records, though an earlier state of it is there; nil where all is well.
    var indexFault: (any Error)? { state.withLock { $0.index == nil ? nil : $0.fault } }

    /// Writes a fault to the log.
    func note(_ fault: any Error) { log("\(watched.path): \(fault)") }

    /// What the index holds, counted once for each state of it; nil where it is still being made.
    func overview() throws -> IndexOverview? {
        guard let index = try index() else { return nil }
        if let known = state.withLock({ $0.overview }) { return known }
        let overview = try index.overview()
        state.withLock { $0.overview = overview }
        return overview
    }

    /// A claim or the id of a figure, read; nil where nothing can be gone by.
    func claim(_ text: String, _ index: RecordIndex) throws -> Claim? {
        if text.hasPrefix("sha256:"), !text.contains(" ") { return try index.place(text).map { Claim($0) } }
        let claim = try reader.claim(text, index)
        return claim.amounts.isEmpty && claim.subject.isEmpty ? nil : claim
    }

    /// A query, read.
    func query(_ text: String, _ index: RecordIndex) throws -> SearchQuery { try reader.query(text, index) }

    /// Whether a run is at work in the folder.
    var isBusy: Bool { watched.isBusy }
}
