internal import PaperModel
internal import RuleEngine

// Headings of reports that carry none, and blocks of recommendations.
extension Sections {
    func unnumbered(at index: Int) -> Heading? {
        let passage = reading.passages[index]
        guard passage.number == nil || passage.number?.isDelimited == false && passage.number?.form != .decimal else { return nil }
        guard passage.isSetOff, reading.isHeadingLike(at: index) else {
            return common(at: index) ?? betweenParagraphs(at: index) ?? inItalics(at: index)
        }
        let cue = reading.cue(.section, at: index)
        if case .paragraph = passage.form, passage.words > Settings.Headings.mostBoldWords, cue == nil { return nil }
        let range = passage.number == nil ? passage.body : passage.range
        var heading = Heading(kind: .section, title: reading.title(range, at: index), rank: passage.rank, rule: cue?.rule)
        if reading.isLabel([.partHead], at: index) { (heading.number, heading.isPart) = (cue?["number"], true) }
        return heading
    }

    /// A heading known by its words.
    func common(at index: Int) -> Heading? {
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
    func runIn(at index: Int, after start: Int) -> Heading? {
        let passage = reading.passages[index]
        if index >= start, let lead = slantedLead(at: index) {
            return Heading(
                kind: .section, number: passage.number?.text, title: reading.title(lead, at: index), rank: 9, isRunIn: true)
        }
        guard let lead = reading.runInLead(at: index), !passage.isBulleted,
            !reading.isLabel([.field, .caption, .answer, .votes, .sum, .entry, .action], at: index),
            !cues.isLabel([.appendixList, .contacts], lead, of: passage)
        else { return nil }
        let words = reading.title(lead, at: index)
        if let number = passage.number, number.form == .decimal, index >= start {
            return Heading(kind: .section, number: number.text, title: words, depth: number.depth, rank: 9, isRunIn: true)
        }
        guard passage.number == nil, let rule = cues.rule(finding: .section, as: lead, of: passage), !standsAmongRunIns(index) else {
            return nil
        }
        return Heading(kind: .section, title: words, rank: usualRank, rule: rule)
    }

    /// Whether the paragraph above or below begins with bold words that no rule knows: together they are a list of points.
    private func standsAmongRunIns(_ index: Int) -> Bool {
        [reading.previous(before: index), reading.next(after: index)].contains { place in
            guard let place, let lead = reading.runInLead(at: place), reading.passages[place].number == nil,
                !reading.isLabel([.field], at: place)
            else { return false }
            return [.section, .recommendation].allSatisfy { cues.rule(finding: $0, as: lead, of: reading.passages[place]) == nil }
        }
    }

    func recommendation(_ cue: Cue, at index: Int) -> Heading {
        let passage = reading.passages[index]
        return Heading(
            kind: .recommendation, number: passage.number?.text, title: reading.title(cue.range, at: index), depth: passage.number?.depth,
            rank: passage.isSetOff ? passage.rank : usualRank, rule: cue.rule)
    }
}
