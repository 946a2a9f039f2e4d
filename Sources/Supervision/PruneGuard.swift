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
    var objection: HostError? {
        guard let reason else { return nil }
        return HostError(
            "\(reason)\nNothing was read and the records are as they were. Where the papers are gone for good, give the command again with --prune"
        )
    }

    private var reason: String? {
        if inputs.hasEmptyList { return "the list on standard input names no paper" }
        let papers = known.filter(\.holdsPaper)
        let lost = plan.leaving + plan.missing
        guard !lost.isEmpty else { return nil }
        let found = inputs.paths.map { PathText($0) }
        for named in inputs.named {
            let below = lost.filter { PathText($0.path) != named.path && PathText($0.path).isAt(orBelow: named.path) }
            let isEmpty = named.isMissing || !found.contains { $0.isAt(orBelow: named.path) }
            if isEmpty, !below.isEmpty {
                let state = named.isMissing ? "is missing" : "holds no paper any more"
                return "\(named.path.shown.printable) \(state), and \(Count.papers(below.count)) that were there are known"
            }
        }
        if inputs.paths.isEmpty { return "there is no paper, and \(Count.papers(lost.count)) of earlier runs are known" }
        guard lost.count > PruneGuard.few, 2 * lost.count > papers.count else { return nil }
        return "\(lost.count) of the \(papers.count) papers that are known would leave the files"
    }
}

/// Numbers with what they count.
enum Count {
    static func papers(_ number: Int) -> String { number == 1 ? "1 paper" : "\(number) papers" }
}
