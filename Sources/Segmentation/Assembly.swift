internal import PaperModel
internal import RuleEngine

/// Puts what was found into one list: who contains whom, and where each ends.
struct Assembly {
    private let reading: Reading
    private let headings: [Int: Heading]
    private let exchanges: [Int: Exchange]
    private let decisions: [Int: Decision]
    private let forms: [FormField]
    /// The last heading with a number.
    private let lastNumbered: Int

    private var drafts: [Draft] = []
    private var open: [Int] = []
    private var question: Int?
    private var supplementary: Int?

    /// A segment with the passages that it holds.
    private struct Draft {
        var segment: Segment
        var heading: Heading?
        var start: (index: Int, offset: Int)
        /// Where the words begin that stand for a title; nil where it has one.
        var body: (index: Int, offset: Int)?
        /// One past its last passage; set where it is closed.
        var end = 0
        /// Where it ends whatever comes; nil where what follows decides.
        var limit: Int?
        /// Where it ends within its last passage.
        var stop: Int?
        /// Whether it is a question or an answer that is told.
        var isReported = false
        /// Why it begins where it does.
        var why = ""
        /// Why it ends where it does.
        var ending = ""
    }

    init(_ reading: Reading, headings: [Int: Heading], exchanges: [Exchange], decisions: [Decision], forms: [FormField]) {
        self.reading = reading
        self.headings = headings
        self.forms = forms
        self.exchanges = Dictionary(exchanges.map { ($0.start, $0) }, uniquingKeysWith: { first, _ in first })
        self.decisions = Dictionary(decisions.map { ($0.start.index, $0) }, uniquingKeysWith: { first, _ in first })
        lastNumbered = headings.lazy.filter { $0.value.depth != nil }.map(\.key).max() ?? -1
    }

    /// The segments in document order, and why each begins and ends where it does.
    mutating func segments() -> [ExplainedSegment] {
        for index in reading.passages.indices {
            close(to: index, "") { $0.limit.map { $0 <= index } ?? false }
            if isEnd(index) { close(to: index, "the line below ends what is open") { _ in true } }
            closeAgendaText(at: index)
            closeBullet(at: index)
            if let heading = headings[index] {
                if heading.kind == .agendaItem { add(item: heading, at: index) } else { add(section: heading, at: index) }
            } else if let exchange = exchanges[index] {
                add(exchange, at: index)
            } else if reading.passages[index].number?.form == .decimal {
                // Bold words at the start of a numbered paragraph head that paragraph alone.
                close(to: index, "it heads its own paragraph alone") { $0.heading?.isRunIn ?? false }
            }
            if let decision = decisions[index] { add(decision) }
            addLinks(of: index)
        }
        close(to: reading.passages.count, "the paper ends") { _ in true }
        let spans = SpanReading(reading, headings: headings)
        addFields()
        return drafts.map { draft in
            var segment = draft.segment
            if let body = draft.body {
                segment.title = reading.firstWords(from: body.index, offset: body.offset, to: draft.end, stop: draft.stop)
            }
            segment.spans = spans.spans(from: draft.start.index, offset: draft.start.offset, to: draft.end, stop: draft.stop)
            return ExplainedSegment(segment: segment, passages: draft.start.index..<draft.end, why: draft.why, ending: draft.ending)
        }
    }

    /// What ends all that is open: the close of the meeting, a line that parts the items, the name below an agenda or a report.
    private func isEnd(_ index: Int) -> Bool {
        let passage = reading.passages[index]
        guard !passage.isAside, headings[index] == nil else { return false }
        if reading.isLabel([.closing], at: index) || passage.isSetOff && reading.isLabel([.banner, .meetingTitle], at: index) {
            return true
        }
        // A name directly below "Contact officer" is what that says.
        let isBelowHeading = reading.previous(before: index).map { headings[$0] != nil } ?? false
        if reading.kind != .minutes, reading.isLabel([.farewell], at: index), !isBelowHeading { return true }
        let isAgenda = reading.kind.isAgenda
        if isAgenda, reading.isLabel([.signature], at: index) || isBandOfItems(index) { return true }
        // Below the list of a page's items stands "Documents".
        if isAgenda, reading.paper.mediaType == .html, passage.isHeading, reading.isLabel([.partName], at: index) { return true }
        // A name stands above its office.
        guard isAgenda || reading.kind == .report, let next = reading.next(after: index), reading.isLabel([.signature], at: next) else {
            return false
        }
        return passage.words <= 5 && passage.number == nil && !passage.isBulleted
            && (passage.ending?.isLetter == true || passage.ending == ",")
    }

