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

    @Test(arguments: CorpusPaper.all)
    func sameBytesGiveTheSameSegments(corpus: CorpusPaper) throws {
        let paper = try paper(corpus)
        #expect(try segmenter().segments(in: paper) == segmenter().segments(in: paper))
    }
}
