import Pipeline
import Records
import RuleEngine
import Supervision
import TestSupport
import Testing

/// A folder that somebody looks at for hours.
@Suite struct WatchedPapersTests {
    private func run(_ inputs: [String], into folder: String) throws {
        let rules = try Checkout.ruleBook.get()
        let settings = RunSettings(
            worker: [Checkout.program, "worker", "--memory", "1024", "--rules", Checkout.rules], workers: 1,
            provenance: Provenance(rules: rules.hash, version: Program.version))
        _ = try Run(settings: settings).run(Inputs(inputs), into: folder).summary
    }

    private let first = Checkout.root + "/Corpus/cabinet-report/cabinet-report.pdf"
    private let second = Checkout.root + "/Corpus/leaflet/leaflet.pdf"

    @Test func theRecordsOfAPaperAreThoseOfTheFolder() throws {
        try Checkout.withTemporaryFolder { folder in
            try run([first, second], into: folder)
            let watched = try WatchedPapers(folder: folder)
            #expect(try watched.papers().map(\.report.path) == [first, second])
            #expect(!watched.isBusy)
            let document = try #require(try watched.papers().first?.document)
            let paper = try #require(try watched.paper(document))
            let lines = String(decoding: try watched.lines(of: paper), as: UTF8.self).split(separator: "\n")
            #expect(lines.first?.hasPrefix(#"{"type":"document","#) == true)
            #expect(lines.count { $0.hasPrefix(#"{"type":"figure","#) } == paper.report.figures)
            #expect(try watched.paper("sha256:0") == nil)
        }
    }

    @Test func whoWatchesKeepsNoRunOut() throws {
        try Checkout.withTemporaryFolder { folder in
            try run([first], into: folder)
            let watched = try WatchedPapers(folder: folder)
            #expect(try watched.papers().count == 1)
            try run([first, second], into: folder)
            #expect(watched.path == folder)
        }
    }

    @Test func aFolderWithoutARunIsRefused() throws {
        try Checkout.withTemporaryFolder { folder -> Void in
            #expect(throws: HostError.self) { _ = try WatchedPapers(folder: folder) }
        }
    }
}
