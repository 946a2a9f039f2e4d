import PDFLoading
import PaperModel
import Testing

/// What the catalog of a file says of it as a whole.
@Suite struct CatalogTests {
    private let page = "BT /F 12 Tf 20 200 Td (The works cost 5,000) Tj ET"

    private func file(_ name: String) -> String { "<< /Type /Filespec /F (\(name)) /UF (\(name)) /EF << /F 4 0 R >> >>" }

    @Test func attachedFilesAreCountedAndNamed() throws {
        let names = "/Names << /EmbeddedFiles << /Names [(a) \(file("costs.xlsx")) (b) \(file("plan.pdf"))] >> >>"
        let paper = try loadPDF(drawnPDF(page, catalog: names))
        let notice = try #require(paper.notices.first { $0.code == .attachedFiles })
        #expect(notice.message == "2 attached files were not read: costs.xlsx, plan.pdf")
        let portfolio = try loadPDF(drawnPDF(page, catalog: names + " /Collection << /Type /Collection >>"))
        #expect(
            portfolio.notices.first { $0.code == .attachedFiles }?.message.hasPrefix(
                "the document is a portfolio, whose pages are a cover: 2")
                == true)
        #expect(try loadPDF(drawnPDF(page)).codes.isEmpty)
        // A formula of a page, in a form for machines.
        let formula = "/Names << /EmbeddedFiles << /Names [(a) \(file("formula-1.xml"))] >> >>"
        #expect(try loadPDF(drawnPDF(page, catalog: formula)).codes.isEmpty)
    }

    /// A few bytes can ask for a label of a hundred million letters.
    @Test(arguments: [
        "/PageLabels << /Nums [0 << /S /A /St 2147483647 >>] >>", "/PageLabels << /Nums [0 << /S /a /St 100000000 >>] >>",
        "/PageLabels << /Kids [<< /Nums [0 << /S /a /St 100000000 >>] >>] >>",
        "/PageLabels << /Nums [0 << /S /D /P (\(String(repeating: "x", count: 500))) >>] >>",
    ])
    func labelsThatCostAreNotSpelledOut(labels: String) throws {
        #expect(try loadPDF(drawnPDF(page, catalog: labels)).first.label == nil)
    }

    @Test func labelsAreRead() throws {
        #expect(try loadPDF(drawnPDF(page, catalog: "/PageLabels << /Nums [0 << /S /A /St 28 >>] >>")).first.label == "BB")
        #expect(try loadPDF(drawnPDF(page, catalog: "/PageLabels << /Nums [0 << /S /r /P (A-) /St 4 >>] >>")).first.label == "A-iv")
    }

    @Test func longTitlesAreCut() throws {
        let title = String(repeating: "long ", count: 4_000)
        let bytes = drawnPDF(page).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            $0.starts(with: Array("trailer".utf8))
                ? Array("trailer << /Root 1 0 R /Size 6 /Info << /Title (\(title)) >> >>".utf8) : Array($0)
        }
        let paper = try loadPDF(Array(bytes.joined(separator: [UInt8(ascii: "\n")])))
        #expect(paper.metadata.title?.utf8.count == 4_096)
    }

    /// Poppler looks at all that is open whenever something is opened.
    @Test func marksNestedWithoutEndAreCut() throws {
        let paper = try loadPDF(drawnPDF(String(repeating: "/P <</MCID 1>> BDC ", count: 100_000) + page))
        #expect(paper.codes == [.pageTooDense])
    }
}
