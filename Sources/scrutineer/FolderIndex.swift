internal import Foundation
internal import Glibc
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
        guard mayWrite(in: folder) else { return try ownIndex(folder, records) }
        let index = try update(folder, records, state: state).index
        return whileRunning ? try RecordIndex(path: path(folder), forHours: true) : index
    }

    private static func mayWrite(in folder: String) -> Bool {
        let inner = FolderRecords.beside(folder, "")
        return access(inner, F_OK) == 0 ? access(inner, W_OK) == 0 : access(folder, W_OK) == 0
    }

    /// An index over records that lie where nothing can be written: of another user, in a snapshot. It has no name, and is gone with the command.
    private static func ownIndex(_ folder: String, _ records: FolderRecords) throws -> RecordIndex {
        let own = try TemporaryFolder()
        Terminal.say("nothing can be written into \(folder): its index is made for this command alone")
        // Open files outlive the folder.
        return try withExtendedLifetime(own) { try RecordIndex.update(path: own.path + "/index.sqlite", sources: sources(records)).index }
    }

    /// Brings the index of a folder up to its records.
    @discardableResult
    static func update(
        _ folder: String, _ records: FolderRecords, state: String, rebuilding: Bool = false
    ) throws -> (index: RecordIndex, change: RecordIndex.Change) {
        try DatabaseFiles.refuseLinks(path(folder))
        try FileManager.default.createDirectory(atPath: FolderRecords.beside(folder, ""), withIntermediateDirectories: true)
        let result = try RecordIndex.update(path: path(folder), sources: sources(records), rebuilding: rebuilding)
        if let why = result.change.rebuilt, !why.isEmpty { Terminal.say("\(why); it was made again from the records") }
        try result.index.keep(state: state)
        return result
    }

    private static func sources(_ records: FolderRecords) throws -> [RecordIndex.Source] {
        let isBusy = records.isBusy
        return try records.papers.map { paper in
            RecordIndex.Source(path: paper.report.path, stamp: try records.stamp(of: paper)) {
                do { return try records.lines(of: paper) } catch {
                    // A run may just be replacing them; they are taken in the next time.
                    if isBusy { return nil }
                    throw error
                }
            }
        }
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
