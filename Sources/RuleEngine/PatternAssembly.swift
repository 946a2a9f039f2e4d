/// Patterns of which one is to match, ready to run, with what a scan needs to know of them.
struct CompiledPattern: Sendable {
    /// In their order: of those that match at a place the first counts.
    var ways: [PatternWay]
    var entrances: [Entrance]
    var starts: MatchStarts
    var lexicons: [String: [Lexicon]]
}

/// A pattern of a rule, which may have others.
struct PatternWay: Sendable {
    let pattern: Pattern
    /// The pattern for a match that must end at a given place; nil where the rule never looks back from a figure.
    let ending: Pattern?
    /// What no match of it can do without.
    let demand: Demand
}

/// Writes out the `{name}` references of the patterns that one file can see.
struct PatternAssembly {
    private var lexicons: [String: Lexicon] = [:]
    private var patterns: [String: MarkedText] = [:]
    /// What names stood for so far.
    private var fragments: [String: PatternFragment] = [:]
    /// Names that something referred to so far.
    private(set) var used: Set<String> = []

    /// Longest pattern with everything written out. PCRE2 compiles up to 64 K code units.
    private static let maximumLength = 40_000

    /// What later parts override by name.
    mutating func add(_ lexicon: Lexicon) {
        forget(lexicon.name)
        lexicons[lexicon.name] = lexicon
    }

    /// What later parts override by name.
    mutating func add(_ pattern: MarkedText, name: String) {
        forget(name)
        patterns[name] = pattern
    }

    /// Makes room for another part of a name; what others made of the old one is forgotten with it.
    private mutating func forget(_ name: String) {
        guard lexicons[name] != nil || patterns[name] != nil else { return }
        lexicons[name] = nil
        patterns[name] = nil
        fragments = [:]
    }

    /// Writes out every name, so that copies of this assembly share what comes of it. What can't be written out is left to its use.
    mutating func prepare() {
        let used = used
        for name in Array(lexicons.keys) + patterns.keys { _ = try? fragment(name, inside: []) }
        self.used = used
    }

    /// Most patterns of a rule that are tried by themselves; more are one. The scan has room for 64 ways to begin.
    private static let maximumWays = 24

    /// Compiles the patterns of a rule; `endsAtEnd` asks for the variants that end at a given place as well. Each is one by itself, so that
    /// those that can't begin at a place cost nothing there.
    mutating func compile(_ ways: [String], ignoresCase: Bool, endsAtEnd: Bool) throws(PatternFault) -> CompiledPattern {
        let ways = ways.count > PatternAssembly.maximumWays ? [RuleFileReader.joined(ways)] : ways
        var compiled = CompiledPattern(ways: [], entrances: [], starts: MatchStarts(), lexicons: [:])
        for (number, way) in ways.enumerated() {
            let written = try write(way, inside: [])
            let node = try read(written, ignoresCase: ignoresCase)
            try node.check()
            let whole = written.text
            compiled.ways.append(
                PatternWay(
                    pattern: try Pattern(whole, ignoresCase: ignoresCase, endsAtEnd: false),
                    ending: endsAtEnd ? try Pattern(whole, ignoresCase: ignoresCase, endsAtEnd: true) : nil,
                    demand: node.demand))
            compiled.entrances += node.entrances(ofWay: number, of: ways.count)
            compiled.starts.add(node.starts)
            for (group, words) in written.lexicons { compiled.lexicons[group, default: []] += words }
        }
        return compiled
    }

    /// Reads a named pattern by itself, so that a fault is reported where it is written and once. With `compiles`, PCRE2 must take it too.
    mutating func check(_ text: String, compiles: Bool = false) throws(PatternFault) {
        let written = try write(text, inside: [])
        _ = try read(written, ignoresCase: true)
        if compiles { _ = try Pattern(written.text, ignoresCase: true, endsAtEnd: false) }
    }

    private func read(_ written: WrittenPattern, ignoresCase: Bool) throws(PatternFault) -> PatternNode {
        var parser = PatternParser(written, ignoresCase: ignoresCase)
        return try parser.whole()
    }

