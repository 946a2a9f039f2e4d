import Foundation
import Pipeline
import Records
import TestSupport
import Testing

@testable import Supervision

/// Inputs that are missing don't empty the records.
@Suite struct PruneTests {
    private func make(_ names: some Sequence<String>, in folder: String) throws {
        for name in names {
            let file = URL(filePath: folder + "/" + name)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("%PDF- \(name)".utf8).write(to: file)
        }
    }

    /// The workers here name documents by path, so that the records show what is there.
    private func run(_ inputs: Inputs, prunes: Bool = false, into out: String) throws -> RunSummary {
        var settings = FaultyWorker.settings()
        settings.prunes = prunes
        settings.needsInputs = true
        return try Run(settings: settings).run(inputs, into: out).summary
    }

    private func documents(in out: String) throws -> Int { try Decoded.lines(of: out + "/documents.jsonl").count }

    @Test func aFolderThatIsGoneOrEmptyEmptiesNothing() throws {
        try Checkout.withTemporaryFolder { folder in
            let (papers, out) = (folder + "/in", folder + "/out")
            try make(["in/a.pdf", "in/deep/b.pdf", "other/c.pdf"], in: folder)
            _ = try run(Inputs([papers, folder + "/other"]), into: out)
            #expect(try documents(in: out) == 3)
            try FileManager.default.moveItem(atPath: papers, toPath: folder + "/away")
            var error = #expect(throws: HostError.self) { try run(Inputs([papers, folder + "/other"]), into: out) }
            #expect(error?.description.contains("is missing, and 2 papers that were there are known") == true)
            #expect(error?.description.contains("--prune") == true)
            try FileManager.default.createDirectory(atPath: papers, withIntermediateDirectories: true)
            error = #expect(throws: HostError.self) { try run(Inputs([papers, folder + "/other"]), into: out) }
            #expect(error?.description.contains("holds no paper any more") == true)
            error = #expect(throws: HostError.self) { try run(Inputs([], list: InputList([])), into: out) }
            #expect(error?.description.contains("names no paper") == true)
            #expect(try documents(in: out) == 3)
            let summary = try run(Inputs([papers, folder + "/other"]), prunes: true, into: out)
            #expect(summary.progress.left == 2)
            #expect(try documents(in: out) == 1)
        }
    }

    /// Whatever is known: a name that was mistyped, a disk that isn't there at the first night.
    @Test func aNamedInputThatIsMissingOrEmptyIsNoRun() throws {
        try Checkout.withTemporaryFolder { folder in
            let (papers, out) = (folder + "/in", folder + "/out")
            var error = #expect(throws: HostError.self) { try run(Inputs([papers]), into: out) }
            #expect(error?.description.contains("in is missing: no folder or file has this name") == true)
            try make(["in/a.pdf", "in/b.pdf"], in: folder)
            _ = try run(Inputs([papers]), into: out)
            for missing in ["elsewhere", "gone.pdf"] {
                #expect(throws: HostError.self) { try run(Inputs([folder + "/" + missing]), into: out) }
            }
            try FileManager.default.createDirectory(atPath: folder + "/empty", withIntermediateDirectories: true)
            error = #expect(throws: HostError.self) { try run(Inputs([folder + "/empty"]), into: out) }
            #expect(error?.description.contains("there is no paper, and 2 papers of earlier runs are known") == true)
            error = #expect(throws: HostError.self) { try run(Inputs([folder + "/empty"]), into: folder + "/other") }
            #expect(error?.description.contains("there is no paper among the inputs") == true)
            #expect(try documents(in: out) == 2)
            // A file that is missing among others is left to the worker, which says so.
            #expect(try run(Inputs([papers, folder + "/gone.pdf"]), into: out).inputs == 3)
            #expect(try run(Inputs([folder + "/gone"]), prunes: true, into: out).inputs == 1)
        }
    }

    @Test func mostPapersDoNotLeaveUnasked() throws {
        try Checkout.withTemporaryFolder { folder in
            let out = folder + "/out"
            try make((0..<24).map { "in/\($0).pdf" }, in: folder)
            _ = try run(Inputs([folder + "/in"]), into: out)
            for number in 0..<12 { try FileManager.default.removeItem(atPath: "\(folder)/in/\(number).pdf") }
            // Half of them may leave, and so may few.
            #expect(try run(Inputs([folder + "/in"]), into: out).progress.left == 12)
            try make((0..<12).map { "in/\($0).pdf" }, in: folder)
            _ = try run(Inputs([folder + "/in"]), into: out)
            let named = (0..<24).map { "\(folder)/in/\($0).pdf" }
            for number in 0..<13 { try FileManager.default.removeItem(atPath: "\(folder)/in/\(number).pdf") }
            let error = #expect(throws: HostError.self) { try run(Inputs([folder + "/in"]), into: out) }
            #expect(error?.description.contains("13 of the 24 papers that are known would leave") == true)
            // A list that names files which are missing would empty the records as well.
            #expect(throws: HostError.self) { try run(Inputs(named), into: out) }
            #expect(try documents(in: out) == 24)
            #expect(try run(Inputs([folder + "/in"]), prunes: true, into: out).progress.left == 13)
        }
    }

    @Test func whatLiesWhereNobodyCanLookIsKept() throws {
        try Checkout.withTemporaryFolder { folder in
            let (papers, out) = (folder + "/in", folder + "/out")
            try make(["in/a.pdf", "in/deep/b.pdf"], in: folder)
            _ = try run(Inputs([papers]), into: out)
            let before = Checkout.bytes(of: out + "/documents.jsonl")
            // Root can list any folder, so that it can't be is said and not made.
            let inputs = Inputs([papers]) { $0.text.hasSuffix("/deep") ? ([], "Input/output error") : Inputs.names(in: $0) }
            let summary = try run(inputs, into: out)
            #expect(summary.count(.document) == 2)
            #expect(summary.progress.left == 0)
            #expect(Checkout.bytes(of: out + "/documents.jsonl") == before)
            let failures = try Decoded.lines(of: out + "/failures.jsonl")
            #expect(failures.map { $0["source"]["path"].string } == [papers + "/deep"])
            #expect(failures.map { $0["code"].string } == ["unreadable"])
            // When it can be listed again the failure is gone.
            #expect(try run(Inputs([papers]), into: out).count(.failure) == 0)
            #expect(Checkout.bytes(of: out + "/documents.jsonl") == before)
        }
    }
}
