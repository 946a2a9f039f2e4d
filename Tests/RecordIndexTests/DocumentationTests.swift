import Foundation
import TestSupport
import Testing

/// The examples of `docs/tracing.md`, walked one by one over the records of `Corpus`.
@Suite struct DocumentationTests {
    private struct Example {
        var command: String
        var output: [String]
    }

    /// Blocks of the page that begin with a command; the lines below it are lines of its output, "…" leaves some out.
    private var examples: [Example] {
        let text = (try? String(contentsOfFile: Checkout.root + "/docs/tracing.md", encoding: .utf8)) ?? ""
        var examples: [Example] = []
        for block in text.components(separatedBy: "```console\n").dropFirst() {
            for line in (block.components(separatedBy: "```").first ?? "").split(separator: "\n").map({ String($0) }) {
                if line.hasPrefix("$ ") {
                    examples.append(Example(command: String(line.dropFirst(2)), output: []))
                } else if !examples.isEmpty {
                    examples[examples.count - 1].output.append(line)
                }
            }
        }
        return examples
    }

    @Test func everyExampleDoesWhatThePageSays() throws {
        let examples = examples
        #expect(examples.count >= 8)
        try Checkout.withTemporaryFolder { folder in
            try FileManager.default.copyItem(atPath: Checkout.root + "/Corpus", toPath: folder + "/papers")
            for example in examples {
                let process = Process()
                process.executableURL = URL(filePath: "/bin/sh")
                // The program finds its rules beside itself, and here they are named.
                let program =
                    "scrutineer() { c=$1; shift; case $c in run|search|trace) set -- \"$@\" --rules '\(Checkout.rules)';; esac; '\(Checkout.program)' $c \"$@\"; }; "
                process.arguments = ["-c", program + example.command]
                process.currentDirectoryURL = URL(filePath: folder)
                let output = Pipe()
                process.standardOutput = output
                process.standardError = output
                try process.run()
                let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
                process.waitUntilExit()
                // Some papers of Corpus can't be read to their end, which is what status 1 says.
                #expect([0, 1].contains(process.terminationStatus), "\(example.command): \(text)")
                let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
                for line in example.output.map({ $0.trimmingCharacters(in: .whitespaces) }) where line != "…" {
                    #expect(lines.contains(line), "\(example.command) does not print: \(line)\n\(text)")
                }
            }
        }
    }

    @Test func thePageTellsOfEveryCommandAndWord() throws {
        let text = try String(contentsOfFile: Checkout.root + "/docs/tracing.md", encoding: .utf8)
        for word in [
            "search", "trace", "index", "show", "export", "--claims", "--since", "--rebuild", "supported", "differs", "notFound",
            "roundsTo",
            "roundedFrom", "truncated", "signDiffers", "near", "tenfold", "thousandfold", "asked", "answered", "reported", "tabulated",
            "recommended", "resolved", "noted", "papers", "passages", "figures", "segments", "decisions", "tables", "cells",
        ] {
            #expect(text.contains(word), "docs/tracing.md says nothing of \(word)")
        }
    }
}
