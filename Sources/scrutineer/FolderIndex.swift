internal import Foundation
internal import Pipeline
internal import RecordIndex
internal import Supervision

/// The index beside the records of a folder.
enum FolderIndex {
    private static func path(_ folder: String) -> String { FolderRecords.beside(folder, "index.sqlite") }

    /// Opens the index of a folder, brought up to its records; made where there is none. What a user should know of it is said on standard
    /// error.
    /// `whileRunning` is for whoever stays for hours: it takes in what a run that is at work has done so far.
    static func open(_ folder: String, whileRunning: Bool = false) throws -> RecordIndex {
        guard let state = FolderRecords.state(of: folder) else {
            throw HostError(
                "no run was made into \(folder): there is nothing to search; scrutineer run PAPERS --out \(folder) makes the records")
        }
        do {
            let index = try RecordIndex(path: path(folder), forHours: whileRunning)
            if try index.state() == state { return index }
        } catch {
            // Of another kind: made, or made again with a word, below.
            if error.kind == .other { throw error }
        }
        let records: FolderRecords
        do {
            records = try FolderRecords(folder: folder, whileRunning: whileRunning)
        } catch let busy {
            // Where an index of an earlier time can be used it is, whatever else is wrong with it.
            if let index = try? RecordIndex(path: path(folder)) {
                Terminal.say("\(busy); the index is as it was before")
                return index
            }
            records = try FolderRecords(folder: folder, whileRunning: true)
            Terminal.say("\(busy); until then this is what it has done so far")
        }
        let index = try update(folder, records, state: state).index
        return whileRunning ? try RecordIndex(path: path(folder), forHours: true) : index
    }

    /// Brings the index of a folder up to its records.
    @discardableResult
    static func update(
        _ folder: String, _ records: FolderRecords, state: String, rebuilding: Bool = false
    ) throws -> (index: RecordIndex, change: RecordIndex.Change) {
        try FileManager.default.createDirectory(atPath: FolderRecords.beside(folder, ""), withIntermediateDirectories: true)
        let isBusy = records.isBusy
        let sources = try records.papers.map { paper in
            RecordIndex.Source(path: paper.report.path, stamp: try records.stamp(of: paper)) {
                do { return try records.lines(of: paper) } catch {
                    // A run may just be replacing them; they are taken in the next time.
                    if isBusy { return nil }
                    throw error
                }
            }
        }
        let result = try RecordIndex.update(path: path(folder), sources: sources, rebuilding: rebuilding)
        if let why = result.change.rebuilt, !why.isEmpty { Terminal.say("\(why); it was made again from the records") }
        try result.index.keep(state: state)
        return result
    }

    /// Brings an index that is there up to what a run has just written. It never fails the run: what is wrong is said.
    static func keepUp(_ folder: String, say: (String) -> Void) {
        do {
            _ = try RecordIndex(path: path(folder))
        } catch {
            if error.kind == .missing { return }
        }
        do {
            guard let state = FolderRecords.state(of: folder) else { return }
            try update(folder, try FolderRecords(folder: folder), state: state)
        } catch {
            say("the index was not brought up to the records: \(error); scrutineer index \(folder) tries again")
        }
    }
}
