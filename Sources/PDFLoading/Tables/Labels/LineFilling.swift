/// How full the lines of a table's columns are: a line that goes on in the next had no room for more.
struct LineFilling {
    /// The right edge of each column's text, by its index.
    private let edges: [Int: Float]
    private let text: TextRows

    init(_ lines: [GridLine], text: TextRows) {
        var edges: [Int: Float] = [:]
        // The titles of groups, which run over, stand alone and in fonts of their own.
        let labels = lines.filter { $0.pieces.count > 1 }.compactMap(\.pieces.first)
        let usual = Dictionary(grouping: labels) { text.fonts(of: $0.words) }.max {
            ($0.value.count, $1.key.count) < ($1.value.count, $0.key.count)
        }
        for line in lines {
            for piece in line.pieces where piece.columns.count == 1 {
                if line.pieces.count == 1, let own = usual?.key, own.isDisjoint(with: text.fonts(of: piece.words)) { continue }
                edges[piece.columns.lowerBound] = max(edges[piece.columns.lowerBound] ?? -.infinity, piece.area.right)
            }
        }
        self.edges = edges
        self.text = text
    }

    /// What one line says of the next going on it.
    enum Reading {
        /// No room was left in it for the first word of the next.
        case full
        /// There was room in one of its columns: the next line begins something else.
        case hasRoom
        /// They stand too far apart, in other fonts or in other columns.
        case apart
    }

    /// Whether the words of a line that the next one has words under left no room for the first of those.
    func goesOn(from line: GridLine, to next: GridLine) -> Reading {
        guard next.baseline - line.baseline <= Ems.wrapPitch * max(line.size, next.size) else { return .apart }
        var shared = 0
        for piece in next.pieces where piece.columns.count == 1 && !piece.isValue {
            // Words that reach over the next columns had no more room, but so do titles: only small letters go on those.
            guard let above = line.pieces.first(where: { $0.columns.lowerBound == piece.columns.lowerBound }), !above.isValue,
                let edge = edges[piece.columns.lowerBound], let first = text.words[piece.words].first
            else { continue }
            guard !text.fonts(of: above.words).isDisjoint(with: text.fonts(of: piece.words)) else { return .apart }
            shared += 1
            if above.columns.count > 1 { return .hasRoom }
            if above.area.right + space * line.size + first.area.width < edge - slack * line.size { return .hasRoom }
        }
        return shared > 0 ? .full : .apart
    }
}

/// The narrowest space between words, ems.
private let space: Float = 0.2
/// A word processor may have had this much more room than the longest line shows, ems.
private let slack: Float = 0.15
