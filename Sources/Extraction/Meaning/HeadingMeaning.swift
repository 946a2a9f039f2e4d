internal import PaperModel
internal import RuleEngine

/// The titles of sections and items: what they name, and what they say money is.
struct HeadingMeaning {
    let segments: [Segment]
    let vocabulary: PhraseVocabulary
    private var known: [Int: Title?] = [:]
    /// Labels of rows that say no more than that an amount stands there, and those that say more: each column of a row asks.
    private var amounts: [String: Bool] = [:]

    /// What the title of a section or item names, and the page that it stands on.
    private struct Title {
        let name: String
        let source: Figure.SubjectSource
        let page: Int
    }

    /// The title of the paper.
    let paper: String?

    init(_ segments: [Segment], _ vocabulary: PhraseVocabulary, paper: String? = nil) {
        (self.segments, self.vocabulary, self.paper) = (segments, vocabulary, paper)
    }

    /// Gives a figure what its own words and labels leave open. Only an entry of a list or table takes its sense from a title; a sentence
    /// that says nothing of it says nothing. It takes its subject from one where it `pointsBack` to what was named, its sense where that `isOpen`.
    mutating func complete(
        _ figure: inout Figure, isEntry: Bool, pointsBack: Bool = true, isOpen: Bool = true, _ labels: inout LabelCues
    ) {
        guard let segment = figure.segment else {
            figure.nameByRest(vocabulary)
            return
        }
        if let row = plainRow(figure) {
            // "Employees", "Other grants" below a heading: whose they are.
            if let (subject, source) = subject(segment).map({ ($0.name, $0.source) }) {
                let isShort = subject.split(separator: " ").count <= HeadingMeaning.longestHolder
                figure.subject = isShort ? subject + ": " + row : figure.subject ?? subject
                figure.subjectFrom = isShort ? .row : figure.subjectFrom ?? source
            }
        } else if figure.subject == nil, isEntry || pointsBack, let title = subject(segment), figure.cell != nil || isNear(figure, title) {
            figure.subject = title.name
            figure.subjectFrom = title.source
        }
        figure.nameByRest(vocabulary)
        // "Revenue cost" of no matter what.
        if let label = figure.cell?.rowLabels.last, figure.subjectFrom == .row, figure.subject == label, isAmount(label),
            !vocabulary.isPlainRow(label.lowercased())
        {
            (figure.subject, figure.subjectFrom) = (nil, nil)
        }
        // A fee in a list of payments is paid.
        let isPrice = isEntry && figure.cell == nil && figure.sense.map(HeadingMeaning.things.contains) ?? false
        let isNamedByRow = isEntry && isOpen && figure.comparison != .difference && isNamedByRow(figure, &labels)
        guard let title = title(segment),
            isEntry && figure.sense == nil || isPrice || isNamedByRow || figure.basis.isEmpty && figure.kind == .money
        else { return }
        let read = LabelMeaning(row: [], column: [], outer: [[title]], isStaff: figure.kind != .money, &labels)
        // Rents under "Receipts" are received.
        if isPrice, read.sense?.sense == .spend || figure.sense == .price && read.sense?.sense == .income { figure.sense = nil }
        // "Burial fees" under "Income received", "Salaries" under "Earmarked reserves".
        if isNamedByRow, read.sense?.sense == (figure.sense == .price ? .income : .reserve) { figure.sense = nil }
        // "Payments over £500" of its entries says more than from which amount on they are listed.
        let said = read.sense?.sense == .limit ? labels.cues(title).senses.first { $0.sense == .spend } ?? read.sense : read.sense
        if isEntry, isOpen, figure.sense == nil, figure.comparison != .difference, let cue = said {
            figure.sense = cue.sense
            figure.cues.append(cue.rule)
            if figure.sense.map(ProseReader.directed.contains) ?? false { figure.comparison = nil }
        }
        if figure.basis.isEmpty, title.split(separator: " ").count <= HeadingMeaning.shortTitle {
            figure.basis = read.bases.compactMap(\.basis)
            figure.cues += read.bases.map(\.rule)
        }
    }

