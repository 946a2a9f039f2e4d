internal import PaperModel

/// How the bytes of a file are to be read, whatever its name says.
struct FormatCheck {
    let loader: Loader
    /// What a reader should know where name and bytes disagree.
    let notice: Notice?

    /// Looks at all bytes of a file.
    ///
    /// - Throws: `unsupported` with what the file is.
    init(_ bytes: [UInt8], path: String) throws(PaperFailure) {
        let head = bytes.prefix(Loader.leadingBytes)
        if let name = KnownFormat.name(of: bytes) {
            throw PaperFailure(.unsupported, "the file is \(name), neither PDF nor HTML; \(KnownFormat.advice)")
        }
        let named = Loader.all.first { $0.nameEndings.contains(Loader.nameEnding(of: path)) }
        guard let found = Loader.all.first(where: { $0.recognises(head) }) else {
            loader = try FormatCheck.unmarked(bytes, named: named)
            notice = nil
            return
        }
        let isMarkup = FormatCheck.beginsAsMarkup(head)
        if found.mediaType == .pdf, isMarkup, let html = Loader.all.first(where: { $0.mediaType == .html }) {
            // A web page that only mentions a PDF, or a PDF with a web page before it.
            let holdsPDF = bytes.holds("endobj")
            loader = holdsPDF ? found : html
            notice = Notice(
                .misnamed,
                holdsPDF
                    ? "the file begins as HTML and holds a PDF, which was read"
                    : "the file has the mark of a PDF and is an HTML page; it was read as that")
            return
        }
        loader = found
        notice =
            named.map { $0.mediaType == found.mediaType } ?? true
            ? nil
            : Notice(
                .misnamed,
                "the file is named .\(Loader.nameEnding(of: path)) and is \(found.mediaType == .pdf ? "a PDF" : "an HTML page"); it was read as that"
            )
    }

    /// A file without the marks of its format: its name is believed where the bytes allow it.
    private static func unmarked(_ bytes: [UInt8], named: Loader?) throws(PaperFailure) -> Loader {
        guard let named else { throw PaperFailure(.unsupported, "neither PDF nor HTML; convert it to PDF first") }
        let isCredible = named.mediaType == .pdf ? bytes.holds("endobj") || bytes.holds("startxref") : isText(bytes)
        guard isCredible else {
            let state = isText(bytes) ? "plain text" : "bytes of no format that is known"
            throw PaperFailure(.unsupported, "the file is \(state), whatever its name says; fetch it again from its source")
        }
        return named
    }

    /// Whether the first mark is one of HTML.
    private static func beginsAsMarkup(_ head: ArraySlice<UInt8>) -> Bool {
        var rest = head
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        rest = rest.drop { $0 <= 0x20 }
        return rest.first == UInt8(ascii: "<") && Loader.all.contains { $0.mediaType == .html && $0.recognises(head) }
    }

    /// Whether bytes may be text in any encoding that web pages have. Of random bytes one in nine is a control that no text has; files in
    /// UTF-16 have zeros in every other place.
    static func isText(_ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix(1 << 16)
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return true }
        var controls = 0
        var zeros = [0, 0]
        for (index, byte) in head.enumerated() {
            switch byte {
            case 0: zeros[index & 1] += 1
            // Tab, line ends, form feed, and the escape of ISO 2022 encodings.
            case 0x09, 0x0A, 0x0C, 0x0D, 0x1B: continue
            case ..<0x20, 0x7F: controls += 1
            default: continue
            }
        }
        let isWide = zeros.max() ?? 0 > head.count / 4 && (zeros.min() ?? 0) * 20 < head.count
        return controls * 50 <= head.count && (isWide || (zeros[0] + zeros[1]) * 50 <= head.count)
    }
}

/// Formats that are not read, by the bytes that their files begin with.
enum KnownFormat {
    /// What to do with such a file.
    static let advice = "convert it to PDF first"

    /// What a file is, with its article; nil for one that begins as none of these.
    static func name(of bytes: [UInt8]) -> String? {
        let head = bytes.prefix(1 << 16)
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            return packages.first { head.holds($0.part) }?.name ?? "a zip archive"
        }
        return signatures.first { head.starts(with: $0.bytes) }?.name
    }

    /// Formats that are zip archives, by names of their parts.
    private static let packages: [(part: String, name: String)] = [
        ("word/", "a Word document (docx)"), ("xl/", "an Excel workbook (xlsx)"), ("ppt/", "a PowerPoint presentation (pptx)"),
        ("application/vnd.oasis.opendocument.text", "an OpenDocument text (odt)"),
        ("application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet (ods)"),
        ("application/vnd.oasis.opendocument.presentation", "an OpenDocument presentation (odp)"),
        ("application/epub+zip", "an EPUB book"),
    ]

    private static let signatures: [(bytes: [UInt8], name: String)] = [
        ([0x1F, 0x8B], "gzip data"), ([0x50, 0x4B, 0x05, 0x06], "an empty zip archive"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an older Office document (doc, xls, ppt or msg)"),
        (Array("{\\rtf".utf8), "a rich text document (rtf)"), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
        (Array("Rar!".utf8), "a rar archive"), (Array("BZh".utf8), "bzip2 data"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz data"),
        ([0x28, 0xB5, 0x2F, 0xFD], "zstd data"), ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        (Array("GIF8".utf8), "a GIF picture"), ([0x49, 0x49, 0x2A, 0x00], "a TIFF picture"), ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF picture"),
        (Array("%!PS".utf8), "a PostScript file"), ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("SQLite format 3".utf8), "a database"),
    ]
}

extension Collection<UInt8> {
    /// Whether the ASCII words stand anywhere in the bytes.
    fileprivate func holds(_ words: String) -> Bool {
        let words = Array(words.utf8)
        guard let first = words.first else { return true }
        var rest = self[...]
        while let place = rest.firstIndex(of: first) {
            if rest[place...].starts(with: words) { return true }
            rest = rest[index(after: place)...]
        }
        return false
    }
}
