internal import Pipeline
internal import Records

/// Has papers read by several threads, and keeps what comes of them in the ledger as it comes.
struct ReadingRound {
    let settings: RunSettings
    let stop: StopSwitch
    let folder: RunFolder
    let ledger: Ledger
    var plan: WorkPlan
    let telling: TellingSources
    let replaced: ReplacedRecords
    let start: ContinuousClock.Instant
    /// What workers came to in all rounds.
    private(set) var tally = WorkerTally()

    /// Does what `steps` say of the papers in `work`, and puts what came of each into `entries`.
    ///
    /// - Throws: what keeps the run from going on. What was read before is kept.
    mutating func read(
        _ work: [Int], steps: [WorkPlan.Step], progress: inout RunProgress, entries: inout [LedgerEntry?], events: (RunEvent) -> Void
    ) throws(HostError) {
        let readers = min(settings.workers, work.count)
        let board = WorkBoard(work: work, readers: readers, tally: tally)
        let thread = PaperThread(
            paths: plan.paths, plan: steps, board: board, folder: folder, telling: telling, settings: settings,
            stop: stop)
        for _ in 0..<readers { thread.start() }
        var failure: HostError?
        var isOver = work.isEmpty
        while !isOver {
            let news = board.news(within: ReadingRound.tick)
            tally = news.work
            failure = failure ?? news.error
            if failure != nil { stop.turnOn() }
            do throws(HostError) {
                try take(news, progress: &progress, entries: &entries, events: events)
            } catch {
                failure = failure ?? error
                stop.turnOn()
            }
            isOver = news.isOver
        }
        if let failure { throw failure }
    }

    private func take(
        _ news: WorkBoard.News, progress: inout RunProgress, entries: inout [LedgerEntry?], events: (RunEvent) -> Void
    ) throws(HostError) {
        // Before the papers that tell it are in the ledger: a run that is cut off and finds nothing left to read says it too.
        if let held = news.work.sandbox, held != progress.sandbox { try ledger.set(.sandbox, to: held.text) }
        let finished = try news.finished.map { paper throws(HostError) in telling.told(try replaced.settle(paper)) }
        try ledger.save(finished.map(\.entry))
        for paper in finished { replaced.remove(paper) }
        progress.waiting = news.waiting
        progress.set(news.work)
        progress.seconds = start.duration(to: .now) / .seconds(1)
        progress.longest = news.longest.map { (plan.paths[$0.paper], $0.seconds) }
        for paper in finished {
            entries[paper.paper] = paper.entry
            progress.add(paper.entry)
            progress.bytesRead += plan.bytes[paper.paper]
            guard paper.wasRead else {
                let isCopy = paper.copied.map { !replaced.holds(records: $0) } ?? false
                if isCopy { progress.copied += 1 } else { progress.kept += 1 }
                continue
            }
            progress.read += 1
            progress.pages += paper.entry.pages
            progress.figures += paper.entry.figures
            events(.read(PaperReport(paper.entry), progress))
        }
        if finished.isEmpty { events(.waiting(progress)) }
    }

    /// Milliseconds after which those who watch a run hear of it though nothing happened.
    private static let tick = 500
}

/// What is told of papers beside their bytes: by the list that names them, and by a manifest; and where they lie from the root of the run.
struct TellingSources {
    let manifest: Manifest?
    let list: [PathText: ToldFacts]
    let root: String?

    /// What is told of the paper at `path`, whose id is `document` where that is known.
    private func facts(of path: String, document: String?) -> ToldFacts {
        (manifest?.told(of: path, document: document) ?? ToldFacts()).overlaid(by: list[PathText(path)] ?? ToldFacts())
    }

    /// The encoding that is told of a web page; nil where none is.
    func encoding(of path: String) -> String? {
        facts(of: path, document: nil).encoding
    }

    /// The entry with what is told of its paper; what the list tells goes before what the manifest tells. A paper that is attached to another is
    /// of the same meeting and came with it.
    func told(_ entry: LedgerEntry) -> LedgerEntry {
        var entry = entry
        let own = facts(of: entry.path, document: entry.document)
        entry.told = entry.host.map { facts(of: $0.text, document: nil).overlaid(by: own) } ?? own
        if entry.isAttached { entry.told.encoding = nil }
        entry.sourcePath = root.flatMap { SourcePath.path(of: entry.path, from: $0) } ?? entry.path
        return entry
    }

    /// The paper with what is told of it.
    func told(_ finished: WorkBoard.Finished) -> WorkBoard.Finished {
        WorkBoard.Finished(paper: finished.paper, entry: told(finished.entry), wasRead: finished.wasRead, copied: finished.copied)
    }
}

/// The records that papers had before they were read again.
struct ReplacedRecords {
    private let known: [PathText: LedgerEntry]
    private let numbers: Set<Int>
    private let folder: RunFolder

    init(_ known: [LedgerEntry], folder: RunFolder) {
        self.known = Dictionary(known.lazy.filter { $0.removed == nil }.map { (PathText($0.path), $0) }) { first, _ in first }
        numbers = Set(self.known.values.lazy.map(\.records))
        self.folder = folder
    }

    /// Whether records are those of an earlier run, by their number.
    func holds(records number: Int) -> Bool { numbers.contains(number) }

    /// Gives a paper that failed in the very words of the last time the records of that time: the files for users need not be written
    /// again each night for a paper that is missing every night.
    func settle(_ finished: WorkBoard.Finished) throws(HostError) -> WorkBoard.Finished {
        guard finished.wasRead, finished.entry.outcome == .failure, let old = known[PathText(finished.entry.path)],
            old.extents == finished.entry.extents, old.checksum == finished.entry.checksum, old.records != finished.entry.records,
            folder.holdsRecords(of: old)
        else { return finished }
        folder.removeRecords(finished.entry.records)
        var entry = finished.entry
        entry.records = old.records
        return WorkBoard.Finished(paper: finished.paper, entry: entry, wasRead: true)
    }

    /// Removes what the ledger no longer points to.
    func remove(_ finished: WorkBoard.Finished) {
        if let old = known[PathText(finished.entry.path)], old.records != finished.entry.records { folder.removeRecords(old.records) }
    }
}
