import PDFLoading
import PaperModel
import Testing

/// Pictures of pages, for whoever looks at a figure.
@Suite struct PagePictureTests {
    private let bytes = drawnPDF("BT /F 12 Tf 40 200 Td (The quay cost 2m) Tj ET")

    @Test func aPageOfTextIsCurves() throws {
        let picture = try PDFLoading.picture(ofPage: 1, in: bytes)
        #expect(picture.form == .svg)
        #expect((picture.width, picture.height) == (400, 300))
        #expect(String(decoding: picture.bytes.prefix(5), as: UTF8.self) == "<?xml")
    }

    @Test func aPartOfItIsDotsOfItsOwnSize() throws {
        let picture = try PDFLoading.picture(ofPage: 1, part: Box(x: 300, y: 80, width: 200, height: 40), in: bytes)
        #expect(picture.form == .png)
        // What lies beyond the page is cut off.
        #expect((picture.width, picture.height) == (100, 40))
        let isPicture = picture.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
        #expect(isPicture)
        // Width in the header (PNG, 11.2.2): 100 points at 160 dots per inch.
        #expect(picture.bytes[16..<20].elementsEqual([0, 0, 0, 223]))
    }

    @Test(arguments: [0, -1, 2, Int.max])
    func aPageThatIsNotThereIsAFailure(page: Int) {
        #expect(throws: PaperFailure.self) { try PDFLoading.picture(ofPage: page, in: bytes) }
    }

    @Test func whatIsNoPDFIsAFailure() {
        #expect(throws: PaperFailure.self) { try PDFLoading.picture(ofPage: 1, in: Array("%PDF-1.7 nothing".utf8)) }
        #expect(throws: PaperFailure.self) {
            try PDFLoading.picture(ofPage: 1, part: Box(x: 900, y: 900, width: 5, height: 5), in: bytes)
        }
    }
}
