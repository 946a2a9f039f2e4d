internal import PaperModel
internal import RuleEngine

/// Finds the headed parts of a report, and headings inside the items of minutes.
struct Sections {
    let reading: Reading
    let cues: CueReading
    /// Passages that something else begins at.
    let taken: Set<Int>

    /// How far most headings stand out; headings known by their words or numbers alone stand with them.
    private let usualRank: Int

    init(_ reading: Reading, cues: CueReading, taken: Set<Int>) {
        self.reading = reading
        self.cues = cues
        self.taken = taken
        var counts: [Int: Int] = [:]
        for index in reading.passages.indices
        where reading.passages[index].isSetOff && !taken.contains(index) && reading.isHeadingLike(at: index) {
            counts[reading.passages[index].rank, default: 0] += 1
        }
        usualRank = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 9
    }
}

// Reports.
extension Sections {
    /// The sections and blocks of recommendations of a report by the passage that they begin at.
    func ofReport() -> [Int: Heading] {
        let numbers = numberedHeadings()
        let start = beginning(numbers)
        var result: [Int: Heading] = [:]
        var inContents = false
        let listed = contents().union(HeadingLookalikes(reading).places())
        var contentsPage = 0
        var last: Int?
        var series: PrintedNumber?
        for index in reading.passages.indices where !taken.contains(index) {
            let passage = reading.passages[index]
            guard !passage.isAside, passage.form != .table else { continue }
            if reading.isLabel([.contentsHeading], at: index) {
                inContents = true
                contentsPage = passage.page
            }
            // A list of contents ends with its page, or where running text begins.
            if passage.words > Settings.Headings.mostContentsWords || passage.page > contentsPage { inContents = false }
            if inContents || listed.contains(index) || reading.isLabel([.contents], at: index) { continue }
            let open = last.flatMap { result[$0] }
            if let cue = reading.cue(.recommendation, at: index) {
                // Within a block the lines that lead over from its heading to the list open no second one.
                if open?.kind == .recommendation, !passage.isSetOff || index - (last ?? index) <= 2 { continue }
                result[index] = recommendation(cue, at: index)
            } else if let heading = heading(at: index, from: start, numbers: numbers, open: open, series: series) {
                result[index] = heading
            } else {
                continue
            }
            result[index]?.why =
                reading.passages[index].number == nil ? "it stands out as headings of the paper do" : "it has the number of a heading"
            if result[index]?.depth == 1 { series = passage.number }
            last = index
        }
        markGroups(&result)
        return result
    }

    /// Lines of a list of contents that has neither dots nor a heading: on one page they end with numbers that rise.
    private func contents() -> Set<Int> {
        var result: Set<Int> = []
        var open: [Int] = []
        var last = (page: 0, number: 0)
        func close() {
            if open.count >= Settings.Headings.fewestContents { result.formUnion(open) }
            open = []
        }
        for (index, passage) in reading.passages.enumerated() where !passage.isAside && passage.words <= Settings.Headings.mostWords {
            guard let number = reading.text(at: index).slice(passage.range).trailingNumber else { continue }
            if passage.page != last.page || number < last.number { close() }
            open.append(index)
            last = (passage.page, number)
        }
        close()
        return result
    }

    private func heading(at index: Int, from start: Int, numbers: [Int: Heading], open: Heading?, series: PrintedNumber?) -> Heading? {
        if let heading = numbers[index] {
            // The parts of a recommendation are numbered anew; a section goes on in its own series.
            guard open?.kind == .recommendation, let series, let number = reading.passages[index].number else { return heading }
            return number.follows(series, gap: Settings.Headings.mostMissing) || number.form == .decimal ? heading : nil
        }
        return (index >= start ? unnumbered(at: index) : common(at: index)) ?? runIn(at: index, after: start)
    }

    /// "3. Workforce" and "3.1 Vacancies" where the number is a heading's own: set off, or a short line whose series goes on.
    private func numberedHeadings() -> [Int: Heading] {
        var result: [Int: Heading] = [:]
        var plain: [Int] = []
        for (index, passage) in reading.passages.enumerated() where !taken.contains(index) {
            guard let number = passage.number, isSectionForm(number, of: passage) else { continue }
            if passage.body.isEmpty {
                guard let next = reading.next(after: index), reading.passages[next].number == nil, reading.passages[next].isSetOff,
                    reading.isHeadingLike(at: next)
                else { continue }
                result[index] = section(number: number, range: reading.passages[next].body, at: next)
            } else if reading.isHeadingLike(at: index), passage.ending != "." || passage.words <= 4, !countsParagraphs(index, number),
                passage.words <= Settings.Headings.mostTitleWithVerb || !reading.tells(at: index)
            {
                if passage.isSetOff {
                    result[index] = section(number: number, range: passage.body, at: index)
                } else if passage.words <= Settings.Headings.mostPlainNumbered {
                    plain.append(index)
                }
            }
        }
        for index in plain
        where !reading.tells(at: index) && standsOverParagraphs(index)
            || reading.cue(.section, at: index) != nil && reading.passages[index].form != .row
        {
            guard let number = reading.passages[index].number else { continue }
            result[index] = section(number: number, range: reading.passages[index].body, at: index)
        }
        return result
    }

