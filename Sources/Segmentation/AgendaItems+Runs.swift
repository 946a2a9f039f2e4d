internal import PaperModel
internal import RuleEngine

// Runs of numbers that are lists of items.
extension AgendaItems {
    private func candidates(letters: [Int: PrintedNumber] = [:]) -> [NumberRun.Member] {
        reading.passages.indices.compactMap { index in
            let passage = reading.passages[index]
            guard passage.mayHoldNumber || isNumberAtTop(index) else { return nil }
            let isCommon = titles.isCommon(at: index)
            if let word = titles.word(at: index) {
                return NumberRun.Member(
                    index: index, number: word.number, isSetOff: passage.isSetOff, isRow: false, isCommon: isCommon, title: word.heading)
            }
            guard let number = letters[index] ?? passage.number, letters[index] != nil || isItemForm(number, of: passage) else {
                return nil
            }
            let isSetOff = passage.isSetOff || passage.lead != nil || passage.body.isEmpty && isBold(next: index)
            return NumberRun.Member(
                index: index, number: number, isSetOff: isSetOff, isRow: passage.form == .row, isCommon: isCommon,
                title: titles.heading(at: index, number: number))
        }
    }

    /// A number alone at the top of a page, over a heading, may be an item's where a loader took it for the page's.
    private func isNumberAtTop(_ index: Int) -> Bool {
        let passage = reading.passages[index]
        guard passage.form == .furniture, passage.body.isEmpty, let number = passage.number, number.form == .plain,
            number.last != passage.page, let next = reading.next(after: index)
        else { return false }
        return reading.passages[next].isHeading && reading.passages[next].page == passage.page
    }

    private func isBold(next index: Int) -> Bool {
        reading.next(after: index).map { reading.passages[$0].isSetOff || reading.passages[$0].lead != nil } ?? false
    }

    private func isItemForm(_ number: PrintedNumber, of passage: Passage) -> Bool {
        switch number.form {
        // Without a stop it may be a number of the sentence, unless a capital follows.
        case .plain: number.isDelimited || passage.isSetOff || passage.form == .row || passage.body.isEmpty || !passage.beginsSmall
        // "A1" is an item of an agenda, and a road.
        case .prefixed: number.isDelimited || passage.isSetOff || isAgenda && number.prefix.count == 1 && !passage.beginsSmall
        case .minute, .decimal: true
        // "[4] Planning" is a clerk's own way; "(4)" counts parts wherever nothing sets it off.
        case .bracketed: reading.kind != .decisionNotice && (passage.isSetOff || passage.lead != nil)
        case .lettered: false
        }
    }

    /// Runs that are lists of items, in the order of their first numbers. Letters and roman numbers count items where nothing else does; in
    /// minutes, and where they are small, only if some of them are items that most meetings have.
    func itemRuns() -> [NumberRun] {
        let runs = itemRuns(of: candidates())
        for isSmall in runs.isEmpty ? [false, true] : [false] {
            let letters = lettered(isSmall: isSmall)
            guard letters.count >= Settings.Items.fewestLettered else { continue }
            let common = letters.keys.count { titles.isCommon(at: $0) }
            guard isAgenda && !isSmall || common >= Settings.Items.fewestCommonLettered else { continue }
            // Numbers may count the parts of items that have letters.
            guard runs.allSatisfy({ isWithin($0, letters) }), common > runs.reduce(0, { $0 + $1.common }) || runs.isEmpty else { continue }
            return itemRuns(of: candidates(letters: letters))
        }
        return runs
    }

    /// Whether a run stands between the first and the last of some items.
    private func isWithin(_ run: NumberRun, _ items: [Int: PrintedNumber]) -> Bool {
        guard let first = items.keys.min(), let last = items.keys.max() else { return false }
        return first < run.first.index && run.last.index < last
    }

    /// Letters that go on one from the other from the first: "A. B. C.", or "I. II. III." read as roman numbers.
    private func lettered(isSmall: Bool) -> [Int: PrintedNumber] {
        let roman: [String: Int] = ["I": 1, "V": 5, "X": 10]
        var series = (letters: [Int: PrintedNumber](), romans: [Int: PrintedNumber]())
        for (index, passage) in reading.passages.enumerated() {
            guard var number = passage.number, number.form == .lettered, number.isDelimited,
                number.text.unicodeScalars.allSatisfy({ $0.isUpper != isSmall })
            else { continue }
            if number.last == series.letters.count + 1, number.text.count == 1 { series.letters[index] = number }
            if let value = roman[number.text] { number.values = [value] } else if number.text.count == 1 { continue }
            if number.last == series.romans.count + 1 { series.romans[index] = number }
        }
        return series.letters.count >= series.romans.count ? series.letters : series.romans
    }

    /// The run that weighs most as a list of items, and those that go on it or stand beside it: a second meeting in the same file, a part.
    private func itemRuns(of candidates: [NumberRun.Member]) -> [NumberRun] {
        let runs = NumberRun.runs(of: candidates)
        let outlines = Outlines(runs)
        var lists = runs.filter { $0.first.number.depth > 1 ? isOfOneLead($0, among: outlines) : isList($0) }
        if let start = agendaHeading(), lists.contains(where: { $0.first.index > start && $0.members.count > 1 }) {
            lists.removeAll { $0.last.index < start }
        }
        guard let spine = lists.max(by: { weight($0) < weight($1) }) else { return [] }
        var taken: [NumberRun] = []
        var end = -1
        for run in lists {
            let isSpine = run.first.index == spine.first.index
            let isFree = run.first.index > end && !run.extent.overlaps(spine.extent)
            guard isSpine || belongs(run, to: spine) && (isFree || isAgenda && isPart(run, of: spine)) else { continue }
            taken.append(run)
            end = max(end, run.last.index)
        }
        return taken
    }

