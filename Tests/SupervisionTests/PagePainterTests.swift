import PaperModel
import Pipeline
import Supervision
import TestSupport
import Testing

/// Pages drawn by workers: what goes wrong costs the picture alone.
@Suite struct PagePainterTests {
    /// With patience that no honest page on a busy machine wears out.
    private let painter = PagePainter(worker: [Checkout.program, "worker", "--pictures", "--passed", "--memory", "1024"], seconds: 600)
    private let paper = Checkout.root + "/Corpus/cabinet-report/cabinet-report.pdf"

    @Test func aPageIsDrawnByTheProgramItself() throws {
        let picture = try painter.picture(of: paper, page: 1)
        let start = picture.form == "svg" ? Array("<?xml".utf8) : [0x89, 0x50, 0x4E, 0x47]
        let isPicture = picture.bytes.starts(with: start)
        #expect(isPicture)
        #expect(picture.page == 1)
        #expect(picture.document == PaperFile.digest(paper).map { "sha256:" + $0 })
    }

    @Test func aPartOfAPageIsDrawn() throws {
        let picture = try painter.picture(of: paper, page: 1, crop: [10, 20, 300, 40])
        #expect(picture.form == "png")
        #expect((picture.width, picture.height) == (3_000, 400))
    }

    @Test func theReasonIsTold() {
        #expect(throws: PagePainter.Problem.self) { try painter.picture(of: paper, page: 999) }
        #expect(throws: PagePainter.Problem.self) { try painter.picture(of: paper + "x", page: 1) }
        #expect(throws: PagePainter.Problem.self) {
            try painter.picture(of: Checkout.root + "/Corpus/council-page/council-page.html", page: 1)
        }
    }

    @Test(arguments: [["/bin/sleep", "600"], ["/bin/false"], ["/bin/cat"], ["/bin/cat", "/dev/zero"], ["/nowhere"]])
    func aWorkerThatGoesAstrayIsTakenDown(command: [String]) {
        #expect(throws: PagePainter.Problem.self) { try PagePainter(worker: command, seconds: 1).picture(of: paper, page: 1) }
    }

    @Test func aRequestTellsWhatIsToBeDrawn() throws {
        let request = try #require(WorkRequest(line: #"{"path":"a.pdf","draw":6,"crop":[1,2,3,4]}"#))
        #expect(request.draw == 6)
        #expect(request.crop == [1, 2, 3, 4])
        #expect(WorkRequest(line: String(decoding: request.line.dropLast(), as: UTF8.self))?.crop == [1, 2, 3, 4])
        #expect(WorkRequest(line: #"{"path":"a.pdf"}"#)?.draw == nil)
    }
}
