internal import Foundation
internal import PaperModel
internal import Pipeline
internal import RecordIndex

/// Figures one after the other to be judged against their pages, and what the judgements come to.
struct ReviewView {
    let folder: EvidenceFolder
    let request: PageRequest
    let token: String

    /// A sample that is judged in an hour.
    private static let usualSize = 50
    /// The largest.
    private static let largest = 1_000
    /// Longest text that is taken from a form, characters.
    private static let longest = 500

    private func ids() throws -> [String] {
        if let named = request.value("ids") { return named.split(separator: " ").prefix(ReviewView.largest).map { String($0) } }
        guard let seed = request.value("seed").flatMap({ UInt64($0) }), let index = try folder.index() else { return [] }
        return try index.sample(request.number("size", in: 1...ReviewView.largest) ?? ReviewView.usualSize, seed: seed)
    }

    private var reviewer: String { Shortened.words(request.value("reviewer") ?? "reviewer", 60) }

    /// The view: the figure to judge next, else the start and the results.
    func view() throws -> View {
        let (marks, unread) = try folder.reviews.marks()
        let ids = try ids()
        let at = request.number("at", in: 0...ReviewView.largest) ?? 0
        guard !ids.isEmpty else { return overview(marks, unread: unread) }
        guard at < ids.count, let figure = try figure(ids[at]) else {
            var done = overview(marks, unread: unread)
            done.body = .all([
                .element(
                    .p, [.cls("lead")], [.text(at >= ids.count ? "All \(ids.count) are done." : "This figure is no longer in the folder.")]),
                done.body,
            ])
            return done
        }
        let (paper, own) = figure
        let evidence = EvidenceView(paper: paper, figure: own, address: request.address)
        var view = evidence.view
        view.title = "Review \(at + 1) of \(ids.count)"
        view.body = .all([
            .element(
                .p, [.cls("quiet")], [.text("Review: \(at + 1) of \(ids.count), as \(reviewer). Does the record say what the page says? ")]),
            form(paper, own, next: at + 1, known: marks.last { $0.id == own.id && $0.reviewer == reviewer }), view.body,
        ])
        view.sheet = sheet(marks)
        return view
    }

    private func figure(_ id: String) throws -> (ReadPaper, FigureFacts)? {
        let document = String(id.prefix { $0 != "#" })
        guard let paper = try folder.shelf.paper(document), let figure = paper.figure(id) else { return nil }
        return (paper, figure)
    }

    // MARK: Judging

    private static let fields = [
        "value", "kind", "unit", "sense", "subject", "period", "per", "bound", "rowLabels", "columnLabels", "no figure at all",
    ]

    private func hidden(_ name: String, _ value: String) -> Markup {
        .element(.input, [.set(.type, "hidden"), .set(.name, name), .set(.value, value)])
    }

    private func form(_ paper: ReadPaper, _ figure: FigureFacts, next: Int, known: ReviewMark?) -> Markup {
        let state = [
            hidden("token", token), hidden("id", figure.id), hidden("next", request.address.with("at", String(next)).text),
            hidden("reviewer", reviewer),
        ]
        let options = ReviewView.fields.map { Markup.element(.option, [.set(.value, $0)], [.text(Words.of($0))]) }
        return .element(
            .form, [.cls("judge"), .action(Address(["review"])), .set(.method, "post"), .set(.ariaLabel, "Judgement")],
            state + [
                .element(.button, [.set(.type, "submit"), .set(.name, "answer"), .set(.value, "right"), .set(.dataKey, "r")], ["Right"]),
                .element(
                    .button, [.set(.type, "submit"), .set(.name, "answer"), .set(.value, "wrong"), .set(.dataKey, "w"), .cls("second")],
                    ["Wrong"]),
                .element(.label, [], ["Wrong field ", .element(.select, [.set(.name, "field")], options)]),
                .element(
                    .label, [],
                    ["Right value ", .element(.input, [.set(.name, "correction"), .set(.maxlength, "500")])]),
                .element(
                    .button, [.set(.type, "submit"), .set(.name, "answer"), .set(.value, "missed"), .cls("second")], ["Missed on this page"]
                ),
                .element(
                    .label, [],
                    ["Its words ", .element(.input, [.set(.name, "text"), .set(.maxlength, "500")])]),
                .element(.a, [.href(request.address.with("at", String(next))), .set(.dataKey, "n")], ["Skip"]),
                known.map { .text("Judged before: " + $0.answer.rawValue) } ?? .none,
            ])
    }

