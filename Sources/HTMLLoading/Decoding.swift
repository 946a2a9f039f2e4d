internal import PaperModel

/// Bytes of a page as clean UTF-8: no byte order mark, no NUL or other control but tab, LF, FF and CR.
struct DecodedText {
    /// The text.
    var utf8: [UInt8]
    /// Bytes or labels that did not fit.
    var notices: [Notice]

    /// Decodes by the byte order mark, the header given, the page's own declaration, else as UTF-8 where it is valid, else as Windows-1252.
    init(_ bytes: [UInt8], header: String?) {
        utf8 = []
        notices = []
        utf8.reserveCapacity(bytes.count)
        let declared = DeclaredEncoding(in: bytes)
        let fromHeader = header.flatMap { TextEncoding(label: $0) }
        for label in [header, declared.label].compactMap(\.self) where TextEncoding(label: label) == nil {
            notices.append(Notice(.badEncoding, "the encoding \"\(label.prefix(40))\" is not known; the page's bytes decided", page: 1))
        }
        let rest = bytes.dropFirst(declared.markLength)
        let stated = declared.markLength > 0 ? declared.encoding : fromHeader ?? declared.encoding
        let misfits: Int
        switch stated {
        case .utf16(let bigEndian): misfits = appendUTF16(rest, bigEndian: bigEndian)
        case .latin9: misfits = append(rest, by: TextEncoding.latin9)
        case .windows1252: misfits = append(rest, by: TextEncoding.windows1252)
        case .utf8: misfits = appendUTF8(rest)
        case nil:
            let asUTF8 = appendUTF8(rest)
            if asUTF8 == 0 {
                misfits = 0
            } else {
                utf8.removeAll(keepingCapacity: true)
                misfits = append(rest, by: TextEncoding.windows1252)
            }
        }
        if misfits > 0 {
            notices.append(
                Notice(.badEncoding, "\(misfits) bytes are not in the page's encoding and were read as Windows-1252 or as U+FFFD", page: 1))
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20..<0x7F: utf8.append(UInt8(scalar.value))
        case 0..<0x20, 0x7F: break
        default: utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    /// One byte, one scalar. The number of bytes that stand for none comes back.
    private mutating func append(_ bytes: ArraySlice<UInt8>, by table: (UInt8) -> Unicode.Scalar?) -> Int {
        var misfits = 0
        for byte in bytes {
            if let scalar = table(byte) {
                append(scalar)
            } else {
                misfits += 1
                append("\u{FFFD}")
            }
        }
        return misfits
    }

    /// A byte that is no UTF-8 is read as Windows-1252, since what strays into UTF-8 pages is pasted from there, the pound sign first of all.
    private mutating func appendUTF8(_ bytes: ArraySlice<UInt8>) -> Int {
        var misfits = 0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte < 0x80 {
                append(Unicode.Scalar(byte))
                index += 1
                continue
            }
            let length = DecodedText.sequenceLength(at: index, in: bytes)
            if length > 0 {
                utf8.append(contentsOf: bytes[index..<index + length])
                index += length
            } else {
                misfits += 1
                append(TextEncoding.windows1252(byte) ?? "\u{FFFD}")
                index += 1
            }
        }
        return misfits
    }

    /// Bytes of the well-formed sequence of two to four at `index` (Unicode Standard, table 3-7); 0 where there is none.
    private static func sequenceLength(at index: Int, in bytes: ArraySlice<UInt8>) -> Int {
        let second: ClosedRange<UInt8>
        let length: Int
        switch bytes[index] {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard bytes.endIndex - index >= length, second.contains(bytes[index + 1]) else { return 0 }
        return bytes[(index + 2)..<(index + length)].allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
    }

    /// Unpaired surrogates and a last odd byte become U+FFFD; their number comes back.
    private mutating func appendUTF16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> Int {
        var misfits = bytes.count % 2
        var high: UInt16?
        for index in stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2) {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            let unit = bigEndian ? first << 8 | second : second << 8 | first
            if let pending = high {
                high = nil
                if UTF16.isTrailSurrogate(unit) {
                    append(Unicode.Scalar(0x10000 + (UInt32(pending & 0x3FF) << 10 | UInt32(unit & 0x3FF))) ?? "\u{FFFD}")
                    continue
                }
                misfits += 1
                append("\u{FFFD}")
            }
            if UTF16.isLeadSurrogate(unit) {
                high = unit
            } else if let scalar = Unicode.Scalar(unit) {
                append(scalar)
            } else {
                misfits += 1
                append("\u{FFFD}")
            }
        }
        if high != nil { misfits += 1 }
        return misfits
    }
}
