import HTMLLoading
import PDFLoading
import PaperModel
import RuleEngine
import Segmentation
import TestSupport
import Testing

/// What papers say of themselves, compared with tables written by hand from their pages: `Tests/Facts`. Papers are named by their digests.
///
/// A fact that is left out is printed nowhere; a list holds all that a careful reader could answer, null for "not printed".
@Suite("Facts of real papers", .enabled(if: Checkout.sharedData("papers") != nil, "the shared papers are not beside the checkout"))
struct RealPaperFactsTests {
    /// What was read, and how many of a hundred answers must be right.
    struct Table: CustomTestStringConvertible {
        var name: String
        var papers: Int
        var facts: [String]
        var testDescription: String { name }
    }

    private static let tables = [
        Table(name: "papers", papers: 70, facts: ["organisation", "committee", "meetingDate", "title", "kind"]),
        Table(name: "heads", papers: 66, facts: ["organisation", "committee", "meetingDate", "kind"]),
    ]

    @Test(arguments: tables) func nearlyAllAreRight(table: Table) throws {
        let answers = try Decoded.lines(of: Checkout.root + "/Tests/Facts/\(table.name).jsonl")
        #expect(answers.count == table.papers)
        let papers = SharedPapers(sizes: Set(answers.compactMap { $0["bytes"].integer }))
        var right: [String: Int] = [:]
        var wrong: [String] = []
        var found = 0
        for answer in answers {
            guard let digest = answer["sha256"].string, let path = papers.path(of: digest) else { continue }
            found += 1
            let facts = try facts(of: path)
            for fact in table.facts {
                if answer.allows(facts[fact] ?? nil, as: fact) {
                    right[fact, default: 0] += 1
                } else {
                    wrong.append("\(digest.prefix(12)): \(fact) is \(facts[fact].flatMap(\.self) ?? "empty")")
                }
            }
        }
        #expect(found > 0)
        // 95 in a hundred is what is asked for, of each fact.
        for fact in table.facts { #expect((right[fact] ?? 0) * 100 >= found * 95, "\(fact): \(wrong.joined(separator: "\n"))") }
    }

    private func facts(of path: String) throws -> [String: String?] {
        let bytes = try #require(Checkout.bytes(of: path))
        let paper =
            path.hasSuffix(".pdf")
            ? try loadPDF(bytes) : try loadHTML(bytes, layouts: Checkout.ruleBook.get().layouts, limits: LoadLimits())
        let facts = try segmenter().metadata(of: paper)
        return [
            "organisation": facts.organisation, "committee": facts.committee,
            "meetingDate": facts.meetingDate.map(String.init(describing:)),
            "title": facts.title, "kind": facts.kind?.rawValue,
        ]
    }
}

extension Decoded {
    /// Whether a fact is one of those that the table allows; case and white space count for nothing.
    fileprivate func allows(_ found: String?, as fact: String) -> Bool {
        let allowed = self[fact].list.isEmpty ? [self[fact]] : self[fact].list
        return allowed.contains { $0.string?.folded == found?.folded }
    }
}

extension String {
    fileprivate var folded: String {
        let words = lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return String(words.reversed().drop { $0 == "." || $0 == ":" }.reversed())
    }
}
