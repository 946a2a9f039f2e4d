internal import PaperModel
internal import RuleEngine

// Headings within the items of minutes.
extension Sections {
    /// Headings inside the items of minutes: lines set off, bold words at the start of a paragraph, a line alone over a list.
    func inside(_ items: Set<Int>) -> [Int: Heading] {
        var result: [Int: Heading] = [:]
        var isInside = false
        for index in reading.passages.indices {
            if items.contains(index) {
                isInside = true
                continue
            }
            if reading.isUnderlinedAlone(at: index), reading.cue(.section, at: index) == nil, isPartOfMotion(index, items) { continue }
            // Behind the end of a meeting comes the head of the next, or a list of names.
            if reading.isLabel([.closing, .meetingTitle, .attendance], at: index) { isInside = false }
            guard isInside, !taken.contains(index), !isAllOfItem(index, items), var heading = insideItem(at: index) else { continue }
            heading.why =
                reading.passages[index].isSetOff
                ? "it stands out within an item" : heading.isLead ? "its bold words head a paragraph" : "it stands alone over a list"
            result[index] = heading
        }
        addParallel(to: &result, items: items)
        return result
    }

    /// Whether a line without a number is all that stands between two items: "Alan Cole, EDC" under "Apologies" is what the item says, and
    /// heads nothing.
    private func isAllOfItem(_ index: Int, _ items: Set<Int>) -> Bool {
        guard index > 0, items.contains(index - 1), reading.passages[index].number == nil, let next = reading.next(after: index) else {
            return false
        }
        return items.contains(next)
    }

    /// Whether a line stands over a lettered part of what is moved, or below what the item has resolved: both may have parts with a line under
    /// their titles.
    private func isPartOfMotion(_ index: Int, _ items: Set<Int>) -> Bool {
        if let next = reading.next(after: index), reading.passages[next].number?.form == .lettered { return true }
        for above in (max(0, index - Settings.Headings.reachOfNumber)..<index).reversed() {
            if items.contains(above) { return false }
            if !cues.words([.resolution], in: reading.passages[above]).isEmpty { return true }
        }
        return false
    }

    /// Labels that are no heading within an item.
    private static let noHeadings: Set<LabelRole> = [
        .reference, .banner, .closing, .votes, .answer, .caption, .action, .sum, .entry, .leadIn, .attendance, .meetingTitle, .field,
    ]

    /// Where headings of an item run into their text, plain words before a dash are one of them: whoever set them in bold missed one.
    private func addParallel(to result: inout [Int: Heading], items: Set<Int>) {
        let bounds = items.sorted() + [reading.passages.count]
        for (start, end) in zip(bounds, bounds.dropFirst()) {
            guard (start..<end).count(where: { result[$0]?.isLead ?? false }) > 1 else { continue }
            for index in start + 1..<end where result[index] == nil && !taken.contains(index) {
                let passage = reading.passages[index]
                guard passage.form == .paragraph, passage.number == nil, !passage.beginsSmall, !passage.isContinued,
                    let stop = reading.text(at: index).endOfRunIn(passage.body, mostWords: Settings.Headings.mostParallelWords, at: .dash)
                else { continue }
                result[index] = Heading(
                    kind: .section, title: reading.title(TextRange(passage.body.start, stop), at: index), rank: 8, isLead: true)
            }
        }
    }

