internal import PaperModel
internal import RuleEngine

// What rules say of the lines of a cell before the paper's kind is known.
extension LineHeads {
    /// Whether a line begins as a resolution does: "Resolved 14/09/6.01 to …".
    func isResolution(_ line: TextRange, on page: Page) -> Bool {
        !runner.leading.matches(finding: [.resolution], in: NormalisedText(page.text.slice(line)), startingAt: 0).isEmpty
    }

    /// The number of a resolution in a line: 14/09/6.01 of "It was agreed. Resolved 14/09/6.01 to pay".
    func numberOfResolution(in line: TextRange, on page: Page) -> PrintedNumber? {
        let slice = page.text.slice(line)
        guard slice.contains(where: \.isDigit) else { return nil }
        let text = NormalisedText(slice)
        let matches =
            runner.leading.matches(finding: [.resolution], in: text, startingAt: 0)
            + runner.scanning.matches(finding: [.resolution], in: text)
        let words = matches.lazy.compactMap { match in match.groups.first { $0.name == "number" }?.text }.first
        return words.flatMap { PrintedNumber(ArraySlice(($0 + ".").unicodeScalars)) }
    }

    /// Whether a line heads a column of numbers: "Item".
    func isNumberHead(_ line: TextRange, on page: Page) -> Bool { isLabel(.numberHead, line, on: page) }

    /// Whether a line is the title of an item that most meetings have.
    func isCommonItem(_ line: TextRange, on page: Page) -> Bool { isLabel(.commonItem, line, on: page) }

    private func isLabel(_ role: LabelRole, _ line: TextRange, on page: Page) -> Bool {
        var words = page.text.slice(page.text.trimmed(line))
        while let last = words.last, last == ":" || last == "." || last.isDash || last.isGap { words.removeLast() }
        let text = NormalisedText(words)
        return runner.leading.matches(finding: [.label], in: text, startingAt: 0).contains {
            $0.bytes.upperBound >= text.count && $0.rule.settings["role"] == role.rawValue
        }
    }
}
