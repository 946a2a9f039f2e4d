internal import PaperModel

extension RuleFileReader {
    /// What a file declares, without its problems, which are told when it is read. Most declare nothing and are not parsed for it.
    static func declarations(in text: String, path: String) -> [(subject: DeclaredNames.Subject, names: [DeclaredNames.Name])] {
        let keys = DeclaredNames.Subject.allCases.map { $0.rawValue + ":" }
        guard lines(of: text).contains(where: { line in keys.contains { line.hasPrefix($0) } }),
            let root = try? YAMLValue.document(text, file: path), case .map(let pairs) = root.content
        else { return [] }
        var reader = RuleFileReader(name: path, text: text)
        var found: [(subject: DeclaredNames.Subject, names: [DeclaredNames.Name])] = []
        for (key, _, value) in pairs {
            guard let subject = DeclaredNames.Subject(rawValue: key) else { continue }
            found.append((subject, reader.declarations(value, of: subject)))
        }
        return found
    }

    /// Reads the words that a file declares for a subject.
    mutating func declarations(_ value: YAMLValue, of subject: DeclaredNames.Subject) -> [DeclaredNames.Name] {
        var found: [DeclaredNames.Name] = []
        for (word, mark, value) in map(value) {
            guard Figure.Sense.isName(word) else {
                report(.unknownValue, mark, "`\(word)` can't be a word of a record: it takes letters and digits, a small letter first")
                continue
            }
            guard !subject.known.contains(word) else {
                report(.duplicate, mark, "the program has `\(word)` already among its \(subject.rawValue)")
                continue
            }
            guard let meaning = text(value) else { continue }
            guard meaning.contains(" ") else {
                report(.missingKey, value.mark, "`\(word)` needs a sentence that says what it means, for the schema of the records")
                continue
            }
            found.append(DeclaredNames.Name(word: word, meaning: meaning))
        }
        return found
    }
}
