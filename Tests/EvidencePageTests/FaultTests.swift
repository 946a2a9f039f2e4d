import Foundation
import Pipeline
import Supervision
import Synchronization
import TestSupport
import Testing
import Tracing

@testable import EvidencePage
@testable import RecordIndex

/// A fault of the folder or its index is shown as one: "nothing found" is an answer that somebody may print.
@Suite struct FaultTests {
    private final class Log: Sendable {
        private let kept = Mutex<[String]>([])
        var lines: [String] { kept.withLock { $0 } }
        func add(_ line: String) { kept.withLock { $0.append(line) } }
    }

    private struct Broken: Error, CustomStringConvertible { var description: String { "the disk gave up" } }

    /// A folder of made-up papers that was handed on as its published files, with `change` done to its index once that is open.
    private func withFolder(
        _ papers: [MadePaper] = MadePapers.all, openIndex: (@Sendable (String) throws -> RecordIndex)? = nil,
        breaking statement: String? = nil, _ body: (EvidenceFolder, String, Log) throws -> Void
    ) throws {
        try Checkout.withTemporaryFolder { path in
            try MadePapers.publish(papers, in: path)
            let index = path + "/index.sqlite"
            let log = Log()
            let folder = try EvidenceFolder(
                path: path, painter: PagePainter(worker: ["/bin/false"]),
                reader: EvidenceFolder.ClaimReader(claim: { text, _ in Claim(text, figures: []) }, query: { text, _ in SearchQuery(text) }),
                waiting: 600, log: { log.add($0) },
                openIndex: {
                    if let openIndex { return try openIndex(index) }
                    let sources = papers.map { paper in RecordIndex.Source(path: paper.name, stamp: "1") { Array(paper.lines.utf8) } }
                    let opened = try RecordIndex.update(path: index, sources: sources).index
                    if let statement { try opened.file.write { try $0.runAll(statement) } }
                    return opened
                })
            try body(folder, path, log)
        }
    }

    private func reply(_ path: String, _ query: String = "", of folder: EvidenceFolder) -> (status: Int, text: String) {
        let reply = Site(folder).reply(to: PageRequest(method: "GET", path: path, query: query), token: "t")
        return (reply.status, String(decoding: reply.bytes, as: UTF8.self))
    }

    private static let views = [
        ("/", ""), ("/results", "q=transport"), ("/results.csv", "q=transport"), ("/results", "sense=cost"),
        ("/trace", "claim=transport+for+children+at+Norbury+8.1m"), ("/trace", "claim=" + MadePapers.all[0].document + "%23f1"),
        ("/papers", ""), ("/meeting", "date=2025-01-30"), ("/failures", ""), ("/review", "seed=1"),
    ]

    @Test(arguments: views) func aViewOfAWholeIndexIsShown(path: String, query: String) throws {
        try withFolder { folder, _, log in
            #expect(reply(path, query, of: folder).status == 200)
            #expect(log.lines.isEmpty)
        }
    }

    @Test(arguments: views) func aFaultOfTheIndexIsNoEmptyAnswer(path: String, query: String) throws {
        // Every view needs one of these tables.
        try withFolder(breaking: "DROP TABLE figures; DROP TABLE papers; DROP TABLE passages_fts") { folder, root, log in
            let answer = reply(path, query, of: folder)
            #expect(answer.status == 500)
            #expect(answer.text.contains("scrutineer index \(root) --rebuild"), "what to do")
            #expect(log.lines.contains { $0.contains(root) && $0.contains("damaged") })
        }
    }

    @Test func aFigureIsShownThoughItsIndexIsBroken() throws {
        try withFolder(breaking: "DROP TABLE passages") { folder, _, log in
            let answer = reply("/figure/\(MadePapers.all[0].document.dropFirst(7))/f1", of: folder)
            #expect(answer.status == 500)
            #expect(answer.text.contains("A pressure of <mark>£8.1m</mark>") || answer.text.contains("£8.1m"))
            #expect(answer.text.contains("Where else it stands can’t be told"))
            #expect(log.lines.count == 1)
        }
    }

    @Test func anIndexThatCannotBeMadeIsSaid() throws {
        try withFolder(openIndex: { _ in throw Broken() }) { folder, root, log in
            for path in ["/", "/results", "/papers"] {
                let answer = reply(path, "q=transport", of: folder)
                #expect(answer.status == 500)
                #expect(answer.text.contains("The disk gave up. See to it that \(root)"))
            }
            #expect(log.lines.first == "\(root): the disk gave up")
        }
    }

    @Test func aRecordThatCannotBeReadIsAFault() throws {
        try withFolder { folder, root, log in
            let figures = root + "/figures.jsonl"
            let text = try String(contentsOfFile: figures, encoding: .utf8)
            // As long as before, so that the files seem to be what they were.
            try Data(text.replacing("\"rule\"", with: "\"rulx\"").utf8).write(to: URL(filePath: figures))
            let answer = reply("/paper/\(MadePapers.all[0].document.dropFirst(7))", of: folder)
            #expect(answer.status == 500)
            #expect(answer.text.contains("record 4 of monitoring.pdf can’t be read") || answer.text.contains("ecord 4 of monitoring.pdf"))
            #expect(log.lines.count == 1)
        }
    }

    @Test func aPaperThatIsNotThereIsNoFault() throws {
        try withFolder { folder, _, log in
            #expect(reply("/paper/" + String(repeating: "0", count: 64), of: folder).status == 404)
            #expect(log.lines.isEmpty)
        }
    }

    @Test func aJudgementThatCannotBeWrittenIsSaid() throws {
        try withFolder { folder, root, log in
            let id = MadePapers.all[0].document + "#f1"
            var request = PageRequest(method: "POST", path: "/review", query: "")
            request.fields = [("id", id), ("answer", "right"), ("reviewer", "me"), ("next", "/review")]
            #expect(Site(folder).reply(to: request, token: "t").status == 303)
            #expect(try folder.reviews.marks().marks.map(\.id) == [id])
            try FileManager.default.removeItem(atPath: root + "/review.jsonl")
            try FileManager.default.createDirectory(atPath: root + "/review.jsonl", withIntermediateDirectories: false)
            let reply = Site(folder).reply(to: request, token: "t")
            #expect(reply.status == 500)
            #expect(String(decoding: reply.bytes, as: UTF8.self).contains("eview.jsonl can't be written"))
            #expect(self.reply("/review", of: folder).status == 500)
            #expect(log.lines.count == 2)
        }
    }

    @Test func linesOfJudgementsThatAreCutAreCounted() throws {
        try withFolder { folder, root, _ in
            try Data("{\"answer\":\"right\"\n".utf8).write(to: URL(filePath: root + "/review.jsonl"))
            #expect(try folder.reviews.marks().unread == 1)
            #expect(reply("/review", of: folder).text.contains("1 line of review.jsonl can’t be read"))
        }
    }

    @Test func aFileOfEvidenceIsNotWrittenWithoutAnIndex() throws {
        try withFolder(openIndex: { _ in throw Broken() }) { folder, _, _ in
            #expect(throws: Broken.self) { _ = try StandaloneEvidence(folder).figures(of: "transport cost £8.1m") }
        }
        try withFolder(breaking: "DROP TABLE passages_fts") { folder, _, _ in
            #expect(throws: IndexProblem.self) { _ = try StandaloneEvidence(folder).figures(of: "transport at Norbury") }
        }
    }
}
