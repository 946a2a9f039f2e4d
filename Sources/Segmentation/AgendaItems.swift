internal import PaperModel
internal import RuleEngine

/// Finds the items of business of an agenda or of minutes.
///
/// An agenda's own list is a run of numbers with titles that goes on through the paper. Where headings carry numbers those are the items, and plain
/// numbers below them count paragraphs. Where nothing carries numbers the headings themselves are the items.
struct AgendaItems {
    private let reading: Reading
    private let cues: CueReading
    private let isAgenda: Bool

    init(_ reading: Reading, cues: CueReading) {
        self.reading = reading
        self.cues = cues
        isAgenda = reading.kind != "minutes"
    }

    /// Items of a list of decisions: numbered headings, most of which are not those that any report has.
    func decided() -> [Int: Heading] {
        let found = numbered(itemRuns().filter(\.isSetOff))
        let common = found.keys.count { reading.cue(.section, at: $0) != nil }
        return found.count > 1 && common * 2 < found.count ? found : [:]
    }

    /// The items by the passage that they begin at.
    func headings() -> [Int: Heading] {
        let referenced = referencedHeadings()
        let runs = itemRuns()
        if runs.isEmpty || referenced.count > 1 && !referenced.keys.contains(where: { reading.passages[$0].number != nil }) {
            return referenced.isEmpty ? unnumbered() : referenced
        }
        return numbered(runs)
    }
}

// Items that a page template names.
extension AgendaItems {
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
                // A title over several paragraphs of the page is one item.
                if number == nil, let last, last.index == index - 1, last.item == passage.item { continue }
                last = (passage.item, index)
                let title = reading.title(number == nil ? passage.body : passage.range, at: index, reference: reference(at: index))
                result[number?.index ?? index] = Heading(
                    kind: .agendaItem, number: number?.text ?? passage.number?.text, title: title, depth: 1, rank: 0)
                number = nil
            default: continue
            }
        }
        return result
    }
}

// Numbered items.
extension AgendaItems {
    /// A passage with a number that may be an item's.
    private struct Candidate {
        var index: Int
        var number: PrintedNumber
        var isSetOff: Bool
        var isRow: Bool
        var title: Heading?
    }

    /// Numbers that go on one from the other.
    private struct Run {
        var members: [Candidate]
        var first: Candidate { members[0] }
        var last: Candidate { members[members.count - 1] }
        var isSetOff: Bool { members.contains { $0.isSetOff } }
        var isDelimited: Bool { first.number.isDelimited || first.number.form == .minute }
        var titled: Int { members.count { $0.title != nil } }
    }

    /// How many runs are kept open at a time: items, their sub-items, paragraphs, a list in a list.
    private static let mostOpenRuns = 12
    /// Numbers that a series of headings may leave out: items are withdrawn, and minutes of a part of a meeting begin anywhere.
    private static let mostMissing = 3

    private func candidates(letters: [Int: PrintedNumber] = [:]) -> [Candidate] {
        reading.passages.indices.compactMap { index in
            let passage = reading.passages[index]
            guard !passage.isAside, passage.form != .table, passage.form != .footnote, passage.form != .caption else { return nil }
            if let word = reading.cue(.agendaItem, at: index), let text = word["number"] {
                guard let number = PrintedNumber(ArraySlice((text + ".").unicodeScalars)) else { return nil }
                let rest = reading.text(at: index).trimmed(TextRange(word.range.end, passage.range.end))
                let heading = Heading(
                    kind: .agendaItem, number: number.text, title: reading.title(rest, at: index, reference: reference(at: index)),
                    rule: word.rule)
                return Candidate(index: index, number: number, isSetOff: passage.isSetOff, isRow: false, title: heading)
            }
            guard let number = letters[index] ?? passage.number, letters[index] != nil || isItemForm(number, of: passage) else {
                return nil
            }
            let isSetOff = passage.isSetOff || passage.lead != nil || passage.body.isEmpty && isBold(next: index)
            return Candidate(
                index: index, number: number, isSetOff: isSetOff, isRow: passage.form == .row, title: heading(at: index, number: number))
        }
    }

