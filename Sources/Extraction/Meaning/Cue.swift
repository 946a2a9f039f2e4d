internal import PaperModel
internal import RuleEngine

/// Words that say what money or staff is, whether it flows once or always, or that it is a change.
struct Cue: Sendable {
    /// Where it stands in its text.
    let bytes: Range<Int>
    let rule: String
    let sense: Figure.Sense?
    /// Whether it only says how firm an amount is: "budget", "target". Then a more special word of the same phrase wins.
    let isFirmness: Bool
    /// Whether its words name what the money is for, too: "tickets", "interments".
    let isThing: Bool
    let basis: Figure.Basis?
    let comparison: Figure.Comparison?

    init(_ match: RuleMatch) {
        bytes = match.bytes
        rule = match.rule.id
        sense = match.rule.settings["sense"].flatMap(Figure.Sense.init(rawValue:))
        isFirmness = match.rule.settings["firm"] == "true"
        isThing = match.rule.settings["thing"] == "true"
        basis = match.rule.settings["basis"].flatMap(Figure.Basis.init)
        comparison = match.rule.settings["comparison"].flatMap(Figure.Comparison.init)
    }
}

/// The cues of a text by what they say, each list in the order of the text.
struct Cues: Sendable {
    var senses: [Cue] = []
    var bases: [Cue] = []
    var comparisons: [Cue] = []
    /// Whether it is a label that speaks of a forecast.
    var isForecast = false

    /// Reads a part of a text. Of two that claim the same words and say the same kind of thing the one of higher priority stands.
    init(_ text: NormalisedText, in bytes: Range<Int>, of rules: RuleSelection, _ runner: RuleRunner) {
        let matches = runner.matches(of: rules, in: text, within: bytes)
        if matches.isEmpty { return }
        func winners(_ kind: RuleKind) -> [Cue] { runner.resolve(matches.filter { $0.rule.finds == kind }).winners.map(Cue.init) }
        senses = winners(.sense)
        bases = winners(.basis)
        comparisons = winners(.comparison)
    }

    init() {}

    /// Leaves out the cues at the places that `isMeant` names.
    mutating func drop(where isMeant: (Range<Int>) -> Bool) {
        senses.removeAll { isMeant($0.bytes) }
        bases.removeAll { isMeant($0.bytes) }
        comparisons.removeAll { isMeant($0.bytes) }
    }

    /// Leaves out what stands in a name in capitals of something that is no money: "Growth Plan", "Willow Resource Centre"; of a fund only its last
    /// word is said of money: "Green Growth Fund".
    mutating func dropNamed(in words: SentenceWords) {
        if senses.isEmpty && comparisons.isEmpty { return }
        for name in words.namesInCapitals {
            let bytes = words.bytes(of: name)
            let head =
                words.kind(name.upperBound - 1) == .body || words.vocabulary.namesThing(words.small(name.upperBound - 1))
                ? nil : bytes.upperBound
            senses.removeAll {
                $0.bytes.lowerBound >= bytes.lowerBound && $0.bytes.upperBound <= bytes.upperBound && $0.bytes.upperBound != head
            }
            comparisons.removeAll { $0.bytes.lowerBound >= bytes.lowerBound && $0.bytes.upperBound <= bytes.upperBound }
        }
    }

    /// The word that governs a phrase in which several stand side by side: the last, for the others modify it ("borrowing costs"), unless it
    /// only says how firm the amount is ("savings target").
    static func head(of cues: [Cue]) -> Cue? { cues.last { !$0.isFirmness } ?? cues.last }
}
