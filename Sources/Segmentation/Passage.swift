internal import PaperModel

/// A stretch of a page that is read as one: a heading, a paragraph or a part of one, a list item, a row of a table.
struct Passage {
    /// What it is.
    enum Form: Equatable {
        case heading(level: Int)
        case paragraph
        case listItem
        /// A row of a table that begins with a number.
        case row
        /// A table, or the part of one on a page.
        case table
        case caption
        case footnote
        case furniture
    }

    /// A cell of a table whose columns hold questions and replies.
    struct ExchangePart: Equatable {
        /// question or reply.
        var kind: Segment.Kind
        /// What stands in the columns of numbers and names.
        var number: String?
        var asker: String?
        var addressee: String?
        /// Who signs a reply.
        var respondent: String?
        /// The rule that knows the column.
        var rule: String
        /// Whether the passage is the first of its cell.
        var isFirst: Bool
    }

    /// 1-based page.
    var page: Int
    /// Its scalars on the page.
    var range: TextRange
    /// What it is.
    var form: Form
    /// The number that it begins with.
    var number: PrintedNumber?
    /// Its words after number or bullet.
    var body: TextRange
    /// Bold words that the body begins with; the whole body where all is bold.
    var lead: TextRange?
    /// Words in italics, or underlined, that the body begins with.
    var slanted: TextRange?
    /// Whether all of the body is bold.
    var isBold = false
    /// Whether all of its block is underlined.
    var isUnderlined = false
    /// Whether all of its block is in italics.
    var isItalic = false
    /// Font size, points; 0 where unknown.
    var size = 0.0
    /// Whether a bullet stands before it.
    var isBulleted = false
    /// Whether it goes on the passage before it.
    var isContinued = false
    /// What the page template says it is (HTML).
    var role: Block.Role?
    /// Which item of the page template holds it.
    var item: Int?
    /// Index of the table that it is, or the part of which it is.
    var table: Int?
    /// What it begins in a table of questions.
    var exchange: ExchangePart?
    /// Words of the body, counted to `mostWords`.
    var words = 0
    /// Last scalar of the body that is no white space.
    var ending: Unicode.Scalar?
    /// Whether the first letter is a small one.
    var beginsSmall = false

    /// Words are counted up to here: nothing that has more is a heading.
    static let mostWords = 60
    /// Lines of the longest heading that a loader joined to the text above it.
    static let mostHeadingLines = 2

    /// Whether it stands beside the flow of the text: no segment holds its words.
    var isAside: Bool {
        switch role {
        case .label, .document, .vote, .truncation: true
        default: form == .furniture
        }
    }

    /// Whether the loader took it for a heading.
    var isHeading: Bool {
        if case .heading = form { return true }
        return false
    }

    /// Whether it looks like a heading: marked as one, or all in bold or underlined.
    var isSetOff: Bool { isHeading || isBold || isUnderlined }

    /// How far it stands out: 1 for the top, more for less; bold text of a paragraph comes after the headings.
    var rank: Int {
        if case .heading(let level) = form { return level }
        return isBold || isUnderlined ? 8 : 9
    }
}