    /// The text with every `{name}` written out as a group.
    private mutating func write(_ text: String, inside: [String]) throws(PatternFault) -> WrittenPattern {
        let source = Array(text.utf8)
        var result = WrittenPattern()
        var place = 0
        // The named group that lexicons alone have filled so far, and the length of the pattern up to there.
        var filled: (group: String, end: Int)?
        while let open = source[place...].firstIndex(of: UInt8(ascii: "{")) {
            result.bytes += source[place..<open]
            let close = source[(open + 1)...].firstIndex { !PatternAssembly.isOfName($0) } ?? source.count
            let isEscaped = result.ends(with: "\\") || result.ends(with: "\\x")
            guard !isEscaped, close > open + 1, !ByteSet.digits.contains(source[open + 1]), close < source.count,
                source[close] == UInt8(ascii: "}")
            else {
                result.bytes.append(source[open])
                place = open + 1
                continue
            }
            let name = String(decoding: source[(open + 1)..<close], as: UTF8.self)
            let group =
                PatternAssembly.groupOpened(by: result) ?? filled.flatMap { PatternAssembly.goesOn(result, after: $0.end) ? $0.group : nil }
            result.append(try fragment(name, inside: inside))
            place = close + 1
            filled = nil
            if let group, let lexicon = lexicons[name], place < source.count,
                source[place] == UInt8(ascii: ")") || source[place] == UInt8(ascii: "|")
            {
                result.lexicons[group, default: []].append(lexicon)
                filled = (group, result.bytes.count)
            }
            guard result.bytes.count <= PatternAssembly.maximumLength else {
                throw PatternFault(
                    code: .circular, message: "the pattern grows past \(PatternAssembly.maximumLength) characters; use fewer references")
            }
        }
        result.bytes += source[place...]
        return result
    }

    /// What a name stands for.
    private mutating func fragment(_ name: String, inside: [String]) throws(PatternFault) -> PatternFragment {
        used.insert(name)
        if let known = fragments[name] {
            used.formUnion(known.written.names)
            return known
        }
        var written = WrittenPattern()
        if let lexicon = lexicons[name] {
            written.bytes = Array(lexicon.pattern.utf8)
        } else {
            guard let pattern = patterns[name] else {
                throw PatternFault(
                    code: .unknownName,
                    message:
                        "no pattern or lexicon is named `\(name)`\(suggestion(forName: name, among: Array(patterns.keys) + lexicons.keys))"
                )
            }
            guard !inside.contains(name) else {
                throw PatternFault(code: .circular, message: "`{\(name)}` refers to itself: \((inside + [name]).joined(separator: " > "))")
            }
            written = try write(pattern.text, inside: inside + [name]).grouped
        }
        written.names.insert(name)
        let fragment = PatternFragment(written)
        fragments[name] = fragment
        return fragment
    }

    private static func isOfName(_ byte: UInt8) -> Bool { byte >= 0x80 || byte != UInt8(ascii: "_") && ByteSet.wordBytes.contains(byte) }

    /// The name of the group that the text opens at its end: "amount" for `…(?<amount>`.
    private static func groupOpened(by text: WrittenPattern) -> String? {
        guard text.ends(with: ">"), let open = text.bytes.lastIndex(of: UInt8(ascii: "<")), open >= 2,
            text.bytes[open - 1] == UInt8(ascii: "?"), text.bytes[open - 2] == UInt8(ascii: "(")
        else { return nil }
        return String(decoding: text.bytes[(open + 1)..<(text.bytes.count - 1)], as: UTF8.self)
    }

    /// Whether nothing but the sign for another choice came after a length.
    private static func goesOn(_ text: WrittenPattern, after end: Int) -> Bool {
        text.bytes.count == end + 1 && text.ends(with: "|")
    }
}

extension WrittenPattern {
    /// The same in a group of its own.
    fileprivate var grouped: WrittenPattern {
        var result = self
        let opening = Array("(?:".utf8)
        result.bytes = opening + bytes + [UInt8(ascii: ")")]
        for index in parts.indices {
            let range = parts[index].range
            result.parts[index].range = range.lowerBound + opening.count..<range.upperBound + opening.count
        }
        return result
    }
}
