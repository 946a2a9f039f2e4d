internal import PaperModel
internal import RuleEngine

/// The time that words further off state for a list of money: the title of the item or section that it stands in, the lines over the first
/// table of a page, the note under a table.
struct ListTitles {
    typealias Statement = TableUnits.Statement<Period>

    private let segments: [Segment]
    private let reader: TitleReader
    private var bySegment: [Int: Statement?] = [:]
    private let byPage: [Int: Statement]
    private let notes: [Int: Statement]

    init(_ paper: Paper, segments: [Segment], _ units: TableUnits, _ vocabulary: LabelVocabulary) {
        self.segments = segments
        reader = TitleReader(units: units, vocabulary: vocabulary)
        byPage = ListTitles.titles(ofPages: paper, reader)
        notes = ListTitles.notes(in: paper, reader)
    }

    /// Gives an entry of a list the time that a title over it states, or the heading.
    mutating func date(_ figure: inout Figure, heading: NormalisedText?) {
        guard figure.period == nil, ListTitles.mayFall(figure) else { return }
        let stated = figure.segment.flatMap { titleOver($0) } ?? heading.flatMap { reader.period(of: $0, below: []) }
        if let stated { ListTitles.give(stated, to: &figure) }
    }

    /// Gives the amounts of a table the time that a title over it or a note under it states, where no heading of it states one.
    mutating func date(_ figures: inout [(figure: Figure, isOpen: Bool)], ofTable index: Int, _ layout: TableLayout) {
        guard let first = figures.first?.figure, figures.contains(where: { $0.figure.period == nil }) else { return }
        let title = first.segment.flatMap { titleOver($0) } ?? first.spans.first.flatMap { byPage[$0.page] }
        if isDated(layout) { return }
        guard let stated = title ?? notes[index] else {
            dateByRows(&figures, layout)
            return
        }
        for place in figures.indices where figures[place].figure.period == nil {
            if title != nil ? ListTitles.mayFall(figures[place].figure) : figures[place].figure.kind == .money {
                ListTitles.give(stated, to: &figures[place].figure)
            }
        }
    }

    /// Gives what was paid or received the day that stands in its row under "Date paid", where nothing over the table states a time.
    private func dateByRows(_ figures: inout [(figure: Figure, isOpen: Bool)], _ layout: TableLayout) {
        let columns = (0..<layout.table.columns).filter { column in
            layout.columnHeadings(column).last.map { reader.vocabulary.isOfPaymentDay($0) } ?? false
        }
        guard columns.count == 1, let column = columns.first else { return }
        for place in figures.indices where figures[place].figure.period == nil {
            guard let cell = figures[place].figure.cell, figures[place].figure.sense.map({ ListTitles.flowing.contains($0) }) ?? false,
                let stated = layout.text(row: cell.row, column: column).flatMap({ reader.units.period(in: $0) }),
                stated.value.start == stated.value.end
            else { continue }
            ListTitles.give(stated, to: &figures[place].figure)
        }
    }

    /// What changes hands on a day.
    private static let flowing: Set<Figure.Sense> = [.spend, .grant, .income]

    /// Whether an amount is money that moves: what is held, planned or allowed has a time of its own.
    private static func mayFall(_ figure: Figure) -> Bool {
        figure.kind == .money && figure.sense.map { !lasting.contains($0) } ?? true
    }

    private static let lasting: Set<Figure.Sense> = [.limit, .budget, .reserve, .value, .debt, .borrowing, .investment, .gap, .risk]

    private static func give(_ stated: Statement, to figure: inout Figure) {
        figure.period = stated.value
        figure.cues += stated.rules
    }

    /// Whether headings of a table's columns state times.
    private func isDated(_ layout: TableLayout) -> Bool {
        (0..<layout.table.columns).contains { column in
            layout.columnHeadings(column).contains {
                reader.units.period(in: $0) != nil || reader.units.relativeTime(in: $0) != nil || TableLayout.isYear($0)
                    || TableLayout.yearAtStart($0) != nil
            }
        }
    }

