import HTMLLoading
import PaperModel
import TestSupport
import Testing

@Suite("Hostile pages")
struct HostileTests {
    private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    @Test("nesting past the limit is flattened and its words kept")
    func flattened() throws {
        let paper = try read(repeated("<div>", 5_000) + "£5" + repeated("</div>", 5_000) + "<p>after</p>")
        #expect(paper.text == "£5\nafter")
        #expect(paper.notices.map(\.code) == [.repaired])
    }

    @Test("a hundred thousand levels are cut, with a notice")
    func deep() throws {
        let paper = try read("<p>before</p>" + repeated("<b>", 100_000) + "x")
        #expect(paper.text == "before")
        #expect(paper.notices.map(\.code).contains(.pageTooDense))
    }

    @Test(
        "pages of one thing only end, each with its limit",
        arguments: ["<div>", "<p>a", "<td>1", "<a href=x>l</a> ", "<ul><li>", "<!--", "<", "&amp;", "<form>", "</p>"])
    func floods(_ text: String) throws {
        let paper = try read(repeated(text, 20_000))
        #expect(paper.pageCount == 1)
    }

    @Test("megabytes of opening tags")
    func openingTags() throws {
        let paper = try read(repeated("<div>", 1_000_000))
        #expect(paper.notices.map(\.code).contains(.pageTooDense))
    }

    @Test("one attribute longer than the parser takes, and the text after it")
    func longAttribute() throws {
        #expect(try read("<p title='" + repeated("a", 11_000_000) + "'>x</p><p>after</p>").text == "x\nafter")
    }

    @Test("twenty thousand attributes of one tag; scripts and comments that look like one don't hide what follows")
    func manyAttributes() throws {
        let attributes = (1...20_000).map { "a\($0)=\($0)" }.joined(separator: " ")
        let paper = try read(
            "<script>if (a <b \(attributes) ) {}</script><!-- <p \(attributes) --><p class=x \(attributes)>kept</p><p>after</p>")
        #expect(paper.text == "kept\nafter")
        #expect(paper.notices.map(\.code) == [.repaired])
    }

    @Test("text past what the parser takes in one element is cut, with a notice")
    func longText() throws {
        #expect(try read("<p>" + repeated("word ", 2_200_000)).notices.map(\.code) == [.pageTooDense])
    }

    @Test("a path that costs too much on a page is stopped, with one notice")
    func costlyPath() throws {
        var layout = PageLayout(id: "costly")
        layout.leaveOut = ["//p[count(preceding::p[count(preceding::p) > 5]) > 10]", "//b"]
        let paper = try read(repeated("<p>x</p>", 3_000), layouts: [layout])
        #expect(paper.notices.map(\.code) == [.ruleLimit])
        #expect(paper.blocks.count == 3_000)
    }

    @Test("no bytes, and more than the limit, are failures")
    func limits() {
        #expect(throws: PaperFailure.self) { try read("") }
        #expect { try read("<p>long page</p>", limits: LoadLimits(bytes: 8)) } throws: { ($0 as? PaperFailure)?.code == .tooLarge }
    }
}
