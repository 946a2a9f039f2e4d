/// A source with what became of it and where its records lie.
public struct RecordedPaper: Sendable {
    /// What became of it.
    public let report: PaperReport
    /// "sha256:" and the digest of its bytes; nil where they could not be read.
    public let document: String?
    /// Numbers of its tables that look like amounts and gave no figure.
    public let unreadNumbers: Int
    /// Its figures that carry a doubt.
    public let doubts: Int
    let place: Place

    /// Where its records lie.
    enum Place: Sendable {
        /// In a file of their own beside the ledger.
        case kept(Publication.Part)
        /// In the files for users.
        case published(PublishedRecords.Part)
    }

    init(_ part: Publication.Part) {
        report = PaperReport(part.entry)
        document = part.entry.document
        unreadNumbers = part.entry.unreadNumbers
        doubts = part.entry.doubts
        place = .kept(part)
    }

    init(_ part: PublishedRecords.Part) {
        report = part.report
        document = part.head.document
        unreadNumbers = part.head.unreadNumbers
        doubts = part.head.doubts
        place = .published(part)
    }
}
