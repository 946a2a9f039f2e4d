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
        Field("type", constant: name),
        Field("schema", constant: RecordSchema.version),
        Field("id") { $0.id },
        Field("document") { $0.document },
        Field("page") { $0.page.number },
        Field("label", optional: { $0.page.label }),
        Field("width", optional: { $0.page.width.map(Points.init) }),
        Field("height", optional: { $0.page.height.map(Points.init) }),
        Field("rotation") { $0.page.rotation },
        Field("text") { $0.page.text.string },
        Field("furniture") { record in record.page.furniture.map(record.placed) },
        Field("images") { record in record.page.images.map(record.placed) },
        Field("ocr", mark: { $0.page.recognitionConfidence != nil }),
        Field("confidence", optional: { $0.page.recognitionConfidence.map(Share.init) }),
    ]
}
