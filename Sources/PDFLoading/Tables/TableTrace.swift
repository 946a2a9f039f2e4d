/// What the steps of table reading did on one page, for people to read: each candidate with its grid after every step, and how it fared.
final class TableTrace {
    /// A candidate's grid after a step.
    struct Step {
        var name: String
        /// Its cells, in the reading frame.
        var cells: [Area]
        var rows: Int
        var columns: Int
    }

    struct Entry {
        /// "ruled 2".
        var label: String
        var area = Area()
        var steps: [Step] = []
        /// Why it stands, or why not.
        var outcome = ""
    }

    private(set) var entries: [Entry] = []
    /// What holds for the page as a whole.
    private(set) var notes: [String] = []
    /// How the page was turned for reading.
    var frame: ReadingFrame?

    /// Begins a candidate; steps that follow are its own. Returns its label.
    func begin(_ evidence: TableEvidence) -> String {
        let count = entries.count { $0.label.hasPrefix(evidence.name) }
        let label = "\(evidence.name) \(count + 1)"
        entries.append(Entry(label: label))
        return label
    }

    /// The cells of a drawn grid after a step.
    func step(_ name: String, _ cells: [Area]) {
        step(
            name, cells, rows: max(0, Set(cells.flatMap { [$0.top, $0.bottom] }).count - 1),
            columns: max(0, Set(cells.flatMap { [$0.left, $0.right] }).count - 1))
    }

    /// The cells of a table after a step.
    func step(_ name: String, _ cells: [Area], rows: Int, columns: Int) {
        guard !entries.isEmpty else { return }
        entries[entries.count - 1].steps.append(Step(name: name, cells: cells, rows: rows, columns: columns))
        if let area = cells.first.map({ cells.reduce(into: $0) { $0.add($1) } }) { entries[entries.count - 1].area = area }
    }

    /// The candidate begun last is none.
    func refuse(_ reason: String) {
        guard let last = entries.last, last.outcome.isEmpty else { return }
        entries[entries.count - 1].outcome = "no table: \(reason)"
    }

    /// What the judge says of a candidate.
    func settle(_ label: String?, _ outcome: String) {
        guard let label, let index = entries.lastIndex(where: { $0.label == label }) else { return }
        entries[index].outcome = outcome
    }

    func note(_ note: String) { notes.append(note) }

    /// The trace as lines of text.
    var text: String {
        var lines = notes
        for entry in entries {
            let area = entry.area
            let place =
                area.isEmpty ? "" : " at \(rounded(area.left)),\(rounded(area.top)) to \(rounded(area.right)),\(rounded(area.bottom))"
            lines.append("\(entry.label)\(place)")
            let chain = entry.steps.map { "\($0.name) \($0.rows)×\($0.columns)" }
            if !chain.isEmpty { lines.append("  " + chain.joined(separator: " → ")) }
            lines.append("  " + (entry.outcome.isEmpty ? "not judged" : entry.outcome))
        }
        return lines.isEmpty ? "no candidates" : lines.joined(separator: "\n")
    }

    /// Points without fraction, also of what no page has.
    private func rounded(_ value: Float) -> Int { Int(max(-1e6, min(1e6, value.rounded()))) }
}
