internal import PaperModel
internal import RuleEngine

extension ProseReader {
    /// How far before a figure words are looked for that touch it, bytes: the longest such phrase has about 60.
    private static let window = 90
    /// Most phrases in a row on one side ("no more than about").
    private static let chain = 3

    /// Reads the words that touch a figure: doubt, bound, rate. `left` and `right` are the nearest words of other figures.
    func qualify(_ mention: inout Mention, in passage: NormalisedText, sentences: Sentences, between left: Int, and right: Int) {
        for _ in 0..<ProseReader.chain where !qualifyBefore(&mention, in: passage, from: left) { break }
        for _ in 0..<ProseReader.chain where !qualifyAfter(&mention, in: passage, upTo: right) { break }
        if mention.figure.per == nil { attachRateBefore(&mention, in: passage, sentences: sentences, from: left) }
    }

    /// Takes in one phrase directly before the figure; false where there is none.
    private func qualifyBefore(_ mention: inout Mention, in passage: NormalisedText, from left: Int) -> Bool {
        var end = mention.words.lowerBound
        while end > left, isSpace(passage[end - 1]) { end -= 1 }
        let found = runner.matches(of: phases.before, in: passage, endingAt: end, from: max(left, end - ProseReader.window))
        // A rule that sets nothing says that the words mean nothing here.
        guard let match = found.first, !match.rule.settings.isEmpty else { return false }
        apply(match, to: &mention)
        mention.words = match.bytes.lowerBound..<mention.words.upperBound
        return true
    }

    /// Takes in one phrase directly after the figure; false where there is none.
    private func qualifyAfter(_ mention: inout Mention, in passage: NormalisedText, upTo right: Int) -> Bool {
        let found = runner.matches(of: phases.after, in: passage, startingAt: mention.words.upperBound)
        let hasRate = mention.figure.per != nil
        let fitting = found.first { $0.bytes.upperBound <= right && !(hasRate && $0.rule.finds == .rate) }
        guard let match = fitting else { return false }
        apply(match, to: &mention)
        mention.words = mention.words.lowerBound..<match.bytes.upperBound
        return true
    }

    /// A rate that stands before the figure in its clause is not one of its words.
    private func attachRateBefore(_ mention: inout Mention, in passage: NormalisedText, sentences: Sentences, from left: Int) {
        let clause = sentences.clause(around: mention.words)
        let start = max(left, clause.lowerBound, mention.words.lowerBound - ProseReader.window)
        guard start < mention.words.lowerBound else { return }
        let found = runner.matches(of: phases.rates, in: passage, within: start..<mention.words.lowerBound)
        if let match = found.last(where: { $0.rule.attaches == .before && $0.rule.reach.contains(.clause) }) { apply(match, to: &mention) }
    }

    private func apply(_ match: RuleMatch, to mention: inout Mention) {
        mention.figure.cues.append(match.rule.id)
        if match.rule.settings["approximate"] == "true" { mention.figure.isApproximate = true }
        if mention.figure.bound == nil { mention.figure.bound = match.rule.settings["bound"].flatMap(Figure.Bound.init(rawValue:)) }
        if mention.figure.per == nil, match.rule.finds == .rate { mention.figure.per = rate(match) }
    }
}

/// The base of a rate: "month", "child/week".
func rate(_ match: RuleMatch) -> String? {
    if let per = match.rule.settings["per"] { return per }
    let parts = ["base", "second"].compactMap { match.value(of: $0) ?? match[$0]?.lowercased() }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
}
