/// The counts that reading a paper rests on, in one place, each with its reason.
enum Settings {
    /// Lines and what is cut from a block or a table.
    enum Lines {
        /// Words of the longest row that is one line of a list; a row that has more holds an item's text.
        static let mostRowWords = 40
        /// Rows of a form that are read: its head has fewer.
        static let mostFormRows = 60
        /// Most rows of a form of several columns at the head of a paper: who, when, title, wards and the like in pairs side by side.
        static let mostHeadRows = 12
        /// Rows at the head of a spreadsheet that hold whose it is, what it is, and of when.
        static let mostTitleRows = 4
        /// Most columns of a form: a label and what it asks for. More make a table of figures.
        static let mostFormColumns = 2
        /// Cells of a form hold words; where three in ten or more are numbers it is a table of figures.
        static let mostNumberCells = 0.3
        /// Numbers run in to a paragraph that make a list of it: two may be a day and a sum.
        static let fewestRunIn = 3
        /// Points by which a number in a column of its own stands left of its text: less is the slant of a scan.
        static let leastHang = 8.0
        /// Scalars of the longest number with what stands behind it.
        static let mostNumberScalars = 16
        /// Scalars of the longest time of a day: "12.30 p.m.".
        static let mostTimeScalars = 10
        /// Words of the longest line to sign.
        static let mostFootWords = 12
        /// Dots or dashes in a row that are to be written on: three are an ellipsis.
        static let fewestDots = 4
    }

    /// Runs of numbers.
    enum Numbering {
        /// Runs kept open at a time: within one item of minutes a dozen short lists may stand.
        static let mostOpenRuns = 24
        /// Numbers that headings may leave out: items are withdrawn, and minutes of a part of a meeting begin anywhere.
        static let mostMissing = 3
    }

    /// Items of business.
    enum Items {
        /// Fewer letters in a row are parts of something and no list of items.
        static let fewestLettered = 3
        /// Letters that count parts of an item: one alone is a slip, or a note.
        static let fewestLetteredParts = 2
        /// Common titles that make items of letters in minutes, or of small ones: parts of an item have letters too.
        static let fewestCommonLettered = 2
        /// An outline has "2.1" and "3.1"; fewer than three parts with one lead number no meeting.
        static let fewestOfOneLead = 3
        /// Common titles ("Apologies", "Finance") that make items of headings without numbers: two may be sections of a report.
        static let fewestCommonHeadings = 3
        /// Bold beginnings of paragraphs that make items: one may be a word that matters.
        static let fewestLeads = 2
        /// How far below the first title in capitals the list of who came may stand: the title of the paper is in capitals too.
        static let reachOfAttendance = 12
        /// How far below "Agenda Item No" the first number may stand: a line for the title, one for the page.
        static let reachOfColumn = 3
        /// Numbers of a list of plain paragraphs in minutes: two in a row stand in any text.
        static let fewestPlain = 3
        /// Of ten items of minutes that nothing sets off, so many have a title; paragraphs with numbers have none.
        static let fewestTitled = 6
        /// The same where no stop follows the number: sentences begin with numbers too.
        static let fewestTitledBare = 9
        /// Words of the longest item title that nothing sets off, with a stop or without: a sentence has as many.
        static let mostTitleWords = 12
        /// The same without a stop at its end, in minutes.
        static let mostPlainTitleWords = 25
        /// The same in an agenda, which holds titles and little else.
        static let mostAgendaTitleWords = 40
        /// Words before the colon or dash that ends a title in the middle of a line.
        static let mostRunInWords = 15
        /// Words kept of an item that has no title.
        static let mostFirstWords = 30
    }

