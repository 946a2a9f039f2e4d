internal import Glibc
internal import PaperModel

/// A folder in which nobody but the user of this process can change anything: only such a one is read or written.
final class OwnFolder {
    private let descriptor: Int32

    private static let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW

    /// Opens a folder; nil where there is none, or others could write to it.
    init?(_ path: String) {
        descriptor = open(path, OwnFolder.flags)
        guard descriptor >= 0 else { return nil }
        // An initialiser that fails from here on runs `deinit`.
        guard OwnFolder.isOwn(descriptor, S_IFDIR) else { return nil }
    }

    /// The same, made for this user alone where it is missing, and the folder that it stands in.
    convenience init?(making path: String) {
        OwnFolder.make(path, depth: 2)
        self.init(path)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Makes a folder where it is missing, inside one of the user's own: as root for another user it would stand in that user's way.
    private static func make(_ path: String, depth: Int) {
        guard depth > 0, access(path, F_OK) != 0, errno == ENOENT, let slash = path.lastIndex(of: "/") else { return }
        let outer = String(path[..<slash])
        guard !outer.isEmpty else { return }
        make(outer, depth: depth - 1)
        let place = open(outer, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard place >= 0 else { return }
        defer { close(place) }
        if isOwn(place, S_IFDIR) { mkdirat(place, String(path[path.index(after: slash)...]), 0o700) }
    }

    /// Whether an open file is of a kind, belongs to the user of this process, and can be written by nobody else.
    private static func isOwn(_ descriptor: Int32, _ kind: mode_t) -> Bool {
        status(of: descriptor).map { $0.st_mode & S_IFMT == kind && $0.st_uid == geteuid() && $0.st_mode & 0o022 == 0 } ?? false
    }

    private static func status(of descriptor: Int32) -> stat? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? status : nil
    }

    /// The bytes of a file in the folder; nil where there is none, others could write to it, or it has more than `limit`.
    func read(_ name: String, atMost limit: Int) -> [UInt8]? {
        let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        guard OwnFolder.isOwn(file, S_IFREG), let size = OwnFolder.status(of: file).map({ Int($0.st_size) }), size <= limit else {
            return nil
        }
        return OpenFile.bytes(size, of: file, at: 0)
    }

    /// Writes a file as a draft that takes its name when it is whole; false where that can't be done.
    func write(_ bytes: [UInt8], to name: String) -> Bool {
        // Past its limit on files a process would be killed.
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0, limit.rlim_cur >= bytes.count else { return false }
        let draft = "\(OwnFolder.draft)\(getpid())"
        unlinkat(descriptor, draft, 0)
        let file = openat(descriptor, draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return false }
        let isWhole = bytes.withUnsafeBytes { OpenFile.write($0, to: file) }
        close(file)
        if isWhole, renameat(descriptor, draft, descriptor, name) == 0 { return true }
        unlinkat(descriptor, draft, 0)
        return false
    }

    private static let draft = "draft-"

    /// Seconds after which a draft is one that nobody ends any more.
    private static let draftAge = 3_600
    /// Most entries that are looked at.
    private static let maximumEntries = 1_000

    /// Takes out files whose names end alike, but for the `count` that were written last, and drafts that were left.
    func keepNewest(_ count: Int, endingWith ending: String) {
        var files: [(name: String, time: (Int, Int))] = []
        for name in names() {
            var status = stat()
            guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
            if name.hasSuffix(ending) { files.append((name, (status.st_mtim.tv_sec, status.st_mtim.tv_nsec))) }
            if name.hasPrefix(OwnFolder.draft), status.st_mtim.tv_sec < time(nil) - OwnFolder.draftAge { unlinkat(descriptor, name, 0) }
        }
        for file in files.sorted(by: { $0.time > $1.time }).dropFirst(count) { unlinkat(descriptor, file.name, 0) }
    }

    private func names() -> [String] {
        let copy = openat(descriptor, ".", OwnFolder.flags)
        guard copy >= 0 else { return [] }
        guard let stream = fdopendir(copy) else {
            close(copy)
            return []
        }
        defer { closedir(stream) }
        var names: [String] = []
        while names.count < OwnFolder.maximumEntries, let entry = readdir(stream) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names
    }
}
