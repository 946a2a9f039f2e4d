internal import PaperModel
internal import RecordIndex
internal import Tracing

/// The papers of a meeting with what was decided there; or a list of papers that are alike.
struct MeetingView {
    let folder: EvidenceFolder
    let request: PageRequest
    let isList: Bool

    /// The view.
    func view() throws -> View {
        let filter = MeetingFilter(
            organisation: request.value("organisation"), committee: request.value("committee"), date: request.value("date"),
            kind: request.value("kind"))
        guard let index = try folder.index() else { return .waiting(request.address) }
        let papers = try index.papers(of: filter)
        let decisions = isList ? [] : MeetingView.once(try index.decisions(of: filter))
        let day = filter.date.map { $0.utf8.count == 7 ? StartView.month($0) : Words.day($0) }
        let names = [filter.organisation, filter.committee, day, filter.kind.map { Words.of($0) }].compactMap { $0 }
        let title = names.isEmpty ? "All papers" : names.joined(separator: " · ")
        var body: [Markup] = [
            .element(.h1, [], [.text(title)]), .element(.p, [.cls("quiet")], [.text(Words.count(papers.count, "paper"))]),
        ]
        body.append(
            TableMarkup.table(
                ["Meeting", "Paper", "Kind", "Figures"], papers.map { row($0.paper, figures: $0.figures) }))
        if !isList {
            body.append(.element(.h2, [], ["Decided"]))
            body +=
                decisions.isEmpty
                ? [.element(.p, [], ["No decision is printed in these papers."])] : [.element(.ul, [.cls("hits")], decisions.map(decision))]
        }
        return View(
            title: title, address: request.address, body: .all(body),
            sheet: Sheet(
                name: isList ? "papers" : "meeting",
                columns: ["document", "date", "organisation", "committee", "title", "kind", "figures", "url", "path"],
                rows: papers.map { entry in
                    let paper = entry.paper
                    return [
                        .text(paper.document), .init(paper.date), .init(paper.organisation), .init(paper.committee), .text(paper.name),
                        .init(paper.kind?.rawValue), .number(entry.figures), .init(ForeignAddress(paper.url)?.text), .text(paper.path),
                    ]
                }))
    }

    /// The decisions without those that are printed again, in minutes that are published twice or a pack that holds them.
    static func once(_ decisions: [DecidedItem]) -> [DecidedItem] {
        var documents: [[String]: String] = [:]
        return decisions.filter { item in
            let key = [item.titles, item.outcome ?? ""] + item.votes.map { $0.map { String($0) } ?? "" } + item.movers
            // Within one paper the same words are decided twice.
            let first = documents[key] ?? item.document
            documents[key] = first
            return first == item.document
        }
    }

    private func row(_ paper: TracedPaper, figures: Int) -> Markup {
        let meeting = [paper.committee ?? paper.organisation, paper.date.map { Words.day($0) }].compactMap { $0 }.joined(separator: ", ")
        let link = Address.meeting(organisation: paper.organisation, committee: paper.committee, date: paper.date)
        return .element(
            .tr, [],
            [
                .element(.td, [], [meeting.isEmpty ? "not said" : .element(.a, [.href(link)], [.text(meeting)])]),
                .element(.td, [], [.element(.a, [.href(Address.paper(paper.document))], [.text(paper.name)])]),
                .element(.td, [], [.text(paper.kind.map { Words.of($0.rawValue) } ?? "")]),
                .element(.td, [.cls("number")], [.number(figures)]),
            ])
    }

    private func decision(_ item: DecidedItem) -> Markup {
        let words = ["for", "against", "abstaining"]
        let votes = zip(item.votes, words).compactMap { count, word in count.map { "\($0) \(word)" } }
        let facts = [
            item.outcome.map { Words.of($0) }, votes.isEmpty ? nil : votes.joined(separator: ", "),
            item.movers.isEmpty ? nil : "moved by " + item.movers.joined(separator: ", seconded by "),
        ]
        .compactMap { $0 }.joined(separator: "; ")
        let title = item.titles.split(separator: "\n").joined(separator: " › ")
        return .element(
            .li, [],
            [
                .element(
                    .a, [.href(Address.part(item.id, page: item.page))], [.text(title.isEmpty ? "Decision on page \(item.page)" : title)]),
                .text(facts.isEmpty ? "" : ": " + facts),
            ])
    }
}