    /// Headings.
    enum Headings {
        /// Words of the longest heading: titles of reports have about thirty.
        static let mostWords = 32
        /// Letters of the shortest heading: two are initials in a margin.
        static let fewestLetters = 3
        /// Letters of the shortest title in capitals: fewer may be an abbreviation.
        static let fewestCapitals = 5
        /// Headings in capitals that make a level of their own: one may be a slogan.
        static let fewestInCapitals = 2
        /// Words that begin with a digit in a row of figures: a heading has a year, or the two of a span.
        static let fewestNumerals = 3
        /// Lines of a page that end with rising numbers and make a list of contents.
        static let fewestContents = 4
        /// Words of the longest heading within an item; what is longer in bold is an outcome or a sentence that matters.
        static let mostWordsInItem = 20
        /// Words of the longest bold beginning of a paragraph that heads it.
        static let mostLeadWords = 16
        /// Words of the longest bold beginning of a paragraph that no mark parts from its text.
        static let mostUnmarkedWords = 6
        /// Words of the longest plain line over a list that heads it: more make a sentence.
        static let mostWordsOverList = 6
        /// Words of the longest heading before a dash that nobody set in bold among others that are.
        static let mostParallelWords = 8
        /// How far apart paragraphs may stand that begin in italics as headings do: one alone stresses a word.
        static let reachOfSlanted = 3
        /// Words of the longest line that tells an outcome ("Motion carried").
        static let mostOutcomeWords = 8
        /// Words of the longest plain heading with a number: more make a numbered paragraph.
        static let mostPlainNumbered = 14
        /// Words of the longest plain heading between two paragraphs.
        static let mostBetweenParagraphs = 10
        /// Words of the longest heading with a number that may have the verb of a sentence: "3. How the money will be spent".
        static let mostTitleWithVerb = 10
        /// Words of the longest bold line that heads a part of a report: a paragraph may be bold for weight.
        static let mostBoldWords = 20
        /// Numbers of sections that a series may leave out.
        static let mostMissing = 2
        /// Numbers that a plain heading may have: "2025" begins a sentence.
        static let mostBareNumber = 100
        /// How far below a plain heading its first numbered paragraph may stand: a sub-heading and a line of introduction.
        static let reachOfParagraph = 4
        /// How far before and behind a numbered line the next number of its run is looked for: a page or two.
        static let reachOfNumber = 100
        /// A list of contents ends where running text begins.
        static let mostContentsWords = 20
        /// A line goes on the paragraph before it where that has so many words and no stop.
        static let fewestCutWords = 15
        /// Words of the longest line that ends with a full stop and is no sentence.
        static let mostWordsWithStop = 8
    }

    /// Questions and replies.
    enum Questions {
        /// Lines over a question's own head on a sheet of its own: council, committee, day.
        static let mostHeadLines = 6
        /// Words of such a line: a name or a date; more make a paragraph that goes on over the page.
        static let mostHeadLineWords = 12
        /// Words of the longest line between the head and the question: an office, the council, the day.
        static let mostOfficeWords = 30
        /// The same after a name that ends with a comma.
        static let mostAwaitedWords = 12
        /// Words of the longest line within a block that may head a reply.
        static let mostCutWords = 8
        /// Scalars of the longest label with its colon before the words of a reply: the kind of answer, and an office.
        static let mostLabelScalars = 130
        /// Scalars of the longest label that a stop or a dash ends: "Response –".
        static let mostShortLabelScalars = 12
        /// Words of the longest line that names an asker over a reply.
        static let mostNameWords = 16
        /// Paragraphs of a question above the one that it ends with.
        static let mostParagraphsAbove = 2
    }

    /// Resolutions.
    enum Decisions {
        /// How far behind a line between the parts of a resolution its next part may stand: a heading, and a line that leads in.
        static let reachOfList = 3
        /// How far above a resolution the letter of its part of the item may stand: a title, and what was said.
        static let reachOfOuter = 6
        /// Lines below a resolution that may tell the votes: a recorded vote has a line for each side and for the names.
        static let mostVoteLines = 8
        /// Words of a line that holds the words of a resolution and next to nothing of what it says.
        static let mostLeadWords = 4
        /// Words of the longest line of a list of payments.
        static let mostPaymentWords = 12
        /// Scalars behind the words of a resolution within which a colon leads to its list.
        static let reachOfColon = 40
        /// A line that is shorter than so many tenths of the longest ends its paragraph: the next word would have fitted.
        static let shortLineTenths = 8
    }

    /// Forms.
    enum Forms {
        /// Lettered labels that make a form of an item of minutes: one may be a part of a list.
        static let fewestLettered = 2
        /// Fields of a form: the longest notices have about thirty.
        static let mostFields = 60
        /// Words kept of what stands in a field: a subject, a reason; not the report behind it.
        static let mostWords = 200
    }
}
