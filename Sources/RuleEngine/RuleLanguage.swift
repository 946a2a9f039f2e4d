internal import PaperModel

/// The vocabulary of rule files: which keys, groups and values mean something for what a rule finds. The one table to look in.
enum RuleLanguage {
    /// Version of the language that this program reads.
    static let version = 1

    /// Keys of a rule file.
    static let fileKeys: Set = ["language", "lexicons", "extends", "patterns", "rules", "layouts", "senses", "outcomes", "documentKinds"]
    /// Keys of a rule.
    static let ruleKeys: Set = [
        "id", "finds", "match", "case", "priority", "confidence", "status", "attaches", "reach", "set", "where", "examples", "rejects",
        "gaps", "note",
    ]
    /// Keys of a layout.
    static let layoutKeys: Set = ["id", "recognise", "content", "leaveOut", "items", "roles", "metadata", "kind", "note"]
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
        "amountWord", "askingWord", "purposeHead", "movingWord", "limitTable", "concedingWord",
        "phraseDeterminer", "phrasePronoun", "phraseBe", "phraseAuxiliary", "phrasePurpose", "phraseOf", "phraseTo", "phraseOn",
        "phraseFrom", "phraseBy", "phrasePreposition", "phraseConjunction", "phraseConnective", "phraseVerb", "phraseLink",
        "phraseQuantity", "phraseTime", "phraseBody", "phraseGiving", "phraseAsking", "phraseHelping", "nounWithTo", "actingVerb",
        "enablingVerb", "givingBody", "purposeLink", "taxNote", "partyNoun", "firmEnd", "reckoningVerb",
        "ownPerson", "supplierName", "moneyVerb", "moneyNoun", "powerNoun", "payingWord", "titleWord", "paymentDay",
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
        /// Where such a rule may be used: the keys of `where` and their words.
        var conditions: [String: Values] = [:]
        /// Whether it says something about a figure, and so declares `attaches` and `reach`.
        var qualifies = false
    }

    /// The table, with the words that rule files declare.
    static func terms(of kind: RuleKind, _ declared: DeclaredNames) -> Terms {
        let outcomes = Values.anyOf(declared.words(for: .outcomes))
        let segmentConditions = segmentConditions(declared)
        return switch kind {
        case .money:
            Terms(
                groups: [
                    "figure", "sign", "currency", "number", "magnitude", "minor", "open", "close", "endCurrency", "end", "endMagnitude",
                    "approximate", "credit", "note", "ceiling",
                ],
                settings: ["unit": .anything, "scale": .number, "doubt": .anyOf(Set(Figure.Doubt.allCases.map(\.rawValue)))],
                conditions: amountConditions)
        case .fte, .headcount:
            Terms(
                groups: ["figure", "number", "end", "noun", "orMore"], settings: ["unit": .anyOf(["FTE", "posts", "people"])],
                conditions: amountConditions)
        case .notFigure: Terms()
        case .approximation: Terms(settings: ["approximate": flag, "bound": bounds], qualifies: true)
        case .bound: Terms(settings: ["bound": bounds, "approximate": flag], qualifies: true)
        case .rate: Terms(groups: ["base", "second"], settings: ["per": .anything], qualifies: true)
        case .period:
            Terms(
                groups: ["year", "endYear", "month", "endMonth", "day", "endDay", "quarter", "months"],
                settings: [
                    "span": .anyOf([
                        "financialYear", "calendarYear", "quarter", "month", "monthEnd", "day", "days", "monthsTo", "monthsFrom", "yearEnd",
                        "act", "untold", "partOfYear", "yearBefore", "thisYear", "yearAfter",
                    ])
                ],
                qualifies: true)
        case .sense: Terms(settings: ["sense": .anyOf(declared.words(for: .senses)), "firm": flag, "thing": flag], qualifies: true)
        case .basis: Terms(settings: ["basis": names(Figure.Basis.self)], qualifies: true)
        case .comparison: Terms(settings: ["comparison": names(Figure.Comparison.self)], qualifies: true)
        case .scope: Terms(settings: ["kind": .anyOf(["fte", "headcount"])], qualifies: true)
        case .unit:
            Terms(
                groups: ["currency", "kind"],
                settings: ["unit": .anything, "scale": .number, "evidence": .anyOf(evidence)], qualifies: true)
        case .agendaItem, .section, .recommendation: Terms(groups: ["number"], conditions: segmentConditions)
        case .question, .reply, .supplementary, .supplementaryReply:
            Terms(groups: ["number", "asker", "addressee", "respondent", "text"], conditions: segmentConditions)
        case .resolution: Terms(groups: ["number"], settings: ["outcome": outcomes], conditions: segmentConditions)
        case .outcome: Terms(settings: ["outcome": outcomes], conditions: segmentConditions)
        case .votes: Terms(groups: ["for", "against", "abstain", "moved", "seconded"], conditions: segmentConditions)
        case .documentKind: Terms(settings: ["kind": .anyOf(declared.words(for: .documentKinds))], conditions: segmentConditions)
        case .organisation, .committee, .person: Terms(groups: ["name"], conditions: segmentConditions)
        case .meetingDate: Terms(groups: ["day", "month", "year"], conditions: segmentConditions)
        case .label:
            Terms(
                groups: ["name"], settings: ["role": .anyOf(Set(LabelRole.allCases.map(\.rawValue)))], conditions: segmentConditions)
        }
    }

    /// Where amounts may be used: alone in a cell, or behind a figure of a kind.
    private static let amountConditions: [String: Values] = [
        "block": .anyOf(["tableCell"]), "after": .anyOf(["money", "headcount"]),
    ]

    /// Where rules about the parts of a paper may be used.
    private static func segmentConditions(_ declared: DeclaredNames) -> [String: Values] {
        [
            "block": .anyOf(["heading", "paragraph", "listItem", "caption", "footnote", "tableCell", "furniture"]),
            "style": .anyOf(["plain", "bold"]),
            "position": .anyOf(["start", "end", "whole", "anywhere"]),
            "page": .anyOf(["first", "any"]),
            "media": .anyOf(["pdf", "html"]),
            "paper": .anyOf(declared.words(for: .documentKinds)),
            "inside": names(Segment.Kind.self),
            "notInside": names(Segment.Kind.self),
        ]
    }

    /// How a unit is spoken for; what each means stands at the head of table-units.yaml.
    private static let evidence: Set = [
        "stated", "weak", "scale", "word", "neutral", "counted", "exception", "title", "plain", "ledger", "party", "veto",
    ]
    private static let flag = Values.anyOf(["true", "false"])
    private static let bounds = Values.anyOf(["atMost", "lessThan", "atLeast", "moreThan"])
    private static func names<Name: CaseIterable & RawRepresentable<String>>(_ type: Name.Type) -> Values {
        .anyOf(Set(type.allCases.map(\.rawValue)))
    }
}
