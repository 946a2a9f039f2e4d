import Foundation
import TestSupport
import Testing

/// The commands that stand on the index, as people meet them.
@Suite struct TracingCommandTests {
    private struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    private func command(_ arguments: [String]) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: Checkout.program)
        process.arguments = arguments
        let (stdout, stderr) = (Pipe(), Pipe())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = stdout
        process.standardError = stderr
        try process.run()
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        let errors = try stderr.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: errors, as: UTF8.self))
    }

    private func records(in folder: String, _ page: String) throws -> String {
        try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
        try Data("<html><body><main><h1>Norbury</h1>\(page)</main></body></html>".utf8).write(to: URL(filePath: folder + "/in/page.html"))
        let run = try command(["run", folder + "/in", "--out", folder + "/out", "--rules", Checkout.rules])
        #expect(run.status == 0, "\(run.errors)")
        return folder + "/out"
    }

    @Test func aClaimIsTracedForPeopleAndMachines() throws {
        try Checkout.withTemporaryFolder { folder in
            let out = try records(in: folder, "<p>The library refit at Norbury cost £8.1m.</p><p>Parks cost £2m.</p>")
            let rules = ["--rules", Checkout.rules]
            let text = try command(["trace", out, "Norbury library refit: £8.1 million"] + rules)
            #expect(text.status == 0)
            #expect(text.output.contains("SUPPORTED"))
            #expect(text.output.contains("»£8.1m«"))
            let line = try command(["trace", out, "Norbury library refit: £8.1 million", "--format", "json"] + rules).output
            let verdict = try Decoded(json: Array(line.utf8))
            #expect(verdict["verdict"].string == "supported")
            let id = try #require(verdict["mentions"].list.first?["id"].string)
            #expect(try command(["show", out, id]).output.contains("Open:"))
            #expect(try command(["show", out, id, "--format", "json"]).output.hasPrefix(#"{"type":"figure","#))
            #expect(try command(["trace", out, id] + rules).output.contains("SUPPORTED"))
            #expect(try command(["search", out, "library"] + rules).output.contains("»library«"))
            // Somebody was handed the files for users and nothing else.
            let other = folder + "/other"
            try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: false)
            for name in try FileManager.default.contentsOfDirectory(atPath: out) where name.hasSuffix(".jsonl") {
                try FileManager.default.copyItem(atPath: out + "/" + name, toPath: other + "/" + name)
            }
            let published = try command(["trace", other, "Norbury library refit: £8.1 million", "--format", "json"] + rules)
            #expect(try Decoded(json: Array(published.output.utf8))["mentions"].list.first?["id"].string == id, "\(published.errors)")
            #expect(try command(["show", other, id, "--format", "json"]).output.hasPrefix(#"{"type":"figure","#))
            #expect(try command(["search", out, "£8,100,000", "--kind", "figure"] + rules).output.contains("£8.1m"))
        }
    }

    @Test func aFileOfClaimsIsAnsweredLineByLine() throws {
        try Checkout.withTemporaryFolder { folder in
            let out = try records(in: folder, "<p>The library refit at Norbury cost £8.1m.</p>")
            let claims = folder + "/claims.jsonl"
            try Data(
                """
                {"id":"a","claim":"The Norbury library refit cost £8.1m","kind":"passed over"}

                {"id":"b","query":"library refit"}

                """.utf8
            ).write(to: URL(filePath: claims))
            let first = try command(["trace", out, "--claims", claims, "--format", "json", "--rules", Checkout.rules])
            let lines = try first.output.split(separator: "\n").map { try Decoded(json: Array($0.utf8)) }
            #expect(lines.map { $0["id"].string } == ["a", "b"])
            #expect(lines[1]["pages"].list.count == 1)
            let cursor = try #require(lines[0]["cursor"].integer)
            let later = try command([
                "trace", out, "--claims", claims, "--format", "json", "--since", "\(cursor)", "--rules", Checkout.rules,
            ])
            let again = try Decoded(json: Array((later.output.split(separator: "\n").first ?? "").utf8))
            #expect(again["mentions"].list.isEmpty && again["verdict"].string == "supported")
            try Data("{}\n".utf8).write(to: URL(filePath: claims))
            let wrong = try command(["trace", out, "--claims", claims, "--rules", Checkout.rules])
            #expect(wrong.status == 2 && wrong.errors.contains("line 1"))
        }
    }

    @Test func aRunKeepsAnIndexUpThatIsThere() throws {
        try Checkout.withTemporaryFolder { folder in
            let out = try records(in: folder, "<p>The library refit at Norbury cost £8.1m.</p>")
            let index = out + "/.scrutineer/index.sqlite"
            #expect(!FileManager.default.fileExists(atPath: index))
            #expect(try command(["index", out]).errors.contains("1 papers and 1 figures"))
            _ = try records(in: folder, "<p>The library refit at Norbury cost £8.1m.</p><p>The lido cost £3m.</p>")
            // Nothing is left to do.
            #expect(try command(["index", out]).errors.contains("2 figures; 0 sources were read"))
            try Data("damaged, and so long that it is read as a database".utf8).write(to: URL(filePath: index))
            let run = try command(["run", folder + "/in", "--out", out, "--rules", Checkout.rules])
            #expect(run.status == 0)
            #expect(try command(["search", out, "lido", "--rules", Checkout.rules]).output.contains("»lido«"))
        }
    }

    @Test func whatCannotBeAnsweredIsSaid() throws {
        try Checkout.withTemporaryFolder { folder in
            let rules = ["--rules", Checkout.rules]
            let nothing = try command(["trace", folder, "a claim of £5m"] + rules)
            #expect(nothing.status == 2 && nothing.errors.contains("no run was made"))
            let out = try records(in: folder, "<p>The library refit at Norbury cost £8.1m.</p>")
            #expect(try command(["trace", out, "the of and"] + rules).status == 2)
            #expect(try command(["search", out, "the"] + rules).status == 2)
            #expect(try command(["show", out, "sha256:nothing"]).status == 2)
            #expect(try command(["trace", out] + rules).status == 2)
            #expect(try command(["search", out, "x", "--from", "January"] + rules).status == 2)
            let long = try command(["trace", out, String(repeating: "overspend of £1m ", count: 5_000)] + rules)
            #expect(long.status == 0)
            #expect(try command(["search", out, "nothing of this kind \"*\" NEAR("] + rules).status == 0)
        }
    }

    @Test func everyTypeIsATable() throws {
        try Checkout.withTemporaryFolder { folder in
            let out = try records(in: folder, "<h2>Parks</h2><p>The library refit cost £8.1m.</p>")
            for (type, heading) in [
                ("document", "source"), ("page", "document"), ("segment", "document"), ("table", "document"), ("failure", "source"),
            ] {
                let sheet = try command(["export", out, "--format", "csv", "--type", type]).output
                #expect(sheet.hasPrefix("\u{FEFF}\(heading),"), "\(type)")
            }
            #expect(try command(["export", out, "--format", "csv", "--type", "page"]).output.contains("The library refit cost £8.1m."))
            #expect(try command(["export", out, "--format", "csv", "--type", "figure"]).output.contains("£8.1m"))
            #expect(try command(["export", out, "--format", "csv", "--type", "page", "--type", "table"]).status == 2)
        }
    }

    @Test func theIndexIsOneFileForOthers() throws {
        try Checkout.withTemporaryFolder { folder in
            let out = try records(in: folder, "<p>The library refit cost £8.1m.</p>")
            #expect(try command(["export", out, "--format", "sqlite", "--out", folder + "/figures.db"]).status == 0)
            #expect(Checkout.bytes(of: folder + "/figures.db")?.starts(with: Array("SQLite format 3".utf8)) == true)
            #expect(try String(contentsOfFile: folder + "/metadata.yaml", encoding: .utf8).contains("figures"))
            #expect(try command(["export", out, "--format", "sqlite"]).status == 2)
        }
    }
}
