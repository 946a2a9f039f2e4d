internal import PaperModel
internal import RuleEngine

// Headings of reports that carry a number.
extension Sections {
    /// "3. Workforce" and "3.1 Vacancies" where the number is a heading's own: set off, or a short line whose series goes on.
    func numberedHeadings() -> [Int: Heading] {
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

    /// The headings of a report that is set in a layout table, the numbers in one column and headings and paragraphs in the next: bold over numbers
    /// of its own paragraphs, or a short line over text without a number.
    func rowHeadings() -> [Int: Heading] {
        guard reading.kind == .report else { return [:] }
        var result: [Int: Heading] = [:]
        for (index, passage) in reading.passages.enumerated() where passage.form == .row && !taken.contains(index) {
            guard let number = passage.number, !passage.body.isEmpty, passage.ending != ".",
                passage.words <= Settings.Headings.mostPlainNumbered, !reading.text(at: index).slice(passage.body).contains("\t")
            else { continue }
            let heads: Bool
            switch number.form {
            case .plain: heads = number.isDelimited && passage.isBold && standsOverParagraphs(index)
            case .decimal:
                heads = reading.next(after: index).map { reading.passages[$0].form == .row && reading.passages[$0].number == nil } ?? false
            default: heads = false
            }
            if heads { result[index] = section(number: number, range: passage.body, at: index) }
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
}
