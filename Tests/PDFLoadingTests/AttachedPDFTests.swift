import PDFLoading
import PaperModel
import Testing

/// PDFs that are attached to a PDF.
@Suite struct AttachedPDFTests {
    /// A file with others attached to it, whose bytes are letters. It has no cross-reference table, and without one what stands before
    /// `endstream` belongs to a stream.
    private func host(_ files: [(name: String, bytes: String)], catalog: String = "") -> [UInt8] {
        var objects = ""
        var names = ""
        for (index, file) in files.enumerated() {
            let number = 10 + 2 * index
            objects +=
                "\(number) 0 obj << /Type /EmbeddedFile /Length \(file.bytes.utf8.count) >> stream\n\(file.bytes)endstream endobj\n"
            objects +=
                "\(number + 1) 0 obj << /Type /Filespec /F (\(file.name)) /UF (\(file.name)) /EF << /F \(number) 0 R >> >> endobj\n"
            names += "(\(100 + index)) \(number + 1) 0 R "
        }
        let page = drawnPDF(
            "BT /F 12 Tf 20 200 Td (The works cost 5,000) Tj ET", catalog: "/Names << /EmbeddedFiles << /Names [\(names)] >> >> " + catalog)
        let text = String(decoding: page, as: UTF8.self)
        return Array(text.replacing("trailer", with: objects + "trailer").utf8)
    }

    private let plan = "%PDF-1.7\nno page, but a PDF by its mark"

    @Test func thePDFsAmongThemHaveDigestsAndNamesOfTheirOwn() throws {
        let bytes = host([("plan.pdf", plan), ("plan.pdf", plan + "!"), ("a/b.pdf", plan), ("..", plan), ("costs.xlsx", "PK")])
        let paper = try loadPDF(bytes)
        let files = paper.metadata.attachments
        #expect(files.map(\.name) == ["plan.pdf", "plan (2).pdf", "a_b.pdf", "attached file 4", "costs.xlsx"])
        #expect(files.map(\.isPaper) == [true, true, true, true, false])
        #expect(files.first?.digest == SHA256.hexDigest(of: Array(plan.utf8)))
        #expect(files.map(\.bytes) == [plan.utf8.count, plan.utf8.count + 1, plan.utf8.count, plan.utf8.count, 0])
        let notice = try #require(paper.notices.first { $0.code == .attachedFiles })
        #expect(
            notice.message
                == "4 attached files were read apart: plan.pdf, plan (2).pdf, a_b.pdf, attached file 4; 1 other was not read: costs.xlsx")
        #expect(try attachedPDF("plan (2).pdf", of: bytes) == Array((plan + "!").utf8))
    }

    /// A file with a paperclip on its page for each of these.
    private func pinned(_ files: [(name: String, bytes: String)]) -> [UInt8] {
        let text = String(decoding: host(files), as: UTF8.self)
        let clips = files.indices.map { index in
            "<< /Type /Annot /Subtype /FileAttachment /Rect [\(20 * index) 20 \(20 * index + 10) 30] /FS \(11 + 2 * index) 0 R >>"
        }
        return Array(text.replacing("/Type /Page ", with: "/Type /Page /Annots [\(clips.joined(separator: " "))] ").utf8)
    }

    @Test func theFilesOfAPageAreAttachedToItsDocument() throws {
        // No tree of names: they hang on the page alone.
        let bytes = Array(
            String(decoding: pinned([("plan.pdf", plan), ("costs.xlsx", "PK"), ("plan.pdf", plan + "!")]), as: UTF8.self)
                .replacing("/EmbeddedFiles", with: "/None").utf8)
        let paper = try loadPDF(bytes)
        #expect(paper.metadata.attachments.map(\.name) == ["plan.pdf", "costs.xlsx", "plan (2).pdf"])
        #expect(paper.metadata.attachments.map(\.isPaper) == [true, false, true])
        #expect(paper.codes == [.attachedFiles, .unreadAttachments])
        #expect(try attachedPDF("plan (2).pdf", of: bytes) == Array((plan + "!").utf8))
        #expect(#expect(throws: PaperFailure.self) { try attachedPDF("other.pdf", of: bytes) }?.code == .unreadable)
        // Unopened, two of one name can't be told apart.
        let named = try loadPDF(bytes, looksIntoAttachments: false)
        #expect(named.metadata.attachments.map(\.isPaper) == [false, false])
    }

    @Test func aFileThatIsAttachedTwiceIsOne() throws {
        let paper = try loadPDF(pinned([("plan.pdf", plan), ("costs.xlsx", "PK")]))
        #expect(paper.metadata.attachments.map(\.name) == ["plan.pdf", "costs.xlsx"])
    }

    @Test func aDocumentWhoseFilesAreAllPapersMissesNothing() throws {
        #expect(try loadPDF(host([("plan.pdf", plan), ("styles.xml", "<a/>")])).codes == [.attachedFiles])
        let some = try loadPDF(host([("plan.pdf", plan), ("costs.xlsx", "PK")]))
        #expect(some.notices.last?.code == .unreadAttachments)
        #expect(some.notices.last?.message == "1 attached file was not read: costs.xlsx")
        #expect(try loadPDF(host([], catalog: "/Collection << /Type /Collection >>")).codes == [.attachedFiles, .unreadAttachments])
    }

    @Test func theyAreNamedAloneWhereNobodyIsToLookIntoThem() throws {
        let paper = try loadPDF(host([("plan.pdf", plan)]), looksIntoAttachments: false)
        #expect(paper.notices.first { $0.code == .attachedFiles }?.message == "1 attached file was not read: plan.pdf")
        #expect(paper.metadata.attachments.map(\.isPaper) == [false])
    }

    @Test func aPortfolioSaysThatItsPagesAreACover() throws {
        let paper = try loadPDF(host([("plan.pdf", plan)], catalog: "/Collection << /Type /Collection >>"))
        #expect(
            paper.notices.first { $0.code == .attachedFiles }?.message
                == "the document is a portfolio, whose pages are a cover: 1 attached file was read apart: plan.pdf")
    }

    @Test func whatIsNoSuchFileIsAFailure() {
        let bytes = host([("plan.pdf", plan), ("costs.xlsx", "PK")])
        #expect(#expect(throws: PaperFailure.self) { try attachedPDF("other.pdf", of: bytes) }?.code == .unreadable)
        #expect(#expect(throws: PaperFailure.self) { try attachedPDF("costs.xlsx", of: bytes) }?.code == .unsupported)
        #expect(#expect(throws: PaperFailure.self) { try attachedPDF("plan.pdf", of: Array("no PDF".utf8)) }?.code == .corrupt)
    }
}
