public import PaperModel

/// Text as rules see it, with a map back to where each character came from.
///
/// A run of white space is one character: `\n` where it holds an empty line, `\t` where it is a gap (a tab, or three spaces or more in
/// one line), else a space. Dashes and minus signs are `-`, curly quotes straight, full-width forms ASCII; soft hyphens, joiners and
/// byte order marks are gone. All else stays as it is.
public struct NormalisedText: Sendable, Hashable {
    /// The characters as UTF-8.
    @usableFromInline let bytes: [UInt8]
    /// For each byte, and one past the last, the offset of the scalar that it came from; empty where each byte is a scalar of its own.
    private let offsets: [Int32]

    /// Longest text, scalars; the rest of a longer one is left out. A passage of a paper has a few thousand.
    public static let maximumCount = 1 << 26

    /// Normalises scalars; offsets count from the first of them.
    public init(_ scalars: ArraySlice<Unicode.Scalar>) {
        self = scalars.prefix(NormalisedText.maximumCount).withUnsafeBufferPointer { NormalisedText($0) }
    }

    /// Normalises scalars; offsets count from the first of them.
    public init(_ scalars: [Unicode.Scalar]) { self.init(scalars[...]) }

    /// Normalises a string; offsets count its Unicode scalars.
    public init(_ string: String) {
        let plain = string.utf8.withContiguousStorageIfAvailable { NormalisedText.isPlain($0) ? Array($0) : nil }
        if let plain = plain ?? nil, plain.count <= NormalisedText.maximumCount {
            self.init(bytes: plain, offsets: [])
        } else if string.utf8.count <= NormalisedText.maximumCount {
            self.init(writing: string.unicodeScalars, byteCount: string.utf8.count)
        } else {
            self.init(Array(string.unicodeScalars))
        }
    }

    /// Takes printable ASCII with single spaces as it stands, since normalising it changes nothing; nil for any other text.
    public init?(plain bytes: [UInt8]) {
        guard bytes.count <= NormalisedText.maximumCount, bytes.withUnsafeBufferPointer(NormalisedText.isPlain) else { return nil }
        self.init(bytes: bytes, offsets: [])
    }

    private init(bytes: [UInt8], offsets: [Int32]) {
        self.bytes = bytes
        self.offsets = offsets
    }

    private init(_ scalars: UnsafeBufferPointer<Unicode.Scalar>) {
        if NormalisedText.isPlain(scalars.lazy.map(\.value)) {
            self.init(bytes: scalars.map { UInt8(truncatingIfNeeded: $0.value) }, offsets: [])
            return
        }
        self.init(writing: scalars, byteCount: scalars.reduce(0) { $0 + UTF8.width($1) })
    }

    /// Takes scalars that are `byteCount` bytes as UTF-8: no scalar's normal form takes more than the scalar itself.
    private init(writing scalars: some Sequence<Unicode.Scalar>, byteCount: Int) {
        var offsets: [Int32] = []
        bytes = [UInt8](unsafeUninitializedCapacity: byteCount) { bytes, byteCount in
            offsets = [Int32](unsafeUninitializedCapacity: bytes.count + 1) { offsets, offsetCount in
                var writer = Writer(bytes: bytes, offsets: offsets)
                for scalar in scalars { writer.write(scalar) }
                (byteCount, offsetCount) = writer.end()
            }
        }
        self.offsets = offsets
    }

    /// Whether normalising changes nothing: printable ASCII with single spaces.
    private static func isPlain(_ text: some Sequence<UInt32>, after first: UInt32 = 0) -> Bool {
        var previous = first
        for value in text {
            guard value >= 0x20, value < 0x7f, value != 0x20 || previous != 0x20 else { return false }
            previous = value
        }
        return true
    }

