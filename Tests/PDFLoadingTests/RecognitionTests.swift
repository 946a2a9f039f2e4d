import Foundation
import PDFLoading
import PaperModel
import TestSupport
import Testing

@Suite struct RecognitionTests {
    private static let headers = "/usr/include/tesseract/capi.h"

    /// Its library is opened by a name that is put together from the headers; a wrong one would look like a machine without Tesseract.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: headers), "Tesseract's headers are not here"))
    func theLibraryThatThisBuildWasMadeWithIsFound() { #expect(tesseractVersion != nil) }

    @Test(.enabled(if: tesseractVersion != nil, "this build was made without Tesseract"))
    func aScannedPageIsRead() throws {
        let folder = Checkout.root + "/Corpus/scan"
        let bytes = try #require(Checkout.bytes(of: folder + "/scan.pdf"))
        let printed = String(decoding: try #require(Checkout.bytes(of: folder + "/words.txt")), as: UTF8.self).split(
            whereSeparator: \.isWhitespace)
        let paper = try loadPDF(bytes, recognisesScans: true)
        var read: [Substring: Int] = [:]
        for page in paper.pages {
            for word in page.text.string.split(whereSeparator: \.isWhitespace) { read[word, default: 0] += 1 }
            #expect((page.recognitionConfidence ?? 0) > 0.8)
        }
        var found = 0
        for word in printed where (read[word] ?? 0) > 0 {
            read[word, default: 0] -= 1
            found += 1
        }
        #expect(Double(found) >= 0.98 * Double(printed.count))
        #expect(!paper.notices.contains { $0.code == .noText })
    }
}
