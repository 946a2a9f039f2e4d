import Foundation
import Supervision
import TestSupport
import Testing

/// The commands on the folder of a run, and what a run tells of itself.
@Suite struct FolderCommandTests {
    /// Makes a run over a few papers of the corpus and one that is damaged; gives its outcome.
    private func run(in folder: String, _ options: [String] = []) throws -> Command.Outcome {
        try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
        for name in ["cabinet-report/cabinet-report.pdf", "council-page/council-page.html"] {
            let target = "\(folder)/in/\(name.split(separator: "/").last ?? "")"
            if !FileManager.default.fileExists(atPath: target) {
                try FileManager.default.copyItem(atPath: "\(Checkout.root)/Corpus/\(name)", toPath: target)
            }
        }
        try Data("%PDF-1.7\nnothing".utf8).write(to: URL(filePath: folder + "/in/broken.pdf"))
        return try Command.run(["run", folder + "/in", "--out", folder + "/out", "--rules", Checkout.rules] + options)
    }

    @Test func statusCountsAndListsForPeopleAndMachines() throws {
        try Checkout.withTemporaryFolder { folder in
            #expect(try run(in: folder).status == 1)
            let text = try Command.run(["status", folder + "/out/"])
            #expect(text.status == 0)
            #expect(text.output.contains("3 papers: 2 complete, 0 partial, 1 failed"))
            #expect(text.output.contains("1 corrupt: fetch them again from their source"))
            #expect(text.output.contains("cabinet-report.pdf"))
            let json = try Decoded(json: Array(try Command.run(["status", folder + "/out", "--json"]).output.utf8))
            #expect(json["failed"].integer == 1)
            #expect(json["codes"]["corrupt"].integer == 1)
            #expect(json["slowest"].list.count == 3)
            #expect(try Command.run(["status", folder + "/in"]).status == 2)
        }
    }

    @Test func exportGivesTheRecordsOfTheFiles() throws {
        try Checkout.withTemporaryFolder { folder in
            _ = try run(in: folder)
            let all = try Command.run(["export", folder + "/out"])
            #expect(all.status == 0)
            for kind in ["document", "page", "segment", "table", "figure", "failure"] {
                let wanted = try String(contentsOfFile: "\(folder)/out/\(kind)s.jsonl", encoding: .utf8)
                #expect(all.output.split(separator: "\n").filter { $0.hasPrefix(#"{"type":"\#(kind)","#) } == wanted.split(separator: "\n"))
                #expect(try Command.run(["export", folder + "/out", "--type", kind]).output == wanted)
            }
            #expect(try Command.run(["export", folder + "/out", "--type", "figment"]).status == 2)
            #expect(try Command.run(["export", folder + "/out", "--format", "xls"]).status == 2)
        }
    }

