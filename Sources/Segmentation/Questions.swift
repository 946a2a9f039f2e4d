internal import PaperModel
internal import RuleEngine

/// A question, reply or supplementary question with its reply, as its head says.
struct Exchange {
    /// question, reply, supplementary or supplementaryReply.
    var kind: Segment.Kind
    /// Where its head begins.
    var start: Int
    /// Where its own words begin, and from which scalar.
    var body: (index: Int, offset: Int)?
    var number: String?
    var asker: String?
    var addressee: String?
    var respondent: String?
    /// Who answers all questions, as the line says that announces them.
    var announced: String?
    /// Whom its own words name as the one who is to answer: "Will the Leader say …?"
    var mentioned: String?
    /// Whether the name of who is asked ends with a comma: the office stands in the next line.
    var awaitsOffice = false
    /// Whether it has no head: the minutes tell that somebody asked or answered.
    var isReported = false
    var rule: String
    /// Why it begins where it does.
    var why = ""
}

/// Finds questions and replies by their heads. Heads in a row ("Question 3", "Question by X to Y", "By X") make one question.
struct Questions {
    let reading: Reading
    private let items: [Int: Heading]
    let announcements: Announcements
    let cues: CueReading
    /// Whether heads of replies stand in the paper: then no paragraph without one is a reply.
    private let hasReplyHeads: Bool

    init(_ reading: Reading, items: [Int: Heading], announcements: Announcements, cues: CueReading) {
        self.reading = reading
        self.cues = cues
        self.items = items
        self.announcements = announcements
        hasReplyHeads = reading.passages.indices.contains { reading.begins([.reply], at: $0) }
    }

    /// All exchanges in order.
    func exchanges() -> [Exchange] {
        var found: [Exchange] = []
        // What a rule may ask for: the exchanges so far, and an item that announces questions.
        var open: Set<Segment.Kind> = []
        var runningNumber: String?
        // Whom the line that announces questions names as the one who answers them.
        var announced: String?
        let unnamed = reading.unnamedQuestions(items: Set(items.keys))
        for index in reading.passages.indices {
            let passage = reading.passages[index]
            if items[index] != nil { open = [] }
            if isQuestionTime(index) { open.insert(.agendaItem) } else { open.remove(.agendaItem) }
            if passage.form == .furniture {
                runningNumber = reading.cue(.question, at: index)?["number"] ?? runningNumber
                continue
            }
            guard !passage.isAside, passage.form != .table else { continue }
            announced = reading.cues[index].lazy.filter { $0.role == .questionTime }.compactMap { $0["name"] }.first ?? announced
            if let reply = announcements.supplementaryReply(at: index, in: reading) {
                found.append(reply)
                continue
            }
            let head = items[index] == nil ? head(at: index, open: open, last: found.last).map { (followUp($0.0, at: index), $0.1) } : nil
            // "Question 2" right below "Question 78 - Ruth Adeyemi" counts her own.
            if let head, isPart(head.1, of: found.last), found.last?.body == nil { continue }
            if let (kind, cue) = head, !isPart(cue, of: found.last) {
                if kind == .question, let last = found.last, last.kind == .question, last.body == nil, fits(cue, into: last) {
                    found[found.count - 1].add(cue)
                } else {
                    let start = kind == .question && !found.isEmpty ? topOfPage(from: index) : index
                    var exchange = Exchange(kind: kind, start: start, isReported: cue.groups["text"] != nil, rule: cue.rule)
                    exchange.why = "rule \(cue.rule) reads its head"
                    exchange.add(cue)
                    if kind == .question, cue["number"] == nil {
                        exchange.number = runningNumber ?? passage.exchange?.number ?? passage.number?.withoutQ
                    }
                    found.append(exchange)
                    if kind == .question { runningNumber = nil }
                    if kind == .question { found[found.count - 1].announced = announced }
                    open = (kind == .question ? open.intersection([.agendaItem]) : open).union([kind])
                }
                // A name before a comma goes on in the next line; what follows a colon in the same paragraph is the text.
                found[found.count - 1].awaitsOffice = cue["addressee"] != nil && passage.ending == ","
                let own = cue.groups["text"]?.range.start ?? cue.range.end
                if own < passage.body.end { found[found.count - 1].body = (index, own) }
                continue
            }
            if let asker = unnamed[index] {
                found.append(Exchange(index, number: passage.number?.withoutQ, asker: asker))
                found[found.count - 1].announced = announced
                if !passage.isSetOff { found[found.count - 1].body = (index, passage.body.start) }
                open = [.question]
                continue
            }
            if let part = passage.exchange, part.isFirst || found.isEmpty {
                found.append(Exchange(part, start: index))
                open.insert(found[found.count - 1].kind)
                found[found.count - 1].body = (index, passage.range.start)
                continue
            }
            if let last = found.last, let reply = bareReply(at: index, to: last) {
                found.append(reply)
                open.insert(.reply)
                continue
            }
            guard let last = found.indices.last, found[last].body == nil, !open.isEmpty else { continue }
            if found[last].kind == .question, isPartOfHead(index, of: found[last]) {
                found[last].addOffice(reading.words(passage.body, at: index))
                // "Question 1", "Councillor Petra Lind (Wendle)"
                if found[last].asker == nil, reading.cues[index].contains(where: { $0.kind == .person }) {
                    found[last].asker = reading.title(passage.body, at: index)
                }
            } else {
                found[last].body = (index, passage.range.start)
            }
        }
        return Questions.answered(found.filter { $0.body != nil }.map(withPeopleOfText))
    }

