internal import PaperModel
internal import RuleEngine

// Items without numbers.
extension AgendaItems {
    /// Headings without a number whose title most meetings have.
    func commonHeadings(with roles: Set<LabelRole>) -> [Int] {
        reading.passages.indices.filter { index in
            let passage = reading.passages[index]
            return passage.isSetOff && passage.number == nil && !passage.isAside && reading.isHeadingLike(at: index)
                && reading.isLabel(roles, at: index)
        }
    }

    /// Among items that are set off a heading that looks the same and that meetings have ("Apologies") is one whose number was left out;
    /// where all titles are capitals, so is any other in capitals.
    func addingBare(to items: [Int: Heading], common: [Int]) -> [Int: Heading] {
        let setOff = items.keys.filter { reading.passages[$0].isSetOff || reading.passages[$0].lead != nil }
        guard setOff.count * 2 > items.count, let rank = setOff.map({ reading.passages[$0].rank }).max(),
            let first = items.keys.min(), let last = items.keys.max()
        else { return items }
        let isInCapitals = setOff.allSatisfy { titles.isInCapitals(reading.passages[$0].body, at: $0) }
        var result = items
        let bare = isInCapitals ? reading.passages.indices.filter { (first...last).contains($0) && isBareCapitals($0) } : []
        for index in Set(common + bare) where result[index] == nil && reading.passages[index].rank <= rank {
            // Below a number that stands alone comes the item's own title.
            if let previous = reading.previous(before: index), items[previous] != nil, reading.passages[previous].body.isEmpty { continue }
            // A title over the list of who came heads the whole paper: "Minutes", "Minutes 12-09-2030".
            if index < first, reading.isLabel([.title, .partName], at: index) || reading.passages[index].ending?.isDigit ?? false,
                reading.passages.indices[index..<first].contains(where: { reading.isLabel([.attendance, .meetingTitle], at: $0) })
            {
                continue
            }
            guard index >= first || reading.next(after: index).map({ $0 <= first || $0 + 3 >= first }) ?? false else { continue }
            result[index] = titles.bare(at: index, why: "it looks as the items with numbers do")
        }
        for index in reading.passages.indices where index > first && result[index] == nil && reading.kind == .minutes {
            if let heading = titles.lead(at: index, why: "it begins as the items with numbers do") { result[index] = heading }
        }
        return result
    }

    private func isBareCapitals(_ index: Int) -> Bool {
        let passage = reading.passages[index]
        return passage.isSetOff && passage.number == nil && !passage.isAside && passage.words <= Settings.Items.mostTitleWords
            && reading.isHeadingLike(at: index) && titles.isInCapitals(passage.body, at: index) && !tellsOutcome(index)
    }

    private func tellsOutcome(_ index: Int) -> Bool {
        reading.cues[index].contains { [.resolution, .outcome, .votes].contains($0.kind) }
    }

    /// Whether a heading of minutes stands over their title or the list of who came: "Parish Council Meeting 14th May", "Minutes".
    private func isTitleOfMeeting(_ index: Int) -> Bool {
        guard reading.kind == .minutes, let next = reading.next(after: index) else { return false }
        let isMinutes = reading.isLabel([.title, .partName], at: index)
        if reading.isLabel([.commonItem, .usualTopic], at: index), !isMinutes { return false }
        let below = [next] + [reading.next(after: next)].compactMap(\.self)
        return below.contains { reading.isLabel([.attendance], at: $0) }
            || !isMinutes && reading.isLabel([.title, .meetingTitle], at: next)
    }

    /// Headings that stand out as far as most do, after the words that open the meeting.
    func unnumbered() -> [Int: Heading] {
        let common = commonHeadings(with: [.commonItem, .usualTopic])
        // The first items may be said in a few words, before any paragraph.
        let begin = agendaHeading() ?? reading.firstParagraph()
        let opening = common.first { index in
            !reading.isLabel([.title, .partName], at: index)
                && (begin.map { reading.passages[index].page == reading.passages[$0].page } ?? true)
        }
        guard let start = [begin, opening].compactMap({ $0 }).min() else { return [:] }
        let found = reading.passages.indices.filter { index in
            (index > start || common.contains(index)) && reading.passages[index].isSetOff && reading.isHeadingLike(at: index)
                && !tellsOutcome(index) && !isTitleOfMeeting(index)
        }
        // Titles that most meetings have say what an item looks like; else most headings do.
        var counts: [Int: Int] = [:]
        for index in common.count > 1 ? common : found { counts[reading.passages[index].rank, default: 0] += 1 }
        guard let rank = counts.min(by: { ($1.value, $0.key) < ($0.value, $1.key) })?.key else { return [:] }
        var result: [Int: Heading] = [:]
        for index in found where reading.passages[index].rank <= rank || common.contains(index) {
            result[index] = titles.bare(at: index, why: "it stands out as far as most headings do, and nothing carries numbers")
        }
        return result
    }

    /// Plain words before a colon in paper without numbers or headings, where some are titles that meetings have: "Finance: the balance is £40".
    func runInTitles() -> [Int: Heading] {
        var ends: [Int: Int] = [:]
        var known: [Int] = []
        for (index, passage) in reading.passages.enumerated() {
            guard passage.form == .paragraph || passage.form == .listItem, passage.number == nil, !passage.isAside, !passage.beginsSmall,
                !reading.isLabel([.attendance, .action, .answer, .meetingTitle], at: index), reading.cue(.resolution, at: index) == nil,
                !reading.cues[index].contains(where: { $0.kind == .person }),
                let end = reading.text(at: index).endOfRunIn(passage.body, mostWords: Settings.Headings.mostParallelWords)
            else { continue }
            ends[index] = end
            if cues.isLabel([.commonItem, .usualTopic], TextRange(passage.body.start, end), of: passage) { known.append(index) }
        }
        guard known.count >= Settings.Items.fewestCommonHeadings, let first = known.first, let last = known.last else { return [:] }
        return ends.filter { (first...last).contains($0.key) }.reduce(into: [:]) { result, entry in
            let passage = reading.passages[entry.key]
            let title = reading.title(TextRange(passage.body.start, entry.value), at: entry.key)
            var heading = Heading(kind: .agendaItem, title: title, depth: 1, rank: passage.rank, end: entry.value)
            heading.why = "its first words name an item as those of others do, and nothing carries numbers"
            result[entry.key] = heading
        }
    }
}
