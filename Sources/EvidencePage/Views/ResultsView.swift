internal import RecordIndex
internal import Tracing

/// What a search finds: figures with their sentences, facets, a plot, and pages that hold the words.
struct ResultsView {
    let folder: EvidenceFolder
    let request: PageRequest

    /// Figures that are counted, plotted and sorted.
    private static let most = 500
    /// Figures on one page.
    private static let shown = 40
    /// Pages that hold the words and are listed beside the figures.
    private static let pages = 12

    /// Orders; the first is the usual one.
    private static let orders: [(name: String, title: String)] = [
        ("", "best first"), ("amount", "largest first"), ("newest", "newest first"), ("oldest", "oldest first"),
    ]

    private var address: Address { request.address }

    /// The view.
    func view() throws -> View {
        guard let index = try folder.index() else { return .waiting(address) }
        let text = request.value("q") ?? ""
        var query = try folder.query(text, index)
        query.filter = filter
        let isSearch = !(query.groups.isEmpty && query.amounts.isEmpty)
        let hits = try index.search(query, for: [(.figure, ResultsView.most)] + (isSearch ? [(.page, ResultsView.pages)] : []))
        var results = try found(hits[0], index)
        if let wanted = request.value("period") { results.removeAll { $0.figure.period != wanted } }
        if let wanted = request.value("doubt") { results.removeAll { !$0.figure.doubts.contains(wanted) } }
        sort(&results)
        let pages = isSearch ? hits[1] : []
        let from = request.number("from", in: 0...1_000_000) ?? 0
        let part = results.dropFirst(from).prefix(ResultsView.shown)
        let body: [Markup] = [
            .element(.h1, [], [text.isEmpty ? "Figures" : .text("Figures for “\(Shortened.words(text, 120))”")]),
            head(results.count, text: text),
            .element(
                .div, [.cls("results")],
                [
                    .element(.div, [.cls("facets")], [facets(results)]),
                    .element(
                        .div, [.cls("found")],
                        [
                            plot(results),
                            part.isEmpty
                                ? .element(.p, [], ["No figure fits. Take a facet away, use fewer words, or look at the pages below."])
                                : .element(.ol, [.cls("hits")], part.map(line)),
                            judging(part.map(\.hit.id)),
                            steps(from, of: results.count), pageList(pages),
                        ]),
                ]),
        ]
        return View(title: text.isEmpty ? "Figures" : text, address: address, body: .all(body), sheet: sheet(results))
    }

    private var filter: FigureFilter {
        var filter = FigureFilter()
        filter.organisation = request.value("organisation")
        filter.committee = request.value("committee")
        filter.paperKind = request.value("paper")
        filter.segmentKind = request.value("segment")
        filter.sense = request.value("sense")
        filter.unit = request.value("unit")
        filter.from = request.value("since")
        filter.to = request.value("until")
        filter.document = request.value("document")
        filter.min = request.value("min").flatMap(ResultsView.amount)
        filter.max = request.value("max").flatMap(ResultsView.amount)
        if request.value("doubtful") != nil || request.value("doubt") != nil { filter.isDoubtful = true }
        return filter
    }

    /// "1.5m", "£20,000", "3bn" as a number.
    static func amount(_ text: String) -> Double? {
        let plain = text.lowercased().filter { !"£€$, ".contains($0) }
        for (suffix, factor) in [("bn", 1e9), ("m", 1e6), ("k", 1e3)] where plain.hasSuffix(suffix) {
            return Double(plain.dropLast(suffix.count)).map { $0 * factor }.flatMap { $0.isFinite ? $0 : nil }
        }
        return Double(plain).flatMap { $0.isFinite ? $0 : nil }
    }

    private func found(_ hits: [SearchHit], _ index: RecordIndex) throws -> [FoundFigure] {
        let known = Dictionary(try index.figures(hits.map(\.id)).map { ($0.id, $0) }) { first, _ in first }
        return hits.compactMap { hit in known[hit.id].map { FoundFigure(hit: hit, figure: $0) } }
    }

