public import PaperModel
internal import RuleEngine

/// Words of a text that a rule claims as a figure, or as none, and what became of the claim.
public struct Candidate: Sendable, Equatable {
    /// What became of a claim.
    public enum Outcome: Sendable, Equatable {
        /// It stands.
        case won
        /// Another rule goes first, by priority, then length, then place, then id.
        case lost(to: String)
        /// The words make no sense as a figure: a range that falls, two currencies, a number past all bounds.
        case senseless
        /// The rule counts only after a figure of staff, and there is none.
        case nothingToCarryOn
    }

    /// Id of the rule.
    public var rule: String
    /// Its priority.
    public var priority: Int
    /// Its scalars of the text.
    public var range: TextRange
    /// Its words as printed.
    public var text: String
    /// What became of it.
    public var outcome: Outcome
}

extension FigureExtractor {
    /// Every claim that the rules for amounts make on a plain text, in order, with what became of it.
    public func candidates(inText text: String) -> [Candidate] {
        let scalars = Array(text.unicodeScalars)
        let found = figures(inText: text)
        return TextFigure.paragraphs(of: scalars).flatMap { range in
            prose.claims(in: Passage(scalars, range: range).text).map { claim in
                let source = claim.match.range
                let place = TextRange(range.start + source.start, range.start + source.end)
                let isCarried =
                    claim.outcome == nil && found.contains { $0.figure.rule == claim.match.rule.id && place.contains($0.range.end - 1) }
                return Candidate(
                    rule: claim.match.rule.id, priority: claim.match.rule.priority, range: place, text: PageText(scalars)[place],
                    outcome: claim.outcome ?? (isCarried ? .won : .nothingToCarryOn))
            }
        }
    }
}

extension ProseReader {
    /// A claim with its outcome; nil for one that depends on other figures.
    struct Claim {
        var match: RuleMatch
        var outcome: Candidate.Outcome?
    }

    /// The claims on a passage in the order of their places.
    func claims(in passage: NormalisedText) -> [Claim] {
        let matches = (runner.matches(of: phases.amounts, in: passage) + runner.matches(of: phases.labels, in: passage))
            .sorted(by: RuleMatch.isInOrder)
        let valid = matches.filter { $0.rule.conditions["after"] == nil && ($0.rule.finds == .notFigure || amounts.mention($0) != nil) }
        let winners = runner.resolve(valid).winners
        return matches.map { match in
            if match.rule.conditions["after"] != nil { return Claim(match: match, outcome: nil) }
            if match.rule.finds != .notFigure, amounts.mention(match) == nil { return Claim(match: match, outcome: .senseless) }
            let winner = winners.first { $0.bytes.overlaps(match.bytes) }
            guard let winner, winner.rule !== match.rule || winner.bytes != match.bytes else { return Claim(match: match, outcome: .won) }
            return Claim(match: match, outcome: .lost(to: winner.rule.id))
        }
    }
}
