internal import CLinux
internal import Glibc
internal import PaperModel
internal import Pipeline

/// A file of records, or one that records are copied into.
final class RecordFile {
    private let path: String
    private let descriptor: Int32

    enum Access { case read, write }

    init(path: String, access: Access) throws(HostError) {
        self.path = path
        descriptor = open(
            path, access == .read ? O_RDONLY | O_CLOEXEC | O_NOFOLLOW : O_RDWR | O_NOFOLLOW | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw HostError(access == .read ? "read" : "write", path) }
    }

    /// The process's standard output.
    static var standardOutput: RecordFile { RecordFile(path: "standard output", descriptor: dup(STDOUT_FILENO)) }

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Number of its bytes; 0 where the system doesn't say.
    var size: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Adds bytes.
    func append(_ bytes: [UInt8]) throws(HostError) {
        guard bytes.withUnsafeBytes({ OpenFile.write($0, to: descriptor) }) else { throw HostError("write", path) }
    }

    /// Adds bytes.
    func append(_ bytes: UnsafeRawBufferPointer) throws(HostError) {
        guard OpenFile.write(bytes, to: descriptor) else { throw HostError("write", path) }
    }

    /// Adds a stretch of another file. The kernel copies it, where the file system lets it without copying at all.
    func append(_ count: Int, from source: RecordFile, at offset: Int) throws(HostError) {
        var position = Int64(offset)
        let end = Int64(offset + count)
        while position < end {
            let copied = linux_copy_file_range(source.descriptor, &position, descriptor, Int(end - position))
            if copied > 0 { continue }
            if copied < 0, errno == EINTR { continue }
            // Between some file systems, and into pipes, it can't.
            try appendThroughMemory(Int(end - position), from: source, at: Int(position))
            return
        }
    }

    private func appendThroughMemory(_ count: Int, from source: RecordFile, at offset: Int) throws(HostError) {
        var copied = 0
        while copied < count {
            let part = try source.bytes(min(RecordFile.copyBytes, count - copied), at: offset + copied)
            guard !part.isEmpty else { throw HostError("\(source.path) is shorter than it was; make the run again") }
            try append(part)
            copied += part.count
        }
    }

    /// Bytes of the file, `count` at most.
    func bytes(_ count: Int, at offset: Int) throws(HostError) -> [UInt8] {
        guard let bytes = OpenFile.bytes(count, of: descriptor, at: offset) else { throw HostError("read", path) }
        return bytes
    }

    /// Sum of the bytes of the file.
    func checksum() throws(HostError) -> Int {
        var checksum = Checksum()
        var summed = 0
        while true {
            let part = try bytes(RecordFile.copyBytes, at: summed)
            if part.isEmpty { return checksum.value }
            part.withUnsafeBytes { checksum.update($0) }
            summed += part.count
        }
    }

    /// SHA-256 of the whole file in hexadecimal, and the number of its bytes.
    func digest() throws(HostError) -> (digest: String, bytes: Int) {
        var digest = SHA256()
        var count = 0
        while true {
            let part = try bytes(RecordFile.copyBytes, at: count)
            if part.isEmpty { return (digest.hexDigest, count) }
            part.withUnsafeBytes { digest.update($0) }
            count += part.count
        }
    }

    /// Sees to it that all that was added is on the disk.
    func synchronise() throws(HostError) {
        guard fsync(descriptor) == 0 else { throw HostError("write", path) }
    }

    /// Longest stretch that is held in memory, bytes.
    private static let copyBytes = 1 << 20
}
