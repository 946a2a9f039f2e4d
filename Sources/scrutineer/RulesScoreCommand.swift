internal import ArgumentParser
internal import Extraction
internal import PaperModel
internal import Pipeline
internal import RuleEngine

/// Compares what the rules find with what a person found.
struct RulesScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Precision and recall of each rule on pages that a person has annotated.",
        discussion: """
            Example: scrutineer rules score Corpus/cabinet-report/figures.jsonl Corpus --differences 20

            A line of ANSWERS is a figure of a page, as the files of Corpus/ have them: {"doc":"a/b.pdf","page":3,"text":"c £8m", \
            "kind":"money","value":"8000000","approx":true,"bound":null,"per":null,"period":null}, or {"doc":…,"page":…,"pageFigures":0} \
            for a page without any. `doc` is a path below PAPERS. Only annotated pages count.

            `missed` counts against the rule that claimed the words and lost, or read another number; `(no rule)` are forms that none \
            knows. The rows of cues say how often the field that a cue set is the one in the answers.
            """)

    @Argument(help: ArgumentHelp("Figures found by a person, a JSON object a line.", valueName: "answers"))
    var answers: String

    @Argument(help: ArgumentHelp("The folder that the papers' paths begin at.", valueName: "papers"))
    var papers: String

    @Option(help: ArgumentHelp("Show up to so many figures that were missed or found wrongly.", valueName: "number"))
    var differences = 0

    @OptionGroup var rules: RuleOptions

    func run() throws {
        let confinement = Confinement()
        guard Confinement.isInside else { return try confinement.supervise() }
        let book = try rules.load()
        let pipeline = try Pipeline(rules: book)
        let extractor = FigureExtractor(rules: book)
        let answers = Dictionary(grouping: try stated(), by: \.doc).sorted { $0.key < $1.key }
        // All are opened before the first is read: after that no file can be.
        let files = try answers.map { try open(path(of: $0.key)) }
        try confinement.enter()
        var score = RuleScore(book)
        for ((doc, figures), file) in zip(answers, files) {
            let path = path(of: doc)
            let paper: Paper
            do throws(PaperFailure) {
                paper = try pipeline.findings(in: try PaperFile.read(file, limits: LoadLimits()), path: path).paper
            } catch {
                throw ValidationError("\(path): \(error.message); `doc` of the answers is a path below \(papers)")
            }
            let explained = extractor.explanations(in: paper)
            for (page, figures) in Dictionary(grouping: figures, by: \.page).sorted(by: { $0.key < $1.key }) {
                score.add(page: page, of: doc, explained: explained, stated: figures)
            }
        }
        show(score)
    }

    private func path(of doc: String) -> String { papers.hasSuffix("/") ? papers + doc : papers + "/" + doc }

    private func open(_ path: String) throws -> Int32 {
        do throws(PaperFailure) { return try PaperFile.openRegularFile(path) } catch {
            throw ValidationError("\(path): \(error.message); `doc` of the answers is a path below \(papers)")
        }
    }

    private func stated() throws -> [AnnotatedFigure] {
        let bytes: [UInt8]
        do throws(PaperFailure) { bytes = try PaperFile.read(answers, limits: LoadLimits()) } catch {
            throw ValidationError("\(answers): \(error.message)")
        }
        do throws(AnnotatedFigure.Fault) { return try AnnotatedFigure.all(in: bytes) } catch {
            throw ValidationError("\(answers): \(error)")
        }
    }

    private func show(_ score: RuleScore) {
        for (title, rows) in [("rule", score.rules), ("cue", score.cues), ("kind", score.kinds)] {
            print("\(title)\tright\twrong\tmissed\tprecision\trecall")
            for (name, row) in rows.sorted(by: { $0.key < $1.key }) {
                print("\(name)\t\(row.right)\t\(row.wrong)\t\(row.missed)\t\(share(row.precision))\t\(share(row.recall))")
            }
            print("")
        }
        for found in score.differences.prefix(max(0, differences)) {
            let verdict = found.isMissed ? "missed" : "wrong"
            print(
                "\(verdict)\t\(found.doc) page \(found.page)\t\(found.kind) \(found.value)\t\(found.text)\t\(found.rule ?? RuleScore.unclaimed)"
            )
        }
    }

    private func share(_ share: Double?) -> String {
        guard let share else { return "-" }
        let thousandths = Int((share * 1_000).rounded())
        return "\(thousandths / 1_000).\(String(thousandths % 1_000 + 1_000).dropFirst())"
    }
}
