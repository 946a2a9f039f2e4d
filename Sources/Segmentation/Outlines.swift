internal import PaperModel

/// What runs of a paper count: "7" is a top, "16.03" the lead of "16.03.4".
struct Outlines {
    /// Numbers of one part in runs of more than one.
    let tops: Set<Int>
    private var leads: [Shape: Set<[Int]>] = [:]

    private struct Shape: Hashable {
        var depth: Int
        var isMinute: Bool
    }

    init(_ runs: [NumberRun]) {
        tops = runs.reduce(into: []) { tops, run in
            if run.first.number.depth == 1, run.members.count > 1 { tops.formUnion(run.members.map(\.number.last)) }
        }
        for run in runs where run.members.count > 1 && run.titled > 0 {
            leads[Outlines.shape(of: run.first.number), default: []].insert(Array(run.first.number.lead))
        }
    }

    /// How many leads numbers of a shape have in the paper.
    func leads(beside number: PrintedNumber) -> Int { leads[Outlines.shape(of: number)]?.count ?? 0 }

    private static func shape(of number: PrintedNumber) -> Shape { Shape(depth: number.depth, isMinute: number.form == .minute) }
}