    /// Whether a long heading with a number goes on numbers of paragraphs, or is gone on by one: a loader saw the first lines of one alone.
    private func countsParagraphs(_ index: Int, _ number: PrintedNumber) -> Bool {
        guard reading.passages[index].words > Settings.Headings.mostPlainNumbered else { return false }
        let before = reading.passages[max(0, index - Settings.Headings.reachOfNumber)..<index].last {
            $0.number.map { number.follows($0) } ?? false
        }
        let after = reading.passages[(index + 1)...].prefix(Settings.Headings.reachOfNumber).first { $0.number?.follows(number) ?? false }
        return [before, after].contains { $0.map { $0.words > Settings.Headings.mostWords } ?? false }
    }

    private func isSectionForm(_ number: PrintedNumber, of passage: Passage) -> Bool {
        guard !passage.isAside, passage.form != .row, passage.form != .table else { return false }
        switch number.form {
        case .plain: return number.isDelimited || passage.isSetOff && number.last < Settings.Headings.mostBareNumber
        case .decimal, .prefixed: return true
        case .lettered: return number.isDelimited
        case .bracketed, .minute: return false
        }
    }

    /// Whether "3.1" follows "3."; a line of a list has none.
    private func standsOverParagraphs(_ index: Int) -> Bool {
        guard let number = reading.passages[index].number, number.form == .plain || number.form == .decimal else { return false }
        var place = index
        for _ in 0..<Settings.Headings.reachOfParagraph {
            guard let next = reading.next(after: place) else { return false }
            place = next
            if let below = reading.passages[next].number {
                return below.form == .decimal && below.depth == number.depth + 1 && below.outline.starts(with: number.outline)
            }
        }
        return false
    }

    private func section(number: PrintedNumber, range: TextRange, at index: Int) -> Heading {
        Heading(
            kind: .section, number: number.text, title: reading.title(range, at: index),
            depth: number.form == .lettered ? nil : number.depth,
            rank: reading.passages[index].isSetOff ? reading.passages[index].rank : usualRank, rule: reading.cue(.section, at: index)?.rule)
    }

    /// Where the paper's own title and form end: at the first numbered heading, known heading, block of recommendations, or heading with text below.
    private func beginning(_ numbers: [Int: Heading]) -> Int {
        let paragraph = reading.firstParagraph() ?? 0
        let contents = reading.passages.indices.first { reading.isLabel([.contentsHeading], at: $0) }.map { reading.passages[$0].page }
        for index in reading.passages.indices {
            // Behind the list of contents all is the paper's own text.
            if let contents, reading.passages[index].page > contents, reading.passages[index].isSetOff, reading.isHeadingLike(at: index) {
                return index
            }
            if numbers[index] != nil || reading.cue(.recommendation, at: index) != nil || common(at: index) != nil { return index }
            if index > paragraph { return index }
            guard reading.passages[index].isSetOff, reading.isHeadingLike(at: index) else { continue }
            // The last heading before the text is the first section, unless it is larger than all that follow: then it is the title.
            if let next = reading.next(after: index), next == paragraph, !isTitle(index) { return index }
        }
        return reading.passages.count
    }

    private func isTitle(_ index: Int) -> Bool {
        let later = reading.passages.indices[(index + 1)...].lazy.filter { reading.passages[$0].isSetOff && reading.isHeadingLike(at: $0) }
            .prefix(20)
        return later.allSatisfy {
            reading.passages[$0].rank > reading.passages[index].rank || reading.passages[$0].size < reading.passages[index].size - 0.5
        }
    }

    private func unnumbered(at index: Int) -> Heading? {
        let passage = reading.passages[index]
        guard passage.number == nil || passage.number?.isDelimited == false && passage.number?.form != .decimal else { return nil }
        guard passage.isSetOff, reading.isHeadingLike(at: index) else {
            return common(at: index) ?? betweenParagraphs(at: index) ?? inItalics(at: index)
        }
        if case .paragraph = passage.form, passage.words > Settings.Headings.mostBoldWords { return nil }
        let range = passage.number == nil ? passage.body : passage.range
        return Heading(
            kind: .section, title: reading.title(range, at: index), rank: passage.rank, rule: reading.cue(.section, at: index)?.rule)
    }

    /// A heading known by its words.
    private func common(at index: Int) -> Heading? {
        let passage = reading.passages[index]
        guard passage.form != .row, passage.words <= Settings.Headings.mostWords, !passage.isBulleted, passage.number == nil,
            !reading.isLabel(
                reading.kind == .decisionNotice ? [.answer, .caption, .contents, .field] : [.answer, .caption, .contents], at: index),
            let cue = reading.cue(.section, at: index)
        else { return nil }
        return Heading(
            kind: .section, title: reading.title(passage.body, at: index), rank: passage.isSetOff ? passage.rank : usualRank, rule: cue.rule
        )
    }

