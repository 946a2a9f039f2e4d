import Foundation
import HTMLLoading
import PaperModel
import RuleEngine
import TestSupport
import Testing

@Suite("Places")
struct PlaceTests {
    private static let page = """
        <html><body><div>a</div><div><p>one</p><p>two <b>three</b> four</p><p><span><i>five</i></span></p></div>
        <table><tr><th>h<th>k<tr><td>1<td>2</table></body></html>
        """

    @Test("a range leads to the innermost element that holds it")
    func innermost() throws {
        let paper = try read(PlaceTests.page)
        func path(of words: String) throws -> Evidence? {
            let text = paper.text.unicodeScalars
            let start = try #require(paper.text.range(of: words)).lowerBound
            let offset = text.distance(from: text.startIndex, to: start)
            return paper.evidence(for: Span(page: 1, range: TextRange(offset, offset + words.unicodeScalars.count)))
        }
        #expect(try path(of: "three") == .path("/html/body/div[2]/p[2]/b"))
        #expect(try path(of: "two three") == .path("/html/body/div[2]/p[2]"))
        #expect(try path(of: "one\ntwo") == .path("/html/body/div[2]"))
        #expect(try path(of: "five") == .path("/html/body/div[2]/p[3]/span/i"))
        #expect(try path(of: "2") == .path("/html/body/table/tr[2]/td[2]"))
    }

    @Test("ranges lie in the text, blocks follow one another, places nest, a second reading is the same")
    func properties() throws {
        try check([("the page of this test", Array(PlaceTests.page.utf8))])
        try check(PlaceTests.pages(CorpusPaper.all.map(\.path)))
    }

    @Test(
        "the same holds for real and hostile pages", .enabled(if: Checkout.sharedData("pages") != nil, "needs ../shared/data"),
        arguments: ["pages", "seeds", "hostile"])
    func propertiesOfOthers(folder: String) throws {
        let path = try #require(Checkout.sharedData(folder))
        try check(PlaceTests.pages(FileManager.default.contentsOfDirectory(atPath: path).sorted().map { path + "/" + $0 }))
    }

    /// The web pages among files.
    private static func pages(_ paths: [String]) -> [(name: String, bytes: [UInt8])] {
        let pages = paths.filter { $0.hasSuffix(".html") || $0.hasSuffix(".htm") }
        return pages.compactMap { path in Checkout.bytes(of: path).map { (path, $0) } }
    }

    private func check(_ pages: [(name: String, bytes: [UInt8])]) throws {
        #expect(!pages.isEmpty)
        let layouts = try Checkout.ruleBook.get().layouts
        for (name, bytes) in pages {
            let paper = try loadHTML(bytes, layouts: layouts, limits: LoadLimits())
            #expect(try loadHTML(bytes, layouts: layouts, limits: LoadLimits()) == paper, "\(name)")
            let page = try #require(paper.pages.first)
            let whole = TextRange(0, page.text.count)
            #expect(page.blocks.allSatisfy { whole.contains($0.range) && !$0.range.isEmpty }, "\(name)")
            #expect(zip(page.blocks, page.blocks.dropFirst()).allSatisfy { $0.range.end <= $1.range.start }, "\(name)")
            #expect(page.blocks.allSatisfy { block in block.label.map(block.range.contains) ?? true }, "\(name)")
            #expect((page.bold + page.links.map(\.range)).allSatisfy(whole.contains), "\(name)")
            #expect(paper.tables.flatMap(\.cells).allSatisfy { whole.contains($0.range) }, "\(name)")
            #expect(page.text.scalars.allSatisfy { $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control }, "\(name)")
            guard case .elements(let places) = page.places else {
                Issue.record("\(name) has no element places")
                continue
            }
            #expect(zip(places, places.dropFirst()).allSatisfy { isInOrder($0.range, $1.range) }, "\(name)")
        }
    }

    /// Whether the second starts no earlier, and lies inside the first or after it.
    private func isInOrder(_ first: TextRange, _ second: TextRange) -> Bool {
        first.start <= second.start && first != second && (first.contains(second) || first.end <= second.start)
    }

    @Test("every word of a page stands in a block")
    func covered() throws {
        let paper = try read(PlaceTests.page)
        var rest = Set(paper.text.unicodeScalars.indices.enumerated().map(\.offset))
        for block in paper.blocks { rest.subtract(block.range.offsets) }
        let text = Array(paper.text.unicodeScalars)
        #expect(rest.allSatisfy { text[$0] == "\n" })
    }
}
