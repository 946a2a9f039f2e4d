internal import RecordIndex
internal import Supervision

/// Papers that were not read, or not to their end, with the reasons, and tables whose numbers have no unit.
struct FailuresView {
    let folder: EvidenceFolder
    let address: Address

    /// Papers that are listed.
    private static let most = 1_000

    /// The view.
    func view() throws -> View {
        let papers = try folder.watched.papers().filter { $0.report.outcome != "complete" }
        let unread = try folder.overview()?.unread ?? []
        let rows = papers.prefix(FailuresView.most).map { paper in
            Markup.element(
                .tr, [],
                [
                    .element(
                        .td, [],
                        [
                            paper.report.outcome == "partial"
                                ? paper.document.map { .element(.a, [.href(Address.paper($0))], [.text(paper.report.path)]) }
                                    ?? .text(paper.report.path) : .text(paper.report.path)
                        ]),
                    .element(.td, [], [.text(paper.report.outcome == "partial" ? "in part" : "not read")]),
                    .element(.td, [], [.text(paper.report.code.map { Words.of($0) } ?? "")]),
                    .element(
                        .td, [],
                        [.text(paper.report.message ?? "some pages have no text or could not be read; the paper's notices say which")]),
                ])
        }
        let papersOfTables = Dictionary(grouping: unread) { $0.id.prefix { $0 != "#" } }.values
        func numbers(_ tables: [IndexOverview.UnreadTable]) -> Int { tables.reduce(0) { $0 + $1.numbers } }
        let tables = papersOfTables.sorted { (numbers($1), $0[0].id) < (numbers($0), $1[0].id) }.map { tables in
            let links = tables.sorted { ($0.page, $0.id) < ($1.page, $1.id) }.map { table in
                Markup.element(
                    .a, [.href(Address.part(table.id, page: table.page))],
                    [.text((table.caption.map { Shortened.words($0, 60) } ?? "page \(table.page)") + " (\(table.numbers))")])
            }
            return Markup.element(
                .tr, [],
                [
                    .element(.td, [], [.text(tables[0].paper)]), .element(.td, [], [.all(links, between: ", ")]),
                    .element(.td, [.cls("number")], [.number(numbers(tables))]),
                ])
        }
        let body: [Markup] = [
            .element(.h1, [], ["What was not read"]),
            .element(.h2, [], ["Papers"]),
            rows.isEmpty
                ? .element(.p, [], ["Every paper was read to its end."]) : TableMarkup.table(["File", "Outcome", "Code", "Why"], rows),
            .element(.h2, [.set(.id, "unread")], ["Tables with numbers that have no unit"]),
            tables.isEmpty
                ? .element(.p, [], ["None."]) : TableMarkup.table(["Paper", "Tables, with how many numbers of each", "Numbers"], tables),
        ]
        return View(
            title: "What was not read", address: address, body: .all(body),
            sheet: Sheet(
                name: "failures", columns: ["path", "outcome", "code", "message"],
                rows: papers.map { [.text($0.report.path), .text($0.report.outcome), .init($0.report.code), .init($0.report.message)] }))
    }
}

/// A plain table.
enum TableMarkup {
    /// Headings and rows.
    static func table(_ headings: [String], _ rows: [Markup], caption: String? = nil) -> Markup {
        .element(
            .div,
            [.cls("wide"), .set(.tabindex, "0"), .set(.role, "region"), .set(.ariaLabel, caption ?? headings.joined(separator: ", "))],
            [
                .element(
                    .table, [.cls("list")],
                    [
                        .element(.thead, [], [.element(.tr, [], headings.map { .element(.th, [.set(.scope, "col")], [.text($0)]) })]),
                        .element(.tbody, [], rows),
                    ])
            ])
    }
}
