import Foundation
import TestSupport
import Testing

/// A run with a manifest, from the command line to each form of output.
@Suite struct ManifestRunTests {
    private let manifest = """
        {"path":"in/fees.html","url":"https://eastvale.example/fees","organisation":"Eastvale County Council","committee":"Harbour Board","date":"2025-01-30","item":"7","retrieved":"2025-02-01T08:00:00Z"}
        {"path":"in/minutes.html","organisation":"Westmarch Council","committee":"Pier Board","retrieved":"2025-02-01"}
        {"path":"in/broken.pdf","url":"https://eastvale.example/broken.pdf"}

        """

    private func write(_ text: String, to path: String) throws { try Data(text.utf8).write(to: URL(filePath: path)) }

    private func prepare(_ folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
        try write("<html><body><main><h1>Fees</h1><p>A berth costs £1,200 a year.</p></main></body></html>", to: folder + "/in/fees.html")
        try write(
            """
            <html><body><main><h1>NORTHWICK BOROUGH COUNCIL</h1><h2>Minutes of a meeting of the Audit Committee held in the Guildhall on \
            13 March 2025</h2><p>Present: Councillors Ames and Bede</p><p>The works cost £500.</p></main></body></html>
            """, to: folder + "/in/minutes.html")
        try write("%PDF-1.7\nnothing", to: folder + "/in/broken.pdf")
        try write(manifest, to: folder + "/papers.jsonl")
    }

    private func run(in folder: String, _ options: [String]) throws -> Command.Outcome {
        try Command.run(["run", "in", "--out", "out", "--rules", Checkout.rules] + options, in: folder)
    }

    private func documents(in folder: String) throws -> [Decoded] {
        try String(contentsOfFile: folder + "/out/documents.jsonl", encoding: .utf8).split(separator: "\n").map {
            try Decoded(json: Array($0.utf8))
        }
    }

    @Test func whatIsToldReachesEveryFormOfOutput() throws {
        try Checkout.withTemporaryFolder { folder in
            try prepare(folder)
            #expect(try run(in: folder, ["--manifest", "papers.jsonl"]).status == 1)
            let documents = try documents(in: folder)
            let fees = try #require(documents.first)
            #expect(fees["source"]["url"].string == "https://eastvale.example/fees")
            #expect(fees["source"]["retrieved"].string == "2025-02-01T08:00:00Z")
            #expect(fees["meeting"]["organisation"].string == "Eastvale County Council")
            #expect(fees["meeting"]["committee"].string == "Harbour Board")
            #expect(fees["meeting"]["date"].string == "2025-01-30")
            #expect(fees["meeting"]["item"].string == "7")
            #expect(fees["meeting"]["from"].string == "manifest")
            #expect(fees["organisation"].string == nil)

            let minutes = try #require(documents.last)
            #expect(minutes["organisation"].string == "NORTHWICK BOROUGH COUNCIL")
            #expect(minutes["meeting"]["organisation"].string == "Northwick Borough Council")
            #expect(minutes["meeting"]["committee"].string == "Audit Committee")
            #expect(minutes["meeting"]["date"].string == "2025-03-13")
            #expect(minutes["meeting"]["from"].string == "printed")

            let failures = try String(contentsOfFile: folder + "/out/failures.jsonl", encoding: .utf8)
            #expect(failures.contains(#""url":"https://eastvale.example/broken.pdf""#))

            let lines = try Command.run(["export", "out", "--type", "document"], in: folder).output
            #expect(try lines == String(contentsOfFile: folder + "/out/documents.jsonl", encoding: .utf8))
            let sheet = try Command.run(["export", "out", "--format", "csv"], in: folder).output
            let rows = sheet.split(whereSeparator: \.isNewline)
            #expect(rows[0].contains("organisation,committee,meetingDate,url,"))
            #expect(rows[1].contains("Eastvale County Council,Harbour Board,2025-01-30,https://eastvale.example/fees,"))
            #expect(rows[1].hasSuffix(",7,manifest,2025-02-01T08:00:00Z"))
            #expect(rows[2].contains("Northwick Borough Council,Audit Committee,2025-03-13,"))
        }
    }

    @Test func aChangedManifestIsSeenAndNothingIsReadAgain() throws {
        try Checkout.withTemporaryFolder { folder in
            try prepare(folder)
            _ = try run(in: folder, ["--manifest", "papers.jsonl"])
            let whole = try documents(in: folder).map(\.["meeting"])
            let changed = manifest.split(separator: "Harbour Board").joined(separator: "Quay Board")
            try write(changed, to: folder + "/papers.jsonl")
            let second = try run(in: folder, ["--manifest", "papers.jsonl"])
            #expect(second.errors.contains("3 of 3 papers are unchanged"))
            #expect(try documents(in: folder).first?["meeting"]["committee"].string == "Quay Board")
            let retried = try Command.run(["retry", "out"], in: folder)
            #expect(retried.status == 1)
            #expect(try documents(in: folder).first?["meeting"]["committee"].string == "Quay Board")

            // The files are those that a first run would write: without the manifest nothing of it stays.
            _ = try run(in: folder, [])
            #expect(try documents(in: folder).first?["meeting"]["committee"].string == nil)
            try write(manifest, to: folder + "/papers.jsonl")
            _ = try run(in: folder, ["--manifest", "papers.jsonl"])
            #expect(try documents(in: folder).map(\.["meeting"]) == whole)
        }
    }

    @Test func aWrongManifestEndsTheRunBeforeAPaperIsRead() throws {
        try Checkout.withTemporaryFolder { folder in
            try prepare(folder)
            try write(#"{"path":"in/fees.html","date":"30 January"}"# + "\n" + #"{"path":"in/gone.pdf"}"#, to: folder + "/papers.jsonl")
            let wrong = try run(in: folder, ["--manifest", "papers.jsonl"])
            #expect(wrong.status == 2)
            #expect(wrong.errors.contains("papers.jsonl:1: "))
            #expect(wrong.errors.contains("papers.jsonl:2: in/gone.pdf is no paper of this run"))
            #expect(!FileManager.default.fileExists(atPath: folder + "/out"))
            #expect(try run(in: folder, ["--manifest", "none.jsonl"]).status == 2)

            // A digest is known to be wrong when all papers are read; they stay read.
            try write(#"{"digest":"\#(String(repeating: "0", count: 64))"}"#, to: folder + "/papers.jsonl")
            let unknown = try run(in: folder, ["--manifest", "papers.jsonl"])
            #expect(unknown.status == 2)
            #expect(unknown.errors.contains("papers.jsonl:1: no paper of this run has the digest"))
            #expect(try run(in: folder, []).errors.contains("3 of 3 papers are unchanged"))
        }
    }

    @Test func aFolderIsAMeetingWhereTheUserSaysSo() throws {
        try Checkout.withTemporaryFolder { folder in
            try prepare(folder)
            _ = try run(in: folder, [])
            #expect(try documents(in: folder).first?["meeting"]["committee"].string == nil)
            _ = try run(in: folder, ["--assume-folder-is-meeting"])
            let fees = try #require(try documents(in: folder).first)
            #expect(fees["meeting"]["committee"].string == "Audit Committee")
            #expect(fees["meeting"]["date"].string == "2025-03-13")
            #expect(fees["meeting"]["from"].string == "folder")
            let sheet = try Command.run(["export", "out", "--format", "csv"], in: folder).output
            #expect(sheet.contains("Northwick Borough Council,Audit Committee,2025-03-13,"))
        }
    }
}
