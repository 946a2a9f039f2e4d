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
        /// It is read.
        case read
    }

    /// A step for each path, in the same order.
    let steps: [Step]
    /// Indices of the paths that are not kept, the largest files first: workers then end at about the same time.
    let work: [Int]
    /// Sizes of the files, bytes, in the order of the paths.
    let bytes: [Int]
    /// Entries whose sources are not among the paths.
    let gone: [LedgerEntry]

    /// Compares the files at `paths` with `known`.
    init(_ paths: [String], known: [LedgerEntry], settings: RunSettings, folder: RunFolder) {
        var byPath = Dictionary(known.map { ($0.path, $0) }) { first, _ in first }
        var steps: [Step] = []
        var bytes: [Int] = []
        for path in paths {
            let stamp = PaperFile.stamp(path)
            bytes.append(stamp?.bytes ?? 0)
            steps.append(WorkPlan.step(byPath.removeValue(forKey: path), stamp: stamp, settings: settings, folder: folder))
        }
        let work = steps.indices.filter { if case .keep = steps[$0] { false } else { true } }
        self.steps = steps
        self.bytes = bytes
        self.work = work.sorted { (bytes[$1], $0) < (bytes[$0], $1) }
        gone = known.filter { byPath[$0.path] != nil }
    }

    private static func step(_ entry: LedgerEntry?, stamp: FileStamp?, settings: RunSettings, folder: RunFolder) -> Step {
        guard let entry, let stamp, entry.removed == nil, entry.provenance == settings.provenance, entry.reading == settings.reading,
            PaperFile.size(folder.records(entry.records)) == entry.bytes, !isWorthAnotherTry(entry, settings: settings)
        else { return .read }
        if entry.stamp == stamp { return .keep(entry) }
        return entry.document == nil ? .read : .compare(entry)
    }

    /// Whether a paper that failed may end otherwise though nothing about it has changed: it could not be opened, or took its workers down
    /// and is asked for again or allowed more than it was.
    private static func isWorthAnotherTry(_ entry: LedgerEntry, settings: RunSettings) -> Bool {
        if entry.reason?.code == PaperFailure.Code.unreadable.rawValue { return true }
        guard entry.isQuarantined else { return false }
        let now = settings.limits(pages: entry.pages)
        let allowsMore =
            now.seconds > entry.limits.seconds || now.processorSeconds > entry.limits.processorSeconds
            || now.silentSeconds > entry.limits.silentSeconds || now.megabytes > entry.limits.megabytes
        return settings.retriesQuarantined || allowsMore
    }
}
