public import PaperModel
public import RuleEngine

/// Finds the figures of papers with the rules of a book. One for each thread.
public final class FigureExtractor {
    let prose: ProseReader
    let cells: CellReader
    let units: TableUnits
    let vocabulary: LabelVocabulary
    private var labelCues: LabelCues

    /// Makes an extractor.
    public init(rules: RuleBook) {
        prose = ProseReader(rules)
        units = TableUnits(prose)
        cells = CellReader(prose, units: units)
        vocabulary = LabelVocabulary(rules)
        labelCues = LabelCues(prose)
    }

    /// What is found in a paper.
    public struct Findings: Sendable {
        /// Its figures in the order of its pages and text.
        public var figures: [Figure]
        /// What was met on the way.
        public var notices: [Notice]
        /// For each table how many numbers of the shape of amounts gave no figure.
        public var unreadNumbers: [Int]
    }

    /// The figures of a paper. What the columns of its tables mean is read where they don't carry it.
    public func figures(in paper: Paper, segments: [Segment] = []) -> Findings {
        let paper = withUnits(paper)
        let before = prose.runner.limited
        var figures: [Figure] = []
        let owners = SegmentPlaces(segments)
        var headings = HeadingMeaning(segments, prose.vocabulary, paper: paper.metadata.title)
        labelCues.reset()
        var listTitles = ListTitles(paper, segments: segments, units, vocabulary)
        let passages = paper.passages
        let numbers = ParagraphNumbers(passages)
        for (index, passage) in passages.enumerated() {
            let introduction = passage.introduction.map { passages[$0].text }
            for mention in prose.mentions(
                in: passage.text, introduction: introduction, struck: passage.struck(in: paper), lines: { passage.lineStarts(in: paper) })
            {
                if mention.countsStaff, mention.core.lowerBound == 0, numbers.isNumbered(index) { continue }
                var figure = mention.placed(in: passage)
                figure.segment = figure.spans.first.flatMap(owners.innermost)
                headings.complete(&figure, isEntry: mention.isEntry, pointsBack: mention.pointsBack, &labelCues)
                if mention.isEntry {
                    headings.completeParties(of: &figure, list: mention.list, need: mention.payeeNeed, &labelCues)
                    listTitles.date(&figure, heading: passage.heading.map { passages[$0].text })
                }
                figures.append(figure)
            }
        }
        let lines = LinesAbove(paper)
        var labels = LabelReader(paper, vocabulary)
        var carried = CarriedTitles()
        var unread = UnreadNotice()
        var unreadNumbers: [Int] = []
        for (index, table) in paper.tables.enumerated() {
            let found = self.figures(ofTable: index, in: paper, lines: lines, labels: &labels, carried: &carried)
            let head = lines.head(index).map { $0.words(0..<$0.count) }
            var inTable = found.figures
            for place in inTable.indices {
                var figure = inTable[place].figure
                figure.segment = figure.spans.first.flatMap(owners.innermost)
                headings.complete(&figure, isEntry: true, isOpen: inTable[place].isOpen, &labelCues)
                if figure.subject == nil, let head, let name = headings.name(of: head) {
                    (figure.subject, figure.subjectFrom) = (name, .caption)
                }
                inTable[place].figure = figure
            }
            ColumnYears(inTable).date(&inTable)
            listTitles.date(&inTable, ofTable: index, found.layout)
            figures += inTable.map(\.figure)
            unread.add(found.unread, table: index, page: table.parts.first?.page ?? 1)
            unreadNumbers.append(found.unread.total)
        }
        figures.sort { FigureExtractor.place($0) < FigureExtractor.place($1) }
        for index in figures.indices {
            figures[index].hidden = paper.hidden(figures[index].spans)
            figures[index].isStruck = paper.isStruck(figures[index].spans)
            if paper.isSpaced(figures[index].spans), !figures[index].doubts.contains(.spacedDigits) {
                figures[index].doubts.append(.spacedDigits)
            }
            if paper.isSymbolic(figures[index].spans) { figures[index].doubts.append(.symbolFont) }
        }
        return Findings(figures: figures, notices: notices(since: before) + [unread.notice].compactMap { $0 }, unreadNumbers: unreadNumbers)
    }

    /// The figures of one line of UTF-8, in order. Most hold none and are plain, and are read without a string made of them.
    public func figures(inLine line: [UInt8]) -> [TextFigure] {
        guard let words = NormalisedText(plain: line) else { return figures(inText: String(decoding: line, as: UTF8.self)) }
        let mentions = prose.mentions(in: words)
        return mentions.isEmpty ? [] : figures(mentions, in: words, line.map { Unicode.Scalar($0) })
    }

    private func figures(_ mentions: [Mention], in words: NormalisedText, _ scalars: [Unicode.Scalar]) -> [TextFigure] {
        let passage = Passage(words, range: TextRange(0, scalars.count))
        return mentions.map { TextFigure($0.byItself(in: passage, prose.vocabulary), in: scalars) }
    }

