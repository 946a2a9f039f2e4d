/// What a label is: the words for `role` in rule files. A word that is not here is an error of the file.
public enum LabelRole: String, Sendable, CaseIterable {
    // Lines of a paper that begin nothing.
    /// Where an item's papers stand: "(Pages 1 - 4)".
    case reference
    /// A line that parts an agenda into items: "PART B - EXEMPT ITEMS", or announces it: "AGENDA".
    case banner
    /// Over the numbers of items: "Agenda Item No".
    case itemColumn
    /// The head of a column of numbers in a layout table: "Item", "Minute No.".
    case numberHead
    /// On the first page of each paper of a pack: "Agenda Item 9".
    case stamp
    /// The name of a part of an item: "Minutes:", "Additional documents:".
    case partName
    /// Over what was said of an item: "Minutes:".
    case minutesPart
    /// Over what was decided on an item: "Decision:".
    case decisionPart
    /// Over the papers of an item: "Additional documents:".
    case documentsPart
    /// The heading of a committee system's page of a whole meeting: "Agenda and minutes".
    case systemMeeting
    /// The heading of its page of one item: "Agenda item", "Issue - meetings".
    case systemItem
    /// The heading of its page of one decision: "Decision details".
    case systemDecision
    /// On a page of an issue, the meeting that dealt with it.
    case systemMeetingLine
    /// The heading of a part of a report, which holds the sections below it: "PART A".
    case partHead
    /// The end of a meeting's minutes.
    case closing
    /// The office or address below a paper.
    case signature
    /// The words that end a letter or a report: "Yours sincerely", "For and on behalf of".
    case farewell
    /// The heading over the names of who wrote a report.
    case contacts
    /// The heading of a list of appendices.
    case appendixList
    /// A line of it: "Appendix A - Map".
    case appendixEntry
    /// A line that asks for something: "Wards affected:".
    case field
    /// A line of the form that an item of minutes is, where it has a letter: "(a) Subject:".
    case itemField
    /// The title of a table, figure or chart.
    case caption
    /// A line of a list of contents.
    case contents
    /// The heading of a list of contents.
    case contentsHeading
    /// A short answer set off as a heading is: "None".
    case answer
    /// A date on a line of its own.
    case date
    /// A page that is left blank.
    case blank
    /// "(continued)".
    case continued
    /// The names below a vote, or how it was taken.
    case votes
    /// Who is to do something: "Action: the Clerk".
    case action
    /// A total, or another line of figures.
    case sum
    /// A clause that leads to a list: "The following were received:".
    case leadIn
    /// A line of a list: a planning application, a payment, an address.
    case entry
    /// Who came: "Present:", "In attendance:".
    case attendance
    /// The title of an item that most meetings have: "Apologies".
    case commonItem
    /// The title of an item that many meetings have and other papers too: "Finance".
    case usualTopic
    /// The title of a block that names a meeting: "MINUTES OF THE ANNUAL MEETING".
    case meetingTitle

    // Questions.
    /// The title of an item, or a line, that announces questions.
    case questionTime
    /// A line that announces supplementary questions and what was said to them.
    case supplementaryTime
    /// The heading of a table's column that holds questions.
    case questionColumn
    /// The heading of a table's column that holds replies.
    case replyColumn
    /// The heading of a table's column that says who asks.
    case askerColumn
    /// Names who is asked: the heading of a table's column.
    case addresseeColumn

    // The head of a paper.
    /// The line of a form that holds the title.
    case subject
    /// The words that name minutes or an agenda.
    case title
    /// A mark in the corner: "Appendix C".
    case mark
    /// Whose report it is: "Report by the Director of Place".
    case author
    /// Whom a report is for.
    case addressee
    /// The line of a form that says whose report it is.
    case sender
    /// Whose report or decision it is, alone on a line.
    case office
    /// A plain line that is all the title an appendix has.
    case appendix
    /// The line of a form above the day of the meeting.
    case meetingDate
    /// Which item of the agenda a report belongs to: "Agenda Item No: 7".
    case itemNumber
}