    /// Whether the sense of an amount in a table may be what its row is about, no column saying so: a fee, a grant, salaries.
    private func isNamedByRow(_ figure: Figure, _ labels: inout LabelCues) -> Bool {
        guard let cell = figure.cell, let sense = figure.sense, HeadingMeaning.ofRows.contains(sense), figure.bound == nil else {
            return false
        }
        return !cell.columnLabels.contains { label in !labels.cues(label).senses.isEmpty }
    }

    private static let ofRows: Set<Figure.Sense> = [.price, .grant, .pay, .cost, .loan]

    /// Most words of a heading that says whose a row is.
    private static let longestHolder = 8

    /// The own label of a row of a table that names nothing by itself and is all that was found of it; nil for totals and single words of measure.
    private mutating func plainRow(_ figure: Figure) -> String? {
        guard let label = figure.cell?.rowLabels.last, !label.holds("total") else { return nil }
        if figure.subject == label { return vocabulary.isPlainRow(label.lowercased()) ? label : nil }
        // "Cost/ spend" names nothing more than the heading does.
        guard figure.subject == nil, label.split(separator: " ").count > 1, label.unicodeScalars.contains(where: \.properties.isAlphabetic),
            !isAmount(label), !vocabulary.isPartOfReport(label)
        else {
            return nil
        }
        return label
    }

    private mutating func isAmount(_ label: String) -> Bool {
        if let known = amounts[label] { return known }
        let isAmount = RowWords(label, vocabulary).isAmount
        amounts[label] = isAmount
        return isAmount
    }

    /// Senses that the words of an entry say of the thing that is paid for, and not of the payment.
    static let things: Set<Figure.Sense> = [.price, .value]

    /// Senses of money that is paid to somebody.
    static let paid: Set<Figure.Sense> = [
        .spend, .grant, .price, .cost, .pay, .contract, .funding, .loan, .debt, .budget,
    ]

    /// The title of the section or item that a figure stands in.
    private func title(_ segment: Int) -> String? {
        var index: Int? = segment
        for _ in 0..<HeadingMeaning.deepest {
            guard let current = index, segments.indices.contains(current) else { return nil }
            if HeadingMeaning.source(segments[current].kind) != nil { return segments[current].title }
            index = segments[current].parent
        }
        return nil
    }

    /// Longest title that says of all below it that it is capital or revenue, words: "Capital programme 2024/25"; a longer one names more.
    private static let shortTitle = 5

    /// Most segments within one another that are gone through.
    static let deepest = 12

    /// Whether a sentence stands so near a title that it can point to it.
    private func isNear(_ figure: Figure, _ title: Title) -> Bool {
        guard let page = figure.spans.first?.page else { return false }
        return page - title.page <= HeadingMeaning.farthest
    }

    /// Farthest that a sentence stands below the title that says what it is about, pages: sections of law and contracts run over dozens, and
    /// their titles say nothing of a clause at their end.
    private static let farthest = 1

    /// The title of the nearest section or item around a figure that names something.
    private mutating func subject(_ segment: Int) -> Title? {
        if let found = known[segment] { return found }
        var result: Title?
        var index: Int? = segment
        for _ in 0..<HeadingMeaning.deepest {
            guard let current = index, segments.indices.contains(current) else { break }
            let one = segments[current]
            if let title = one.title, let source = HeadingMeaning.source(one.kind), let name = name(of: title) {
                result = Title(name: name, source: source, page: one.spans.first?.page ?? 1)
                break
            }
            index = one.parent
        }
        known[segment] = .some(result)
        return result
    }

    static func source(_ kind: Segment.Kind) -> Figure.SubjectSource? {
        switch kind {
        case .section: .heading
        case .agendaItem: .item
        case .question, .reply, .supplementary, .supplementaryReply, .resolution, .recommendation: nil
        }
    }

