internal import PaperModel
internal import RecordIndex
internal import Tracing

/// A result with all that it is filtered and sorted by.
struct FoundFigure {
    var hit: SearchHit
    var figure: ListedFigure
}

/// A property by which results are counted and filtered; the table is the order on the page.
struct ResultFacet: Sendable {
    /// Its name in the query.
    let name: String
    /// Its name on the page.
    let title: String
    /// The values of a result.
    let values: @Sendable (FoundFigure) -> [String]
    /// A value in words.
    let words: @Sendable (String) -> String

    static let all: [ResultFacet] = [
        ResultFacet(name: "organisation", title: "Organisation", values: { [$0.hit.paper.organisation].compactMap { $0 } }, words: { $0 }),
        ResultFacet(name: "committee", title: "Committee", values: { [$0.hit.paper.committee].compactMap { $0 } }, words: { $0 }),
        ResultFacet(name: "paper", title: "Kind of paper", values: { [$0.hit.paper.kind?.rawValue].compactMap { $0 } }, words: Words.of),
        ResultFacet(name: "segment", title: "Where it stands", values: { [$0.figure.segment].compactMap { $0 } }, words: Words.of),
        ResultFacet(name: "sense", title: "Sense", values: { [$0.figure.sense].compactMap { $0 } }, words: Words.of),
        ResultFacet(name: "unit", title: "Unit", values: { [$0.figure.unit] }, words: { $0 }),
        ResultFacet(name: "period", title: "Period", values: { [$0.figure.period].compactMap { $0 } }, words: { $0 }),
        ResultFacet(name: "doubt", title: "Doubt", values: { $0.figure.doubts }, words: Words.of),
    ]

    /// Values that are shown of each.
    private static let most = 8

    /// The values with their counts, each a link that keeps only it, or lets the others in again where it is chosen.
    func markup(_ results: [FoundFigure], chosen: String?, address: Address) -> Markup {
        var counts: [String: Int] = [:]
        for result in results { for value in values(result) { counts[value, default: 0] += 1 } }
        guard counts.count > 1 || chosen != nil else { return .none }
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let bare = address.with("from", nil)
        let lines = sorted.prefix(ResultFacet.most).map { value, count in
            let isChosen = value == chosen
            return Markup.element(
                .li, [],
                [
                    .element(
                        .a, [.href(bare.with(name, isChosen ? nil : value))] + (isChosen ? [.set(.ariaCurrent, "true")] : []),
                        [.text(words(value)), isChosen ? .element(.span, [.cls("quiet")], [" (remove)"]) : .none]), " ",
                    .element(.span, [.cls("count")], [.number(count)]),
                ])
        }
        return .element(.section, [.cls("facet")], [.element(.h3, [], [.text(title)]), .element(.ul, [], lines)])
    }
}
