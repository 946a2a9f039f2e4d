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
        guard let reading = try reader.read(path, into: spool) else {
            folder.removeRecords(number)
            return nil
        }
        let entry = try LedgerEntry(path: path, stamp: settled, records: number, reading: reading, spool: spool, settings: settings)
        return WorkBoard.Finished(paper: paper, entry: entry, wasRead: true)
    }
}

extension LedgerEntry {
    /// Takes down what became of a paper; all that is looked at of its records is the first.
    fileprivate init(
        path: String, stamp: FileStamp?, records: Int, reading: PaperReader.Reading, spool: borrowing Spool, settings: RunSettings
    ) throws(HostError) {
        let first = reading.extents.first
        let head = RecordHead(try spool.head(first.map { $0.lines == 1 ? $0.bytes : 0 } ?? 0))
        func lines(_ kind: Record.Kind) -> Int { reading.extents.reduce(0) { $0 + ($1.kind == kind ? $1.lines : 0) } }
        self.init(
            path: path, stamp: stamp, document: head?.document, provenance: settings.provenance, reading: settings.reading,
            limits: reading.limits, outcome: first?.kind != .document ? .failure : head?.isPartial == true ? .partial : .complete,
            records: records, extents: reading.extents, attempts: reading.attempts, seconds: reading.seconds, pages: lines(.page),
            figures: lines(.figure), unreadNumbers: head?.unreadNumbers ?? 0, doubts: head?.doubts ?? 0, reason: nil, removed: nil)
        if let fault = reading.fault {
            reason = Reason(
                code: fault.code.rawValue, stage: fault.stage.rawValue, message: fault.description, isQuarantined: true, page: fault.page)
        } else if let failure = head?.failure {
            reason = Reason(code: failure.code, stage: failure.stage, message: failure.message, isQuarantined: false, page: nil)
        }
    }
}
