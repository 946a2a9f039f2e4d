internal import PaperModel

/// The words of a figure with what stands around them on the page: a text quote selector of the W3C Web Annotation Data Model, 4.2.4.
struct Quote: RecordObject {
    let exact: String
    let prefix: String
    let suffix: String

    /// Scalars before and after: enough to find the words again in a copy of the page.
    static let reach = 32

    init(of spans: [Span], in paper: Paper) {
        exact = paper.text(of: spans)
        prefix =
            spans.first.flatMap { span in
                paper.text(ofPage: span.page)?[TextRange(max(0, span.range.start - Quote.reach), span.range.start)]
            } ?? ""
        suffix =
            spans.last.flatMap { span in
                paper.text(ofPage: span.page)?[TextRange(span.range.end, span.range.end + Quote.reach)]
            } ?? ""
    }

    static let name = "quote"
    static let fields: [Field<Quote>] = [
        .required("exact") { $0.exact },
        .required("prefix") { $0.prefix },
        .required("suffix") { $0.suffix },
    ]
}
