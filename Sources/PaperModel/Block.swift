/// A run of text that belongs together: a heading, a paragraph, a list item, a table.
public struct Block: Sendable, Equatable {
    /// What it is.
    public enum Kind: Sendable, Equatable {
        /// A heading; level 1 at the top.
        case heading(level: Int)
        /// A paragraph.
        case paragraph
        /// An item of a list.
        case listItem
        /// A table: index into the paper's tables.
        case table(Int)
        /// The title of a table or picture.
        case caption
        /// A note at the foot of the page.
        case footnote
        /// Running head, foot, page number, watermark.
        case furniture
    }

    /// What a page template says that a block is (HTML).
    public enum Role: String, Sendable, CaseIterable {
        /// Printed number of an agenda item.
        case itemNumber
        /// Title of an agenda item.
        case itemTitle
        /// What the agenda says of an item.
        case agendaText
        /// Text of a decision.
        case decision
        /// Text of the minutes.
        case minutes
        /// A label of the template ("Minutes:", "Decision:").
        case label
        /// A linked document.
        case document
        /// A recorded vote.
        case vote
        /// "view the full minutes text": the text above it is cut.
        case truncation
    }

    /// What it is.
    public var kind: Kind
    /// Its scalars on the page.
    public var range: TextRange
    /// The label of a list item or number of a heading ("7.", "2.1", "a)", "•"), inside `range`.
    public var label: TextRange?
    /// Nesting of list items, 0 outside lists and for the outermost list.
    public var depth: Int
    /// Where it stands; nil for HTML.
    public var box: Box?
    /// Style of most of its characters.
    public var style: TextStyle
    /// Whether it goes on the block before it in the flow of text (a paragraph over a column or page break).
    public var continuesPrevious: Bool
    /// What the page template says it is.
    public var role: Role?
    /// Which item of the page template holds it, counted from 0.
    public var item: Int?

    /// Makes a block.
    public init(kind: Kind, range: TextRange, box: Box? = nil, style: TextStyle = TextStyle()) {
        self.kind = kind
        self.range = range
        self.box = box
        self.style = style
        depth = 0
        continuesPrevious = false
    }
}

/// How characters look.
public struct TextStyle: Sendable, Equatable {
    /// Font size, points; 0 where unknown.
    public var size: Double
    /// Bold.
    public var isBold: Bool
    /// Italic.
    public var isItalic: Bool
    /// Underlined (a rule directly below).
    public var isUnderlined: Bool

    /// Makes a style; size in points.
    public init(size: Double = 0, isBold: Bool = false, isItalic: Bool = false, isUnderlined: Bool = false) {
        self.size = size
        self.isBold = isBold
        self.isItalic = isItalic
        self.isUnderlined = isUnderlined
    }
}
