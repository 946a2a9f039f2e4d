internal import PaperModel
internal import RecordIndex
internal import Tracing

/// Where a claim is stated, by day and role, how it moved, and what stands near it by number alone.
struct TraceView {
    let folder: EvidenceFolder
    let claim: String
    let address: Address

    /// Sentences and rows that are listed of each kind.
    private static let most = 60
    /// The same for other amounts of the thing, the best of which come first in the list that is cut.
    private static let mostOthers = 30

    /// The view.
    func view() throws -> View {
        guard !claim.isEmpty else {
            return View(
                title: "Trace a claim", address: address,
                body: .all([
                    .element(.h1, [], ["Trace a claim"]),
                    .element(
                        .p, [],
                        ["Write a sentence with an amount into the field above and choose Trace claim: “the library refit cost £8.1m”."]),
                ]), sheet: sheet(nil))
        }
        guard let index = try folder.index() else { return .waiting(address) }
        guard let read = try folder.claim(claim, index) else {
            return View(
                title: "Trace a claim", address: address,
                body: .all([
                    .element(.h1, [], ["There is nothing to go by"]),
                    .element(.p, [], ["The claim has no amount, and no word that tells what it is about; or no figure has this id."]),
                ]), sheet: sheet(nil))
        }
        let trace = try index.trace(read)
        let title = read.text.isEmpty ? claim : read.text
        let verdict =
            read.amounts.isEmpty
            ? "No amount"
            : ["supported": "Supported", "differs": "Other amounts", "notFound": "Not found"][trace.verdict.rawValue]
                ?? trace.verdict.rawValue
        let timeline = trace.timeline
        let series = Trace.timeline(Array(trace.series.filter { $0.twinOf == nil }.prefix(TraceView.mostOthers)))
        let twins = Dictionary(grouping: trace.mentions.filter { $0.twinOf != nil }, by: { $0.twinOf ?? "" })
        let body: [Markup] = [
            .element(.h1, [], [.text(Shortened.words(title, 200))]),
            .element(
                .p, [.cls("verdict \(trace.verdict.rawValue)")], [.element(.strong, [], [.text(verdict)]), .text(": " + trace.why + ".")]),
            plot(timeline + series),
            list("Where it stands", timeline, twins: twins, empty: read.amounts.isEmpty ? nil : "No paper states it."),
            list(trace.mentions.isEmpty ? "What the papers state of it" : "The same with other amounts", series, twins: [:], empty: nil),
            list("Close to it, by the same words", Array(trace.near.prefix(5)), twins: [:], empty: nil),
            list("A slip? Ten or a thousand times as much, by the same words", Array(trace.slips.prefix(5)), twins: [:], empty: nil),
            trace.byNumberAlone > 0
                ? .element(
                    .p, [.cls("quiet")],
                    [.text("The amount alone stands at \(Words.count(trace.byNumberAlone, "more place")), of something else.")]) : .none,
            .element(.p, [.cls("quiet")], ["Read the places: a verdict is no judgement of who is right."]),
        ]
        return View(title: "Trace: " + Shortened.words(title, 80), address: address, body: .all(body), sheet: sheet(trace))
    }

    private func plot(_ mentions: [Mention]) -> Markup {
        Plot(
            points: mentions.filter { $0.place.unit != nil }.compactMap { mention in
                let place = mention.place
                guard let date = place.paper.date, let low = Double(place.range.low.description),
                    let high = Double(place.range.high.description)
                else { return nil }
                return Plot.Point(
                    date: date, low: low, high: high, label: "\(place.printed), \(Words.of(place.role.rawValue)), \(Words.day(date))",
                    link: TraceView.link(place), cls: mention.relation.rawValue)
            }, unit: mentions.first { $0.place.unit != nil }?.place.unit
        ).markup
    }

    /// A figure's evidence; for a cell without one its table.
    static func link(_ place: Place) -> Address {
        guard let mark = place.id.split(separator: "#").last, mark.hasPrefix("t") else { return .figure(place.id) }
        return .part(place.paper.document + "#" + mark.prefix { $0 != "r" }, page: place.page)
    }

    private func list(_ title: String, _ mentions: [Mention], twins: [String: [Mention]], empty: String?) -> Markup {
        if mentions.isEmpty { return empty.map { .all([.element(.h2, [], [.text(title)]), .element(.p, [], [.text($0)])]) } ?? .none }
        let sentences = SaidOnce.all(mentions)
        return .element(
            .section, [],
            [
                .element(.h2, [], [.text(title)]),
                .element(.ol, [.cls("hits timeline")], sentences.prefix(TraceView.most).map { line($0, twins: twins) }),
                sentences.count > TraceView.most
                    ? .element(.p, [.cls("quiet")], [.text("\(sentences.count - TraceView.most) more: the CSV has them all.")]) : .none,
            ])
    }