    /// What the title of a section or item, or of the one around it, states where it is that of a list of money.
    private mutating func titleOver(_ segment: Int) -> Statement? {
        if let known = bySegment[segment] { return known }
        var titles: [NormalisedText] = []
        var index: Int? = segment
        for _ in 0..<HeadingMeaning.deepest {
            guard let current = index, segments.indices.contains(current) else { break }
            if HeadingMeaning.source(segments[current].kind) != nil { titles.append(NormalisedText(segments[current].title ?? "")) }
            index = segments[current].parent
        }
        let found = titles.indices.first { reader.units.period(in: titles[$0]) != nil }.flatMap { place in
            reader.period(of: titles[place], below: titles[(place + 1)...])
        }
        bySegment[segment] = .some(found)
        return found
    }

    /// What the lines over the first table of each page state. A page that begins with its table goes on with the list of the page before.
    private static func titles(ofPages paper: Paper, _ reader: TitleReader) -> [Int: Statement] {
        var result: [Int: Statement] = [:]
        for page in paper.pages where !page.lines.isEmpty {
            let table = page.blocks.first { if case .table = $0.kind { true } else { false } }
            guard let table else { continue }
            let lines = page.lines.prefix { $0.range.start < table.range.start }
            if lines.count <= fewLines, let before = result[page.number - 1] { result[page.number] = before }
            guard lines.count <= mostLines else { continue }
            let texts = lines.filter { $0.range.count <= longestLine }.map { paper.normalised(Span(page: page.number, range: $0.range)) }
            let found = texts.indices.compactMap { place in
                reader.period(of: texts[place], below: (texts[..<place] + texts[(place + 1)...])[...])
            }
            guard let first = found.first else { continue }
            let isOne = found.allSatisfy { $0.value.start == first.value.start && $0.value.end == first.value.end }
            result[page.number] = isOne ? first : nil
        }
        return result
    }

    /// What short notes under tables state: "Values as at 31 March 2024".
    private static func notes(in paper: Paper, _ reader: TitleReader) -> [Int: Statement] {
        var result: [Int: Statement] = [:]
        for page in paper.pages {
            for (place, block) in page.blocks.enumerated() {
                guard case .table(let index) = block.kind else { continue }
                // A sum may stand between the table and its note.
                let below = page.blocks[(place + 1)...].prefix(nextBlocks).prefix { $0.range.count <= longestLine }
                result[index] =
                    below.lazy.compactMap { reader.stateOfAffairs(paper.normalised(Span(page: page.number, range: $0.range))) }.first
            }
        }
        return result
    }

    /// Most lines over a table that are titles of its page, and most that may stand over the rest of one.
    private static let mostLines = 10
    private static let fewLines = 2
    /// How many blocks below a table may be its note.
    private static let nextBlocks = 3
    /// Longest line that is a title or note, scalars.
    private static let longestLine = 120
}

/// Reads what titles of lists and notes under tables state of time.
private struct TitleReader {
    let units: TableUnits
    let vocabulary: LabelVocabulary

    /// The span of time that a title states, where it or one around it is that of a list of money; nil for a day, which may be that of the
    /// meeting, and for any other title, "Agenda - March 2024" over a list of payments.
    func period(of title: NormalisedText, below others: ArraySlice<NormalisedText>) -> ListTitles.Statement? {
        guard title.count <= TitleReader.longestTitle, let stated = units.period(in: title), stated.value.start < stated.value.end else {
            return nil
        }
        let isOfList =
            vocabulary.isOfMoneyList(title) || units.isPeriodOnly(title) && others.contains { vocabulary.isOfMoneyList($0) }
        return isOfList ? stated : nil
    }

    /// The day of a note that says for which day a table holds: "Values as at 31 March 2024".
    func stateOfAffairs(_ note: NormalisedText) -> ListTitles.Statement? {
        vocabulary.saysStateOfAffairs(note) ? units.period(in: note) : nil
    }

    /// Longest title of a list, bytes.
    private static let longestTitle = 120
}
