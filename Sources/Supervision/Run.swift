internal import Foundation
internal import Glibc
public import Pipeline
internal import Records

/// One run: papers in, a folder of record files out.
///
/// What was read stays read: each paper that is done goes into the ledger of the folder with its records, so that a run that is cut off at any
/// moment is taken up where it stopped, and a later one reads only what has changed.
public struct Run: Sendable {
    private let settings: RunSettings
    private let stop: StopSwitch

    /// Makes a run; `stop` may end it from outside.
    public init(settings: RunSettings, stop: StopSwitch = StopSwitch()) {
        self.settings = settings
        self.stop = stop
    }

    /// How a run ended.
    public enum Ending: Sendable {
        /// All papers are done and the files are those of this run.
        case finished(RunSummary)
        /// It was stopped: what was done is kept, and the files are those of the run before.
        case stopped(RunProgress)
    }

    /// Reads the papers and writes `documents.jsonl` … `failures.jsonl` and `run.json` to `folder`, in the order of the inputs whatever
    /// the number of workers. The files of an earlier run stay until all new ones are written.
    ///
    /// - Throws: where the folder can't be used, another run is at work there, no worker can be started, or the inputs are missing and would
    ///   empty the records. A paper never ends a run.
    public func run(_ inputs: Inputs, into path: String, events: (RunEvent) -> Void = { _ in }) throws(HostError) -> Ending {
        let start = ContinuousClock.now
        // A worker that dies while a request is written to it is a failed write, not the end of the run.
        signal(SIGPIPE, SIG_IGN)
        let manifest = try settings.manifest.map { path throws(HostError) in try Manifest(path: path, papers: inputs.paths) }
        let telling = TellingSources(manifest: manifest, list: inputs.told, root: settings.root)
        let folder = try RunFolder(path, for: .write)
        if settings.rebuildsLedger { try LedgerRebuild(folder: folder, settings: settings).rebuild() }
        let ledger = try Ledger(path: folder.ledger)
        let known = try ledger.entries()
        let plan = WorkPlan(inputs, known: known, telling: telling, settings: settings, folder: folder)
        if !settings.prunes {
            let guardian = PruneGuard(inputs: inputs, known: known.filter { !$0.isAttached }, plan: plan)
            if let objection = guardian.objection ?? (settings.needsInputs ? inputs.objection : nil) { throw objection }
        }
        folder.clean(keeping: Set(known.lazy.filter { $0.removed == nil }.map(\.records)))
        try ledger.set(.order, to: settings.order)
        try ledger.set(.folderIsMeeting, to: settings.folderIsMeeting ? "yes" : "no")

        var progress = RunProgress(total: plan.paths.count)
        progress.left = plan.leaving.count
        progress.waiting = plan.work.count
        progress.bytesToRead = plan.work.reduce(0) { $0 + plan.bytes[$1] }
        var entries: [LedgerEntry?] = plan.steps.map { if case .keep(let entry) = $0 { telling.told(entry) } else { nil } }
        try ledger.save(zip(plan.steps, entries).compactMap { if case .keep(let old) = $0, old != $1 { $1 } else { nil } })
        for entry in entries.lazy.compactMap({ $0 }) {
            progress.add(entry)
            progress.kept += 1
        }
        events(.began(progress))

        var round = ReadingRound(
            settings: settings, stop: stop, folder: folder, ledger: ledger, plan: plan, telling: telling,
            replaced: ReplacedRecords(known, folder: folder), start: start)
        try round.read(plan.work, steps: plan.steps, progress: &progress, entries: &entries, events: events)
        if stop.isOn { return .stopped(progress) }
        let attached = AttachedRound(known: known, settings: settings, folder: folder)
        try attached.read(by: &round, progress: &progress, entries: &entries, events: events)
        if stop.isOn { return .stopped(progress) }
        let detached = attached.gone(entries)
        progress.left += leaving(detached, entries)

        var publication = Publication(entries.compactMap { $0 }, folderIsMeeting: settings.folderIsMeeting)
        let sandbox = try ledger.fact(.sandbox)
        func summary() -> RunSummary { RunSummary(publication, progress: progress, inputs: inputs) }
        func description() -> [UInt8] { summary().json(settings: settings, sandbox: sandbox).line }
        if try ledger.fact(.publication) != publication.identity(summary: description(), in: folder) {
            let damaged = try damagedPapers(entries, in: folder)
            if !damaged.isEmpty {
                for paper in damaged { entries[paper].map { progress.forget($0) } }
                let steps = entries.map { entry -> WorkPlan.Step in
                    guard let entry, entry.isAttached else { return .read }
                    return .attached(document: entry.document ?? "", original: nil)
                }
                try round.read(damaged, steps: steps, progress: &progress, entries: &entries, events: events)
                if stop.isOn { return .stopped(progress) }
                publication = Publication(entries.compactMap { $0 }, folderIsMeeting: settings.folderIsMeeting)
            }
            try manifest?.check(entries.compactMap { $0 })
            events(.publishing(progress))
            try publication.publish(summary: summary().json(settings: settings, sandbox: sandbox), in: folder)
            try ledger.set(.publication, to: publication.identity(summary: description(), in: folder))
        } else {
            try manifest?.check(entries.compactMap { $0 })
        }
        try forget(plan.gone + detached, ledger: ledger, folder: folder)
        progress.seconds = start.duration(to: .now) / .seconds(1)
        return .finished(summary())
    }

    /// How many of these leave the files, since none of the papers that are there has their bytes.
    private func leaving(_ gone: [LedgerEntry], _ entries: [LedgerEntry?]) -> Int {
        guard !gone.isEmpty else { return 0 }
        let documents = Set(entries.lazy.compactMap { $0?.document })
        return gone.count { $0.holdsPaper && !($0.document.map(documents.contains) ?? false) }
    }

    /// Papers whose records are not those that were kept: a disk may change bytes that nobody wrote.
    private func damagedPapers(_ entries: [LedgerEntry?], in folder: RunFolder) throws(HostError) -> [Int] {
        var damaged: [Int] = []
        for (index, entry) in entries.enumerated() {
            guard let entry, let checksum = entry.checksum else { continue }
            let records = try? RecordFile(path: folder.records(entry.records), access: .read)
            if (try? records?.checksum()) != checksum { damaged.append(index) }
        }
        return damaged
    }

    /// Marks sources that are no longer among the inputs, and lets go of their records.
    private func forget(_ gone: [LedgerEntry], ledger: Ledger, folder: RunFolder) throws(HostError) {
        let now = Int(Date().timeIntervalSince1970)
        try ledger.save(
            gone.filter { $0.removed == nil }.map { entry in
                var entry = entry
                entry.removed = now
                return entry
            })
        for entry in gone where entry.removed == nil { folder.removeRecords(entry.records) }
    }
}