    private func sort(_ results: inout [FoundFigure]) {
        func date(_ result: FoundFigure) -> String { result.hit.paper.date ?? "" }
        switch request.value("sort") {
        case "amount": results.sort { ($1.figure.ends.high, $0.hit.id) < ($0.figure.ends.high, $1.hit.id) }
        case "newest": results.sort { (date($1), $0.hit.id) < (date($0), $1.hit.id) }
        case "oldest": results.sort { (date($0).isEmpty ? "9" : date($0), $0.hit.id) < (date($1).isEmpty ? "9" : date($1), $1.hit.id) }
        default: break
        }
    }

    // MARK: The page

    private func head(_ count: Int, text: String) -> Markup {
        let many = count >= ResultsView.most ? "The best " : ""
        let orders = ResultsView.orders.map { order in
            let isChosen = (request.value("sort") ?? "") == order.name
            return Markup.element(
                .a, [.href(address.with("sort", order.name).with("from", nil))] + (isChosen ? [.set(.ariaCurrent, "true")] : []),
                [.text(order.title)])
        }
        var parts: [Markup] = [
            .text("\(many)\(Words.count(count, "figure")), "), .all(orders, between: " · "), ". ",
        ]
        if !text.isEmpty { parts.append(.element(.a, [.href(Address(["trace"], [("claim", text)]))], ["Trace this as a claim"])) }
        return .element(.p, [.cls("quiet")], parts)
    }

    private func facets(_ results: [FoundFigure]) -> Markup {
        let kept = request.query.filter { !["min", "max", "since", "until", "from"].contains($0.name) }
        let hidden = kept.map { Markup.element(.input, [.set(.type, "hidden"), .set(.name, $0.name), .set(.value, $0.value)]) }
        func field(_ name: String, _ title: String, type: String) -> Markup {
            .element(
                .label, [],
                [
                    .text(title + " "),
                    .element(
                        .input, [.set(.name, name), .set(.type, type), .set(.value, request.value(name) ?? "")]),
                ])
        }
        let range = Markup.element(
            .form, [.cls("range"), .action(Address(["results"])), .set(.method, "get"), .set(.ariaLabel, "Amount and day")],
            hidden + [
                field("min", "Amount from", type: "text"), field("max", "to", type: "text"), field("since", "Meeting from", type: "date"),
                field("until", "to", type: "date"), .element(.button, [.set(.type, "submit")], ["Apply"]),
            ])
        let isFolded = Markup.element(.summary, [], ["Filter these results"])
        let lists = ResultFacet.all.map { $0.markup(results, chosen: request.value($0.name), address: address) }
        return .element(.details, [.mark(.open)], [isFolded, .all(lists), range])
    }

