/// How to cite a figure: its sentence, paper, meeting, page, address and digest, as plain text.
struct Citation: Sendable {
    let text: String

    init(_ figure: FigureFacts, in paper: ReadPaper, quotation: Quotation) {
        let document = paper.document
        let page = figure.page.map { "p. \($0)" }
        let meeting = [document.body, document.group, document.date.map { Words.day($0) }].compactMap { $0 }.joined(separator: ", ")
        let address = ForeignAddress(document.source.url, page: figure.page)?.text
        let words = quotation.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        text = [
            "“\(words)”", [document.name, meeting.isEmpty ? nil : meeting, page].compactMap { $0 }.joined(separator: ", "),
            address ?? document.fileName, document.id,
        ].joined(separator: "\n")
    }
}
