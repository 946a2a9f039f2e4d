/// One figure with all that shows it: the page, the record, the table, the item, the decision, the source.
struct EvidenceView {
    let paper: ReadPaper
    let figure: FigureFacts
    /// Where the same is said elsewhere, where an index tells.
    var elsewhere: Markup = .none
    /// The view that the figure was found in, for going on to the next hit.
    var address: Address

    /// The view.
    var view: View {
        let page = paper.page(figure.page ?? 1)
        let quotation = Quotation(figure, on: page)
        let citation = Citation(figure, in: paper, quotation: quotation)
        let title = "\(figure.text) \(figure.sense.map { Words.of($0) } ?? Words.of(figure.kind))"
        var body: [Markup] = [
            .element(.p, [.cls("crumbs")], [.element(.a, [.href(Address.paper(figure.document))], [.text(paper.document.name)]), crumbs]),
            .element(
                .h1, [], [.element(.bdi, [], [.text(figure.text)]), .element(.span, [.cls("sub")], [.text(" " + (figure.subject ?? ""))])]),
            .element(.blockquote, [.cls("quote")], [quotation.markup]),
        ]
        if let doubts = figure.doubts, !doubts.isEmpty {
            body.append(
                .element(
                    .p, [.cls("doubt")], [.text("Doubtful: " + doubts.map { Words.of($0) }.joined(separator: ", ") + ". Look at the page.")]
                ))
        }
        if let hidden = figure.hidden {
            body.append(
                .element(.p, [.cls("doubt")], [.text("This text is in the file but no reader of the page can see it (\(hidden)).")]))
        }
        body.append(
            .element(
                .div, [.cls("two")], [.element(.div, [.cls("left")], [place(page)]), .element(.div, [.cls("right")], beside(citation))]))
        body.append(table)
        return View(title: title, address: address, body: .all(body), sheet: sheet(quotation, citation))
    }

    private var crumbs: Markup {
        let part = paper.document.papers?.first { part in
            figure.page.map { (part.page...max(part.page, part.endPage)).contains($0) } ?? false
        }
        let own = part.map { [Words.of($0.kind), $0.title].compactMap { $0 }.joined(separator: ": ") }
        let date = part?.date ?? paper.document.date
        let parts = [own, paper.document.group, date.map { Words.day($0) }, figure.page.map { "page \($0)" }].compactMap { $0 }
        return parts.isEmpty ? .none : .text(" · " + parts.joined(separator: " · "))
    }

    // MARK: The page

    private func place(_ page: PageFacts?) -> Markup {
        guard let page else { return .element(.p, [], ["The page is not among the records."]) }
        guard paper.document.isPDF else { return PageTextView.markup(page, spans: figure.spans) }
        let own = (figure.boxes ?? []).filter { $0.page == page.page }
        var marks = paper.figures.filter { $0.id != figure.id && $0.page == page.page }.flatMap { other in
            (other.boxes ?? []).filter { $0.page == page.page }.map {
                PagePictureView.Mark(box: $0, cls: "other", link: Address.figure(other.id), label: other.text)
            }
        }
        marks += own.map { PagePictureView.Mark(box: $0, cls: "hit", link: nil, label: figure.text) }
        let picture = PagePictureView(document: paper.document, page: page, marks: marks)
        return .all([
            own.first.map { picture.closeUp(of: $0) } ?? .none,
            .element(
                .p, [.cls("tools")],
                [
                    .element(.span, [.set(.id, "zoom"), .mark(.hidden)], []),
                    .text("Page \(page.page)" + (page.label.map { " (printed “\($0)”)" } ?? "")),
                    .text(" of \(paper.document.pages). "), neighbours(page.page),
                ]),
            .element(.div, [.cls("scroller"), .set(.tabindex, "0"), .set(.role, "region"), .set(.ariaLabel, "The page")], [picture.whole]),
        ])
    }

    /// The figures before and behind on the way through the paper.
    private func neighbours(_ page: Int) -> Markup {
        guard let index = paper.figures.firstIndex(where: { $0.id == figure.id }) else { return .none }
        var links: [Markup] = []
        if index > 0 {
            links.append(.element(.a, [.href(Address.figure(paper.figures[index - 1].id)), .set(.dataKey, "p")], ["Previous figure"]))
        }
        if index + 1 < paper.figures.count {
            links.append(.element(.a, [.href(Address.figure(paper.figures[index + 1].id)), .set(.dataKey, "n")], ["Next figure"]))
        }
        return .all(links, between: " · ")
    }

    // MARK: Beside the page

    private func beside(_ citation: Citation) -> [Markup] {
        [facts, item, elsewhere, source(citation)]
    }

    private func section(_ title: String, _ content: [Markup]) -> Markup {
        .element(.section, [], [.element(.h2, [], [.text(title)])] + content)
    }

