internal import PaperModel
internal import RuleEngine

/// What speaks for a paper being of a meeting, whatever it calls itself: its title may be a picture, or a date alone.
struct MeetingEvidence {
    /// Whether it lists who came.
    private var hasAttendance = false
    /// Whether it tells that the meeting ended.
    private var hasClose = false
    /// Items that most meetings have.
    private var common = 0
    /// Items that other papers have as parts too: "Finance".
    private var topics = 0
    /// Sentences that minutes begin with: "Apologies were received from …".
    private var told = 0
    /// Resolutions.
    private var resolutions = 0
    /// Heads of questions, and of replies.
    private var questions = 0
    private var replies = 0
    /// Lines set off that ask something.
    private var asking = 0
    /// Lines that begin with a number.
    private var numbered = 0

    /// Lines that are read: minutes say who came and what was apologised for on their first pages.
    private static let mostLines = 400
    /// Scalars of a line that are read: what it is stands at its start.
    private static let mostScalars = 200
    /// Lines of a table that may name those who came.
    private static let mostFormLines = 12
    /// The same among lines with numbers.
    private static let fewestOfNumbered = 2
    /// Items that make a list of business.
    private static let fewestItems = 3

    init(_ passages: [Passage], runner: SegmentRunner, paper: Paper) {
        let cues = CueReading(runner: runner, paper: paper, kind: .minutes)
        for passage in passages.prefix(MeetingEvidence.mostLines) where !passage.isAside {
            if passage.form == .table {
                // The list of who came may be laid out in a table.
                let lines = paper.formLines(of: passage).prefix(MeetingEvidence.mostFormLines)
                hasAttendance = hasAttendance || lines.contains { line in cues.heads(of: line).contains { $0.role == .attendance } }
                continue
            }
            if passage.number != nil { numbered += 1 }
            if passage.isSetOff, passage.ending == "?" { asking += 1 }
            if passage.form == .row {
                for role in Set(cues.heads(of: passage).compactMap(\.role)) {
                    if role == .commonItem { common += 1 }
                    if role == .usualTopic { topics += 1 }
                }
                continue
            }
            for cue in cues.words([.label, .resolution, .documentKind, .question, .reply], in: passage, most: MeetingEvidence.mostScalars) {
                switch cue.role {
                case .attendance: hasAttendance = true
                case .closing: hasClose = true
                case .commonItem: common += 1
                case .usualTopic: topics += 1
                case nil where cue.kind == .question && cue.groups["text"] == nil: questions += 1
                case nil where cue.kind == .reply && cue.groups["text"] == nil: replies += 1
                case nil where cue.kind == .resolution: resolutions += 1
                case nil where cue.confidence == .hint && cue.settings["kind"] == Paper.Kind.minutes.rawValue: told += 1
                default: continue
                }
            }
        }
    }

    private var isMinutes: Bool {
        hasAttendance && (common + told > 0 || topics > 1 || resolutions > 1 || hasClose)
            || common + told > 1 && (hasClose || resolutions > 1) || told > 1 && common > 1
    }

    /// The kind that a PDF's head prints without settling it, corrected where the paper itself does.
    func corrected(_ printed: Paper.Kind) -> Paper.Kind {
        if isMinutes { return .minutes }
        if printed == .other, isOfQuestions { return .questions }
        return printed == .other && common >= MeetingEvidence.fewestItems ? .agenda : printed
    }

    /// Whether questions and replies have heads, and nothing tells of a meeting.
    private var isOfQuestions: Bool {
        !tellsOfMeeting && min(questions, replies) >= MeetingEvidence.fewestOfNumbered
    }

    /// Whether it tells what was decided.
    var tellsDecision: Bool { resolutions > 0 }

    /// Whether it lists who came, or tells what was decided.
    var tellsWhoCame: Bool { hasAttendance || resolutions > 0 }

    /// Whether it holds anything that minutes hold.
    var tellsOfMeeting: Bool { tellsWhoCame || common + told > 0 }

    /// What a page is whose head names a body and a day: what it decided makes minutes, a list with numbers an agenda.
    var ofMeeting: Paper.Kind {
        if isMinutes || resolutions > 0 && numbered + common > 0 { return .minutes }
        return numbered >= MeetingEvidence.fewestItems || common > 0 ? .agenda : .webPage
    }

    /// What a web page is whose heading prints a kind: a page that lists links to minutes has none of what minutes hold.
    func ofPage(_ printed: Paper.Kind) -> Paper.Kind {
        switch printed {
        case .minutes where isMinutes || common > 0 || resolutions > 0 || hasAttendance: .minutes
        case .agenda where common > 0 || numbered >= MeetingEvidence.fewestItems:
            isMinutes && (hasAttendance || hasClose && resolutions > 1) ? .minutes : .agenda
        case .agendaPack: .webPage
        case .decisionNotice where resolutions > 0: .decisionNotice
        case .questions where max(questions, replies, asking) > 1: .questions
        default:
            if hasAttendance && isMinutes && (common + told > 1 || resolutions > 1 || numbered > 1 || hasClose) {
                .minutes
            } else if common >= MeetingEvidence.fewestOfNumbered && numbered >= MeetingEvidence.fewestItems {
                // Nothing calls it an agenda, but numbers count what meetings deal with.
                resolutions > 0 && told > 0 || told > 1 ? .minutes : .agenda
            } else if isOfQuestions {
                .questions
            } else {
                .webPage
            }
        }
    }
}