    /// What is asked and said where supplementary questions are announced.
    private func followUp(_ kind: Segment.Kind, at index: Int) -> Segment.Kind {
        guard announcements.isSupplementaryTime(index), announcements.isQuestionTime(index) else { return kind }
        return kind == .question ? .supplementary : kind == .reply ? .supplementaryReply : kind
    }

    /// The paragraph below a question that is printed in full where questions are announced: it is the answer, though no word says so.
    private func bareReply(at index: Int, to last: Exchange) -> Exchange? {
        let passage = reading.passages[index]
        guard last.kind == .question, last.number != nil || last.isReported, let body = last.body,
            isSameTime(last.start, index), !(reading.kind == .questions && hasReplyHeads),
            items[index] == nil, let above = reading.previous(before: index), above >= body.index, reading.passages[above].ending == "?",
            !passage.isSetOff, !passage.isBulleted, !passage.beginsSmall, passage.ending != "?", passage.form == .paragraph,
            passage.number == nil, reading.label(at: index) == nil
        else { return nil }
        var reply = Exchange(kind: .reply, start: index, isReported: true, rule: last.rule)
        reply.body = (index, passage.range.start)
        reply.respondent = reading.cues[index].first { $0.kind == .reply }?["respondent"]
        reply.why = "it stands below a question where questions and answers are announced"
        return reply
    }

    /// Whether a number below the head of a question, or within one that is not answered yet, counts its parts: "Question 1:" below the question 10.
    private func isPart(_ cue: Cue, of last: Exchange?) -> Bool {
        guard cue.kind == .question, let last, last.kind == .question, cue["asker"] == nil,
            let number = cue["number"].flatMap({ Int($0) }), let before = last.number.flatMap({ Int($0) })
        else { return false }
        return number <= before && last.asker != nil
    }

    /// The head that a passage is, the longest first; replies need a question.
    private func head(at index: Int, open: Set<Segment.Kind>, last: Exchange?) -> (Segment.Kind, Cue)? {
        for cue in reading.cues[index] where cue.placement.allows(open: open) {
            guard let kind = Segment.Kind(rawValue: cue.kind.rawValue), cue.groups["text"] == nil || reports(kind, at: index, after: last)
            else {
                continue
            }
            // A line that goes on the head of a question is one only there.
            let isPartOfHead = cue.placement.allows(open: [.question]) && !cue.placement.allows(open: [.question, .reply])
            if kind == .question, isPartOfHead, last?.kind != .question || last?.body != nil { continue }
            switch kind {
            case .question, .reply, .supplementary, .supplementaryReply:
                // A bare "Reply" after a supplementary question answers that.
                return (
                    kind == .reply && open.contains(.supplementary) && !open.contains(.supplementaryReply) ? .supplementaryReply : kind, cue
                )
            default: continue
            }
        }
        return nil
    }

