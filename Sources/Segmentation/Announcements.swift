internal import PaperModel
internal import RuleEngine

/// Where minutes announce questions: what a passage tells as "Mr Hill asked whether …" is a question there and narrative elsewhere.
struct Announcements {
    /// For each passage which announcement of questions it stands under.
    private let questionTimes: [Int?]
    /// For each passage which announcement of supplementary questions, and of what was said to them, it stands under.
    private let supplementaryTimes: [Int?]

    init(_ reading: Reading, items: [Int: Heading]) {
        var times: (questions: [Range<Int>], supplementaries: [Range<Int>]) = ([], [])
        var questions: Int?
        var supplementaries: Int?
        func close(_ start: inout Int?, into ranges: inout [Range<Int>], at end: Int) {
            if let first = start, first < end { ranges.append(first..<end) }
            start = nil
        }
        for index in reading.passages.indices {
            let passage = reading.passages[index]
            guard !passage.isAside else { continue }
            let announces = Announcements.announces(.questionTime, at: index, in: reading)
            // A title of another matter ends the time for questions; a name in bold is one who asks.
            let isTitle = items[index] != nil || passage.isHeading && !announces
            let opens = announces && (items[index] != nil || passage.isSetOff || passage.ending == ":")
            if isTitle || opens { close(&questions, into: &times.questions, at: index) }
            if opens { questions = index }
            if supplementaries != nil,
                items[index] != nil || passage.isSetOff && passage.ending == ":" && reading.cue(.question, at: index) == nil
            {
                close(&supplementaries, into: &times.supplementaries, at: index)
            }
            if reading.isLabel([.supplementaryTime], at: index) { supplementaries = index + 1 }
        }
        close(&questions, into: &times.questions, at: reading.passages.count)
        close(&supplementaries, into: &times.supplementaries, at: reading.passages.count)
        (questionTimes, supplementaryTimes) = (
            Announcements.places(of: times.questions, count: reading.passages.count),
            Announcements.places(of: times.supplementaries, count: reading.passages.count)
        )
    }

    private static func places(of times: [Range<Int>], count: Int) -> [Int?] {
        var places = [Int?](repeating: nil, count: count)
        for (time, range) in times.enumerated() { for index in range { places[index] = time } }
        return places
    }

    /// What an item's title, in its own passage or the next, or a line says of what it holds.
    private static func announces(_ role: LabelRole, at index: Int, in reading: Reading) -> Bool {
        reading.isLabel([role], at: index)
            || reading.passages[index].body.isEmpty && reading.next(after: index).map { reading.isLabel([role], at: $0) } ?? false
    }

    /// Whether questions are announced for a passage.
    func isQuestionTime(_ index: Int) -> Bool { questionTimes[index] != nil }

    /// Whether what is asked there follows up questions that had their answer.
    func isSupplementaryTime(_ index: Int) -> Bool { supplementaryTimes[index] != nil }

    /// Whether two passages stand under the same announcement.
    func isSameTime(_ first: Int, _ second: Int) -> Bool { questionTimes[first] != nil && questionTimes[first] == questionTimes[second] }

    /// The reply to a supplementary question that nobody wrote down: a line with the name of who asked, and what was said below it.
    func supplementaryReply(at index: Int, in reading: Reading) -> Exchange? {
        guard supplementaryTimes[index] != nil, let next = reading.next(after: index) else { return nil }
        let passage = reading.passages[index]
        guard passage.words <= Settings.Questions.mostNameWords, passage.ending != ":", passage.ending != ".",
            let said = reading.cue(.reply, at: next, open: [.agendaItem])
        else { return nil }
        // "Q15 – Ann Cole", or "Ann Cole – Bus gates".
        let head = reading.cue(.question, at: index)
        let name = reading.text(at: index).endOfRunIn(passage.body, mostWords: Settings.Questions.mostNameWords, at: .dash)
        var reply = Exchange(kind: .supplementaryReply, start: index, rule: said.rule)
        reply.body = (next, reading.passages[next].range.start)
        reply.asker = head?["asker"] ?? reading.words(TextRange(passage.body.start, name ?? passage.body.end), at: index)
        reply.respondent = said["respondent"]
        reply.why = "supplementary questions are announced above, and it stands below the name of who asked"
        return reply
    }
}

extension Reading {
    /// Where a paragraph that tells of a question goes on to tell of the answer, by passage: "Mr Hill asked …. The Leader said …".
    func repliesWithin(_ announcements: Announcements, cues reader: CueReading) -> [Int: [Int]] {
        var places: [Int: [Int]] = [:]
        for index in passages.indices where announcements.isQuestionTime(index) {
            let passage = passages[index]
            guard let page = paper.page(passage.page),
                let asked = cues[index].first(where: {
                    ($0.kind == .question || $0.kind == .supplementary) && $0.groups["text"] != nil
                })
            else { continue }
            var start = page.text.endOfSentence(from: asked.range.end, in: passage.body)
            while let offset = start, offset < passage.body.end {
                var rest = page.text.trimmed(TextRange(offset, passage.body.end))
                // "… could be seen. - The Leader replied"
                if rest.count > 1, page.text.scalars[rest.start].isDash { rest = page.text.trimmed(TextRange(rest.start + 1, rest.end)) }
                if let sentence = page.passage(rest, as: passage.form),
                    reader.heads(of: sentence).contains(where: { $0.kind == .reply && $0.groups["text"] != nil })
                {
                    places[index] = [rest.start]
                    break
                }
                start = page.text.endOfSentence(from: rest.start, in: passage.body)
            }
        }
        return places
    }
}
