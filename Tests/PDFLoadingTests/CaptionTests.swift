import PaperModel
import Testing

@testable import PDFLoading

@Suite struct CaptionTests {
    /// The caption of a table below blocks of the given texts; those in capitals are headings.
    private func caption(_ texts: [String], label: Int = 0) -> String? {
        var paper = Paper(mediaType: .pdf)
        var page = Page(number: 1, width: 600, height: 800)
        for (index, text) in (texts + ["Parks\t12"]).enumerated() {
            if page.text.count > 0 { page.text.append("\n") }
            let start = page.text.count
            page.text.append(text)
            let range = TextRange(start, page.text.count)
            let box = Box(x: 50, y: 100 + 16 * Double(index), width: 300, height: 12)
            let isHeading = text == text.uppercased()
            var block = Block(kind: isHeading ? .heading(level: 1) : .paragraph, range: range, box: box, style: TextStyle(size: 11))
            if label > 0, index == texts.count - 1 { block.label = TextRange(start, start + label) }
            if index == texts.count {
                block.kind = .table(0)
                var table = Table(method: .ruled, rows: 1, columns: 2)
                table.parts = [Table.Part(page: 1, box: box, range: range)]
                paper.tables = [table]
            }
            page.blocks.append(block)
        }
        paper.pages = [page]
        markCaptions(&paper)
        return paper.tables[0].caption.map { paper.text(of: $0) }
    }

    @Test func aNumberedLineOrAHeadingIsTheTitle() {
        #expect(caption(["Table 3: Reserves"]) == "Table 3: Reserves")
        #expect(caption(["Some text before.", "RESERVES AT YEAR END"]) == "RESERVES AT YEAR END")
        #expect(caption(["Some text before."]) == nil)
    }

    @Test func aNumberAloneTakesWhatFollowsIt() {
        #expect(caption(["Table 2.", "Reserves at the end of the year"]) == "Table 2.\nReserves at the end of the year")
    }

    @Test func headingsOfSectionsAndItemsAreNoTitles() {
        #expect(caption(["13. CONTACT DETAILS"], label: 3) == nil)
        #expect(caption(["• CREATE PLACES"], label: 1) == nil)
        #expect(caption(["NONE"]) == nil)
    }
}
