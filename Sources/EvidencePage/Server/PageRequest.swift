internal import Foundation

/// A request as the views see it.
struct PageRequest: Sendable {
    /// `GET`, `POST` or another.
    var method: String
    /// Parts of the path, decoded; the ending that asks for another form is taken off.
    var path: [String]
    /// What the path ends with: `csv`, `json`; nil for the page itself.
    var form: String?
    /// The query in its order, decoded.
    var query: [(name: String, value: String)]
    /// `Host`, where it was given.
    var host: String?
    /// `Origin`, where it was given.
    var origin: String?
    /// `Sec-Fetch-Site`, where it was given.
    var fetchSite: String?
    /// `Cookie`, where it was given.
    var cookie: String?
    /// The fields of a form that was sent.
    var fields: [(name: String, value: String)] = []

    /// Longest query that is looked at, bytes: browsers send longer ones for nothing that this page has.
    private static let longestQuery = 16_384

    /// Takes apart a path and a query as they came.
    init(method: String, path: String, query: String) {
        self.method = method
        var parts =
            path.utf8.count > PageRequest.longestQuery ? [] : path.split(separator: "/").map { PageRequest.decoded($0, plusIsSpace: false) }
        if let last = parts.last, let dot = last.lastIndex(of: "."), ["csv", "json"].contains(last[last.index(after: dot)...]) {
            form = String(last[last.index(after: dot)...])
            parts[parts.count - 1] = String(last[..<dot])
        }
        self.path = parts
        self.query = PageRequest.pairs(query)
    }

    /// The first value of a name in the query; nil where it is empty or not there.
    func value(_ name: String) -> String? { query.first { $0.name == name && !$0.value.isEmpty }?.value }

    /// The first value of a field; nil where it is empty or not there.
    func field(_ name: String) -> String? { fields.first { $0.name == name && !$0.value.isEmpty }?.value }

    /// A number in the query, within a range; nil where there is none.
    func number(_ name: String, in range: ClosedRange<Int>) -> Int? {
        value(name).flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil }
    }

    /// The value of a cookie.
    func cookie(_ name: String) -> String? {
        cookie?.split(separator: ";").map { $0.drop { $0 == " " } }.first { $0.hasPrefix(name + "=") }.map {
            String($0.dropFirst(name.count + 1))
        }
    }

    /// The address of the same view.
    var address: Address { Address(path, query.map { ($0.name, $0.value) }) }

    /// Names and values as forms send them (`application/x-www-form-urlencoded`).
    static func pairs(_ text: String) -> [(name: String, value: String)] {
        guard text.utf8.count <= longestQuery else { return [] }
        return text.split(separator: "&").prefix(200).map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (decoded(parts[0]), parts.count > 1 ? decoded(parts[1]) : "")
        }
    }

    private static func decoded(_ text: Substring, plusIsSpace: Bool = true) -> String {
        let bytes = Array(text.utf8)
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.count,
                let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                decoded.append(value)
                index += 3
                continue
            }
            decoded.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            index += 1
        }
        return String(decoding: decoded, as: UTF8.self)
    }
}
