import PaperModel
import Testing

@testable import HTMLLoading

@Suite("Encodings")
struct EncodingTests {
    private func text(_ bytes: [UInt8], header: String? = nil) throws -> (text: String, notices: [Notice.Code]) {
        let paper = try loadHTML(bytes, declaredEncoding: header, layouts: [], limits: LoadLimits())
        return (paper.text, paper.notices.map(\.code))
    }

    @Test("byte order marks win over everything")
    func marks() throws {
        let wide = "<p>£8.1m 😀</p>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try text([0xFF, 0xFE] + wide, header: "utf-8") == ("£8.1m 😀", []))
        #expect(try text(wide) == ("£8.1m 😀", []))
        #expect(try text([0xEF, 0xBB, 0xBF] + Array("<meta charset=windows-1252><p>£</p>".utf8)) == ("£", []))
    }

    @Test("the header wins over the page's declaration, that over the guess")
    func order() throws {
        let pound: [UInt8] = Array("<p>".utf8) + [0xA4, 0x93]
        let declared =
            Array("<!-- <meta charset=utf-8> --><META http-equiv=content-type content='text/html; charset=iso-8859-15'>".utf8) + pound
        #expect(try text(declared).text == "€“")
        #expect(try text(declared, header: "text/html; charset=windows-1252").text == "¤“")
        #expect(try text(pound) == ("¤“", []))
        #expect(try text(Array("<p>£–</p>".utf8)) == ("£–", []))
    }

    @Test("a byte that strays into UTF-8 is read as Windows-1252, with a notice")
    func strayBytes() throws {
        let bytes = Array("<meta charset=utf-8><p>é ".utf8) + [0xA3] + Array("5 ".utf8) + [0xE2, 0x80] + Array("</p>".utf8)
        let result = try text(bytes)
        #expect(result.text == "é £5 â€")
        #expect(result.notices == [.badEncoding])
    }

    @Test("NUL and other controls never reach the text; unknown labels get a notice")
    func controls() throws {
        #expect(try text(Array("<p>a\0b\u{1}c\u{7F}d</p>".utf8)) == ("abcd", []))
        #expect(try text(Array("<meta charset=klingon><p>a</p>".utf8)) == ("a", [.badEncoding]))
    }

    @Test(
        "dates as councils print them",
        arguments: [
            ("Cabinet - Thursday 15 January 2026 7:30 pm", "2026-01-15", "Cabinet - "),
            ("Friday, 27th March, 2026 1.00 pm", "2026-03-27", ""),
            ("the 8th of Sept 2021", "2021-09-08", "the "), ("March 3, 2024", "2024-03-03", ""), ("05/04/2023", "2023-04-05", ""),
            ("2026-02-28T10:00", "2026-02-28", ""),
        ])
    func dates(text: String, day: String, before: String) throws {
        let found = try #require(Day.printed(in: text))
        #expect(found.day.description == day)
        #expect(found.before == before)
    }

    @Test("what is no date", arguments: ["30 February 2024", "Item 12 of 2024", "Marching 3 2024", "31/31/2020", "15 January", ""])
    func noDates(text: String) {
        #expect(Day.printed(in: text) == nil)
    }

    @Test(
        "addresses",
        arguments: [
            ("../b/./c.pdf?x=..", "https://c.example/a/d/e.aspx?i=1", "https://c.example/a/b/c.pdf?x=.."),
            ("/x", "https://c.example/a/", "https://c.example/x"),
            ("//d.example/y", "https://c.example/a", "https://d.example/y"),
            ("?Id=2", "https://c.example/a/b?Id=1", "https://c.example/a/b?Id=2"),
            ("mailto:a@b.example", "https://c.example/", "mailto:a@b.example"),
            ("../../../z", "https://c.example/a", "https://c.example/z"), ("x.pdf", "/rel", "x.pdf"),
        ])
    func addresses(reference: String, base: String, expected: String) {
        #expect(WebAddress.resolve(reference, against: base) == expected)
    }
}
