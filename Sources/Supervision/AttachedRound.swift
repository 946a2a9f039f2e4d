internal import Pipeline
internal import Records

/// Has the papers read that are attached to those of a run, when these are done.
///
/// Each is a paper like others, with an entry and records of its own, and is there for as long as the paper that it is attached to. Its bytes
/// are nowhere kept: a worker that reads it is handed the other, and unpacks it for itself. What is attached to a paper that is itself attached
/// is named in its notices and not read: else a small file could ask for thousands of papers.
struct AttachedRound {
    let known: [LedgerEntry]
    let settings: RunSettings
    let folder: RunFolder

    /// Times that the papers are gone through: those with the same bytes are read once, and the others get copies the second time.
    private static let passes = 2

    /// Reads what is attached to the papers of `entries`, adds them to the plan of `round`, and puts what came of each behind `entries`.
    func read(
        by round: inout ReadingRound, progress: inout RunProgress, entries: inout [LedgerEntry?], events: (RunEvent) -> Void
    ) throws(HostError) {
        var waiting: [(index: Int, paper: AttachedPaper)] = []
        for host in entries.compactMap({ $0 }) where host.outcome != .failure {
            for paper in host.attached {
                waiting.append((round.plan.add(AttachedPath(host: host.path, name: paper.name).text, paper), paper))
            }
        }
        guard !waiting.isEmpty else { return }
        entries += waiting.map { _ in nil }
        progress.total += waiting.count
        progress.attached = waiting.count
        // A paper of the same bytes that is attached to none has what is attached to it read.
        let standing = Dictionary(
            entries.lazy.compactMap { $0 }.filter { !$0.isAttached && $0.holdsPaper }.map { ($0.document ?? "", $0.attached) }
        ) { first, _ in first }
        let before = Dictionary(known.lazy.filter(\.isAttached).map { (PathText($0.path), $0) }) { first, _ in first }
        for pass in 1...AttachedRound.passes {
            let copies = CopiedPapers(entries.compactMap { $0 } + known, settings: settings, folder: folder)
            var steps = round.plan.steps
            var work: [Int] = []
            var begun: Set<String> = []
            var left: [(index: Int, paper: AttachedPaper)] = []
            for (index, paper) in waiting {
                let path = round.plan.paths[index]
                let attached = standing[paper.document] ?? []
                if let entry = before[PathText(path)], entry.attached == attached, isAsItWas(entry, paper) {
                    let told = round.telling.told(entry)
                    if told != entry { try round.ledger.save(told) }
                    entries[index] = told
                    progress.add(told)
                    progress.kept += 1
                    continue
                }
                let original = copies.original(of: path, document: paper.document, attached: attached)
                guard original != nil || pass == AttachedRound.passes || begun.insert(paper.document).inserted else {
                    left.append((index, paper))
                    continue
                }
                steps[index] = .attached(document: paper.document, original: original)
                work.append(index)
            }
            progress.bytesToRead += work.reduce(0) { $0 + round.plan.bytes[$1] }
            try round.read(work, steps: steps, progress: &progress, entries: &entries, events: events)
            if round.stop.isOn { return }
            waiting = left
        }
    }

    /// Papers of earlier runs that are attached to no paper of this one any more.
    func gone(_ entries: [LedgerEntry?]) -> [LedgerEntry] {
        let attached = known.filter { $0.isAttached && $0.removed == nil }
        guard !attached.isEmpty else { return [] }
        let paths = Set(entries.lazy.compactMap { $0 }.map { PathText($0.path) })
        return attached.filter { !paths.contains(PathText($0.path)) }
    }

    private func isAsItWas(_ entry: LedgerEntry, _ paper: AttachedPaper) -> Bool {
        entry.removed == nil && entry.document == paper.document && entry.provenance == settings.provenance
            && entry.reading == settings.reading && folder.holdsRecords(of: entry)
            && !WorkPlan.isWorthAnotherTry(entry, settings: settings)
    }
}
