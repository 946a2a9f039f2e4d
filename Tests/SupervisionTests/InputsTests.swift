import Foundation
import Glibc
import Pipeline
import Records
import TestSupport
import Testing

@testable import Supervision

@Suite struct InputsTests {
    /// Makes files with the given contents below a folder.
    private func make(_ files: [String: String], in folder: String) throws {
        for (name, contents) in files {
            let file = URL(filePath: folder + "/" + name)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(contents.utf8).write(to: file)
        }
    }

    @Test func aFolderGivesItsPapersAndCountsTheRest() throws {
        try Checkout.withTemporaryFolder { folder in
            try make(
                [
                    "b.PDF": "", "a/page.aspx": "x", "a/notes.txt": "plain", "a/b/scan": "%PDF-1.7 …", "page": "\n<!DOCTYPE HTML>",
                    "empty": "",
                    ".hidden.pdf": "%PDF-", "table.jsonl": "{}", "c.fodt": "<?xml version='1.0'?><office:document>",
                ], in: folder)
            let inputs = Inputs([folder + "/"])
            #expect(inputs.paths == ["a/b/scan", "a/page.aspx", "b.PDF", "page"].map { folder + "/" + $0 })
            #expect(inputs.passedOver == ["txt": 1, "jsonl": 1, "fodt": 1, "": 1])
        }
    }

    @Test func aFileThatIsNamedIsAlwaysAnInput() throws {
        let inputs = Inputs(["/no/such/file.txt", "b.pdf", "/no/such/file.txt"])
        #expect(inputs.paths == ["/no/such/file.txt", "b.pdf"])
    }

    @Test func linksThatLeadInACircleAreNotFollowed() throws {
        try Checkout.withTemporaryFolder { folder in
            try make(["in/a.pdf": ""], in: folder)
            try FileManager.default.createSymbolicLink(atPath: folder + "/in/again", withDestinationPath: folder)
            try FileManager.default.createSymbolicLink(atPath: folder + "/in/other.pdf", withDestinationPath: folder + "/nowhere")
            let inputs = Inputs([folder])
            #expect(inputs.paths == [folder + "/in/a.pdf", folder + "/in/other.pdf"])
            #expect(inputs.linkedFolders.map(\.text) == [folder + "/in/again"])
        }
    }

