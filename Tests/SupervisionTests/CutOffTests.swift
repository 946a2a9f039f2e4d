import Foundation
import Records
import Supervision
import TestSupport
import Testing

/// Runs that are cut off and taken up again.
@Suite struct CutOffTests {
    private static let files = Record.Kind.allCases.map(\.fileName) + ["run.json"]

    /// Papers whose bytes all differ.
    private func makePapers(_ copies: Int, in folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in ["minutes/minutes.pdf", "agenda/agenda.pdf", "council-page/council-page.html", "cabinet-report/cabinet-report.pdf"] {
            let bytes = try #require(Checkout.bytes(of: Checkout.root + "/Corpus/" + name))
            for copy in 0..<copies {
                let path = "\(folder)/\(copy)-\(name.split(separator: "/").last ?? "")"
                try Data(bytes + Array("\n<!-- \(copy) -->\n".utf8)).write(to: URL(filePath: path))
            }
        }
    }

    private func contents(of folder: String) -> [[UInt8]?] { Self.files.map { Checkout.bytes(of: "\(folder)/\($0)") } }

    @Test func killedAtAnyMomentARunGoesOnWhereItStopped() throws {
        try Checkout.withTemporaryFolder { folder in
            try makePapers(8, in: folder + "/in")
            let command = ["run", folder + "/in", "--rules", Checkout.rules, "--workers", "2", "--quiet", "--out"]
            let start = ContinuousClock.now
            #expect(try Command.run(command + [folder + "/whole"]).status == 0)
            let seconds = start.duration(to: .now) / .seconds(1)
            let whole = contents(of: folder + "/whole")
            #expect(whole.allSatisfy { $0 != nil })

            var papers = 0
            for round in 0..<6 {
                // Also when nothing is left but writing the files.
                let cut = try Command.run(command + [folder + "/cut"], signal: SIGKILL, after: .random(in: 0...seconds * 1.1))
                for (published, wanted) in zip(contents(of: folder + "/cut"), whole) where published != nil {
                    #expect(published == wanted, "round \(round): a file that is half written or mixed")
                }
                if let status = try? FolderStatus(folder: folder + "/cut") {
                    #expect(status.papers >= papers, "round \(round): a finished paper was lost")
                    papers = status.papers
                }
                let patience = ContinuousClock.now + .seconds(300)
                while !Command.workers(of: cut.pid).isEmpty, ContinuousClock.now < patience { Thread.sleep(forTimeInterval: 0.01) }
                #expect(Command.workers(of: cut.pid).isEmpty, "round \(round): a worker outlives its run")
            }
            #expect(try Command.run(command + [folder + "/cut"]).status == 0)
            #expect(contents(of: folder + "/cut") == whole)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/cut/.scrutineer/records").count == 32)
        }
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func aRunThatIsStoppedKeepsWhatIsDone(signal: Int32) throws {
        try Checkout.withTemporaryFolder { folder in
            try makePapers(50, in: folder + "/in")
            let command = ["run", folder + "/in", "--rules", Checkout.rules, "--workers", "1", "--out", folder + "/a folder"]
            let patience = ContinuousClock.now + .seconds(600)
            let stopped = try Command.run(command, signal: signal) {
                while (try? FolderStatus(folder: folder + "/a folder").papers) ?? 0 == 0, ContinuousClock.now < patience {
                    Thread.sleep(forTimeInterval: 0.02)
                }
            }
            #expect(stopped.outcome.status == 128 + signal)
            #expect(stopped.outcome.errors.contains("of 200 papers are done and kept"))
            #expect(stopped.outcome.errors.contains("To go on: ") && stopped.outcome.errors.contains("'\(folder)/a folder'"))
            #expect(!FileManager.default.fileExists(atPath: folder + "/a folder/documents.jsonl"))
            let done = try FolderStatus(folder: folder + "/a folder").papers
            #expect(done > 0 && done < 200)

            let lines = try Command.run(["export", folder + "/a folder", "--type", "document"]).output.split(separator: "\n")
            #expect(lines.count == done)
        }
    }
}