    /// The same for bytes, eight at once: the sum of a byte's lower bits carries into its highest where it is above a bound.
    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let (each, high): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        let bytes = UnsafeRawBufferPointer(text)
        var place = 0
        // Bit 7 where the byte before is a space.
        var afterSpace: UInt64 = 0
        while place &+ 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            let low = word & ~high
            // Past 0x1f; past 0x20; past 0x7e, or past ASCII.
            let (shown, letters, beyond) = (low &+ each &* 0x60, low &+ each &* 0x5f, low &+ each | word)
            let spaces = shown & ~letters & high
            guard (~shown | beyond) & high == 0, spaces & (spaces << 8 | afterSpace) == 0 else { return false }
            afterSpace = spaces >> 56
            place &+= 8
        }
        return isPlain(text[place...].lazy.map(UInt32.init), after: afterSpace == 0 ? 0 : 0x20)
    }

    /// Writes normalised bytes and their offsets into memory that has room for both.
    private struct Writer {
        let bytes: UnsafeMutableBufferPointer<UInt8>
        let offsets: UnsafeMutableBufferPointer<Int32>
        var count = 0
        /// The offset of the next scalar.
        var offset: Int32 = 0
        /// The run of white space before the next scalar: where it began, how many scalars, ends of lines and columns of space it has.
        var space = (start: Int32(0), count: 0, lines: 0, columns: 0)

        @inline(__always)
        mutating func write(_ scalar: Unicode.Scalar) {
            let value = scalar.value
            if value > 0x20, value < 0x7f {
                if space.count > 0 { endSpace() }
                append(UInt8(truncatingIfNeeded: value))
            } else {
                writeUnusual(value)
            }
            offset &+= 1
        }

        private mutating func writeUnusual(_ value: UInt32) {
            if NormalisedText.isSpace(value) {
                if space.count == 0 { space.start = offset }
                space.count += 1
                switch value {
                case 0x0a, 0x0c, 0x2028, 0x2029: space.lines += 1
                case 0x09: space.columns += 3
                default: space.columns += 1
                }
                return
            }
            if space.count > 0 { endSpace() }
            let plain = NormalisedText.plain(value)
            guard plain > 0 else { return }
            for byte in UTF8.encode(Unicode.Scalar(plain) ?? "\u{fffd}") ?? UTF8.encodedReplacementCharacter { append(byte) }
        }

        /// Writes what a run of white space becomes.
        private mutating func endSpace() {
            let (start, _, lines, columns) = space
            space = (0, 0, 0, 0)
            // Three spaces in a row are a gap between columns of plain text; two stand after a full stop.
            let isGap = lines == 0 && columns >= 3
            append(lines > 1 ? 0x0a : isGap ? 0x09 : 0x20, from: start)
        }

        private mutating func append(_ byte: UInt8) { append(byte, from: offset) }

        private mutating func append(_ byte: UInt8, from offset: Int32) {
            guard count < bytes.count else { return }
            bytes.initializeElement(at: count, to: byte)
            offsets.initializeElement(at: count, to: offset)
            count &+= 1
        }

        /// Ends the text; returns how many bytes and offsets were written.
        mutating func end() -> (bytes: Int, offsets: Int) {
            if space.count > 0 { endSpace() }
            offsets.initializeElement(at: count, to: offset)
            return (count, count + 1)
        }
    }

    /// The offset of the scalar that a byte, or the end of the text, came from.
    private func offset(_ byte: Int) -> Int { offsets.isEmpty ? byte : Int(offsets[byte]) }

    /// Whether rules see the same in both.
    public static func == (one: NormalisedText, other: NormalisedText) -> Bool { one.bytes == other.bytes }
    /// By what rules see.
    public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }

    /// Number of bytes that rules see.
    @inlinable public var count: Int { bytes.count }

    /// The byte at an offset; a space outside the text.
    @inlinable public subscript(offset: Int) -> UInt8 { bytes.indices.contains(offset) ? bytes[offset] : 0x20 }

    /// The normalised words of a range of bytes, cut off at the ends of the text.
    public func words(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// The same in small letters.
    public func smallWords(_ range: Range<Int>) -> String {
        let bytes = bytes[range.clamped(to: 0..<bytes.count)]
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return String(decoding: bytes, as: UTF8.self).lowercased() }
        return String(unsafeUninitializedCapacity: bytes.count) { small in
            for (place, byte) in bytes.enumerated() {
                let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
                small.initializeElement(at: place, to: isCapital ? byte | 0x20 : byte)
            }
            return bytes.count
        }
    }

    /// The range of the original scalars that a range of bytes came from, without white space at its ends.
    public func source(of range: Range<Int>) -> TextRange {
        var range = range.clamped(to: 0..<bytes.count)
        while let last = range.last, bytes[last] <= 0x20 { range = range.lowerBound..<last }
        while let first = range.first, bytes[first] <= 0x20 { range = first + 1..<range.upperBound }
        guard let last = range.last else { return TextRange(offset(range.lowerBound), offset(range.lowerBound)) }
        return TextRange(offset(range.lowerBound), offset(last) + 1)
    }

    /// The range of bytes that came from a range of original scalars.
    public func bytes(of source: TextRange) -> Range<Int> {
        let start = firstByte(from: source.start)
        return start..<max(start, firstByte(from: source.end))
    }

    /// The first byte whose scalar stands at `offset` or later.
    private func firstByte(from offset: Int) -> Int { (0..<bytes.count).partitioningIndex { self.offset($0) >= offset } }

    private static func isSpace(_ value: UInt32) -> Bool {
        switch value {
        case 0x09...0x0d, 0x20, 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000: true
        default: false
        }
    }

    /// The plain form of a scalar: 0 where it is dropped, itself where it has none.
    private static func plain(_ value: UInt32) -> UInt32 {
        switch value {
        case 0...0x08, 0x0e...0x1f, 0x7f: 0  // controls
        case 0xad, 0x200b...0x200f, 0x2060, 0xfeff: 0  // soft hyphen, zero width
        case 0x2010...0x2015, 0x2212, 0xfe58, 0xfe63: 0x2d  // dashes, minus
        case 0x2018, 0x2019, 0x201a, 0x201b, 0x2032, 0xb4: 0x27  // quotes, prime
        case 0x201c, 0x201d, 0x201e, 0x201f, 0x2033: 0x22
        case 0x2044, 0x2215: 0x2f  // fraction slash
        case 0xff01...0xff5e: value - 0xff01 + 0x21  // full width
        case 0xffe1: 0xa3  // full-width pound
        case 0x212a: 0x4b  // Kelvin: case folding would make it a letter K
        case 0x17f: 0x73  // long s, for the same reason
        default: value
        }
    }
}
