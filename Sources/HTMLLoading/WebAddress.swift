/// Addresses of links (RFC 3986). Nothing is fetched; an address is only ever text.
enum WebAddress {
    /// A link's target: resolved against `base` where that is absolute, else as written, without the white space that browsers drop.
    static func resolve(_ reference: String, against base: String?) -> String {
        let written = cleaned(reference)
        guard scheme(of: written) == nil, let base = base.map(cleaned), let scheme = scheme(of: base) else { return written }
        let (authority, path) = split(base.dropFirst(scheme.count + 1))
        if written.hasPrefix("//") { return "\(scheme):\(written)" }
        if written.hasPrefix("/") { return "\(scheme):\(authority)\(withoutDots(written))" }
        let basePath = path.prefix { $0 != "?" && $0 != "#" }
        if written.isEmpty || written.hasPrefix("#") { return "\(scheme):\(authority)\(path.prefix { $0 != "#" })\(written)" }
        if written.hasPrefix("?") { return "\(scheme):\(authority)\(basePath)\(written)" }
        let folder = basePath.lastIndex(of: "/").map { basePath[...$0] } ?? "/"
        return "\(scheme):\(authority)\(withoutDots(folder + written))"
    }

    /// Whether a text is the whole address of a page. What a page says of its own may be a path, or its title put in the wrong place.
    static func isWhole(_ text: String) -> Bool {
        let written = cleaned(text).lowercased()
        return ["https://", "http://"].contains { written.hasPrefix($0) && written.count > $0.count } && !written.contains(" ")
    }

    /// Whether a link leads to another document: not within the page, not to a script.
    static func leadsElsewhere(_ reference: String) -> Bool {
        let written = cleaned(reference)
        return !written.isEmpty && !written.hasPrefix("#") && scheme(of: written)?.lowercased() != "javascript"
    }

    private static func cleaned(_ text: String) -> String {
        let isDropped: (Character) -> Bool = { $0 == "\n" || $0 == "\r" || $0 == "\t" || $0 == "\r\n" }
        return String(text.trimming(where: \.isWhitespace).filter { !isDropped($0) })
    }

    /// The scheme before the first ":" (section 3.1); nil for relative references.
    private static func scheme(of text: String) -> Substring? {
        guard let colon = text.firstIndex(of: ":"), let first = text.first, first.isASCII, first.isLetter else { return nil }
        let scheme = text[..<colon]
        return scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) } ? scheme : nil
    }

    /// What follows a scheme, as "//host" and the rest.
    private static func split(_ text: Substring) -> (authority: Substring, path: Substring) {
        guard text.hasPrefix("//") else { return ("", text) }
        let end = text.dropFirst(2).firstIndex { "/?#".contains($0) } ?? text.endIndex
        return (text[..<end], text[end...])
    }

    /// The path without "." and ".." (section 5.2.4); query and fragment stay as they are.
    private static func withoutDots(_ text: some StringProtocol) -> String {
        let path = text.prefix { $0 != "?" && $0 != "#" }
        var kept: [Substring] = []
        let parts = String(path).split(separator: "/", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            switch part {
            case ".": if isLast { kept.append("") }
            case "..":
                if kept.count > 1 { kept.removeLast() }
                if isLast { kept.append("") }
            default: kept.append(part)
            }
        }
        return kept.joined(separator: "/") + text[path.endIndex...]
    }
}
