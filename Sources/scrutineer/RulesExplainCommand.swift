internal import ArgumentParser
internal import Extraction
internal import PaperModel
internal import Pipeline
internal import RuleEngine
internal import Segmentation

/// Says why a paper or a text gives the figures that it gives.
struct RulesExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Shows what every rule sees: claims on amounts, why they won or lost, which cue set which field; lines and layouts.",
        discussion: """
            Example: scrutineer rules explain --text 'up to £0.970m a year'
            Example: scrutineer rules explain budget.pdf --page 3 --rule money.range-dash

            Each paragraph and cell with a claim is printed with: `won` and `lost`, a line for each claim, rule, words and reason; `figure`, \
            what came of it, with a line for each field and the rule that set it; `unused`, words that a rule reads but that no figure \
            here took. A number of a table that is no figure is `lost` with what it lacks. Rows and columns are counted from 0, as in the records.

            Then follows what the rules for segments see. Of a text by itself: `part`, a line for each match, with what it means and where \
            the rule may be used. Of a paper: `line`, with the rules that know it, and `begins`, the segments that begin at it; with --rule also lines whose words \
            the rule knows and where it was not used, `unused`, with its `where` and what the paper was `read as`. Of a web page \
            first the layouts that were tried: `known`, or `unknown` with the path that selects nothing, and for the one that is used \
            what each of its paths selects.
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
        let confinement = Confinement()
        guard Confinement.isInside else { return try confinement.supervise() }
        let book = try rules.load()
        if let rule, !book.rules.contains(where: { $0.id == rule }) {
            throw ValidationError("no rule in use has the id \(rule); `scrutineer rules list` names them all")
        }
        let pipeline = try Pipeline(rules: book)
        let contents = try file.map { try opened($0) }
        try confinement.enter()
        let bytes = try contents.map { try unpacked($0) } ?? Array((text ?? "").utf8)
        guard let paper = try paper(bytes, pipeline) else {
            let plain = String(decoding: bytes, as: UTF8.self)
            return show(FigureExtractor(rules: book).explanations(inText: plain), book) { showParts(ofText: plain, book) }
        }
        if rule == nil { try showLayouts(of: bytes, pipeline) }
        let parts = try Segmenter(rules: book).explanation(of: paper)
        show(FigureExtractor(rules: book).explanations(in: paper), book) { showParts(parts, book) }
    }

    private func opened(_ file: String) throws -> PaperContents {
        do throws(PaperFailure) { return try PaperContents(file) } catch { throw ValidationError("\(file): \(error.message)") }
    }

    private func unpacked(_ contents: PaperContents) throws -> [UInt8] {
        do throws(PaperFailure) { return try contents.bytes } catch { throw ValidationError("\(file ?? ""): \(error.message)") }
    }

    /// The paper in the file; nil for a plain text.
    private func paper(_ bytes: [UInt8], _ pipeline: Pipeline) throws -> Paper? {
        guard let file else { return nil }
        do throws(PaperFailure) { return try pipeline.findings(in: bytes, path: file).paper } catch {
            if error.code == .unsupported, String(validating: bytes, as: UTF8.self) != nil { return nil }
            throw ValidationError("\(file): \(error.message)")
        }
    }

    private func show(_ figures: [Explanation], _ book: RuleBook, thenParts: () -> Void) {
        for found in figures where page.map({ $0 == found.page }) ?? true && (rule.map(found.concerns) ?? true) { show(found, book) }
        thenParts()
    }

    private func show(_ found: Explanation, _ book: RuleBook) {
        let cell = found.cell.map { cell in
            ", table \(cell.table + 1), row \(cell.row), column \(cell.column)"
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
    func shortened(_ text: String) -> String {
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
