internal import PaperModel

/// What one rule file declares, before patterns are compiled.
struct RuleFile: Sendable {
    /// Path below its directory: "figures/money.yaml".
    var name: String
    var lexicons: [NamedPart<Lexicon>] = []
    /// Words for lists that stand elsewhere.
    var extensions: [NamedPart<LexiconWords>] = []
    var patterns: [NamedPart<MarkedText>] = []
    var rules: [RuleDeclaration] = []
    var layouts: [LayoutDeclaration] = []

    /// Whether every file may refer to its lexicons and patterns.
    var isVocabulary: Bool { name == "vocabulary.yaml" }
}

/// Words with their values, before they are a lexicon.
struct LexiconWords: Sendable {
    var entries: [(word: String, value: String)]
    /// Whether each was given a value; else it is its own.
    var hasValues: Bool

    /// Why the words can't go into a list; nil where they can.
    func fault(for list: Lexicon) -> String? {
        if list.hasValues, !hasValues { return "the words of `\(list.name)` have values; write `{ word: value }`" }
        if let odd = value(where: list.isOfNumbers, isNone: { Amount(written: $0) == nil }) {
            return "the values of `\(list.name)` are numbers, and `\(odd)` is none; write it as `1000` or `1e3`"
        }
        if let odd = value(where: list.isOfCurrencies, isNone: { !Lexicon.isCurrency($0) }) {
            return "the values of `\(list.name)` are codes of currencies (ISO 4217), and `\(odd)` is none; write it as `GBP`"
        }
        // The program reads these values; that of `varianceWay` may be any sense.
        // Those of words of payment are made of several words.
        let isPhrase = ["moneyVerb", "moneyNoun"].contains(list.name)
        let known = Set(
            isPhrase ? list.entries.flatMap { $0.value.split { " ,".contains($0) }.map(String.init) } : list.entries.map(\.value))
        let isClosed = list.hasValues && RuleLanguage.ownLexicons.contains(list.name) && list.name != "varianceWay" && !list.isOfNumbers
        guard
            let odd = value(
                where: isClosed,
                isNone: { value in
                    isPhrase ? !value.split { " ,".contains($0) }.allSatisfy { known.contains(String($0)) } : !known.contains(value)
                })
        else { return nil }
        return "`\(odd)` is no value of `\(list.name)`\(suggestion(for: odd, among: known))"
    }

    private func value(where applies: Bool, isNone: (String) -> Bool) -> String? {
        applies ? entries.lazy.map(\.value).first(where: isNone) : nil
    }
}

/// A lexicon or pattern under its name.
struct NamedPart<Part: Sendable>: Sendable {
    var name: String
    var mark: SourceMark
    var part: Part
}

/// Words of a file with their place.
struct MarkedText: Sendable {
    var text: String
    var mark: SourceMark
}

/// A rule as written.
struct RuleDeclaration: Sendable {
    var id: String
    var finds: RuleKind
    /// The pattern; of several, each in a group of its own.
    var match: MarkedText
    /// The patterns of which one is to match.
    var ways: [String]
    var ignoresCase = true
    var priority = 50
    var confidence = Rule.Confidence.certain
    var status = Rule.Status.stable
    var attaches = Rule.Attachment.after
    var reach: Set<Rule.Reach> = [.adjacent]
    var settings: [String: String] = [:]
    var conditions: [String: [String]] = [:]
    var examples: [RuleExample] = []
    var rejects: [RuleText] = []
    var gaps: [RuleGap] = []
    var mark: SourceMark
}