    private var facts: Markup {
        var list = FactList()
        list.add("Amount", figure.amount)
        list.add(
            "Can mean",
            figure.interval.map { PrintedAmount.text($0.min, unit: figure.unit) + " to " + PrintedAmount.text($0.max, unit: figure.unit) })
        list.add(
            "Bound",
            [figure.bound.map { Words.of($0) }, figure.approximate == true ? "approximate" : nil].compactMap { $0 }.joined(separator: ", "))
        list.add("Per", figure.per)
        list.add("Sense", figure.sense.map { Words.of($0) })
        list.add("For", figure.subject)
        list.add("Change", figure.comparison)
        list.add("Period", figure.period.map { "\($0.text) (\(Words.day($0.start)) to \(Words.day($0.end)))" })
        list.add("Basis", figure.basis?.map { Words.of($0) }.joined(separator: ", "))
        list.add("Paid to", figure.payee)
        list.add("Paid by", figure.payer)
        list.add("Row", figure.table?.rowLabels?.joined(separator: " › "))
        list.add("Column", figure.table?.columnLabels?.joined(separator: " › "))
        list.add("Sum", addsUp ? "the rows above add up to it, within rounding" : nil)
        var how = FactList()
        how.add("Rule", .element(.code, [], [.text(figure.rule)]))
        how.add("Cues", .all((figure.cues ?? []).map { .element(.code, [], [.text($0)]) }, between: " "))
        how.add("Scale from", figure.scaleFrom.map { Words.of($0) })
        how.add("Sign from", figure.signFrom.map { Words.of($0) })
        how.add("Unit from", figure.unitFrom.map { Words.of($0) })
        how.add("Subject from", figure.subjectFrom.map { Words.of($0) })
        return section(
            "What the record says", [list.markup, .element(.details, [], [.element(.summary, [], ["How it was read"]), how.markup])])
    }

    /// Whether it is a total that its column proves.
    private var addsUp: Bool {
        guard let link = figure.table, let table = paper.table(link.id) else { return false }
        return table.sums.contains { $0.row == link.row && $0.column == link.column }
    }

    private var table: Markup {
        guard let link = figure.table, let table = paper.table(link.id) else { return .none }
        let grid = TableGrid(table: table, cell: (link.row, link.column), figures: paper.figures)
        return section("The table", [grid.markup])
    }

    private var item: Markup {
        let chain = paper.chain(to: figure.segment)
        guard !chain.isEmpty else { return .none }
        let path = chain.map { segment in
            Markup.element(
                .li, [],
                [
                    .element(.span, [.cls("kind")], [.text(Words.of(segment.kind) + " ")]),
                    .element(.a, [.href(Address.part(segment.id, page: segment.page))], [.text(segment.name)]),
                ])
        }
        return section("Where it belongs", [.element(.ol, [.cls("chain")], path)] + DecisionList(paper: paper).around(chain))
    }

    private func source(_ citation: Citation) -> Markup {
        var list = FactList()
        let source = paper.document.source
        if let address = ForeignAddress(source.url, page: figure.page) {
            list.add("Address", .element(.a, [.href(address), .set(.rel, "noreferrer noopener")], [.text(address.text)]))
        }
        list.add("File", source.path)
        list.add("Fetched", source.retrieved)
        list.add("Digest", .element(.code, [.cls("digest")], [.text(paper.document.id)]))
        return section(
            "Source",
            [
                list.markup, .element(.label, [.set(.forId, "citation")], ["To cite it"]),
                .element(
                    .textarea, [.set(.id, "citation"), .mark(.readonly), .set(.rows, "5"), .set(.spellcheck, "false")],
                    [.text(citation.text)]),
                .element(
                    .p, [],
                    [
                        .element(.a, [.href(Address.trace(figure: figure.id))], ["Where else is it said, and how did it move?"]), " · ",
                        .element(.a, [.href(Address(["review"], [("ids", figure.id)]))], ["Judge it"]),
                    ]),
            ])
    }

    // MARK: For programs

    private func sheet(_ quotation: Quotation, _ citation: Citation) -> Sheet {
        let box = figure.boxes?.first
        let facts: [(String, Sheet.Cell)] = [
            ("id", .text(figure.id)), ("document", .text(figure.document)), ("page", .init(figure.page)), ("text", .text(figure.text)),
            ("kind", .text(figure.kind)), ("value", .init(figure.value)), ("low", .init(figure.low)), ("high", .init(figure.high)),
            ("unit", .text(figure.unit)), ("min", .init(figure.interval?.min)), ("max", .init(figure.interval?.max)),
            ("sense", .init(figure.sense)), ("subject", .init(figure.subject)), ("periodStart", .init(figure.period?.start)),
            ("periodEnd", .init(figure.period?.end)), ("sentence", .text(quotation.text)), ("rule", .text(figure.rule)),
            ("cues", .init(figure.cues?.joined(separator: " "))), ("doubts", .init(figure.doubts?.joined(separator: " "))),
            ("x", .init(box.map { Decimal.text($0.x, places: 1) })), ("y", .init(box.map { Decimal.text($0.y, places: 1) })),
            ("width", .init(box.map { Decimal.text($0.width, places: 1) })),
            ("height", .init(box.map { Decimal.text($0.height, places: 1) })),
            ("item", .init(paper.chain(to: figure.segment).last?.name)), ("title", .text(paper.document.name)),
            ("organisation", .init(paper.document.body)), ("committee", .init(paper.document.group)), ("date", .init(paper.document.date)),
            ("url", .init(ForeignAddress(paper.document.source.url, page: figure.page)?.text)), ("path", .text(paper.document.source.path)),
            ("citation", .text(citation.text)),
        ]
        return Sheet(name: "evidence", columns: facts.map(\.0), rows: [facts.map(\.1)])
    }
}
