import Foundation
import Pipeline
import Records
import Supervision
import TestSupport
import Testing

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
            #expect(Inputs([folder]).paths == [folder + "/in/a.pdf", folder + "/in/other.pdf"])
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
            // A folder that can be named and not listed, whoever the user is: the file system says what root may not do either.
            let inputs = Inputs([folder + "/in", "/proc/1/fdinfo/nothing"])
            #expect(inputs.paths == ["/proc/1/fdinfo/nothing", folder + "/in/a.pdf"].sorted())
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
        #expect(error?.description.contains("entry 2 of the list") == true)
    }

    @Test func pathsAreInTheOrderOfTheirBytes() throws {
        #expect(Inputs(["é.pdf", "z.pdf", "B.pdf", "a.pdf"]).paths == ["B.pdf", "a.pdf", "z.pdf", "é.pdf"])
    }
}
