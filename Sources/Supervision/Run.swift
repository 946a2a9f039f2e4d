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
    /// - Throws: where the folder can't be used, another run is at work there, or no worker can be started. A paper never ends a run.
    public func run(_ inputs: Inputs, into path: String, events: (RunEvent) -> Void = { _ in }) throws(HostError) -> Ending {
        let start = ContinuousClock.now
        // A worker that dies while a request is written to it is a failed write, not the end of the run.
        signal(SIGPIPE, SIG_IGN)
        let manifest = try settings.manifest.map { path throws(HostError) in try Manifest(path: path, papers: inputs.paths) }
        let folder = try RunFolder(path, for: .write)
        let ledger = try Ledger(path: folder.ledger)
        let known = try ledger.entries()
        folder.clean(keeping: Set(known.lazy.filter { $0.removed == nil }.map(\.records)))
        try ledger.set(.order, to: settings.order)
        try ledger.set(.folderIsMeeting, to: settings.folderIsMeeting ? "yes" : "no")

        let plan = WorkPlan(inputs.paths, known: known, settings: settings, folder: folder)
        var progress = RunProgress(total: inputs.paths.count)
        progress.waiting = plan.work.count
        progress.bytesToRead = plan.work.reduce(0) { $0 + plan.bytes[$1] }
        var entries: [LedgerEntry?] = plan.steps.map { if case .keep(let entry) = $0 { entry.told(by: manifest) } else { nil } }
        try ledger.save(zip(plan.steps, entries).compactMap { if case .keep(let old) = $0, old.told != $1?.told { $1 } else { nil } })
        for entry in entries.lazy.compactMap({ $0 }) {
            progress.add(entry)
            progress.kept += 1
        }
        events(.began(progress))

        let board = WorkBoard(work: plan.work, readers: min(settings.workers, plan.work.count))
        let thread = PaperThread(paths: inputs.paths, plan: plan.steps, board: board, folder: folder, settings: settings, stop: stop)
        for _ in 0..<min(settings.workers, plan.work.count) { thread.start() }
        let replaced = ReplacedRecords(known, folder: folder)
        var failure: HostError?
        var isOver = plan.work.isEmpty
        while !isOver {
            let news = board.news(within: Run.tick)
            failure = failure ?? news.error
            if failure != nil { stop.turnOn() }
            do throws(HostError) {
                // Before the papers that tell it are in the ledger: a run that is cut off and finds nothing left to read says it too.
                if let held = news.work.sandbox, held != progress.sandbox { try ledger.set(.sandbox, to: held.text) }
                let finished = try news.finished.map { paper throws(HostError) in try replaced.settle(paper).told(by: manifest) }
                try ledger.save(finished.map(\.entry))
                for paper in finished { replaced.remove(paper) }
                progress.waiting = news.waiting
                progress.set(news.work)
                progress.seconds = start.duration(to: .now) / .seconds(1)
                for paper in finished {
                    entries[paper.paper] = paper.entry
                    progress.add(paper.entry)
                    progress.bytesRead += plan.bytes[paper.paper]
                    guard paper.wasRead else {
                        progress.kept += 1
                        continue
                    }
                    progress.read += 1
                    progress.pages += paper.entry.pages
                    progress.figures += paper.entry.figures
                    events(.read(PaperReport(paper.entry), progress))
                }
                if finished.isEmpty { events(.waiting(progress)) }
            } catch {
                failure = failure ?? error
                stop.turnOn()
            }
            isOver = news.isOver
        }
        if let failure { throw failure }
        if stop.isOn { return .stopped(progress) }

        let done = entries.compactMap { $0 }
        try manifest?.check(done)
        let publication = Publication(done, folderIsMeeting: settings.folderIsMeeting)
        let summary = RunSummary(publication, progress: progress, passedOver: inputs.passedOver)
        let description = summary.json(settings: settings, sandbox: try ledger.fact(.sandbox)).indented
        if try ledger.fact(.publication) != publication.identity(summary: description, in: folder) {
            events(.publishing(progress))
            try publication.publish(summary: description, in: folder)
            try ledger.set(.publication, to: publication.identity(summary: description, in: folder))
        }
        try forget(plan.gone, ledger: ledger, folder: folder)
        var timed = summary
        timed.progress.seconds = start.duration(to: .now) / .seconds(1)
        return .finished(timed)
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

    /// Milliseconds after which those who watch a run hear of it though nothing happened.
    private static let tick = 500
}

extension LedgerEntry {
    /// The entry with what a manifest tells of its paper.
    fileprivate func told(by manifest: Manifest?) -> LedgerEntry {
        var entry = self
        entry.told = manifest?.told(of: path, document: document) ?? ToldFacts()
        return entry
    }
}

extension WorkBoard.Finished {
    fileprivate func told(by manifest: Manifest?) -> WorkBoard.Finished {
        WorkBoard.Finished(paper: paper, entry: entry.told(by: manifest), wasRead: wasRead)
    }
}

/// The records that papers had before they were read again.
private struct ReplacedRecords {
    private let known: [String: LedgerEntry]
    private let folder: RunFolder

    init(_ known: [LedgerEntry], folder: RunFolder) {
        self.known = Dictionary(known.lazy.filter { $0.removed == nil }.map { ($0.path, $0) }) { first, _ in first }
        self.folder = folder
    }

    /// Gives a paper that failed in the very words of the last time the records of that time: the files for users need not be written
    /// again each night for a paper that is missing every night.
    func settle(_ finished: WorkBoard.Finished) throws(HostError) -> WorkBoard.Finished {
        guard finished.wasRead, finished.entry.outcome == .failure, let old = known[finished.entry.path],
            old.extents == finished.entry.extents
        else { return finished }
        let count = finished.entry.bytes
        guard let before = try? RecordFile(path: folder.records(old.records), access: .read).bytes(count, at: 0),
            before == (try RecordFile(path: folder.records(finished.entry.records), access: .read).bytes(count, at: 0))
        else { return finished }
        folder.removeRecords(finished.entry.records)
        var entry = finished.entry
        entry.records = old.records
        return WorkBoard.Finished(paper: finished.paper, entry: entry, wasRead: true)
    }

    /// Removes what the ledger no longer points to.
    func remove(_ finished: WorkBoard.Finished) {
        if let old = known[finished.entry.path], old.records != finished.entry.records { folder.removeRecords(old.records) }
    }
}
