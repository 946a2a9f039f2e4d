import Foundation
import Pipeline
import Records
import RuleEngine
import Supervision
import TestSupport
import Testing

/// The program as worker with faults on purpose: what each does to a run, and what the sandbox forbids.
@Suite struct FaultTests {
    private func settings() throws -> RunSettings {
        let rules = try Checkout.ruleBook.get()
        var settings = RunSettings(worker: [], workers: 2, provenance: Provenance(rules: rules.hash, version: Program.version))
        settings.seconds = 30
        settings.processorSeconds = 2
        settings.silentSeconds = 12
        settings.megabytes = 300
        settings.outputBytes = 1 << 20
        settings.worker = [
            Checkout.program, "worker", "--fault", "--rules", Checkout.rules, "--memory", "300", "--cpu", "2", "--cpu-per-page", "1",
            "--progress", String(RunSettings.progressDescriptor),
        ]
        settings.secondsPerPage = 1
        return settings
    }

    /// Copies a paper of three pages under each name, runs over them, and gives the folder of the output.
    private func run(_ names: [String], settings: RunSettings, in folder: String) throws -> RunSummary {
        try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
        for name in names {
            try FileManager.default.copyItem(
                atPath: Checkout.root + "/Corpus/cabinet-report/cabinet-report.pdf", toPath: "\(folder)/in/\(name).pdf")
        }
        return try Run(settings: settings).run(Inputs([folder + "/in"]), into: folder + "/out").summary
    }

    @Test func everyFaultIsAFailureWithItsReason() throws {
        try Checkout.withTemporaryFolder { folder in
            let expected = [
                "crash": "crash", "exit": "crash", "flood": "crash", "half": "crash", "memory": "memory", "mute": "crash",
                "spin": "timeout",
                "stray": "crash", "hang": "timeout",
            ]
            let summary = try run(expected.keys.sorted() + ["sound"], settings: settings(), in: folder)
            #expect(summary.count(.document) == 1)
            #expect(summary.progress.quarantined == expected.count)
            let failures = try Decoded.lines(of: folder + "/out/failures.jsonl")
            let codes = failures.map { failure in
                let name = failure["source"]["path"].string?.split(separator: "/").last?.prefix { $0 != "." } ?? ""
                return (String(name), failure["code"].string ?? "")
            }
            #expect(Dictionary(codes) { first, _ in first } == expected)
            for failure in failures {
                #expect(failure["limits"]["processorSeconds"].integer == 2)
                #expect(failure["limits"]["silentSeconds"].integer == 12)
                #expect(failure["limits"]["megabytes"].integer == 300)
                #expect(failure["attempts"].integer == 2)
            }
            #expect(summary.progress.restarts.map(\.reason) == ["timeout", "memory", "crash", "recycled"])
            #expect(summary.progress.restarts.map(\.count) == [4, 2, 12, 0])
        }
    }

    @Test func pagesBeforeTheFaultAreKept() throws {
        try Checkout.withTemporaryFolder { folder in
            let summary = try run(["crash-at-3", "memory-at-2", "spin-at-2", "crash-at-1"], settings: settings(), in: folder)
            #expect(summary.count(.document) == 3)
            #expect(summary.count(.failure) == 1)
            #expect(summary.progress.partial == 3)
            let documents = try Decoded.lines(of: folder + "/out/documents.jsonl")
            #expect(documents.map { $0["status"].string } == ["partial", "partial", "partial"])
            #expect(documents.map { $0["pages"].integer } == [3, 3, 3])
            let notices = documents.map { $0["notices"].list.filter { $0["code"].string == "pageFailed" } }
            #expect(notices.map { $0.map { $0["page"].integer } } == [[3], [2], [2]])
            #expect(notices.first?.first?["message"].string?.contains("signal 11, at page 3 of 3") == true)

            let status = try FolderStatus(folder: folder + "/out")
            #expect(status.quarantine.map(\.pages) == [0, 2, 1, 1])
            #expect(status.quarantine.map(\.attempts) == [2, 3, 3, 2])
            #expect(
                status.text(folder: "out").contains(
                    "crash-at-3.pdf: crash: the worker ended by signal 11, at page 3 of 3; 2 pages were kept"))
            let failure = try #require(Decoded.lines(of: folder + "/out/failures.jsonl").first)
            #expect(failure["message"].string?.hasSuffix("at page 1 of 3") == true)
        }
    }

    /// A process begins with the peak memory of the one that started it: what the host of a run holds says nothing of its workers.
    @Test func aLargeHostIsNotAPaperThatNeedsMemory() throws {
        let held = [UInt8](repeating: 1, count: 400 << 20)
        try Checkout.withTemporaryFolder { folder in
            let summary = try run(["crash", "exit", "memory"], settings: settings(), in: folder)
            #expect(summary.progress.restarts.map(\.count) == [0, 2, 4, 0])
            let failures = try Decoded.lines(of: folder + "/out/failures.jsonl")
            #expect(failures.map { $0["code"].string } == ["crash", "crash", "memory"])
        }
        #expect(held.last == 1)
    }

    /// Whether this kernel filters system calls at all; where it does not, a run says so and goes on.
    private static let kernelFilters =
        (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8))?.contains("Seccomp:") == true

    @Test(.enabled(if: kernelFilters), arguments: ["network", "program", "process", "create", "write", "remove", "limits", "signal"])
    func whatAWorkerGaveUpFails(act: String) throws {
        for (flags, isHeld) in [([], true), (["--without-sandbox"], false)] {
            let process = Process()
            process.executableURL = URL(filePath: Checkout.program)
            process.arguments = ["worker", "--fault", "--rules", Checkout.rules] + flags
            let (input, output) = (Pipe(), Pipe())
            process.standardInput = input
            process.standardOutput = output
            try process.run()
            try input.fileHandleForWriting.write(contentsOf: Data("\(act)\n".utf8))
            try input.fileHandleForWriting.close()
            let text = try String(decoding: output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            process.waitUntilExit()
            if isHeld {
                #expect(process.terminationStatus == 0)
                #expect(text.contains("\"message\":\"\(act): Operation not permitted\""), "\(text)")
            } else {
                // The test can fail: without the sandbox the act goes through, but for removing a file that is not there.
                #expect(!text.contains("Operation not permitted"), "\(text)")
            }
        }
    }

    @Test(.enabled(if: kernelFilters)) func theRunSaysWhatHeld() throws {
        try Checkout.withTemporaryFolder { folder in
            _ = try run(["sound"], settings: settings(), in: folder)
            let run = try Decoded(json: Checkout.bytes(of: folder + "/out/run.json") ?? [])
            #expect(run["sandbox"]["noNewPrivileges"] == .boolean(true))
            #expect(run["sandbox"]["systemCalls"] == .boolean(true))
            #expect(run["sandbox"]["landlock"].integer != nil)
        }
    }
}
