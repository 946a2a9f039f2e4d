import Foundation
import TestSupport
import Testing

/// The program as people and other programs meet it.
@Suite struct CommandTests {
    private func scrutineer(_ arguments: [String], input: String = "") throws -> Command.Outcome {
        try Command.run(arguments, input: input)
    }

    private let page = Checkout.root + "/Corpus/council-page/council-page.html"

    @Test(arguments: ["--version", "-V"])
    func theVersionTellsWhatDecides(option: String) throws {
        let outcome = try scrutineer([option])
        #expect(outcome.status == 0)
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(lines.first?.wholeMatch(of: #/scrutineer \d+\.\d+\.\d+/#) != nil)
        #expect(lines.dropFirst().map { $0.prefix { $0 != ":" } } == ["commit", "rules", "poppler", "recognition", "sandbox"])
        #expect(outcome.output.contains(#/\ncommit: ([0-9a-f]{40}\+?|unknown)\n/#))
        #expect(outcome.output.contains(#/\nrules: sha256:[0-9a-f]{64} /#))
        #expect(outcome.output.contains(#/\npoppler: \d+\.\d+/#))
    }

    @Test(arguments: [
        (["nonsense"], "there is no command `nonsense`"), (["nonsense", "--help"], "there is no command `nonsense`"),
        (["exprot", "records"], "did you mean `export`?"), (["rules", "chekc", "--help"], "did you mean `check`?"),
    ])
    func aMistypedCommandIsNamed(arguments: [String], words: String) throws {
        let outcome = try scrutineer(arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(words))
    }

    @Test(arguments: [["help"], ["help", "run"], ["--help"], ["rules", "--help"], ["run", "-h"]])
    func helpIsNoMistake(arguments: [String]) throws {
        let outcome = try scrutineer(arguments)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("USAGE: scrutineer"))
        #expect(outcome.errors.isEmpty)
    }

    @Test(arguments: [
        ["run"], ["status"], ["retry"], ["export"], ["extract"], ["worker"], ["schema"], ["figures"], ["inspect"], ["rules", "check"],
        ["rules", "test"], ["rules", "list"], ["rules", "explain"], ["rules", "score"],
    ])
    func helpHasAnExample(command: [String]) throws {
        let outcome = try scrutineer(command + ["--help"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Example: "))
        #expect(outcome.output.contains("scrutineer \(command.joined(separator: " "))"))
    }

    @Test(arguments: [
        [], ["run"], ["run", "x.pdf"], ["run", "x.pdf", "--out", "/tmp/x", "--workers", "0"], ["fly"],
        ["extract", "x.pdf", "--format", "xml"],
        ["rules", "check", "--rules", "/no/such/folder"],
        ["rules", "explain"], ["rules", "explain", "/no/such/paper.pdf"], ["rules", "explain", "--text", "£5", "--rule", "no.such-rule"],
        ["rules", "score", "/no/such/answers.jsonl", "/tmp"],
    ])
    func wrongUsageIsStatusTwo(arguments: [String]) throws {
        let outcome = try scrutineer(arguments)
        // The bare program prints its help, which is no mistake.
        #expect(outcome.status == (arguments.isEmpty ? 0 : 2))
        #expect(outcome.errors.isEmpty == arguments.isEmpty)
    }

    @Test func extractWritesRecordsAndSaysWhatFailed() throws {
        let outcome = try scrutineer(["extract", page, "/no/such/paper.pdf", "--rules", Checkout.rules])
        #expect(outcome.status == 1)
        let records = try outcome.output.split(separator: "\n").map { try Decoded(json: Array($0.utf8)) }
        #expect(records.first?["type"].string == "document")
        #expect(records.last?["type"].string == "failure")
        #expect(records.last?["code"].string == "unreadable")
        #expect(outcome.errors.contains("/no/such/paper.pdf: unreadable"))
    }

    @Test func extractOfAPaperThatIsReadInPartIsStatusOne() throws {
        let scan = Checkout.root + "/Corpus/scan/scan.pdf"
        let outcome = try scrutineer(["extract", scan, "--rules", Checkout.rules])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains(#""status":"partial""#))
    }

    @Test func aWorkerAnswersEveryRequest() throws {
        let requests = "/no/such/paper.pdf\n\n{\"path\":\"\(page)\",\"url\":\"https://example.org/fees\"}\n{broken\n"
        let outcome = try scrutineer(["worker", "--rules", Checkout.rules], input: requests)
        #expect(outcome.status == 0)
        let records = try outcome.output.split(separator: "\n").map { try Decoded(json: Array($0.utf8)) }
        let ends = records.filter { ["document", "failure", "done"].contains($0["type"].string) }
        #expect(ends.map { $0["type"].string } == ["failure", "done", "document", "done", "failure", "done"])
        #expect(ends[2]["source"]["url"].string == "https://example.org/fees")
        #expect(ends[4]["source"]["path"].string == "{broken")
    }

    @Test func runReadsAListAndRefusesBadRules() throws {
        try Checkout.withTemporaryFolder { folder in
            let good = try scrutineer(["run", "-", "--out", folder + "/out", "--rules", Checkout.rules], input: page + "\n")
            #expect(good.status == 0)
            #expect(good.output.isEmpty)
            #expect(good.errors.contains("1 document, "))

            try Data("language: 1\nrulez: []\n".utf8).write(to: URL(filePath: folder + "/vocabulary.yaml"))
            let bad = try scrutineer(["run", page, "--out", folder + "/other", "--rules", folder])
            #expect(bad.status == 2)
            #expect(bad.errors.contains("vocabulary.yaml:2:1: unknownKey"))
            #expect(!FileManager.default.fileExists(atPath: folder + "/other"))
        }
    }

    @Test func aTextIsExplained() throws {
        let outcome = try scrutineer(["rules", "explain", "--rules", Checkout.rules, "--text", "a grant of up to £5m"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("figure\tup to £5m\tmoney 5000000 GBP\tby money.sign-first\n    bound\tatMost\tby bound.up-to\n"))
    }

    @Test func rulesAreScoredAgainstAnswers() throws {
        let corpus = Checkout.rules + "/../Corpus"
        let outcome = try scrutineer(["rules", "score", "--rules", Checkout.rules, corpus + "/council-page/figures.jsonl", corpus])
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("rule\tright\twrong\tmissed\tprecision\trecall\n"))
        #expect(outcome.output.contains("\nmoney\t"))
    }

    @Test func figuresOfPlainText() throws {
        let outcome = try scrutineer(["figures", "--rules", Checkout.rules], input: "nothing here\nwe saved £8.1m\n")
        #expect(outcome.status == 0)
        let lines = try outcome.output.split(separator: "\n").map { try Decoded(json: Array($0.utf8)) }
        #expect(lines.count == 2)
        #expect(lines.first?["figures"].list == [])
        #expect(lines.last?["figures"].list.first?["value"].string == "8100000")
    }
}
