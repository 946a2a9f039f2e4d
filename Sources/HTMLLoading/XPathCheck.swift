/// Whether a path is XPath 1.0 that a page can be asked for: it is well formed, its functions exist and get as many arguments as they take, and no
/// variable or prefix stands in it, since nothing binds one. What is wrong with it would else be met on the first page that it is tried on, and
/// on every one after that.
public func isXPath(_ path: String) -> Bool { MarkupDocument.isXPath(path) && XPathCalls.areSound(in: path) }

/// What stands before and between the brackets of a path, outside quotes.
private struct XPathCalls {
    /// What stands between two brackets: the name before them, nil for none, and how many arguments.
    private struct Call {
        var function: String?
        var commas = 0
        var isEmpty = true

        var isSound: Bool {
            guard let function else { return true }
            return XPathCalls.arguments[function]?.contains(isEmpty ? 0 : commas + 1) ?? XPathCalls.others.contains(function)
        }
    }

    /// How many arguments the core functions of XPath 1.0 take (section 4).
    private static let arguments: [String: ClosedRange<Int>] = [
        "last": 0...0, "position": 0...0, "true": 0...0, "false": 0...0,
        "count": 1...1, "id": 1...1, "boolean": 1...1, "not": 1...1, "lang": 1...1, "sum": 1...1, "floor": 1...1, "ceiling": 1...1,
        "round": 1...1,
        "local-name": 0...1, "namespace-uri": 0...1, "name": 0...1, "string": 0...1, "string-length": 0...1, "normalize-space": 0...1,
        "number": 0...1,
        "starts-with": 2...2, "contains": 2...2, "substring-before": 2...2, "substring-after": 2...2, "substring": 2...3,
        "translate": 3...3, "concat": 2...Int.max,
    ]

    /// Node tests (2.3), and the operators that may stand before a bracket (3.4, 3.5).
    private static let others: Set = ["comment", "text", "processing-instruction", "node", "and", "or", "mod", "div"]

    static func areSound(in path: String) -> Bool {
        let bytes = Array(path.utf8)
        var open = [Call()]
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if !isSpace(byte), byte != UInt8(ascii: ")"), byte != UInt8(ascii: ",") { open[open.count - 1].isEmpty = false }
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "\""): place = bytes[(place + 1)...].firstIndex(of: byte) ?? bytes.count
            case UInt8(ascii: "$"): return false
            case UInt8(ascii: "("), UInt8(ascii: "["): open.append(Call())
            case UInt8(ascii: ","): open[open.count - 1].commas += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): guard let call = open.popLast(), !open.isEmpty, call.isSound else { return false }
            case _ where isLetter(byte):
                let end = bytes[place...].firstIndex { !isNamePart($0) } ?? bytes.count
                let next = bytes[end...].firstIndex { !isSpace($0) } ?? bytes.count
                let name = bytes[place..<end]
                place = end - 1
                // One colon parts a prefix from its name, two an axis from what stands on it.
                if bytes[next...].first == UInt8(ascii: ":") {
                    guard bytes[next...].starts(with: Array("::".utf8)) else { return false }
                    place = next + 1
                } else if bytes[next...].first == UInt8(ascii: "(") {
                    open.append(Call(function: String(decoding: name, as: UTF8.self)))
                    place = next
                }
            default: break
            }
            place += 1
        }
        return true
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}
