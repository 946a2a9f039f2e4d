internal import PaperModel
public import RuleEngine

extension RuleBook {
    /// Tries all examples, rejects and known gaps of the rules about figures, each with the whole set of rules.
    ///
    /// An example must come out as stated: these figures, in this order, and no other. Of each figure `value` (or `low` and `high`),
    /// `unit`, `kind`, `approximate`, `bound` and `per` must agree, where nothing is said of the last three they must be absent; what
    /// else is stated must agree too.
    public func figureReport() -> RuleReport {
        let own = rules.filter(\.finds.isAboutFigures)
        var report = RuleReport(own)
        let extractor = FigureExtractor(rules: self)
        for rule in own {
            for example in rule.examples {
                let found = extractor.figures(inExample: example)
                report.fired(Set(found.flatMap { [$0.figure.rule] + $0.figure.cues }))
                // Rules whose work is that something is not found have nothing to show for it but the words that they take.
                if found.isEmpty && rule.finds == .unit || rule.isSilent || extractor.takes(example.text.text, by: rule) {
                    report.fired([rule.id])
                }
                if let difference = FigureExpectations(example.find).difference(to: found) {
                    report.add(.exampleDiffers, at: example.text, difference)
                }
                for (winner, loser) in extractor.prose.ties(in: NormalisedText(example.text.text)) {
                    report.add(
                        .equalOrder, at: example.text,
                        "`\(winner.rule.id)` and `\(loser.rule.id)` both claim `\(loser.text)` with priority \(loser.rule.priority), so that only their ids decide; give one of them a higher priority, or make the patterns exclude each other"
                    )
                }
            }
            for reject in rule.rejects {
                if extractor.takes(reject.text, by: rule) {
                    report.add(.rejectFound, at: reject, "rule `\(rule.id)` should take nothing here for no figure")
                }
                let found = extractor.figures(inText: reject.text).first {
                    rule.finds.isAmount ? $0.figure.kind.rawValue == rule.finds.rawValue : $0.figure.cues.contains(rule.id)
                }
                if let found {
                    report.add(
                        .rejectFound, at: reject,
                        "rule `\(rule.id)` should find nothing here, but `\(found.text)` is found by `\(found.figure.rule)`")
                }
            }
            for gap in rule.gaps where FigureExpectations(gap.find).difference(to: extractor.figures(inText: gap.text.text)) == nil {
                report.add(.gapCloses, at: gap.text, "this gap of `\(rule.id)` works by now; make it an example")
            }
        }
        report.reportSilent(own)
        return report
    }
}

extension RuleBook {
    /// How the examples of a rule about figures come out otherwise than stated under the rules of this book; empty where all come out as
    /// stated.
    public func differences(inExamplesOf rule: Rule) -> [String] {
        let extractor = FigureExtractor(rules: self)
        return rule.examples.compactMap { FigureExpectations($0.find).difference(to: extractor.figures(inExample: $0)) }
    }
}

extension Rule {
    /// Whether it says of words next to a figure that they mean nothing, or of a time that no figure is for it.
    fileprivate var isSilent: Bool {
        settings.isEmpty && (finds == .bound || finds == .approximation) || settings["span"] == "act" || settings["span"] == "untold"
    }
}

extension ProseReader {
    /// Pairs of amounts, or of periods, that claim the same words with nothing but their ids to decide between them.
    fileprivate func ties(in passage: NormalisedText) -> [(winner: RuleMatch, loser: RuleMatch)] {
        let claims = claims(in: passage).filter { $0.outcome != .senseless }.map(\.match)
        return [claims, runner.matches(of: phases.periods, in: passage)].flatMap { matches in
            zip(matches, matches.dropFirst()).filter { $0.bytes == $1.bytes && $0.precedence(over: $1) == .id }.map { ($0, $1) }
        }
    }
}

extension RuleKind {
    fileprivate var isAmount: Bool { self == .money || self == .fte || self == .headcount }
}

extension FigureExtractor {
    /// Whether a rule that finds what is no figure takes words of a text.
    fileprivate func takes(_ text: String, by rule: Rule) -> Bool {
        rule.finds == .notFigure
            && prose.claims(in: NormalisedText(text)).contains { $0.match.rule === rule && $0.outcome == .won }
    }

    /// The figures of an example: of its text, or of the cell under its headings.
    func figures(inExample example: RuleExample) -> [TextFigure] {
        guard let cell = example.cell else { return figures(inText: example.text.text) }
        let paper = Paper(example.text.text, under: cell)
        let scalars = paper.pages.first?.text.scalars ?? []
        return figures(in: paper).figures.filter { $0.cell?.row == paper.tables.first.map { $0.rows - 1 } && $0.cell?.column == 1 }.map {
            TextFigure($0, in: scalars)
        }
    }
}

extension Paper {
    /// A page with one table of three columns: the first names the rows, the second holds headings and ends in the cell, the third stands
    /// beside it.
    fileprivate init(_ cell: String, under surroundings: RuleExample.Cell) {
        self.init(mediaType: .html)
        var page = Page(number: 1)
        func add(_ words: String) -> TextRange {
            let start = page.text.count
            page.text.append(words)
            page.text.append("\n")
            return TextRange(start, page.text.count - 1)
        }
        if let above = surroundings.above { page.blocks.append(Block(kind: .paragraph, range: add(above))) }
        let rows = surroundings.headings + surroundings.column + [cell]
        var table = Table(method: .markup, rows: rows.count, columns: 3)
        table.caption = surroundings.caption.map { Span(page: 1, range: add($0)) }
        let start = page.text.count
        for (row, words) in rows.enumerated() {
            let isLast = row == rows.count - 1
            let name = isLast ? surroundings.row ?? "Total" : row < surroundings.headings.count ? "" : "Item"
            for (column, text) in [name, words, isLast ? surroundings.beside ?? "" : ""].enumerated() {
                var entry = Table.Cell(row: row, column: column, page: 1, range: add(text))
                entry.isHeader = column == 0 || row < surroundings.headings.count
                table.cells.append(entry)
            }
        }
        table.headerRows = surroundings.headings.count
        table.headerColumns = 1
        table.parts = [Table.Part(page: 1, box: nil, range: TextRange(start, page.text.count))]
        page.blocks.append(Block(kind: .table(0), range: TextRange(start, page.text.count)))
        pages = [page]
        pageCount = 1
        tables = [table]
    }
}
