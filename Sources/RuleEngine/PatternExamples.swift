extension RuleBook {
    /// Tries the examples and rejects of rules that need nothing but their pattern: those that find parts of a paper, not figures.
    ///
    /// Such an example states the words that the rule matches, and may state its groups and what it sets by name.
    public func patternReport() -> RuleReport {
        let own = rules.filter { !$0.finds.isAboutFigures }
        var report = RuleReport(own)
        let runner = RuleRunner(self)
        for rule in own {
            for example in rule.examples {
                let found = runner.matches(finding: [rule.finds], in: NormalisedText(example.text.text)).filter { $0.rule === rule }
                if !found.isEmpty { report.fired([rule.id]) }
                if let difference = difference(found, example.find, in: NormalisedText(example.text.text)) {
                    report.add(.exampleDiffers, at: example.text, difference)
                }
            }
            for reject in rule.rejects {
                let text = NormalisedText(reject.text)
                if let match = runner.matches(finding: [rule.finds], in: text).first(where: { $0.rule === rule }) {
                    report.add(
                        .rejectFound, at: reject, "rule `\(rule.id)` should find nothing here but finds `\(text.words(match.bytes))`")
                }
            }
        }
        report.reportSilent(own)
        return report
    }

    private func difference(_ found: [RuleMatch], _ expected: [RuleExample.Expectation], in text: NormalisedText) -> String? {
        let words = found.map { trimmed(text.words($0.bytes)) }
        let wanted = expected.map { trimmed(NormalisedText($0.text.text).plain) }
        guard words == wanted else { return "expected \(list(wanted)), found \(list(words))" }
        for (match, expectation) in zip(found, expected) {
            for (field, values) in expectation.fields.sorted(by: { $0.key < $1.key }) {
                let actual = match[field].map(trimmed) ?? match.setting(field)
                guard let value = values.first, actual == trimmed(NormalisedText(value).plain) else {
                    return "expected `\(field)` to be \(list(values)), found \(actual.map { "`\($0)`" } ?? "nothing")"
                }
            }
        }
        return nil
    }

    private func list(_ words: [String]) -> String {
        words.isEmpty ? "nothing" : words.map { "`\($0)`" }.joined(separator: ", ")
    }

    private func trimmed(_ text: String) -> String {
        var part = text[...]
        while part.first == " " { part = part.dropFirst() }
        while part.last == " " { part = part.dropLast() }
        return String(part)
    }
}

extension NormalisedText {
    /// All of it.
    public var plain: String { words(0..<count) }
}

extension RuleKind {
    /// Whether what it finds is a figure, or says something about one.
    public var isAboutFigures: Bool {
        switch self {
        case .money, .fte, .headcount, .notFigure, .approximation, .bound, .rate, .period, .sense, .basis, .comparison, .scope, .unit: true
        case .agendaItem, .question, .reply, .supplementary, .supplementaryReply, .resolution, .recommendation, .section, .outcome, .votes,
            .documentKind, .organisation, .committee, .meetingDate, .person, .label:
            false
        }
    }
}
