import Records
import Testing

@testable import Supervision

@Suite struct PathsBelowTests {
    private func paths(_ texts: [String]) -> PathsBelow { PathsBelow(texts.map { PathText($0) }) }

    @Test func whatLiesBelowAFolderIsCounted() {
        let below = paths(["a/x.pdf", "a/b/y.pdf", "a-b/z.pdf", "a.pdf", "a/b", "/w.pdf"])
        #expect(below.count(below: PathText("a")) == 3)
        #expect(below.count(below: PathText("a/")) == 3)
        #expect(below.count(below: PathText("a/b")) == 1)
        #expect(below.count(below: PathText("c")) == 0)
        #expect(below.count(below: PathText("/")) == 1)
    }

    @Test(arguments: [("a", true), ("a/x/y.pdf", true), ("a-c/x.pdf", false), ("b/c/x.pdf", true), ("b/d.pdf", false), ("a.pdf", false)])
    func aFolderAboveIsFound(path: String, isHeld: Bool) {
        #expect(paths(["a", "a-b", "a/c", "b/c"]).topmost.holdFolder(of: PathText(path)) == isHeld)
    }

    @Test func aPathOfManyFoldersCostsNoMore() {
        let long = String(repeating: "a/", count: 500_000)
        #expect(paths([long + "x.pdf"]).count(below: PathText("a")) == 1)
    }
}