    private func line(_ said: SaidOnce, twins: [String: [Mention]]) -> Markup {
        let place = said.mentions[0].place
        let amounts = said.mentions.map { mention in
            let facts = facts(of: mention)
            return Markup.all([
                .element(.a, [.href(TraceView.link(mention.place))], [.element(.bdi, [], [.text(mention.place.printed)])]),
                .text(facts.isEmpty ? "" : " " + facts.joined(separator: " · ")),
            ])
        }
        let others = said.mentions.flatMap { twins[$0.place.id] ?? [] }
        let also = others.prefix(TraceView.mostTwins).map { twin in
            let (name, day) = (twin.place.paper.name, twin.place.paper.date.map { Words.day($0) } ?? "no day")
            return Markup.element(
                .li, [], [.element(.a, [.href(TraceView.link(twin.place))], [.text("\(name), \(day), page \(twin.place.page)")])])
        }
        let (text, marks) = said.line
        return .element(
            .li, [],
            [
                .element(
                    .p, [.cls("amount")],
                    [
                        .element(.span, [.cls("day")], [.text((place.paper.date.map { Words.day($0) } ?? "no day") + " ")]),
                        .all(amounts, between: "; "),
                        .text(" · " + [Words.of(place.role.rawValue), place.decision].compactMap { $0 }.joined(separator: " · ")),
                    ]),
                .element(.p, [.cls("said")], [MarkedText.markup(text, marks)]),
                .element(
                    .p, [.cls("quiet")],
                    [.text([place.paper.name, place.paper.committee, "page \(place.page)"].compactMap { $0 }.joined(separator: " · "))]),
                also.isEmpty
                    ? .none
                    : .element(
                        .details, [],
                        [.element(.summary, [], [.text("also at \(Words.count(others.count, "place"))")]), .element(.ul, [], also)]),
            ])
    }

    /// Twins of a place that are named.
    private static let mostTwins = 4

    private func facts(of mention: Mention) -> [String] {
        let place = mention.place
        return [
            PrintedAmount.meaning(of: place.printed, value: place.value, unit: place.unit),
            mention.closeness.flatMap { TraceView.closeness[$0.rawValue] }, place.unit == nil ? "unit not printed" : nil,
        ].compactMap { $0 }
    }

    private static let closeness = [
        "roundsTo": "rounds to the claim’s", "roundedFrom": "rounder than the claim’s", "truncated": "the digits cut, not rounded",
        "signDiffers": "other sign", "near": "within half a per cent", "tenfold": "ten times or a tenth",
        "thousandfold": "a thousand times or a thousandth",
    ]

    private func sheet(_ trace: Trace?) -> Sheet {
        let parts = trace.map { [("states", $0.mentions), ("series", $0.series), ("near", $0.near), ("slip", $0.slips)] } ?? []
        return Sheet(
            name: "trace",
            columns: [
                "verdict", "list", "id", "date", "role", "text", "value", "relation", "closeness", "sentence", "title", "committee", "page",
                "twinOf", "path",
            ],
            rows: parts.flatMap { name, mentions in
                mentions.map { mention in
                    let place = mention.place
                    return [
                        .init(trace?.verdict.rawValue), .text(name), .text(place.id), .init(place.paper.date), .text(place.role.rawValue),
                        .text(place.printed), .init(place.value), .text(mention.relation.rawValue), .init(mention.closeness?.rawValue),
                        .text(place.sentence), .text(place.paper.name), .init(place.paper.committee), .number(place.page),
                        .init(mention.twinOf),
                        .text(place.paper.path),
                    ]
                }
            })
    }
}

/// Where a figure's amount is said elsewhere: for its evidence.
struct Elsewhere {
    let folder: EvidenceFolder
    let figure: FigureFacts

    /// Places that are listed.
    private static let most = 6

    /// The list; nothing where there is no index yet, or nothing else says it.
    func markup() throws -> Markup {
        guard let index = try folder.index(), let claim = try folder.claim(figure.id, index) else { return .none }
        let trace = try index.trace(claim)
        let others = trace.mentions.filter { $0.place.id != figure.id }
        guard !others.isEmpty else { return .none }
        let lines = others.prefix(Elsewhere.most).map { mention in
            Markup.element(
                .li, [],
                [
                    .element(.a, [.href(TraceView.link(mention.place))], [.element(.bdi, [], [.text(mention.place.printed)])]),
                    .text(
                        " "
                            + [
                                mention.place.paper.date.map { Words.day($0) }, Words.of(mention.place.role.rawValue),
                                mention.place.paper.name, "page \(mention.place.page)",
                            ].compactMap { $0 }.joined(separator: " · ")),
                ])
        }
        return .element(
            .section, [],
            [
                .element(.h2, [], ["The same elsewhere"]), .element(.ul, [], lines),
                .element(
                    .p, [], [.element(.a, [.href(Address.trace(figure: figure.id))], [.text("All \(others.count), and how it moved")])]),
            ])
    }
}
