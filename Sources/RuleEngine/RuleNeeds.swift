/// What a rule must say beside its words, without which every match would come to nothing.
enum RuleNeeds {
    /// What a rule with these groups, some filled by lexicons alone, says too little of. A rule that is off may be unfinished.
    static func faults(in rule: RuleDeclaration, groups: Set<String>, lexicons: [String: [Lexicon]]) -> [RuleProblem] {
        guard rule.status == .stable else { return [] }
        var faults: [RuleProblem] = []
        if let settings = settings[rule.finds], settings.allSatisfy({ rule.settings[$0] == nil }) {
            faults.append(
                RuleProblem(
                    .missingKey, at: rule.mark,
                    "nothing says what rule `\(rule.id)` means: give it `set: { \(settings.joined(separator: ": … }` or `set: { ")): … }`"))
        }
        let missing = self.groups(of: rule).subtracting(groups).sorted()
        if !missing.isEmpty {
            let span = rule.settings["span"].map { " with the span `\($0)`" } ?? ""
            faults.append(
                RuleProblem(
                    .missingGroup, at: rule.match.mark,
                    "rule `\(rule.id)`\(span) needs the groups \(missing.map { "`(?<\($0)>…)`" }.joined(separator: ", "))"))
        }
        if rule.finds == .headcount || rule.finds == .fte {
            for list in lexicons["noun"] ?? [] {
                for value in Set(list.entries.map(\.value)).subtracting(counted).sorted() {
                    faults.append(
                        RuleProblem(
                            .unknownValue, at: rule.match.mark,
                            "the values of `\(list.name)`, the nouns of rule `\(rule.id)`, are `posts` or `people`, and `\(value)` is neither"
                        ))
                }
            }
        }
        if !hasUnit(rule, lists: Set(lexicons.keys)) {
            let group = rule.finds == .money ? "currency" : "noun"
            faults.append(
                RuleProblem(
                    .noUnit, at: rule.mark,
                    "nothing says what rule `\(rule.id)` counts: give its pattern a group of a lexicon alone, `(?<\(group)>{…})`, or `set: { unit: … }`"
                ))
        }
        return faults
    }

    /// What counts of staff count.
    private static let counted: Set = ["posts", "people"]

    /// What kinds of rules must set: one of these.
    private static let settings: [RuleKind: [String]] = [
        .sense: ["sense", "firm"], .basis: ["basis"], .comparison: ["comparison"], .period: ["span"], .outcome: ["outcome"],
        .documentKind: ["kind"], .label: ["role"],
    ]

    private static func groups(of rule: RuleDeclaration) -> Set<String> {
        switch rule.finds {
        case .money, .fte, .headcount: ["number"]
        case .rate: rule.settings["per"] == nil ? ["base"] : []
        case .organisation, .committee, .person: ["name"]
        case .meetingDate: ["day", "month", "year"]
        case .period: rule.settings["span"].flatMap { spans[$0] } ?? []
        default: []
        }
    }

    /// The parts of a date that a span is made of.
    private static let spans: [String: Set<String>] = [
        "financialYear": ["year", "endYear"], "yearEnd": ["year", "endYear"], "calendarYear": ["year"], "quarter": ["year", "quarter"],
        "month": ["year", "month"], "monthEnd": ["year", "month"], "day": ["year", "month", "day"],
        "days": ["year", "endMonth", "day", "endDay"], "monthsTo": ["year", "month", "months"], "monthsFrom": ["year", "months"],
        "act": [], "untold": [], "partOfYear": [], "yearBefore": [], "thisYear": [], "yearAfter": [],
    ]

    /// Whether an amount has a unit, from a group of a lexicon or from what the rule sets; that of a cell, and of a number that goes on
    /// counting, is its column's or the other's.
    private static func hasUnit(_ rule: RuleDeclaration, lists: Set<String>) -> Bool {
        guard rule.finds == .money || rule.finds == .headcount else { return true }
        return rule.settings["unit"] != nil || lists.contains(rule.finds == .money ? "currency" : "noun")
            || rule.conditions["block"] != nil || rule.conditions["after"] != nil
    }
}
