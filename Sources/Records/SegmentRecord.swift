internal import PaperModel

/// A part of a paper with a meaning of its own, as one record.
public struct SegmentRecord: Sendable {
    /// Id of the document and "#s" with the place in document order.
    public let id: String
    let document: String
    let parent: String?
    let answers: String?
    let segment: Segment
    let text: String
}

extension SegmentRecord: RecordObject {
    static let name = "segment"
    static let fields: [Field<SegmentRecord>] = [
        Field("type", constant: name),
        Field("schema", constant: RecordSchema.version),
        Field("id") { $0.id },
        Field("document") { $0.document },
        Field("parent", optional: { $0.parent }),
        Field("kind") { $0.segment.kind },
        Field("number", optional: { $0.segment.number }),
        Field("title", optional: { $0.segment.title }),
        Field("level") { $0.segment.level },
        Field("asker", optional: { $0.segment.asker }),
        Field("addressee", optional: { $0.segment.addressee }),
        Field("respondent", optional: { $0.segment.respondent }),
        Field("answers", optional: { $0.answers }),
        Field("outcome", optional: { $0.segment.outcome }),
        Field("votes", optional: { $0.segment.votes }),
        Field("links", list: { $0.segment.references }),
        Field("spans") { $0.segment.spans },
        Field("page", optional: { $0.segment.spans.first?.page }),
        Field("endPage", optional: { $0.segment.spans.last?.page }),
        Field("text") { $0.text },
    ]
}
