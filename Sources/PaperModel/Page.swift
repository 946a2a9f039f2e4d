/// One page of a PDF, or the one page of an HTML document: canonical text and what stands where in it.
public struct Page: Sendable, Equatable {
    /// 1-based.
    public var number: Int
    /// The label that the file gives the page ("iv", "A-3").
    public var label: String?
    /// Width as displayed, points; nil for HTML.
    public var width: Double?
    /// Height as displayed, points; nil for HTML.
    public var height: Double?
    /// Clockwise turn that the file asks for, degrees: 0, 90, 180 or 270.
    public var rotation: Int
    /// Canonical text.
    public var text: PageText
    /// Printed lines in the order of the text; empty for HTML.
    public var lines: [Line]
    /// Blocks in reading order.
    public var blocks: [Block]
    /// Running heads, feet, page numbers, watermarks.
    public var furniture: [TextRange]
    /// Text that is in the file but not to be seen on the page.
    public var hidden: [HiddenText]
    /// Ranges set in bold.
    public var bold: [TextRange]
    /// Ranges set in italics and, where the markup says so, underlined, that are not bold.
    public var slanted: [TextRange]
    /// Ranges with a line through them.
    public var struck: [TextRange]
    /// Ranges whose letters are set apart.
    public var spaced: [TextRange]
    /// Ranges drawn with a font of symbols or pictures, or where a character of the private use area was drawn, which tells no reader of the
    /// file what it shows; empty where such a character was left out.
    public var symbols: [TextRange]
    /// Hyperlinks.
    public var links: [Link]
    /// Where lines begin within cells of an HTML table: there a row is one line of the text. Not falling: a place stands once more for each
    /// blank line above it. In a layout table's columns of numbers and texts each line has its place too. Empty for a PDF.
    public var cellBreaks: [Int]
    /// Cells of an HTML table that only lays the page out: the numbers of items one below the other, and beside them their texts.
    public var itemCells: [ItemCells]
    /// Boxes of images.
    public var images: [Box]
    /// Mean confidence of recognition, 0 to 1, where the text came from OCR.
    public var recognitionConfidence: Double?
    /// Where each part of the text stands.
    public var places: Places

    /// Makes an empty page; sizes in points.
    public init(number: Int, width: Double? = nil, height: Double? = nil, rotation: Int = 0) {
        self.number = number
        self.width = width
        self.height = height
        self.rotation = rotation
        text = PageText()
        lines = []
        blocks = []
        furniture = []
        hidden = []
        bold = []
        slanted = []
        struck = []
        spaced = []
        symbols = []
        links = []
        cellBreaks = []
        itemCells = []
        images = []
        places = .glyphs([])
    }
}

/// A row of a layout table: a cell with the numbers of items, and the cell beside it that holds their titles and texts.
public struct ItemCells: Sendable, Equatable {
    /// The scalars of the cell of numbers.
    public var numbers: TextRange
    /// The scalars of the cell of texts, behind those of the numbers.
    public var texts: TextRange
    /// Where the last cell of the row ends: behind the texts stands who is to act.
    public var end: Int

    /// Takes the ranges as they stand.
    public init(numbers: TextRange, texts: TextRange, end: Int) {
        self.numbers = numbers
        self.texts = texts
        self.end = end
    }
}

/// Where the scalars of a canonical text stand.
public enum Places: Sendable, Equatable {
    /// PDF: for each scalar its extent in its line, as long as the text; empty for scalars between lines.
    case glyphs([Extent])
    /// HTML: elements with the range of their text, outer before inner, by start.
    case elements([ElementPlace])
}

/// The stretch of its line's box that a scalar covers, in 65,535ths of the box's width (height, for vertical lines) from its left (top).
///
/// A long pack has millions of them: four bytes each still tell hundredths of a point in the widest line.
public struct Extent: Sendable, Equatable {
    /// Where it begins.
    public var start: UInt16
    /// Where it ends; at or before `start` where it covers nothing.
    public var end: UInt16

    /// Makes an extent.
    public init(_ start: UInt16, _ end: UInt16) {
        self.start = start
        self.end = end
    }

    /// Covers nothing.
    public static let empty = Extent(0, 0)

    /// The stretch from `low` to `high` of a line that reaches from `origin` over `length`, all in points; what juts out is cut off.
    public init(low: Double, high: Double, origin: Double, length: Double) {
        func part(_ position: Double) -> UInt16 {
            let part = (position - origin) / length * Double(UInt16.max)
            // By comparisons, and rounded by hand: each scalar of a paper has two of them. What is no number is not above 0.
            guard part > 0 else { return 0 }
            guard part < Double(UInt16.max) else { return part.isFinite ? .max : 0 }
            let whole = UInt16(part)
            return part - Double(whole) < 0.5 ? whole : whole + 1
        }
        self.init(part(low), part(high))
    }
}

/// An HTML element and the range of its text.
public struct ElementPlace: Sendable, Equatable {
    /// The element's text on the page.
    public var range: TextRange
    /// Its XPath.
    public var path: String

    /// Makes a place.
    public init(range: TextRange, path: String) {
        self.range = range
        self.path = path
    }
}

/// A printed line.
public struct Line: Sendable, Equatable {
    /// Its scalars, without the LF that ends it.
    public var range: TextRange
    /// Where it stands.
    public var box: Box
    /// Whether it runs along the vertical axis (text turned by 90 or 270 degrees).
    public var isVertical: Bool

    /// Makes a line.
    public init(range: TextRange, box: Box, isVertical: Bool = false) {
        self.range = range
        self.box = box
        self.isVertical = isVertical
    }
}

/// Text that a reader of the page cannot see.
public struct HiddenText: Sendable, Equatable {
    /// Why it can't be seen.
    public enum Reason: String, Sendable, CaseIterable {
        /// Under a later opaque fill or image.
        case covered
        /// Drawn without ink (text rendering mode 3, ISO 32000-1 9.3.6).
        case invisible
        /// Too small for any reader.
        case tiny
        /// In the colour of what it stands on.
        case sameColour
    }
    /// Its scalars.
    public var range: TextRange
    /// Why.
    public var reason: Reason

    /// Makes a mark.
    public init(range: TextRange, reason: Reason) {
        self.range = range
        self.reason = reason
    }
}

/// A hyperlink.
public struct Link: Sendable, Equatable {
    /// The words that carry it.
    public var range: TextRange
    /// Where it leads, as written in the file.
    public var url: String

    /// Makes a link.
    public init(range: TextRange, url: String) {
        self.range = range
        self.url = url
    }
}
