import Pipeline
import RuleEngine
import Synchronization
import TestSupport
import Testing

/// The papers of `Corpus/` as the stages read them, each read once.
enum ReadCorpus {
    private static let read = Mutex<[String: Pipeline.Findings]>([:])

    /// What the stages find in a paper.
    static func findings(of paper: CorpusPaper) throws -> Pipeline.Findings {
        if let known = read.withLock({ $0[paper.name] }) { return known }
        let bytes = try #require(Checkout.bytes(of: paper.path))
        let found = try Pipeline(rules: Checkout.ruleBook.get()).findings(in: bytes, path: paper.path)
        read.withLock { $0[paper.name] = found }
        return found
    }
}
