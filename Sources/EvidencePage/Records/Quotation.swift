/// Words of a text, cut for a list.
enum Shortened {
    /// The first words, of so many characters at most, on one line.
    static func words(_ text: some StringProtocol, _ count: Int) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard line.count > count else { return line }
        let cut = line.prefix(count)
        let end = cut.lastIndex(of: " ") ?? cut.endIndex
        return cut[..<end] + "…"
    }
}

/// A sentence with the figure in it.
struct Quotation: Sendable, Equatable {
    var before: String
    var figure: String
    var after: String

    /// The whole on one line.
    var text: String { before + figure + after }

    /// Most scalars before and behind the figure.
    private static let reach = 400

    /// Takes the sentence of a figure from the text of its page; its quotation alone where it has none.
    init(_ figure: FigureFacts, on page: PageFacts?) {
        guard let page, let place = figure.spans.first else {
            self.init(before: figure.quote.prefix ?? "", figure: figure.quote.exact, after: figure.quote.suffix ?? "")
            return
        }
        let scalars = Array(page.text.unicodeScalars)
        let sentence = (figure.sentence ?? []).filter { $0.page == place.page }
        let end = figure.spans.last { $0.page == place.page }?.end ?? place.end
        let start = sentence.map(\.start).min().map { min($0, place.start) } ?? place.start - 60
        let last = sentence.map(\.end).max().map { max($0, end) } ?? end + 60
        func part(_ from: Int, _ to: Int) -> String {
            let from = max(0, min(from, scalars.count))
            let to = max(from, min(to, scalars.count))
            return String(String.UnicodeScalarView(scalars[from..<to])).split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: " ")
        }
        self.init(
            before: part(max(start, place.start - Quotation.reach), place.start), figure: part(place.start, end),
            after: part(end, min(last, end + Quotation.reach)))
    }

    init(before: String, figure: String, after: String) {
        self.before = before
        self.figure = figure
        self.after = after
    }

    /// The sentence with the figure marked.
    var markup: Markup { .all([.text(before), .element(.mark, [], [.text(figure)]), .text(after)]) }
}
