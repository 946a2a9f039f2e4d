internal import Pipeline
internal import Records

/// Sees to it that no run empties the files since its inputs are missing: a disk that isn't there, a list that nobody wrote.
struct PruneGuard {
    let inputs: Inputs
    let known: [LedgerEntry]
    let plan: WorkPlan

    /// A folder that loses so few papers is taken at its word.
    private static let few = 10

    /// Why the run must not go on unless it is told to; nil where nothing is in the way.
    var objection: HostError? { reason.map(PruneGuard.objection) }

    static func objection(_ reason: String) -> HostError {
        HostError(
            "\(reason)\nNothing was read and the records are as they were. Where the papers are gone for good, give the command again with --prune"
        )
    }

    private var reason: String? {
        if inputs.hasEmptyList { return "the list on standard input names no paper" }
        let papers = known.filter(\.holdsPaper)
        let lost = plan.leaving + plan.missing
        if let reason = emptyInput(lost: lost) { return reason }
        let findsPapers = inputs.named.contains { !$0.isMissing && $0.papers > 0 }
        guard findsPapers || plan.leaving.isEmpty else {
            return "there is no paper, and \(Count.papers(lost.count)) of earlier runs are known"
        }
        guard lost.count > PruneGuard.few, 2 * lost.count > papers.count else { return nil }
        return "\(lost.count) of the \(papers.count) papers that are known would leave the files"
    }

    /// What is wrong with a named folder: it held papers, and is missing or holds none any more.
    private func emptyInput(lost: [LedgerEntry]) -> String? {
        let losing = PathsBelow(lost.lazy.map { PathText($0.path) })
        let holding = PathsBelow((inputs.named.contains { $0.isFolder && $0.papers == 0 } ? inputs.paths : []).lazy.map { PathText($0) })
        for named in inputs.named where named.isFolder {
            let gone = losing.count(below: named.path)
            guard gone > 0 else { continue }
            if named.isMissing {
                return "\(named.path.shown.printable) is missing, and \(Count.papers(gone)) that were there are known"
            }
            if named.papers == 0, holding.count(below: named.path) == 0 {
                return "\(named.path.shown.printable) holds no paper any more, and \(Count.papers(gone)) that were there are known"
            }
        }
        return nil
    }
}

/// Numbers with what they count.
enum Count {
    static func papers(_ number: Int) -> String { number == 1 ? "1 paper" : "\(number) papers" }
}
