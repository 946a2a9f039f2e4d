internal import PaperModel
internal import RuleEngine

// Items without numbers that nothing but capitals or a bold beginning tells.
extension AgendaItems {
    /// Lines in capitals over plain text in minutes that set nothing off: "APOLOGIES", "POCKET PARK". Some must be titles that meetings have.
    func capitalTitles() -> [Int: Heading] {
        guard !isAgenda else { return [:] }
        let found = reading.passages.indices.filter { isCapitalTitle($0) }
        let known = found.filter { reading.isLabel([.commonItem, .usualTopic], at: $0) }
        guard known.count >= Settings.Items.fewestCommonLettered, known.contains(where: { reading.isLabel([.commonItem], at: $0) }) else {
            return [:]
        }
        // The title of the paper stands above the list of who came.
        let head =
            known.last.flatMap { last in meetings.last { $0 < last && $0 < (known.first ?? 0) + Settings.Items.reachOfAttendance } } ?? -1
        return found.filter { $0 > head && $0 >= (known.first { $0 > head } ?? 0) }.reduce(into: [:]) { result, index in
            result[index] = titles.bare(at: index, why: "it is a line in capitals as titles of items are, and nothing carries numbers")
        }
    }

    private func isCapitalTitle(_ index: Int) -> Bool {
        let passage = reading.passages[index]
        guard passage.form == .paragraph, passage.number == nil, !passage.isAside, !passage.isBulleted,
            passage.words <= Settings.Items.mostTitleWords, titles.isInCapitals(passage.body, at: index),
            reading.isHeadingLike(at: index) || reading.isLabel([.partName], at: index),
            !reading.isLabel([.attendance, .meetingTitle, .closing], at: index), let next = reading.next(after: index)
        else { return false }
        return !titles.isInCapitals(reading.passages[next].body, at: next)
    }

    /// Bold words that paragraphs begin with where nothing else is set off: "Chairman's Report: he thanked", "FINANCE. A cheque was signed". One at
    /// least must be the title of an item that meetings have.
    func boldLeads() -> [Int: Heading] {
        guard !isAgenda else { return [:] }
        var result: [Int: Heading] = [:]
        var (isKnown, bullets) = (false, 0)
        for (index, passage) in reading.passages.enumerated() where passage.form == .paragraph || passage.form == .listItem {
            let isBullet = passage.isBulleted || passage.form == .listItem
            guard !passage.isAside, passage.number.map({ $0.form == .plain }) ?? true,
                let lead = isBullet && passage.isBold
                    ? passage.body : reading.runInLead(at: index) ?? reading.unmarkedLead(at: index),
                !reading.isLabel([.attendance, .action, .answer, .meetingTitle, .field, .date, .votes], at: index),
                reading.cue(.resolution, at: index) == nil, !isApologyOfHead(index, lead)
            else { continue }
            let isLabel = cues.isLabel([.commonItem, .usualTopic], lead, of: passage)
            guard isLabel || !reading.cues[index].contains(where: { $0.kind == .person }) else { continue }
            isKnown = isKnown || isLabel
            if isBullet, isLabel { bullets += 1 }
            var heading = Heading(
                kind: .agendaItem, number: passage.number?.text, title: reading.title(lead, at: index), depth: 1, rank: passage.rank,
                end: lead.end)
            heading.why = "its bold words begin a paragraph as those of others do, and nothing carries numbers"
            result[index] = heading
        }
        // A list of points has bold words too.
        if bullets < Settings.Items.fewestCommonHeadings { result = result.filter { !reading.passages[$0.key].isBulleted } }
        return isKnown && result.count >= Settings.Items.fewestLeads ? result : [:]
    }

    /// Short lines that nothing sets off, where several are titles that meetings have: the lines of an agenda without numbers, one below the other, or
    /// the titles of minutes with text below each.
    func plainTitles() -> [Int: Heading] {
        let found = reading.passages.indices.filter { isPlainTitle($0) }
        let known = found.filter { reading.isLabel([.commonItem, .usualTopic], at: $0) }
        guard known.count >= Settings.Items.fewestCommonHeadings, let first = known.first, let last = known.last else { return [:] }
        return found.filter { (first...last).contains($0) }.reduce(into: [:]) { result, index in
            result[index] = titles.bare(at: index, why: "it is a short line as others are that name items, and nothing is set off")
        }
    }

    private func isPlainTitle(_ index: Int) -> Bool {
        let passage = reading.passages[index]
        guard passage.form == .paragraph || isAgenda && passage.form == .listItem, passage.number == nil, !passage.isAside,
            !passage.beginsSmall, passage.words <= Settings.Items.mostTitleWords, passage.ending != ".", passage.ending != ":",
            passage.ending != ";", passage.ending != ",",
            !reading.isLabel([.attendance, .meetingTitle, .closing, .signature, .date, .answer, .banner], at: index)
        else { return false }
        if isAgenda { return true }
        guard passage.words <= Settings.Headings.mostBetweenParagraphs, let next = reading.next(after: index) else { return false }
        return reading.passages[next].ending == "." || reading.passages[next].words > passage.words
    }

    /// Whether bold words say who was away, directly below the list of who came: that is the head of the paper.
    private func isApologyOfHead(_ index: Int, _ lead: TextRange) -> Bool {
        guard let above = reading.previous(before: index), reading.isLabel([.attendance], at: above), reading.passages[above].words > 1
        else {
            return false
        }
        return reading.words(lead, at: index).lowercased().hasPrefix("apolog")
    }

    /// Whether items that look one way are more than those that stand out as headings; these may be the title of the paper, or one whose
    /// text begins a new line.
    func weighsMore(_ others: [Int: Heading], than found: [Int: Heading]) -> Bool {
        others.count > found.count && found.count < Settings.Items.fewestCommonHeadings
    }
}

extension Reading {
    /// Bold words at the start of a passage that no mark parts from the plain ones after them, which begin a sentence.
    func unmarkedLead(at index: Int) -> TextRange? {
        let passage = passages[index]
        guard let lead = passage.lead, !passage.isBold, !passage.isHeading, lead.count > 2, !passage.beginsSmall else { return nil }
        let words = words(lead, at: index)
        let isShort = words.split(separator: " ").count <= Settings.Headings.mostUnmarkedWords
        let after = text(at: index).slice(TextRange(lead.end, passage.body.end)).first { !$0.isGap }
        return isShort && (after?.isUpper ?? false || words.isInCapitals) ? lead : nil
    }

    /// Numbers with a dot that words call items: "Item 5.1", "Items 6.2 and 7.1".
    func namedItems() -> Set<String> {
        var result: Set<String> = []
        for page in paper.pages {
            let scalars = page.text.scalars
            for place in scalars.indices where scalars[place] == "m" || scalars[place] == "s" {
                // "tem 5.1", "tems 6.2"
                let start = place + 2
                guard start < scalars.count, scalars[place + 1].isGap, scalars[start].isDigit, place > 3,
                    scalars[place - 1] == "e" || scalars[place - 1] == "m",
                    scalars[place - 2] == "t" || scalars[place - 2] == "e",
                    let number = PrintedNumber(scalars[start...].prefix(Settings.Lines.mostNumberScalars)),
                    number.form == .decimal
                else { continue }
                result.insert(number.text)
            }
        }
        return result
    }
}
