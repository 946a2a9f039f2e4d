import HTMLLoading
import PaperModel
import Testing

@Suite("Blocks")
struct BlockTests {
    @Test("headings have their level, also those that only say so")
    func headings() throws {
        let paper = try read("<h1>Cabinet</h1><div role=heading aria-level=3>Costs</div><div role=heading>Staff</div><p>Text")
        #expect(paper.blocks.map(\.kind) == [.heading(level: 1), .heading(level: 3), .heading(level: 2), .paragraph])
    }

    @Test("list items carry the label that a browser prints")
    func lists() throws {
        let paper = try read(
            """
            <ol start=3><li>Third<ol type=a><li>First<li>Second</ol><li value=9>Ninth</ol>
            <ol type=I reversed><li>Two<li>One</ol><ul><li>Dot<ul style="list-style: none"><li>Bare</ul></ul>
            """)
        #expect(paper.text == "3. Third\na. First\nb. Second\n9. Ninth\nII. Two\nI. One\n• Dot\nBare")
        #expect(paper.blocks.map { paper.label($0) } == ["3.", "a.", "b.", "9.", "II.", "I.", "•", nil])
        #expect(paper.blocks.map(\.depth) == [0, 1, 1, 0, 0, 0, 0, 1])
        #expect(paper.blocks.allSatisfy { $0.kind == .listItem })
    }

    @Test("numbers past what any list has are not taken", arguments: [Int.min, Int.max, -1_000_001])
    func endlessNumbers(start: Int) throws {
        let paper = try read("<ol start=\(start)><li>First<li value=\(start)>Second</ol>")
        #expect(paper.text == "1. First\n2. Second")
    }

    @Test("the paragraphs of an item after its first have no label; an item outside lists has a bullet")
    func itemParagraphs() throws {
        let paper = try read("<ol><li><p>One</p><p>More</p></li></ol><li>Stray</li>")
        #expect(paper.blocks.map(paper.words) == ["1. One", "More", "• Stray"])
        #expect(paper.blocks.map(\.kind) == [.listItem, .paragraph, .listItem])
    }

    @Test(
        "lists that Word wrote as paragraphs",
        arguments: [
            ("<p>·&nbsp;&nbsp;&nbsp; a saving</p>", "·", true), ("<p>a)&nbsp; be noted</p>", "a)", false),
            ("<p>(iv) be agreed</p>", "(iv)", false),
            ("<p>2.1 The council</p>", "2.1", false), ("<p>12. Any other business</p>", "12.", false),
        ])
    func printedLabels(html: String, label: String, isItem: Bool) throws {
        let paper = try read(html)
        let block = try #require(paper.blocks.first)
        #expect(paper.label(block) == label)
        #expect((block.kind == .listItem) == isItem)
    }

    @Test(
        "numbers that begin a sentence are no labels",
        arguments: [
            "<p>1.5 social work posts</p>", "<p>2024 was a good year</p>", "<p>£2.1 million</p>", "<h3>25 August 2026</h3>",
            "<p>25 staff left</p>",
            "<p>* subject to call-in</p>",
        ])
    func noLabels(html: String) throws {
        let paper = try read(html)
        #expect(paper.blocks.allSatisfy { $0.label == nil })
    }

    @Test("bold is noted by element and by style, joined over the gaps between words")
    func bold() throws {
        let paper = try read(
            "<p><b>RESOLVED</b> <strong>that</strong> it <span style='font-weight:700'>be</span> noted</p><h2>All <i style='font-weight:normal'>not</i></h2>"
        )
        let page = try #require(paper.pages.first)
        #expect(page.bold.map { page.text[$0] } == ["RESOLVED that", "be", "All"])
        #expect(paper.blocks.map(\.style.isBold) == [true, false])
    }

    @Test("links keep their target, resolved only where the page says against what")
    func links() throws {
        let html = "<p><a href=' documents/s1/A b.pdf '>Report <span>A</span></a> <a href='#top'>top</a> <a href='javascript:x()'>x</a></p>"
        #expect(try read(html).pages.first?.links.map(\.url) == ["documents/s1/A b.pdf"])
        let based = try read("<head><link rel=canonical href='https://c.example/m/ie.aspx?Id=3'></head>" + html)
        #expect(based.pages.first?.links.map(\.url) == ["https://c.example/m/documents/s1/A b.pdf"])
        #expect(based.pages.first?.links.map { based.pages[0].text[$0.range] } == ["Report A"])
        #expect(based.metadata.url == "https://c.example/m/ie.aspx?Id=3")
    }

    @Test(arguments: ["Wendle Parish Council Minutes for Tuesday", "/minutes/3", "https://", "javascript:x"])
    func whatIsNoAddressIsNotWhereAPageLives(written: String) throws {
        let head = "<head><link rel=canonical href='\(written)'><meta property='og:url' content='\(written)'></head>"
        #expect(try read(head + "<p>Minutes</p>").metadata.url == nil)
    }
}
