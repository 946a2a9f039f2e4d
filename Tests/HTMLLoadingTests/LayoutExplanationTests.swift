import HTMLLoading
import PaperModel
import Testing

@Suite("What is told of layouts")
struct LayoutExplanationTests {
    @Test(
        "a path is XPath 1.0 with functions that exist",
        arguments: [
            ("//div[@class='x']", true), ("//p[contains(concat(' ', @class, ' '), ' a ')] | //main", true), ("//h1/text()", true),
            ("//p[not(ancestor::div) and (position() = 1) or contains (., 'x')]", true), ("//a[starts-with(@href, 'f(x)')]", true),
            ("//div[@class=", false), ("//p[matches(., 'x')]", false), ("//p[ends-with(@id, 'x')]", false), ("", false),
            ("//p[$x]", false), ("//svg:a", false), ("//p[contains(@class)]", false), ("//p[not()]", false), ("//p[last( )]/@id", true),
            ("ancestor-or-self::div/child :: p", true), ("substring(//h1, 2, 3) ", true), ("concat('a:b', '$', //h1)", true),
            ("//p[. = ']']", true),
        ])
    func paths(path: String, isGood: Bool) {
        #expect(isXPath(path) == isGood)
    }

    @Test("each layout that was tried says what it lacks, the one that is used what its paths select")
    func explanation() throws {
        var other = PageLayout(id: "other")
        other.recognise = ["//body", "//table[@id='items']"]
        var site = PageLayout(id: "site")
        site.recognise = ["//div[@id='site']"]
        site.content = ["//div[@id='site']"]
        site.roles = [.init(role: .itemTitle, paths: ["//h3", "//h4"])]
        site.metadata = [.init(field: .committee, paths: ["//h1/@title"])]
        let page = "<html><body><div id=site><h1 title='Harbour Board'>x</h1><h3>One</h3><h3>Two</h3></div></body></html>"
        let found = try explainLayouts(Array(page.utf8), layouts: [other, site, PageLayout(id: "any")], limits: LoadLimits())
        #expect(found.map(\.layout) == ["other", "site"])
        #expect(found.map(\.missing) == ["//table[@id='items']", nil])
        #expect(
            found.last?.parts.map { "\($0.key) \($0.count) \($0.path)" } == [
                "content 1 //div[@id='site']", "roles itemTitle 2 //h3", "roles itemTitle 0 //h4", "metadata committee 1 //h1/@title",
            ])
    }
}
