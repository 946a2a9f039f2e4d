internal import PaperModel
internal import RuleEngine

/// Finds the items of business of an agenda or of minutes.
///
/// An agenda's own list is a run of numbers with titles that goes on through the paper. Where headings carry numbers those are the items, and plain
/// numbers below them count paragraphs. Where nothing carries numbers the headings themselves are the items.
struct AgendaItems {
    let reading: Reading
    let titles: ItemTitles
    let isAgenda: Bool
    let cues: CueReading
    /// Titles of meetings and lists of who came.
    let meetings: [Int]
    /// Whether a committee system printed the page: it counts items, and no paragraphs.
    private let isSystem: Bool
    /// Numbers like "5.1" that the paper calls items.
    private let named: Set<String>
    /// More meetings than a file holds: a year of a parish's minutes has a dozen, with two lines each.
    private static let mostMeetings = 100

    init(_ reading: Reading, cues: CueReading) {
        self.reading = reading
        self.cues = cues
        isAgenda = reading.kind != .minutes
        meetings = Array(
            reading.passages.indices.lazy.filter { reading.isLabel([.meetingTitle, .attendance], at: $0) }.prefix(AgendaItems.mostMeetings))
        isSystem = reading.passages.contains { $0.role == .minutes }
        named = reading.kind == .minutes ? reading.namedItems() : []
        titles = ItemTitles(reading, cues: cues, isAgenda: isAgenda)
    }

    /// Items of a list of decisions: numbered headings, most of which are not those that any report has.
    func decided() -> [Int: Heading] {
        let found = numbered(itemRuns().filter { $0.isSetOff || $0.members.count(where: isDecidedRow) * 2 > $0.members.count })
        // The numbered lines of a form say what it is of; they are no business of a meeting.
        let fields = found.keys.count { reading.isLabel([.field], at: $0) || reading.cue(.resolution, at: $0) != nil }
        guard !found.isEmpty, fields * 2 < found.count, !isReportBelowDecision(found) else { return decidedTitles() }
        let common = found.keys.count { reading.cue(.section, at: $0) != nil }
        return found.count > 1 && common * 2 < found.count ? found : decidedTitles()
    }

    /// On a page that lists decisions each has its title over lines of a form, and then the words "Decision:".
    private func decidedTitles() -> [Int: Heading] {
        let heads = reading.passages.indices.filter { reading.cue(.resolution, at: $0)?.placement.position == .whole }
        guard heads.count > 1 else { return [:] }
        var result: [Int: Heading] = [:]
        for (last, head) in zip([-1] + heads, heads) {
            let title = (last + 1..<head).last { index in
                reading.passages[index].isHeading && reading.passages[index].number == nil
                    && !reading.isLabel([.systemMeeting, .field], at: index)
            }
            guard let title else { return [:] }
            result[title] = titles.bare(at: title, why: "it stands over one of the decisions that the page lists")
        }
        return Set(result.keys.map { reading.passages[$0].rank }).count == 1 ? result : [:]
    }

    /// Whether the notice gives its decision above its numbered headings and none of them holds one: they are the parts of the report on it.
    private func isReportBelowDecision(_ found: [Int: Heading]) -> Bool {
        guard let first = found.keys.min() else { return false }
        // Directly below the heading "Decisions" numbers count the decisions themselves.
        let isDecided = reading.passages.indices[..<first].contains { index in
            reading.cue(.resolution, at: index) != nil && reading.next(after: index).map { $0 < first } ?? false
        }
        return isDecided && !reading.passages[first...].contains { !cues.words([.resolution], in: $0).isEmpty }
    }

    /// Whether a row of a list says what was resolved on its item.
    private func isDecidedRow(_ member: NumberRun.Member) -> Bool {
        member.isRow && !cues.words([.resolution], in: reading.passages[member.index]).isEmpty
    }

    /// The items by the passage that they begin at.
    func headings() -> [Int: Heading] {
        let referenced = titles.referencedHeadings()
        let runs = itemRuns()
        if runs.isEmpty || referenced.count > 1 && !referenced.keys.contains(where: { reading.passages[$0].number != nil }) {
            if !referenced.isEmpty { return referenced }
            let found = unnumbered()
            for read in [capitalTitles, boldLeads] {
                let others = read()
                guard weighsMore(others, than: found) else { continue }
                return others.merging(found.filter { heading in others.keys.contains { $0 < heading.key } }) { own, _ in own }
            }
            if !found.isEmpty { return found }
            let told = runInTitles()
            return told.isEmpty ? plainTitles() : told
        }
        let common = commonHeadings(with: [.commonItem])
        if runs.allSatisfy({ $0.common == 0 }), !common.isEmpty,
            commonHeadings(with: [.commonItem, .usualTopic]).count >= Settings.Items.fewestCommonHeadings
        {
            return unnumbered()
        }
        return addingBare(to: numbered(runs), common: common)
    }
}

// Headings of numbered items.
extension AgendaItems {
    /// The items of runs, and the parts of items below them.
    private func numbered(_ runs: [NumberRun]) -> [Int: Heading] {
        var result: [Int: Heading] = [:]
        var top: NumberRun?
        for run in runs {
            let isPart = isAgenda && (top.map { self.isPart(run, of: $0) && run.first.index < $0.last.index } ?? false)
            if !isPart { top = run }
            let why = run.description(in: reading)
            for member in run.members {
                guard var heading = member.title ?? fallback(member) else { continue }
                heading.level = isPart ? 2 : 1
                heading.depth = heading.level
                heading.why = why
                if !reading.passages[member.index].body.isEmpty { heading.reference = titles.pages(at: member.index) }
                result[member.index] = heading
            }
        }
        addParts(to: &result)
        addLettered(to: &result)
        return result
    }

    /// "5.1" below item 5 of an agenda, or set off in minutes.
    private func addParts(to result: inout [Int: Heading]) {
        var current: String?
        for (index, passage) in reading.passages.enumerated() {
            if let heading = result[index] {
                if heading.level == 1 { current = heading.number }
                continue
            }
            guard passage.mayHoldNumber, let number = passage.number, number.form == .decimal, number.depth == 2, let current,
                String(number.values[0]) == current, isAgenda || isItemPart(number, of: passage),
                var heading = titles.heading(at: index, number: number)
            else { continue }
            heading.level = 2
            heading.depth = 2
            heading.why = "\(number.text) is a part of \(current)"
            heading.reference = titles.pages(at: index)
            result[index] = heading
        }
    }

    /// Whether minutes count a part of an item among the items: in a place of its own, as a row, or by its name ("Item 5.1"). Else it heads what
    /// was said of one matter within the item.
    private func isItemPart(_ number: PrintedNumber, of passage: Passage) -> Bool {
        let isApart = passage.body.isEmpty || passage.form == .row
        return isApart && isSystem || passage.isSetOff && (isApart || named.contains(number.text))
    }

    /// An item without a title of its own: its first words.
    private func fallback(_ member: NumberRun.Member) -> Heading? {
        guard isAgenda || member.isSetOff else { return nil }
        let passage = reading.passages[member.index]
        let range = passage.body.isEmpty ? passage.range : passage.body
        let words = reading.words(range, at: member.index).split(separator: " ").prefix(Settings.Items.mostFirstWords)
        return Heading(kind: .agendaItem, number: member.number.text, title: words.joined(separator: " "), rank: passage.rank)
    }
}
