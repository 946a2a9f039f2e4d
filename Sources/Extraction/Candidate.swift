public import PaperModel
public import RuleEngine

/// Words of a text that a rule claims as a figure, or as none, and what became of the claim.
public struct Candidate: Sendable, Equatable {
    /// What became of a claim.
    public enum Outcome: Sendable, Equatable {
        /// It stands.
        case won
        /// Another rule goes first, for this reason.
        case lost(to: String, by: RuleMatch.Precedence)
        /// The words make no sense as a figure: a range that falls, two currencies, a number past all bounds.
        case senseless
        /// The rule counts only after a figure of staff, and there is none.
        case nothingToCarryOn
        /// A number of a table of which nothing says that it is money or staff.
        case noUnit
    }

    /// Id of the rule.
    public var rule: String
    /// Its priority.
    public var priority: Int
    /// Where it stands.
    public var spans: [Span]
    /// Its words, normalised.
    public var text: String
    /// What became of it.
    public var outcome: Outcome
}

extension ProseReader {
    /// A claim with its outcome; nil for one that depends on other figures.
    struct Claim {
        var match: RuleMatch
        var outcome: Candidate.Outcome?

        /// Whether a figure was read from this claim's own words.
        func carries(_ mention: Mention) -> Bool {
            // Its end may be less far: "£250,000 Mill Road".
            mention.figure.rule == match.rule.id && (match.group("figure")?.bytes ?? match.bytes).lowerBound == mention.core.lowerBound
        }
    }

    /// The claims on a passage in the order of their places.
    func claims(in passage: NormalisedText) -> [Claim] {
        let matches = (runner.matches(of: phases.amounts, in: passage) + runner.matches(of: phases.labels, in: passage))
            .sorted(by: RuleMatch.isInOrder)
        let valid = matches.filter {
            $0.rule.conditions["after"] == nil && ($0.rule.finds == .notFigure || amounts.mention($0, in: passage) != nil)
        }
        let winners = runner.resolve(valid).winners
        var next = 0
        return matches.map { match in
            while next < winners.count, winners[next].bytes.upperBound <= match.bytes.lowerBound { next += 1 }
            if match.rule.conditions["after"] != nil { return Claim(match: match, outcome: nil) }
            if match.rule.finds != .notFigure, amounts.mention(match, in: passage) == nil {
                return Claim(match: match, outcome: .senseless)
            }
            // Of several winners over it the first in precedence is the one that it could not beat.
            let rivals = winners[next...].prefix { $0.bytes.lowerBound < match.bytes.upperBound }
            guard let winner = rivals.min(by: { $0.precedes($1) }), winner.rule !== match.rule || winner.bytes != match.bytes else {
                return Claim(match: match, outcome: .won)
            }
            return Claim(match: match, outcome: .lost(to: winner.rule.id, by: winner.precedence(over: match)))
        }
    }
}

extension CellReader {
    /// The claims on a cell in the order of their places.
    func claims(in text: NormalisedText, of surroundings: Surroundings) -> [ProseReader.Claim] {
        guard let whole = wholeCell(text) else { return prose.claims(in: text) }
        return [.init(match: whole, outcome: mentions(in: text, of: surroundings, named: CellLabels()).isEmpty ? .noUnit : .won)]
    }
}
