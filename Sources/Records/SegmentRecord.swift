internal import PaperModel

/// A part of a paper with a meaning of its own, as one record.
public struct SegmentRecord: Sendable {
    /// Id of the document and "#s" with the place in document order.
    public let id: String
    let document: String
    let parent: String?
    let answers: String?
    let sameAs: String?
    let segment: Segment
    let text: String
}

extension SegmentRecord: RecordObject {
    static let name = "segment"
    static let fields: [Field<SegmentRecord>] = [
        .constant("type", name),
        .constant("schema", RecordSchema.version),
        .required("id") { $0.id },
        .required("document") { $0.document },
        .optional("parent") { $0.parent },
        .required("kind") { $0.segment.kind },
        .optional("part") { $0.segment.part },
        .optional("number") { $0.segment.number },
        .optional("title") { $0.segment.title },
        .required("level") { $0.segment.level },
        .optional("asker") { $0.segment.asker },
        .optional("addressee") { $0.segment.addressee },
        .optional("respondent") { $0.segment.respondent },
        .optional("answers") { $0.answers },
        .optional("outcome") { $0.segment.outcome },
        .optional("votes") { $0.segment.votes },
        .optional("moved") { $0.segment.moved },
        .optional("seconded") { $0.segment.seconded },
        .optional("sameAs") { $0.sameAs },
        .optional("fields") { $0.segment.fields.isEmpty ? nil : FormFields(fields: $0.segment.fields) },
        .list("links") { $0.segment.references },
        .required("spans") { $0.segment.spans },
        .optional("page") { $0.segment.spans.first?.page },
        .optional("endPage") { $0.segment.spans.last?.page },
        .required("text") { $0.text },
    ]
}
