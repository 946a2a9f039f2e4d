import Foundation
import PaperModel
import Pipeline
import Records
import Supervision
import TestSupport
import Testing

@Suite struct RunTests {
    @Test func everyPaperEndsAsOneRecordAndTheRunGoesOn() throws {
        try Checkout.withTemporaryFolder { folder in
            let names = ["a", "crash", "flood", "leave", "memory", "mute", "quit", "stray", "z"]
            let summary = try FaultyWorker.run(names, into: folder)
            #expect(summary.count(.document) == 2)
            #expect(summary.count(.page) == 4)
            #expect(summary.count(.failure) == 7)

            let documents = try Decoded.lines(of: folder + "/documents.jsonl").map { $0["source"]["path"].string }
            #expect(documents == ["a", "z"])
            let failures = try Decoded.lines(of: folder + "/failures.jsonl")
            #expect(failures.map { $0["source"]["path"].string } == ["crash", "flood", "leave", "memory", "mute", "quit", "stray"])
            #expect(failures.map { $0["code"].string } == ["crash", "crash", "crash", "memory", "crash", "crash", "crash"])
            #expect(failures.map { $0["attempts"].integer } == [2, 2, 2, 2, 2, 2, 2])
            #expect(failures.allSatisfy { $0["limits"]["seconds"].integer == 1_000 })
        }
    }

    @Test func aPaperThatHangsIsTakenDown() throws {
        try Checkout.withTemporaryFolder { folder in
            _ = try FaultyWorker.run(["hang"], settings: FaultyWorker.settings(seconds: 2), into: folder)
            let failure = try #require(Decoded.lines(of: folder + "/failures.jsonl").first)
            #expect(failure["code"].string == "timeout")
            #expect(failure["attempts"].integer == 2)
        }
    }

    @Test func aPaperThatAFreshWorkerReadsIsNotLost() throws {
        try Checkout.withTemporaryFolder { folder in
            let summary = try FaultyWorker.run([folder + "/once"], into: folder + "/out")
            #expect(summary.count(.document) == 1)
            #expect(summary.count(.failure) == 0)
        }
    }

    /// A worker that lives through a want of memory says so in a record; that is a fault like the one that it doesn't live through.
    @Test func aWantOfMemoryIsTriedTwiceAndWaitsForMore() throws {
        try Checkout.withTemporaryFolder { folder in
            let summary = try FaultyWorker.run(["full"], into: folder)
            #expect(summary.progress.quarantined == 1)
            #expect(summary.progress.failureCodes == ["memory": 1])
            let failure = try #require(Decoded.lines(of: folder + "/failures.jsonl").first)
            #expect(failure["code"].string == "memory")
            #expect(failure["attempts"].integer == 2)
            #expect(failure["message"].string == "needs more than 1024 MB of memory (--memory allows more)")
            #expect(failure["retryable"] == .boolean(true))
        }
    }

    @Test func theDigestsOfTheFilesAreInTheSummary() throws {
        try Checkout.withTemporaryFolder { folder in
            _ = try FaultyWorker.run(["a", "quit"], into: folder)
            let run = try Decoded(json: Checkout.bytes(of: folder + "/run.json") ?? [])
            for kind in Record.Kind.allCases {
                let bytes = Checkout.bytes(of: folder + "/" + kind.fileName) ?? []
                #expect(run["files"][kind.fileName]["sha256"].string == SHA256.hexDigest(of: bytes))
                #expect(run["files"][kind.fileName]["bytes"].integer == bytes.count)
            }
            #expect(run["failureCodes"]["crash"].integer == 1)
        }
    }

