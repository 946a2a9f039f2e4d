import PaperModel
import Pipeline
import Records
import RuleEngine
import Supervision
import TestSupport
import Testing

/// The program itself as worker, over papers of `Corpus/` and, where they are, over real and hostile ones.
@Suite struct RealWorkerTests {
    private func run(_ folder: String, workers: Int, into out: String) throws -> RunSummary {
        let rules = try Checkout.ruleBook.get()
        var settings = RunSettings(
            worker: [Checkout.program, "worker", "--passed", "--memory", "1024", "--rules", Checkout.rules], workers: workers,
            provenance: Provenance(rules: rules.hash, version: Program.version))
        settings.papersPerWorker = 5
        return try Run(settings: settings).run(Inputs([folder]), into: out).summary
    }

    @Test func oneWorkerAndTwoGiveTheSameBytes() throws {
        try Checkout.withTemporaryFolder { folder in
            let outputs = try [1, 2].map { workers -> [[UInt8]?] in
                let summary = try run(Checkout.root + "/Corpus", workers: workers, into: "\(folder)/\(workers)")
                #expect(summary.count(.document) == CorpusPaper.all.count)
                #expect(summary.count(.failure) == 0)
                #expect(summary.progress.peakMegabytes > 0)
                return Record.Kind.allCases.map { Checkout.bytes(of: "\(folder)/\(workers)/\($0.fileName)") }
            }
            #expect(outputs[0] == outputs[1])
            #expect(outputs[0].allSatisfy { $0 != nil })
        }
    }

    @Test(arguments: ["hostile", "seeds", "pages", "papers"].compactMap(Checkout.sharedData))
    func everyRealPaperEndsAsARecordAndNoneBringsAWorkerDown(papers: String) throws {
        try Checkout.withTemporaryFolder { folder in
            let summary = try run(papers, workers: 2, into: folder)
            #expect(summary.inputs > 0)
            #expect(summary.count(.document) + summary.repeated + summary.count(.failure) == summary.inputs)
            #expect((1..<500).contains(summary.progress.peakMegabytes))
            let codes = try Decoded.lines(of: folder + "/failures.jsonl").map { $0["code"].string ?? "" }
            #expect(codes.allSatisfy { !["crash", "memory", "timeout"].contains($0) }, "\(codes)")
        }
    }

    @Test(.enabled(if: Checkout.sharedData("papers") == nil))
    func realPapersWereSkipped() {
        print("skipped: there are no real papers in ../shared/data")
    }
}
