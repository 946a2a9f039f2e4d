/// Edges of a heading and of the column that it stands over agree within this: producers set both to the same edge, letters differ in
/// their side bearings.
private let setEms: Float = 0.3

/// Headings side by side stand no nearer to each other than the words of each but for this part, which kerning and justified lines take.
private let nearestGap: Float = 0.8

/// Headings side by side surely stand wider apart than the words of each by this factor.
private let widerGap: Float = 1.15

/// To what headings are set, all of a line alike.
private enum Setting: CaseIterable {
    case left, right, middle

    /// How far a heading is from being set so over its column, points.
    func error(_ heading: Area, over column: Area) -> Float {
        switch self {
        case .left: abs(heading.left - column.left)
        case .right: abs(heading.right - column.right)
        case .middle: abs(heading.midX - column.midX)
        }
    }
}

/// A line of headings has fewer words than this; more is prose.
private let mostWords = 40

extension TextRows {
    /// A line with each of its pieces that is headings of neighbouring columns, set no further apart than words, cut into those: where the
    /// columns of the body part it so that each part is set to an edge or to the middle of its own. `columns` are the extents of the
    /// columns.
    func parted(_ line: GridLine, over columns: [Area]) -> GridLine {
        guard line.pieces.contains(where: { $0.words.count > 1 && !$0.isNumber }) else { return line }
        var parted = line
        parted.pieces = []
        for (index, piece) in line.pieces.enumerated() {
            let floor = parted.pieces.last?.columns.upperBound ?? 0
            let ceiling = index + 1 < line.pieces.count ? line.pieces[index + 1].columns.lowerBound : columns.count
            parted.pieces.append(
                contentsOf: piece.isNumber
                    ? [piece] : parts(of: piece, over: columns, between: floor, and: ceiling, slack: setEms * line.size) ?? [piece])
        }
        return parted
    }

    /// The parts of a piece over the columns that it reaches over, or those beside them that are free: a heading may be wider than its
    /// column. Nil where the columns don't part it.
    private func parts(of piece: GridPiece, over columns: [Area], between floor: Int, and ceiling: Int, slack: Float) -> [GridPiece]? {
        guard (2...mostWords).contains(piece.words.count) else { return nil }
        let (lower, upper) = (piece.columns.lowerBound, piece.columns.upperBound)
        var best: (cost: Float, ends: [Int], first: Int)?
        // A column is none of its own if it stands beside what the columns hold, wide as it is.
        func isBeside(_ column: Int) -> Bool {
            columns.indices.contains(column)
                && (columns[column].right < piece.area.left + slack || columns[column].left > piece.area.right - slack)
        }
        let firsts = (lower - 1)...(isBeside(lower) ? lower + 1 : lower)
        let ends = (isBeside(upper - 1) ? upper - 1 : upper)...(upper + 1)
        for first in firsts where first >= floor {
            for end in ends where end - first > 1 && end <= min(ceiling, columns.count) {
                guard end - first <= piece.words.count, end - first >= (best?.ends.count ?? 0) else { continue }
                for setting in Setting.allCases {
                    guard let (cost, ends) = cuts(piece.words, over: columns[first..<end], set: setting, slack: slack),
                        best.map({ ends.count > $0.ends.count || cost < $0.cost }) ?? true
                    else { continue }
                    best = (cost, ends, first)
                }
            }
        }
        guard let best else { return nil }
        var start = piece.words.lowerBound
        return best.ends.enumerated().map { index, end in
            defer { start = end }
            let part = chunk(start..<end)
            let column = best.first + index
            return GridPiece(
                columns: column..<(column + 1), words: part.words, area: part.area, isValue: part.isValue, isNumber: part.isNumber)
        }
    }

    /// Where to cut words so that each column has some that are set as it is, at the least distance in sum; nil where there is no way.
    /// The first column may hold labels, which are set to its left.
    private func cuts(_ range: Range<Int>, over columns: ArraySlice<Area>, set setting: Setting, slack: Float)
        -> (cost: Float, ends: [Int])?
    {
        func gap(before word: Int) -> Float { words[word].area.left - words[word - 1].area.right }
        // For each number of words taken, the cheapest way to set them over the columns so far: its cost, the ends of its parts, and its
        // greatest error, narrowest cut and widest space. Of ways that cost the same, the one whose last part is longest.
        struct Way {
            var cost: Float = 0
            var worst: Float = 0
            var ends: [Int] = []
            var cut = Float.infinity
            var space: Float = 0
        }
        var ways = [Way?](repeating: nil, count: range.count + 1)
        ways[0] = Way()
        for column in columns {
            guard !column.isEmpty else { return nil }
            var next = [Way?](repeating: nil, count: range.count + 1)
            var isSet = false
            for start in range {
                guard let way = ways[start - range.lowerBound] else { continue }
                var area = Area()
                var space = way.space
                for word in start..<range.upperBound {
                    if word > start { space = max(space, gap(before: word)) }
                    area.add(words[word].area)
                    let own = setting.error(area, over: column)
                    let error = start == range.lowerBound ? min(own, Setting.left.error(area, over: column)) : own
                    guard error < slack else { continue }
                    let cut = start > range.lowerBound ? min(way.cut, gap(before: start)) : way.cut
                    guard cut >= nearestGap * space else { continue }
                    let taken = word + 1 - range.lowerBound
                    if let known = next[taken], known.cost <= way.cost + error { continue }
                    next[taken] = Way(
                        cost: way.cost + error, worst: max(way.worst, error), ends: way.ends + [word + 1], cut: cut, space: space)
                    isSet = true
                }
            }
            guard isSet else { return nil }
            ways = next
        }
        // Words of one heading over all columns fall near edges of theirs by chance, but not on each of them.
        guard let way = ways[range.count], way.cut >= widerGap * way.space || way.worst < Points.same else { return nil }
        return (way.cost, way.ends)
    }
}
