import Testing

@testable import EvidencePage

/// What a paper says never becomes markup.
@Suite struct MarkupTests {
    @Test func textIsEscaped() {
        #expect(
            Markup.text("<script>alert(1)</script> & 'a' \"b\"").html
                == "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#39;a&#39; &quot;b&quot;")
    }

    @Test func attributesAreEscaped() {
        let link = Markup.element(.a, [.set(.title, "\"><script>"), .cls("x")], ["y"])
        #expect(link.html == "<a title=\"&quot;&gt;&lt;script&gt;\" class=\"x\">y</a>")
    }

    @Test func whatSteersOtherTextIsShown() {
        #expect(Markup.text("a\u{202E}b\u{0}c").html == "a\u{FFFD}b\u{FFFD}c")
    }

    @Test func onlyAddressesOfTheWebLeadElsewhere() {
        #expect(ForeignAddress("javascript:alert(1)") == nil)
        #expect(ForeignAddress("data:text/html,x") == nil)
        #expect(ForeignAddress("https://southmere.example/a b") == nil)
        #expect(ForeignAddress("https://southmere.example/a.pdf#x", page: 3)?.text == "https://southmere.example/a.pdf#page=3")
    }

    @Test func addressesAreEncodedAndTakenApartAgain() {
        let address = Address(["results"], [("q", "£8.1m & \"more\" #1"), ("empty", "")])
        #expect(address.text == "/results?q=%C2%A38.1m%20%26%20%22more%22%20%231")
        let request = PageRequest(method: "GET", path: "/results", query: String(address.text.split(separator: "?")[1]))
        #expect(request.value("q") == "£8.1m & \"more\" #1")
        #expect(request.address == address)
    }

    @Test func anEndingAsksForAnotherForm() {
        let request = PageRequest(method: "GET", path: "/figure/ab/f1.csv", query: "q=a+b")
        #expect(request.path == ["figure", "ab", "f1"])
        #expect(request.form == "csv")
        #expect(request.value("q") == "a b")
    }
}
