import HTMLLoading
import PDFLoading
import PaperModel
import RuleEngine
import Segmentation
import TestSupport
import Testing

@Suite struct CorpusSegmentTests {
    /// Papers whose segments are all found, and nothing else.
    static let whole = CorpusPaper.all.filter {
        [
            "agenda", "agenda-pack", "minutes", "parish-minutes", "question-reply", "mayor-questions", "cabinet-report", "covered",
            "item-page",
            "meeting-page", "decision-page",
        ].contains($0.name)
    }

    private func paper(_ paper: CorpusPaper) throws -> Paper {
        let bytes = try #require(Checkout.bytes(of: paper.path))
        return paper.path.hasSuffix(".pdf")
            ? try loadPDF(bytes) : try loadHTML(bytes, layouts: Checkout.ruleBook.get().layouts, limits: LoadLimits())
    }

    @Test(arguments: whole)
    func segmentsAreThoseOfACarefulReader(corpus: CorpusPaper) throws {
        let segments = try segmenter().segments(in: paper(corpus))
        let answers = try corpus.answers("segments").filter { $0["type"].string != nil }
        #expect(segments.map(\.kind.rawValue) == answers.map { $0["type"].string })
        #expect(segments.map(\.number) == answers.map { $0["number"].string })
        #expect(segments.map { $0.spans.first?.page } == answers.map { $0["page"].integer })
        #expect(segments.map(\.asker) == answers.map { $0["asker"].string })
    }

    @Test func aPackNamesThePapersInIt() throws {
        let pack = try #require(CorpusPaper.all.first { $0.name == "agenda-pack" })
        let parts = try segmenter().metadata(of: paper(pack)).parts
        #expect(parts.map(\.kind) == [.agenda, .minutes, .report])
        #expect(parts.map(\.page) == [1, 2, 3])
        #expect(parts.map(\.endPage) == [1, 2, 3])
        #expect(parts.last?.title == "Car park charges")
        #expect(parts.map(\.author) == [nil, nil, "Director of Place"])
        #expect(parts.map(\.date) == [Day(2025, 10, 14), Day(2025, 9, 9), Day(2025, 10, 14)])
    }

    @Test func aPaperThatIsOneHoldsNoOthers() throws {
        for name in ["agenda", "minutes", "cabinet-report"] {
            let corpus = try #require(CorpusPaper.all.first { $0.name == name })
            #expect(try segmenter().metadata(of: paper(corpus)).parts.isEmpty)
        }
    }

    @Test(arguments: CorpusPaper.all)
    func sameBytesGiveTheSameSegments(corpus: CorpusPaper) throws {
        let paper = try paper(corpus)
        #expect(try segmenter().segments(in: paper) == segmenter().segments(in: paper))
    }
}
