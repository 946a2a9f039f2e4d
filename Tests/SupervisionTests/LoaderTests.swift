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
