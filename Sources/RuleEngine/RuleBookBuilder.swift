internal import PaperModel

/// Puts the files of one or more directories together: names, overriding, compiling, and the checks that need more than one file.
struct RuleBookBuilder {
    private(set) var problems: [RuleProblem] = []
    private(set) var rules: [Rule] = []
    private(set) var layouts: [PageLayout] = []
    /// Lexicons that every file may refer to.
    private(set) var vocabulary: [String: Lexicon] = [:]
    /// Words of the records that the files add.
    private(set) var declared = DeclaredNames()
    private var shared = PatternAssembly()
    /// Where each rule stands, by id.
    private var places: [String: Int] = [:]

    /// Words for lists that stand elsewhere, by the name of the list.
    private var extensions: [String: [NamedPart<LexiconWords>]] = [:]

    /// Reads directories, later ones over earlier ones. Words come first: a list of a later directory is that of all rules. `isPath` says of
    /// a layout's path whether a page can be asked for it.
    init(_ sources: [RuleFiles], isPath: (String) -> Bool) {
        for file in sources.flatMap(\.files) {
            for (subject, names) in RuleFileReader.declarations(in: String(decoding: file.bytes, as: UTF8.self), path: file.path) {
                for name in names { declared.add(name, to: subject) }
            }
        }
        var folders: [[RuleFile]] = []
        for source in sources { folders.append(read(source)) }
        let known = problems.count
        for files in folders { addVocabulary(files) }
        extend(folders.flatMap { $0 })
        shared.prepare()
        var used: [[Set<String>]] = []
        for files in folders { used.append(compile(files)) }
        let anywhere = used.joined().reduce(RuleLanguage.ownLexicons) { $0.union($1) }
        for (files, used) in zip(folders, used) { checkReferences(files, used: used, anywhere: anywhere) }
        for files in folders { addLayouts(files, isPath) }
        checkVariances()
        showLines(of: sources, from: known)
    }

    /// A lexicon of the program's whose values are senses: one that nobody declared would stand in no schema.
    private mutating func checkVariances() {
        let known = declared.words(for: .senses)
        guard let list = vocabulary["varianceWay"] else { return }
        for value in Set(list.entries.map(\.value)).subtracting(known).sorted() {
            problems.append(
                RuleProblem(
                    .unknownValue, at: SourceMark(file: "vocabulary.yaml"),
                    "`\(value)` in `varianceWay` is no sense\(suggestion(for: value, among: known))"))
        }
    }

    private mutating func read(_ source: RuleFiles) -> [RuleFile] {
        problems += source.problems
        return source.files.map { file in
            let text = String(decoding: file.bytes, as: UTF8.self)
            let read = RuleFileReader.read(text, name: file.name, path: file.path, declared: declared)
            problems += read.problems
            return read.file
        }
    }

    /// Gives the problems from `known` on the lines that they stand on.
    private mutating func showLines(of sources: [RuleFiles], from known: Int) {
        guard known < problems.count else { return }
        let lines = Dictionary(
            sources.flatMap(\.files).map { ($0.path, RuleFileReader.lines(of: String(decoding: $0.bytes, as: UTF8.self))) },
            uniquingKeysWith: { first, _ in first })
        for index in known..<problems.count {
            let mark = problems[index].mark
            if let file = lines[mark.file], file.indices.contains(mark.line - 1) {
                problems[index].sourceLine = String(file[mark.line - 1])
            }
        }
    }

    private mutating func addVocabulary(_ files: [RuleFile]) {
        for file in files where file.isVocabulary {
            checkNames(file, against: [])
            for lexicon in file.lexicons {
                shared.add(lexicon.part)
                vocabulary[lexicon.name] = lexicon.part
            }
            for pattern in file.patterns { shared.add(pattern.part, name: pattern.name) }
        }
    }

    /// Gives the lists of the vocabulary their further words, and keeps those for the lists of single files.
    private mutating func extend(_ files: [RuleFile]) {
        let own = Dictionary(grouping: files.filter { !$0.isVocabulary }.flatMap(\.lexicons), by: \.name)
        for more in files.flatMap(\.extensions) {
            guard let list = vocabulary[more.name] ?? own[more.name]?.first?.part else {
                let known = Array(vocabulary.keys) + own.keys
                problems.append(
                    RuleProblem(
                        .unknownName, at: more.mark, "no lexicon is named `\(more.name)`\(suggestion(forName: more.name, among: known))"))
                continue
            }
            if let fault = more.part.fault(for: list) {
                problems.append(RuleProblem(.wrongType, at: more.mark, fault))
                continue
            }
            if vocabulary[more.name] != nil {
                let longer = list.extended(by: more.part)
                shared.add(longer)
                vocabulary[more.name] = longer
            } else {
                extensions[more.name, default: []].append(more)
            }
        }
    }

    /// A list of a file with the further words that files give it.
    private func extended(_ list: Lexicon) -> Lexicon {
        (extensions[list.name] ?? []).reduce(list) { $0.extended(by: $1.part) }
    }