    /// Takes a judgement and goes on to the next figure.
    ///
    /// - Throws: where the records can't be read, or the judgement can't be written.
    func take() throws -> Reply {
        guard let id = request.field("id"), let (paper, figure) = try figure(id),
            let answer = request.field("answer").flatMap({ ReviewMark.Answer(rawValue: $0) })
        else { return .words(400, "the form names no figure or no answer") }
        func field(_ name: String) -> String? { request.field(name).map { Shortened.words($0, ReviewView.longest) } }
        let isMissed = answer == .missed
        if isMissed, field("text") == nil { return .words(400, "write the words of the figure that was missed") }
        var mark = ReviewMark(
            doc: paper.document.source.path, document: figure.document, page: figure.page ?? 1, text: figure.text, kind: figure.kind,
            answer: answer, reviewer: field("reviewer") ?? "reviewer", when: Date().formatted(.iso8601), note: field("note"))
        if isMissed {
            mark.text = field("text") ?? ""
            mark.kind = "money"
            mark.value = field("correction").flatMap(ReviewView.digits)
            mark.optional = mark.value == nil ? true : nil
        } else {
            mark.id = figure.id
            (mark.value, mark.low, mark.high) = (figure.value, figure.low, figure.high)
            (mark.approx, mark.bound, mark.per) = (figure.approximate, figure.bound, figure.per)
            mark.period = figure.period.map { [$0.start, $0.end] }
            mark.rule = figure.rule
            mark.table = figure.table.flatMap { paper.table($0.id)?.method }
        }
        if answer == .wrong { ReviewView.correct(&mark, field: field("field"), to: field("correction")) }
        do { try folder.reviews.add(mark) } catch { throw HostError("review.jsonl can't be written: \(error.localizedDescription)") }
        return .redirect(to: ReviewView.address(request.field("next") ?? ""))
    }

    /// Puts the right value in place of the wrong one, for those who score by these lines.
    static func correct(_ mark: inout ReviewMark, field: String?, to correction: String?) {
        (mark.field, mark.correction) = (field, correction)
        switch field {
        case "value":
            (mark.value, mark.low, mark.high) = (correction.flatMap(digits), nil, nil)
            mark.optional = mark.value == nil ? true : nil
        case "kind": mark.kind = correction ?? mark.kind
        case "per": mark.per = correction
        case "bound": mark.bound = correction
        case "period":
            mark.period = nil
            mark.optional = true
        case "sense", "subject", "unit", "rowLabels", "columnLabels": break
        default: mark.optional = true
        }
    }

    /// A number as records have it, of digits that may be grouped and carry a sign of money; nil for anything else.
    private static func digits(_ text: String) -> String? {
        let plain = text.filter { !"£€$, ".contains($0) }
        return Amount(digits: plain) == nil ? nil : plain
    }

    /// An address of this server, taken apart and put together again: a form can't lead elsewhere.
    static func address(_ text: String) -> Address {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        return PageRequest(method: "GET", path: parts.first.map { String($0) } ?? "", query: parts.count > 1 ? String(parts[1]) : "")
            .address
    }

    // MARK: What it came to