    /// Whether words that tell of a question or an answer begin one: an answer only after its question; not where they are the text below a head.
    private func reports(_ kind: Segment.Kind, at index: Int, after last: Exchange?) -> Bool {
        if kind == .question {
            guard let last, isSameTime(last.start, index) else { return true }
            return last.body != nil && last.isReported
        }
        guard let last, last.body != nil else { return false }
        switch kind {
        case .supplementary: return last.kind == .reply || last.kind == .supplementaryReply
        default:
            // Of a list each bullet is another's word, unless it says that it answers.
            let isOwnBullet =
                reading.passages[index].isBulleted && last.body.map { reading.passages[$0.index].isBulleted && $0.index < index } ?? false
            // Below a question that has a head of its own only words of an answer begin one.
            guard last.isReported else {
                return last.kind == .question && last.body.map { $0.index < index } ?? false && answers(at: index)
            }
            return (last.kind == .question || last.kind == .supplementary) && (!isOwnBullet || answers(at: index))
        }
    }

    /// Whether the words that tell of a reply are those of an answer, and not of any remark.
    private func answers(at index: Int) -> Bool {
        reading.cues[index].contains { cue in
            cue.kind == .reply
                && cue.groups["text"].map { text in
                    ["replied", "responded", "answered", "reply", "response"].contains { text.text.lowercased().contains($0) }
                } ?? false
        }
    }

    /// Whether a paper without items is all questions and replies, whatever it calls itself: more than one, and no more than its head before the first.
    static func fill(_ reading: Reading, with exchanges: [Exchange]) -> Bool {
        guard let first = exchanges.first, exchanges.count(where: { $0.kind == .question }) > 1 else { return false }
        return first.start <= Settings.Questions.mostHeadLines * 2
    }

    /// Lines above a head that begin its page, and are set off as it is, belong to it: each question on a sheet of its own has them.
    private func topOfPage(from index: Int) -> Int {
        var start = index
        while let previous = reading.previous(before: start), reading.passages[previous].page == reading.passages[index].page {
            let above = reading.passages[previous]
            guard above.isSetOff, index - previous <= Settings.Questions.mostHeadLines,
                above.words <= Settings.Questions.mostHeadLineWords, above.ending != ".", !above.isBulleted, above.number == nil
            else { return index }
            start = previous
        }
        return start
    }

    /// Whether a head says something of the question that is not said yet.
    private func fits(_ cue: Cue, into question: Exchange) -> Bool {
        !(cue["number"] != nil && question.number != nil) && !(cue["asker"] != nil && question.asker != nil)
    }

    /// Lines between the head and the question: the rest of an office, the council, the day.
    private func isPartOfHead(_ index: Int, of question: Exchange) -> Bool {
        let passage = reading.passages[index]
        return passage.isSetOff && passage.words <= Settings.Questions.mostOfficeWords && passage.ending != "?" && passage.ending != "."
            || question.awaitsOffice && passage.words <= Settings.Questions.mostAwaitedWords && passage.ending != "?"
                && passage.ending != "."
    }
}

extension Exchange {
    /// A question whose head says no more than who asks.
    fileprivate init(_ start: Int, number: String?, asker: String) {
        self.init(kind: .question, start: start, number: number, asker: asker.isEmpty ? nil : asker, rule: "structure")
        why = "the head of a reply stands below it and its text"
    }

    /// What a cell of a table of questions begins.
    fileprivate init(_ part: Passage.ExchangePart, start: Int) {
        self.init(kind: part.kind, start: start, rule: part.rule)
        number = part.number
        asker = part.asker
        addressee = part.addressee
        respondent = part.respondent
    }

    /// The passages of its head; a passage with words of its own text as well is one of them.
    var head: Range<Int> {
        guard let body else { return start..<start + 1 }
        return start..<max(start + 1, body.index)
    }

    /// Takes what a head says.
    fileprivate mutating func add(_ cue: Cue) {
        number = number ?? cue["number"]
        asker = asker ?? cue["asker"]
        addressee = addressee ?? cue["addressee"]
        respondent = respondent ?? cue["respondent"]
    }

    /// Takes the line after a name that ends with a comma.
    fileprivate mutating func addOffice(_ words: String) {
        guard awaitsOffice, let person = addressee else { return }
        addressee = person + ", " + words
        awaitsOffice = false
    }
}

extension PrintedNumber {
    /// The number of a question without the letter before it: "4" of "Q4".
    fileprivate var withoutQ: String { form == .prefixed && prefix == "Q" ? String(last) : text }
}
