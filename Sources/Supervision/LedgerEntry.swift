internal import PaperModel
internal import Pipeline
internal import Records

/// What the ledger knows of one source: the file as it was read, how, and what came of it.
struct LedgerEntry: Equatable {
    /// How a paper ended.
    enum Outcome: String {
        /// All of it was read.
        case complete
        /// Parts of it were.
        case partial
        /// None of it.
        case failure
    }

    /// Path as given: the text of a `PathText`.
    var path: String
    /// The path that its published records have: `path`, or that from the root of the run.
    var sourcePath: String
    /// The path that stands in its records as they are kept: another one where they were copied from those of a paper with the same bytes.
    var recordedPath: String
    /// The file when it was read; nil where there was none.
    var stamp: FileStamp?
    /// Number of its bytes; nil where they could not be read.
    var size: Int?
    /// "sha256:" and the digest of its bytes; nil where they could not be read.
    var document: String?
    /// Rules and version that read it.
    var provenance: Provenance
    /// Settings that change the records: see `RunSettings.reading`.
    var reading: String
    /// What the paper was allowed.
    var limits: RunLimits
    var outcome: Outcome
    /// Number of the file in which its records are kept (`StoredRecords`).
    var records: Int
    /// Where the records of each type lie among them, bytes as they are published.
    var extents: [RecordScanner.Extent]
    /// Sum of the bytes of that file; nil where it is not known.
    var checksum: Int?
    /// What of the paper was not read: codes of notices, with the number of their pages.
    var missing: [Missing] = []
    /// How often workers were given it.
    var attempts: Int
    /// Seconds that it took.
    var seconds: Double
    var pages: Int
    var figures: Int
    /// Numbers of tables that look like amounts and gave no figure.
    var unreadNumbers = 0
    /// Figures that carry a doubt.
    var doubts = 0
    /// What the manifest of the run tells of it.
    var told = ToldFacts()
    /// The papers that are attached to it.
    var attached: [AttachedPaper] = []
    /// Whether it is attached to another paper, whose path its own begins with.
    var isAttached = false
    /// Why it ended as a failure, or was cut; nil where it was read as a whole.
    var reason: Reason?
    /// When the source was found gone, seconds since 1970; nil for one that is there.
    var removed: Int?

    /// Something of a paper that was not read.
    struct Missing: Equatable {
        /// Code of the notice.
        var code: String
        /// Pages that it concerns; 0 where it concerns the paper as a whole.
        var pages: Int
    }

    /// Why a paper ended as it did.
    struct Reason: Equatable {
        var code: String
        var stage: String
        var message: String
        /// Whether it took down its workers.
        var isQuarantined: Bool
        /// Page at which it did; nil where that is not known.
        var page: Int?
    }

    /// The path of the paper that it is attached to; nil where it is attached to none.
    var host: PathText? { isAttached ? AttachedPath(path).map { PathText($0.host) } : nil }
    /// Whether something may be attached to it that nobody has looked into, since it is attached itself.
    var leavesAttachmentsUnseen: Bool { isAttached && missing.contains { $0.code == Notice.Code.unreadAttachments.rawValue } }
    /// Bytes of its records.
    var bytes: Int { extents.reduce(0) { $0 + $1.bytes } }
    /// Whether it stands in the files as a paper of which something was read.
    var holdsPaper: Bool { removed == nil && outcome != .failure }
    var isQuarantined: Bool { reason?.isQuarantined == true }
}

extension RecordScanner.Extent {
    /// What a ledger may say of one: no sum of a million such overflows.
    private static let possible = 0...(1 << 40)

    /// The stretch as text, for the ledger.
    var text: String { "\(kind.rawValue) \(bytes) \(lines)" }

    /// Reads what `text` gives; nil where it is something else.
    init?(text: some StringProtocol) {
        let parts = text.split(separator: " ")
        guard parts.count == 3, let kind = Record.Kind(rawValue: String(parts[0])), let bytes = Int(parts[1]), let lines = Int(parts[2]),
            Self.possible.contains(bytes), Self.possible.contains(lines)
        else { return nil }
        self.init(kind: kind, bytes: bytes, lines: lines)
    }
}
