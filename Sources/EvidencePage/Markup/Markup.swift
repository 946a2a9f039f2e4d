/// A piece of HTML or SVG. It can be made only of elements and of text, and text is escaped when it is taken in: what a paper says never
/// becomes markup.
struct Markup: Sendable, Equatable {
    /// The piece as HTML.
    private(set) var html: String

    private init(html: String) { self.html = html }

    /// Nothing.
    static let none = Markup(html: "")

    /// Text, which may come from anywhere.
    static func text(_ text: some StringProtocol) -> Markup {
        var html = ""
        html.reserveCapacity(text.utf8.count)
        Markup.escape(text, into: &html)
        return Markup(html: html)
    }

    /// A number.
    static func number(_ number: Int) -> Markup { text(Grouped.digits(of: String(number))) }

    /// An element with its content.
    static func element(_ name: Element, _ attributes: [Attribute] = [], _ content: [Markup] = []) -> Markup {
        var html = "<" + name.rawValue
        for attribute in attributes {
            html += " " + attribute.name.rawValue
            if let value = attribute.value {
                html += "=\""
                Markup.escape(value, into: &html)
                html += "\""
            }
        }
        html += ">"
        guard !name.isVoid else { return Markup(html: html) }
        for part in content { html += part.html }
        html += "</" + name.rawValue + ">"
        return Markup(html: html)
    }

    /// A whole document of HTML.
    static func document(_ root: Markup) -> Markup { Markup(html: "<!DOCTYPE html>\n" + root.html) }

    /// Pieces one behind the other.
    static func all(_ parts: [Markup]) -> Markup { Markup(html: parts.map(\.html).joined()) }

    /// Pieces with another between them.
    static func all(_ parts: [Markup], between: Markup) -> Markup { Markup(html: parts.map(\.html).joined(separator: between.html)) }

    /// One of our own style sheets within a document that must stand alone: nothing of a paper is in it.
    static func style(_ sheet: StaticString) -> Markup { Markup(html: "<style>\(sheet)</style>") }

    /// Whether there is nothing.
    var isEmpty: Bool { html.isEmpty }

    /// Signs that mean something in HTML become references; what can't be shown or steers the direction of other text becomes U+FFFD.
    private static func escape(_ text: some StringProtocol, into html: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            case "'": html += "&#39;"
            case "\n", "\t": html.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FFFE}", "\u{FFFF}":
                html += "\u{FFFD}"
            default: html.unicodeScalars.append(scalar)
            }
        }
    }
}

extension Markup: ExpressibleByStringLiteral {
    /// Text of our own.
    init(stringLiteral value: String) { self = .text(value) }
}

/// The elements that the page is made of.
enum Element: String, Sendable {
    case html, head, meta, title, link, script, body
    case header, nav, main, footer, section, article, aside, details, summary
    case h1, h2, h3, p, div, span, ul, ol, li, dl, dt, dd, blockquote, pre, small, strong, em, mark, time, bdi, code, kbd, br, hr
    case a, img, figure, figcaption
    case table, caption, thead, tbody, tr, th, td
    case form, label, input, select, option, button, textarea, fieldset, legend, output
    case svg, g, rect, line, circle, image, path, textLabel = "text", hint = "desc"

    /// Whether it has no content and no end.
    var isVoid: Bool { [.meta, .link, .br, .hr, .img, .input].contains(self) }
}
