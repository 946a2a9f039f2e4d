public import PaperModel

/// Text as rules see it, with a map back to where each character came from.
///
/// A run of white space is one character: `\n` where it holds an empty line, `\t` where it is a gap (a tab, or three spaces or more in
/// one line), else a space. Dashes and minus signs are `-`, curly quotes straight, full-width forms ASCII; soft hyphens, joiners and
/// byte order marks are gone. All else stays as it is.
public struct NormalisedText: Sendable {
    /// The characters as UTF-8.
    let bytes: [UInt8]
    /// For each byte, and one past the last, the offset of the scalar that it came from; empty where each byte is a scalar of its own.
    private let offsets: [Int32]

    /// Longest text, scalars; the rest of a longer one is left out. A passage of a paper has a few thousand.
    public static let maximumCount = 1 << 26

    /// Normalises scalars; offsets count from the first of them.
    public init(_ scalars: ArraySlice<Unicode.Scalar>) {
        self.init(scalars.prefix(NormalisedText.maximumCount).withUnsafeBufferPointer(NormalisedText.normalised))
    }

    /// Normalises scalars; offsets count from the first of them.
    public init(_ scalars: [Unicode.Scalar]) { self.init(scalars[...]) }

    /// Normalises a string; offsets count its Unicode scalars.
    public init(_ string: String) {
        let plain = string.utf8.withContiguousStorageIfAvailable { $0.count <= NormalisedText.maximumCount && NormalisedText.isPlain($0) ? Array($0) : nil }
        if let plain = plain ?? nil { self.init((plain, [])) } else { self.init(Array(string.unicodeScalars)) }
    }

    private init(_ parts: (bytes: [UInt8], offsets: [Int32])) { (bytes, offsets) = parts }

    /// Whether normalising changes nothing: printable ASCII with single spaces.
    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var previous: UInt8 = 0
        for byte in text {
            guard byte >= 0x20, byte < 0x7f, byte != 0x20 || previous != 0x20 else { return false }
            previous = byte
        }
        return true
    }

    private static func normalised(_ scalars: UnsafeBufferPointer<Unicode.Scalar>) -> (bytes: [UInt8], offsets: [Int32]) {
        var plain = 0
        while plain < scalars.count {
            let value = scalars[plain].value
            guard value > 0x20 && value < 0x7f || value == 0x20 && plain > 0 && scalars[plain - 1].value != 0x20 else { break }
            plain += 1
        }
        // A space is settled by what follows it.
        if plain < scalars.count, plain > 0, scalars[plain - 1].value == 0x20 { plain -= 1 }
        var bytes = [UInt8](unsafeUninitializedCapacity: scalars.count + scalars.count / 16) { buffer, count in
            for index in 0..<plain { buffer.initializeElement(at: index, to: UInt8(truncatingIfNeeded: scalars[index].value)) }
            count = plain
        }
        guard plain < scalars.count else { return (bytes, []) }
        var offsets: [Int32] = []
        offsets.reserveCapacity(scalars.count + scalars.count / 16 + 1)
        for index in 0..<plain { offsets.append(Int32(truncatingIfNeeded: index)) }
        var index = plain
        while index < scalars.count {
            let value = scalars[index].value
            let offset = Int32(truncatingIfNeeded: index)
            if value > 0x20, value < 0x7f {
                bytes.append(UInt8(truncatingIfNeeded: value))
                offsets.append(offset)
                index += 1
                continue
            }
            if isSpace(value) {
                var end = index + 1
                while end < scalars.count, isSpace(scalars[end].value) { end += 1 }
                bytes.append(space(for: UnsafeBufferPointer(rebasing: scalars[index..<end])))
                offsets.append(offset)
                index = end
                continue
            }
            switch plainForm(value) {
            case 0: break
            case let plain where plain < 0x80:
                bytes.append(UInt8(truncatingIfNeeded: plain))
                offsets.append(offset)
            case let plain:
                for byte in UTF8.encode(Unicode.Scalar(plain) ?? scalars[index]) ?? UTF8.encodedReplacementCharacter {
                    bytes.append(byte)
                    offsets.append(offset)
                }
            }
            index += 1
        }
        offsets.append(Int32(truncatingIfNeeded: scalars.count))
        return (bytes, offsets)
    }

    /// The offset of the scalar that a byte, or the end of the text, came from.
    private func offset(_ byte: Int) -> Int { offsets.isEmpty ? byte : Int(offsets[byte]) }

    /// Number of bytes that rules see.
    public var count: Int { bytes.count }

    /// The byte at an offset; a space outside the text.
    public subscript(offset: Int) -> UInt8 { bytes.indices.contains(offset) ? bytes[offset] : 0x20 }

    /// The normalised words of a range of bytes, cut off at the ends of the text.
    public func words(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
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
    private func firstByte(from offset: Int) -> Int {
        var low = 0
        var high = bytes.count
        while low < high {
            let middle = (low + high) / 2
            if self.offset(middle) < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func isSpace(_ value: UInt32) -> Bool {
        switch value {
        case 0x09...0x0d, 0x20, 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000: true
        default: false
        }
    }

    /// What a run of white space becomes.
    private static func space(for run: UnsafeBufferPointer<Unicode.Scalar>) -> UInt8 {
        guard run.count > 1 || run.first == "\t" else { return 0x20 }
        var lines = 0
        var spaces = 0
        for scalar in run {
            switch scalar {
            case "\n", "\u{0c}", "\u{2028}", "\u{2029}": lines += 1
            case "\t": spaces += 3
            default: spaces += 1
            }
        }
        if lines > 1 { return 0x0a }
        // Three spaces in a row are a gap between columns of plain text; two stand after a full stop.
        return lines == 0 && spaces >= 3 ? 0x09 : 0x20
    }

    /// The plain form of a scalar: 0 where it is dropped, itself where it has none.
    private static func plainForm(_ value: UInt32) -> UInt32 {
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
