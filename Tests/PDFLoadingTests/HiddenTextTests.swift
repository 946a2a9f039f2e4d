import PDFLoading
import PaperModel
import Testing

/// What a page shows and what it doesn't, drawn as files do. At 10 pt Helvetica "The cost was " takes 60 pt, a digit 5.56.
@Suite struct HiddenTextTests {
    @Test func textUnderAPointAndAHalfIsTiny() throws {
        let paper = try loadPDF(
            drawnPDF(
                "BT /F 10 Tf 20 200 Td (Award 485,000) Tj ET BT /F 0.4 Tf 20 180 Td (cut to 1 by order) Tj ET BT /F 4 Tf 20 160 Td (small print) Tj ET"
            )
        )
        #expect(paper.hidden(.tiny) == ["cut to 1 by order"])
        #expect(paper.codes == [.tinyText])
    }

    @Test(arguments: [
        "0 g 80 195 46 13 re f BT /F 10 Tf 20 200 Td (The cost was ) Tj (1,234,500) Tj ( in all) Tj ET",
        "0.01 g 20 196 m 20 196 m 80 201 m 126 201 l 13 w 0 G S 0 g BT /F 10 Tf 20 200 Td (The cost was ) Tj (1,234,500) Tj ( in all) Tj ET",
        "BT /F 10 Tf 20 200 Td (The cost was ) Tj 1 g (1,234,500) Tj 0 g ( in all) Tj ET",
        "0 0 1 rg 0 100 400 200 re f 1 g BT /F 10 Tf 20 200 Td (The cost was ) Tj 0 0 1 rg (1,234,500) Tj 1 g ( in all) Tj ET",
    ])
    func textInTheColourOfItsGroundIsHidden(content: String) throws {
        let paper = try loadPDF(drawnPDF(content))
        #expect(paper.hidden(.sameColour) == ["1,234,500"])
        #expect(paper.first.text.string == "The cost was 1,234,500 in all")
        #expect(paper.codes == [.sameColour])
    }

    @Test(arguments: [
        // White on a dark box, on a rounded one, on a picture, on the strips of a gradient; black beside a box and outlined white.
        "0 0 0.5 rg 10 190 200 30 re f 1 g", "0 0 0.5 rg 10 190 m 200 190 l 210 200 210 200 210 220 c 10 220 l f 1 g",
        "q 300 0 0 40 10 190 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q 1 g",
        "0.3 g 10 190 300 2 re f 0.3 g 10 192 300 2 re f 10 194 300 2 re f 10 196 300 2 re f 10 198 300 2 re f 10 200 300 2 re f 10 202 300 2 re f 10 204 300 4 re f 1 g",
        "0 g 10 150 200 30 re f", "1 g 0 G 2 Tr",
    ])
    func textThatStandsOutIsNot(ground: String) throws {
        let paper = try loadPDF(drawnPDF("\(ground) BT /F 10 Tf 20 200 Td (The cost was 1,234,500) Tj ET"))
        #expect(paper.first.hidden.isEmpty)
        #expect(paper.codes.isEmpty)
    }

    @Test func textWithoutOpacityHasNoInk() throws {
        let bytes = drawnPDF("/N gs BT /F 10 Tf 20 200 Td (The cost was 5) Tj ET")
        let text = String(decoding: bytes, as: UTF8.self).replacing("/Resources <<", with: "/Resources << /ExtGState << /N << /ca 0 >> >>")
        #expect(try loadPDF(Array(text.utf8)).hidden(.invisible) == ["The cost was 5"])
    }

    @Test(arguments: ["0.8 w 80 203.2 m 124 203.2 l S", "80 202.8 44 0.7 re f"]) func aLineThroughTextStrikesIt(line: String) throws {
        let paper = try loadPDF(drawnPDF("BT /F 10 Tf 20 200 Td (The cost was ) Tj (1,234,500) Tj ( 1,300,000 in all) Tj ET \(line)"))
        #expect(paper.struck == ["1,234,500"])
        #expect(paper.first.hidden.isEmpty)
    }

