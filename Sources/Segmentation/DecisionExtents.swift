internal import PaperModel
internal import RuleEngine

/// What a resolution can't reach over.
struct DecisionEdges {
    /// Passages at which an item or a question begins.
    private let hard: Set<Int>
    /// Headings, which end a resolution unless they are numbered parts of it.
    private let headings: Set<Int>
    private let reading: Reading

    init(_ reading: Reading, hard: Set<Int>, headings: Set<Int>) {
        self.reading = reading
        self.hard = hard
        self.headings = headings
    }

    /// Whether an item, a question, the votes or the end of the meeting begins at a passage.
    func isHard(_ index: Int) -> Bool { hard.contains(index) || reading.isLabel([.closing, .votes, .banner, .meetingTitle], at: index) }

    /// Whether a heading stands at a passage.
    func isHeading(_ index: Int) -> Bool { headings.contains(index) }
}

/// How far a resolution reaches.
struct DecisionExtent {
    /// One past its last passage.
    var end: Int
    /// Where it ends within its last passage; nil where it takes all of that.
    var stop: Int?
    /// The number of its one part, where it has one and that is not the first of a list.
    var onlyNumber: String?
    /// Why it ends there.
    var why: String
}

/// Finds where resolutions begin and end.
struct DecisionExtents {
    private let reading: Reading
    private let edges: DecisionEdges
    /// Passages in which a resolution begins.
    private let openings: Set<Int>

    init(_ reading: Reading, edges: DecisionEdges, openings: Set<Int>) {
        self.reading = reading
        self.edges = edges
        self.openings = openings
    }

    /// To the end of the template's text, without the votes at its end.
    func ofTemplate(from start: Int) -> DecisionExtent {
        var end = start + 1
        for index in (start + 1)..<max(start + 1, reading.passages.count) {
            let passage = reading.passages[index]
            guard passage.role == .decision, passage.item == reading.passages[start].item, !edges.isHard(index), !edges.isHeading(index)
            else { break }
            // Without a template the lines of a form stand below the decision as it does below its label.
            if passage.item == nil, reading.isLabel([.field, .itemField], at: index) { break }
            if !reading.isLabel([.votes], at: index) { end = index + 1 }
        }
        return DecisionExtent(end: end, why: "the page template calls it the decision")
    }

    /// To the next heading, field or item.
    func ofPart(from start: Int) -> DecisionExtent {
        var end = start + 1
        while end < reading.passages.count, !edges.isHard(end), !edges.isHeading(end),
            !reading.isLabel([.field, .itemField, .partName], at: end), !reading.isLetteredField(at: end)
        { end += 1 }
        return DecisionExtent(end: end, why: "it is all that stands below its head")
    }

