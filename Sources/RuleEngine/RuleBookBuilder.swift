internal import PaperModel

/// Puts the files of one or more directories together: names, overriding, compiling, and the checks that need more than one file.
struct RuleBookBuilder {
    private(set) var problems: [RuleProblem] = []
    private(set) var rules: [Rule] = []
    private(set) var layouts: [PageLayout] = []
    /// Lexicons that every file may refer to.
    private(set) var vocabulary: [String: Lexicon] = [:]
    private var shared = PatternAssembly()
    /// Where each rule stands, by id.
    private var places: [String: Int] = [:]

    /// Adds a directory over those that were added before.
    mutating func add(_ source: RuleFiles) {
        problems += source.problems
        var files: [RuleFile] = []
        for file in source.files {
            let text = String(decoding: file.bytes, as: UTF8.self)
            let read = RuleFileReader.read(text, name: file.name, path: file.path)
            files.append(read.file)
            problems += read.problems
        }
        let known = problems.count
        addVocabulary(files)
        let used = compile(files)
        checkReferences(files, used: used)
        addLayouts(files)
        showLines(of: source, from: known)
    }

    /// Gives the problems from `known` on the lines that they stand on.
    private mutating func showLines(of source: RuleFiles, from known: Int) {
        guard known < problems.count else { return }
        let lines = Dictionary(
            source.files.map { ($0.path, RuleFileReader.lines(of: String(decoding: $0.bytes, as: UTF8.self))) },
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
        shared.prepare()
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
                for lexicon in file.lexicons { assembly.add(lexicon.part) }
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
        let compiled = try assembly.compile(declaration.match.text, ignoresCase: declaration.ignoresCase, endsAtEnd: looksBack)
        let known = RuleLanguage.terms(of: declaration.finds).groups
        for group in compiled.pattern.groups where !known.contains(group.name) {
            problems.append(
                RuleProblem(
                    .unknownGroup, at: declaration.match.mark,
                    "a rule that finds \(declaration.finds.rawValue) has no group `\(group.name)`\(suggestion(for: group.name, among: known))"
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

    private mutating func checkReferences(_ files: [RuleFile], used: [Set<String>]) {
        let anywhere = used.reduce(RuleLanguage.ownLexicons) { $0.union($1) }
        for (file, own) in zip(files, used) {
            let names = file.isVocabulary ? anywhere : own
            for (name, mark) in file.lexicons.map({ ($0.name, $0.mark) }) + file.patterns.map({ ($0.name, $0.mark) })
            where !names.contains(name) {
                problems.append(RuleProblem(.unreferenced, at: mark, "nothing refers to `{\(name)}`; use it or take it out"))
            }
        }
    }

    private mutating func addLayouts(_ files: [RuleFile]) {
        var seen: Set<String> = []
        for declaration in files.flatMap(\.layouts) {
            let layout = declaration.layout
            if !seen.insert(layout.id).inserted {
                problems.append(RuleProblem(.duplicate, at: declaration.mark, "another layout has the id `\(layout.id)`"))
            }
            if let index = layouts.firstIndex(where: { $0.id == layout.id }) { layouts[index] = layout } else { layouts.append(layout) }
        }
    }
}