    /// How much speaks for a run as the list of items: titles, that they stand out, and that meetings have such items.
    private func weight(_ run: NumberRun) -> Int {
        zip(run.members, run.members.dropFirst().map { $0.index } + [Int.max]).reduce(0) { sum, pair in
            let (member, next) = pair
            // Minutes say something of each item; numbers on lines directly below one another count names or votes.
            if !isAgenda, isAdjacent(member, to: next) { return sum }
            let title = member.title == nil ? (isAgenda ? 1 : 0) : member.isSetOff ? 6 : 2
            return sum + title + (member.isCommon ? 6 : 0) + (member.number.form == .minute ? 2 : 0)
        }
    }

    /// Whether nothing is said between a number and the next one of its run.
    private func isAdjacent(_ member: NumberRun.Member, to next: Int) -> Bool {
        let below = reading.next(after: member.index)
        // The title stands on the line below a number that stands alone.
        let title = reading.passages[member.index].body.isEmpty ? below : member.index
        return member.title?.end == nil && title.flatMap { reading.next(after: $0) } == next
    }

    /// Whether a run looks as the items do and goes on them, or begins another list of business: one with titles that meetings have, a second
    /// meeting's, a part of an agenda. What else begins anew in minutes is a list in an item.
    private func belongs(_ run: NumberRun, to spine: NumberRun) -> Bool {
        guard run.first.number.depth == spine.first.number.depth else { return false }
        if run.common > 1 { return true }
        guard run.isSetOff == spine.isSetOff || run.first.isRow || spine.first.isRow else { return false }
        if isAgenda { return true }
        guard run.first.number.form == spine.first.number.form else { return false }
        if run.first.index > spine.last.index { return run.first.number.last >= spine.last.number.last || isBehindTitle(run, of: spine) }
        return run.last.number.last <= spine.first.number.last || isBehindTitle(spine, of: run)
    }

    /// Whether the title of another meeting stands between two runs.
    private func isBehindTitle(_ run: NumberRun, of other: NumberRun) -> Bool {
        guard run.first.index > other.last.index else { return false }
        return meetings.contains { $0 > other.last.index && $0 < run.first.index }
    }

    /// A list that begins anew within an item counts its parts.
    func isPart(_ run: NumberRun, of top: NumberRun) -> Bool {
        run.first.number.last <= 1 && run.first.number.form == top.first.number.form && run.first.index > top.first.index
    }

    /// Whether a run counts items. In minutes a list of paragraphs may be as long as the agenda's own: what tells an item is its title.
    private func isList(_ run: NumberRun) -> Bool {
        // One heading alone with a number may stand in an extract; "2025/26" alone is a year.
        if isBelowItemColumn(run.first.index) { return true }
        // In bold the parts of a resolution have brackets too.
        if run.first.number.form == .bracketed, run.common == 0 { return false }
        // "07 Alec Jennings": numbers filled up with zeros count the rows of a list; "21 Practices" and "22 Schools" count things.
        if !run.isDelimited, run.common == 0, run.first.number.isPadded || run.members.count == 2 && run.first.number.last > 1 {
            return false
        }
        if run.isSetOff {
            let isRow = run.first.isRow && run.first.number.form == .minute
            return run.members.count > 1 || isRow || run.first.number.form == .plain && run.isDelimited
        }
        guard run.members.count >= (isAgenda && run.isDelimited ? 2 : Settings.Items.fewestPlain) else { return false }
        let least = run.isDelimited ? (isAgenda ? 0 : Settings.Items.fewestTitled) : Settings.Items.fewestTitledBare
        return run.titled * 10 >= run.members.count * least
    }

    /// Whether "16.03.4" and what goes on it count items: their lead is the meeting's, and no other lead has a list of its own.
    private func isOfOneLead(_ run: NumberRun, among outlines: Outlines) -> Bool {
        guard run.members.count >= Settings.Items.fewestOfOneLead, run.titled * 10 >= run.members.count * Settings.Items.fewestTitled
        else { return false }
        let number = run.first.number
        // "7.1" is a part of the item 7; "2.1" and "3.1" are an outline.
        return !(number.lead.first.map(outlines.tops.contains) ?? false) && outlines.leads(beside: number) < 2
    }

    private func isBelowItemColumn(_ index: Int) -> Bool {
        (max(0, index - Settings.Items.reachOfColumn)..<index).contains { reading.isLabel([.itemColumn], at: $0) }
    }

    /// The heading "AGENDA": the items stand below it.
    func agendaHeading() -> Int? {
        reading.passages.indices.first { index in
            guard let label = reading.cues[index].first(where: { $0.role == .banner }), reading.passages[index].isSetOff else {
                return false
            }
            return reading.words(label.range, at: index).unicodeScalars.filter { $0 != " " }.starts(with: "AGENDA".unicodeScalars)
        }
    }
}

extension Passage {
    /// Whether a number at its start may count something of the paper's own: not one of a table, a note or a caption.
    var mayHoldNumber: Bool { !isAside && form != .table && form != .footnote && form != .caption }
}
