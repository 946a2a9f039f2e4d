/// The canonical text while it grows: white space is collapsed as a browser shows it, and what stands between two words is written only once
/// the second one comes.
struct TextFlow {
    /// What is to stand between the last scalar and the next.
    enum Gap: Int, Comparable {
        case none, space
        /// The end of a line inside a cell.
        case lineInCell
        case line

        static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
    }

    /// The text so far.
    private(set) var scalars: [Unicode.Scalar] = []
    /// Where lines begin within cells and columns, and once more for each blank line above.
    private(set) var cellBreaks: [Int] = []
    private var gap = Gap.none
    private var tabs = 0
    /// Blank lines of a cell before the next scalar.
    private var blankLines = 0
    /// Whether the line that has begun in a cell holds a hard space, which keeps it open as words would.
    private var isLineHeld = false
    /// Whether the text stands in a column of numbers, or of the texts beside them.
    private var isInColumn = false

    /// Most blank lines in a row that are kept: more set nothing beside anything.
    private static let mostBlankLines = 200

    /// Number of scalars so far.
    var count: Int { scalars.count }

    /// Asks for at least this gap before the next scalar; void directly after a tab.
    mutating func ask(_ wanted: Gap) {
        if wanted >= .lineInCell, isLineHeld { addBlankLine() }
        if tabs == 0 { gap = max(gap, wanted) }
    }

    /// Ends a line of a cell or column with a line break of the markup: a second one in a row leaves a line blank.
    mutating func breakLine(_ wanted: Gap) {
        if isAtLineStart { addBlankLine() }
        ask(wanted)
    }

    /// Begins a cell of a column: blank lines above it belong to another.
    mutating func beginColumn() {
        isInColumn = true
        dropBlankLines()
    }

    /// Ends it.
    mutating func endColumn() {
        isInColumn = false
        dropBlankLines()
    }

    /// Notes a hard space.
    mutating func holdLine() { isLineHeld = isLineHeld || isAtLineStart }

    /// Whether nothing stands yet in the line of a cell.
    private var isAtLineStart: Bool { gap >= .lineInCell || tabs > 0 }

    private mutating func addBlankLine() {
        isLineHeld = false
        blankLines = min(blankLines + 1, TextFlow.mostBlankLines)
    }

    /// Goes on to the next cell of a row. Tabs of empty cells are written only once a cell with words follows in the row.
    mutating func tab() {
        if gap == .space || gap == .lineInCell { gap = .none }
        tabs += 1
        dropBlankLines()
    }

    /// Makes what was asked for void: the end of a cell or row.
    mutating func dropGap() {
        gap = .none
        tabs = 0
        dropBlankLines()
    }

    private mutating func dropBlankLines() {
        blankLines = 0
        isLineHeld = false
    }

    /// Writes the gap that was asked for. None stands at the start of the text, of a line or of a cell.
    ///
    /// The end of a line inside a cell is a space, and a tab where the numbers at its sides would be read as one.
    mutating func settle(before next: Unicode.Scalar? = nil) {
        if let last = scalars.last, last != "\n", last != "\t" {
            switch gap {
            case .none: break
            case .space: if last != " " { scalars.append(" ") }
            case .lineInCell:
                let partsNumbers = ("0"..."9").contains(last) && next.map { ("0"..."9").contains($0) } == true
                if last != " " || partsNumbers { scalars.append(partsNumbers ? "\t" : " ") }
                cellBreaks.append(scalars.count)
            case .line:
                scalars.append("\n")
                if isInColumn { cellBreaks.append(scalars.count) }
            }
        }
        for _ in 0..<tabs { scalars.append("\t") }
        for _ in 0..<blankLines { cellBreaks.append(scalars.count) }
        dropGap()
    }

    /// Writes a scalar that a reader sees.
    mutating func write(_ scalar: Unicode.Scalar) {
        settle()
        scalars.append(scalar)
    }
}

/// What a scalar of the markup is on the page.
enum ScalarShown: Equatable {
    /// White space that collapses; NBSP too, since it is there to hold words together, not to be read.
    case space
    /// A line break that counts in preformatted text only.
    case lineFeed
    /// Nothing: controls, soft hyphens, zero-width and bidirectional marks.
    case nothing
    /// A character.
    case character(Unicode.Scalar)

    /// Sorts a scalar. References such as `&#150;` name Windows-1252 bytes (WHATWG HTML, section 13.2.5.80).
    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x0A: self = .lineFeed
        case 0x09, 0x0C, 0x0D, 0x20, 0xA0, 0x2028, 0x2029: self = .space
        case 0x00...0x1F, 0x7F, 0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF:
            self = .nothing
        case 0x80...0x9F: self = TextEncoding.windows1252(UInt8(scalar.value)).map(ScalarShown.character) ?? .nothing
        default: self = .character(scalar)
        }
    }
}
