internal import PaperModel

/// Reads one rule file and gathers everything that is wrong with it.
struct RuleFileReader {
    private(set) var problems: [RuleProblem] = []
    private let lines: [Substring]
    private var file: RuleFile
    /// The words that all files of the book declare.
    let declared: DeclaredNames

    init(name: String, text: String, declared: DeclaredNames = DeclaredNames()) {
        file = RuleFile(name: name)
        self.declared = declared
        lines = RuleFileReader.lines(of: text)
    }

    /// The lines of a file.
    static func lines(of text: String) -> [Substring] {
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
    }

    /// Reads a file; `path` is what its problems are reported under, `declared` what this and other files declare.
    static func read(
        _ text: String, name: String, path: String, declared: DeclaredNames
    ) -> (file: RuleFile, problems: [RuleProblem]) {
        var reader = RuleFileReader(name: name, text: text, declared: declared)
        do throws(RuleProblem) {
            guard let root = try YAMLValue.document(text, file: path) else {
                throw RuleProblem(
                    .language, at: SourceMark(file: path), "the file is empty; begin it with `language: \(RuleLanguage.version)`")
            }
            reader.readFile(root)
        } catch {
            reader.report(error)
        }
        return (reader.file, reader.problems)
    }

    // Values of YAML with what was expected of them.

    private mutating func report(_ problem: RuleProblem) {
        var problem = problem
        if lines.indices.contains(problem.mark.line - 1) { problem.sourceLine = String(lines[problem.mark.line - 1]) }
        problems.append(problem)
    }

    mutating func report(_ code: RuleProblem.Code, _ mark: SourceMark, _ message: String) {
        report(RuleProblem(code, at: mark, message))
    }

    mutating func text(_ value: YAMLValue) -> String? {
        if case .scalar(let text) = value.content { return text }
        report(.wrongType, value.mark, "a word or text is wanted here, not a list or a map")
        return nil
    }

    /// A list, or a single value as a list of one.
    mutating func list(_ value: YAMLValue) -> [YAMLValue] {
        if case .list(let items) = value.content { return items }
        return [value]
    }

    mutating func texts(_ value: YAMLValue) -> [String] {
        var result: [String] = []
        for item in list(value) { if let word = text(item) { result.append(word) } }
        return result
    }

    mutating func map(_ value: YAMLValue) -> [(key: String, mark: SourceMark, value: YAMLValue)] {
        if case .map(let pairs) = value.content { return pairs }
        report(.wrongType, value.mark, "a map of `key: value` is wanted here")
        return []
    }

    mutating func fields(_ value: YAMLValue, known: Set<String>) -> [String: YAMLValue] {
        var result: [String: YAMLValue] = [:]
        for (key, mark, value) in map(value) {
            if !known.contains(key) {
                // `{ value: 1,000 }` is read as two entries.
                let isNumber = key.utf8.allSatisfy { ByteSet.digits.contains($0) }
                let hint = isNumber ? "; write a number without commas: `1000`" : suggestion(for: key, among: known)
                report(.unknownKey, mark, "unknown key `\(key)`\(hint)")
            }
            result[key] = value
        }
        return result
    }

    mutating func marked(_ value: YAMLValue) -> RuleText? {
        guard let words = text(value) else { return nil }
        let line = lines.indices.contains(value.mark.line - 1) ? String(lines[value.mark.line - 1]) : ""
        return RuleText(text: words, mark: value.mark, sourceLine: line)
    }

    mutating func word<Word: RawRepresentable & CaseIterable>(_ value: YAMLValue, as: Word.Type) -> Word? where Word.RawValue == String {
        guard let name = text(value) else { return nil }
        if let word = Word(rawValue: name) { return word }
        report(.unknownValue, value.mark, "`\(name)` is not known here\(suggestion(for: name, among: Word.allCases.map(\.rawValue)))")
        return nil
    }

    mutating func check(_ name: String, at mark: SourceMark, against values: RuleLanguage.Values) {
        switch values {
        case .anything: break
        case .number:
            if Amount(written: name) == nil {
                report(.unknownValue, mark, "`\(name)` is not a number; write it as `1000` or `1e3`, without commas")
            }
        case .anyOf(let known):
            if !known.contains(name) { report(.unknownValue, mark, "`\(name)` is not known here\(suggestion(for: name, among: known))") }
        }
    }