    private func isBold(next index: Int) -> Bool {
        reading.next(after: index).map { reading.passages[$0].isSetOff } ?? false
    }

    private func isItemForm(_ number: PrintedNumber, of passage: Passage) -> Bool {
        switch number.form {
        // Without a stop it may be a number of the sentence, unless a capital follows.
        case .plain: number.isDelimited || passage.isSetOff || passage.form == .row || passage.body.isEmpty || !passage.beginsSmall
        // "A1" is an item of an agenda, and a road.
        case .prefixed: number.isDelimited || passage.isSetOff || isAgenda && number.prefix.count == 1 && !passage.beginsSmall
        case .minute: true
        case .bracketed, .decimal, .lettered: false
        }
    }

    /// Runs that are lists of items, in the order of their first numbers. Letters and roman numbers count items where nothing else does.
    private func itemRuns() -> [Run] {
        let runs = itemRuns(of: candidates())
        guard runs.isEmpty, isAgenda else { return runs }
        let letters = lettered()
        return letters.count < AgendaItems.fewestLettered ? [] : itemRuns(of: candidates(letters: letters))
    }

    /// Fewer letters in a row are parts of something.
    private static let fewestLettered = 3

    /// Capitals that go on one from the other from the first: "A. B. C.", or "I. II. III." read as roman numbers.
    private func lettered() -> [Int: PrintedNumber] {
        let roman: [String: Int] = ["I": 1, "V": 5, "X": 10]
        var series = (letters: [Int: PrintedNumber](), romans: [Int: PrintedNumber]())
        for (index, passage) in reading.passages.enumerated() {
            guard var number = passage.number, number.form == .lettered, number.isDelimited,
                number.text.unicodeScalars.allSatisfy(\.isUpper)
            else { continue }
            if number.last == series.letters.count + 1, number.text.count == 1 { series.letters[index] = number }
            if let value = roman[number.text] { number.values = [value] } else if number.text.count == 1 { continue }
            if number.last == series.romans.count + 1 { series.romans[index] = number }
        }
        return series.letters.count >= series.romans.count ? series.letters : series.romans
    }

    private func itemRuns(of candidates: [Candidate]) -> [Run] {
        var runs: [Run] = []
        for candidate in candidates {
            let open = runs.indices.suffix(AgendaItems.mostOpenRuns).last { run in
                let last = runs[run].last
                guard last.isSetOff == candidate.isSetOff || last.isRow || candidate.isRow else { return false }
                return candidate.number.follows(last.number, gap: candidate.isSetOff ? AgendaItems.mostMissing : 0)
            }
            if let open { runs[open].members.append(candidate) } else { runs.append(Run(members: [candidate])) }
        }
        fillHoles(of: &runs)
        var lists = runs.filter(isList)
        if let start = agendaHeading(), lists.contains(where: { $0.first.index > start && $0.members.count > 1 }) {
            lists.removeAll { $0.last.index < start }
        }
        let setOff = lists.filter(\.isSetOff)
        let count = setOff.reduce(0) { $0 + $1.members.count }
        let plain = lists.reduce(0) { $0 + ($1.isSetOff ? 0 : $1.members.count) }
        return count > 1 && count * 3 >= plain || plain == 0 ? setOff : lists.filter { !$0.isSetOff }
    }

    /// Whether a run counts items. In minutes a list of paragraphs may be as long as the agenda's own: what tells an item is its title.
    private func isList(_ run: Run) -> Bool {
        // One heading alone with a number may stand in an extract; "2025/26" alone is a year.
        if isBelowItemColumn(run.first.index) { return true }
        if run.isSetOff { return run.members.count > 1 || run.first.number.form == .plain && run.isDelimited }
        guard run.members.count >= (isAgenda && run.isDelimited ? 2 : 3) else { return false }
        // Six in ten have a title where numbers have a stop; without one nearly all must, since sentences begin with numbers too.
        let least = run.isDelimited ? (isAgenda ? 0 : 6) : 9
        return run.titled * 10 >= run.members.count * least
    }

