internal import PaperModel

/// A paper that was read, as one record.
public struct DocumentRecord: Sendable {
    /// "sha256:" and the digest of the bytes.
    public let id: String
    /// Where it came from.
    public let source: Source
    let bytes: Int
    let mediaType: Paper.MediaType
    let metadata: Paper.Metadata
    let meeting: Meeting
    let pageCount: Int
    let isTagged: Bool
    let notices: [Notice]
    /// Id of the document that it is attached to.
    let attachedTo: String?
    /// Numbers of its tables that are written as amounts are and gave no figure.
    let unreadNumbers: Int
    /// Figures that carry a doubt.
    let doubts: Int
    let provenance: Provenance

    /// Whether all of it was read.
    enum Status: String, RecordName {
        case complete, partial

        static let name = "documentStatus"
    }

    /// Partial where pages failed, were cut by a limit, or have no text, or the content is where it isn't read. A paper whose attached files are
    /// all papers of their own is complete: each of those says for itself how far it was read.
    var status: Status { notices.contains(where: \.code.leavesOut) ? .partial : .complete }
    /// Whether something of it was not read.
    public var isPartial: Bool { status == .partial }
    /// Names of the papers that are attached to it.
    public var attachedPapers: [String] { metadata.attachments.filter(\.isPaper).map(\.name) }
}

extension DocumentRecord: RecordObject {
    static let name = "document"
    static let fields: [Field<DocumentRecord>] = [
        .constant("type", name),
        .constant("schema", RecordSchema.version),
        .required("id") { $0.id },
        .required("source") { $0.source },
        // Where the same bytes lie at several places, all of them: known when the records of a folder are put together.
        .list("sources") { _ in [Source]() },
        .required("mediaType") { $0.mediaType },
        .required("bytes") { $0.bytes },
        .optional("title") { $0.metadata.title },
        .optional("producer") { $0.metadata.producer },
        .optional("created") { $0.metadata.created },
        .optional("language") { $0.metadata.language },
        .optional("kind") { $0.metadata.kind },
        .optional("organisation") { $0.metadata.organisation },
        .optional("committee") { $0.metadata.committee },
        .optional("meetingDate") { $0.metadata.meetingDate },
        .optional("meeting") { $0.meeting.facts.isEmpty ? nil : $0.meeting },
        .list("papers") { $0.metadata.parts },
        .list("attached") { $0.metadata.attachments.filter(\.isPaper).map(AttachedPaperRecord.init) },
        .optional("attachedTo") { $0.attachedTo },
        .required("unreadNumbers") { $0.unreadNumbers },
        .required("doubts") { $0.doubts },
        .required("pages") { $0.pageCount },
        .required("tagged") { $0.isTagged },
        .required("status") { $0.status },
        .required("notices") { $0.notices },
        .required("rules") { $0.provenance.rules },
        .required("version") { $0.provenance.version },
    ]
}

extension Paper.Part: RecordObject {
    static let name = "paper"
    static let fields: [Field<Paper.Part>] = [
        .required("page") { $0.page },
        .required("endPage") { $0.endPage },
        .required("kind") { $0.kind },
        .optional("title") { $0.title },
        .optional("author") { $0.author },
        .optional("date") { $0.date },
    ]
}

/// A paper that is attached to another, in the record of that one.
struct AttachedPaperRecord: Sendable {
    let paper: Paper.Attachment
}

extension AttachedPaperRecord: RecordObject {
    static let name = "attachedPaper"
    static let fields: [Field<AttachedPaperRecord>] = [
        .required("name") { $0.paper.name },
        .required("document") { DocumentRecord.id(digest: $0.paper.digest ?? "") },
        .required("bytes") { $0.paper.bytes },
    ]
}