    /// The figures of a plain text, in order. Empty lines part its paragraphs.
    public func figures(inText text: String) -> [TextFigure] {
        // A single line, as `figures` reads them, is one paragraph; most hold no figure and need no more than to be read once.
        if text.utf8.withContiguousStorageIfAvailable({ !$0.contains(UInt8(ascii: "\n")) }) == true {
            let words = NormalisedText(text)
            let mentions = prose.mentions(in: words)
            return mentions.isEmpty ? [] : figures(mentions, in: words, Array(text.unicodeScalars))
        }
        let scalars = Array(text.unicodeScalars)
        return TextFigure.paragraphs(of: scalars).flatMap { range in
            let passage = Passage(scalars, range: range)
            return prose.mentions(in: passage.text).map { TextFigure($0.byItself(in: passage, prose.vocabulary), in: scalars) }
        }
    }

    /// Rules that met their match limit since the extractor was made, with how often.
    public var limited: [String: Int] { prose.runner.limited }

    private func figures(
        ofTable index: Int, in paper: Paper, lines: LinesAbove, labels: inout LabelReader, carried: inout CarriedTitles
    ) -> (figures: [(figure: Figure, isOpen: Bool)], layout: TableLayout, unread: UnreadNumbers) {
        let layout = TableLayout(paper.tables[index], in: paper)
        var read: Set<Int> = []
        let above = lines.above(index)
        let titles = titles(of: layout, in: paper)
        carried.enter(index, of: paper, titles: titles, above: above)
        var meaning = TableMeaning(
            layout, titles: carried.titles, above: carried.above, head: lines.head(index), paper: paper.metadata.title, prose)
        let figures = readings(of: layout, table: index, in: paper, lines: lines).flatMap { reading -> [(figure: Figure, isOpen: Bool)] in
            var named: CellLabels?
            func names() -> CellLabels {
                let found = named ?? labels.labels(layout, table: index, row: reading.row, column: reading.column)
                named = found
                return found
            }
            return mentions(in: reading, named: names()).compactMap { mention -> (figure: Figure, isOpen: Bool)? in
                if mention.countsStaff, reading.text.isBareCount, names().standRight(of: reading.column) { return nil }
                var figure = mention.placed(in: reading.passage)
                figure.cell = labels.reference(table: index, row: reading.row, column: reading.column, named: names(), of: mention)
                let isOpen = meaning.complete(&figure, of: mention, in: reading.text, names(), &labelCues)
                read.insert(layout.place(row: reading.row, column: reading.column))
                return (figure: figure, isOpen: isOpen)
            }
        }
        let lines = titles + [above].compactMap { $0 }
        return (figures, layout, UnreadNumbers(layout, titles: lines, read: read, units: units))
    }

    private func titles(of layout: TableLayout, in paper: Paper) -> [NormalisedText] {
        [layout.table.caption.map(paper.normalised)].compactMap { $0 } + layout.titles
    }

    /// A cell with what is needed to read it.
    struct CellReading {
        let row: Int
        let column: Int
        let text: NormalisedText
        let passage: Passage
        /// What stands around it; nil for a heading, which is read as running text.
        let surroundings: CellReader.Surroundings?
    }

    /// The figures of a cell. `named`: what names its amounts, which is asked for only where it has some.
    func mentions(in reading: CellReading, named: @autoclosure () -> CellLabels) -> [Mention] {
        reading.surroundings.map { cells.mentions(in: reading.text, of: $0, named: named()) } ?? prose.mentions(in: reading.text)
    }

    /// Longest line above a table that is its title, bytes.
    private static let longestTitle = 120

    /// Whether the line above a table is its title: short, no sentence, and no words that lead in.
    private static func isTitle(_ line: NormalisedText) -> Bool {
        line.count <= longestTitle && line.count > 0 && line[line.count - 1] != UInt8(ascii: ".")
            && line[line.count - 1] != UInt8(ascii: ":")
    }

