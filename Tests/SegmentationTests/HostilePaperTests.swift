import PaperModel
import Segmentation
import Testing

@Suite struct HostilePaperTests {
    /// Papers that are made to cost much: long runs of everything that opens, numbers or ends a segment.
    private static let lines: [String: @Sendable (Int) -> String] = [
        "numbers": { "\($0 % 9_000). Item" },
        "sections": { "1.2.3.4.5 Heading \($0)" },
        "questions": { "Question by A\($0) B to C" },
        "resolutions": { _ in "RESOLVED that:" },
        "brackets": { _ in String(repeating: "(", count: 50) },
        "votes": { _ in "(For 1, Against 2)" },
        "same": { _ in "Recommendations" },
    ]

    @Test(.timeLimit(.minutes(2)), arguments: ["numbers", "sections", "questions", "resolutions", "brackets", "votes", "same"])
    func manyLinesEnd(name: String) throws {
        let line = try #require(HostilePaperTests.lines[name])
        for opening in ["MINUTES of a meeting of the Council held on 1 May 2025", "AGENDA", "Report of the Director", "Question 1"] {
            var sketch = PaperSketch()
            sketch.heading(opening)
            for index in 0..<2_000 { if index % 2 == 0 { sketch.heading(line(index)) } else { sketch.line(line(index)) } }
            let segments = try segmenter().segments(in: sketch.paper)
            for (index, segment) in segments.enumerated() {
                #expect(!segment.spans.isEmpty)
                #expect(segment.parent.map { $0 < index } ?? true)
            }
        }
    }

    @Test func rangesOutsideTheTextAreHarmless() throws {
        var paper = Paper(mediaType: .pdf)
        var page = Page(number: 1)
        page.text = PageText("1. AGENDA")
        var block = Block(kind: .heading(level: 1), range: TextRange(4, 900))
        block.label = TextRange(800, 900)
        page.blocks = [block, Block(kind: .table(7), range: TextRange(0, 9)), Block(kind: .paragraph, range: TextRange(-5, 2))]
        page.bold = [TextRange(2, 4_000)]
        paper.pages = [page]
        paper.pageCount = 1
        _ = try segmenter().segments(in: paper)
        _ = try segmenter().metadata(of: paper)
    }

    @Test func oneLongLineEnds() throws {
        for unit in ["1. ", "it was ", "Question ", "for 1, against ", "(", "Council of "] {
            var sketch = PaperSketch()
            sketch.line("MINUTES of a meeting")
            sketch.line(String(repeating: unit, count: 20_000))
            _ = try segmenter().segments(in: sketch.paper)
            _ = try segmenter().metadata(of: sketch.paper)
        }
    }

    @Test func emptyPaperHasNoSegments() throws {
        #expect(try segmenter().segments(in: Paper(mediaType: .pdf)).isEmpty)
        #expect(try segmenter().segments(in: Paper(mediaType: .html)).isEmpty)
    }
}
