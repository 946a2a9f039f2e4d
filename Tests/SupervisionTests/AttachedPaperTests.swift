import Pipeline
import Testing

@testable import Supervision

@Suite struct AttachedPaperTests {
    @Test func aPathHasAHostAndAName() {
        #expect(AttachedPath("in/pack.pdf/plan.pdf") == AttachedPath(host: "in/pack.pdf", name: "plan.pdf"))
        #expect(AttachedPath("/plan.pdf") == nil)
        #expect(AttachedPath("plan.pdf") == nil)
        #expect(AttachedPath("in/") == nil)
        // A mark that combines with a slash leaves it one.
        #expect(AttachedPath("a/\u{301}b")?.host == "a")
        #expect(AttachedPath(host: "a.pdf", name: "b").text == "a.pdf/b")
    }

    /// A worker that a paper has taken over says what that likes.
    @Test func whatAWorkerSaysIsCutToWhatCanBe() {
        let names = ["a.pdf", "a.pdf", "", "../b.pdf", "c\0.pdf", "/\u{301}d.pdf", "e.pdf"]
        let papers = names.map { AttachedPaper(name: $0, document: "sha256:0", bytes: 1) }
        #expect(AttachedPaper.usable(papers).map(\.name) == ["a.pdf", "e.pdf"])
        #expect(AttachedPaper.usable((0..<2_000).map { AttachedPaper(name: "\($0)", document: "", bytes: 0) }).count == 50)
        #expect(AttachedPaper.list(AttachedPaper.text(papers)) == papers)
        #expect(AttachedPaper.text([]).isEmpty)
        #expect(AttachedPaper.list("damaged").isEmpty)
    }
}
