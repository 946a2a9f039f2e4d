/// One paper: its outline, tables and pages.
struct PaperView {
    let paper: ReadPaper
    let request: PageRequest

    /// Thumbnails on one view; the others are reached by going on.
    private static let thumbnails = 24
    /// Segments and tables in the outline.
    private static let mostParts = 2_000

    private var document: DocumentFacts { paper.document }

    /// The view.
    var view: View {
        let wanted = request.value("part").map { document.id + "#" + $0 }
        let segment = paper.segment(wanted)
        let table = paper.table(wanted)
        let number = request.number("page", in: 1...1_000_000) ?? segment?.page ?? table?.pages.first ?? 1
        var body: [Markup] = [.element(.h1, [], [.text(document.name)]), facts]
        if document.status == "partial" || !document.notices.isEmpty { body.append(notices) }
        if let segment { body.append(shown(segment)) }
        if let table {
            body.append(.element(.section, [], [.element(.h2, [], ["Table"]), TableGrid(table: table, figures: paper.figures).markup]))
        }
        body.append(
            .element(
                .div, [.cls("two")],
                [.element(.div, [.cls("left")], [page(number, segment: segment)]), .element(.div, [.cls("right")], [outline, tables])]))
        body.append(pages(around: number))
        return View(title: document.name, address: request.address, body: .all(body), sheet: sheet)
    }

    private var facts: Markup {
        var list = FactList()
        list.add("Kind", document.kind.map { Words.of($0) })
        let meeting = [document.body, document.group, document.date.map { Words.day($0) }].compactMap { $0 }.joined(separator: ", ")
        if !meeting.isEmpty {
            list.add(
                "Meeting",
                .element(
                    .a, [.href(Address.meeting(organisation: document.body, committee: document.group, date: document.date))],
                    [.text(meeting)]))
        }
        list.add("Pages", String(document.pages))
        list.add("Figures", .element(.a, [.href(Address(["results"], [("document", document.id)]))], [.number(paper.figures.count)]))
        if let address = ForeignAddress(document.source.url) {
            list.add("Address", .element(.a, [.href(address), .set(.rel, "noreferrer noopener")], [.text(address.text)]))
        }
        list.add("File", document.source.path)
        if let host = document.attachedTo {
            list.add("Attached to", .element(.a, [.href(Address.paper(host))], ["the paper that holds it"]))
        }
        if let attached = document.attached, !attached.isEmpty {
            let links = attached.map { Markup.element(.li, [], [.element(.a, [.href(Address.paper($0.document))], [.text($0.name)])]) }
            list.add("Attached", .element(.ul, [], links))
        }
        list.add("Digest", .element(.code, [.cls("digest")], [.text(document.id)]))
        return list.markup
    }

    private var notices: Markup {
        let lines = document.notices.prefix(40).map { notice in
            Markup.element(.li, [], [.text(Words.of(notice.code) + ": " + notice.message + (notice.page.map { " (page \($0))" } ?? ""))])
        }
        return .element(
            .section, [.cls("notread")],
            [.element(.h2, [], [document.status == "partial" ? "Read in part" : "Notices"]), .element(.ul, [], Array(lines))])
    }

    private func shown(_ segment: SegmentFacts) -> Markup {
        var parts: [Markup] = [.element(.h2, [], [.text(Words.of(segment.kind) + ": " + segment.name)])]
        if ["resolution", "recommendation"].contains(segment.kind) {
            parts.append(DecisionList(paper: paper).markup(segment))
        } else {
            parts.append(.element(.p, [.cls("said")], [.text(Shortened.words(segment.text, 1_500))]))
            parts += DecisionList(paper: paper).around(paper.chain(to: segment.id))
        }
        return .element(.section, [.cls("part")], parts)
    }

    private func page(_ number: Int, segment: SegmentFacts?) -> Markup {
        guard let page = paper.page(number) else { return .element(.p, [], [.text("The records have no page \(number).")]) }
        let figures = paper.figures.filter { $0.page == number }
        guard document.isPDF else { return PageTextView.markup(page, spans: segment?.spans ?? figures.flatMap(\.spans)) }
        let marks = figures.flatMap { figure in
            (figure.boxes ?? []).filter { $0.page == number }.map {
                PagePictureView.Mark(box: $0, cls: "other", link: Address.figure(figure.id), label: figure.text)
            }
        }
        let list = figures.map { figure in
            Markup.element(
                .li, [],
                [
                    .element(.a, [.href(Address.figure(figure.id))], [.text(figure.text)]),
                    .text(" " + [figure.sense.map { Words.of($0) }, figure.subject].compactMap { $0 }.joined(separator: ", ")),
                ])
        }
        return .all([
            .element(
                .p, [.cls("tools")],
                [.element(.span, [.set(.id, "zoom"), .mark(.hidden)], []), .text("Page \(number) of \(document.pages) "), steps(number)]),
            .element(
                .div, [.cls("scroller"), .set(.tabindex, "0"), .set(.role, "region"), .set(.ariaLabel, "The page")],
                [PagePictureView(document: document, page: page, marks: marks).whole]),
            list.isEmpty
                ? .none
                : .element(
                    .details, [],
                    [.element(.summary, [], [.text(Words.count(list.count, "figure") + " of this page")]), .element(.ul, [], list)]),
        ])
    }

