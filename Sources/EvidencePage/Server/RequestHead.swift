/// The head of an HTTP/1.1 request, as far as this server needs it (RFC 9112).
struct RequestHead: Sendable, Equatable {
    /// Its method.
    var method: String
    /// Path and query, still encoded.
    var path: String
    var query: String
    /// Values by name in small letters; of a name that comes twice the values together.
    var headers: [String: String]
    /// Whether the connection stays open afterwards.
    var staysOpen: Bool

    /// Why a head can't be served.
    enum Fault: Error, Equatable {
        /// It is no head of HTTP/1.
        case malformed
        /// It has more bytes than any browser sends.
        case tooLarge
        /// Its body comes in a form that no form of this server has.
        case foreignBody
    }

    /// Largest head, bytes: a long address and cookies of other servers on this machine. Browsers send a tenth of it.
    static let largest = 32_768

    /// Bytes of the head at the beginning of what came, its empty line included; nil where more must come.
    ///
    /// - Throws: where there can be none.
    static func length(in bytes: [UInt8], from start: Int) throws(Fault) -> Int? {
        var index = max(3, start)
        while index < bytes.count {
            if bytes[index] == 0x0a, bytes[index - 1] == 0x0d, bytes[index - 2] == 0x0a, bytes[index - 3] == 0x0d { return index + 1 }
            index += 1
            if index > largest { throw .tooLarge }
        }
        return nil
    }

    /// Reads a head.
    init(_ bytes: ArraySlice<UInt8>) throws(Fault) {
        let lines = bytes.split(separator: 0x0a).map { $0.last == 0x0d ? $0.dropLast() : $0 }.filter { !$0.isEmpty }
        guard let first = lines.first else { throw .malformed }
        let words = first.split(separator: 0x20, omittingEmptySubsequences: false)
        guard words.count == 3, words[2].starts(with: "HTTP/1.".utf8), words[1].first == UInt8(ascii: "/"),
            words[0].allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
        else { throw .malformed }
        method = String(decoding: words[0], as: UTF8.self)
        let target = words[1].split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
        path = String(decoding: target[0], as: UTF8.self)
        query = target.count > 1 ? String(decoding: target[1], as: UTF8.self) : ""
        headers = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { throw .malformed }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            let value = String(decoding: line[(colon + 1)...], as: UTF8.self)
            let trimmed = String(value.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
            // Two names of the host are one too many: whoever sends them wants to be taken for both.
            headers[name] = headers[name].map { $0 + (name == "cookie" ? "; " : ", ") + trimmed } ?? trimmed
        }
        if headers["transfer-encoding"] != nil { throw .foreignBody }
        staysOpen = headers["connection"]?.lowercased().contains("close") != true && words[2].elementsEqual("HTTP/1.1".utf8)
    }

    /// Bytes of the body that follows; nil where that is no number.
    var bodyLength: Int? {
        guard let text = headers["content-length"] else { return 0 }
        return Int(text).flatMap { $0 >= 0 ? $0 : nil }
    }

    /// The request as the views see it.
    var request: PageRequest {
        var request = PageRequest(method: method, path: path, query: query)
        request.host = headers["host"]
        request.origin = headers["origin"]
        request.fetchSite = headers["sec-fetch-site"]
        request.cookie = headers["cookie"]
        return request
    }
}