    @Test func theSheetOpensRightInASpreadsheet() throws {
        try Checkout.withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
            let page =
                "<html><body><main><h1>Fees</h1><p>=HYPERLINK(1) costs £1,200 a year, it is &quot;dear&quot;.</p></main></body></html>"
            try Data(page.utf8).write(to: URL(filePath: folder + "/in/=fees.html"))
            #expect(try Command.run(["run", "=fees.html", "--out", "out", "--rules", Checkout.rules], in: folder + "/in").status == 0)
            let sheet = try Command.run(["export", folder + "/in/out", "--format", "csv"]).output
            #expect(Array(sheet.utf8.prefix(3)) == [0xef, 0xbb, 0xbf])
            let lines = String(sheet.dropFirst()).components(separatedBy: "\r\n")
            #expect(lines.count == 3 && lines.last == "")
            #expect(!sheet.replacing("\r\n", with: "").contains("\n"))
            #expect(lines.first?.hasPrefix("source,page,kind,text,value,") == true)
            #expect(lines[1].hasPrefix("'=fees.html,1,money,"))
            #expect(lines[1].contains(",1200,"))
            #expect(lines[1].contains(#""dear"""#))
        }
    }

    @Test func retryMakesTheRunAgainFromAnywhere() throws {
        try Checkout.withTemporaryFolder { folder in
            _ = try run(in: folder)
            try FileManager.default.removeItem(atPath: folder + "/in/broken.pdf")
            let retry = try Command.run(["retry", "out", "--memory", "700"], in: folder)
            #expect(retry.status == 0)
            #expect(retry.errors.contains("2 of 2 papers are unchanged"))
            let run = try Decoded(json: Checkout.bytes(of: folder + "/out/run.json") ?? [])
            #expect(run["limits"]["megabytes"].integer == 700)
            #expect(try Command.run(["retry", folder + "/in"]).status == 2)
        }
    }

    @Test func aRunTellsPeopleMachinesOrNobody() throws {
        try Checkout.withTemporaryFolder { folder in
            let text = try run(in: folder)
            #expect(text.output.isEmpty)
            #expect(text.errors.contains("/in/broken.pdf: corrupt: "))
            #expect(text.errors.contains("1 failure\n"))
            #expect(!text.errors.contains("\u{1B}"))

            let json = try run(in: folder, ["--log-format", "json"])
            let events = try json.errors.split(separator: "\n").map { try Decoded(json: Array($0.utf8)) }
            #expect(events.map { $0["event"].string } == ["began", "finished"])
            #expect(events.last?["kept"].integer == 3)
            #expect(events.last?["level"].string == "info")

            let quiet = try run(in: folder, ["--quiet"])
            #expect(quiet.status == 1)
            #expect(quiet.errors.isEmpty)
        }
    }

    @Test func metricsAreWhatACollectorReads() throws {
        // What started the run may hold more than any worker; that is not the workers' peak, nor does it hide theirs.
        let held = [UInt8](repeating: 1, count: 400 << 20)
        defer { #expect(held.last == 1) }
        try Checkout.withTemporaryFolder { folder in
            _ = try run(in: folder, ["--metrics", folder + "/scrutineer.prom"])
            let text = try String(contentsOfFile: folder + "/scrutineer.prom", encoding: .utf8)
            #expect(text.hasSuffix("\n"))
            var samples: [String: Double] = [:]
            var described: Set<Substring> = []
            for line in text.split(separator: "\n") {
                let words = line.split(separator: " ")
                if line.hasPrefix("# TYPE ") {
                    described.insert(words[2])
                } else if !line.hasPrefix("#") {
                    #expect(described.contains(words[0].prefix { $0 != "{" }))
                    samples[String(words[0])] = Double(words[1])
                }
            }
            #expect(samples[#"scrutineer_papers{outcome="complete"}"#] == 2)
            #expect(samples[#"scrutineer_papers{outcome="failure"}"#] == 1)
            #expect(samples[#"scrutineer_papers_done{how="read"}"#] == 3)
            #expect(samples["scrutineer_pages_read"] == 4)
            #expect((samples["scrutineer_figures_read"] ?? 0) > 0)
            #expect((samples[#"scrutineer_stage_seconds{stage="load"}"#] ?? 0) > 0)
            #expect(samples[#"scrutineer_worker_restarts{reason="crash"}"#] == 0)
            #expect((20e6..<300e6).contains(samples["scrutineer_worker_peak_bytes"] ?? 0))
            #expect(samples["scrutineer_queue_papers"] == 0)
            #expect(samples["scrutineer_run_success"] == 1)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["in", "out", "scrutineer.prom"])

            // A run in which no worker starts has the same series.
            _ = try run(in: folder, ["--metrics", folder + "/later.prom"])
            let later = try String(contentsOfFile: folder + "/later.prom", encoding: .utf8)
            let names = later.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { String($0.prefix { $0 != " " }) }
            #expect(Set(names) == Set(samples.keys))
        }
    }
}
