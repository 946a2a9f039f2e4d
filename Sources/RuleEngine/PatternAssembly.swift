/// A pattern ready to run, with what a scan needs to know of it.
struct CompiledPattern: Sendable {
    var pattern: Pattern
    var ending: Pattern?
    var entrances: [Entrance]
    var starts: MatchStarts
    var lexicons: [String: [Lexicon]]
}

/// Writes out the `{name}` references of the patterns that one file can see.
struct PatternAssembly: Sendable {
    private var lexicons: [String: Lexicon] = [:]
    private var patterns: [String: MarkedText] = [:]
    /// Names that something referred to so far.
    private(set) var used: Set<String> = []

    /// Longest pattern with everything written out. PCRE2 compiles up to 64 K code units.
    private static let maximumLength = 40_000

    /// What later parts override by name.
    mutating func add(_ lexicon: Lexicon) {
        lexicons[lexicon.name] = lexicon
        patterns[lexicon.name] = nil
    }

    /// What later parts override by name.
    mutating func add(_ pattern: MarkedText, name: String) {
        patterns[name] = pattern
        lexicons[name] = nil
    }

    /// Compiles a rule's or a named pattern's text; `endsAtEnd` asks for the variant that ends at a given place as well.
    mutating func compile(_ text: String, ignoresCase: Bool, endsAtEnd: Bool) throws(PatternFault) -> CompiledPattern {
        var groups: [String: [Lexicon]] = [:]
        let whole = try expand(text, inside: [], groups: &groups)
        let syntax = try PatternSyntax.parse(whole, ignoresCase: ignoresCase)
        try syntax.check()
        return CompiledPattern(
            pattern: try Pattern(whole, ignoresCase: ignoresCase, endsAtEnd: false),
            ending: endsAtEnd ? try Pattern(whole, ignoresCase: ignoresCase, endsAtEnd: true) : nil,
            entrances: syntax.entrances, starts: syntax.starts, lexicons: groups)
    }

    /// Checks a named pattern by itself, so that a fault is reported where it is written and once.
    mutating func check(_ text: String) throws(PatternFault) {
        var groups: [String: [Lexicon]] = [:]
        let whole = try expand(text, inside: [], groups: &groups)
        _ = try PatternSyntax.parse(whole, ignoresCase: true)
        _ = try Pattern(whole, ignoresCase: true, endsAtEnd: false)
    }

    /// The text with every `{name}` written out as a group; `groups` gathers named groups that hold
    /// one lexicon, or a choice of several, and nothing else.
    private mutating func expand(_ text: String, inside: [String], groups: inout [String: [Lexicon]]) throws(PatternFault) -> String {
        var result = ""
        var rest = text[...]
        // The named group that lexicons alone have filled so far, and the text up to there.
        var filled: (group: String, text: String)?
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            let name = rest[rest.index(after: open)...].prefix { $0.isLetter || $0.isNumber }
            let close = name.endIndex
            let isEscaped = result.hasSuffix("\\") || result.hasSuffix("\\x")
            guard !isEscaped, name.first?.isLetter == true, close < rest.endIndex, rest[close] == "}" else {
                result += "{"
                rest = rest[rest.index(after: open)...]
                continue
            }
            let after = rest.index(after: close)
            let group = PatternAssembly.groupOpened(by: result) ?? filled.flatMap { result == $0.text + "|" ? $0.group : nil }
            result += try part(String(name), inside: inside, groups: &groups)
            filled = nil
            if let group, let lexicon = lexicons[String(name)], after < rest.endIndex, rest[after] == ")" || rest[after] == "|" {
                groups[group, default: []].append(lexicon)
                filled = (group, result)
            }
            guard result.utf8.count <= PatternAssembly.maximumLength else {
                throw PatternFault(
                    code: .circular, message: "the pattern grows past \(PatternAssembly.maximumLength) characters; use fewer references")
            }
            rest = rest[after...]
        }
        return result + rest
    }

    private mutating func part(_ name: String, inside: [String], groups: inout [String: [Lexicon]]) throws(PatternFault) -> String {
        used.insert(name)
        if let lexicon = lexicons[name] { return lexicon.pattern }
        guard let pattern = patterns[name] else {
            throw PatternFault(
                code: .unknownName,
                message: "no pattern or lexicon is named `\(name)`\(mend(name, among: Array(patterns.keys) + lexicons.keys))")
        }
        guard !inside.contains(name) else {
            throw PatternFault(code: .circular, message: "`{\(name)}` refers to itself: \((inside + [name]).joined(separator: " > "))")
        }
        return "(?:\(try expand(pattern.text, inside: inside + [name], groups: &groups)))"
    }

    /// The name of the group that the text opens at its end: "amount" for `…(?<amount>`.
    private static func groupOpened(by text: String) -> String? {
        guard text.hasSuffix(">"), let open = text.lastIndex(of: "<"), text[..<open].hasSuffix("(?") else { return nil }
        return String(text[text.index(after: open)...].dropLast())
    }
}
