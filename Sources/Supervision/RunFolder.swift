internal import FoundationEssentials
internal import Glibc
internal import Pipeline
internal import Records
internal import Synchronization

/// The folder of a run's output. The files for its users stand in it; what runs keep for themselves is in `.scrutineer` inside it: the
/// ledger, a file of records for each paper, and the files for users while they are written.
final class RunFolder: Sendable {
    /// Its path.
    let path: String
    private let inner: String
    private let lock: Int32
    private let nextRecords = Atomic(0)

    /// Who else may use the folder at the same time.
    enum Access {
        /// Nobody.
        case write
        /// Who only reads.
        case read
        /// Who looks for a long time, and would rather find a file gone than keep a run out.
        case watch
    }

    /// Opens the folder; for writing it is made where it is missing.
    ///
    /// - Throws: where it can't be used, or a run is at work there.
    init(_ path: String, for access: Access) throws(HostError) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        inner = self.path + "/.scrutineer"
        if access == .write {
            try RunFolder.make(self.path)
            for folder in [inner, inner + "/records", inner + "/export"] { try RunFolder.makeOwn(folder) }
        }
        lock = open(inner, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard lock >= 0 else { throw HostError("find a run in", path) }
        if access == .watch { return }
        guard flock(lock, (access == .write ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0 else {
            let isTaken = errno == EWOULDBLOCK
            let refusal = HostError("lock", inner)
            close(lock)
            throw isTaken ? HostError("another run is at work in \(path); wait for its end, or choose another folder") : refusal
        }
    }

    deinit {
        // Not left to the closing: a worker that is being started at this moment holds the descriptor for an instant more.
        flock(lock, LOCK_UN)
        close(lock)
    }

    /// Whether a run is at work in a folder that is watched: proc(5) tells who holds its lock. To try the lock would keep out a run that
    /// begins at that moment.
    var isBusy: Bool {
        var status = stat()
        guard fstat(lock, &status) == 0, let locks = try? String(contentsOfFile: "/proc/locks", encoding: .utf8) else { return false }
        return locks.split(separator: "\n").contains { line in
            line.contains("FLOCK") && line.contains("WRITE") && line.contains(":\(status.st_ino) ")
        }
    }

    /// Where the ledger is.
    var ledger: String { inner + "/ledger.sqlite" }

    /// Where the records of a paper are kept, by the number of their file.
    func records(_ number: Int) -> String { "\(inner)/records/\(number)" }

    /// Whether the records of a paper are there, whole as far as their end tells.
    func holdsRecords(of entry: LedgerEntry) -> Bool { StoredRecords.hold(entry.bytes, at: records(entry.records)) }

    /// A file for records while they come; it has no name, so that none is left where a run is cut off.
    func spool(_ number: Int) throws(HostError) -> Spool {
        let spool = try Spool(path: unpublished("reading-\(number)"))
        unlink(spool.path)
        return spool
    }

    /// Where a file is written before it is published.
    func unpublished(_ name: String) -> String { "\(inner)/export/\(name)" }

    /// Numbers of the files of records that are there.
    var storedRecords: [Int] { RunFolder.names(in: inner + "/records").compactMap { Int($0) } }

    /// A number for a file of records that no other has or had.
    func newRecords() -> Int { nextRecords.wrappingAdd(1, ordering: .relaxed).newValue }

    /// Removes what a run that was cut off left: all files of records but those with `numbers`, and files that were not published.
    func clean(keeping numbers: Set<Int>) {
        nextRecords.store(numbers.max() ?? 0, ordering: .relaxed)
        for name in RunFolder.names(in: inner + "/records") where Int(name).map(numbers.contains) != true {
            unlink(inner + "/records/" + name)
        }
        for name in RunFolder.names(in: inner + "/export") { unlink(unpublished(name)) }
    }

    /// Removes a file of records.
    func removeRecords(_ number: Int) { unlink(records(number)) }

    /// Writes a file that is to be published.
    func write(_ bytes: [UInt8], to name: String) throws(HostError) {
        let spool = try Spool(path: unpublished(name))
        try spool.append(bytes[...])
        try spool.synchronise()
    }

    /// Puts files in place of those of an earlier run, each as a whole.
    func publish(_ names: [String]) throws(HostError) {
        for name in names {
            guard rename(unpublished(name), path + "/" + name) == 0 else { throw HostError("replace", path + "/" + name) }
        }
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw HostError("open", path) }
        defer { close(folder) }
        // Some file systems can't synchronise a folder; the files are there all the same.
        _ = fsync(folder)
    }

    private static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Makes a folder of a run's own. One that is there must be a folder and no link, and belong to who makes the run: through another's a
    /// run would write, and delete, where somebody else wants it to.
    private static func makeOwn(_ path: String) throws(HostError) {
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw HostError("make the folder", path) }
        var status = stat()
        guard lstat(path, &status) == 0 else { throw HostError("use the folder", path) }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        guard isFolder, status.st_uid == geteuid() || status.st_uid == ownerOfWhatIsMade(in: path) else {
            let state = isFolder ? "belongs to another user" : "is a link or a file"
            throw HostError("\(path.printable) \(state), and a run writes and deletes there; remove it, or choose another folder")
        }
    }

    /// Whom a file belongs to that is made in a folder: some file systems that are shared give all that is made there to one user. Nil where none
    /// can be made.
    private static func ownerOfWhatIsMade(in folder: String) -> uid_t? {
        let probe = "\(folder)/.probe-\(getpid())"
        let file = open(probe, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { return nil }
        defer {
            close(file)
            unlink(probe)
        }
        var status = stat()
        return fstat(file, &status) == 0 ? status.st_uid : nil
    }

    /// Makes a folder and those above it.
    private static func make(_ path: String) throws(HostError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += part + "/"
            guard mkdir(made, 0o755) == 0 || errno == EEXIST else { throw HostError("make the folder", made) }
        }
    }
}
