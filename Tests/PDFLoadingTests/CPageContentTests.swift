import CPageContent
import PDFLoading
import PaperModel
import Testing

/// The C interface by itself: what it gives for input that no caller should send.
@Suite struct CPageContentTests {
    @Test func openingNothingFails() {
        var document: OpaquePointer?
        #expect(pc_open(nil, 0, nil, nil, &document) == PC_DAMAGED)
        #expect(document == nil)
        pc_close(nil)
    }

    @Test func pagesOutsideTheDocumentFail() throws {
        let bytes = Array(onePage.utf8)
        try bytes.withUnsafeBufferPointer { buffer in
            var opened: OpaquePointer?
            #expect(pc_open(buffer.baseAddress, buffer.count, nil, nil, &opened) == PC_OK)
            let document = try #require(opened)
            defer { pc_close(document) }
            #expect(pc_page_count(document) == 1)
            var page = pc_page()
            for number in [Int32.min, -1, 0, 2, Int32.max] { #expect(pc_read_page(document, number, 100, &page) == PC_NO_PAGE) }
            #expect(pc_read_page(document, 1, 100, &page) == PC_OK)
            #expect(page.glyph_count == 5)
            #expect(page.width == 200)
            #expect(page.height == 100)
        }
    }

    @Test func glyphsStandWhereTheyAreDrawn() throws {
        let bytes = Array(onePage.utf8)
        try bytes.withUnsafeBufferPointer { buffer in
            var opened: OpaquePointer?
            #expect(pc_open(buffer.baseAddress, buffer.count, nil, nil, &opened) == PC_OK)
            let document = try #require(opened)
            defer { pc_close(document) }
            var page = pc_page()
            #expect(pc_read_page(document, 1, 100, &page) == PC_OK)
            let glyphs = UnsafeBufferPointer(start: page.glyphs, count: page.glyph_count)
            #expect(glyphs.map { page.scalars[Int($0.scalars)] } == "Total".unicodeScalars.map(\.value))
            let first = try #require(glyphs.first)
            #expect(first.x0 == 20)
            #expect(first.baseline == 60)  // 100 high, 40 from the foot
            #expect(first.size == 12)
            // The filled box drawn after the text covers its last letters.
            #expect(glyphs.map { Int32($0.flags) & PC_GLYPH_COVERED_FLAG != 0 } == [false, false, false, true, true])
            #expect(page.rule_count == 1)
        }
    }

    @Test(arguments: ["12", "99999999", "-99999999", "99999999999999999999999999999999999999999"])
    func textOfAnySizeIsReadOrLeftOut(size: String) throws {
        let paper = try loadPDF(Array(onePage.replacing("/F 12 Tf", with: "/F \(size) Tf").utf8))
        #expect(paper.pages.count == 1)
        #expect((paper.pages[0].text.string == "Total") == (size == "12"))
    }

    private let PC_GLYPH_COVERED_FLAG: Int32 = 2

    /// A page of 200 by 100 points: "Total" at (20, 40), a black box over its last two letters, a line. Helvetica: T 611, o 556, t 278 per mille.
    private let onePage = """
        %PDF-1.4
        1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
        2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
        3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >> endobj
        4 0 obj << /Length 87 >> stream
        BT /F 12 Tf 20 40 Td (Total) Tj ET
        37.3 35 30 20 re f
        10 10 m 190 10 l S
        endstream endobj
        5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
        trailer << /Root 1 0 R /Size 6 >>
        """
}
