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
        let spool = try Spool(path: folder.records(number))
        switch plan[paper] {
        case .copy(let original):
            // The file may have changed since it was found to have these bytes.
            if let digest = PaperFile.digest(path), original.document == DocumentRecord.id(digest: digest),
                let copy = try copy(of: original, at: path, stamp: settled, records: number, isAttached: false, into: spool)
            {
                return WorkBoard.Finished(paper: paper, entry: copy, wasRead: false)
            }
            try spool.empty()
        case .refuse(let reason):
            let record = FailureRecord(source: Source(path: path), failure: PaperFailure(.unreadable, reason))
            let reading = PaperReader.Reading(
                extents: try spool.replaceContents(with: Exporter.jsonLines.bytes(.failure(record), nil)), attempts: 1, seconds: 0,
                fault: nil, limits: settings.limits(pages: 0))
            let entry = try LedgerEntry(path: path, stamp: nil, records: number, reading: reading, spool: spool, settings: settings)
            return WorkBoard.Finished(paper: paper, entry: entry, wasRead: true)
        case .attached(let document, let original):
            if let original, let copy = try copy(of: original, at: path, stamp: nil, records: number, isAttached: true, into: spool) {
                return WorkBoard.Finished(paper: paper, entry: copy, wasRead: false)
            }
            try spool.empty()
            guard let reading = try reader.read(path, document: document, into: spool) else {
                folder.removeRecords(number)
                return nil
            }
            var entry = try LedgerEntry(
                path: path, stamp: nil, records: number, reading: reading, isAttached: true, spool: spool, settings: settings)
            entry.document = entry.document ?? document
            return WorkBoard.Finished(paper: paper, entry: entry, wasRead: true)
        case .keep, .compare, .read: break
        }
        guard let reading = try reader.read(path, encoding: telling.encoding(of: path), into: spool) else {
            folder.removeRecords(number)
            return nil
        }
        let entry = try LedgerEntry(path: path, stamp: settled, records: number, reading: reading, spool: spool, settings: settings)
        return WorkBoard.Finished(paper: paper, entry: entry, wasRead: true)
    }
}

extension PaperThread {
    /// The entry of a paper whose records are those of another with the same bytes; nil where they are gone.
    private func copy(
        of original: LedgerEntry, at path: String, stamp: FileStamp?, records: Int, isAttached: Bool, into spool: borrowing Spool
    ) throws(HostError) -> LedgerEntry? {
        // Where that one was read again meanwhile its records are gone.
        guard let source = try? RecordFile(path: folder.records(original.records), access: .read) else { return nil }
        var copied = 0
        while copied < original.bytes {
            let part = try source.bytes(min(1 << 20, original.bytes - copied), at: copied)
            guard !part.isEmpty else { return nil }
            try spool.append(part[...])
            copied += part.count
        }
        var entry = original
        (entry.path, entry.sourcePath, entry.stamp, entry.records, entry.isAttached) = (path, path, stamp, records, isAttached)
        return entry
    }
}

extension LedgerEntry {
    /// Takes down what became of a paper; all that is looked at of its records is the first.
    fileprivate init(
        path: String, stamp: FileStamp?, records: Int, reading: PaperReader.Reading, isAttached: Bool = false, spool: borrowing Spool,
        settings: RunSettings
    ) throws(HostError) {
        let first = reading.extents.first
        let head = RecordHead(try spool.head(first.map { $0.lines == 1 ? $0.bytes : 0 } ?? 0))
        func lines(_ kind: Record.Kind) -> Int { reading.extents.reduce(0) { $0 + ($1.kind == kind ? $1.lines : 0) } }
        self.init(
            path: path, sourcePath: path, recordedPath: path, stamp: stamp, size: head?.bytes, document: head?.document,
            provenance: settings.provenance, reading: settings.reading,
            limits: reading.limits, outcome: first?.kind != .document ? .failure : head?.isPartial == true ? .partial : .complete,
            records: records, extents: reading.extents, checksum: try spool.checksum(), missing: head?.missing ?? [],
            attempts: reading.attempts, seconds: reading.seconds, pages: lines(.page),
            figures: lines(.figure), unreadNumbers: head?.unreadNumbers ?? 0, doubts: head?.doubts ?? 0,
            attached: head?.attached ?? [], isAttached: isAttached, reason: nil, removed: nil)
        if let fault = reading.fault {
            reason = Reason(
                code: fault.code.rawValue, stage: fault.stage.rawValue, message: fault.description, isQuarantined: true, page: fault.page)
        } else if let failure = head?.failure {
            reason = Reason(code: failure.code, stage: failure.stage, message: failure.message, isQuarantined: false, page: nil)
        }
    }
}