    @Test func theOutputIsTheSameForAnyNumberOfWorkers() throws {
        try Checkout.withTemporaryFolder { folder in
            let names = (0..<40).map { "paper\($0)" } + ["crash1", "stray2", "quit3"]
            let outputs = try [1, 2, 5].map { workers -> [[UInt8]?] in
                var settings = FaultyWorker.settings(workers: workers)
                settings.papersPerWorker = 3
                let out = "\(folder)/\(workers)"
                _ = try FaultyWorker.run(names.shuffled(), settings: settings, into: out)
                return (Record.Kind.allCases.map(\.fileName) + ["run.json"]).map { Checkout.bytes(of: out + "/" + $0) }
            }
            #expect(outputs[0].allSatisfy { $0 != nil })
            #expect(outputs[1] == outputs[0])
            #expect(outputs[2] == outputs[0])
        }
    }

    @Test func papersWithTheSameBytesAreOneDocumentWithAllSources() throws {
        try Checkout.withTemporaryFolder { folder in
            // A worker for which all papers have the same bytes.
            let script = #"""
                while IFS= read -r line; do
                    path=${line#*'"path":"'}; path=${path%%'"'*}
                    echo '{"type":"document","schema":"1.0","id":"sha256:same","source":{"path":"'"$path"'"}}'
                    echo '{"type":"page","schema":"1.0","id":"sha256:same#p1"}'
                    echo '{"type":"done","schema":"1.0"}'
                done
                """#
            var settings = FaultyWorker.settings()
            settings.worker = ["/bin/sh", "-c", script]
            let summary = try FaultyWorker.run(["b", "a", "c"], settings: settings, into: folder)
            #expect(summary.repeated == 2)
            let documents = try Decoded.lines(of: folder + "/documents.jsonl")
            #expect(documents.map { $0["source"]["path"].string } == ["a"])
            #expect(documents.first?["sources"].list.map { $0["path"].string } == ["a", "b", "c"])
            #expect(try Decoded.lines(of: folder + "/pages.jsonl").count == 1)
        }
    }

    @Test func aRunThatCannotStartLeavesTheEarlierRecords() throws {
        try Checkout.withTemporaryFolder { folder in
            _ = try FaultyWorker.run(["a"], into: folder)
            let before = Checkout.bytes(of: folder + "/documents.jsonl")
            var settings = FaultyWorker.settings()
            settings.worker = [folder + "/no-such-program"]
            #expect(throws: HostError.self) { try FaultyWorker.run(["b"], settings: settings, into: folder) }
            settings.worker = ["/bin/sh", "-c", "echo the rules are bad >&2; exit 2"]
            #expect(throws: HostError.self) { try FaultyWorker.run(["b"], settings: settings, into: folder) }
            #expect(Checkout.bytes(of: folder + "/documents.jsonl") == before)
            #expect(before?.isEmpty == false)
        }
    }

    @Test func nothingButTheRecordsIsLeftBehind() throws {
        try Checkout.withTemporaryFolder { folder in
            // What a run that was cut off leaves.
            for inner in ["records", "export"] {
                try FileManager.default.createDirectory(atPath: "\(folder)/.scrutineer/\(inner)", withIntermediateDirectories: true)
                try Data("half".utf8).write(to: URL(filePath: "\(folder)/.scrutineer/\(inner)/7"))
            }
            _ = try FaultyWorker.run(["a", "crash"], into: folder)
            func names(_ below: String) throws -> Set<String> { Set(try FileManager.default.contentsOfDirectory(atPath: folder + below)) }
            #expect(try names("") == Set(Record.Kind.allCases.map(\.fileName) + ["run.json", ".scrutineer"]))
            #expect(try names("/.scrutineer").contains("ledger.sqlite"))
            #expect(try names("/.scrutineer/records").count == 2)
            #expect(try names("/.scrutineer/export").isEmpty)
        }
    }

    @Test func aRunOverNothingWritesEmptyFiles() throws {
        try Checkout.withTemporaryFolder { folder in
            let summary = try FaultyWorker.run([], into: folder + "/deep/below")
            #expect(summary.inputs == 0)
            #expect(Checkout.bytes(of: folder + "/deep/below/documents.jsonl") == [])
        }
    }
}