    /// How far below "Agenda Item No" the first number may stand.
    private static let reachOfColumn = 3

    private func isBelowItemColumn(_ index: Int) -> Bool {
        (max(0, index - AgendaItems.reachOfColumn)..<index).contains { reading.isLabel(["itemColumn"], at: $0) }
    }

    /// A number that a run of headings leaves out may stand on an item that nobody set in bold.
    private func fillHoles(of runs: inout [Run]) {
        let plain = runs.flatMap(\.members).filter { !$0.isSetOff && $0.title != nil }.sorted { $0.index < $1.index }
        guard !plain.isEmpty else { return }
        for run in runs.indices where runs[run].isSetOff && runs[run].members.count > 1 {
            var members: [Candidate] = []
            var next = 0
            for member in runs[run].members {
                if let last = members.last, member.number.last > last.number.last + 1 {
                    while next < plain.count, plain[next].index <= last.index { next += 1 }
                    while next < plain.count, plain[next].index < member.index {
                        if let last = members.last, plain[next].number.follows(last.number) { members.append(plain[next]) }
                        next += 1
                    }
                }
                members.append(member)
            }
            runs[run].members = members
        }
    }

    /// The heading "AGENDA": the items stand below it.
    private func agendaHeading() -> Int? {
        reading.passages.indices.first { index in
            guard let label = reading.cues[index].first(where: { $0.role == "banner" }), reading.passages[index].isSetOff else {
                return false
            }
            return reading.words(label.range, at: index).unicodeScalars.filter { $0 != " " }.starts(with: "AGENDA".unicodeScalars)
        }
    }

    private func numbered(_ runs: [Run]) -> [Int: Heading] {
        var result: [Int: Heading] = [:]
        var top: Run?
        for run in runs {
            // A list that begins anew within an item counts its parts.
            let isPart =
                top.map { run.first.number.last <= 1 && run.first.number.form == $0.first.number.form && run.first.index > $0.first.index }
                ?? false
            if !isPart { top = run }
            if isPart, !isAgenda { continue }
            for member in run.members {
                guard var heading = member.title ?? fallback(member) else { continue }
                heading.level = isPart ? 2 : 1
                heading.depth = heading.level
                if !reading.passages[member.index].body.isEmpty { heading.reference = pages(at: member.index) }
                result[member.index] = heading
            }
        }
        addParts(to: &result)
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
            guard let number = passage.number, number.form == .decimal, number.depth == 2, let current,
                String(number.values[0]) == current,
                isAgenda || passage.isSetOff, var heading = heading(at: index, number: number)
            else { continue }
            heading.level = 2
            heading.depth = 2
            heading.reference = pages(at: index)
            result[index] = heading
        }
    }

    /// An item without a title of its own: its first words.
    private func fallback(_ member: Candidate) -> Heading? {
        guard isAgenda || member.isSetOff else { return nil }
        let passage = reading.passages[member.index]
        let range = passage.body.isEmpty ? passage.range : passage.body
        return Heading(kind: .agendaItem, number: member.number.text, title: firstWords(of: range, at: member.index), rank: passage.rank)
    }

    private func firstWords(of range: TextRange, at index: Int) -> String {
        reading.words(range, at: index).split(separator: " ").prefix(30).joined(separator: " ")
    }

    /// An item's heading where the passage has one: bold words, words before a colon or dash, or the whole where it is short.
    private func heading(at index: Int, number: PrintedNumber) -> Heading? {
        var place = index
        var passage = reading.passages[index]
        if passage.body.isEmpty {
            // The number stands alone; the title is what follows it.
            guard let next = reading.next(after: index), reading.passages[next].number == nil, reading.passages[next].form != .table else {
                return nil
            }
            place = next
            passage = reading.passages[next]
        }
        guard let range = titleRange(of: passage, at: place) else { return nil }
        let title = reading.title(range, at: place, reference: reference(at: place))
        guard title.unicodeScalars.contains(where: \.isLetter) else { return nil }
        var heading = Heading(kind: .agendaItem, number: number.text, title: title, rank: passage.rank)
        if place == index, passage.form != .row, range.end < passage.body.end { heading.end = range.end }
        return heading
    }

    private func titleRange(of passage: Passage, at index: Int) -> TextRange? {
        let text = reading.text(at: index)
        // A row's title ends with its cell.
        let cell =
            passage.form == .row
            ? text.slice(passage.body).firstIndex(of: "\t").map { TextRange(passage.body.start, $0) } ?? passage.body : passage.body
        if passage.isSetOff || passage.form == .row && passage.words <= 40 { return cell }
        if let lead = passage.lead, lead.count > 2 {
            // "Updates: Road closures –": the item is the first of two headings in a row.
            return text.endOfRunIn(lead, mostWords: 15).map { TextRange(lead.start, $0) } ?? lead
        }
        if let end = text.endOfRunIn(cell, mostWords: 15, at: isAgenda ? .colonDash : .any),
            text.slice(TextRange(cell.start, end)).contains(where: \.isLetter)
        {
            return TextRange(cell.start, end)
        }
        if passage.words <= 12 || passage.words <= (isAgenda ? 40 : 25) && passage.ending != "." { return cell }
        return nil
    }
}