    /// Whether a row of an agenda set as a table parts its items: one cell in bold, over a row with a number.
    private func isBandOfItems(_ index: Int) -> Bool {
        let passage = reading.passages[index]
        guard passage.form == .row, passage.number == nil, passage.isBold, let next = reading.next(after: index) else { return false }
        return headings[next] != nil && reading.passages[next].form == .row && !reading.text(at: index).slice(passage.body).contains("\t")
    }

    /// Closes from the innermost outwards, as far as one that `isDone` holds for is open.
    private mutating func close(to index: Int, _ why: String, where isDone: (Draft) -> Bool) {
        guard let first = open.firstIndex(where: { isDone(drafts[$0]) }) else { return }
        for draft in open[first...] {
            drafts[draft].end = index
            if drafts[draft].ending.isEmpty { drafts[draft].ending = why }
        }
        open.removeSubrange(first...)
    }

    /// A heading in what the agenda says of an item reaches no further than that (HTML).
    private mutating func closeAgendaText(at index: Int) {
        let passage = reading.passages[index]
        guard !passage.isAside, passage.role != .agendaText else { return }
        let passages = reading.passages
        close(to: index, "what the agenda says of the item ends") {
            $0.segment.kind == .section && passages[$0.start.index].role == .agendaText
        }
    }

    /// Of questions and answers that are told in a list each bullet is another's word.
    private mutating func closeBullet(at index: Int) {
        guard reading.passages[index].isBulleted, exchanges[index] == nil else { return }
        close(to: index, "the next bullet is another's word") { $0.isReported }
    }

    private mutating func push(
        _ segment: Segment, heading: Heading? = nil, at start: (index: Int, offset: Int), why: String, limit: Int? = nil
    ) {
        drafts.append(Draft(segment: segment, heading: heading, start: start, limit: limit, why: why))
        open.append(drafts.count - 1)
    }

    private func level(below parent: Int?) -> Int { parent.map { drafts[$0].segment.level + 1 } ?? 1 }
}

extension Assembly {
    private mutating func add(item heading: Heading, at index: Int) {
        close(to: index, "the next item begins") { $0.segment.kind != .agendaItem || $0.segment.level >= heading.level }
        question = nil
        supplementary = nil
        var segment = Segment(kind: .agendaItem, level: level(below: open.last))
        segment.number = heading.number
        segment.title = heading.title
        segment.parent = open.last
        segment.rule = heading.rule
        push(segment, heading: heading, at: (index, reading.passages[index].range.start), why: heading.why)
    }

    private mutating func add(section heading: Heading, at index: Int) {
        close(to: index, "a heading stands below it") { $0.segment.kind == .resolution }
        // In minutes a heading ends the answer to a question; in a paper of questions it is a part of it.
        if reading.kind == .minutes { close(to: index, "a heading stands below it") { $0.segment.isExchange } }
        // Unless it announces others, and stands out as the heads of questions do at least.
        let passage = reading.passages[index]
        if passage.words > 1, reading.isLabel([.questionTime], at: index) {
            let passages = reading.passages
            close(to: index, "a heading over questions stands below it") { draft in
                draft.segment.isExchange && passage.rank <= passages[draft.start.index].rank
            }
        }
        let isLastNumber = index >= lastNumbered
        close(to: index, "the next section begins") { draft in
            draft.heading.map { $0.kind != .agendaItem && !$0.holds(heading, isAfterLastNumber: isLastNumber) } ?? false
        }
        var segment = Segment(kind: heading.kind, level: level(below: open.last))
        if open.isEmpty, let depth = heading.depth { segment.level = depth }
        segment.number = heading.number
        segment.title = heading.title
        segment.parent = open.last
        segment.rule = heading.rule
        push(segment, heading: heading, at: (index, reading.passages[index].range.start), why: heading.why)
    }

