/// The encodings that council pages come in.
enum TextEncoding: Sendable, Equatable {
    case utf8
    /// Also what is meant by ISO 8859-1 and ASCII (WHATWG Encoding Standard, section 4.2).
    case windows1252
    case latin9
    case utf16(bigEndian: Bool)

    /// The encoding that a label names; nil where it is none of these. A whole Content-Type header will do.
    init?(label: some StringProtocol) {
        var name = Substring(label.lowercased())
        if let charset = name.firstRange(of: "charset=") { name = name[charset.upperBound...].prefix { $0 != ";" } }
        switch name.trimming(where: { $0.isWhitespace || $0 == "\"" || $0 == "'" }) {
        case "utf-8", "utf8", "unicode-1-1-utf-8": self = .utf8
        case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso88591", "iso_8859-1", "latin1", "l1", "ascii", "us-ascii":
            self = .windows1252
        case "iso-8859-15", "iso8859-15", "iso_8859-15", "latin9", "latin-9", "l9": self = .latin9
        case "utf-16", "utf-16le", "utf16", "unicode": self = .utf16(bigEndian: false)
        case "utf-16be": self = .utf16(bigEndian: true)
        default: return nil
        }
    }

    /// What a byte of Windows-1252 stands for; nil for the five that it leaves open.
    static func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        let value = upperControls[Int(byte - 0x80)]
        return value == 0 ? nil : Unicode.Scalar(value)
    }

    /// What a byte of ISO 8859-15 stands for: Latin-1 but for eight places.
    static func latin9(_ byte: UInt8) -> Unicode.Scalar? {
        switch byte {
        case 0xA4: "\u{20AC}"
        case 0xA6: "\u{160}"
        case 0xA8: "\u{161}"
        case 0xB4: "\u{17D}"
        case 0xB8: "\u{17E}"
        case 0xBC: "\u{152}"
        case 0xBD: "\u{153}"
        case 0xBE: "\u{178}"
        default: windows1252(byte)
        }
    }

    /// Windows-1252 from 0x80 to 0x9F.
    private static let upperControls: [UInt16] = [
        0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178,
    ]
}

extension StringProtocol {
    /// The text without leading and trailing characters that `isTrimmed` holds for.
    func trimming(where isTrimmed: (Character) -> Bool) -> SubSequence {
        guard let start = firstIndex(where: { !isTrimmed($0) }), let end = lastIndex(where: { !isTrimmed($0) }) else {
            return self[endIndex...]
        }
        return self[start...end]
    }

    /// Where `part` stands first; nil where it doesn't.
    func firstRange(of part: String) -> Range<Index>? {
        guard !part.isEmpty else { return nil }
        var start = startIndex
        while let candidate = self[start...].firstIndex(of: part[part.startIndex]) {
            if self[candidate...].hasPrefix(part) { return candidate..<index(candidate, offsetBy: part.count) }
            start = index(after: candidate)
        }
        return nil
    }
}