    /// A plain line between two numbered paragraphs, without a stop: it can only head the second.
    private func betweenParagraphs(at index: Int) -> Heading? {
        let passage = reading.passages[index]
        guard passage.form == .paragraph, passage.words <= Settings.Headings.mostBetweenParagraphs, passage.number == nil,
            !passage.isContinued,
            reading.isHeadingLike(at: index),
            passage.ending != ".", passage.ending != ":", let previous = reading.previous(before: index),
            let next = reading.next(after: index),
            reading.passages[previous].words > passage.words, reading.passages[previous].ending == ".",
            let number = reading.passages[next].number, number.form == .decimal, reading.passages[next].words > passage.words
        else { return nil }
        return Heading(kind: .section, title: reading.title(passage.body, at: index), rank: usualRank)
    }

    /// A short line in italics over a paragraph.
    private func inItalics(at index: Int) -> Heading? {
        let passage = reading.passages[index]
        guard passage.isItalic, passage.form == .paragraph, passage.words <= Settings.Headings.mostBetweenParagraphs, passage.number == nil,
            !passage.isContinued, reading.isHeadingLike(at: index), passage.ending?.isLetter == true || passage.ending == ")",
            !reading.tells(at: index), !reading.text(at: index).slice(passage.body).contains(":"),
            let previous = reading.previous(before: index), let next = reading.next(after: index)
        else { return nil }
        let (before, after) = (reading.passages[previous], reading.passages[next])
        guard before.isSetOff || before.ending == "." || before.ending == ":", !after.isItalic, !after.isSetOff, after.form != .table,
            after.words >= Settings.Headings.fewestCutWords
        else { return nil }
        return Heading(kind: .section, title: reading.title(passage.body, at: index), rank: passage.rank)
    }

    /// Bold words at the start of a numbered paragraph, or known ones at the start of any.
    private func runIn(at index: Int, after start: Int) -> Heading? {
        let passage = reading.passages[index]
        guard let lead = reading.runInLead(at: index), !passage.isBulleted,
            !reading.isLabel([.field, .caption, .answer, .votes, .sum, .entry, .action], at: index)
        else { return nil }
        let words = reading.title(lead, at: index)
        if let number = passage.number, number.form == .decimal, index >= start {
            return Heading(kind: .section, number: number.text, title: words, depth: number.depth, rank: 9, isRunIn: true)
        }
        guard passage.number == nil, let rule = cues.rule(finding: .section, as: lead, of: passage) else { return nil }
        return Heading(kind: .section, title: words, rank: usualRank, rule: rule)
    }

    private func recommendation(_ cue: Cue, at index: Int) -> Heading {
        let passage = reading.passages[index]
        return Heading(
            kind: .recommendation, number: passage.number?.text, title: reading.title(cue.range, at: index), depth: passage.number?.depth,
            rank: passage.isSetOff ? passage.rank : usualRank, rule: cue.rule)
    }

    /// A heading without number directly over a numbered section of the first depth stands over all that follow in its series.
    private func markGroups(_ headings: inout [Int: Heading]) {
        for index in headings.keys.sorted() {
            guard let heading = headings[index], heading.depth == nil, heading.kind == .section, !heading.isRunIn,
                let next = reading.next(after: index), let below = headings[next], below.depth == 1, below.rank >= heading.rank
            else { continue }
            headings[index]?.isGroup = true
        }
    }
}

extension ArraySlice<Unicode.Scalar> {
    /// The whole number that stands alone at the end, behind words.
    fileprivate var trailingNumber: Int? {
        guard let end = lastIndex(where: { !$0.isGap }), self[end].isDigit else { return nil }
        let start = self[...end].lastIndex { !$0.isDigit }.map { $0 + 1 } ?? startIndex
        guard start > startIndex, self[start - 1].isGap, self[..<start].contains(where: \.isLetter), end - start < 4 else { return nil }
        return self[start...end].reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
    }
}

extension Reading {
    /// The last passage before `index` in the flow; nil at the start.
    func previous(before index: Int) -> Int? {
        var previous = index - 1
        while previous >= 0, passages[previous].isAside { previous -= 1 }
        return previous >= 0 ? previous : nil
    }

    /// Bold words at the start of a passage with plain ones after them, where a colon, dash or full stop parts the two.
    func runInLead(at index: Int) -> TextRange? {
        let passage = passages[index]
        guard let lead = passage.lead, !passage.isBold, !passage.isHeading, lead.count > 2, !passage.beginsSmall else { return nil }
        let slice = text(at: index).slice(TextRange(lead.start, min(passage.body.end, lead.end + 3)))
        let words = words(lead, at: index).split(separator: " ")
        guard words.count <= Settings.Headings.mostLeadWords, slice.contains(where: \.isLetter) else { return nil }
        let isMark: (Unicode.Scalar) -> Bool = { $0 == ":" || $0.isDash || $0 == "." }
        let last = slice[..<lead.end].last { !$0.isGap }
        let after = slice[lead.end...].first { !$0.isGap }
        return last.map(isMark) ?? false || after.map { isMark($0) && $0 != "." } ?? false ? lead : nil
    }
}
