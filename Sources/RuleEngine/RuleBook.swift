public import PaperModel

/// All rule files of a run: read, checked, compiled. Immutable, shared by all workers.
public struct RuleBook: Sendable {
    /// `sha256:` and the digest of names and bytes of all files.
    public let hash: String
    /// Rules in use: stable ones, and experimental ones where they were asked for; by file and place, later directories last.
    public let rules: [Rule]
    /// Rules that are not in use.
    public let unused: [Rule]
    /// Page templates; those that fit any page come last.
    public let layouts: [PageLayout]
    /// Words of the records that the files add to the program's own.
    public let declared: DeclaredNames
    private let lexicons: [String: Lexicon]
    private let byKind: [RuleKind: [Rule]]
    private let shared = SharedParts()

    /// Reads the rule files below `directories`. Later directories add rules, lexicons, patterns and layouts, or override them by id or
    /// name. `isPath` says of a layout's path whether a page can be asked for it. Throws everything that is wrong in any of the files.
    ///
    /// A book that `cache` knows is not compiled anew; its rules have no examples, rejects and gaps.
    public static func load(
        directories: [String], includesExperimental: Bool = false, cache: RuleCache? = nil, isPath: (String) -> Bool = { _ in true }
    ) throws(RuleProblems) -> RuleBook {
        let sources = RuleSources(directories: directories)
        if sources.problems.isEmpty, let known = cache?.rules(of: sources) {
            return RuleBook(known, hash: sources.hash, includesExperimental: includesExperimental)
        }
        let book = try RuleBook(sources, includesExperimental: includesExperimental, isPath: isPath)
        guard book.rules.contains(where: { $0.finds == .money }) else {
            let place = SourceMark(file: directories.joined(separator: ", "))
            throw RuleProblems([
                RuleProblem(
                    .noMoney, at: place,
                    "no rule here finds money; a folder of your own adds to the program's rules where it is named behind theirs: `--rules Rules --rules \(directories.last ?? "my-rules")`"
                )
            ])
        }
        cache?.keep(
            StoredRules(rules: book.rules + book.unused, layouts: book.layouts, lexicons: book.lexicons, declared: book.declared),
            of: sources)
        return book
    }

    /// The hash that a book of the rule files below `directories` has, without compiling them. Throws what can't be read.
    public static func hash(directories: [String]) throws(RuleProblems) -> String {
        let sources = RuleSources(directories: directories)
        guard sources.problems.isEmpty else { throw RuleProblems(sources.problems) }
        return sources.hash
    }

    /// Makes a book of files that are given as text by name ("figures/money.yaml").
    public static func load(
        texts: [String: String], includesExperimental: Bool = false, isPath: (String) -> Bool = { _ in true }
    ) throws(RuleProblems) -> RuleBook {
        var source = RuleFiles()
        source.files = texts.sorted { $0.key < $1.key }.map { ($0.key, $0.key, Array($0.value.utf8)) }
        return try RuleBook(RuleSources([source]), includesExperimental: includesExperimental, isPath: isPath)
    }

    private init(_ sources: RuleSources, includesExperimental: Bool, isPath: (String) -> Bool) throws(RuleProblems) {
        let builder = RuleBookBuilder(sources.folders, isPath: isPath)
        let problems = builder.problems
        guard problems.isEmpty else { throw RuleProblems(problems) }
        self.init(
            StoredRules(rules: builder.rules, layouts: builder.layouts, lexicons: builder.vocabulary, declared: builder.declared),
            hash: sources.hash,
            includesExperimental: includesExperimental)
    }

    private init(_ known: StoredRules, hash: String, includesExperimental: Bool) {
        self.hash = hash
        let isUsed: (Rule) -> Bool = { $0.status == .stable || includesExperimental && $0.status == .experimental }
        rules = known.rules.filter(isUsed)
        unused = known.rules.filter { !isUsed($0) }
        layouts = known.layouts.filter { !$0.recognise.isEmpty } + known.layouts.filter { $0.recognise.isEmpty }
        (lexicons, declared) = (known.lexicons, known.declared)
        byKind = Dictionary(grouping: rules, by: \.finds)
    }

    private init(keeping rules: [Rule], of book: RuleBook) {
        self.rules = rules
        (hash, unused, layouts, lexicons, declared) = (book.hash, book.unused, book.layouts, book.lexicons, book.declared)
        byKind = Dictionary(grouping: rules, by: \.finds)
    }

    /// The rules in use that find a kind of thing.
    public func rules(finding kind: RuleKind) -> [Rule] { byKind[kind] ?? [] }

    /// The rules that find one of `kinds`, prepared once for all that run them.
    func selection(finding kinds: Set<RuleKind>) -> RuleSelection {
        shared.selection(of: kinds) { RuleSelection(self, finding: kinds) }
    }

    /// What a stage makes of the rules, made once for all that ask: one value a type.
    public func prepared<Part: Sendable, Fault: Error>(_ make: (RuleBook) throws(Fault) -> Part) throws(Fault) -> Part {
        try shared.part { () throws(Fault) in try make(self) }
    }

    /// A lexicon of `vocabulary.yaml`; nil where there is none of that name.
    public func lexicon(_ name: String) -> Lexicon? { lexicons[name] }

    /// The same book without one rule: what breaks when it is gone.
    public func removing(rule id: String) -> RuleBook { keeping { $0.id != id } }

    /// The same book with no other rules in use than those that meet a condition.
    public func keeping(_ isWanted: (Rule) -> Bool) -> RuleBook {
        RuleBook(keeping: rules.filter(isWanted), of: self)
    }
}

extension RuleFiles {
    /// Makes an empty set.
    fileprivate init() {}
}
