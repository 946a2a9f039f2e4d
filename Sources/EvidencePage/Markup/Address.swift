internal import Foundation

/// The address of a view: parts of a path and a query, both of which may hold anything.
struct Address: Sendable, Equatable {
    private(set) var path: [String]
    private(set) var query: [(name: String, value: String)]
    /// An element of the view.
    var fragment: String?
    /// Whether only the fragment counts: the view that the link stands on.
    var isHere = false

    /// Makes an address; what is empty in the query is left out.
    init(_ path: [String], _ query: [(String, String?)] = [], fragment: String? = nil) {
        self.path = path
        self.query = query.compactMap { name, value in value.flatMap { $0.isEmpty ? nil : (name: name, value: $0) } }
        self.fragment = fragment
    }

    static func == (left: Address, right: Address) -> Bool { left.text == right.text }

    /// The same with another form of the view: `.csv`, `.json`.
    func as_(_ form: String) -> Address {
        var other = self
        other.path = (path.isEmpty ? ["start"] : path)
        other.path[other.path.count - 1] += "." + form
        return other
    }

    /// The same with `name` having this value alone; without it where the value is nil.
    func with(_ name: String, _ value: String?) -> Address {
        var other = self
        other.query.removeAll { $0.name == name }
        if let value, !value.isEmpty { other.query.append((name, value)) }
        return other
    }

    /// The address as it stands in a link.
    var text: String {
        if isHere { return "#" + Address.encoded(fragment ?? "") }
        var text = "/" + path.map { Address.encoded($0) }.joined(separator: "/")
        if !query.isEmpty { text += "?" + query.map { Address.encoded($0.name) + "=" + Address.encoded($0.value) }.joined(separator: "&") }
        if let fragment { text += "#" + Address.encoded(fragment) }
        return text
    }

    /// What RFC 3986 (2.3) calls unreserved stays, all else is percent-encoded.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        var encoded = String.UnicodeScalarView()
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                encoded.append(Unicode.Scalar(byte))
            default:
                encoded.append("%")
                encoded.append(digits[Int(byte >> 4)])
                encoded.append(digits[Int(byte & 15)])
            }
        }
        return String(encoded)
    }
}

/// An address elsewhere, where a paper came from: of the web, never one that a browser would run.
struct ForeignAddress: Sendable, Equatable {
    let text: String

    /// Takes an address; nil where it is none of the web.
    init?(_ text: String?, page: Int? = nil) {
        guard let text, text.utf8.count < 4_096, ["http://", "https://"].contains(where: { text.lowercased().hasPrefix($0) }),
            !text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7f })
        else { return nil }
        let whole = text.prefix { $0 != "#" }
        self.text = page.map { whole + "#page=\($0)" } ?? text
    }
}

/// A picture within a document.
struct DataAddress: Sendable, Equatable {
    let text: String

    /// Takes the bytes of a picture whose form is `svg` or `png`.
    init(form: String, bytes: [UInt8]) {
        let type = form == "svg" ? "image/svg+xml" : "image/png"
        text = "data:\(type);base64," + Data(bytes).base64EncodedString()
    }
}
