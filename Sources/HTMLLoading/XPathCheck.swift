/// Whether a path is XPath 1.0 that a page can be asked for: it is well formed, and the functions that it calls exist. What is wrong with it
/// would else be met on the first page that it is tried on, and on every one after that.
public func isXPath(_ path: String) -> Bool {
    MarkupDocument.isXPath(path) && functions(in: path).allSatisfy(knownFunctions.contains)
}

/// The core functions of XPath 1.0 (section 4), its node tests (2.3), and the operators that may stand before a bracket (3.4, 3.5).
private let knownFunctions: Set = [
    "last", "position", "count", "id", "local-name", "namespace-uri", "name", "string", "concat", "starts-with", "contains",
    "substring-before",
    "substring-after", "substring", "string-length", "normalize-space", "translate", "boolean", "not", "true", "false", "lang", "number",
    "sum",
    "floor", "ceiling", "round", "comment", "text", "processing-instruction", "node", "and", "or", "mod", "div",
]

/// The names outside quotes that a bracket follows.
private func functions(in path: String) -> [String] {
    var found: [String] = []
    var name = ""
    var isOver = false
    var quote: Unicode.Scalar?
    for scalar in path.unicodeScalars {
        if let open = quote {
            if scalar == open { quote = nil }
            continue
        }
        switch scalar {
        case "'", "\"":
            quote = scalar
            name = ""
        case "(":
            if !name.isEmpty { found.append(name) }
            name = ""
        case " ", "\t", "\n": isOver = true
        case _ where scalar.properties.isAlphabetic || scalar == "-" || scalar == "_" || ("0"..."9").contains(scalar):
            if isOver { name = "" }
            isOver = false
            name.unicodeScalars.append(scalar)
        default: name = ""
        }
    }
    return found
}
