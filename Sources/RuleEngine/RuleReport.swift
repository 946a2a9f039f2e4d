/// How the examples of a book came out.
public struct RuleReport: Sendable {
    /// What one rule's examples show.
    public struct Coverage: Sendable, Hashable {
        /// The rule.
        public var rule: String
        /// Its examples.
        public var examples: Int
        /// Its rejects.
        public var rejects: Int
        /// In how many examples of the whole book it took part in what was found.
        public var fired: Int

        /// Makes an entry that has not fired.
        public init(_ rule: Rule) {
            self.rule = rule.id
            examples = rule.examples.count
            rejects = rule.rejects.count
            fired = 0
        }
    }

    /// Everything that came out otherwise than stated, in the order of the files.
    public private(set) var problems: [RuleProblem] = []
    /// Known gaps that work by now: their entries can become examples.
    public private(set) var closedGaps: [RuleProblem] = []
    /// One entry a rule, in the order of the book.
    public private(set) var coverage: [Coverage]
    private var places: [String: Int]

    /// A report on rules of which none has fired.
    public init(_ rules: [Rule]) {
        coverage = rules.map(Coverage.init)
        places = Dictionary(rules.indices.map { (rules[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Notes that something came out otherwise than stated.
    public mutating func add(_ code: RuleProblem.Code, at text: RuleText, _ message: String) {
        let problem = RuleProblem(code, at: text.mark, message, sourceLine: text.sourceLine)
        if code == .gapCloses { closedGaps.append(problem) } else { problems.append(problem) }
    }

    /// Notes the rules that took part in what an example found.
    public mutating func fired(_ rules: Set<String>) {
        for rule in rules { if let place = places[rule] { coverage[place].fired += 1 } }
    }

    /// Adds a problem for every stable rule of `rules` that fired in no example.
    public mutating func reportSilent(_ rules: [Rule]) {
        for rule in rules where rule.status == .stable {
            if let place = places[rule.id], coverage[place].fired == 0 {
                problems.append(
                    RuleProblem(
                        .neverFires, at: rule.mark,
                        "rule `\(rule.id)` takes part in no example; add one that needs it, or take it out (`rules explain --text` says of an example which rules took its words)"
                    ))
            }
        }
    }

    /// Both reports as one.
    public func joined(with other: RuleReport) -> RuleReport {
        var result = self
        result.problems += other.problems
        result.closedGaps += other.closedGaps
        result.coverage += other.coverage
        result.places = Dictionary(result.coverage.indices.map { (result.coverage[$0].rule, $0) }, uniquingKeysWith: { first, _ in first })
        return result
    }
}
