/// What a table is read from, the strongest first.
enum TableEvidence: Int, CaseIterable, Comparable {
    /// The structure tree states its cells.
    case tagged
    /// Lines or shading are drawn around its cells.
    case ruled
    /// Rules part its rows, white space its columns.
    case banded
    /// White space alone.
    case aligned

    static func < (one: TableEvidence, other: TableEvidence) -> Bool { one.rawValue < other.rawValue }

    var name: String { "\(self)" }
}

/// A table that one kind of evidence shows; whether it stands is for the judge to say.
struct TableCandidate {
    var evidence: TableEvidence
    /// Nil where the tags state cells that don't stand on the page as they say.
    var draft: TableDraft?
    /// Its words, as indices into the page's.
    var words: [Int]
    /// What speaks against a table that the tags state.
    var doubt: TagDoubt?
    /// How the trace calls it.
    var label: String?
}

/// A way to find tables: it sees the page's open words and takes none away.
struct TableFinder: Sendable {
    var evidence: TableEvidence
    var candidates: @Sendable (TablePage) -> [TableCandidate]

    /// The finders that need no tags, strongest evidence first.
    static let all = [
        TableFinder(evidence: .ruled, candidates: ruledCandidates),
        TableFinder(evidence: .banded, candidates: bandedCandidates),
        TableFinder(evidence: .aligned, candidates: alignedCandidates),
    ]
}
