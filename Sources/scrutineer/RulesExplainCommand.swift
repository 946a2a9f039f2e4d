internal import ArgumentParser
internal import Extraction
internal import PaperModel
internal import RuleEngine

/// Says why a text gives the figures that it gives.
struct RulesExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Shows every candidate of every rule in a text, which of them won, and the figures that came of it.",
        discussion: "Example: scrutineer rules explain --text 'up to £0.970m a year'")

    @Option(help: "The text.")
    var text: String

    @OptionGroup var rules: RuleOptions

    func run() throws {
        let book = try rules.load()
        let runner = RuleRunner(book)
        let normalised = NormalisedText(text)
        for kind in RuleKind.allCases {
            let (winners, losers) = runner.resolve(runner.matches(finding: [kind], in: normalised))
            for match in winners { print("won\t\(describe(match, in: normalised))") }
            for match in losers { print("lost\t\(describe(match, in: normalised))") }
        }
        for found in FigureExtractor(rules: book).figures(inText: text) {
            let figure = found.figure
            let cues = figure.cues.isEmpty ? "" : ", " + figure.cues.joined(separator: ", ")
            print("figure\t\(found.text)\t\(figure.kind.rawValue) \(figure.value.description) \(figure.unit)\t\(figure.rule)\(cues)")
        }
    }

    private func describe(_ match: RuleMatch, in text: NormalisedText) -> String {
        "\(match.rule.finds.rawValue)\t\(match.rule.id)\tpriority \(match.rule.priority)\t\(text.words(match.bytes))"
    }
}