    /// A sentence of a paragraph; or the paragraph that it begins with the list that belongs to it.
    func ofList(from start: Int, offset: Int, of cue: Cue?) -> DecisionExtent {
        let first = reading.passages[start]
        let text = reading.text(at: start)
        var walk = ListWalk(cue.flatMap { firstPart(after: $0, at: start) })
        // In running text it is a sentence, or ends with a line that ends a paragraph; a colon leads to a list.
        let said = min(max(offset, cue?.range.end ?? offset), first.body.end)
        if first.form == .row, let stop = text.slice(TextRange(said, first.body.end)).firstIndex(of: "\t") {
            return DecisionExtent(end: start + 1, stop: stop, why: "its cell ends")
        }
        if offset > first.body.start,
            !text.slice(TextRange(said, min(said + Settings.Decisions.reachOfColon, first.body.end))).contains(":")
        {
            let sentence = text.endOfSentence(from: said, in: first.body)
            let line = text.endOfShortLine(from: said, in: first.body)
            if let stop = [sentence, line].compactMap({ $0 }).min(), stop < first.body.end {
                return DecisionExtent(end: start + 1, stop: stop, why: "it is a sentence of a paragraph")
            }
        }
        // "It was resolved to pay: the hall £40": each line below with an amount is a part.
        let told = text.slice(TextRange(said, max(said, first.body.end)))
        let paysFor = told.contains("\u{A3}") && told.prefix(Settings.Decisions.reachOfColon).contains(":")
        let outer = outerNumber(of: start)
        var last = start
        var why = "its paragraph ends"
        while var next = reading.next(after: last) {
            // A line on the vote may stand between two parts.
            if reading.isLabel([.votes], at: next), let after = reading.next(after: next), walk.goesOn(with: reading.passages[after].number)
            {
                next = after
            }
            if edges.isHard(next) {
                why = "something else begins below it"
                break
            }
            let passage = reading.passages[next]
            guard passage.item == first.item, passage.role == first.role else { break }
            if passage.form == .table {
                // "RESOLVED to pay:" and what is paid.
                guard leadsIn(last, isFirst: last == start) else { break }
                why = "the table that it leads to ends"
                last = next
                continue
            }
            // Another resolution, unless this one leads to its words: "It was APPROVED:" above "That the Committee:".
            let isOther = reading.cue(.resolution, at: next) != nil || openings.contains(next) && !walk.goesOn(with: passage.number)
            if isOther, !leadsIn(last, isFirst: last == start) { break }
            // The next paragraph of the minutes, by its number.
            if let own = first.number ?? outer, let after = passage.number, after.follows(own) { break }
            let before = reading.passages[last]
            let isLeading = leadsIn(last, isFirst: last == start)
            let isPart = walk.takes(passage, isOpen: isLeading || before.isUnfinished)
            if edges.isHeading(next), !isPart, !isLeading, !listGoesOn(after: next, in: walk) {
                why = "a heading stands below it"
                break
            }
            if isLeading, before.ending != ":", isTitleOfPage(next, after: last) {
                why = "a title stands on the next page"
                break
            }
            let goesOn =
                isLeading || passage.isContinued || endsOpen(last)
                || passage.beginsSmall && before.isUnfinished && passage.number == nil
            let isPayment =
                paysFor && passage.words <= Settings.Decisions.mostPaymentWords
                && reading.text(at: next).slice(passage.range).contains("\u{A3}")
            guard isPart || goesOn || isPayment || listGoesOn(after: next, in: walk) else { break }
            last = next
        }
        return DecisionExtent(
            end: last + 1, onlyNumber: walk.onlyNumber, why: walk.count > 1 ? "its list of \(walk.count) parts ends" : why)
    }

    /// The letter of the part of an item that a resolution stands in: "(a) Accounts", and below it what was resolved on them.
    private func outerNumber(of start: Int) -> PrintedNumber? {
        var place = start
        for _ in 0..<Settings.Decisions.reachOfOuter {
            guard let above = reading.previous(before: place), !edges.isHard(place) else { return nil }
            place = above
            if let number = reading.passages[above].number { return number.form == .lettered ? number : nil }
        }
        return nil
    }

    /// Whether a list or the text itself must follow a passage: it ends with a colon or a dash, or is the first and says next to nothing.
    private func leadsIn(_ index: Int, isFirst: Bool) -> Bool {
        let passage = reading.passages[index]
        if passage.ending == ":" || passage.ending.map(\.isDash) ?? false { return true }
        return isFirst && passage.words <= Settings.Decisions.mostLeadWords && passage.ending != "." && passage.ending != "!"
    }

    /// Whether the next page begins with a title in capitals, as that of another meeting: "NOTED" at the foot of a page is all that was decided.
    private func isTitleOfPage(_ index: Int, after last: Int) -> Bool {
        let passage = reading.passages[index]
        guard passage.page != reading.passages[last].page else { return false }
        let words = String(String.UnicodeScalarView(reading.text(at: index).slice(passage.body)))
        return words.isInCapitals && !words.hasPrefix("THAT")
    }

    /// Words that no sentence ends with.
    private static let openWords: Set = ["the", "a", "an", "of", "and", "or", "to", "for", "in", "on", "by", "with", "from", "that"]

    /// Whether a passage ends with a word that another must follow.
    private func endsOpen(_ index: Int) -> Bool {
        let slice = reading.text(at: index).slice(reading.passages[index].body)
        guard let last = slice.lastIndex(where: { !$0.isGap }) else { return false }
        let start = slice[...last].lastIndex { $0.isGap }.map { $0 + 1 } ?? slice.startIndex
        return DecisionExtents.openWords.contains(String(String.UnicodeScalarView(slice[start...last])))
    }