    @Test(arguments: [
        ("0.6 w 20 198.8 m 78 198.8 l S", true), ("0.6 w 0 198.8 m 400 198.8 l S", false), ("0.6 w 20 190 m 78 190 l S", false),
    ])
    func aLineCloseBelowTheWordsUnderlinesThem(line: String, isUnderlined: Bool) throws {
        let paper = try loadPDF(drawnPDF("BT /F 10 Tf 20 200 Td (Who is to pay) Tj ET \(line)"))
        #expect(paper.first.blocks.first?.style.isUnderlined == isUnderlined)
        #expect(paper.struck.isEmpty)
    }

    @Test(arguments: [
        // An underline, the rule of a cell with lines at its sides, a line across the page, a line beside the words, the bar of a fraction.
        "80 198.8 44 0.7 re f", "0.5 w 80 203 m 124 203 l S 80 180 m 80 220 l S 124 180 m 124 220 l S", "0.5 w 0 203 m 400 203 l S",
        "0.5 w 200 203 m 260 203 l S", "0.5 w 80 212 m 124 212 l S", "80 196 44 2.9 re f",
    ])
    func otherLinesDoNot(lines: String) throws {
        let paper = try loadPDF(drawnPDF("BT /F 10 Tf 20 200 Td (The cost was ) Tj (1,234,500) Tj ( in all) Tj ET \(lines)"))
        #expect(paper.struck.isEmpty)
    }

    @Test(arguments: [(100, 100, Notice.Code.noText), (390, 290, .noText), (30, 30, nil)] as [(Int, Int, Notice.Code?)])
    func aPageThatIsAPictureHasNoText(width: Int, height: Int, code: Notice.Code?) throws {
        let paper = try loadPDF(drawnPDF("q \(width) 0 0 \(height) 5 5 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q"))
        #expect(paper.codes == (code.map { [$0] } ?? []))
    }

    @Test func aLargePictureBesideLittleTextIsSaid() throws {
        let picture = "q 300 0 0 150 5 5 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q"
        let title = try loadPDF(drawnPDF("\(picture) BT /F 10 Tf 20 280 Td (Spending by scheme is set out below) Tj ET"))
        #expect(title.codes == [.largePicture])
        let sentence = "(The council spent more than planned on roads, schools and care in this year than in any before.) Tj 0 -12 Td "
        let text = try loadPDF(drawnPDF("\(picture) BT /F 8 Tf 20 280 Td \(String(repeating: sentence, count: 3)) ET"))
        #expect(text.codes.isEmpty)
        let scan = try loadPDF(drawnPDF("q 400 0 0 300 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q BT /F 8 Tf 20 280 Td (Page 4) Tj ET"))
        #expect(scan.codes == [.noText])
    }

    @Test func anXFAFormIsSaid() throws {
        let page = "BT /F 10 Tf 20 200 Td (Please wait...) Tj ET"
        #expect(try loadPDF(drawnPDF(page, catalog: "/AcroForm << /Fields [] /XFA 5 0 R >>")).codes == [.xfaForm])
        #expect(try loadPDF(drawnPDF(page, catalog: "/AcroForm << /Fields [5 0 R] /XFA 5 0 R >>")).codes.isEmpty)
        #expect(try loadPDF(drawnPDF(page, catalog: "/AcroForm << /Fields [] >>")).codes.isEmpty)
    }

    @Test func wordsWithoutSpacesAreSaid() throws {
        let line = "(Thecouncilspentmorethanplannedonroads) Tj 0 -12 Td "
        let paper = try loadPDF(drawnPDF("BT /F 8 Tf 20 280 Td \(String(repeating: line, count: 3)) ET"))
        #expect(paper.codes == [.joinedWords])
    }
}
