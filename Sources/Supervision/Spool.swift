internal import Glibc
internal import Pipeline
internal import Records

/// A file that holds the records of one paper until it is the paper's turn: records never wait in memory.
struct Spool: ~Copyable {
    let path: String
    private let descriptor: Int32

    init(path: String) throws(HostError) {
        descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
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
        var output = ByteOutput(descriptor: descriptor)
        try output.write(Array(bytes))
        try output.flush()
    }

    /// Puts one failure record in place of all that was written.
    func replaceContents(with failure: [UInt8]) throws(HostError) -> [RecordScanner.Extent] {
        try empty()
        try append(failure[...])
        return [RecordScanner.Extent(kind: .failure, bytes: failure.count, lines: 1)]
    }
}
