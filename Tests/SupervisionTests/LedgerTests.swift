import Foundation
import Pipeline
import Records
import TestSupport
import Testing

@testable import Supervision

/// What a run remembers for the next one.
@Suite struct LedgerTests {
    /// A folder with papers, a folder for the output, and a list of what workers were given.
    private struct Site {
        let folder: String
        var settings: RunSettings

        init(_ folder: String) throws {
            self.folder = folder
            // A worker that notes what it is given, and whose records hold the bytes of the paper and their digest.
            let script = #"""
                while IFS= read -r line; do
                    path=${line#*'"path":"'}; path=${path%%'"'*}
                    echo "$path" >> '\#(folder)/given'
                    case "$path" in
                        */gone*) echo '{"type":"failure","schema":"1.0","source":{},"code":"unreadable","stage":"load","message":"gone"}' ;;
                        */crash*) kill -SEGV $$ ;;
                        *)
                            digest=$(sha256sum < "$path"); digest=${digest%% *}
                            echo '{"type":"document","schema":"1.0","id":"sha256:'"$digest"'","source":{"path":"'"$path"'"},"bytes":'"$(wc -c < "$path")"',"status":"complete","rules":"sha256:none","version":"0"}'
                            echo '{"type":"page","schema":"1.0","id":"sha256:'"$digest"'#p1","text":"'"$(cat "$path")"'"}' ;;
                    esac
                    echo '{"type":"done","schema":"1.0"}'
                done
                """#
            settings = RunSettings(
                worker: ["/bin/sh", "-c", script], workers: 2, provenance: Provenance(rules: "sha256:none", version: "0"))
            try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
            for name in ["a", "b", "c"] { try write(name, "first \(name)") }
        }

        func write(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: URL(filePath: "\(folder)/in/\(name).pdf"))
            try age(name, seconds: 60)
        }

        /// Puts the time of the last change back, as it is for papers that were not written this very moment.
        func age(_ name: String, seconds: Double) throws {
            let path = "\(folder)/in/\(name).pdf"
            try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: path)
        }

        /// Names of the papers that workers are given in a run, sorted.
        func given(settings: RunSettings? = nil, papers: [String]? = nil) throws -> [String] {
            try? FileManager.default.removeItem(atPath: folder + "/given")
            let inputs = papers.map { $0.map { "\(folder)/in/\($0).pdf" } } ?? [folder + "/in"]
            _ = try Run(settings: settings ?? self.settings).run(Inputs(inputs), into: folder + "/out").summary
            let paths = (try? String(contentsOfFile: folder + "/given", encoding: .utf8))?.split(separator: "\n") ?? []
            return paths.map { String($0.split(separator: "/").last?.prefix { $0 != "." } ?? "") }.sorted()
        }

        /// What stands in the published files.
        var published: [[UInt8]?] { Publication.files.map { Checkout.bytes(of: "\(folder)/out/\($0)") } }

        enum Publication { static let files = Record.Kind.allCases.map(\.fileName) + ["run.json"] }

        var pages: [String?] {
            get throws { try Decoded.lines(of: folder + "/out/pages.jsonl").map { $0["text"].string } }
        }

        /// Paths of the files of records that runs keep.
        var storedRecords: [String] {
            get throws {
                let records = folder + "/out/.scrutineer/records"
                return try FileManager.default.contentsOfDirectory(atPath: records).sorted().map { records + "/" + $0 }
            }
        }

        /// Changes the files of records; `isOfB` is true for that of the paper `b`.
        func changeRecords(_ change: (_ bytes: inout [UInt8], _ isOfB: Bool) -> Void) throws {
            for path in try storedRecords {
                var bytes = try #require(Checkout.bytes(of: path))
                let records = try StoredRecords(path: path).bytes(1 << 20, at: 0)
                change(&bytes, String(decoding: records, as: UTF8.self).contains("first b"))
                try Data(bytes).write(to: URL(filePath: path))
            }
        }
    }

    private func withSite(_ body: (inout Site) throws -> Void) throws {
        try Checkout.withTemporaryFolder { folder in
            var site = try Site(folder)
            try body(&site)
        }
    }

    @Test func whatHasNotChangedIsNotReadAgain() throws {
        try withSite { (site: inout Site) throws -> Void in
            #expect(try site.given() == ["a", "b", "c"])
            let before = site.published
            #expect(before.allSatisfy { $0 != nil })
            // Files that were changed just now may change again within a tick of the clock: they are compared, once.
            #expect(try site.given() == [])
            #expect(try site.given() == [])
            #expect(site.published == before)
        }
    }

    @Test func changedBytesAreReadAgainAlsoBehindTheSameSizeAndTime() throws {
        try withSite { (site: inout Site) throws -> Void in
            _ = try site.given()
            Thread.sleep(forTimeInterval: 2.1)
            #expect(try site.given() == [])
            let path = site.folder + "/in/b.pdf"
            let times = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
            try Data("fIRST b".utf8).write(to: URL(filePath: path))
            try FileManager.default.setAttributes([.modificationDate: times ?? Date()], ofItemAtPath: path)
            #expect(try site.given() == ["b"])
            #expect(try site.pages == ["first a", "fIRST b", "first c"])
        }
    }

    @Test func aFileThatWasOnlyTouchedIsNotReadAgain() throws {
        try withSite { (site: inout Site) throws -> Void in
            _ = try site.given()
            let before = site.published
            try site.age("a", seconds: 3_000)
            #expect(try site.given() == [])
            #expect(site.published == before)
        }
    }

    @Test func otherRulesVersionOrSettingsReadEverything() throws {
        try withSite { (site: inout Site) throws -> Void in
            _ = try site.given()
            site.settings.provenance.rules = "sha256:other"
            #expect(try site.given() == ["a", "b", "c"])
            site.settings.provenance.version = "1"
            #expect(try site.given() == ["a", "b", "c"])
            site.settings.reading = "ocr"
            #expect(try site.given() == ["a", "b", "c"])
            site.settings.workers = 1
            site.settings.seconds = 7
            #expect(try site.given() == [])
        }
    }

    @Test func sourcesThatAreGoneLeaveTheFilesAndMayComeBack() throws {
        try withSite { (site: inout Site) throws -> Void in
            _ = try site.given()
            let before = site.published
            #expect(try site.given(papers: ["a", "c"]) == [])
            #expect(try site.pages == ["first a", "first c"])
            #expect(try FolderStatus(folder: site.folder + "/out").text(folder: "x").contains("1 sources of earlier runs are gone"))
            #expect(try site.given() == ["b"])
            #expect(site.published == before)
        }
    }

    @Test func theFilesAreTheSameWhateverCameBefore() throws {
        try withSite { (site: inout Site) throws -> Void in
            _ = try site.given(papers: ["c"])
            try site.write("c", "second c")
            _ = try site.given(papers: ["b", "c"])
            _ = try site.given()
            let grown = site.published
            try FileManager.default.removeItem(atPath: site.folder + "/out")
            #expect(try site.given() == ["a", "b", "c"])
            #expect(site.published == grown)
        }
    }

    @Test func filesThatSomebodyChangedAreWrittenAgain() throws {
        try withSite { (site: inout Site) throws -> Void in
            _ = try site.given()
            let before = site.published
            try Data("{}\n".utf8).write(to: URL(filePath: site.folder + "/out/pages.jsonl"))
            try FileManager.default.removeItem(atPath: site.folder + "/out/documents.jsonl")
            #expect(try site.given() == [])
            #expect(site.published == before)
        }
    }

    @Test func lostRecordsAreReadAgain() throws {
        try withSite { (site: inout Site) throws -> Void in
            _ = try site.given()
            let before = site.published
            let records = site.folder + "/out/.scrutineer/records"
            let names = try FileManager.default.contentsOfDirectory(atPath: records)
            #expect(names.count == 3)
            try FileManager.default.removeItem(atPath: records + "/" + (names.first ?? ""))
            #expect(try site.given().count == 1)
            #expect(site.published == before)
        }
    }

    @Test func aPaperInQuarantineWaitsForARetryOrForMore() throws {
        try withSite { (site: inout Site) throws -> Void in
            try site.write("crash", "x")
            #expect(try site.given() == ["a", "b", "c", "crash", "crash"])
            #expect(try site.given() == [])
            var more = site.settings
            more.megabytes *= 2
            #expect(try site.given(settings: more) == ["crash", "crash"])
            // Less than it had is no reason to try again, nor is as much.
            #expect(try site.given() == [])
            var retry = site.settings
            retry.retriesQuarantined = true
            #expect(try site.given(settings: retry) == ["crash", "crash"])
            let status = try FolderStatus(folder: site.folder + "/out")
            #expect(status.quarantine.map(\.code) == ["crash"])
            #expect(status.papers == 4)
        }
    }

    @Test func whatCannotBeOpenedIsTriedEachTimeButWrittenOnce() throws {
        try withSite { (site: inout Site) throws -> Void in
            _ = try site.given(papers: ["a", "gone"])
            let file = site.folder + "/out/failures.jsonl"
            let before = try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int
            #expect(try site.given(papers: ["a", "gone"]) == ["gone"])
            #expect(try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int == before)
        }
    }

    @Test func aSecondRunAtTheSameTimeSaysSo() throws {
        try withSite { (site: inout Site) throws -> Void in
            _ = try site.given()
            let lock = open(site.folder + "/out/.scrutineer", O_RDONLY)
            defer { close(lock) }
            #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
            let error = #expect(throws: HostError.self) { try site.given() }
            #expect(error?.description.contains("another run is at work") == true)
            #expect(throws: HostError.self) { try FolderExport(folder: site.folder + "/out") }
            // A status only looks.
            #expect(try FolderStatus(folder: site.folder + "/out").papers == 3)
        }
    }

    @Test func aDamagedLedgerIsAnErrorThatSaysWhich() throws {
        try withSite { (site: inout Site) throws -> Void in
            _ = try site.given()
            let ledger = site.folder + "/out/.scrutineer/ledger.sqlite"
            try Data(repeating: 7, count: 5_000).write(to: URL(filePath: ledger))
            for file in [ledger + "-wal", ledger + "-shm"] { try? FileManager.default.removeItem(atPath: file) }
            let error = #expect(throws: HostError.self) { try site.given() }
            #expect(error?.description.contains("ledger.sqlite") == true)
        }
    }

    @Test func aDamagedLedgerIsMadeAnewFromTheRecords() throws {
        try withSite { (site: inout Site) throws -> Void in
            site.settings.provenance = Provenance(rules: "sha256:none", version: "0")
            _ = try site.given()
            let before = site.published
            let ledger = site.folder + "/out/.scrutineer/ledger.sqlite"
            try Data(repeating: 7, count: 5_000).write(to: URL(filePath: ledger))
            for file in [ledger + "-wal", ledger + "-shm"] { try? FileManager.default.removeItem(atPath: file) }
            let error = #expect(throws: HostError.self) { try site.given() }
            #expect(error?.description.contains("--rebuild-ledger") == true)
            var settings = site.settings
            settings.rebuildsLedger = true
            #expect(try site.given(settings: settings) == [])
            // What workers gave up is not known before one works again; the records are the same.
            #expect(site.published.dropLast() == before.dropLast())
            #expect(try site.given() == [])
        }
    }

    @Test func recordsThatTheDiskChangedAreReadAgain() throws {
        try withSite { (site: inout Site) throws -> Void in
            _ = try site.given()
            let before = site.published
            try site.changeRecords { bytes, isOfB in if isOfB { bytes[bytes.count - 12] ^= 1 } }
            // They are looked at when the files are written.
            try FileManager.default.removeItem(atPath: site.folder + "/out/pages.jsonl")
            #expect(try site.given() == ["b"])
            #expect(site.published == before)
        }
    }

    @Test func recordsThatAreCutAreReadAgain() throws {
        try withSite { (site: inout Site) throws -> Void in
            _ = try site.given()
            let before = site.published
            try site.changeRecords { bytes, isOfB in if isOfB { bytes.removeLast(7) } }
            #expect(try site.given() == ["b"])
            #expect(site.published == before)
            // Nor does a ledger that is made anew take them for whole.
            try site.changeRecords { bytes, isOfB in if isOfB { bytes.removeLast(7) } }
            site.settings.rebuildsLedger = true
            #expect(try site.given() == ["b"])
        }
    }

    @Test func recordsThatAnEarlierVersionKeptUnfoldedAreUsed() throws {
        try withSite { (site: inout Site) throws -> Void in
            _ = try site.given()
            let before = site.published
            for name in try site.storedRecords {
                let bytes = try StoredRecords(path: name).bytes(1 << 20, at: 0)
                try Data(bytes).write(to: URL(filePath: name))
            }
            // Their sums are those of the files as they were.
            var settings = site.settings
            settings.rebuildsLedger = true
            #expect(try site.given(settings: settings) == [])
            try FileManager.default.removeItem(atPath: site.folder + "/out/pages.jsonl")
            #expect(try site.given() == [])
            #expect(site.published.dropLast() == before.dropLast())
            #expect(try FolderRecords(folder: site.folder + "/out").papers.count == 3)
            // A paper that is read again lies folded among them; one that is copied lies as its original does.
            try site.write("c", "second c")
            try FileManager.default.copyItem(atPath: site.folder + "/in/a.pdf", toPath: site.folder + "/in/d.pdf")
            #expect(try site.given() == ["c"])
            #expect(try site.pages == ["first a", "first b", "second c"])
            let folded = try site.storedRecords.filter { Checkout.bytes(of: $0)?.first == 0x1F }
            #expect(folded.count == 1)
            try site.changeRecords { bytes, isOfB in if isOfB { bytes[bytes.count - 5] ^= 1 } }
            try FileManager.default.removeItem(atPath: site.folder + "/out/pages.jsonl")
            #expect(try site.given() == ["b"])
        }
    }

    @Test func aPaperThatWasMovedIsNotReadAgain() throws {
        try withSite { (site: inout Site) throws -> Void in
            _ = try site.given()
            try FileManager.default.moveItem(atPath: site.folder + "/in/b.pdf", toPath: site.folder + "/in/moved.pdf")
            #expect(try site.given() == [])
            let documents = try Decoded.lines(of: site.folder + "/out/documents.jsonl")
            #expect(documents.map { $0["source"]["path"].string?.split(separator: "/").last } == ["a.pdf", "c.pdf", "moved.pdf"])
            #expect(try site.pages == ["first a", "first c", "first b"])
            // From another root the records say where the papers lie from there, and none is read.
            site.settings.root = site.folder
            #expect(try site.given() == [])
            let paths = try Decoded.lines(of: site.folder + "/out/documents.jsonl").map { $0["source"]["path"].string }
            #expect(paths == ["in/a.pdf", "in/c.pdf", "in/moved.pdf"])
        }
    }

    @Test func linksInTheFolderOfARunAreRefused() throws {
        try withSite { (site: inout Site) throws -> Void in
            let (out, victim) = (site.folder + "/out", site.folder + "/victim")
            for folder in [out + "/.scrutineer", victim] {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            try Data("kept".utf8).write(to: URL(filePath: victim + "/7"))
            try FileManager.default.createSymbolicLink(atPath: out + "/.scrutineer/records", withDestinationPath: victim)
            let error = #expect(throws: HostError.self) { try site.given() }
            #expect(error?.description.contains("is a link") == true)
            #expect(Checkout.bytes(of: victim + "/7") == Array("kept".utf8))
        }
    }

    @Test func aFolderWithoutARunIsSaidToBeOne() throws {
        try Checkout.withTemporaryFolder { folder in
            #expect(throws: HostError.self) { try FolderStatus(folder: folder) }
            #expect(throws: HostError.self) { try FolderExport(folder: folder) }
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(names.isEmpty)
        }
    }
}
