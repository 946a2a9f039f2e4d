internal import RecordIndex
internal import Supervision

/// What was read, and what was not.
struct StartView {
    let folder: EvidenceFolder
    let address: Address

    /// The view.
    func view() throws -> View {
        let papers = try folder.watched.papers()
        let overview = try folder.overview()
        let isBusy = folder.isBusy
        let failed = papers.filter { $0.report.outcome == "failure" }.count
        let partial = papers.filter { $0.report.outcome == "partial" }.count
        let pages = papers.reduce(0) { $0 + $1.report.pages }
        let figures = papers.reduce(0) { $0 + $1.report.figures }
        let unread = papers.reduce(0) { $0 + $1.unreadNumbers }
        let doubts = papers.reduce(0) { $0 + $1.doubts }
        var body: [Markup] = [.element(.h1, [], ["What these papers say"])]
        if isBusy {
            body.append(
                .element(
                    .p, [.cls("live"), .set(.role, "status")],
                    [.text("A run is at work: \(Words.count(papers.count, "paper")) read so far. This page looks again every few seconds.")]
                ))
        }
        body.append(
            .element(
                .p, [.cls("lead")],
                [
                    .text(
                        "\(Words.count(papers.count, "paper")), \(Words.count(pages, "page")), \(Words.count(figures, "figure")) of money and staff."
                    )
                ]))
        if let fault = folder.indexFault {
            body.append(
                .element(
                    .p, [.cls("doubt")],
                    [
                        .text(
                            "Search shows an earlier state: the index could not be brought up. \(FaultAdvice.words(fault, folder: folder.watched.path))"
                        )
                    ]))
        }
        body.append(notRead(failed: failed, partial: partial, unread: unread, doubts: doubts))
        if papers.isEmpty {
            body.append(.element(.p, [], ["Nothing was read yet. Run scrutineer run PAPERS --out DIR, and this page fills."]))
        }
        if let overview {
            body.append(.element(.div, [.cls("cards")], cards(overview)))
        } else {
            body.append(.element(.p, [], ["The index is being made: search and counts come when it is there."]))
        }
        var rows: [[Sheet.Cell]] = [
            [.text("papers"), .text("all"), .number(papers.count)], [.text("papers"), .text("failure"), .number(failed)],
            [.text("papers"), .text("partial"), .number(partial)], [.text("pages"), .text("all"), .number(pages)],
            [.text("figures"), .text("all"), .number(figures)], [.text("numbers"), .text("unread"), .number(unread)],
            [.text("figures"), .text("doubtful"), .number(doubts)],
        ]
        if let overview {
            for (name, counts) in lists(overview) { rows += counts.map { [.text(name), Sheet.Cell($0.value), .number($0.count)] } }
        }
        return View(
            title: "Start", address: address, body: .all(body),
            sheet: Sheet(name: "start", columns: ["what", "value", "count"], rows: rows),
            isLive: isBusy || overview == nil)
    }

    private func lists(_ overview: IndexOverview) -> [(String, [ValueCount])] {
        [
            ("organisation", overview.organisations), ("committee", overview.committees), ("month", overview.months),
            ("paper", overview.kinds), ("kind", overview.figures), ("sense", overview.senses), ("doubt", overview.doubts),
        ]
    }

    /// What a reader can't find here: the first thing to know of a folder.
    private func notRead(failed: Int, partial: Int, unread: Int, doubts: Int) -> Markup {
        var lines: [Markup] = []
        func line(_ count: Int, _ words: String, _ link: Address) {
            guard count > 0 else { return }
            lines.append(
                .element(.li, [], [.element(.a, [.href(link)], [.text(words)])]))
        }
        line(failed, "\(Words.count(failed, "paper")) could not be read", Address(["failures"]))
        line(partial, "\(Words.count(partial, "paper")) \(partial == 1 ? "was" : "were") read in part", Address(["failures"]))
        line(
            unread, "\(Words.count(unread, "number")) of tables \(unread == 1 ? "has" : "have") no unit and gave no figure",
            Address(["failures"], fragment: "unread"))
        line(
            doubts, "\(Words.count(doubts, "figure")) \(doubts == 1 ? "carries" : "carry") a doubt",
            Address(["results"], [("doubtful", "yes")]))
        return .element(
            .section, [.cls("notread")],
            [
                .element(.h2, [], ["Not read, or read with a doubt"]),
                lines.isEmpty
                    ? .element(.p, [], ["Every paper was read to its end, and no figure carries a doubt."]) : .element(.ul, [], lines),
            ])
    }

    private func cards(_ overview: IndexOverview) -> [Markup] {
        [
            card("Organisations", overview.organisations) { Address(["papers"], [("organisation", $0)]) },
            card("Committees", overview.committees) { Address(["papers"], [("committee", $0)]) },
            card("Months", overview.months, words: StartView.month) { Address(["papers"], [("date", $0)]) },
            card("Kinds of paper", overview.kinds, words: Words.of) { Address(["papers"], [("kind", $0)]) },
            card("Figures by sense", overview.senses, words: Words.of, none: "no sense said") { Address(["results"], [("sense", $0)]) },
            card("Figures by kind", overview.figures, words: Words.of) {
                Address(["results"], [("unit", $0 == "money" ? "GBP" : $0 == "fte" ? "FTE" : nil)])
            },
        ]
    }

    /// Values shown before the rest is folded away.
    private static let shown = 8

    private func card(
        _ title: String, _ counts: [ValueCount], words: (String) -> String = { $0 }, none: String = "not said", link: (String) -> Address
    ) -> Markup {
        guard !counts.isEmpty else { return .none }
        let lines = counts.map { count in
            Markup.element(
                .li, [],
                [
                    count.value.map { .element(.a, [.href(link($0))], [.text(words($0))]) } ?? .element(.span, [], [.text(none)]), " ",
                    .element(.span, [.cls("count")], [.number(count.count)]),
                ])
        }
        let first = Markup.element(.ul, [], Array(lines.prefix(StartView.shown)))
        let rest =
            lines.count > StartView.shown
            ? Markup.element(
                .details, [],
                [
                    .element(.summary, [], [.text("\(lines.count - StartView.shown) more")]),
                    .element(.ul, [], Array(lines.dropFirst(StartView.shown))),
                ])
            : .none
        return .element(.section, [.cls("card")], [.element(.h2, [], [.text(title)]), first, rest])
    }

    /// "2025-10" as "October 2025".
    static func month(_ month: String) -> String {
        let day = Words.day(month + "-01")
        return day.hasPrefix("1 ") ? String(day.dropFirst(2)) : month
    }
}
