/// A pattern with every `{name}` written out, and where these parts stand in it.
struct WrittenPattern {
    /// A part that one name stands for.
    struct Part {
        var range: Range<Int>
        var fragment: PatternFragment
    }

    var bytes: [UInt8] = []
    /// The parts that the pattern itself names, in order; theirs stand in their fragments.
    var parts: [Part] = []
    /// Named groups that hold one lexicon, or a choice of several, and nothing else.
    var lexicons: [String: [Lexicon]] = [:]
    /// The names that it refers to, and those that these refer to.
    var names: Set<String> = []

    /// As PCRE2 takes it.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Puts what a name stands for at the end.
    mutating func append(_ fragment: PatternFragment) {
        let start = bytes.count
        bytes += fragment.written.bytes
        parts.append(Part(range: start..<bytes.count, fragment: fragment))
        for (group, words) in fragment.written.lexicons { lexicons[group, default: []] += words }
        names.formUnion(fragment.written.names)
    }

    func ends(with suffix: StaticString) -> Bool {
        let count = suffix.utf8CodeUnitCount
        guard bytes.count >= count else { return false }
        return (0..<count).allSatisfy { bytes[bytes.count - count + $0] == suffix.utf8Start[$0] }
    }
}

/// What a `{name}` stands for: written out once, and read once for each way of taking case, however many patterns refer to it.
final class PatternFragment {
    let written: WrittenPattern
    private var read: [Bool: (node: PatternNode, depth: Int)] = [:]

    init(_ written: WrittenPattern) { self.written = written }

    /// The part as a tree, and how deep its groups are nested.
    func node(ignoresCase: Bool) throws(PatternFault) -> (node: PatternNode, depth: Int) {
        if let known = read[ignoresCase] { return known }
        var parser = PatternParser(written, ignoresCase: ignoresCase)
        let result = (node: try parser.whole(), depth: parser.deepest)
        read[ignoresCase] = result
        return result
    }
}
