import PDFLoading
import PaperModel

/// A PDF of one page of 400 by 300 points with the operators of `content`; font F is Helvetica. `catalog` goes into the catalog.
func drawnPDF(_ content: String, catalog: String = "") -> [UInt8] {
    Array(
        """
        %PDF-1.7
        1 0 obj << /Type /Catalog /Pages 2 0 R \(catalog) >> endobj
        2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
        3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >> endobj
        4 0 obj << /Length \(content.utf8.count + 1) >> stream
        \(content)
        endstream endobj
        5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> endobj
        trailer << /Root 1 0 R /Size 6 >>
        """.utf8)
}

extension Paper {
    /// Its notices, but for that of the cross-reference table, which drawn files lack.
    var codes: [Notice.Code] { notices.map(\.code).filter { $0 != .repaired } }
    /// The first page.
    var first: Page { pages.first ?? Page(number: 1) }
    /// What is hidden on the first page for a reason.
    func hidden(_ reason: HiddenText.Reason) -> [String] {
        first.hidden.filter { $0.reason == reason }.map { first.text.words(in: $0.range) }
    }
    /// What is struck out on the first page.
    var struck: [String] { first.struck.map { first.text[$0] } }
}
