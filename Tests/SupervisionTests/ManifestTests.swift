import Foundation
import PaperModel
import Pipeline
import Records
import TestSupport
import Testing

@testable import Supervision

@Suite struct ManifestTests {
    /// What a manifest of these lines says; the words of the error where it is refused.
    private func read(_ text: String, papers: [String] = ["in/a.pdf", "in/b.pdf"]) throws -> Result<Manifest, HostError> {
        try Checkout.withTemporaryFolder { folder in
            let path = folder + "/papers.jsonl"
            try Data(text.utf8).write(to: URL(filePath: path))
            do throws(HostError) {
                return .success(try Manifest(path: path, papers: papers + [folder + "/c.pdf"]))
            } catch {
                return .failure(HostError(error.description.split(separator: folder + "/").joined()))
            }
        }
    }

    @Test func linesTellOfPapersByPathAndByDigest() throws {
        let digest = String(repeating: "AB", count: 32)
        let manifest = try read(
            """
            \u{FEFF}{"path":"./in/../in/a.pdf","organisation":"Eastvale County Council","meetingDate":"2025-01-30","item":7,"committee":null,"url":""}\r

            {"digest":"\(digest)","committee":"Harbour Board","date":"2025-02-28","retrieved":"2025-03-01T08:00:00Z"}
            {"path":"c.pdf","url":"https://eastvale.example/c.pdf"}
            """
        ).get()
        let first = manifest.told(of: "in/a.pdf", document: nil)
        #expect(first.organisation == "Eastvale County Council")
        #expect(first.date == "2025-01-30")
        #expect(first.item == "7")
        #expect(first.committee == nil && first.url == nil)
        #expect(manifest.told(of: "in/b.pdf", document: "sha256:" + digest.lowercased()).committee == "Harbour Board")
        #expect(manifest.told(of: "in/b.pdf", document: nil).committee == nil)
    }

    @Test(arguments: [
        (#"{"path":"in/a.pdf""#, "this is no JSON object"),
        (#"["in/a.pdf"]"#, "this is no JSON object"),
        (#"{"committee":"Cabinet"}"#, "the paper is not named"),
        (#"{"path":"in/x.pdf"}"#, "in/x.pdf is no paper of this run"),
        (#"{"path":"in/a.pdf","date":"30/01/2025"}"#, "year-month-day"),
        (#"{"path":"in/a.pdf","date":"2025-02-30"}"#, "is no day"),
        (#"{"path":"in/a.pdf","date":"2025-01-30","meetingDate":"2025-01-31"}"#, "two values"),
        (#"{"path":"in/a.pdf","committe":"Cabinet"}"#, "no key is called \"committe\""),
        (#"{"path":"in/a.pdf","committee":["Cabinet"]}"#, "\"committee\" must be a string"),
        (#"{"path":"in/a.pdf","item":true}"#, "\"item\" must be a string"),
        (#"{"path":"in/a.pdf","url":"eastvale.example/a"}"#, "begins with https://"),
        (#"{"path":"in/a.pdf","retrieved":"yesterday"}"#, "2025-01-30T09:15:00Z"),
        (#"{"digest":"abc"}"#, "64 hexadecimal digits"),
    ])
    func aWrongLineIsNamedWithWhatToDo(line: String, words: String) throws {
        let refused = try read("{\"path\":\"in/b.pdf\"}\n\(line)\n")
        #expect(throws: HostError.self) { try refused.get() }
        if case .failure(let error) = refused {
            #expect(error.description.hasPrefix("papers.jsonl:2: "))
            #expect(error.description.contains(words))
        }
    }

    @Test func allWrongLinesAreToldAtOnce() throws {
        let refused = try read(#"{"path":"in/a.pdf"}"# + "\nx\n" + #"{"path":"in/a.pdf"}"# + String(repeating: "\ny", count: 12))
        guard case .failure(let error) = refused else { return #expect(Bool(false), "the manifest is taken") }
        #expect(error.description.contains("papers.jsonl:3: line 1 tells of the same paper"))
        #expect(error.description.contains("… and 4 more"))
    }

    @Test func folderSaysWhatMostOfItsPapersSay() {
        func paper(_ path: String, _ kind: String, _ committee: String?, _ date: String?) -> MeetingFolders.Paper {
            var told = ToldFacts()
            told.committee = committee
            told.date = date
            told.organisation = committee == nil ? nil : "Eastvale County Council"
            return MeetingFolders.Paper(path: path, kind: .init(rawValue: kind), facts: told.meeting)
        }
        let silent = paper("m/d.pdf", "other", nil, nil)
        let before = paper("m/b.pdf", "minutes", "Cabinet", "2024-12-10")
        let elsewhere = paper("n/e.pdf", "other", nil, nil)
        let folders = MeetingFolders([
            paper("m/a.pdf", "agenda", "Cabinet", "2025-01-30"), before, paper("m/c.pdf", "minutes", "Harbour Board", "2024-12-10"), silent,
            elsewhere,
        ])
        #expect(folders.facts(for: silent).committee == "Cabinet")
        #expect(folders.facts(for: silent).date?.description == "2025-01-30")
        #expect(folders.facts(for: paper("m/f.pdf", "other", "Harbour Board", nil)).date == nil)
        #expect(folders.facts(for: before).organisation == "Eastvale County Council")
        #expect(folders.facts(for: elsewhere).isEmpty)
        let divided = MeetingFolders([paper("m/a.pdf", "report", "Cabinet", nil), paper("m/b.pdf", "report", "Board", nil)])
        #expect(divided.facts(for: silent).committee == nil)
    }
}
