public import Pipeline
internal import Synchronization

/// The papers of a folder with the records that are kept of each, for somebody who looks at them for hours, also while runs are at work.
///
/// It looks again when the ledger has changed, and holds no lock: a paper that is being replaced is not there for a moment.
public final class WatchedPapers: Sendable {
    private let folder: RunFolder
    private let state = Mutex(State())

    /// A source and what became of it.
    public struct Paper: Sendable {
        /// What became of it.
        public let report: PaperReport
        /// "sha256:" and the digest of its bytes; nil where they could not be read.
        public let document: String?
        /// Numbers of its tables that look like amounts and gave no figure.
        public let unreadNumbers: Int
        /// Its figures that carry a doubt.
        public let doubts: Int
        fileprivate let part: Publication.Part
    }

    private struct State {
        var stamp: [FileStamp?] = []
        var papers: [Paper] = []
        var numbers: [String: Int] = [:]
        var telling = Telling(folders: nil)
        var looked: ContinuousClock.Instant?
        var changes = 0
    }

    /// Opens a folder.
    ///
    /// - Throws: where no run was made into it.
    public init(folder path: String) throws(HostError) {
        folder = try RunFolder(path, for: .watch)
        _ = try papers()
    }

    /// Path of the folder.
    public var path: String { folder.path }

    /// Whether a run is at work in the folder.
    public var isBusy: Bool { folder.isBusy }

    /// Where `name` is kept beside the ledger.
    public func beside(_ name: String) -> String { folder.path + "/.scrutineer/" + name }

    /// All papers of the last run, in the order of their paths.
    public func papers() throws(HostError) -> [Paper] { try current().papers }

    /// Counts up whenever the papers or what is known of them changed.
    public func changes() throws(HostError) -> Int { try current().changes }

    /// The paper with this id; nil where there is none that was read.
    public func paper(_ document: String) throws(HostError) -> Paper? {
        let state = try current()
        return state.numbers[document].map { state.papers[$0] }
    }

    /// The records of a paper, a line each.
    public func lines(of paper: Paper) throws(HostError) -> [UInt8] {
        let telling = try current().telling
        let source = try RecordFile(path: folder.records(paper.part.entry.records), access: .read)
        var lines: [UInt8] = []
        for (extent, offset) in paper.part.extents {
            if let told = try telling.lines(of: extent, at: offset, in: source, part: paper.part) {
                lines += told
            } else {
                lines += try source.bytes(extent.bytes, at: offset)
            }
        }
        return lines
    }

    /// A run changes its ledger many times a second; people don't look so often.
    private static let patience = Duration.seconds(1)

    private func current() throws(HostError) -> State {
        let result = state.withLock { state in
            Result { () throws(HostError) in
                let now = ContinuousClock.now
                if let looked = state.looked, now < looked + WatchedPapers.patience { return state }
                let stamp = [folder.ledger, folder.ledger + "-wal"].map { PaperFile.stamp($0) }
                if state.looked == nil || stamp != state.stamp { try WatchedPapers.look(at: folder, into: &state) }
                state.stamp = stamp
                state.looked = now
                return state
            }
        }
        return try result.get()
    }

    private static func look(at folder: RunFolder, into state: inout State) throws(HostError) {
        let ledger = try Ledger(readOnly: folder.ledger)
        let publication = Publication(
            try ledger.entries().filter { $0.removed == nil }, folderIsMeeting: try ledger.fact(.folderIsMeeting) == "yes")
        state.changes += 1
        state.telling = try publication.telling(in: folder)
        state.papers = publication.parts.map { part in
            Paper(
                report: PaperReport(part.entry), document: part.entry.document, unreadNumbers: part.entry.unreadNumbers,
                doubts: part.entry.doubts, part: part)
        }
        state.numbers = [:]
        for (index, paper) in state.papers.enumerated() where paper.part.entry.outcome != .failure {
            // Of sources with the same bytes the first has the records.
            if let document = paper.document, state.numbers[document] == nil { state.numbers[document] = index }
        }
    }
}
