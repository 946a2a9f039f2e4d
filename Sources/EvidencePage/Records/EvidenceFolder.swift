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

    private struct State {
        var index: RecordIndex?
        var opened: ContinuousClock.Instant?
        var papers = -1
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
        let query: @Sendable (String) throws -> SearchQuery

        /// Takes both ways.
        public init(
            claim: @escaping @Sendable (String, RecordIndex) throws -> Claim, query: @escaping @Sendable (String) throws -> SearchQuery
        ) {
            self.claim = claim
            self.query = query
        }
    }

    /// A run adds papers all the time; the index follows at this pace.
    private static let patience = Duration.seconds(10)

    /// The index, brought up to the records now and then; nil where there is none yet.
    var index: RecordIndex? {
        state.withLock { state in
            let papers = (try? watched.papers().count) ?? 0
            let now = ContinuousClock.now
            if let opened = state.opened, now < opened + EvidenceFolder.patience || papers == state.papers { return state.index }
            if let index = try? openIndex() {
                state.index = index
                state.overview = nil
            }
            state.opened = now
            state.papers = papers
            return state.index
        }
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
    func query(_ text: String) -> SearchQuery { (try? reader.query(text)) ?? SearchQuery(text) }

    /// Whether a run is at work in the folder.
    var isBusy: Bool { watched.isBusy }
}