    @Test func aPipeThatIsNamedAsAPaperIsAnInputThatFails() throws {
        try Checkout.withTemporaryFolder { folder in
            for name in ["a.pdf", "notes.txt"] { #expect(mkfifo(folder + "/" + name, 0o644) == 0) }
            let inputs = Inputs([folder])
            #expect(inputs.unseen == [PathText(folder + "/a.pdf"): "not a regular file"])
            #expect(inputs.passedOver == ["txt": 1])
        }
    }

    /// No worker is asked for a path that the system refuses: a line of any length would be more than it reads.
    @Test func aPathLongerThanAnyMayBeIsAnInputThatFails() throws {
        let long = String(repeating: "a", count: 2_000_000)
        let inputs = Inputs([], list: try InputList(Array(long.utf8)))
        #expect(inputs.paths == [long])
        #expect(inputs.unseen[PathText(long)] == "it can't be looked at: File name too long")
    }

    @Test func foldersBelowTheLongestPathAreSaid() throws {
        try Checkout.withTemporaryFolder { folder in
            let name = String(repeating: "d", count: 200)
            defer {
                // By a tool that goes down folder by folder.
                let remover = Process()
                remover.executableURL = URL(filePath: "/bin/rm")
                remover.arguments = ["-rf", folder + "/" + name]
                if (try? remover.run()) != nil { remover.waitUntilExit() }
            }
            var path = folder
            // Each is made from the one above: the path of the last is longer than any that can be opened.
            var current = open(folder, O_RDONLY | O_DIRECTORY)
            for _ in 0..<24 {
                #expect(mkdirat(current, name, 0o755) == 0)
                let next = openat(current, name, O_RDONLY | O_DIRECTORY)
                close(current)
                current = next
                path += "/" + name
            }
            close(current)
            let inputs = Inputs([folder])
            #expect(inputs.paths.count == 1)
            #expect(inputs.paths.first.map { path.hasPrefix($0) } == true)
            #expect(inputs.unseen.values.map { $0.hasSuffix("File name too long") } == [true])
        }
    }

    /// Names that are no UTF-8, and folders of such names, are in `test_operations.py`.
    @Test func namesAreBytes() throws {
        try Checkout.withTemporaryFolder { folder in
            // é in one scalar and in two.
            for name in ["caf\u{E9}.pdf", "cafe\u{301}.pdf"] { try make([name: "%PDF-"], in: folder) }
            let inputs = Inputs([folder])
            #expect(inputs.paths.count == 2)
            #expect(Set(inputs.paths.map { PathText($0).bytes }).count == 2)
        }
    }

    @Test func aFolderThatVanishesIsAnInputAndLostAndFoundIsNone() throws {
        try Checkout.withTemporaryFolder { folder in
            try make(["in/a.pdf": "", "in/lost+found/b.pdf": ""], in: folder)
            // What is named and is not there is a paper that fails, so that it is told.
            let inputs = Inputs([folder + "/in", folder + "/nothing"])
            #expect(inputs.paths == [folder + "/nothing", folder + "/in/a.pdf"].sorted())
            #expect(inputs.unlisted.isEmpty)
            #expect(inputs.named.map(\.isMissing) == [false, true])
            #expect(inputs.named.map(\.papers) == [1, 0])
        }
    }

    @Test func aListHasPathsNamesOfAnyBytesAndRequests() throws {
        let lines = try InputList(
            Array("a.pdf\n\n{\"path\":\"b.html\",\"url\":\"https://x.example/b\",\"committee\":\"Cabinet\"}\nc d.pdf".utf8))
        #expect(Inputs([], list: lines).paths == ["a.pdf", "b.html", "c d.pdf"])
        let parted = try InputList(Array("two\nlines.pdf".utf8) + [0] + Array("caf".utf8) + [0xE9, 0])
        #expect(Inputs([], list: parted).paths.map { PathText($0).bytes } == [Array("caf".utf8) + [0xE9], Array("two\nlines.pdf".utf8)])
        #expect(try InputList(entries: parted.entries) == parted)
        let error = #expect(throws: HostError.self) { try InputList(Array("a.pdf\n{\"url\":\"https://x.example\"}\n".utf8)) }
        #expect(error?.description.contains("entry 2 of the list: the paper is not named; give its \"path\"") == true)
    }

    @Test func aListFromWindowsNamesTheSamePapers() throws {
        #expect(try InputList([0xEF, 0xBB, 0xBF] + Array("a.pdf\r\n\r\nb.pdf\r\n".utf8)).entries == ["a.pdf", "b.pdf"])
        try Checkout.withTemporaryFolder { folder in
            try make(["odd\r": "%PDF-"], in: folder)
            #expect(Inputs([], list: try InputList(Array("\(folder)/odd\r\n".utf8))).paths == [folder + "/odd\r"])
        }
    }

    @Test func aRequestMayTellOfItsMeetingAsARecordDoes() throws {
        let told = #"{"path":" a.pdf","meeting":{"committee":"Cabinet","date":"2025-01-30","item":7,"from":"manifest"},"item":"8"}"#
        let paper = try #require(try InputList(Array(told.utf8)).papers.first)
        #expect(paper.path.text == " a.pdf")
        #expect([paper.told.committee, paper.told.date, paper.told.item] == ["Cabinet", "2025-01-30", "8"])
        for wrong in [#"{"path":"a.pdf","meeting":"Cabinet"}"#, #"{"path":"a.pdf","meeting":{"place":"Town Hall"}}"#] {
            #expect(throws: HostError.self) { try InputList(Array(wrong.utf8)) }
        }
    }

    @Test func pathsAreInTheOrderOfTheirBytes() throws {
        #expect(Inputs(["é.pdf", "z.pdf", "B.pdf", "a.pdf"]).paths == ["B.pdf", "a.pdf", "z.pdf", "é.pdf"])
    }
}