// Items without numbers.
extension AgendaItems {
    /// "(Item 3)", "(Pages 1 - 4)" at the end of a passage.
    private func reference(at index: Int) -> TextRange? {
        var end: TextRange?
        for cue in cues.words([.label, .agendaItem], in: reading.passages[index]) where cue.placement.position == .end && cue.isReference {
            end = end.map { $0.union(cue.range) } ?? cue.range
        }
        return end
    }

    /// "(Pages 1 - 4)" at the end of a passage: no part of its text.
    private func pages(at index: Int) -> TextRange? {
        cues.words([.label], in: reading.passages[index]).first { $0.role == "reference" }?.range
    }

    /// Headings with "(Item 3)" at their end or in the line below.
    private func referencedHeadings() -> [Int: Heading] {
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
            result[margin?.index ?? index] = Heading(
                kind: .agendaItem, number: passage.number?.text ?? margin?.number.text ?? number.text, title: title, depth: 1,
                rank: passage.rank, rule: number.rule)
        }
        return result
    }

    private func number(in index: Int) -> (text: String, rule: String)? {
        cues.words([.agendaItem], in: reading.passages[index]).lazy.filter { $0.placement.position == .end }.compactMap { cue in
            cue["number"].map { ($0, cue.rule) }
        }.first
    }

    /// Headings that stand out as far as most do, after the words that open the meeting.
    private func unnumbered() -> [Int: Heading] {
        guard let start = agendaHeading() ?? reading.firstParagraph() else { return [:] }
        let found = reading.passages.indices.filter { index in
            index > start && reading.passages[index].isSetOff && reading.isHeadingLike(at: index)
        }
        var counts: [Int: Int] = [:]
        for index in found { counts[reading.passages[index].rank, default: 0] += 1 }
        guard let rank = counts.min(by: { ($1.value, $0.key) < ($0.value, $1.key) })?.key else { return [:] }
        var result: [Int: Heading] = [:]
        for index in found where reading.passages[index].rank <= rank {
            let passage = reading.passages[index]
            result[index] = Heading(
                kind: .agendaItem, number: nil, title: reading.title(passage.range, at: index, reference: reference(at: index)), depth: 1,
                rank: passage.rank)
        }
        return result
    }
}

extension Cue {
    /// Whether it only points somewhere: pages, an item of the agenda.
    fileprivate var isReference: Bool { kind == .agendaItem || role == "reference" }
}