    private func insideItem(at index: Int) -> Heading? {
        let passage = reading.passages[index]
        guard !passage.isAside, passage.form != .table, passage.form != .row, passage.role != .itemTitle else { return nil }
        // What begins a resolution, a vote or a speech is no heading.
        if reading.cues[index].contains(where: { [.resolution, .votes, .person].contains($0.kind) }) { return nil }
        if reading.isLabel(Sections.noHeadings, at: index) || FormField.isItemField(index, in: reading) { return nil }
        if passage.words <= Settings.Headings.mostOutcomeWords,
            cues.words([.outcome, .resolution], in: passage).contains(where: { reading.isSaid($0, at: index) })
        {
            return nil
        }
        if let cue = reading.cue(.section, at: index), cue["number"] != nil, passage.words <= Settings.Headings.mostWords {
            return Heading(
                kind: .section, number: cue["number"], title: reading.title(passage.range, at: index), rank: passage.rank, rule: cue.rule)
        }
        if passage.isSetOff {
            guard reading.isHeadingLike(at: index), passage.words <= Settings.Headings.mostWordsInItem else { return nil }
            let isNumbered = passage.number.map { $0.form != .minute && $0.form != .prefixed } ?? false
            return Heading(
                kind: .section, number: isNumbered ? passage.number?.text : nil,
                title: reading.title(isNumbered ? passage.body : passage.range, at: index),
                depth: isNumbered && passage.number?.form != .lettered ? passage.number?.depth : nil, rank: passage.rank)
        }
        if passage.role != .agendaText, !passage.isBulleted, let lead = reading.runInLead(at: index) ?? numberedLead(at: index) {
            return Heading(
                kind: .section, number: passage.number.flatMap { $0.form == .minute ? nil : $0.text },
                title: reading.title(lead, at: index),
                rank: 8, isLead: true)
        }
        if passage.role != .agendaText, let lead = slantedLead(at: index) {
            return Heading(
                kind: .section, number: passage.number.flatMap { $0.form == .minute ? nil : $0.text },
                title: reading.title(lead, at: index),
                rank: 8, isLead: true)
        }
        guard passage.role != .agendaText, standsOverList(index) else { return nil }
        return Heading(kind: .section, title: reading.title(passage.body, at: index), rank: 9)
    }

    /// What heads a paragraph with a number of its own in an item, where the author set nothing before the text: bold words behind "7.2", plain ones
    /// with a colon behind "7.2", a line of few words behind "(b)".
    private func numberedLead(at index: Int) -> TextRange? {
        let passage = reading.passages[index]
        guard reading.kind == .minutes, let number = passage.number, !passage.beginsSmall, passage.role == nil else { return nil }
        let text = reading.text(at: index)
        switch number.form {
        case .decimal:
            if let lead = reading.unmarkedLead(at: index) { return lead }
            return text.endOfColonTitle(passage.body, mostWords: Settings.Items.mostRunInWords).map { TextRange(passage.body.start, $0) }
        case .lettered:
            // "(b) Receipts:" above its list, "(b) DISCUSSION OF APPEALS" above its text.
            guard number.isDelimited, let line = text.lines(of: passage.body).first.map(text.trimmed) else { return nil }
            let words = reading.words(line, at: index)
            let isShort = words.split(separator: " ").count <= Settings.Headings.mostWordsOverList
            let isAlone = line.end >= text.trimmed(passage.body).end
            let isTitle = isShort && words.hasSuffix(":") || isAlone && (words.isInCapitals || standsAlone(index))
            return isTitle && !Reading.saysMore(words) ? line : nil
        default: return nil
        }
    }

    /// Whether a line with a letter is no entry of a list: text without a number stands above it and below it.
    private func standsAlone(_ index: Int) -> Bool {
        let passage = reading.passages[index]
        guard passage.words <= Settings.Headings.mostBetweenParagraphs,
            passage.ending.map({ $0.isLetter || $0.isDigit || $0 == ")" }) ?? false,
            let above = reading.previous(before: index), let below = reading.next(after: index)
        else { return false }
        let (before, after) = (reading.passages[above], reading.passages[below])
        return before.number?.form != .lettered && before.ending != ":" && before.ending != ";" && after.number == nil
            && !after.isBulleted && !after.beginsSmall && after.words > passage.words
    }

    /// A plain line of a few words without a stop, directly over a list: a heading by its place. With a colon it would lead into the list.
    private func standsOverList(_ index: Int) -> Bool {
        let passage = reading.passages[index]
        guard passage.form == .paragraph, passage.number == nil, !passage.isBulleted, passage.words <= Settings.Headings.mostWordsOverList,
            reading.isHeadingLike(at: index),
            passage.ending != ":", passage.ending != ".", let next = reading.next(after: index)
        else { return false }
        let below = reading.passages[next]
        return below.form == .listItem && below.words > passage.words && below.number.map { $0.last == 1 } ?? true
    }
}
