/// Where the tables of preformatted text stand: columns set with spaces and tabs.
struct PreformattedTable: Equatable {
    /// A cell of a line: its characters, counted as written, and the columns that it stands over. Empty cells have an empty range.
    struct Cell: Equatable {
        var range: Range<Int>
        var columns: Range<Int>
    }

    /// What a line is.
    enum Line: Equatable {
        /// Not of a table.
        case text
        /// A row of a table, its cells in order; `isHead` where it stands over the columns.
        case row([Cell], isHead: Bool)
        /// A line drawn with dashes or underscores, or an empty one, inside a table.
        case rule
    }

    /// For each line what it is.
    private(set) var lines: [Line]

    /// Fewer rows are no table.
    private static let fewestRows = 2
    /// Most lines without cells of their own inside a table: one between groups, one drawn.
    private static let mostBetween = 2
    /// Lines of column headings above the first row.
    private static let mostHeads = 4

    /// Reads the lines of a preformatted text.
    init(_ text: [Unicode.Scalar]) {
        let written = text.split(separator: "\n", omittingEmptySubsequences: false).map { WrittenLine($0) }
        lines = [Line](repeating: .text, count: written.count)
        var start = 0
        while start < written.count {
            let end = PreformattedTable.runEnd(written, from: start)
            if end > start { read(written, start..<end) }
            start = max(end, start + 1)
        }
    }

    /// Whether any line is of a table.
    var hasRows: Bool { lines.contains { if case .row = $0 { true } else { false } } }

    /// One past the last line of the run of lines from `start` that may be a table: lines of several pieces, with what stands between.
    private static func runEnd(_ lines: [WrittenLine], from start: Int) -> Int {
        var end = start
        var index = start
        while index < lines.count, index - end <= mostBetween {
            if lines[index].pieces.count > 1 || (index < end + 1 && lines[index].isHeadPiece) { end = index + 1 }
            index += 1
        }
        return end
    }

    private mutating func read(_ written: [WrittenLine], _ range: Range<Int>) {
        // Columns are what the rows with figures agree on; without figures, all rows.
        let rows = range.filter { written[$0].pieces.count > 1 }
        let figured = rows.filter { written[$0].pieces.dropFirst().contains(where: \.isFigure) }
        let bodies = figured.count >= PreformattedTable.fewestRows ? figured : rows
        guard bodies.count >= PreformattedTable.fewestRows, let first = bodies.first, let last = bodies.last else { return }
        let columns = PreformattedTable.columns(bodies.map { written[$0].pieces })
        guard columns.count > 1 else { return }
        // No column may take two pieces of one row.
        for body in bodies {
            let places = written[body].pieces.map { piece in columns.firstIndex { $0.overlaps(piece.place) } }
            guard Set(places).count == places.count else { return }
        }
        let heads = range.lowerBound..<first
        for index in max(heads.lowerBound, first - PreformattedTable.mostHeads)..<max(last + 1, first) {
            let line = written[index]
            if line.isRule || line.pieces.isEmpty {
                lines[index] = .rule
                continue
            }
            lines[index] = .row(PreformattedTable.cells(line.pieces, columns: columns), isHead: index < first)
        }
    }

