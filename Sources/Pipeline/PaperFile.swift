internal import Glibc
public import PaperModel
internal import Records

/// A file that may be a paper: the only place that opens one. Paths are the texts of `PathText`.
public enum PaperFile {
    /// The bytes of a regular file.
    ///
    /// - Throws: `unreadable` with the reason, `empty`, or `tooLarge` before a byte is read.
    public static func read(_ path: String, limits: LoadLimits) throws(PaperFailure) -> [UInt8] {
        let descriptor = try openRegularFile(path)
        defer { close(descriptor) }
        return try read(descriptor, limits: limits)
    }

    /// The bytes of an open regular file, from its beginning; it stays the caller's to close.
    ///
    /// - Throws: as `read(_:limits:)` for a path.
    public static func read(_ descriptor: Int32, limits: LoadLimits) throws(PaperFailure) -> [UInt8] {
        var status = stat()
        guard lseek(descriptor, 0, SEEK_SET) == 0, fstat(descriptor, &status) == 0 else { throw unreadable() }
        let size = Int(status.st_size)
        guard size > 0 else { throw PaperFailure(.empty, "the file has no bytes; fetch it again") }
        guard size <= limits.bytes else {
            throw PaperFailure(.tooLarge, "the file has \(size) bytes, more than the limit of \(limits.bytes)")
        }
        return try bytes(of: descriptor, atMost: size)
    }

    /// What a file in a folder is to a run.
    public enum Look: Sendable, Equatable {
        /// It begins or is named like a format that can be read.
        case paper
        /// It is something else.
        case other
        /// It can't be opened, so nobody can say; with the reason.
        case unreadable(String)
    }

    /// Looks at the name of a file and, where that doesn't say, at its first bytes.
    public static func look(at path: String) -> Look {
        if isNamedAsPaper(path) { return .paper }
        do throws(PaperFailure) {
            let descriptor = try openRegularFile(path)
            defer { close(descriptor) }
            let leading = try bytes(of: descriptor, atMost: Loader.leadingBytes)
            return Loader.detect(leading: leading[...], path: path) != nil ? .paper : .other
        } catch {
            return error.message == notRegular ? .other : .unreadable(error.message)
        }
    }

    /// What is said of a folder, pipe, socket or device in the place of a paper.
    public static let notRegular = "not a regular file"

    /// Whether the name alone says that a file is a paper.
    public static func isNamedAsPaper(_ path: String) -> Bool { Loader.detect(leading: [], path: path) != nil }

    /// What stands behind the last dot of a file's name, lower case; empty where there is none.
    public static func nameEnding(of path: String) -> String { Loader.nameEnding(of: path) }

    /// SHA-256 in hexadecimal of a file, read in parts; nil where it can't be read, or has more bytes than any paper may have.
    public static func digest(_ path: String, atMost limit: Int = LoadLimits().bytes) -> String? {
        guard let descriptor = try? openRegularFile(path) else { return nil }
        defer { close(descriptor) }
        var digest = SHA256()
        var count = 0
        while count <= limit {
            guard let part = try? bytes(of: descriptor, atMost: 1 << 20) else { return nil }
            if part.isEmpty { return digest.hexDigest }
            count += part.count
            part.withUnsafeBytes { digest.update($0) }
        }
        return nil
    }

    /// Size in bytes; nil where there is no such file.
    public static func size(_ path: String) -> Int? { stamp(path)?.bytes }

    /// What the system says of a file; nil where there is none.
    public static func stamp(_ path: String) -> FileStamp? {
        var status = stat()
        guard PathText(path).withCString({ stat($0, &status) }) == 0 else { return nil }
        return FileStamp(
            bytes: Int(status.st_size), modified: FileStamp.nanoseconds(status.st_mtim), changed: FileStamp.nanoseconds(status.st_ctim),
            inode: Int(bitPattern: UInt(status.st_ino)))
    }

    /// Opens a regular file for reading; the descriptor is the caller's to close.
    ///
    /// - Throws: `unreadable` with the reason.
    public static func openRegularFile(_ path: String) throws(PaperFailure) -> Int32 {
        // O_NONBLOCK: a pipe or device among the papers must not hold up the run.
        let descriptor = PathText(path).withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
        guard descriptor >= 0 else { throw unreadable() }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw PaperFailure(.unreadable, notRegular)
        }
        return descriptor
    }

    /// Opens the file in which a paper is: a regular file, or a PDF to which it is attached, where its path goes on behind that of the PDF with
    /// the name that it has there (`pack.pdf/plan.pdf`). No regular file has others below it, so that no path has two meanings.
    ///
    /// - Throws: `unreadable` with the reason.
    public static func openPaper(_ path: String) throws(PaperFailure) -> (file: Int32, attached: String?) {
        do throws(PaperFailure) {
            return (try openRegularFile(path), nil)
        } catch {
            guard let place = AttachedPath(path), let host = try? openRegularFile(place.host) else { throw error }
            return (host, place.name)
        }
    }

    private static func bytes(of descriptor: Int32, atMost count: Int) throws(PaperFailure) -> [UInt8] {
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
        if failed { throw unreadable() }
        return bytes
    }

    private static func unreadable() -> PaperFailure {
        PaperFailure(.unreadable, "the file can't be read: \(String(cString: strerror(errno)))")
    }
}
