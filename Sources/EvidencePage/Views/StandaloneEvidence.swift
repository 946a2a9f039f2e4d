internal import Pipeline
internal import RecordIndex
internal import Supervision
internal import Tracing

/// Figures with what shows them as one file that opens anywhere, without this program and without a network.
public struct StandaloneEvidence: Sendable {
    private let folder: EvidenceFolder

    /// Takes the folder.
    public init(_ folder: EvidenceFolder) { self.folder = folder }

    /// Points around a figure that its picture shows.
    private static let margin = (across: 140.0, along: 70.0)

    /// The document for figures with these ids.
    ///
    /// - Throws: where one of them is not in the folder, or the records can't be read.
    public func html(_ ids: [String], title: String) throws -> [UInt8] {
        var parts: [Markup] = []
        for id in ids {
            guard let paper = try folder.shelf.paper(String(id.prefix { $0 != "#" })), let figure = paper.figure(id) else {
                throw HostError("no figure of the folder has the id \(id)")
            }
            parts.append(part(figure, of: paper))
        }
        let document = Markup.document(
            .element(
                .html, [.set(.lang, "en")],
                [
                    .element(
                        .head, [],
                        [
                            .element(.meta, [.set(.charset, "utf-8")]),
                            .element(.meta, [.set(.name, "viewport"), .set(.content, "width=device-width, initial-scale=1")]),
                            .element(.title, [], [.text(title)]), .style(Assets.style),
                        ]),
                    .element(.body, [], [.element(.main, [], [.element(.h1, [], [.text(title)])] + parts)]),
                ]))
        return Array(document.html.utf8)
    }

    /// The figures of a claim's trace, best first.
    ///
    /// - Throws: where the index can't be used, or there is nothing to go by in the claim.
    public func figures(of claim: String) throws -> [String] {
        guard let index = try folder.index() else {
            throw HostError("the index is still being made: ask again when scrutineer index is done")
        }
        guard let read = try folder.claim(claim, index) else {
            throw HostError("there is nothing to go by in the claim: no amount, and no word that tells what it is about")
        }
        return try index.trace(read).timeline.map(\.place.id).filter { $0.contains("#f") }
    }

    private func part(_ figure: FigureFacts, of paper: ReadPaper) -> Markup {
        let quotation = Quotation(figure, on: paper.page(figure.page ?? 1))
        let citation = Citation(figure, in: paper, quotation: quotation)
        var list = FactList()
        list.add("Amount", figure.amount)
        list.add("Sense", figure.sense.map { Words.of($0) })
        list.add("For", figure.subject)
        list.add("Period", figure.period?.text)
        list.add("Item", paper.chain(to: figure.segment).map(\.name).joined(separator: " › "))
        list.add("Paper", paper.document.name)
        list.add(
            "Meeting",
            [paper.document.body, paper.document.group, paper.document.date.map { Words.day($0) }].compactMap { $0 }.joined(separator: ", ")
        )
        list.add("Page", figure.page.map { String($0) })
        if let address = ForeignAddress(paper.document.source.url, page: figure.page) {
            list.add("Source", .element(.a, [.href(address), .set(.rel, "noreferrer noopener")], [.text(address.text)]))
        } else {
            list.add("File", paper.document.fileName)
        }
        list.add("Digest", .element(.code, [.cls("digest")], [.text(paper.document.id)]))
        list.add("Rule", .element(.code, [], [.text(figure.rule)]))
        return .element(
            .article, [],
            [
                .element(.h2, [], [.element(.bdi, [], [.text(figure.text)]), .text(" " + (figure.subject ?? ""))]),
                .element(.blockquote, [.cls("quote")], [quotation.markup]), picture(figure, of: paper), row(figure, of: paper), list.markup,
                .element(.pre, [.cls("said")], [.text(citation.text)]),
            ])
    }

    /// The part of the page around the figure, with the figure marked.
    private func picture(_ figure: FigureFacts, of paper: ReadPaper) -> Markup {
        guard paper.document.isPDF, let box = figure.boxes?.first, let page = paper.page(box.page), let width = page.width,
            let height = page.height
        else {
            return .none
        }
        let margin = StandaloneEvidence.margin
        let left = max(0, (box.x - margin.across).rounded(.down))
        let top = max(0, (box.y - margin.along).rounded(.down))
        let right = min(width, (box.x + box.width + margin.across).rounded(.up))
        let bottom = min(height, (box.y + box.height + margin.along).rounded(.up))
        let crop = [left, top, right - left, bottom - top].map { Int($0) }
        let drawn: DrawnPage
        do throws(PagePainter.Problem) {
            drawn = try folder.pictures.part(crop, digest: paper.document.digest, page: box.page)
        } catch {
            return .element(.p, [.cls("doubt")], [.text("The page can't be shown: " + error.message)])
        }
        let size = (width: Double(drawn.width) / 10, height: Double(drawn.height) / 10)
        let hits = (figure.boxes ?? []).filter { $0.page == box.page }.map { box in
            Markup.element(
                .rect,
                [
                    .cls("hit"), .length(.x, box.x - left - 1.5), .length(.y, box.y - top - 1.5), .length(.width, box.width + 3),
                    .length(.height, box.height + 3), .set(.rx, "1.5"),
                ])
        }
        return .element(
            .svg,
            [
                .cls("crop"), .set(.viewBox, "0 0 \(Decimal.text(size.width, places: 1)) \(Decimal.text(size.height, places: 1))"),
                .length(.width, size.width * 2), .set(.role, "img"), .set(.ariaLabel, "The figure on its page"),
            ],
            [
                .element(
                    .image,
                    [
                        .href(DataAddress(form: drawn.form, bytes: drawn.bytes)), .set(.x, "0"), .set(.y, "0"), .length(.width, size.width),
                        .length(.height, size.height),
                    ])
            ] + hits)
    }

    /// The figure's row with the headings of the table.
    private func row(_ figure: FigureFacts, of paper: ReadPaper) -> Markup {
        guard let link = figure.table, var table = paper.table(link.id) else { return .none }
        table.cells.removeAll { $0.row >= table.headerRows && $0.row != link.row }
        table.rows = Set(table.cells.map(\.row)).count
        let rows = Set(table.cells.map(\.row)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
        for index in table.cells.indices {
            table.cells[index].row = numbers[table.cells[index].row] ?? 0
            table.cells[index].rowSpan = 1
        }
        // Their rows are not those of the records any more.
        table.checks = nil
        return TableGrid(table: table, cell: (numbers[link.row] ?? 0, link.column)).markup
    }
}