    // The file.

    private mutating func readFile(_ root: YAMLValue) {
        let fields = fields(root, known: RuleLanguage.fileKeys)
        checkLanguage(fields["language"], at: root.mark)
        // What they declare is known by now; here stands what is wrong with it.
        for subject in DeclaredNames.Subject.allCases { if let value = fields[subject.rawValue] { _ = declarations(value, of: subject) } }
        if let value = fields["lexicons"] {
            for (name, mark, value) in map(value) {
                file.lexicons.append(NamedPart(name: name, mark: mark, part: lexicon(name, value)))
            }
        }
        if let value = fields["extends"] {
            for (name, mark, value) in map(value) {
                file.extensions.append(NamedPart(name: name, mark: mark, part: words(ofLexicon: name, value)))
            }
        }
        if let value = fields["patterns"] {
            for (name, mark, value) in map(value) {
                if let text = alternatives(value) {
                    file.patterns.append(NamedPart(name: name, mark: mark, part: MarkedText(text: text, mark: value.mark)))
                }
            }
        }
        if let value = fields["rules"] {
            for item in list(value) { if let rule = rule(item) { file.rules.append(rule) } }
        }
        if let value = fields["layouts"] {
            for item in list(value) { if let layout = layout(item) { file.layouts.append(layout) } }
        }
    }

    private mutating func checkLanguage(_ value: YAMLValue?, at mark: SourceMark) {
        guard let value else {
            report(.language, mark, "`language` is missing; begin the file with `language: \(RuleLanguage.version)`")
            return
        }
        guard let text = text(value) else { return }
        if Int(text) != RuleLanguage.version {
            report(
                .language, value.mark,
                "language \(text) is not the one that this program reads (\(RuleLanguage.version)); update the program or the file")
        }
    }

    private mutating func lexicon(_ name: String, _ value: YAMLValue) -> Lexicon {
        var words = value
        var isExact = false
        if case .map(let pairs) = value.content, pairs.contains(where: { $0.key == "words" }) {
            let fields = fields(value, known: ["words", "case"])
            words = fields["words"] ?? value
            isExact = fields["case"].map { isExactCase($0) } ?? false
        }
        return Lexicon(name: name, entries: self.words(ofLexicon: name, words).entries, isExact: isExact)
    }

    /// The entries of a list of words, and whether each has a value of its own.
    private mutating func words(ofLexicon name: String, _ value: YAMLValue) -> LexiconWords {
        var entries: [(word: String, value: String)] = []
        var hasValues = false
        if case .list(let items) = value.content {
            for item in items { if let word = text(item) { entries.append((word, word)) } }
        } else {
            hasValues = true
            for (word, _, value) in map(value) { if let meaning = text(value) { entries.append((word, meaning)) } }
        }
        for (word, _) in entries where word.isEmpty { report(.wrongType, value.mark, "lexicon `\(name)` holds an empty word") }
        if entries.isEmpty { report(.missingKey, value.mark, "lexicon `\(name)` holds no words") }
        return LexiconWords(entries: entries.filter { !$0.word.isEmpty }, hasValues: hasValues)
    }

    mutating func isExactCase(_ value: YAMLValue) -> Bool {
        guard let name = text(value) else { return false }
        check(name, at: value.mark, against: .anyOf(["exact", "ignored"]))
        return name == "exact"
    }

    /// A pattern, or a list of patterns of which one is to match.
    mutating func alternatives(_ value: YAMLValue) -> String? {
        guard case .list = value.content else { return text(value) }
        let ways = ways(value)
        return ways.isEmpty ? nil : RuleFileReader.joined(ways)
    }

    /// The patterns of which one is to match.
    mutating func ways(_ value: YAMLValue) -> [String] { list(value).compactMap { text($0) } }

    /// One pattern of several; one alone stands for itself.
    static func joined(_ ways: [String]) -> String { "(?:\(ways.map { "(?:\($0))" }.joined(separator: "|")))" }
}
