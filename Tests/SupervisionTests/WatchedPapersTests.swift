import Foundation
import Glibc
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
            worker: [Checkout.program, "worker", "--passed", "--memory", "1024", "--rules", Checkout.rules], workers: 1,
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

    @Test func theFilesForUsersAloneAreEnough() throws {
        try Checkout.withTemporaryFolder { folder in
            try run([first, second, folder + "/nowhere.pdf"], into: folder)
            let kept = try FolderRecords(folder: folder)
            try Checkout.withTemporaryFolder { other in
                for kind in Record.Kind.allCases {
                    try FileManager.default.copyItem(atPath: "\(folder)/\(kind.fileName)", toPath: "\(other)/\(kind.fileName)")
                }
                let watched = try WatchedPapers(folder: other)
                let papers = try watched.papers()
                #expect(papers.map(\.report.path) == kept.papers.map(\.report.path).sorted())
                #expect(papers.map(\.report.outcome).sorted() == ["complete", "complete", "failure"])
                #expect(!watched.isBusy)
                for paper in kept.papers where paper.report.outcome == "complete" {
                    let document = try #require(paper.document)
                    let own = try #require(try watched.paper(document))
                    #expect((own.report.pages, own.report.figures) == (paper.report.pages, paper.report.figures))
                    #expect((own.unreadNumbers, own.doubts) == (paper.unreadNumbers, paper.doubts))
                    let lines = { (bytes: [UInt8]) in
                        bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }.sorted { $0.lexicographicallyPrecedes($1) }
                    }
                    #expect(try lines(watched.lines(of: own)) == lines(kept.lines(of: paper)))
                }
            }
        }
    }

    /// Text at the end of one of the published files, and what is said of it; nil where it hides nothing.
    @Test(
        arguments: [
            ("figures", "no record\n", "is no figure record"),
            ("figures", #"{"type": "figure", "id": "a"}"# + "\n", "is no figure record"),
            ("figures", #"{"type":"figure","id":"a"#, "has no end"),
            ("documents", #"{"type":"document","id":"x"}"# + "\n", "is no record"),
            ("documents", "\n", nil),
        ] as [(String, String, String?)])
    func noRecordIsLeftOutInSilence(name: String, text: String, said: String?) throws {
        try Checkout.withTemporaryFolder { folder in
            let paper = MadePapers.all[0]
            try MadePapers.publish([paper], in: folder)
            let file = try #require(FileHandle(forWritingAtPath: "\(folder)/\(name).jsonl"))
            let end = try file.seekToEnd()
            try file.write(contentsOf: Data(text.utf8))
            try file.close()
            guard let said else {
                let records = try FolderRecords(folder: folder)
                #expect(records.papers.map(\.document) == [paper.document])
                #expect(records.papers.map(\.report.figures) == [2])
                return #expect(try records.line(id: paper.document + "#f2")?.last == UInt8(ascii: "\n"))
            }
            let fault = #expect(throws: HostError.self) { _ = try FolderRecords(folder: folder) }
            #expect(fault?.description.hasPrefix("\(name).jsonl: the line at byte \(end) \(said);") == true, "\(fault as Any)")
        }
    }

    @Test func whatARunHasDoneSoFarIsThere() throws {
        try Checkout.withTemporaryFolder { folder in
            try run([first], into: folder)
            let lock = open(folder + "/.scrutineer", O_RDONLY | O_DIRECTORY)
            defer { close(lock) }
            #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
            #expect(throws: HostError.self) { _ = try FolderRecords(folder: folder) }
            let records = try FolderRecords(folder: folder, whileRunning: true)
            #expect(records.papers.count == 1)
            #expect(records.isBusy)
        }
    }

    @Test func aFolderWithoutARunIsRefused() throws {
        try Checkout.withTemporaryFolder { folder -> Void in
            #expect(throws: HostError.self) { _ = try WatchedPapers(folder: folder) }
        }
    }
}
