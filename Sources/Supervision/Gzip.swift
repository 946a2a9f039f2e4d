internal import CZlib
internal import Pipeline

/// The only file that knows zlib: bytes to and from gzip's form (RFC 1952), a part at a time.
enum Gzip {
    /// What a file of this form begins with; no record does.
    static let start: [UInt8] = [0x1F, 0x8B]
    /// Bytes at the end of a file that tell how many it unfolds to, little end first, modulo 2^32.
    static let sizeBytes = 4
    /// The fastest: over the records of a county's papers it leaves 15% of the bytes, the slowest but one (6) 12% for three times the work.
    private static let level: Int32 = 1
    /// Bytes that are folded or unfolded at once; a multiple of 8, as `Checksum` asks.
    static let partBytes = 1 << 16

    /// Folds bytes.
    struct Writer: ~Copyable {
        private let stream: UnsafeMutablePointer<z_stream>
        private let part: UnsafeMutableRawBufferPointer
        private var filled = 0

        init() throws(HostError) {
            stream = .allocate(capacity: 1)
            stream.initialize(to: z_stream())
            part = .allocate(byteCount: Gzip.partBytes, alignment: 8)
            guard gzip_begin_writing(stream, Gzip.level) == Z_OK else { throw HostError("there is no memory to fold records in") }
        }

        deinit {
            deflateEnd(stream)
            stream.deallocate()
            part.deallocate()
        }

        /// Takes in bytes and hands on what they are folded to: all parts but the last have `partBytes`.
        mutating func fold(
            _ bytes: [UInt8], isLast: Bool, _ body: (UnsafeRawBufferPointer) throws(HostError) -> Void
        ) throws(HostError) {
            var position = 0
            while true {
                let status = bytes.withUnsafeBytes {
                    Gzip.step(stream, $0, at: &position, part, filled: &filled) { deflate($0, isLast ? Z_FINISH : Z_NO_FLUSH) }
                }
                // Z_BUF_ERROR: there is nothing to do, or no room left.
                guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else { throw HostError("records can't be folded") }
                if filled == part.count || status == Z_STREAM_END {
                    try body(UnsafeRawBufferPointer(rebasing: part[..<filled]))
                    filled = 0
                }
                if isLast ? status == Z_STREAM_END : position == bytes.count { return }
            }
        }
    }

    /// Unfolds bytes in their order.
    final class Reader {
        private let stream: UnsafeMutablePointer<z_stream>
        private var input: [UInt8] = []
        private var taken = 0
        /// Whether all was unfolded, and agrees with the sum and the size at the end of the file.
        private(set) var isAtEnd = false

        init() throws(HostError) {
            stream = .allocate(capacity: 1)
            stream.initialize(to: z_stream())
            guard gzip_begin_reading(stream) == Z_OK else {
                stream.deallocate()
                throw HostError("there is no memory to unfold records in")
            }
        }

        deinit {
            inflateEnd(stream)
            stream.deallocate()
        }

        /// Fills `buffer` as far as the bytes go and tells how far that is; `more` gives the next bytes of the file, none at its end.
        ///
        /// - Throws: where the bytes are not of this form, end too early, or go on behind their end.
        func unfold(
            into buffer: UnsafeMutableRawBufferPointer, more: () throws(HostError) -> [UInt8]
        ) throws(HostError) -> Int {
            var filled = 0
            while filled < buffer.count, !isAtEnd {
                if taken == input.count {
                    (input, taken) = (try more(), 0)
                    if input.isEmpty { throw HostError("it ends too early") }
                }
                let status = input.withUnsafeBytes {
                    Gzip.step(stream, $0, at: &taken, buffer, filled: &filled) { inflate($0, Z_NO_FLUSH) }
                }
                guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else { throw HostError("its bytes are damaged") }
                isAtEnd = status == Z_STREAM_END
            }
            if isAtEnd {
                let rest = taken < input.count ? input : try more()
                if !rest.isEmpty { throw HostError("it goes on behind its end") }
            }
            return filled
        }
    }

    /// Has zlib go from `input` to `output` as far as it can, and moves both positions along.
    private static func step(
        _ stream: UnsafeMutablePointer<z_stream>, _ input: UnsafeRawBufferPointer, at position: inout Int,
        _ output: UnsafeMutableRawBufferPointer, filled: inout Int, _ work: (UnsafeMutablePointer<z_stream>) -> Int32
    ) -> Int32 {
        // Numbers of 32 bits: what is more is left for the next step.
        let given = min(input.count - position, Int(Int32.max))
        let room = min(output.count - filled, Int(Int32.max))
        stream.pointee.next_in = UnsafeMutableRawPointer(mutating: input.baseAddress.map { $0 + position })?
            .assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(given)
        stream.pointee.next_out = output.baseAddress.map { ($0 + filled).assumingMemoryBound(to: UInt8.self) }
        stream.pointee.avail_out = UInt32(room)
        let status = work(stream)
        position += given - Int(stream.pointee.avail_in)
        filled += room - Int(stream.pointee.avail_out)
        return status
    }
}
