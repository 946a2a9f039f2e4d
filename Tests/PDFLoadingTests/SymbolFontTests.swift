import PaperModel
import Testing

@testable import PDFLoading

@Suite struct SymbolFontTests {
    /// A page on which font S is Symbol.
    private func page(_ content: String) throws -> Page {
        let text = String(decoding: drawnPDF(content), as: UTF8.self)
            .replacing("/F 5 0 R >>", with: "/F 5 0 R /S << /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Symbol >> >>")
        return try loadPDF(Array(text.utf8)).first
    }

    @Test func aSignOfASymbolFontIsMarked() throws {
        let page = try page("BT /F 10 Tf 20 200 Td (The change was ) Tj /S 10 Tf (-) Tj /F 10 Tf (3,400 pounds) Tj ET")
        #expect(page.symbols.count == 1)
        #expect(page.symbols.map { page.text[$0] } == ["-"])
    }

    @Test func lettersAndOtherFontsAreNot() throws {
        let page = try page("BT /F 10 Tf 20 200 Td (It was -3,400 for ) Tj /S 10 Tf (abc) Tj ET")
        #expect(page.symbols.isEmpty)
    }

    @Test func codesOfThePrivateUseAreaAreReadAsTheFontShowsThem() {
        #expect(symbolSign(0xF02D) == "-")
        #expect(symbolSign(0xF035) == "5")
        #expect(symbolSign(0xF0B7) == nil)
        #expect(isPrivateUse(0xF0FF) && !isPrivateUse(0x2022))
    }

    @Test(arguments: [("ABCDEF+SymbolMT", true), ("Wingdings-Regular", true), ("ZapfDingbats", true), ("Arial-BoldMT", false), ("", false)])
    func fontsOfSymbolsAreToldByTheirName(name: String, isSymbolic: Bool) {
        #expect(Font(name: name, isBold: false, isItalic: false).isSymbolic == isSymbolic)
    }
}