    private func plot(_ results: [FoundFigure]) -> Markup {
        let units = Dictionary(results.map { ($0.figure.unit, 1) }, uniquingKeysWith: +)
        guard let unit = units.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return .none }
        let points = results.filter { $0.figure.unit == unit }.compactMap { result in
            result.hit.paper.date.map { date in
                Plot.Point(
                    date: date, low: result.figure.ends.low, high: result.figure.ends.high,
                    label: "\(result.figure.printed), \(Words.day(date)), \(result.hit.paper.name)", link: .figure(result.hit.id), cls: "")
            }
        }
        return Plot(points: points, unit: unit).markup
    }

    private func line(_ result: FoundFigure) -> Markup {
        let paper = result.hit.paper
        let facts = [
            PrintedAmount.meaning(of: result.figure.printed, value: result.figure.value, unit: result.figure.unit),
            result.figure.sense.map { Words.of($0) }, result.figure.period, result.figure.subject.map { "for " + Shortened.words($0, 80) },
        ]
        .compactMap { $0 }.joined(separator: " · ")
        let place = [paper.committee ?? paper.organisation, paper.date.map { Words.day($0) }, paper.name, "page \(result.hit.page)"]
            .compactMap { $0 }.joined(separator: " · ")
        return .element(
            .li, [],
            [
                .element(
                    .p, [.cls("amount")],
                    [
                        .element(.a, [.href(Address.figure(result.hit.id))], [.element(.bdi, [], [.text(result.figure.printed)])]),
                        .text(facts.isEmpty ? "" : " " + facts),
                        result.figure.doubts.isEmpty ? .none : .element(.span, [.cls("flag")], [" doubtful"]),
                    ]),
                .element(.p, [.cls("said")], [MarkedText.markup(result.hit.text, result.hit.marks)]),
                .element(.p, [.cls("quiet")], [.text(place)]),
            ])
    }

    private func steps(_ from: Int, of count: Int) -> Markup {
        var links: [Markup] = []
        if from > 0 {
            links.append(
                .element(.a, [.href(address.with("from", String(max(0, from - ResultsView.shown)))), .set(.dataKey, "p")], ["Previous"]))
        }
        if from + ResultsView.shown < count {
            links.append(.element(.a, [.href(address.with("from", String(from + ResultsView.shown))), .set(.dataKey, "n")], ["Next"]))
        }
        return links.isEmpty
            ? .none
            : .element(
                .p, [.cls("tools")],
                [.text("\(from + 1) to \(min(count, from + ResultsView.shown)) of \(count) "), .all(links, between: " · ")])
    }

    /// The way to judge the figures of this page one by one.
    private func judging(_ ids: [String]) -> Markup {
        guard !ids.isEmpty else { return .none }
        let link = Address(["review"], [("ids", ids.joined(separator: " "))])
        return .element(.p, [.cls("quiet")], [.element(.a, [.href(link)], [.text("Judge these \(ids.count) against their pages")])])
    }

    private func pageList(_ pages: [SearchHit]) -> Markup {
        guard !pages.isEmpty else { return .none }
        let lines = pages.map { hit in
            Markup.element(
                .li, [],
                [
                    .element(
                        .p, [],
                        [
                            .element(
                                .a, [.href(Address.paper(hit.paper.document, page: hit.page))],
                                [.text("\(hit.paper.name), page \(hit.page)")])
                        ]),
                    .element(.p, [.cls("said")], [MarkedText.markup(hit.text, hit.marks)]),
                ])
        }
        return .element(.section, [], [.element(.h2, [], ["Pages that hold the words"]), .element(.ol, [.cls("hits")], lines)])
    }

    private func sheet(_ results: [FoundFigure]) -> Sheet {
        Sheet(
            name: "results",
            columns: [
                "id", "text", "value", "unit", "kind", "sense", "subject", "period", "sentence", "page", "title", "organisation",
                "committee", "date", "url", "path", "doubts",
            ],
            rows: results.map { result in
                let (figure, paper) = (result.figure, result.hit.paper)
                return [
                    .text(figure.id), .text(figure.printed), .init(figure.value), .text(figure.unit), .text(figure.kind),
                    .init(figure.sense),
                    .init(figure.subject), .init(figure.period), .text(result.hit.text), .number(result.hit.page), .text(paper.name),
                    .init(paper.organisation), .init(paper.committee), .init(paper.date),
                    .init(ForeignAddress(paper.url, page: result.hit.page)?.text), .text(paper.path),
                    .text(figure.doubts.joined(separator: " ")),
                ]
            })
    }
}

/// A line with stretches of it marked.
enum MarkedText {
    /// `marks` are bytes of the text's UTF-8.
    static func markup(_ text: String, _ marks: [Range<Int>]) -> Markup {
        let bytes = Array(text.utf8)
        var parts: [Markup] = []
        var position = 0
        func part(_ range: Range<Int>) -> Markup { .text(String(decoding: bytes[range], as: UTF8.self)) }
        for mark in marks.sorted(by: { $0.lowerBound < $1.lowerBound })
        where mark.lowerBound >= position && mark.upperBound <= bytes.count && !mark.isEmpty {
            parts.append(part(position..<mark.lowerBound))
            parts.append(.element(.mark, [], [part(mark)]))
            position = mark.upperBound
        }
        parts.append(part(position..<bytes.count))
        return .all(parts)
    }
}
