internal import PaperModel
internal import RuleEngine

// What kind of paper it is.
extension PaperFacts {
    /// What kind of paper it is.
    var kind: Paper.Kind {
        guard paper.mediaType == .html else {
            let printed = printedKind(where: { _ in true })
            return printed.isCertain ? printed.kind : evidence.corrected(printed.kind)
        }
        // A page that a template knows is a page of a committee system; another may hold minutes, an agenda or a notice in full.
        if all.contains(where: { $0.role == .itemTitle || $0.role == .minutes || $0.role == .decision }) { return kindOfTemplate }
        let printed = printedKind { passages[$0].isSetOff && $0 < PaperFacts.mostHeadings }
        let evidence = evidence
        if printed.isCertain, isConfirmed(printed.kind) { return printed.kind }
        let kind = evidence.ofPage(printed.isCertain ? printed.kind : .other)
        guard kind == .webPage || kind == .agenda && !printed.isCertain else { return kind }
        // The title of minutes may be set as plainly as the rest.
        let plain = printedKind { $0 < PaperFacts.mostHeadings }
        if plain.isCertain, plain.kind == .minutes, kind == .agenda ? evidence.tellsWhoCame : evidence.tellsOfMeeting { return .minutes }
        guard kind == .webPage, !printed.isCertain else { return kind }
        if let form = kindOfForm { return form }
        let isCalledReport = plain.kind == .report && !plain.isCertain || printed.kind == .report
        if isCalledReport, !evidence.tellsWhoCame, hasPartsOfReport { return .report }
        return namesMeeting ? evidence.ofMeeting : kind
    }

    /// Whether what a heading of a web page calls it stands in its tables: a decision in a form or a list, questions beside their replies.
    private func isConfirmed(_ kind: Paper.Kind) -> Bool {
        switch kind {
        case .decisionNotice: kindOfForm == .decisionNotice || cues([.resolution], kind: kind).contains { !$0.isEmpty }
        case .questions: paper.tables.contains { QuestionTable($0, in: paper, runner: runner) != nil }
        default: false
        }
    }

    /// Whether lines are headings that reports share, or several stand out as headings below its own.
    private var hasPartsOfReport: Bool {
        let known = cues([.section, .recommendation], kind: .report).count { !$0.isEmpty }
        let setOff = passages.count { $0.isSetOff && $0.words <= Settings.Items.mostTitleWords }
        return known >= PaperFacts.fewestReportLines || setOff > PaperFacts.fewestSetOff
    }

    /// Lines that stand out on a page: its own heading, whose it is, and no more than the headings of two parts.
    private static let fewestSetOff = 3

    /// Whether a line of the head is the name of a body with the day on which it met or meets.
    private var namesMeeting: Bool {
        let cues = cues([.meetingDate], kind: .other)
        return cues.indices.prefix(PaperFacts.mostHeadings).contains { index in
            cues[index].contains { $0.kind == .meetingDate && $0.placement.position == .whole && $0.confidence == .certain }
        }
    }

    /// What a page of a committee system is: it tells what was said, or what was decided on one matter; one with numbered items is of a meeting
    /// that did so, or will.
    private var kindOfTemplate: Paper.Kind {
        let roles = Set(all.lazy.compactMap(\.role))
        if roles.contains(.minutes) { return .minutes }
        if roles.contains(.decision) { return roles.contains(.itemTitle) && !roles.contains(.itemNumber) ? .decisionNotice : .minutes }
        if roles.contains(.itemNumber) { return .agenda }
        return roles.contains(.itemTitle) && evidence.tellsDecision ? .decisionNotice : .webPage
    }

    /// What the lines of the head make a web page: a report's form, or that of a decision.
    private var kindOfForm: Paper.Kind? {
        let lines = found(.documentKind, in: cues([.documentKind], kind: nil)).compactMap {
            match -> (index: Int, cue: Cue, kind: Paper.Kind)? in
            guard let kind = match.cue.settings["kind"].flatMap(Paper.Kind.init(rawValue:)), !isData[match.index] else { return nil }
            return kind == .decisionNotice || kind == .report ? (match.index, match.cue, kind) : nil
        }
        // Headings that other pages have too ("Summary") make no report without one that none has.
        let isReport = lines.contains { $0.kind == .report && $0.cue.confidence > .weak }
        return formKind(of: lines.filter { $0.kind != .report || isReport })
    }

    /// What speaks for a meeting; a whole paper is read for it.
    private var evidence: MeetingEvidence { MeetingEvidence(all, runner: runner, paper: paper) }

    /// How far down a web page its own heading may stand, behind a path of links, the council's name and what its system says of the file.
    static let mostHeadings = 14

    /// What the lines of the head say, and whether one settles it.
    private func printedKind(where isRead: (Int) -> Bool) -> (kind: Paper.Kind, isCertain: Bool) {
        // A numbered line is an item of the paper: "3. Minutes of the last meeting".
        let found = found(.documentKind, in: cues([.documentKind], kind: nil)).compactMap {
            match -> (index: Int, cue: Cue, kind: Paper.Kind)? in
            let passage = passages[match.index]
            guard let kind = match.cue.settings["kind"].flatMap(Paper.Kind.init(rawValue:)), isRead(match.index), passage.number == nil,
                passage.form != .row, passage.words <= (kind.isOfMeeting ? PaperFacts.mostKindWords : PaperFacts.mostNameWords)
            else { return nil }
            return (match.index, match.cue, kind)
        }
        let certain = found.first { $0.cue.confidence == .certain }
        let hints = found.filter { $0.cue.confidence == .hint }
        // Who was there is told after a meeting: a paper with the heading "Agenda" and a list of those present is its minutes.
        if let certain, certain.kind == .agenda,
            hints.contains(where: { $0.kind == .minutes && passages[$0.index].page == passages[certain.index].page })
        {
            return (.minutes, true)
        }
        if let certain { return (certain.kind, true) }
        if let hint = hints.first(where: { $0.kind != .minutes }) { return (hint.kind, false) }
        return (formKind(of: found.filter { $0.cue.confidence == .weak }) ?? (hasNumberedParts ? .report : .other), false)
    }

    /// Whether numbered lines are headings of a report: "1.0 Introduction", "5.0 Recommendations".
    private var hasNumberedParts: Bool {
        let cues = cues([.documentKind], kind: nil)
        let parts = cues.indices.filter { index in
            passages[index].number != nil && passages[index].words <= PaperFacts.mostPartWords
                && cues[index].contains { $0.settings["kind"] == Paper.Kind.report.rawValue }
        }
        return parts.count >= PaperFacts.fewestReportLines
    }

    /// Words of the longest heading that tells a report.
    private static let mostPartWords = 6

    /// The kind whose form has most of the lines; nil where too few are of one.
    private func formKind(of lines: [(index: Int, cue: Cue, kind: Paper.Kind)]) -> Paper.Kind? {
        let counts = Dictionary(grouping: lines, by: \.kind).mapValues { Set($0.map(\.index)).count }
        let isNotice = (counts[.decisionNotice] ?? 0) >= max(PaperFacts.fewestDecisionLines, (counts[.report] ?? 0) + 1)
        return isNotice ? .decisionNotice : (counts[.report] ?? 0) >= PaperFacts.fewestReportLines ? .report : nil
    }
}
