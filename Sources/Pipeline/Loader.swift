internal import HTMLLoading
internal import PDFLoading
internal import PaperModel

/// A format that can be read: how to know it, and what turns its bytes into a paper.
struct Loader: Sendable {
    let mediaType: Paper.MediaType
    /// Endings of file names, lower case, without the dot.
    let nameEndings: [String]
    /// Whether a file begins like this format; gets the first `leadingBytes`.
    let recognises: @Sendable (_ leading: ArraySlice<UInt8>) -> Bool
    let load: @Sendable (_ bytes: [UInt8], _ conditions: Conditions) throws(PaperFailure) -> Paper

    /// What a loader is told beside the bytes.
    struct Conditions {
        /// What the server said of an HTML page's encoding, where that is known.
        var encoding: String?
        /// Templates of web pages.
        var layouts: [PageLayout]
        /// What the paper may cost.
        var limits: LoadLimits
        /// Whether pages that are images are read by recognition.
        var recognisesScans: Bool
        /// Whether files that are attached to a PDF are looked into.
        var looksIntoAttachments: Bool
        /// Is told of each page (1-based, of so many) before it is read.
        var pageBegins: (_ page: Int, _ pages: Int) -> Void
    }

    /// Bytes at the head of a file that are looked at: readers accept a PDF's header within the first 1,024 (ISO 32000-1, annex H.3).
    static let leadingBytes = 1_024

    /// The formats, in the order in which they are tried. A new format is a target and a row.
    static let all: [Loader] = [
        Loader(
            mediaType: .pdf, nameEndings: ["pdf"],
            recognises: { isPDF(leadingBytes: $0) },
            load: { bytes, conditions throws(PaperFailure) in
                try loadPDF(
                    bytes, limits: conditions.limits, recognisesScans: conditions.recognisesScans,
                    looksIntoAttachments: conditions.looksIntoAttachments, pageBegins: conditions.pageBegins)
            }),
        Loader(
            mediaType: .html, nameEndings: ["html", "htm", "xhtml", "shtml", "asp", "aspx", "php", "jsp"],
            recognises: { leading in
                let letters = leading.withoutUTF16
                return ["<!doctype html", "<html", "<head", "<body"].contains { letters.contains($0) }
            },
            load: { bytes, conditions throws(PaperFailure) in
                conditions.pageBegins(1, 1)
                return try loadHTML(bytes, declaredEncoding: conditions.encoding, layouts: conditions.layouts, limits: conditions.limits)
            }),
    ]

    /// The format of a file: what its first bytes say, else what its name says; nil where neither says anything.
    static func detect(leading: ArraySlice<UInt8>, path: String) -> Loader? {
        let head = leading.prefix(leadingBytes)
        return all.first { $0.recognises(head) } ?? all.first { $0.nameEndings.contains(nameEnding(of: path)) }
    }

    /// What stands behind the last dot of a file's name, lower case; empty where there is none.
    static func nameEnding(of path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }
}

extension ArraySlice<UInt8> {
    /// The bytes, of UTF-16 those that are not zero: a byte order mark or a "<" of two bytes tells it.
    fileprivate var withoutUTF16: ArraySlice<UInt8> {
        let isWide = [[0xFF, 0xFE], [0xFE, 0xFF], [0x3C, 0], [0, 0x3C]].contains { starts(with: $0) }
        return isWide ? filter { $0 != 0 }[...] : self
    }

    /// Whether the ASCII words stand anywhere in the bytes; upper-case letters count as lower-case ones.
    fileprivate func contains(_ lowerCaseWords: String) -> Bool {
        let words = Array(lowerCaseWords.utf8)
        return indices.contains { start in
            start + words.count <= endIndex && words.indices.allSatisfy { lowerCased(self[start + $0]) == words[$0] }
        }
    }

    private func lowerCased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
