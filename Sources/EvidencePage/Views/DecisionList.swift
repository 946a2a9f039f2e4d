/// What was decided, asked and answered about an item.
struct DecisionList {
    let paper: ReadPaper

    /// Decisions of the item that a chain of segments leads to, and the question or reply that belongs to its end.
    func around(_ chain: [SegmentFacts]) -> [Markup] {
        var parts: [Markup] = []
        if let item = chain.last(where: { $0.kind == "agendaItem" }) ?? chain.first {
            let decided = paper.segments.filter { ["resolution", "recommendation"].contains($0.kind) && paper.lies($0, in: item) }
            parts += decided.prefix(DecisionList.most).map(markup)
        }
        for segment in chain {
            if let question = paper.segment(segment.answers) { parts.append(quoted("Asked", question)) }
            if ["question", "supplementary"].contains(segment.kind), let reply = paper.segments.first(where: { $0.answers == segment.id }) {
                parts.append(quoted("Answered", reply))
            }
        }
        return parts
    }

    /// More stand in the paper's outline.
    private static let most = 6

    /// A decision with its outcome, votes and movers.
    func markup(_ segment: SegmentFacts) -> Markup {
        var facts: [String] = []
        if let outcome = segment.outcome { facts.append(Words.of(outcome)) }
        for (key, word) in [("for", "for"), ("against", "against"), ("abstain", "abstaining")] {
            if let count = segment.votes?[key] { facts.append("\(count) \(word)") }
        }
        if let moved = segment.moved { facts.append("moved by " + moved) }
        if let seconded = segment.seconded { facts.append("seconded by " + seconded) }
        return .element(
            .div, [.cls("decision")],
            [
                .element(
                    .p, [],
                    [
                        .element(
                            .strong, [],
                            [
                                .element(
                                    .a, [.href(Address.part(segment.id, page: segment.page))],
                                    [.text(segment.kind == "resolution" ? "Decided" : "Recommended")])
                            ]),
                        .text(facts.isEmpty ? "" : ": " + facts.joined(separator: ", ")),
                    ]),
                .element(.p, [.cls("said")], [.text(Shortened.words(segment.text, 600))]),
            ])
    }

    private func quoted(_ word: String, _ segment: SegmentFacts) -> Markup {
        let who = [segment.asker, segment.respondent].compactMap { $0 }.first.map { " by \($0)" } ?? ""
        return .element(
            .div, [.cls("decision")],
            [
                .element(
                    .p, [],
                    [
                        .element(.strong, [], [.element(.a, [.href(Address.part(segment.id, page: segment.page))], [.text(word)])]),
                        .text(who),
                    ]),
                .element(.p, [.cls("said")], [.text(Shortened.words(segment.text, 600))]),
            ])
    }
}