    /// The number of a resolution's first part where that stands on the line of its words: "RESOLVED – (a) That".
    private func firstPart(after cue: Cue, at index: Int) -> PrintedNumber? {
        let scalars = reading.text(at: index).scalars[cue.range.end..<max(cue.range.end, reading.passages[index].range.end)]
        let part = scalars.drop { $0.properties.isWhitespace || $0.properties.isDash || $0 == ":" || $0 == ";" }
        guard let number = PrintedNumber(part), number.isDelimited else { return nil }
        return number
    }

    /// Whether the list goes on within a few passages of a line between its parts.
    private func listGoesOn(after index: Int, in walk: ListWalk) -> Bool {
        var place = index
        for _ in 0..<Settings.Decisions.reachOfList {
            // What another resolution says is no part of this one.
            if openings.contains(place) { return false }
            if walk.goesOn(with: reading.passages[place].number) { return true }
            guard let next = reading.next(after: place), !edges.isHard(next) else { return false }
            place = next
        }
        return false
    }
}

/// Goes along the parts of a list and of the lists in it.
private struct ListWalk {
    /// The last number of each list that is open, the outermost first.
    private var open: [PrintedNumber]
    private(set) var count: Int
    private var isBulleted = false
    private var first: PrintedNumber?

    init(_ first: PrintedNumber?) {
        open = first.map { [$0] } ?? []
        self.first = first
        count = first == nil ? 0 : 1
    }

    /// The number of the one part that there is, unless it is the first of a list that has no more.
    var onlyNumber: String? { count == 1 ? first.flatMap { ListWalk.firstNumbers.contains($0.text) ? nil : $0.text } : nil }

    /// What lists begin with.
    private static let firstNumbers: Set = ["1", "a", "A", "i", "I"]

    /// Whether a number goes on one of the lists.
    func goesOn(with number: PrintedNumber?) -> Bool {
        guard let number else { return false }
        return open.contains { number.follows($0, gap: gap) }
    }

    /// A clerk may leave one out: "a) c) d)", and parts that were lost.
    private var gap: Int { 1 }

    /// Takes a passage that is a part of a list; `isOpen` says that the one before leads to a list.
    mutating func takes(_ passage: Passage, isOpen: Bool) -> Bool {
        guard let number = passage.number else {
            guard passage.isBulleted, isOpen || isBulleted else { return false }
            isBulleted = true
            count += 1
            return true
        }
        if let level = open.lastIndex(where: { number.follows($0, gap: gap) }) {
            open.removeSubrange((level + 1)...)
            open[level] = number
        } else if isOpen || !open.isEmpty && number.last == 1 && open.last.map({ $0.form != number.form }) ?? false {
            open.append(number)
        } else {
            return false
        }
        if first == nil { first = number }
        count += 1
        return true
    }
}

extension Passage {
    /// Whether a part of a list may follow.
    fileprivate var isUnfinished: Bool { ending != "." && ending != "!" && ending != "?" }
}

extension PageText {
    /// Where the sentence ends that holds a scalar of a range; nil where no stop ends it.
    func endOfSentence(from offset: Int, in range: TextRange) -> Int? {
        var place = offset
        while place + 1 < range.end, place + 1 < count {
            let scalar = scalars[place]
            if scalar == "." || scalar == "?" || scalar == "!", scalars[place + 1].isGap {
                let next = slice(TextRange(place + 1, range.end)).first { !$0.isGap }
                let isStop = next.map { !$0.isLetter || $0.isUpper } ?? true
                if isStop, scalar != "." || !endsAbbreviated(at: place, in: range) { return place + 1 }
            }
            place += 1
        }
        return nil
    }

    /// Where a line ends that is much shorter than the longest of its range and has no stop, where the next begins with a capital: the end
    /// of a paragraph that the page sets no space below. Nil where no such line follows `offset`.
    func endOfShortLine(from offset: Int, in range: TextRange) -> Int? {
        let lines = lines(of: range)
        guard let longest = lines.map(\.count).max() else { return nil }
        for (line, next) in zip(lines, lines.dropFirst()) where line.end > offset {
            guard let last = slice(line).last(where: { !$0.isGap }), last.isLetter || last.isDigit || last == ")",
                slice(next).first?.isUpper == true, line.count * 10 < longest * Settings.Decisions.shortLineTenths
            else { continue }
            return line.end
        }
        return nil
    }
}