    /// Compiles the rules of all files; returns, file by file, the names that its patterns refer to.
    private mutating func compile(_ files: [RuleFile]) -> [Set<String>] {
        var seen: Set<String> = []
        var result: [Set<String>] = []
        // Files whose named patterns are at fault, and those that PCRE2 was asked about.
        var (broken, asked): (Set<String>, Set<String>) = ([], [])
        let general = Set(files.filter(\.isVocabulary).flatMap { $0.lexicons.map(\.name) + $0.patterns.map(\.name) })
        for file in files {
            var assembly = shared
            if !file.isVocabulary {
                checkNames(file, against: general)
                for lexicon in file.lexicons { assembly.add(extended(lexicon.part)) }
                for pattern in file.patterns { assembly.add(pattern.part, name: pattern.name) }
            }
            if check(file, &assembly) { broken.insert(file.name) }
            for declaration in file.rules {
                if !seen.insert(declaration.id).inserted {
                    problems.append(RuleProblem(.duplicate, at: declaration.mark, "another rule has the id `\(declaration.id)`"))
                }
                do throws(PatternFault) { add(try rule(declaration, &assembly)) } catch {
                    if error.code == .pattern {
                        // PCRE2 sees named patterns as parts of rules; it is asked about each by itself only where it refuses one of these.
                        for other in files where other.name == file.name || other.isVocabulary {
                            guard !broken.contains(other.name), asked.insert(other.name).inserted else { continue }
                            if check(other, &assembly, compiles: true) { broken.insert(other.name) }
                        }
                        if broken.contains(file.name) { continue }  // the named pattern that it is made of is reported already
                    }
                    problems.append(RuleProblem(error.code, at: declaration.match.mark, "rule `\(declaration.id)`: \(error.message)"))
                }
            }
            result.append(assembly.used)
        }
        return result
    }

    /// Checks the named patterns of a file; returns whether something is wrong with them.
    private mutating func check(_ file: RuleFile, _ assembly: inout PatternAssembly, compiles: Bool = false) -> Bool {
        let known = problems.count
        for pattern in file.patterns {
            do throws(PatternFault) { try assembly.check(pattern.part.text, compiles: compiles) } catch {
                problems.append(RuleProblem(error.code, at: pattern.part.mark, "pattern `\(pattern.name)`: \(error.message)"))
            }
        }
        return problems.count > known
    }

    private mutating func rule(_ declaration: RuleDeclaration, _ assembly: inout PatternAssembly) throws(PatternFault) -> Rule {
        let looksBack = declaration.attaches != .after && declaration.reach.contains(.adjacent)
        let compiled = try assembly.compile(declaration.ways, ignoresCase: declaration.ignoresCase, endsAtEnd: looksBack)
        let known = RuleLanguage.terms(of: declaration.finds, declared).groups
        let groups = Set(compiled.ways.flatMap { $0.pattern.groups.map(\.name) })
        for group in groups.subtracting(known) {
            problems.append(
                RuleProblem(
                    .unknownGroup, at: declaration.match.mark,
                    "a rule that finds \(declaration.finds.rawValue) has no group `\(group)`\(suggestion(for: group, among: known))"
                ))
        }
        problems += RuleNeeds.faults(in: declaration, groups: groups, lexicons: compiled.lexicons)
        if declaration.attaches == .before, looksBack, declaration.ways.contains(where: { $0.utf8.last == UInt8(ascii: " ") }) {
            problems.append(
                RuleProblem(
                    .pattern, at: declaration.match.mark,
                    "rule `\(declaration.id)`: the space between the words and the amount is passed over; leave it out at the end of the pattern"
                ))
        }
        return Rule(declaration, pattern: compiled)
    }

    /// Adds a rule, in the place of an older one with its id.
    private mutating func add(_ rule: Rule) {
        if let index = places[rule.id] {
            rules[index] = rule
        } else {
            places[rule.id] = rules.count
            rules.append(rule)
        }
    }

    private mutating func checkNames(_ file: RuleFile, against general: Set<String>) {
        var seen: Set<String> = []
        for (name, mark) in file.lexicons.map({ ($0.name, $0.mark) }) + file.patterns.map({ ($0.name, $0.mark) }) {
            if !seen.insert(name).inserted {
                problems.append(RuleProblem(.duplicate, at: mark, "another lexicon or pattern of this file is named `\(name)`"))
            } else if general.contains(name) {
                problems.append(
                    RuleProblem(.duplicate, at: mark, "`\(name)` stands in vocabulary.yaml already; give this one a name of its own"))
            }
        }
    }

    private mutating func checkReferences(_ files: [RuleFile], used: [Set<String>], anywhere: Set<String>) {
        for (file, own) in zip(files, used) {
            let names = file.isVocabulary ? anywhere : own
            for (name, mark) in file.lexicons.map({ ($0.name, $0.mark) }) + file.patterns.map({ ($0.name, $0.mark) })
            where !names.contains(name) {
                problems.append(RuleProblem(.unreferenced, at: mark, "nothing refers to `{\(name)}`; use it or take it out"))
            }
        }
    }

    private mutating func addLayouts(_ files: [RuleFile], _ isPath: (String) -> Bool) {
        var seen: Set<String> = []
        for declaration in files.flatMap(\.layouts) {
            let layout = declaration.layout
            for path in declaration.paths where !isPath(path.text) {
                problems.append(
                    RuleProblem(
                        .path, at: path.mark,
                        "layout `\(layout.id)`: this is no XPath 1.0; look at its brackets, quotes and functions, and for names with `:` or `$`"
                    ))
            }
            if !seen.insert(layout.id).inserted {
                problems.append(RuleProblem(.duplicate, at: declaration.mark, "another layout has the id `\(layout.id)`"))
            }
            if let index = layouts.firstIndex(where: { $0.id == layout.id }) { layouts[index] = layout } else { layouts.append(layout) }
        }
    }
}
