/// Whether a file is HTML: by its leading bytes (512 will do), and by its name (.html, .htm, .xhtml, .aspx) where they don't tell.
public func isHTML(leadingBytes: some Collection<UInt8>, name: String) -> Bool {
    // NUL between the letters is UTF-16; elsewhere it is no text at all.
    let bytes = Array(leadingBytes.prefix(sniffedBytes))
    let isWide = wideOpenings.contains { bytes.starts(with: $0) }
    let plain = isWide ? bytes.filter { $0 != 0 && $0 < 0xFE } : bytes
    var text = String(decoding: plain, as: UTF8.self).lowercased()[...]
    guard !text.contains("\0"), text.firstRange(of: "%pdf-") == nil else { return false }
    text = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if text.hasPrefix("<?xml") || text.hasPrefix("<!--") || text.hasPrefix("<!doctype html") {
        return text.hasPrefix("<!d") || text.hasPrefix("<!--") || text.firstRange(of: "<html") != nil
    }
    if text.first == "<" {
        let tag = text.dropFirst().prefix { $0.isLetter || $0.isNumber }
        let after = text.dropFirst(1 + tag.count).first
        if leadingTags.contains(String(tag)), after == nil || after == ">" || after?.isWhitespace == true { return true }
    }
    let ending = name.lowercased().split(separator: ".").last ?? ""
    return name.contains(".") && ["html", "htm", "xhtml", "aspx"].contains(String(ending))
}

private let sniffedBytes = 1_024

/// Byte order marks of UTF-16, and a "<" without one.
private let wideOpenings: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF], [0x3C, 0], [0, 0x3C]]

/// Tags that open pages (WHATWG MIME Sniffing, section 7.1, and those that fragments of pages begin with).
private let leadingTags: Set<String> = [
    "html", "head", "body", "title", "meta", "link", "script", "style", "base", "div", "p", "h1", "h2", "h3", "table", "ul", "ol", "a",
    "b", "br", "font", "iframe", "section", "article", "main", "header", "nav", "form", "span",
]
