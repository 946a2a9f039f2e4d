internal import PaperModel

/// The vocabulary of rule files: which keys, groups and values mean something for what a rule finds. The one table to look in.
enum RuleLanguage {
    /// Version of the language that this program reads.
    static let version = 1

    /// Keys of a rule file.
    static let fileKeys: Set = ["language", "lexicons", "patterns", "rules", "layouts"]
    /// Keys of a rule.
    static let ruleKeys: Set = [
        "id", "finds", "match", "case", "priority", "confidence", "status", "attaches", "reach", "set", "where", "examples", "rejects",
        "gaps", "note",
    ]
    /// Keys of an example.
    static let exampleKeys: Set = ["text", "find", "cell", "above", "caption", "headings", "row", "column", "beside"]
    /// Keys of a known gap.
    static let gapKeys: Set = ["text", "why", "find"]
    /// What an example may say of a figure.
    static let figureFields: Set = [
        "text", "kind", "value", "low", "high", "unit", "approximate", "bound", "per", "period", "sense", "basis", "comparison", "subject",
        "subjectFrom", "payee", "payer", "interval",
        "scaleFrom", "signFrom", "unitFrom", "doubts",
    ]
    /// Lexicons that the program itself looks words up in.
    static let ownLexicons: Set = [
        "abbreviation", "numberWord", "month", "columnHead", "labelHead", "absentNumber", "navigation", "plainNoun", "plainRow",
        "plainTitle", "plainPhrase", "payeeHead", "paidThing", "varianceWay", "nameHead", "measureWord", "numberedThing", "adjectiveLike",
        "phraseDeterminer", "phrasePronoun", "phraseBe", "phraseAuxiliary", "phrasePurpose", "phraseOf", "phraseTo", "phraseOn",
        "phraseFrom", "phraseBy", "phrasePreposition", "phraseConjunction", "phraseConnective", "phraseVerb", "phraseLink",
        "phraseQuantity", "phraseTime", "phraseBody", "phraseGiving", "phraseAsking", "phraseHelping",
    ]

    /// What a value may be.
    enum Values {
        case anyOf(Set<String>)
        case number
        case anything
    }

    /// What a kind of rule may declare.
    struct Terms {
        var groups: Set<String> = []
        var settings: [String: Values] = [:]
        /// Whether it says something about a figure, and so declares `attaches` and `reach`.
        var qualifies = false
    }

    /// The table.
    static func terms(of kind: RuleKind) -> Terms {
        switch kind {
        case .money:
            Terms(
                groups: [
                    "figure", "sign", "currency", "number", "magnitude", "minor", "open", "close", "endCurrency", "end", "endMagnitude",
                    "approximate", "credit", "note", "ceiling",
                ],
                settings: ["unit": .anything, "scale": .number, "doubt": .anyOf(Set(Figure.Doubt.allCases.map(\.rawValue)))])
        case .fte, .headcount:
            Terms(groups: ["figure", "number", "end", "noun", "orMore"], settings: ["unit": .anyOf(["FTE", "posts", "people"])])
        case .notFigure: Terms()
        case .approximation: Terms(settings: ["approximate": flag, "bound": bounds], qualifies: true)
        case .bound: Terms(settings: ["bound": bounds, "approximate": flag], qualifies: true)
        case .rate: Terms(groups: ["base", "second"], settings: ["per": .anything], qualifies: true)
        case .period:
            Terms(
                groups: ["year", "endYear", "month", "endMonth", "day", "endDay", "quarter", "months"],
                settings: [
                    "span": .anyOf(["financialYear", "calendarYear", "quarter", "month", "monthEnd", "day", "days", "monthsTo", "yearEnd"])
                ],
                qualifies: true)
        case .sense: Terms(settings: ["sense": names(Figure.Sense.self), "firm": flag], qualifies: true)
        case .basis: Terms(settings: ["basis": names(Figure.Basis.self)], qualifies: true)
        case .comparison: Terms(settings: ["comparison": names(Figure.Comparison.self)], qualifies: true)
        case .scope: Terms(settings: ["kind": .anyOf(["fte", "headcount"])], qualifies: true)
        case .unit:
            Terms(
                groups: ["currency", "kind"],
                settings: ["unit": .anything, "scale": .number, "evidence": .anyOf(evidence)], qualifies: true)
        case .agendaItem, .section, .recommendation: Terms(groups: ["number", "title", "person"], settings: ["level": .number])
        case .question, .reply, .supplementary, .supplementaryReply:
            Terms(groups: ["number", "title", "asker", "addressee", "respondent", "text"], settings: ["level": .number])
        case .resolution: Terms(groups: ["number", "outcome", "text", "moved", "seconded"], settings: ["outcome": outcomes])
        case .outcome: Terms(groups: ["outcome"], settings: ["outcome": outcomes])
        case .votes: Terms(groups: ["for", "against", "abstain", "moved", "seconded"])
        case .documentKind:
            Terms(settings: ["kind": paperKinds])
        case .organisation, .committee, .person: Terms(groups: ["name"])
        case .meetingDate: Terms(groups: ["day", "month", "year"])
        case .label: Terms(groups: ["name"], settings: ["role": .anyOf(Set(LabelRole.allCases.map(\.rawValue)))])
        }
    }

    /// Where a rule may be used: the keys of `where` and their words.
    static let conditions: [String: Values] = [
        "block": .anyOf(["heading", "paragraph", "listItem", "caption", "footnote", "tableCell", "furniture"]),
        "style": .anyOf(["plain", "bold", "italic", "underlined", "upperCase", "larger"]),
        "position": .anyOf(["start", "end", "whole", "anywhere"]),
        "page": .anyOf(["first", "any"]),
        "media": .anyOf(["pdf", "html"]),
        "role": .anything,
        "paper": paperKinds,
        "after": .anyOf(Set(RuleKind.allCases.map(\.rawValue))),
        "inside": .anyOf(Set(RuleKind.allCases.map(\.rawValue))),
        "notInside": .anyOf(Set(RuleKind.allCases.map(\.rawValue))),
        "level": .number,
    ]

    /// How a unit is spoken for; what each means stands at the head of table-units.yaml.
    private static let evidence: Set = [
        "stated", "weak", "scale", "word", "neutral", "exception", "title", "plain", "ledger", "party", "veto",
    ]
    private static let paperKinds = Values.anyOf(Set(Paper.Kind.allCases.map(\.rawValue)))
    private static let flag = Values.anyOf(["true", "false"])
    private static let bounds = Values.anyOf(["atMost", "lessThan", "atLeast", "moreThan"])
    private static let outcomes = Values.anyOf(["resolved", "agreed", "carried", "lost", "noted", "deferred", "withdrawn"])
    private static func names<Name: CaseIterable & RawRepresentable<String>>(_ type: Name.Type) -> Values {
        .anyOf(Set(type.allCases.map(\.rawValue)))
    }
}
