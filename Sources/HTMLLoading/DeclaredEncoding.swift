/// What a page's own first bytes say of its encoding: a byte order mark, or a `meta` or XML declaration (WHATWG HTML, section 13.2.3.2).
struct DeclaredEncoding: Equatable {
    /// The encoding; nil where nothing is said or the label isn't known.
    var encoding: TextEncoding?
    /// The label of a `meta` or XML declaration, as written.
    var label: String?
    /// Bytes of the byte order mark.
    var markLength = 0

    /// Bytes that are searched for a declaration: browsers look at 1,024, but templates of committee systems put scripts first.
    private static let searched = 8_192

    /// Reads the first bytes of a page.
    init(in bytes: [UInt8]) {
        switch (bytes.first, bytes.dropFirst().first, bytes.dropFirst(2).first) {
        case (0xEF, 0xBB, 0xBF): (encoding, markLength) = (.utf8, 3)
        case (0xFE, 0xFF, _): (encoding, markLength) = (.utf16(bigEndian: true), 2)
        case (0xFF, 0xFE, _): (encoding, markLength) = (.utf16(bigEndian: false), 2)
        case (UInt8(ascii: "<"), 0, _): encoding = .utf16(bigEndian: false)
        case (0, UInt8(ascii: "<"), _): encoding = .utf16(bigEndian: true)
        default:
            label = DeclaredEncoding.declaration(in: bytes.prefix(DeclaredEncoding.searched))
            encoding = label.flatMap { TextEncoding(label: $0) }
            // A declaration that could be read as ASCII can't be right about UTF-16.
            if case .utf16 = encoding { encoding = .utf8 }
        }
    }

    /// The label in the first `<?xml encoding="…"?>`, `<meta charset="…">` or `<meta content="…; charset=…">` outside comments.
    private static func declaration(in bytes: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        var rest = text[...]
        while let start = rest.firstIndex(of: "<") {
            rest = rest[start...].dropFirst()
            if rest.hasPrefix("!--") {
                guard let end = rest.firstRange(of: "-->") else { return nil }
                rest = rest[end.upperBound...]
            } else if rest.hasPrefix("meta") || rest.hasPrefix("?xml") {
                let tag = rest.prefix { $0 != ">" }
                let key = rest.hasPrefix("?") ? "encoding" : "charset"
                if let name = tag.firstRange(of: key), let value = value(after: tag[name.upperBound...]) { return value }
                rest = rest[tag.endIndex...]
            }
        }
        return nil
    }

    /// The value after a name: "=" and a word, quoted or not.
    private static func value(after text: Substring) -> String? {
        let afterName = text.drop { $0.isWhitespace }
        guard afterName.first == "=" else { return nil }
        let value = afterName.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
        let word = value.prefix { !$0.isWhitespace && !"\"';/?".contains($0) }
        return word.isEmpty ? nil : String(word)
    }
}
