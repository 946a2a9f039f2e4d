internal import Glibc
public import PaperModel

/// A file that may be a paper: the only place that opens one.
public enum PaperFile {
    /// The bytes of a regular file.
    ///
    /// - Throws: `unreadable` with the reason, `empty`, or `tooLarge` before a byte is read.
    public static func read(_ path: String, limits: LoadLimits) throws(PaperFailure) -> [UInt8] {
        let descriptor = try openRegularFile(path)
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(path) }
        let size = Int(status.st_size)
        guard size > 0 else { throw PaperFailure(.empty, "the file has no bytes; fetch it again") }
        guard size <= limits.bytes else {
            throw PaperFailure(.tooLarge, "the file has \(size) bytes, more than the limit of \(limits.bytes)")
        }
        return try bytes(of: descriptor, atMost: size, path: path)
    }

    /// Whether a file begins or is named like a format that can be read. False for what can't be opened.
    public static func looksReadable(_ path: String) -> Bool {
        if Loader.detect(leading: [], path: path) != nil { return true }
        guard let descriptor = try? openRegularFile(path) else { return false }
        defer { close(descriptor) }
        guard let leading = try? bytes(of: descriptor, atMost: Loader.leadingBytes, path: path) else { return false }
        return Loader.detect(leading: leading[...], path: path) != nil
    }

    /// What stands behind the last dot of a file's name, lower case; empty where there is none.
    public static func nameEnding(of path: String) -> String { Loader.nameEnding(of: path) }

    /// SHA-256 in hexadecimal of a file, read in parts; nil where it can't be read.
    public static func digest(_ path: String) -> String? {
        guard let descriptor = try? openRegularFile(path) else { return nil }
        defer { close(descriptor) }
        var digest = SHA256()
        while true {
            guard let part = try? bytes(of: descriptor, atMost: 1 << 20, path: path) else { return nil }
            if part.isEmpty { return digest.hexDigest }
            digest.update(part)
        }
    }

    /// Size in bytes; nil where there is no such file.
    public static func size(_ path: String) -> Int? { stamp(path)?.bytes }

    /// What the system says of a file; nil where there is none.
    public static func stamp(_ path: String) -> FileStamp? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return FileStamp(
            bytes: Int(status.st_size), modified: FileStamp.nanoseconds(status.st_mtim), changed: FileStamp.nanoseconds(status.st_ctim),
            inode: Int(bitPattern: UInt(status.st_ino)))
    }

    private static func openRegularFile(_ path: String) throws(PaperFailure) -> Int32 {
        // O_NONBLOCK: a pipe or device among the papers must not hold up the run.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw unreadable(path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw PaperFailure(.unreadable, "not a regular file")
        }
        return descriptor
    }

    private static func bytes(of descriptor: Int32, atMost count: Int, path: String) throws(PaperFailure) -> [UInt8] {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
                if got < 0, errno == EINTR { continue }
                failed = got < 0
                guard got > 0 else { break }
                filled += got
            }
        }
        if failed { throw unreadable(path) }
        return bytes
    }

    private static func unreadable(_ path: String) -> PaperFailure {
        PaperFailure(.unreadable, "the file can't be read: \(String(cString: strerror(errno)))")
    }
}
