internal import Glibc
internal import PaperModel
internal import Pipeline
internal import Records

/// A file that takes in the records of one paper as they come: records never wait in memory.
struct Spool: ~Copyable {
    let path: String
    private let descriptor: Int32

    init(path: String) throws(HostError) {
        descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw HostError("write", path) }
        self.path = path
    }

    deinit { close(descriptor) }

    /// Drops all that was written.
    func empty() throws(HostError) {
        guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw HostError("empty", path) }
    }

    /// Adds bytes.
    func append(_ bytes: ArraySlice<UInt8>) throws(HostError) {
        guard bytes.withUnsafeBytes({ OpenFile.write($0, to: descriptor) }) else { throw HostError("write", path) }
    }

    /// Drops the bytes behind the first `count`.
    func cut(to count: Int) throws(HostError) {
        guard ftruncate(descriptor, off_t(count)) == 0 else { throw HostError("cut", path) }
    }

    /// Bytes of the file, `count` at most.
    func bytes(_ count: Int, at offset: Int) throws(HostError) -> [UInt8] {
        guard let bytes = OpenFile.bytes(count, of: descriptor, at: offset) else { throw HostError("read", path) }
        return bytes
    }

    /// Puts one failure record in place of all that was written.
    func replaceContents(with failure: [UInt8]) throws(HostError) -> [RecordScanner.Extent] {
        try empty()
        try append(failure[...])
        return [RecordScanner.Extent(kind: .failure, bytes: failure.count, lines: 1)]
    }

    /// Sees to it that all that was written is on the disk.
    func synchronise() throws(HostError) {
        guard fsync(descriptor) == 0 else { throw HostError("write", path) }
    }
}
