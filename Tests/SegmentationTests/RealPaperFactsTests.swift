import HTMLLoading
import PDFLoading
import PaperModel
import RuleEngine
import Segmentation
import TestSupport
import Testing

/// What papers say of themselves, compared with a table written by hand from their pages: `Tests/Facts/papers.jsonl`.
///
/// A fact that is left out is printed nowhere; a list holds all that a careful reader could answer, null for "not printed".
@Suite("Facts of real papers", .enabled(if: Checkout.sharedData("papers") != nil, "the shared papers are not beside the checkout"))
struct RealPaperFactsTests {
    private static let facts = ["organisation", "committee", "meetingDate", "title", "kind"]

    @Test func nearlyAllAreRight() throws {
        let answers = try Decoded.lines(of: Checkout.root + "/Tests/Facts/papers.jsonl")
        #expect(answers.count == 70)
        var right = 0
        var wrong: [String] = []
        for answer in answers {
            let name = try #require(answer["paper"].string)
            let path = try #require(Checkout.sharedData(name), "missing: \(name)")
            let found = try facts(of: path)
            for fact in Self.facts {
                if answer.allows(found[fact] ?? nil, as: fact) {
                    right += 1
                } else {
                    wrong.append("\(name): \(fact) is \(found[fact].flatMap(\.self) ?? "empty")")
                }
            }
        }
        // 95 in a hundred is what is asked for.
        #expect(right * 100 >= answers.count * Self.facts.count * 95, "\(wrong.joined(separator: "\n"))")
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
