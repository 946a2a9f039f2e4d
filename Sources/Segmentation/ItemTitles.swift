internal import PaperModel
internal import RuleEngine

/// Reads the titles of items of business.
struct ItemTitles {
    private let reading: Reading
    private let cues: CueReading
    private let isAgenda: Bool

    init(_ reading: Reading, cues: CueReading, isAgenda: Bool) {
        self.reading = reading
        self.cues = cues
        self.isAgenda = isAgenda
    }

    /// "Item 7:", and the heading that begins with it.
    func word(at index: Int) -> (number: PrintedNumber, heading: Heading)? {
        guard let word = reading.cue(.agendaItem, at: index), let text = word["number"],
            let number = PrintedNumber(ArraySlice((text + ".").unicodeScalars))
        else { return nil }
        let passage = reading.passages[index]
        let rest = reading.text(at: index).trimmed(TextRange(word.range.end, passage.range.end))
        var title = reading.title(rest, at: index, reference: reference(at: index))
        if title.isEmpty, let next = reading.next(after: index), reading.passages[next].isSetOff == passage.isSetOff {
            // "Item 4" on a line of its own.
            title =
                titleRange(of: reading.passages[next], at: next).map { reading.title($0, at: next, reference: reference(at: next)) } ?? ""
        }
        let heading = Heading(kind: .agendaItem, number: number.text, title: title, rule: word.rule)
        return (number, heading)
    }

    /// Whether the words, or those of the next passage where the number stands alone, are the title of an item that most meetings have.
    func isCommon(at index: Int) -> Bool {
        if reading.isLabel([.commonItem], at: index) { return true }
        let passage = reading.passages[index]
        // "1. Apologies: none" with its title in bold, "2. Declarations of interest."
        let title = passage.number == nil ? nil : passage.isSetOff ? passage.body : passage.lead
        if let title, cues.isLabel([.commonItem], title, of: passage) { return true }
        return reading.passages[index].body.isEmpty && reading.next(after: index).map { reading.isLabel([.commonItem], at: $0) } ?? false
    }

    /// Whether a range has letters and all are capitals.
    func isInCapitals(_ range: TextRange, at index: Int) -> Bool {
        let letters = reading.text(at: index).slice(range).filter(\.isLetter)
        return letters.count > 2 && letters.allSatisfy(\.isUpper)
    }

    /// A heading without a number.
    func bare(at index: Int, why: String) -> Heading {
        let passage = reading.passages[index]
        // A bullet is no part of a title.
        let words = passage.isBulleted ? passage.body : passage.range
        var heading = Heading(
            kind: .agendaItem, number: nil, title: reading.title(words, at: index, reference: reference(at: index)), depth: 1,
            rank: passage.rank)
        heading.why = why
        return heading
    }

    /// A title that most meetings have, in bold before the text of a paragraph without a number; nil where none stands there.
    func lead(at index: Int, why: String) -> Heading? {
        let passage = reading.passages[index]
        guard passage.number == nil, !passage.isAside, !passage.isBold, !passage.isBulleted, let lead = passage.lead,
            cues.isLabel([.commonItem], lead, of: passage)
        else { return nil }
        var heading = Heading(
            kind: .agendaItem, number: nil, title: reading.title(lead, at: index), depth: 1, rank: passage.rank, end: lead.end)
        heading.why = why
        return heading
    }

    /// An item's heading where the passage has one: bold words, words before a colon or dash, or the whole where it is short.
    func heading(at index: Int, number: PrintedNumber) -> Heading? {
        var place = index
        var passage = reading.passages[index]
        if passage.body.isEmpty {
            // The number stands alone; the title is what follows it.
            guard let next = reading.next(after: index), reading.passages[next].form != .table else { return nil }
            place = next
            passage = reading.passages[next]
            // "2024/25 Forecast" begins with a year and no number of its own.
            if let number = passage.number {
                guard !number.isDelimited, passage.isSetOff else { return nil }
                passage.body = passage.range
            }
        }
        guard let range = titleRange(of: passage, at: place) else { return nil }
        let title = reading.title(range, at: place, reference: reference(at: place))
        guard title.unicodeScalars.contains(where: \.isLetter) else { return nil }
        var heading = Heading(kind: .agendaItem, number: number.text, title: title, rank: passage.rank)
        if place == index, passage.form != .row, range.end < passage.body.end { heading.end = range.end }
        return heading
    }

    /// The first line of a paragraph that the author broke below it, as pages of parishes do; else the whole.
    private func firstLine(of passage: Passage) -> TextRange {
        guard let page = reading.paper.page(passage.page), page.lines.isEmpty, !passage.isSetOff,
            let first = page.text.lines(of: passage.body).first, page.text.trimmed(first).end < passage.body.end
        else { return passage.body }
        return page.text.trimmed(first)
    }

    /// The title in a cell of minutes that goes on with what was said: before a colon or dash, or a first line that leaves room.
    private func rowTitle(in cell: TextRange, of text: PageText) -> TextRange {
        guard !isAgenda else { return cell }
        if let end = text.endOfRunIn(cell, mostWords: Settings.Items.mostRunInWords) { return TextRange(cell.start, end) }
        return text.endOfShortLine(from: cell.start, in: cell).map { TextRange(cell.start, $0) } ?? cell
    }

