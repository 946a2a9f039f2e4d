internal import PaperModel
internal import RuleEngine

/// The titles of sections and items: what they name, and what they say money is.
struct HeadingMeaning {
    private let segments: [Segment]
    private let vocabulary: PhraseVocabulary
    private var known: [Int: (String, Figure.SubjectSource)?] = [:]

    init(_ segments: [Segment], _ vocabulary: PhraseVocabulary) {
        (self.segments, self.vocabulary) = (segments, vocabulary)
    }

    /// Gives a figure what its own words and labels leave open. Only an entry of a list or table takes its sense from a title; a sentence
    /// that says nothing of it says nothing.
    mutating func complete(_ figure: inout Figure, isEntry: Bool, _ labels: inout LabelCues) {
        guard let segment = figure.segment else {
            if figure.cell == nil { figure.nameByParties() }
            return
        }
        if figure.subject == nil, let (subject, source) = subject(segment) {
            figure.subject = subject
            figure.subjectFrom = source
        }
        if figure.cell == nil { figure.nameByParties() }
        defer {
            // Who an entry of a list names is paid only where the list is one of payments.
            if isEntry, figure.cell == nil, figure.payee != nil, figure.sense.map({ !HeadingMeaning.paid.contains($0) }) ?? true {
                figure.payee = nil
            }
        }
        // A fee in a list of payments is paid.
        let isPrice = isEntry && figure.cell == nil && figure.sense == .price
        guard let title = title(segment), isEntry && figure.sense == nil || isPrice || figure.basis.isEmpty && figure.kind == .money else { return }
        let read = LabelMeaning(row: [], column: [], outer: [[title]], isStaff: figure.kind != .money, &labels)
        if isPrice, read.sense?.sense == .spend { figure.sense = nil }
        if isEntry, figure.sense == nil, figure.comparison != .difference, let cue = read.sense {
            figure.sense = cue.sense
            figure.cues.append(cue.rule)
        }
        if figure.basis.isEmpty, title.split(separator: " ").count <= HeadingMeaning.shortTitle {
            figure.basis = read.bases.compactMap(\.basis)
            figure.cues += read.bases.map(\.rule)
        }
    }

    /// Senses of money that is paid to somebody.
    private static let paid: Set<Figure.Sense> = [
        .spend, .grant, .price, .cost, .pay, .contract, .funding, .contribution, .loan, .debt, .budget,
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
    private static let deepest = 12

    /// The title of the nearest section or item around a figure that names something.
    mutating func subject(_ segment: Int) -> (String, Figure.SubjectSource)? {
        if let found = known[segment] { return found }
        var result: (String, Figure.SubjectSource)?
        var index: Int? = segment
        for _ in 0..<HeadingMeaning.deepest {
            guard let current = index, segments.indices.contains(current) else { break }
            let one = segments[current]
            if let title = one.title, let source = HeadingMeaning.source(one.kind), names(title) {
                result = (title, source)
                break
            }
            index = one.parent
        }
        known[segment] = .some(result)
        return result
    }

    private static func source(_ kind: Segment.Kind) -> Figure.SubjectSource? {
        switch kind {
        case .section: .heading
        case .agendaItem: .item
        case .question, .reply, .supplementary, .supplementaryReply, .resolution, .recommendation: nil
        }
    }

    private func names(_ title: String) -> Bool {
        let text = NormalisedText(title)
        guard text.count <= 160 else { return false }
        let words = SentenceWords(text, in: 0..<text.count, figures: [], vocabulary: vocabulary)
        let telling = words.words.indices.filter { index in
            switch words.kind(index) {
            case .word, .body, .helping: !vocabulary.isPlainTitle(words.small(index)) && !words.isNumberWord(index)
            default: false
            }
        }
        return !telling.isEmpty && !SentenceMeaning(words, cues: Cues(), countsStaff: []).isVoid(0..<words.words.count)
    }
}

extension Figure {
    /// Who gets or gives is the subject only where nothing else is said.
    mutating func nameByParties() {
        guard subject == nil, let name = payee ?? payer else { return }
        subject = name
        subjectFrom = .clause
    }
}