    private mutating func add(_ exchange: Exchange, at index: Int) {
        close(to: index, "the next question or reply begins") { $0.segment.isExchange || $0.segment.kind == .resolution }
        var segment = Segment(kind: exchange.kind, level: level(below: open.last))
        segment.number = exchange.number
        segment.parent = open.last
        segment.asker = exchange.asker
        segment.addressee = exchange.addressee
        segment.respondent = exchange.respondent
        segment.rule = exchange.rule
        if exchange.kind == .reply { segment.answers = question }
        if exchange.kind == .supplementaryReply { segment.answers = supplementary ?? question }
        push(segment, at: (index, reading.passages[index].range.start), why: exchange.why)
        drafts[drafts.count - 1].body = exchange.body
        drafts[drafts.count - 1].isReported = exchange.isReported
        if exchange.kind == .question { (question, supplementary) = (drafts.count - 1, nil) }
        if exchange.kind == .supplementary { supplementary = drafts.count - 1 }
    }

    private mutating func add(_ decision: Decision) {
        close(to: decision.start.index, "the next resolution begins") { $0.segment.kind == .resolution }
        var segment = Segment(kind: .resolution, level: level(below: open.last))
        segment.number = decision.number
        segment.parent = open.last
        segment.outcome = decision.outcome
        segment.votes = decision.votes
        segment.moved = decision.moved
        segment.seconded = decision.seconded
        segment.rule = decision.rule
        push(
            segment, at: decision.start, why: decision.rule.map { "rule \($0) reads its words" } ?? "the page template says so",
            limit: decision.end)
        drafts[drafts.count - 1].stop = decision.stop
        drafts[drafts.count - 1].ending = decision.why
        drafts[drafts.count - 1].body = decision.start
    }

    /// The lines of a form belong to the item that it stands in, else to its decision, else to what holds its first line.
    private mutating func addFields() {
        for field in forms {
            let holders = drafts.indices.filter { drafts[$0].start.index <= field.label && field.label < drafts[$0].end }
            let item = holders.last { drafts[$0].segment.kind == .agendaItem }
            guard let holder = item ?? drafts.indices.first(where: { drafts[$0].segment.kind == .resolution }) ?? holders.first,
                !drafts[holder].segment.fields.contains(where: { $0.name == field.field.name })
            else { continue }
            drafts[holder].segment.fields.append(field.field)
        }
    }

    /// Linked papers belong to the item that they stand in.
    private mutating func addLinks(of index: Int) {
        let passage = reading.passages[index]
        guard passage.role == .document || passage.role == .itemTitle,
            let item = open.first(where: { drafts[$0].segment.kind == .agendaItem }),
            let page = reading.paper.page(passage.page)
        else { return }
        for link in page.links(in: passage.range) {
            drafts[item].segment.references.append(Segment.Reference(title: reading.words(link.range, at: index), url: link.url))
        }
    }
}

extension Heading {
    /// Whether a section holds one that begins later: numbers decide first, how far they stand out second.
    fileprivate func holds(_ inner: Heading, isAfterLastNumber: Bool) -> Bool {
        if isPart || inner.isPart { return isPart && inner.isPart ? rank < inner.rank : isPart ? rank <= inner.rank : rank < inner.rank }
        if isRunIn || kind == .recommendation && inner.number != nil { return false }
        switch (depth, inner.depth) {
        case (let depth?, let innerDepth?): return depth < innerDepth
        case (nil, _?): return isGroup
        case (_?, nil):
            if inner.number != nil || inner.isAmongNumbers && depth == 1 { return true }
            // Of equal looks, a heading without number is a part of the numbered one if the numbers go on after it.
            return inner.kind == .section && !inner.isGroup && (inner.rank > rank || inner.rank == rank && !isAfterLastNumber)
        case (nil, nil):
            if inner.number != nil { return number == nil }
            return rank < inner.rank || rank == inner.rank && (isGroup && !inner.isGroup || isInCapitals && !inner.isInCapitals)
        }
    }
}

extension Segment {
    /// Whether it is a question or an answer.
    fileprivate var isExchange: Bool {
        switch kind {
        case .question, .reply, .supplementary, .supplementaryReply: true
        default: false
        }
    }
}

extension Page {
    /// The links whose words begin in a range; links stand in the order of their ends.
    fileprivate func links(in range: TextRange) -> [Link] {
        Array(links[links.partitioningIndex { $0.range.end > range.start }...].prefix { $0.range.start < range.end })
    }
}