    private func titleRange(of passage: Passage, at index: Int) -> TextRange? {
        let text = reading.text(at: index)
        // A row's title ends with its cell.
        let cell =
            passage.form == .row
            ? text.slice(passage.body).firstIndex(of: "\t").map { TextRange(passage.body.start, $0) } ?? passage.body
            : firstLine(of: passage)
        if passage.isSetOff { return cell }
        if passage.form == .row, passage.words <= Settings.Items.mostAgendaTitleWords {
            return rowTitle(in: cell, of: text)
        }
        if let lead = passage.lead, lead.count > 2 {
            // "Updates: Road closures –": the item is the first of two headings in a row.
            return text.endOfRunIn(lead, mostWords: Settings.Items.mostRunInWords).map { TextRange(lead.start, $0) } ?? lead
        }
        if !isAgenda, reading.cue(.resolution, at: index) == nil, let capitals = text.leadingCapitals(of: cell) { return capitals }
        if let end = text.endOfRunIn(cell, mostWords: Settings.Items.mostRunInWords, at: isAgenda ? .colonDash : .any),
            text.slice(TextRange(cell.start, end)).contains(where: \.isLetter)
        {
            return TextRange(cell.start, end)
        }
        // "Apologies. None were received.": the first sentence is a title where rules know it for one.
        if !isAgenda, let common = cues.leadingLabel([.commonItem, .usualTopic], of: passage) { return common }
        let most = isAgenda ? Settings.Items.mostAgendaTitleWords : Settings.Items.mostPlainTitleWords
        let (words, ending, _) = text.shape(of: cell, most: most + 1)
        return words <= Settings.Items.mostTitleWords || words <= most && ending != "." ? cell : nil
    }
}

// Where an item's papers stand, and items that say which item of the agenda they are.
extension ItemTitles {
    /// "(Item 3)", "(Pages 1 - 4)" at the end of a passage.
    private func reference(at index: Int) -> TextRange? {
        var end: TextRange?
        for cue in cues.words([.label, .agendaItem], in: reading.passages[index]) where cue.placement.position == .end && cue.isReference {
            end = end.map { $0.union(cue.range) } ?? cue.range
        }
        return end
    }

    /// "(Pages 1 - 4)" at the end of a passage: no part of its text.
    func pages(at index: Int) -> TextRange? {
        cues.words([.label], in: reading.passages[index]).first { $0.role == .reference }?.range
    }

    /// Headings with "(Item 3)" at their end or in the line below.
    func referencedHeadings() -> [Int: Heading] {
        var result: [Int: Heading] = [:]
        for (index, passage) in reading.passages.enumerated() where passage.isSetOff && !passage.isAside {
            let own = number(in: index)
            let below = own == nil ? reading.next(after: index).flatMap { reading.passages[$0].words <= 3 ? number(in: $0) : nil } : nil
            guard let number = own ?? below else { continue }
            let title = reading.title(passage.body, at: index, reference: reference(at: index))
            guard !title.isEmpty else { continue }
            // The minute's own number may stand alone in the margin.
            let margin = reading.previous(before: index).flatMap { previous -> (index: Int, number: PrintedNumber)? in
                guard reading.passages[previous].body.isEmpty, result[previous] == nil, passage.number == nil else { return nil }
                return reading.passages[previous].number.map { (previous, $0) }
            }
            var heading = Heading(
                kind: .agendaItem, number: passage.number?.text ?? margin?.number.text ?? number.text, title: title, depth: 1,
                rank: passage.rank, rule: number.rule)
            heading.why = "it names an item of the agenda"
            result[margin?.index ?? index] = heading
        }
        return result
    }

    private func number(in index: Int) -> (text: String, rule: String)? {
        cues.words([.agendaItem], in: reading.passages[index]).lazy.filter { $0.placement.position == .end }.compactMap { cue in
            cue["number"].map { ($0, cue.rule) }
        }.first
    }

    /// The items of a page whose template says which they are.
    func ofTemplate() -> [Int: Heading] {
        var result: [Int: Heading] = [:]
        var number: (index: Int, text: String)?
        var last: (item: Int?, index: Int)?
        for (index, passage) in reading.passages.enumerated() {
            switch passage.role {
            case .itemNumber:
                number = (index, passage.number?.text ?? reading.title(passage.range, at: index))
            case .itemTitle where passage.item != nil || number != nil:
                // A page may have its numbers in cells that the system did not mark.
                if number == nil, let above = reading.previous(before: index), reading.passages[above].body.isEmpty, result[above] == nil {
                    number = reading.passages[above].number.map { (above, $0.text) }
                }
                // A title over several paragraphs of the page is one item.
                if number == nil, let last, last.index == index - 1, last.item == passage.item { continue }
                last = (passage.item, index)
                let title = reading.title(number == nil ? passage.body : passage.range, at: index, reference: reference(at: index))
                var heading = Heading(
                    kind: .agendaItem, number: number?.text ?? passage.number?.text, title: title, depth: 1, rank: 0)
                heading.why = "the page template says so"
                result[number?.index ?? index] = heading
                number = nil
            default: continue
            }
        }
        return result
    }
}

extension PageText {
    /// The words in capitals that a range begins with, where a sentence in small letters follows: "APOLOGIES Mr Oak was away".
    fileprivate func leadingCapitals(of range: TextRange) -> TextRange? {
        var end = range.start
        var letters = 0
        for word in slice(range).split(whereSeparator: \.isGap) {
            let own = word.filter(\.isLetter)
            if own.contains(where: { !$0.isUpper }) {
                return letters >= Settings.Headings.fewestCapitals && word.first?.isUpper ?? false ? TextRange(range.start, end) : nil
            }
            // "A" may begin the sentence.
            if own.isEmpty || own.count == 1 && word.count == 1 { continue }
            letters += own.count
            end = word.endIndex
            if word.last == ":" || word.last == "." {
                return letters >= Settings.Headings.fewestCapitals ? TextRange(range.start, end) : nil
            }
        }
        return nil
    }
}

extension Cue {
    /// Whether it only points somewhere: pages, an item of the agenda.
    fileprivate var isReference: Bool { kind == .agendaItem || role == .reference }
}
