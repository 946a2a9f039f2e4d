internal import PaperModel
internal import RuleEngine

/// Finds the title that the first pages print.
struct PrintedTitle {
    private let passages: [Passage]
    /// What rules say of each passage.
    private let cues: [[Cue]]
    private let paper: Paper
    private let kind: Paper.Kind

    /// What a title is not: a name, a date, a part of the paper, a line of its form.
    private static let others: Set<RuleKind> = [
        .documentKind, .organisation, .committee, .meetingDate, .section, .recommendation, .label,
    ]
    /// Small words that an opening line leaves at its end when place and day are cut off.
    private static let leads: Set<String> = ["on", "at", "of", "for", "to", "the", "held", "in"]
    /// Scalars of "Wednesday, the ".
    private static let longestWeekday = 15
    /// Most lines of a title that begins on a cover.
    private static let mostLines = 4

    init(_ passages: [Passage], cues: [[Cue]], of paper: Paper, kind: Paper.Kind) {
        self.kind = kind
        self.passages = passages
        self.cues = cues
        self.paper = paper
    }

    /// What the form of a report names as its subject, else the words that name minutes or an agenda, else the largest heading of the first page
    /// that is no label, section, council or committee, else a first line that names an appendix. Nil where nothing is printed.
    func words() -> String? {
        // The subject of a report behind an agenda is not the agenda's.
        return kind.isOfMeeting ? opening() ?? largestHeading() : subject() ?? opening() ?? aboveAuthor() ?? largestHeading() ?? appendix()
    }

    private func subject() -> String? {
        for (index, passage) in passages.enumerated() {
            guard passage.number == nil || kind == .decisionNotice, let cue = cues[index].first(where: { $0.role == .subject }),
                let page = paper.page(passage.page)
            else { continue }
            let own = page.text.trimmed(TextRange(cue.range.end, max(cue.range.end, passage.range.end)))
            if !own.isEmpty { return words(own, of: passage) }
            if passages.indices.contains(index + 1), passages[index + 1].words <= Passage.mostWords,
                passages[index + 1].page == passage.page
            {
                return words(passages[index + 1].range, of: passages[index + 1])
            }
        }
        return nil
    }

    /// "Minutes of a meeting of the Cabinet", "Agenda".
    private func opening() -> String? {
        for (index, passage) in passages.enumerated() where passage.number == nil {
            guard let cue = cues[index].first(where: { $0.role == .title }) else { continue }
            guard cue.range.end >= passage.range.end - 1 else { return trimmed(words(cue.range, of: passage)) }
            return trimmed(joined(from: index))
        }
        return nil
    }

    /// The line directly above "Report by the Director of …", set off or not.
    private func aboveAuthor() -> String? {
        guard let author = passages.indices.dropFirst().first(where: { index in cues[index].contains { $0.role == .author } }) else {
            return nil
        }
        let above = passages[author - 1]
        guard above.page == passages[author].page, above.number == nil, above.form != .furniture,
            above.words <= Settings.Headings.mostWords,
            above.ending != ":", above.ending != ".", !isNamed(author - 1), !cues[author - 1].contains(where: { $0.kind == .meetingDate })
        else { return nil }
        return words(above.range, of: above)
    }

    private func largestHeading() -> String? {
        // What stands below the first question is its own head.
        let end = passages.indices.first { index in cues[index].contains { $0.kind == .question } } ?? passages.count
        let headings = passages.indices[..<end].filter { isTitleLike($0) && passages[$0].page == passages.first?.page }
        guard let largest = headings.map({ passages[$0].size }).max() else { return nil }
        return headings.first { passages[$0].size >= largest - 0.1 }.map { trimmed(joined(from: $0)) }
    }

    private func appendix() -> String? {
        passages.indices.first { passages[$0].form != .furniture }.flatMap { first in
            cues[first].contains { $0.role == .appendix } ? words(passages[first].range, of: passages[first]) : nil
        }
    }

    private func isTitleLike(_ index: Int) -> Bool {
        let passage = passages[index]
        return passage.isHeading && passage.number == nil && passage.ending != ":" && passage.words <= Settings.Headings.mostWords
            && !isNamed(index)
    }

    /// Whether a rule knows the line as a whole for something else.
    private func isNamed(_ index: Int) -> Bool {
        cues[index].contains { cue in
            if cue.role == .appendix || cue.role == .appendixEntry { return false }
            // "Working group, 14 November 2024" names a meeting; "Thursday, 14 November 2024" does not.
            if cue.kind == .meetingDate, let day = cue.groups["day"],
                day.range.start > passages[index].body.start + PrintedTitle.longestWeekday
            {
                return false
            }
            return PrintedTitle.others.contains(cue.kind) && cue.range.end >= passages[index].body.end - 1
        }
    }

    /// A heading with the lines that go on with it: after a comma, with a small letter, or on a cover, which holds nothing else.
    private func joined(from first: Int) -> String {
        var title = words(passages[first].range, of: passages[first])
        let page = passages[first].page
        let isCover = passages.allSatisfy { $0.page != page || $0.isHeading || $0.form == .furniture }
        for index in passages.indices.dropFirst(first + 1).prefix(PrintedTitle.mostLines - 1) {
            let passage = passages[index]
            guard passage.page == page, isTitleLike(index), abs(passage.size - passages[first].size) < 0.1,
                isCover || passage.beginsSmall || title.hasSuffix(",")
            else { break }
            title += " " + words(passage.range, of: passage)
        }
        return title
    }

    private func words(_ range: TextRange, of passage: Passage) -> String { paper.page(passage.page)?.text.words(of: range) ?? "" }

    private func trimmed(_ title: String) -> String {
        var words = title.split(separator: " ")
        while words.count > 1, let last = words.last, PrintedTitle.leads.contains(last.lowercased()) { words.removeLast() }
        return words.joined(separator: " ")
    }
}
