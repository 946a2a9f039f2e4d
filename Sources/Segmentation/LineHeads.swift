internal import PaperModel
internal import RuleEngine

/// Knows lines within a block that head a question, a reply or a resolution: a loader may join them to the paragraph above.
struct LineHeads {
    let runner: SegmentRunner
    private static let kinds: Set<RuleKind> = [.question, .reply, .supplementary, .supplementaryReply]

    init(_ runner: SegmentRunner) { self.runner = runner }

    /// Whether a line of few words is a head as a whole.
    func isHead(_ line: TextRange, isBold: Bool, on page: Page) -> Bool {
        let slice = page.text.slice(line)
        guard isBold || slice.last(where: { !$0.isGap }) == ":" else { return false }
        guard page.text.shape(of: line, most: Settings.Questions.mostCutWords + 1).words <= Settings.Questions.mostCutWords else {
            return false
        }
        let text = NormalisedText(slice)
        let isExchange = runner.leading.matches(finding: LineHeads.kinds, in: text, startingAt: 0).contains { match in
            match.bytes.upperBound >= text.count && runner.rules.placements[match.rule.id]?.position == .whole
        }
        // "The Policy Committee RESOLVED:"
        return isExchange
            || slice.last { !$0.isGap } == ":"
                && runner.scanning.matches(finding: [.resolution], in: text).contains { $0.bytes.upperBound + 1 >= text.count }
    }

    /// Whether a line begins with the label of a reply or a supplementary question, a mark and its words: "Reply: Forty lamps were", "A. Forty".
    func beginsExchange(_ line: TextRange, on page: Page) -> Bool {
        let slice = page.text.slice(line)
        guard slice.first?.isUpper ?? false, let mark = endOfLabel(slice) else { return false }
        let end = mark - slice.startIndex + 1
        let text = NormalisedText(slice.prefix(end + 2))
        return runner.leading.matches(finding: LineHeads.kinds, in: text, startingAt: 0).contains { match in
            match.range.end == end && runner.rules.placements[match.rule.id]?.position == .start
        }
    }

    /// The mark that may end a label: the first colon, or a stop or dash directly behind a short word.
    private func endOfLabel(_ slice: ArraySlice<Unicode.Scalar>) -> Int? {
        let short = slice.prefix(Settings.Questions.mostShortLabelScalars).firstIndex { $0 == "." || $0 == ":" || $0.isDash }
        return short ?? slice.prefix(Settings.Questions.mostLabelScalars).firstIndex(of: ":")
    }
}
