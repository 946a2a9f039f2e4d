internal import Glibc
internal import Pipeline

/// The records of one paper as runs keep them: folded as gzip does, so that they don't take their space twice, or as their worker wrote
/// them, where an earlier version kept them. The first bytes tell which.
///
/// Read from front to back: what lies before the last stretch that was read is unfolded from the beginning again.
final class StoredRecords {
    private let path: String
    private let file: RecordFile
    /// Nil for records that are not folded.
    private var reader: Gzip.Reader?
    /// How many bytes of the file the reader was given, and how many of records it gave.
    private var given = 0
    private var position = 0

    init(path: String) throws(HostError) {
        self.path = path
        file = try RecordFile(path: path, access: .read)
        if try file.bytes(Gzip.start.count, at: 0) == Gzip.start { reader = try Gzip.Reader() }
    }

    /// Bytes of the records, `count` at most.
    ///
    /// - Throws: where the file can't be read or isn't as it was written.
    func bytes(_ count: Int, at offset: Int) throws(HostError) -> [UInt8] {
        guard reader != nil else { return try file.bytes(count, at: offset) }
        if offset < position {
            reader = try Gzip.Reader()
            (given, position) = (0, 0)
        }
        while position < offset, try !unfold(min(Gzip.partBytes, offset - position)).isEmpty {}
        return position == offset ? try unfold(count) : []
    }

    private func unfold(_ count: Int) throws(HostError) -> [UInt8] {
        guard let reader else { return [] }
        var failure: HostError?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            do throws(HostError) {
                filled = try reader.unfold(into: UnsafeMutableRawBufferPointer(buffer)) { () throws(HostError) in
                    let part = try file.bytes(Gzip.partBytes, at: given)
                    given += part.count
                    return part
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw HostError("\(path) can't be used: \(failure.description); make the run again") }
        position += bytes.count
        return bytes
    }

    /// Adds a stretch of the records to another file.
    func copy(_ count: Int, at offset: Int, to target: RecordFile) throws(HostError) {
        guard reader != nil else { return try target.append(count, from: file, at: offset) }
        var copied = 0
        while copied < count {
            let part = try bytes(min(Gzip.partBytes, count - copied), at: offset + copied)
            guard !part.isEmpty else { throw HostError("\(path) is shorter than it was; make the run again") }
            try target.append(part)
            copied += part.count
        }
    }

    /// Whether the records have `count` bytes, by what the end of the file says: nothing of them is unfolded.
    static func hold(_ count: Int, at path: String) -> Bool {
        guard let size = PaperFile.size(path), let file = try? RecordFile(path: path, access: .read),
            let start = try? file.bytes(Gzip.start.count, at: 0)
        else { return false }
        guard start == Gzip.start else { return size == count }
        guard let end = try? file.bytes(Gzip.sizeBytes, at: max(0, size - Gzip.sizeBytes)), end.count == Gzip.sizeBytes else {
            return false
        }
        return end.reversed().reduce(0) { $0 << 8 | Int($1) } == count & 0xFFFF_FFFF
    }

    /// Keeps what `spool` holds in a file at `path`, folded.
    ///
    /// - Returns: the sum of the bytes of the file.
    static func keep(_ spool: borrowing Spool, at path: String) throws(HostError) -> Int {
        let file = try RecordFile(path: path, access: .write)
        var writer = try Gzip.Writer()
        var checksum = Checksum()
        var position = 0
        while true {
            let part = try spool.bytes(Gzip.partBytes, at: position)
            position += part.count
            try writer.fold(part, isLast: part.isEmpty) { (folded) throws(HostError) in
                checksum.update(folded)
                try file.append(folded)
            }
            if part.isEmpty { return checksum.value }
        }
    }
}
