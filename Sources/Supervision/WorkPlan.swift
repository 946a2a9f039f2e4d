internal import PaperModel
internal import Pipeline
internal import Records

/// What a run has to do about each of its papers, by what the ledger knows.
struct WorkPlan {
    /// What is to be done about one paper.
    enum Step {
        /// Nothing: it was read as it is, and its records are there.
        case keep(LedgerEntry)
        /// The file was touched: it is read only where its bytes are others.
        case compare(LedgerEntry)
        /// Its bytes are those of another that was read, here or where it lay before: it gets a copy of those records.
        case copy(LedgerEntry)
        /// It can't be looked into: it fails with this reason.
        case refuse(String)
        /// It is read.
        case read
        /// It is attached to a paper that was read, and has this id: it gets a copy of the records of `original` where there is one, or is read.
        case attached(document: String, original: LedgerEntry?)
    }

    /// The papers: those that were found, and those that are known of places that could not be looked into; behind them those that are
    /// attached to them, once that is known.
    private(set) var paths: [String]
    /// A step for each path, in the same order.
    private(set) var steps: [Step]
    /// Indices of the paths that are not kept, the largest files first: workers then end at about the same time.
    let work: [Int]
    /// Sizes of the files, bytes, in the order of the paths. A file that is too large to be read costs nothing.
    private(set) var bytes: [Int]
    /// Entries whose sources are not among the paths.
    let gone: [LedgerEntry]
    /// Those of them whose papers leave the files: they were read, and no copy is among the papers.
    let leaving: [LedgerEntry]
    /// Papers that were read once and whose files are missing now.
    let missing: [LedgerEntry]

    /// Compares the files of `inputs` with `known`, and what is told of how to read them by `telling` with what was told then.
    init(_ inputs: Inputs, known: [LedgerEntry], telling: TellingSources, settings: RunSettings, folder: RunFolder) {
        let found = Set(inputs.paths.lazy.map { PathText($0) })
        let papers = known.filter { !$0.isAttached }
        // What lies where nobody could look is as it was.
        let unlisted = PathsBelow(inputs.unlisted).topmost
        let unlookedAt = papers.filter { entry in
            entry.removed == nil && !unlisted.isEmpty && !found.contains(PathText(entry.path))
                && unlisted.holdFolder(of: PathText(entry.path))
        }
        let keptBlindly = Set(unlookedAt.lazy.map { PathText($0.path) })
        var byPath = Dictionary(papers.map { (PathText($0.path), $0) }) { first, _ in first }
        let copies = CopiedPapers(known, settings: settings, folder: folder)
        var paths: [String] = []
        var steps: [Step] = []
        var bytes: [Int] = []
        var copied: Set<String> = []
        var missing: [LedgerEntry] = []
        for path in found.union(keptBlindly).sorted() {
            let entry = byPath.removeValue(forKey: path)
            paths.append(path.text)
            if let reason = inputs.unseen[path] {
                bytes.append(0)
                steps.append(.refuse(reason))
                continue
            }
            if keptBlindly.contains(path), let entry {
                let isThere = folder.holdsRecords(of: entry)
                bytes.append(0)
                steps.append(isThere ? .keep(entry) : .refuse("the folder that it was in can't be listed, and its records are gone"))
                continue
            }
            let stamp = PaperFile.stamp(path.text)
            if stamp == nil, let entry, entry.holdsPaper { missing.append(entry) }
            let encoding = telling.encoding(of: path.text)
            var step = WorkPlan.step(entry, stamp: stamp, encoding: encoding, settings: settings, folder: folder)
            if case .read = step, let stamp, let original = copies.original(of: path, stamp: stamp, encoding: encoding) {
                step = .copy(original)
                copied.formUnion([original.document].compactMap { $0 })
            }
            bytes.append(min(stamp?.bytes ?? 0, LoadLimits().bytes))
            steps.append(step)
        }
        let work = steps.indices.filter { if case .keep = steps[$0] { false } else { true } }
        self.paths = paths
        self.steps = steps
        self.bytes = bytes
        self.work = work.sorted { (bytes[$1], $0) < (bytes[$0], $1) }
        self.missing = missing
        gone = papers.filter { byPath[PathText($0.path)] != nil }
        leaving = gone.filter { $0.holdsPaper && !($0.document.map(copied.contains) ?? false) }
    }

    /// Adds a paper that is attached to one of these; gives its index.
    mutating func add(_ path: String, _ paper: AttachedPaper) -> Int {
        paths.append(path)
        steps.append(.attached(document: paper.document, original: nil))
        bytes.append(min(max(0, paper.bytes), LoadLimits().bytes))
        return paths.count - 1
    }

    private static func step(
        _ entry: LedgerEntry?, stamp: FileStamp?, encoding: String?, settings: RunSettings, folder: RunFolder
    ) -> Step {
        guard let entry, let stamp, entry.removed == nil, entry.provenance == settings.provenance, entry.reading == settings.reading,
            entry.told.encoding == encoding, folder.holdsRecords(of: entry), !isWorthAnotherTry(entry, settings: settings)
        else { return .read }
        if entry.stamp == stamp { return .keep(entry) }
        return entry.document == nil ? .read : .compare(entry)
    }

    /// Whether a paper that failed may end otherwise though nothing about it has changed: it could not be opened, or took its workers down
    /// and is asked for again or allowed more than it was.
    static func isWorthAnotherTry(_ entry: LedgerEntry, settings: RunSettings) -> Bool {
        if entry.reason?.code == PaperFailure.Code.unreadable.rawValue { return true }
        guard entry.isQuarantined else { return false }
        let now = settings.limits(pages: entry.pages)
        let allowsMore =
            now.seconds > entry.limits.seconds || now.processorSeconds > entry.limits.processorSeconds
            || now.silentSeconds > entry.limits.silentSeconds || now.megabytes > entry.limits.megabytes
        return settings.retriesQuarantined || allowsMore
    }
}
