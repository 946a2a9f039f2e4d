/// The picture of a page with marks over it.
struct PagePictureView {
    /// A rectangle over the picture, and where a click on it leads.
    struct Mark {
        var box: PlacedBox
        var cls: String
        var link: Address?
        var label: String
    }

    let document: DocumentFacts
    let page: PageFacts
    var marks: [Mark] = []

    /// Points that a mark is larger than what it marks on each side, so that its line runs beside the print.
    private static let margin = 1.5
    /// Height of the close-up, points: some lines above and below.
    private static let closeUp = 110.0

    /// The whole page.
    var whole: Markup {
        guard let width = page.width, let height = page.height, document.isPDF else { return .none }
        return .element(
            .div, [.cls("sheet"), .set(.id, "sheet")],
            [
                .element(
                    .img,
                    [
                        .src(Address.picture(document.id, page: page.page)), .set(.alt, "Page \(page.page) of \(document.name)"),
                        .length(.width, width), .length(.height, height),
                    ]),
                .element(
                    .svg,
                    [
                        .cls("marks"), .set(.viewBox, "0 0 \(Decimal.text(width, places: 1)) \(Decimal.text(height, places: 1))"),
                        .set(.preserveAspectRatio, "none"),
                    ], marks.map(mark)),
            ])
    }

    /// The lines around a box, large.
    func closeUp(of box: PlacedBox) -> Markup {
        guard let width = page.width, let height = page.height, document.isPDF else { return .none }
        let span = min(width, max(320, box.width + 120))
        let left = max(0, min(box.x + box.width / 2 - span / 2, width - span))
        let tall = min(height, max(PagePictureView.closeUp, box.height + 40))
        let top = max(0, min(box.y + box.height / 2 - tall / 2, height - tall))
        let area = [left, top, span, tall].map { Decimal.text($0, places: 1) }.joined(separator: " ")
        return .element(
            .svg, [.cls("closeup"), .set(.viewBox, area), .set(.role, "img"), .set(.ariaLabel, "The figure on its page, enlarged")],
            [
                .element(
                    .image,
                    [
                        .href(Address.picture(document.id, page: page.page)), .set(.x, "0"), .set(.y, "0"), .length(.width, width),
                        .length(.height, height),
                    ])
            ] + marks.filter { $0.cls.hasPrefix("hit") }.map(rectangle))
    }

    private func mark(_ mark: Mark) -> Markup {
        guard let link = mark.link else { return rectangle(mark) }
        return .element(.a, [.href(link), .set(.ariaLabel, mark.label), .set(.tabindex, "-1")], [rectangle(mark)])
    }

    private func rectangle(_ mark: Mark) -> Markup {
        let margin = mark.cls.hasPrefix("hit") ? PagePictureView.margin : 0
        return .element(
            .rect,
            [
                .cls(mark.cls), .length(.x, mark.box.x - margin), .length(.y, mark.box.y - margin),
                .length(.width, mark.box.width + 2 * margin), .length(.height, mark.box.height + 2 * margin), .set(.rx, "1.5"),
            ])
    }
}

/// The text of a page with places marked in it, for papers that have no pages to draw.
enum PageTextView {
    /// Scalars shown around the first mark of a page that is longer.
    private static let reach = 6_000

    /// The text, with the ranges of scalars marked that `spans` name.
    static func markup(_ page: PageFacts, spans: [Span]) -> Markup {
        let scalars = Array(page.text.unicodeScalars)
        let own = spans.filter { $0.page == page.page && $0.start < $0.end && $0.start < scalars.count }.sorted { $0.start < $1.start }
        let from = max(0, (own.first?.start ?? 0) - reach)
        let to = min(scalars.count, (own.first?.start ?? 0) + reach)
        func text(_ start: Int, _ end: Int) -> Markup {
            let start = max(from, min(start, to))
            let end = max(start, min(end, to))
            return .text(String(String.UnicodeScalarView(scalars[start..<end])))
        }
        var parts: [Markup] = from > 0 ? ["…"] : []
        var position = from
        for (index, span) in own.enumerated() where span.start >= position {
            parts.append(text(position, span.start))
            parts.append(.element(.mark, index == 0 ? [.set(.id, "hit"), .cls("hit")] : [], [text(span.start, span.end)]))
            position = span.end
        }
        parts.append(text(position, to))
        if to < scalars.count { parts.append("…") }
        return .element(.div, [.cls("text"), .set(.tabindex, "0"), .set(.role, "region"), .set(.ariaLabel, "Text of the page")], parts)
    }
}