    /// The filled cells of a table, laid out, in its order.
    func readings(of layout: TableLayout, table index: Int, in paper: Paper, lines: LinesAbove) -> [CellReading] {
        let titles = titles(of: layout, in: paper)
        let stated =
            titles.lazy.compactMap { self.units.period(in: $0) }.first
            ?? lines.introduction(index).flatMap { units.period(inIntroduction: $0, abbreviations: prose.abbreviations) }
            ?? lines.above(index).flatMap { FigureExtractor.isTitle($0) ? self.units.period(in: $0) : nil }
        let period = stated.flatMap { speaksForAll($0.value, of: layout) ? $0 : nil }
        let above = lines.above(index)
        let isYearSure = !(isBudget(titles + [above].compactMap { $0 }) && namesThisYear(layout))
        let yearEnds = YearEnds(layout, titles: titles + [above].compactMap { $0 }, period: stated?.value)
        let exceptions = (titles + [lines.above(index)].compactMap { $0 }).flatMap { self.units.exceptions(in: $0) }
        let sections = SectionUnits(units, in: layout)
        let marks = StaffMarks(cells, in: layout)
        var headings: [Int: [NormalisedText]] = [:]
        return layout.cells.compactMap { entry in
            let (cell, text) = (entry.cell, entry.text)
            guard text.count > 0 else { return nil }
            let isBody = cell.row >= layout.headingRows && cell.column >= layout.table.headerColumns
            let units = layout.table.columnUnits
            let own = units.indices.contains(cell.column) ? units[cell.column] : nil
            let above = headings[cell.column] ?? layout.columnHeadings(cell.column)
            headings[cell.column] = above
            let beside = layout.rowHeadings(cell.row, before: cell.column)
            return CellReading(
                row: cell.row, column: cell.column, text: text, passage: Passage([cell.span], in: paper),
                surroundings: isBody
                    ? .init(
                        column: beside.contains { TableUnits.speaks($0, of: exceptions) }
                            ? nil : sections.unit(row: cell.row, column: cell.column, own: own) ?? own,
                        rowMark: marks.unit(row: cell.row, column: cell.column), rowHeadings: beside, columnHeadings: above, period: period,
                        isYearSure: isYearSure, yearEnds: yearEnds)
                    : nil)
        }
    }

    /// Whether the year of a title holds for columns that state none: in "Budget 2025/26" the column "Spent" beside "2024/25 budget" is of that
    /// year, where "2025/26 budget" has a column of its own.
    private func speaksForAll(_ period: Period, of layout: TableLayout) -> Bool {
        guard period.isYearAtMost else { return true }
        var hasOwn = false
        var hasOther = false
        for column in 0..<layout.table.columns {
            let headings = layout.columnHeadings(column)
            if headings.contains(where: { TableLayout.yearAtStart($0) != nil }) { continue }
            for stated in headings.compactMap({ units.period(in: $0)?.value }) where stated.isYearAtMost {
                if stated.start == period.start { hasOwn = true } else { hasOther = true }
            }
        }
        return !(hasOwn && hasOther)
    }

    /// Whether a budget is drawn up in the table: then "this year" may be the one before the title's.
    private func isBudget(_ titles: [NormalisedText]) -> Bool {
        titles.contains { title in
            let words = title.words(0..<title.count)
            return ["budget", "estimate", "precept"].contains { words.holds($0) }
        }
    }

    private func namesThisYear(_ layout: TableLayout) -> Bool {
        (0..<layout.table.columns).contains { column in
            layout.columnHeadings(column).contains { units.relativeTime(in: $0)?.time == .thisYear }
        }
    }

    private static func place(_ figure: Figure) -> (Int, Int, Int) {
        (figure.spans.first?.page ?? .max, figure.spans.first?.range.start ?? 0, figure.spans.first?.range.end ?? 0)
    }

    private func notices(since before: [String: Int]) -> [Notice] {
        prose.runner.limited.sorted { $0.key < $1.key }.filter { $0.value != before[$0.key] }.map { rule, _ in
            Notice(.ruleLimit, "rule \(rule) met its match limit and was stopped in a part of the text; figures may be missing there")
        }
    }
}

extension NormalisedText {
    /// Whether it is a number of one to three digits without any word.
    fileprivate var isBareCount: Bool { count <= 3 && (0..<count).allSatisfy { UInt8.isDigit(self[$0]) } }
}

extension CellLabels {
    /// Whether all words of a row stand right of a column whose heading says nothing of counts: then its number is the line's, "64 | Professional
    /// staff".
    fileprivate func standRight(of column: Int) -> Bool {
        let own = row.dropFirst(groups)
        return !own.isEmpty && own.allSatisfy { $0.cell.column > column }
            && !self.column.contains { LabelWords($0.text).words.contains(where: CellLabels.counting.contains) }
    }

    private static let counting: Set<String> = [
        "no", "nos", "number", "numbers", "count", "posts", "staff", "fte", "headcount", "quantity", "qty", "how",
    ]
}

extension Mention {
    /// The figure with its place.
    func placed(in passage: Passage) -> Figure {
        var result = figure
        result.spans = passage.spans(of: words)
        if let sentence { result.sentence = passage.spans(of: sentence) }
        return result
    }

    /// The figure with its place in a text without headings.
    func byItself(in passage: Passage, _ vocabulary: PhraseVocabulary) -> Figure {
        var result = placed(in: passage)
        if let payeeNeed, !payeeNeed.isMet(by: list, result.sense) { result.payee = nil }
        result.nameByRest(vocabulary)
        return result
    }
}