    /// What a title names, without the words at its end that say how it is set out; nil where it names nothing or is a sentence.
    func name(of title: String) -> String? {
        let text = NormalisedText(title)
        guard text.count <= HeadingMeaning.longestTitle else { return nil }
        let words = SentenceWords(text, in: 0..<text.count, figures: [], vocabulary: vocabulary)
        var end = words.words.count
        var telling = 0
        // "Appendix I: Risks", "Figure 12: Reserves": the number of the title is none of what it names.
        let colon = words.words.indices.prefix(HeadingMeaning.longestNumber + 1).last { words.isMark($0, UInt8(ascii: ":")) }
        let start = colon.map { vocabulary.isPlainTitle(words.small(0)) && $0 + 1 < end ? $0 + 1 : 0 } ?? HeadingMeaning.ownStart(words)
        if HeadingMeaning.isPersonal(words) { return nil }
        for index in start..<max(start, end) {
            switch words.kind(index) {
            case .word, .body, .helping:
                // "Appendix M": the letter of the title.
                if index > 0, vocabulary.isPlainTitle(words.small(index - 1)) || words.vocabulary.isPlain(words.small(index - 1)),
                    !vocabulary.isNumbered(words.small(index - 1)), words.isCapitalNumber(index) || words.small(index).utf8.count == 1
                {
                    continue
                }
                if !vocabulary.isPlainTitle(words.small(index)), !words.isNumberWord(index) { telling += 1 }
            // "Whether the purpose could be achieved" asks; "See paragraph 9" points.
            case .be, .auxiliary, .pronoun, .connective: return nil
            default: continue
            }
        }
        guard telling > 0, !vocabulary.isGeneralTitle(words.small(end - 1)) else { return nil }
        if words.small(0) == "see" || words.small(0) == "note" { return nil }
        var tails = 0
        while end > 1, vocabulary.isTitleTail(words.small(end - 1)) || tails > 0 && HeadingMeaning.firm.contains(words.small(end - 1)) {
            end -= 1
            tails += 1
        }
        let meaning = SentenceMeaning(words, cues: Cues(), countsStaff: [])
        guard start < end, !meaning.isVoid(start..<end) else { return nil }
        let isWhole = tails == 0 && start == 0 && !(0..<text.count).contains { text.isNoteMark(at: $0) }
        return isWhole ? title : meaning.edges(of: start..<end).map(words.printed)
    }

    /// Where a title begins behind the number of a minute: "Bus shelter" of "113/25 Bus shelter". A year names what follows it.
    private static func ownStart(_ words: SentenceWords) -> Int {
        let number = words.small(0).split(separator: "/", omittingEmptySubsequences: false)
        guard words.kind(0) == .number, number.count == 2, number[0].count <= HeadingMeaning.minuteDigits, words.words.count > 1 else {
            return 0
        }
        return 1
    }

    /// Most digits of the number of a minute; a year has four.
    private static let minuteDigits = 3

    /// Whether a title is that of somebody's words or asks something: "Submission by Mrs Brown", "What our valuer says".
    private static func isPersonal(_ words: SentenceWords) -> Bool {
        if ["what", "why", "how", "who", "where"].contains(words.small(0)) { return true }
        return words.words.indices.contains { index in
            SentenceMeaning.titles.contains(words.small(index)) && index + 1 < words.words.count
        }
    }

    /// Longest title that names something, bytes.
    private static let longestTitle = 100
    /// Words of the longest number before a title: "Appendix I".
    private static let longestNumber = 3
    /// What stands before the tail of a title and belongs to it: "summary budget tables".
    private static let firm: Set<String> = ["budget", "budgets", "financial", "revenue"]
}

extension Figure {
    /// Where nothing else is said, who gets or gives is the subject, and in a table the row's words, however plain.
    mutating func nameByRest(_ vocabulary: PhraseVocabulary) {
        guard subject == nil else { return }
        if let cell {
            // "Other grants": plain words, but more than "Amount" or "Total".
            guard let row = cell.rowLabels.last, row.split(separator: " ").count > 1, !row.holds("total"),
                row.unicodeScalars.contains(where: \.properties.isAlphabetic), !vocabulary.isPartOfReport(row)
            else { return }
            (subject, subjectFrom) = (row, .row)
        } else if let name = payee {
            (subject, subjectFrom) = (name, .clause)
        }
    }
}
