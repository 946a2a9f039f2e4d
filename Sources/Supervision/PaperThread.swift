internal import Foundation
internal import PaperModel
internal import Pipeline
internal import Records

/// One of the threads of a run: takes paper after paper from the board and has it read.
struct PaperThread: Sendable {
    let paths: [String]
    let plan: [WorkPlan.Step]
    let board: WorkBoard
    let folder: RunFolder
    let telling: TellingSources
    let settings: RunSettings
    let stop: StopSwitch

    /// Starts the thread. It lives as long as its workers, which end with it.
    func start() {
        Thread.detachNewThread { [self] in
            var reader = PaperReader(settings: settings, stop: stop)
            while !stop.isOn, let paper = board.next() {
                do throws(HostError) {
                    guard let finished = try finish(paper, by: &reader) else { continue }
                    board.finish(finished, work: reader.takeTally())
                } catch {
                    board.fail(error)
                }
            }
            reader.finish()
            board.leave(work: reader.takeTally())
        }
    }

    /// Nil where the run was stopped before the paper was done.
    private func finish(_ paper: Int, by reader: inout PaperReader) throws(HostError) -> WorkBoard.Finished? {
        let path = paths[paper]
        // Before the bytes are read: a file that is changed meanwhile has another stamp at the next run.
        let stamp = PaperFile.stamp(path)
        let settled = stamp.flatMap { $0.isSettled ? $0 : nil }
        if case .compare(var entry) = plan[paper], let digest = PaperFile.digest(path), entry.document == DocumentRecord.id(digest: digest)
        {
            entry.stamp = settled
            return WorkBoard.Finished(paper: paper, entry: entry, wasRead: false)
        }
        let number = folder.newRecords()
        if let (copy, original) = try copy(of: plan[paper], at: path, stamp: settled, records: number) {
            return WorkBoard.Finished(paper: paper, entry: copy, wasRead: false, copied: original)
        }
        let spool = try folder.spool(number)
        switch plan[paper] {
        case .refuse(let reason):
            let record = FailureRecord(source: Source(path: path), failure: PaperFailure(.unreadable, reason))
            let reading = PaperReader.Reading(
                extents: try spool.replaceContents(with: Exporter.jsonLines.bytes(.failure(record), nil)), attempts: 1, seconds: 0,
                fault: nil, limits: settings.limits(pages: 0))
            let entry = try entry(path, stamp: nil, records: number, reading: reading, spool: spool)
            return WorkBoard.Finished(paper: paper, entry: entry, wasRead: true)
        case .attached(let document, _):
            guard let reading = try reader.read(path, document: document, into: spool) else { return nil }
            var entry = try entry(path, stamp: nil, records: number, reading: reading, isAttached: true, spool: spool)
            entry.document = entry.document ?? document
            return WorkBoard.Finished(paper: paper, entry: entry, wasRead: true)
        case .keep, .compare, .copy, .read: break
        }
        guard let reading = try reader.read(path, encoding: telling.encoding(of: path), into: spool) else { return nil }
        let entry = try entry(path, stamp: settled, records: number, reading: reading, spool: spool)
        return WorkBoard.Finished(paper: paper, entry: entry, wasRead: true)
    }
}

extension PaperThread {
    /// The entry of a paper that the plan gives a copy of another's records, and the number of these; nil for other papers, and where they are
    /// gone.
    private func copy(
        of step: WorkPlan.Step, at path: String, stamp: FileStamp?, records: Int
    ) throws(HostError) -> (entry: LedgerEntry, original: Int)? {
        switch step {
        case .copy(let original):
            // The file may have changed since it was found to have these bytes.
            guard let digest = PaperFile.digest(path), original.document == DocumentRecord.id(digest: digest) else { return nil }
            return try copy(of: original, at: path, stamp: stamp, records: records, isAttached: false)
        case .attached(_, let original?): return try copy(of: original, at: path, stamp: nil, records: records, isAttached: true)
        case .keep, .compare, .refuse, .attached, .read: return nil
        }
    }

    private func copy(
        of original: LedgerEntry, at path: String, stamp: FileStamp?, records: Int, isAttached: Bool
    ) throws(HostError) -> (entry: LedgerEntry, original: Int)? {
        // Where that one was read again meanwhile its records are gone.
        guard let source = try? RecordFile(path: folder.records(original.records), access: .read) else { return nil }
        try RecordFile(path: folder.records(records), access: .write).append(source.size, from: source, at: 0)
        var entry = original
        (entry.path, entry.sourcePath, entry.stamp, entry.records, entry.isAttached) = (path, path, stamp, records, isAttached)
        return folder.holdsRecords(of: entry) ? (entry, original.records) : nil
    }

    /// Keeps the records of a paper, and takes down what became of it; all that is looked at of its records is the first.
    private func entry(
        _ path: String, stamp: FileStamp?, records: Int, reading: PaperReader.Reading, isAttached: Bool = false, spool: borrowing Spool
    ) throws(HostError) -> LedgerEntry {
        let first = reading.extents.first
        let head = RecordHead(try spool.bytes(first.map { $0.lines == 1 ? $0.bytes : 0 } ?? 0, at: 0))
        let checksum = try StoredRecords.keep(spool, at: folder.records(records))
        func lines(_ kind: Record.Kind) -> Int { reading.extents.reduce(0) { $0 + ($1.kind == kind ? $1.lines : 0) } }
        var entry = LedgerEntry(
            path: path, sourcePath: path, recordedPath: path, stamp: stamp, size: head?.bytes, document: head?.document,
            provenance: settings.provenance, reading: settings.reading,
            limits: reading.limits, outcome: first?.kind != .document ? .failure : head?.isPartial == true ? .partial : .complete,
            records: records, extents: reading.extents, checksum: checksum, missing: head?.missing ?? [],
            attempts: reading.attempts, seconds: reading.seconds, pages: lines(.page),
            figures: lines(.figure), unreadNumbers: head?.unreadNumbers ?? 0, doubts: head?.doubts ?? 0,
            attached: head?.attached ?? [], isAttached: isAttached, reason: nil, removed: nil)
        if let fault = reading.fault {
            entry.reason = LedgerEntry.Reason(
                code: fault.code.rawValue, stage: fault.stage.rawValue, message: fault.description, isQuarantined: true, page: fault.page)
        } else if let failure = head?.failure {
            entry.reason = LedgerEntry.Reason(
                code: failure.code, stage: failure.stage, message: failure.message, isQuarantined: false, page: nil)
        }
        return entry
    }
}