    /// The columns that pieces stand in: stretches of the line that no row leaves free.
    private static func columns(_ rows: [[WrittenLine.Piece]]) -> [Range<Int>] {
        var columns: [Range<Int>] = []
        for piece in rows.joined().map(\.place).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let open = columns.last, piece.lowerBound < open.upperBound {
                columns[columns.count - 1] = open.lowerBound..<max(open.upperBound, piece.upperBound)
            } else {
                columns.append(piece)
            }
        }
        return columns
    }

    private static func cells(_ pieces: [WrittenLine.Piece], columns: [Range<Int>]) -> [Cell] {
        var cells: [Cell] = []
        var next = 0
        for piece in pieces {
            // Words over no column belong to the nearest one that is free.
            let over = columns.indices.filter { columns[$0].overlaps(piece.place) }
            let near = columns.indices.min { distance(columns[$0], piece.place) < distance(columns[$1], piece.place) } ?? 0
            let start = max(next, over.first ?? near)
            guard start < columns.count else {
                if let last = cells.indices.last { cells[last].range = cells[last].range.lowerBound..<piece.range.upperBound }
                continue
            }
            while next < start {
                cells.append(Cell(range: piece.range.lowerBound..<piece.range.lowerBound, columns: next..<next + 1))
                next += 1
            }
            let end = max(start + 1, (over.last ?? start) + 1)
            cells.append(Cell(range: piece.range, columns: start..<end))
            next = end
        }
        let end = pieces.last?.range.upperBound ?? 0
        while next < columns.count {
            cells.append(Cell(range: end..<end, columns: next..<next + 1))
            next += 1
        }
        return cells
    }

    private static func distance(_ one: Range<Int>, _ other: Range<Int>) -> Int {
        max(one.lowerBound - other.upperBound, other.lowerBound - one.upperBound, 0)
    }
}

/// A line of preformatted text, cut into pieces at tabs and at two spaces or more.
private struct WrittenLine {
    struct Piece {
        /// Its characters, counted in the line as written.
        var range: Range<Int>
        /// Where it stands, tabs taken to the next multiple of eight.
        var place: Range<Int>
        var isFigure: Bool
    }

    var pieces: [Piece] = []
    /// Whether it is drawn with dashes, underscores and the like alone.
    var isRule = false
    /// Whether its one piece stands to the right, as a unit over a column does.
    var isHeadPiece: Bool { pieces.count == 1 && pieces[0].place.lowerBound >= 8 }

    init(_ scalars: ArraySlice<Unicode.Scalar>) {
        let text = Array(scalars)
        var place = 0
        var open: (start: Int, place: Int)?
        var spaces = 0
        var end = (index: 0, place: 0)
        var isDrawn = true
        for (index, scalar) in text.enumerated() {
            switch scalar {
            case "\t":
                spaces += 2
                place = (place / 8 + 1) * 8
            case " ", "\u{A0}", "\r":
                spaces += 1
                place += 1
            default:
                if let piece = open, spaces > 1 {
                    close(text, piece, end)
                    open = nil
                }
                if open == nil { open = (index, place) }
                spaces = 0
                place += 1
                end = (index + 1, place)
                if !"-_=+|~\u{2014}\u{2013}.".unicodeScalars.contains(scalar) { isDrawn = false }
            }
        }
        if let piece = open { close(text, piece, end) }
        isRule = isDrawn && pieces.contains { $0.range.count > 2 }
        if isRule { pieces = [] }
    }

    /// Adds a piece; numbers with a single space between them are of two columns.
    private mutating func close(_ text: [Unicode.Scalar], _ start: (start: Int, place: Int), _ end: (index: Int, place: Int)) {
        let range = start.start..<end.index
        let words = text[range].split(separator: " ")
        guard words.count > 1, words.allSatisfy(WrittenLine.isFigure) else {
            pieces.append(
                Piece(range: range, place: start.place..<end.place, isFigure: words.count == 1 && WrittenLine.isFigure(text[range])))
            return
        }
        for word in words {
            let place = start.place + word.startIndex - start.start
            pieces.append(Piece(range: word.indices, place: place..<place + word.count, isFigure: true))
        }
    }

    /// Whether it is a number, not a year: digits with their signs and separators.
    private static func isFigure(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        var digits = 0
        for scalar in word {
            switch scalar {
            case "0"..."9": digits += 1
            case ",", ".", "-", "\u{2212}", "\u{2013}", "(", ")", "\u{A3}", "$", "\u{20AC}", "%", "+": continue
            default: return false
            }
        }
        let isYear = digits == 4 && word.count == 4 && (word.starts(with: "19".unicodeScalars) || word.starts(with: "20".unicodeScalars))
        // "£000" is a unit.
        let isUnit = digits >= 3 && !word.contains { ("1"..."9").contains($0) }
        return digits > 0 && !isYear && !isUnit
    }
}
