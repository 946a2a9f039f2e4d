internal import PaperModel

/// A page with its canonical text, as one record.
public struct PageRecord: Sendable {
    /// Id of the document and "#p" with the page number.
    public let id: String
    let document: String
    let page: Page

    private func placed(_ range: TextRange) -> Span { Span(page: page.number, range: range) }
    private func placed(_ box: Box) -> PlacedBox { PlacedBox(page: page.number, box: box) }
}

extension PageRecord: RecordObject {
    static let name = "page"
    static let fields: [Field<PageRecord>] = [
        .constant("type", name),
        .constant("schema", RecordSchema.version),
        .required("id") { $0.id },
        .required("document") { $0.document },
        .required("page") { $0.page.number },
        .optional("label") { $0.page.label },
        .optional("width") { $0.page.width.map(Points.init) },
        .optional("height") { $0.page.height.map(Points.init) },
        .required("rotation") { $0.page.rotation },
        .required("text") { $0.page.text.string },
        .required("furniture") { record in record.page.furniture.map(record.placed) },
        .required("images") { record in record.page.images.map(record.placed) },
        .mark("ocr") { $0.page.recognitionConfidence != nil },
        .optional("confidence") { $0.page.recognitionConfidence.map(Share.init) },
    ]
}
