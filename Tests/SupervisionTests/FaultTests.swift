import CLinux
import Foundation
import Pipeline
import Records
import RuleEngine
import Supervision
import TestSupport
import Testing

/// The program as worker with faults on purpose: what each does to a run, and what the sandbox forbids.
@Suite struct FaultTests {
    /// Limits that no honest paper meets on the busiest machine, but for those that a test is about.
    private func settings(processorSeconds: Int = 1_000, silentSeconds: Int = 1_000) throws -> RunSettings {
        let rules = try Checkout.ruleBook.get()
        var settings = RunSettings(worker: [], workers: 2, provenance: Provenance(rules: rules.hash, version: Program.version))
        settings.workersReportReady = true
        settings.seconds = 1_000
        settings.processorSeconds = processorSeconds
        settings.silentSeconds = silentSeconds
        settings.megabytes = 300
        settings.outputBytes = 1 << 20
        settings.worker = [
            Checkout.program, "worker", "--passed", "--fault", "--rules", Checkout.rules, "--memory", "300", "--cpu",
            String(processorSeconds),
            "--cpu-per-page", "1", "--progress", String(RunSettings.progressDescriptor),
        ]
        settings.secondsPerPage = 1
        return settings
    }

    /// Copies a paper of three pages under each name, runs over them, and gives the folder of the output.
    private func run(_ names: [String], settings: RunSettings, in folder: String) throws -> RunSummary {
        try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
        for name in names {
            // Papers of the same bytes would be one.
            let paper = try #require(Checkout.bytes(of: Checkout.root + "/Corpus/cabinet-report/cabinet-report.pdf"))
            try Data(paper + Array("\n%\(name)\n".utf8)).write(to: URL(filePath: "\(folder)/in/\(name).pdf"))
        }
        return try Run(settings: settings).run(Inputs([folder + "/in"]), into: folder + "/out").summary
    }

    @Test func everyFaultIsAFailureWithItsReason() throws {
        try Checkout.withTemporaryFolder { folder in
            let expected = [
                "crash": "crash", "exit": "crash", "flood": "crash", "half": "crash", "memory": "memory", "mute": "crash",
                "stray": "crash",
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
                #expect(failure["limits"]["processorSeconds"].integer == 1_000)
                #expect(failure["limits"]["silentSeconds"].integer == 1_000)
                #expect(failure["limits"]["megabytes"].integer == 300)
                #expect(failure["attempts"].integer == 2)
            }
            #expect(summary.progress.restarts.map(\.reason) == ["timeout", "memory", "crash", "recycled"])
            #expect(summary.progress.restarts.map(\.count) == [0, 2, 12, 0])
        }
    }

    /// No honest paper is in these runs: what a busy machine does to it is no part of them.
    @Test func whatNeverEndsIsTakenDown() throws {
        try Checkout.withTemporaryFolder { folder in
            let silent = try run(["hang"], settings: settings(silentSeconds: 3), in: folder + "/a")
            #expect(silent.progress.failureCodes == ["timeout": 1])
            let spinning = try run(["spin"], settings: settings(processorSeconds: 2), in: folder + "/b")
            #expect(spinning.progress.failureCodes == ["timeout": 1])
            let words = try Decoded.lines(of: folder + "/b/out/failures.jsonl").map { $0["message"].string ?? "" }
            #expect(words.allSatisfy { $0.contains("2 seconds of processor time") })
        }
    }

