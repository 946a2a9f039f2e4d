internal import Glibc
internal import Pipeline
internal import Records

/// The files of a run while they are written, one a record type.
struct RecordFiles: ~Copyable {
    private var files: [Record.Kind: Int32] = [:]
    private var documents: Set<String> = []
    /// Records written so far.
    private(set) var counts: [Record.Kind: Int] = [:]
    /// Papers whose bytes were those of an earlier one.
    private(set) var repeated = 0

    /// Longest stretch that is copied at once, bytes.
    private static let copyBytes = 1 << 20
    /// Where the id of a document stands at the head of its record.
    private static let idStart = Array((Record.Kind.document.lineStart + #""schema":"\#(RecordSchema.version)","id":""#).utf8)

    /// Opens the files in `folder`.
    init(folder: String) throws(HostError) {
        for kind in Record.Kind.allCases {
            let path = folder + "/" + kind.fileName
            let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
            guard file >= 0 else { throw HostError("write", path) }
            files[kind] = file
        }
    }

    deinit { for file in files.values { close(file) } }

    /// Adds the records of the paper spooled at `path`.
    ///
    /// Of papers with the same bytes each has its document record, with its own source, so that no input is lost; their pages, segments,
    /// tables and figures, which would be the same with the same ids, are written once.
    mutating func add(spooledAt path: String, extents: [RecordScanner.Extent]) throws(HostError) {
        let spool = open(path, O_RDONLY | O_CLOEXEC)
        guard spool >= 0 else { throw HostError("read", path) }
        defer { close(spool) }
        var isRepeated = false
        var offset = 0
        for extent in extents {
            if extent.kind == .document {
                isRepeated = !documents.insert(try documentID(in: spool, path: path)).inserted
                if isRepeated { repeated += 1 }
            }
            if !isRepeated || extent.kind == .document || extent.kind == .failure {
                try copy(extent, from: spool, at: offset, path: path)
                counts[extent.kind, default: 0] += extent.lines
            }
            offset += extent.bytes
        }
    }

    /// Sees to it that all that was added is on the disk.
    func synchronise() throws(HostError) {
        for (kind, file) in files where fsync(file) != 0 { throw HostError("write", kind.fileName) }
    }

    private func documentID(in spool: Int32, path: String) throws(HostError) -> String {
        let head = try bytes(of: spool, at: 0, count: RecordFiles.idStart.count + 128, path: path)
        return String(decoding: head.dropFirst(RecordFiles.idStart.count).prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
    }

    private func copy(_ extent: RecordScanner.Extent, from spool: Int32, at start: Int, path: String) throws(HostError) {
        guard let file = files[extent.kind] else { return }
        var output = ByteOutput(descriptor: file)
        var copied = 0
        while copied < extent.bytes {
            let part = try bytes(of: spool, at: start + copied, count: min(RecordFiles.copyBytes, extent.bytes - copied), path: path)
            guard !part.isEmpty else { throw HostError("read all of", path) }
            try output.write(part)
            copied += part.count
        }
        try output.flush()
    }

    private func bytes(of spool: Int32, at offset: Int, count: Int, path: String) throws(HostError) -> [UInt8] {
        var got = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            repeat { got = pread(spool, buffer.baseAddress, count, off_t(offset)) } while got < 0 && errno == EINTR
            filled = max(0, got)
        }
        guard got >= 0 else { throw HostError("read", path) }
        return bytes
    }
}
