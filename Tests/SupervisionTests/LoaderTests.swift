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

    @Test(arguments: [[0xFF, 0xFE], []] as [[UInt8]])
    func pagesInTwoBytesAreKnownByTheirBytes(mark: [UInt8]) throws {
        let bytes = mark + Array("<!DOCTYPE html><p>£5".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(Loader.detect(leading: bytes[...], path: "a.pdf")?.mediaType == .html)
        #expect(try FormatCheck(bytes, path: "a.pdf").notice?.code == .misnamed)
    }

    @Test(arguments: [("plain", "a.txt"), ("PK", "a.docx"), ("", ".html"), ("<?xml version='1.0'?><office>", "a.fodt"), ("", "pdf")])
    func otherFormatsAreNotTaken(leading: String, path: String) {
        #expect(Loader.detect(leading: Array(leading.utf8)[...], path: path) == nil)
    }

    /// Every byte of these stands for itself.
    private static let others: [(start: String, path: String, words: String)] = [
        ("PK\u{3}\u{4}....word/document.xml", "a.html", "a Word document (docx)"),
        ("PK\u{3}\u{4}....xl/workbook.xml", "a.pdf", "an Excel workbook (xlsx)"), ("\u{1F}\u{8B}\u{8}", "page.html", "gzip data"),
        ("{\\rtf1", "a.pdf", "a rich text document (rtf)"), ("only words", "a.pdf", "plain text"),
    ]

    @Test(arguments: 0..<5)
    func whatIsNotReadIsSaidToBeWhatItIs(index: Int) {
        let other = LoaderTests.others[index]
        let bytes = other.start.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let failure = #expect(throws: PaperFailure.self) { try FormatCheck(bytes, path: other.path) }
        #expect(failure?.code == .unsupported)
        #expect(failure?.message.contains(other.words) == true, "\(failure?.message ?? "")")
    }

    @Test(arguments: ["a.html", "a.pdf"])
    func randomBytesAreNoPaper(path: String) {
        let bytes = (0..<4_000).map { (number: Int) in UInt8(truncatingIfNeeded: number &* 167 &+ number / 7) }
        let failure = #expect(throws: PaperFailure.self) { try FormatCheck(bytes, path: path) }
        #expect(failure?.code == .unsupported)
        #expect(failure?.message.contains("bytes of no format") == true, "\(failure?.message ?? "")")
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
