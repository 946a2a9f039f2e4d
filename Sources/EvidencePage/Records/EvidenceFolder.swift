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
    private let state = Mutex(State())
    private let opening = DispatchGroup()

    private struct State {
        var index: RecordIndex?
        var opened: ContinuousClock.Instant?
        var changes = -1
        var isOpening = false
        var overview: IndexOverview?
    }

    /// Opens a folder. `painter` draws pages, `openIndex` opens the index of the folder brought up to its records, and `reader` reads claims.
    ///
    /// - Throws: where no run was made into the folder.
    public init(
        path: String, painter: PagePainter, reader: ClaimReader, openIndex: @escaping @Sendable () throws -> RecordIndex
    ) throws {
        watched = try WatchedPapers(folder: path)
        shelf = PaperShelf(watched)
        pictures = PictureCache(watched, painter: painter)
        reviews = ReviewFile(path: watched.path + "/review.jsonl")
        self.reader = reader
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

    /// An index that is made anew takes longer for a large folder; a view that waits no more says that there is none yet.
    private static let waiting = 5.0

    /// The index, brought up to the records now and then; nil where there is none yet.
    var index: RecordIndex? {
        let changes = (try? watched.changes()) ?? 0
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
                let index = try? openIndex()
                state.withLock { state in
                    if let index {
                        state.index = index
                        state.overview = nil
                    }
                    state.changes = changes
                    state.opened = .now
                    state.isOpening = false
                }
                opening.leave()
            }
        }
        if let index = state.withLock({ $0.index }) { return index }
        _ = opening.wait(timeout: .now() + EvidenceFolder.waiting)
        return state.withLock { $0.index }
    }

    /// What the index holds, counted once for each state of it.
    var overview: IndexOverview? {
        guard let index else { return nil }
        if let known = state.withLock({ $0.overview }) { return known }
        let overview = try? index.overview()
        state.withLock { $0.overview = overview }
        return overview
    }

    /// A claim or the id of a figure, read; nil where nothing can be gone by.
    func claim(_ text: String, _ index: RecordIndex) -> Claim? {
        if text.hasPrefix("sha256:"), !text.contains(" ") { return (try? index.place(text)).map { Claim($0) } }
        guard let claim = try? reader.claim(text, index), !(claim.amounts.isEmpty && claim.subject.isEmpty) else { return nil }
        return claim
    }

    /// A query, read.
    func query(_ text: String, _ index: RecordIndex) -> SearchQuery { (try? reader.query(text, index)) ?? SearchQuery(text) }

    /// Whether a run is at work in the folder.
    var isBusy: Bool { watched.isBusy }
}
