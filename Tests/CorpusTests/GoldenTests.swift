import Foundation
import Pipeline
import Records
import RuleEngine
import TestSupport
import Testing

/// Each stage's outcome on each paper of `Corpus/` against the golden beside the paper.
///
/// `SCRUTINEER_GOLDEN=rewrite swift test --filter GoldenTests` writes them anew; look at `git diff Corpus` before committing.
@Suite struct GoldenTests {
    private static let rewrites = ProcessInfo.processInfo.environment["SCRUTINEER_GOLDEN"] == "rewrite"
    private static let isCI = ProcessInfo.processInfo.environment["CI"] != nil

    @Test func theCorpusIsThere() {
        #expect(CorpusPaper.all.count >= 13)
    }

    @Test func goldensAreNotRewrittenInCI() {
        #expect(!(Self.rewrites && Self.isCI), "SCRUTINEER_GOLDEN must not be set in CI")
    }

    @Test(arguments: CorpusPaper.all, GoldenStage.allCases)
    func theOutcomeIsTheGolden(paper: CorpusPaper, stage: GoldenStage) throws {
        let outcome = stage.outcome(of: try ReadCorpus.findings(of: paper)).indented
        let path = "\(paper.folder)/golden/\(stage.rawValue).json"
        if Self.rewrites, !Self.isCI {
            try FileManager.default.createDirectory(atPath: paper.folder + "/golden", withIntermediateDirectories: true)
            try Data(outcome).write(to: URL(filePath: path))
        }
        let golden = try #require(Checkout.bytes(of: path), "no golden; see the comment above for how to write it")
        let difference = try Decoded(json: outcome).difference(from: try Decoded(json: golden))
        #expect(difference == nil)
    }
}
