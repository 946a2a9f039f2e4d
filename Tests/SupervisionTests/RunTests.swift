import Foundation
import Pipeline
import Records
import Supervision
import TestSupport
import Testing

@Suite struct RunTests {
    @Test func everyPaperEndsAsOneRecordAndTheRunGoesOn() throws {
        try Checkout.withTemporaryFolder { folder in
            let names = ["a", "crash", "flood", "hang", "leave", "memory", "mute", "quit", "stray", "z"]
            let summary = try FaultyWorker.run(names, into: folder)
            #expect(summary.progress.seconds < 50, "what a worker leaves behind holds up the run")
            #expect(summary.count(.document) == 2)
            #expect(summary.count(.page) == 4)
            #expect(summary.count(.failure) == 8)

            let documents = try Decoded.lines(of: folder + "/documents.jsonl").map { $0["source"]["path"].string }
            #expect(documents == ["a", "z"])
            let failures = try Decoded.lines(of: folder + "/failures.jsonl")
            #expect(failures.map { $0["source"]["path"].string } == ["crash", "flood", "hang", "leave", "memory", "mute", "quit", "stray"])
            #expect(failures.map { $0["code"].string } == ["crash", "crash", "timeout", "crash", "memory", "crash", "crash", "crash"])
            #expect(failures.map { $0["attempts"].integer } == [2, 2, 2, 2, 2, 2, 2, 2])
            #expect(failures.allSatisfy { $0["limits"]["seconds"].integer == 5 })
        }
    }

    @Test func aPaperThatAFreshWorkerReadsIsNotLost() throws {
        try Checkout.withTemporaryFolder { folder in
            let summary = try FaultyWorker.run([folder + "/once"], into: folder + "/out")
            #expect(summary.count(.document) == 1)
            #expect(summary.count(.failure) == 0)
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

    @Test func papersWithTheSameBytesHaveADocumentRecordEach() throws {
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
            #expect(try Decoded.lines(of: folder + "/documents.jsonl").map { $0["source"]["path"].string } == ["a", "b", "c"])
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
