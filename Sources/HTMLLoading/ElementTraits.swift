/// How an element of HTML takes part in the text, by its name.
enum ElementTraits {
    /// Elements that begin on a line of their own (WHATWG HTML, section 15.3, and the obsolete ones that old templates use).
    static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
        "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "ul", "xmp",
    ]

    /// Elements whose content is not part of the page's words: code, metadata, controls, embedded media.
    static let withoutWords: Set<String> = [
        "applet", "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "map", "noscript", "object", "script",
        "select", "style", "svg", "template", "textarea", "title", "video",
    ]

    /// Elements shown in bold.
    static let bold: Set<String> = ["b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"]
    /// Elements shown in italics.
    static let italic: Set<String> = ["i", "em", "cite", "dfn", "var", "address"]
    /// Elements shown underlined.
    static let underlined: Set<String> = ["u", "ins"]
    /// Elements shown with a line through their text.
    static let struck: Set<String> = ["del", "s", "strike"]
    /// Lists whose items carry a bullet.
    static let bulletLists: Set<String> = ["ul", "menu", "dir"]
    /// Elements whose white space is shown as written.
    static let preformatted: Set<String> = ["pre", "xmp", "listing"]
    /// Elements that hold parts of a page rather than words of their own.
    static let containers: Set<String> = ["article", "body", "center", "div", "form", "html", "main", "section"]

    /// The level of a heading element, 1 to 6; nil for others.
    static func headingLevel(_ name: String) -> Int? {
        guard name.utf8.count == 2, name.hasPrefix("h"), let level = name.last?.wholeNumberValue else { return nil }
        return (1...6).contains(level) ? level : nil
    }
}

extension MarkupTree {
    /// Whether a browser doesn't show an element, or shows something other than words in its place. The page as a whole is always seen: some
    /// pages hide it only until their scripts have run.
    func isUnseen(_ node: Int) -> Bool {
        guard let name = name(of: node), name != "html", name != "body" else { return false }
        if ElementTraits.withoutWords.contains(name) || attribute("hidden", of: node) != nil { return true }
        if name == "dialog", attribute("open", of: node) == nil { return true }
        return attribute("style", of: node).map { InlineStyle($0).isHidden } ?? false
    }
}

/// What an element's own `style` says of how its text looks; nil where it says nothing.
struct InlineStyle: Equatable {
    /// Not shown at all.
    var isHidden = false
    /// Bold or not.
    var isBold: Bool?
    /// Italic or not.
    var isItalic: Bool?
    /// Underlined or not.
    var isUnderlined: Bool?
    /// With a line through the text or not.
    var isStruck: Bool?
    /// In letters without size, which nobody sees, or with one.
    var isSizeless: Bool?
    /// With white space shown as written or not.
    var isPreformatted: Bool?
    /// Marker of list items.
    var listMarker: ListMarker?

    /// Reads declarations, "name: value; …".
    init(_ text: String) {
        guard !text.isEmpty else { return }
        for declaration in text.lowercased().split(separator: ";") {
            guard let colon = declaration.firstIndex(of: ":") else { continue }
            let name = declaration[..<colon].trimming(where: \.isWhitespace)
            let value = declaration[declaration.index(after: colon)...].trimming(where: \.isWhitespace)
            read(name, value)
        }
    }

    private mutating func read(_ name: Substring, _ value: Substring) {
        switch name {
        case "display": isHidden = isHidden || value.hasPrefix("none")
        case "visibility": isHidden = isHidden || value.hasPrefix("hidden") || value.hasPrefix("collapse")
        case "font-weight":
            if value.hasPrefix("bold") { isBold = true }
            if value.hasPrefix("normal") || value.hasPrefix("lighter") { isBold = false }
            // CSS Fonts 4: 600 (demi-bold) and up is what fonts draw with their bold face.
            if let weight = Int(value.prefix { $0.isNumber }) { isBold = weight >= 600 }
        case "font-style":
            if value.hasPrefix("italic") || value.hasPrefix("oblique") { isItalic = true }
            if value.hasPrefix("normal") { isItalic = false }
        case "text-decoration", "text-decoration-line":
            isUnderlined = value.firstRange(of: "underline") != nil
            isStruck = value.firstRange(of: "line-through") != nil
        case "font-size":
            // A size relative to none is none.
            let number = value.prefix { $0.isNumber || $0 == "." }
            let isRelative = value.hasSuffix("em") && !value.hasSuffix("rem") || value.hasSuffix("%")
            if !number.isEmpty, number.allSatisfy({ $0 == "0" || $0 == "." }) {
                isSizeless = true
            } else if !isRelative {
                isSizeless = false
            }
        case "opacity": isHidden = isHidden || value.allSatisfy { $0 == "0" || $0 == "." || $0 == "%" } && value.contains("0")
        case "white-space": isPreformatted = value.hasPrefix("pre") && !value.hasPrefix("pre-line")
        case "list-style", "list-style-type":
            listMarker = value.split(separator: " ").compactMap { ListMarker(cssName: String($0)) }.first
        default: break
        }
    }
}