    private func steps(_ number: Int) -> Markup {
        var links: [Markup] = []
        if number > 1 {
            links.append(.element(.a, [.href(Address.paper(document.id, page: number - 1)), .set(.dataKey, "p")], ["Previous page"]))
        }
        if number < document.pages {
            links.append(.element(.a, [.href(Address.paper(document.id, page: number + 1)), .set(.dataKey, "n")], ["Next page"]))
        }
        return .all(links, between: " · ")
    }

    private var outline: Markup {
        guard !paper.segments.isEmpty else { return .none }
        let lines = paper.segments.prefix(PaperView.mostParts).map { segment in
            let depth = min(4, paper.chain(to: segment.id).count)
            return Markup.element(
                .li, [.cls("level\(depth)")],
                [
                    .element(.span, [.cls("kind")], [.text(Words.of(segment.kind) + " ")]),
                    .element(.a, [.href(Address.part(segment.id, page: segment.page))], [.text(Shortened.words(segment.name, 110))]),
                    .text(segment.outcome.map { " (\(Words.of($0)))" } ?? ""),
                ])
        }
        return .element(.section, [], [.element(.h2, [], ["Outline"]), .element(.ul, [.cls("outline")], Array(lines))])
    }

    private var tables: Markup {
        guard !paper.tables.isEmpty else { return .none }
        let lines = paper.tables.prefix(PaperView.mostParts).map { table in
            let (unread, sums) = (table.unreadNumbers ?? 0, table.sums.count)
            return Markup.element(
                .li, [],
                [
                    .element(
                        .a, [.href(Address.part(table.id, page: table.pages.first))],
                        [.text(Shortened.words(table.caption ?? "Table on page \(table.pages.first ?? 1)", 110))]),
                    .text(
                        [
                            " \(table.rows) × \(table.columns)", unread > 0 ? "\(Words.count(unread, "number")) without a unit" : nil,
                            sums > 0 ? "\(Words.count(sums, "total")) \(sums == 1 ? "adds" : "add") up" : nil,
                        ].compactMap { $0 }.joined(separator: ", ")),
                ])
        }
        return .element(.section, [], [.element(.h2, [], ["Tables"]), .element(.ul, [], Array(lines))])
    }

    private func pages(around number: Int) -> Markup {
        guard document.isPDF, document.pages > 1 else { return .none }
        let first = max(1, min(number - PaperView.thumbnails / 2, document.pages - PaperView.thumbnails + 1))
        let shown = first...max(first, min(document.pages, first + PaperView.thumbnails - 1))
        let pictures = shown.compactMap { number -> Markup? in
            guard let page = paper.page(number), let width = page.width, let height = page.height else { return nil }
            return .element(
                .li, [],
                [
                    .element(
                        .a,
                        [.href(Address.paper(document.id, page: number))]
                            + (number == self.request.number("page", in: 1...1_000_000) ? [.set(.ariaCurrent, "page")] : []),
                        [
                            .element(
                                .img,
                                [
                                    .src(Address.picture(document.id, page: number)), .set(.alt, "Page \(number)"), .set(.loading, "lazy"),
                                    .length(.width, width), .length(.height, height),
                                ])
                        ])
                ])
        }
        return .element(.section, [], [.element(.h2, [], ["Pages"]), .element(.ul, [.cls("thumbs")], pictures)])
    }

    private var sheet: Sheet {
        Sheet(
            name: "paper", columns: ["id", "page", "kind", "number", "title", "outcome"],
            rows: paper.segments.map {
                [.text($0.id), .init($0.page), .text($0.kind), .init($0.number), .init($0.title), .init($0.outcome)]
            }
                + paper.tables.map { [.text($0.id), .init($0.pages.first), .text("table"), .none, .init($0.caption), .none] })
    }
}
