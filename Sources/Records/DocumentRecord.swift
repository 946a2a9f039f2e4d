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
    let pageCount: Int
    let isTagged: Bool
    let notices: [Notice]
    let provenance: Provenance

    /// What kind of paper it is.
    enum Kind: String, RecordName {
        case agenda, agendaPack, minutes, decisionNotice, report, questions, webPage, other
    }

    /// Whether all of it was read.
    enum Status: String, RecordName {
        case complete, partial
    }

    /// Partial where pages failed, were cut by a limit, or have no text.
    var status: Status {
        notices.contains { [.noText, .pageFailed, .pageLimit, .pageTooDense].contains($0.code) } ? .partial : .complete
    }

    /// A kind that a rule file made up is `other`: the names are the contract's.
    var kind: Kind? { metadata.kind.map { Kind(rawValue: $0) ?? .other } }
}

extension DocumentRecord: RecordObject {
    static let name = "document"
    static let fields: [Field<DocumentRecord>] = [
        Field("type", constant: name),
        Field("schema", constant: RecordSchema.version),
        Field("id") { $0.id },
        Field("source") { $0.source },
        Field("mediaType") { $0.mediaType },
        Field("bytes") { $0.bytes },
        Field("title", optional: { $0.metadata.title }),
        Field("producer", optional: { $0.metadata.producer }),
        Field("created", optional: { $0.metadata.created }),
        Field("language", optional: { $0.metadata.language }),
        Field("kind", optional: { $0.kind }),
        Field("organisation", optional: { $0.metadata.organisation }),
        Field("committee", optional: { $0.metadata.committee }),
        Field("meetingDate", optional: { $0.metadata.meetingDate }),
        Field("pages") { $0.pageCount },
        Field("tagged") { $0.isTagged },
        Field("status") { $0.status },
        Field("notices") { $0.notices },
        Field("rules") { $0.provenance.rules },
        Field("version") { $0.provenance.version },
    ]
}
