internal import ArgumentParser
internal import Extraction
internal import PaperModel
internal import Pipeline
internal import RuleEngine

/// Says why a paper or a text gives the figures that it gives.
struct RulesExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Shows every claim of every rule on an amount, why it won or lost, and which cue set which field.",
        discussion: """
            Example: scrutineer rules explain --text 'up to £0.970m a year'
            Example: scrutineer rules explain budget.pdf --page 3 --rule money.range-dash

            Each paragraph and cell with a claim is printed with: `won` and `lost`, a line for each claim, rule, words and reason; `figure`, \
            what came of it, with a line for each field and the rule that set it; `unused`, words that a rule reads but that no figure \
            here took. A number of a table that is no figure is `lost` with what it lacks.
            """)

    @Argument(help: ArgumentHelp("A PDF, an HTML page, or plain text in UTF-8.", valueName: "file"))
    var file: String?

    @Option(help: "A text, instead of a file.")
    var text: String?

    @Option(help: ArgumentHelp("Only this page, counted from 1.", valueName: "number"))
    var page: Int?

    @Option(help: ArgumentHelp("Only paragraphs and cells that this rule makes a claim on or is a cue in.", valueName: "id"))
    var rule: String?

    @OptionGroup var rules: RuleOptions

    func validate() throws {
        guard (file == nil) != (text == nil) else { throw ValidationError("name a file, or give a text with --text") }
    }

    func run() throws {
        // A paper is parsed where it can do no harm.
        if file != nil, !Confinement.isInside { return try Confinement().supervise() }
        let book = try rules.load()
        if let rule, !book.rules.contains(where: { $0.id == rule }) {
            throw ValidationError("no rule in use has the id \(rule); `scrutineer rules list` names them all")
        }
        for found in try explanations(book) where page.map({ $0 == found.page }) ?? true && (rule.map(found.concerns) ?? true) {
            show(found, book)
        }
    }

    private func explanations(_ book: RuleBook) throws -> [Explanation] {
        let extractor = FigureExtractor(rules: book)
        guard let file else { return extractor.explanations(inText: text ?? "") }
        let pipeline = try Pipeline(rules: book)
        var bytes: [UInt8] = []
        do throws(PaperFailure) { bytes = try PaperFile.read(file, limits: LoadLimits()) } catch {
            throw ValidationError("\(file): \(error.message)")
        }
        try Confinement().enter()
        do throws(PaperFailure) {
            return extractor.explanations(in: try pipeline.findings(in: bytes, path: file).paper)
        } catch {
            guard error.code == .unsupported, let text = String(validating: bytes, as: UTF8.self) else {
                throw ValidationError("\(file): \(error.message)")
            }
            return extractor.explanations(inText: text)
        }
    }

    private func show(_ found: Explanation, _ book: RuleBook) {
        let cell = found.cell.map { cell in
            ", table \(cell.table + 1), row \(cell.row + 1), column \(cell.column + 1)"
                + [cell.rowHeading, cell.columnHeading].compactMap { $0 }.map { " | \($0)" }.joined()
        }
        print("page \(found.page)\(cell ?? ""): \(shortened(found.text))")
        for candidate in found.candidates {
            let outcome = words(for: candidate.outcome)
            print("  \(outcome.verdict)\t\(candidate.rule)\t\(shortened(candidate.text))\(outcome.reason)")
        }
        for (text, figure) in found.figures {
            print("  figure\t\(shortened(text))\t\(figure.kind.rawValue) \(figure.value.description) \(figure.unit)\tby \(figure.rule)")
            for rule in figure.cues.compactMap({ cue in book.rules.first { $0.id == cue } }) {
                for (field, value) in figure.fields(setBy: rule) { print("    \(field)\t\(value)\tby \(rule.id)") }
            }
        }
        for cue in found.cues where !cue.isUsed { print("  unused\t\(cue.rule)\t\(shortened(cue.text))") }
    }

    private func words(for outcome: Candidate.Outcome) -> (verdict: String, reason: String) {
        switch outcome {
        case .won: ("won", "")
        case .lost(let winner, .priority): ("lost", "\tto \(winner), which has the higher priority")
        case .lost(let winner, .length): ("lost", "\tto \(winner), which has as high a priority and takes more words")
        case .lost(let winner, .place): ("lost", "\tto \(winner), which begins further left")
        case .lost(let winner, .id): ("lost", "\tto \(winner), by the order of their ids alone: give one of them a higher priority")
        case .senseless: ("lost", "\tits parts make no figure: a range that falls, two currencies, or a number past all bounds")
        case .nothingToCarryOn: ("lost", "\tthere is no count of staff before it to go on from")
        case .noUnit: ("lost", "\tno heading, caption or line above says that it is money or staff")
        }
    }

    /// Words on one line, cut in the middle where they are long.
    private func shortened(_ text: String) -> String {
        let line = text.map { $0 == "\n" || $0 == "\t" ? " " : $0 }
        // About two lines of a terminal.
        return line.count <= 160 ? String(line) : String(line.prefix(120)) + " … " + String(line.suffix(36))
    }
}

extension Explanation {
    /// Whether a rule has a part in it.
    fileprivate func concerns(_ rule: String) -> Bool {
        candidates.contains { $0.rule == rule } || cues.contains { $0.rule == rule } || figures.contains { $0.figure.cues.contains(rule) }
    }
}
