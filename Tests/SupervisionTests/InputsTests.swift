import Foundation
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
            let inputs = try Inputs([folder + "/"])
            #expect(inputs.paths == ["a/b/scan", "a/page.aspx", "b.PDF", "page"].map { folder + "/" + $0 })
            #expect(inputs.passedOver == ["txt": 1, "jsonl": 1, "fodt": 1, "": 1])
        }
    }

    @Test func aFileThatIsNamedIsAlwaysAnInput() throws {
        let inputs = try Inputs(["/no/such/file.txt", "b.pdf", "/no/such/file.txt"])
        #expect(inputs.paths == ["/no/such/file.txt", "b.pdf"])
    }

    @Test func linksThatLeadInACircleAreNotFollowed() throws {
        try Checkout.withTemporaryFolder { folder in
            try make(["in/a.pdf": ""], in: folder)
            try FileManager.default.createSymbolicLink(atPath: folder + "/in/again", withDestinationPath: folder)
            try FileManager.default.createSymbolicLink(atPath: folder + "/in/other.pdf", withDestinationPath: folder + "/nowhere")
            #expect(try Inputs([folder]).paths == [folder + "/in/a.pdf", folder + "/in/other.pdf"])
        }
    }

    @Test func pathsAreInTheOrderOfTheirBytes() throws {
        #expect(try Inputs(["é.pdf", "z.pdf", "B.pdf", "a.pdf"]).paths == ["B.pdf", "a.pdf", "z.pdf", "é.pdf"])
    }
}