    private func overview(_ marks: [ReviewMark], unread: Int) -> View {
        var body: [Markup] = [
            .element(.h1, [], ["Review"]),
            .element(
                .p, [],
                [
                    "Judge a sample of figures against their pages. The same seed gives the same sample, so that two people can judge the same figures."
                ]),
            .element(
                .form, [.cls("range"), .action(Address(["review"])), .set(.method, "get"), .set(.ariaLabel, "Sample")],
                [
                    .element(
                        .label, [],
                        ["Your name ", .element(.input, [.set(.name, "reviewer"), .set(.value, reviewer), .set(.maxlength, "60")])]),
                    .element(
                        .label, [],
                        [
                            "Seed ",
                            .element(
                                .input, [.set(.name, "seed"), .set(.value, request.value("seed") ?? "1"), .set(.inputmode, "numeric")]),
                        ]),
                    .element(
                        .label, [],
                        [
                            "Figures ",
                            .element(
                                .input, [.set(.name, "size"), .set(.value, request.value("size") ?? "50"), .set(.inputmode, "numeric")]),
                        ]),
                    .element(.button, [.set(.type, "submit")], ["Begin"]),
                ]),
        ]
        if unread > 0 {
            body.append(
                .element(
                    .p, [.cls("doubt")], [.text("\(Words.count(unread, "line")) of review.jsonl can’t be read and count for nothing.")]))
        }
        if !marks.isEmpty {
            body.append(.element(.h2, [], ["Accuracy so far"]))
            body.append(
                .element(
                    .p, [],
                    [
                        .text(
                            "All: " + ReviewView.accuracy(marks).words
                                + ". Missed figures reported: \(marks.count { $0.answer == .missed }).")
                    ]))
            for (title, key) in ReviewView.groups { body.append(table(title, marks, key)) }
            body.append(agreements(marks))
        }
        return View(title: "Review", address: request.address, body: .all(body), sheet: sheet(marks))
    }

    private static let groups: [(String, @Sendable (ReviewMark) -> String?)] = [
        ("Kind", { $0.kind }), ("Rule", { $0.rule }), ("Table found by", { $0.rule == nil ? nil : $0.table ?? "no table" }),
    ]

    private static func accuracy(_ marks: [ReviewMark]) -> Accuracy {
        let judged = marks.filter { $0.answer != .missed }
        return Accuracy(right: judged.count { $0.answer == .right }, judged: judged.count)
    }

    private func table(_ title: String, _ marks: [ReviewMark], _ key: (ReviewMark) -> String?) -> Markup {
        let groups = Dictionary(grouping: marks.filter { $0.answer != .missed && key($0) != nil }) { key($0) ?? "" }
        let rows = groups.keys.sorted().map { name in
            Markup.element(
                .tr, [], [.element(.td, [], [.text(name)]), .element(.td, [], [.text(ReviewView.accuracy(groups[name] ?? []).words)])])
        }
        return TableMarkup.table([title, "Right (95% interval by Wilson)"], rows)
    }

    private func agreements(_ marks: [ReviewMark]) -> Markup {
        let reviewers = Set(marks.map(\.reviewer)).sorted().prefix(6)
        var lines: [Markup] = []
        for (index, first) in reviewers.enumerated() {
            for second in reviewers.dropFirst(index + 1) {
                let agreement = Agreement(marks, first: first, second: second)
                guard agreement.both > 0 else { continue }
                let kappa = agreement.kappa.map { ", Cohen’s kappa " + Decimal.text($0, places: 2) } ?? ""
                lines.append(.element(.li, [], [.text("\(first) and \(second): \(agreement.same) of \(agreement.both) alike\(kappa)")]))
            }
        }
        return lines.isEmpty ? .none : .all([.element(.h2, [], ["Agreement"]), .element(.ul, [], lines)])
    }

    private func sheet(_ marks: [ReviewMark]) -> Sheet {
        Sheet(
            name: "review",
            columns: ["id", "doc", "page", "text", "kind", "value", "answer", "field", "correction", "rule", "reviewer", "when"],
            rows: marks.map {
                [
                    .init($0.id), .text($0.doc), .number($0.page), .text($0.text), .text($0.kind), .init($0.value),
                    .text($0.answer.rawValue),
                    .init($0.field), .init($0.correction), .init($0.rule), .text($0.reviewer), .text($0.when),
                ]
            })
    }
}