    @Test func pagesBeforeTheFaultAreKept() throws {
        try Checkout.withTemporaryFolder { folder in
            let summary = try run(
                ["crash-at-3", "memory-at-2", "spin-at-2", "crash-at-1"], settings: settings(processorSeconds: 20), in: folder)
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

    @Test(
        .enabled(if: kernelFilters),
        arguments: ["network", "program", "process", "create", "write", "remove", "limits", "signal", "owner", "lock", "share"])
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

    /// Files of all sorts that a machine has, of which a worker needs none: what it reads comes opened.
    private static let forbiddenFiles = [
        "/etc/passwd", "/etc/group", "/etc/hosts", "/etc/fstab", "/etc/resolv.conf", "/etc/ld.so.cache", "/etc/shells", "/etc/profile",
        "/proc/self/environ", "/proc/self/maps", "/proc/self/cmdline", "/proc/1/status", "/proc/mounts", "/proc/version",
        "/sys/kernel/mm/transparent_hugepage/enabled", "/usr/bin/env", "/bin/sh", "/var/lib/dpkg/status", "/usr/lib/os-release",
        "/dev/zero",
    ]

    @Test func aWorkerThatGetsItsPapersOpenedCanOpenNoFile() throws {
        let isThere = FaultTests.forbiddenFiles.filter { access($0, R_OK) == 0 }
        #expect(isThere.count > 12)
        let lines = (isThere + [Checkout.rules + "/README.md"]).map { $0 + "\n" }.joined()
        let held = try Command.run(["worker", "--passed", "--rules", Checkout.rules], input: lines)
        #expect(held.status == 0)
        let failures = try held.output.split(separator: "\n").map { try Decoded(json: Array($0.utf8)) }.filter {
            $0["type"].string == "failure"
        }
        #expect(failures.count == isThere.count + 1)
        guard linux_landlock_abi() >= 1 else { return }
        for failure in failures {
            #expect(failure["message"].string == "the file can't be read: Permission denied", "\(failure["source"]["path"].string ?? "")")
        }
        // The test can fail: a worker that gives nothing up opens these.
        let open = try Command.run(["worker", "--passed", "--without-sandbox", "--rules", Checkout.rules], input: "/etc/passwd\n")
        #expect(open.output.contains("unsupported"))
    }

    @Test func aWorkerThatIsGivenPathsEndsAsItsReaderDoes() throws {
        let command = ["worker", "--rules", Checkout.rules]
        let killed = try Command.run(command + ["--fault"], input: "in/sound.pdf\nin/crash.pdf\nin/after.pdf\n")
        #expect(killed.status == SIGSEGV)
        #expect(killed.output.split(separator: "\n").count { $0.hasPrefix(#"{"type":"done","#) } == 1)
        #expect(try Command.run(["worker", "--rules", "/no/such/folder"]).status == 2)
        // More requests than files can be on their way at once, and each with its own.
        let page = Checkout.root + "/Corpus/council-page/council-page.html"
        let paths = (0..<1_500).map { $0 % 500 == 250 ? page : "/no/such/\($0).pdf" }
        let served = try Command.run(command, input: paths.joined(separator: "\n"))
        #expect(served.status == 0)
        let records = try served.output.split(separator: "\n").map { try Decoded(json: Array($0.utf8)) }
        let answers = records.filter { ["document", "failure"].contains($0["type"].string) }
        #expect(answers.map { $0["source"]["path"].string } == paths)
        #expect(answers.map { $0["type"].string == "document" } == paths.map { $0 == page })
    }

    @Test func aWorkerInheritsNeitherSecretsNorOpenFiles() throws {
        try Checkout.withTemporaryFolder { folder in
            setenv("SECRET_OF_THE_HOST", "x", 1)
            defer { unsetenv("SECRET_OF_THE_HOST") }
            // Open without close-on-exec, at a high number: what a careless host of the run leaves.
            let left = fcntl(open("/etc/passwd", O_RDONLY), F_DUPFD, 77)
            defer { close(left) }
            let script = """
                env > '\(folder)/environment'; ls /proc/$$/fd > '\(folder)/files'
                while read -r line; do
                    echo '{"type":"failure","schema":"1.0","code":"empty","stage":"load","message":"x"}'; echo '{"type":"done","schema":"1.0"}'
                done
                """
            var settings = FaultyWorker.settings(workers: 1)
            settings.worker = ["/bin/sh", "-c", script]
            _ = try FaultyWorker.run(["a"], settings: settings, into: folder + "/out")
            let environment = try String(contentsOfFile: folder + "/environment", encoding: .utf8)
            #expect(!environment.contains("SECRET_OF_THE_HOST"))
            #expect(environment.contains("PATH="))
            let files = try String(contentsOfFile: folder + "/files", encoding: .utf8).split(separator: "\n").compactMap { Int($0) }
            #expect(left >= 77 && !files.contains(Int(left)))
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
