import PaperModel
import Testing

@testable import Pipeline

@Suite struct LoaderTests {
    @Test(arguments: [
        ("%PDF-1.7\n", "a.html", Paper.MediaType.pdf), ("\u{FEFF}junk %PDF-1.4", "a", .pdf), ("\n <!DOCTYPE html>", "a.pdf", .html),
        ("<HTML>", "a", .html), ("plain", "a.PDF", .pdf), ("", "dir.html/page.aspx", .html), ("<p>fragment", "a.htm", .html),
    ])
    func bytesDecideBeforeTheName(leading: String, path: String, mediaType: Paper.MediaType) {
        #expect(Loader.detect(leading: Array(leading.utf8)[...], path: path)?.mediaType == mediaType)
    }

    @Test(arguments: [("plain", "a.txt"), ("PK", "a.docx"), ("", ".html"), ("<?xml version='1.0'?><office>", "a.fodt"), ("", "pdf")])
    func otherFormatsAreNotTaken(leading: String, path: String) {
        #expect(Loader.detect(leading: Array(leading.utf8)[...], path: path) == nil)
    }

    @Test(arguments: [
        ([0x50, 0x4B, 3, 4] + Array("....word/document.xml".utf8), "a.html", "a Word document (docx)"),
        ([0x50, 0x4B, 3, 4] + Array("....xl/workbook.xml".utf8), "a.pdf", "an Excel workbook (xlsx)"),
        ([0x1F, 0x8B, 8, 0], "page.html", "gzip data"), (Array("{\\rtf1".utf8), "a.pdf", "a rich text document (rtf)"),
        (Array("only words".utf8), "a.pdf", "plain text"),
        ((0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 7) }, "a.html", "bytes of no format"),
        ((0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 7) }, "a.pdf", "bytes of no format"),
    ])
    func whatIsNotReadIsSaidToBeWhatItIs(bytes: [UInt8], path: String, words: String) {
        let failure = #expect(throws: PaperFailure.self) { try FormatCheck(bytes, path: path) }
        #expect(failure?.code == .unsupported)
        #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "")")
    }

    @Test(arguments: [
        ("<html><body><p>One", "a.pdf", Paper.MediaType.html, true), ("%PDF-1.7 endobj", "a.html", .pdf, true),
        ("<html><!-- %PDF-1.4 --><body>One", "a.html", .html, true), ("<html>error</html> %PDF-1.4 1 0 obj endobj", "a.pdf", .pdf, true),
        ("%PDF-1.7", "a.pdf", .pdf, false), ("\u{FEFF}<!DOCTYPE html>", "a.aspx", .html, false), ("words", "a.htm", .html, false),
        ("1 0 obj <<>> endobj startxref", "a.pdf", .pdf, false), ("<html>", "a", .html, false),
    ])
    func nameAndBytesThatDisagreeAreNoticed(text: String, path: String, mediaType: Paper.MediaType, isNoticed: Bool) throws {
        let check = try FormatCheck(Array(text.utf8), path: path)
        #expect(check.loader.mediaType == mediaType)
        #expect((check.notice?.code == .misnamed) == isNoticed)
    }

    @Test func textInTwoBytesIsText() {
        #expect(FormatCheck.isText(Array("<p>£5".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
        #expect(!FormatCheck.isText([UInt8](repeating: 0, count: 500)))
    }

    @Test func aHeaderFarIntoTheFileIsNotTaken() {
        let bytes = [UInt8](repeating: 0x20, count: 1_020) + Array("%PDF-".utf8)
        #expect(Loader.detect(leading: bytes[...], path: "a") == nil)
    }

    @Test func everyFormatIsKnownByOneLoader() {
        #expect(Loader.all.map(\.mediaType) == Paper.MediaType.allCases)
        let endings = Loader.all.flatMap(\.nameEndings)
        #expect(Set(endings).count == endings.count)
    }

    @Test func filesThatCannotBeReadAreTypedFailures() throws {
        #expect(throws: PaperFailure.self) { try PaperFile.read("/no/such/file", limits: LoadLimits()) }
        #expect(throws: PaperFailure.self) { try PaperFile.read("/dev/zero", limits: LoadLimits()) }
        #expect(throws: PaperFailure.self) { try PaperFile.read("/", limits: LoadLimits()) }
        let tooLarge = #expect(throws: PaperFailure.self) { try PaperFile.read("/proc/self/exe", limits: LoadLimits(bytes: 10)) }
        #expect(tooLarge?.code == .tooLarge)
    }
}
