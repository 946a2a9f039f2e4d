/// Where lines of words are cut because a gutter between two columns of text runs through them, though it is no wider than a wide space.
///
/// Justified lines have spaces as wide as a narrow gutter, but not one under the other: a gutter shows in at least three lines in a row,
/// and what stands at its right begins at one place. Rows hold words from left to right. For each row the words that begin a right side.
func gutterCuts(of rows: [[Word]], settings: LayoutSettings) -> [Set<Int>] {
    var cuts = [Set<Int>](repeating: [], count: rows.count)
    let gaps = rows.map { wideGaps(of: $0, settings: settings) }
    for start in rows.indices where rows.count <= Gutter.mostRows {
        for gap in gaps[start] where !cuts[start].contains(gap.word) {
            var gutter = Gutter(gap, of: rows[start], at: start)
            var row = start + 1
            while row < rows.count, row - start < Gutter.longest,
                gutter.goesOn(in: rows[row], before: rows[row - 1], gaps: gaps[row], at: row)
            {
                row += 1
            }
            guard gutter.isBetweenColumns else { continue }
            for (row, word) in gutter.sides { cuts[row].insert(word) }
        }
    }
    return cuts
}

/// A gap that may be part of a gutter, before a word of a row.
private struct WideGap {
    var word: Int
    var lower: Float
    var upper: Float
}

private func wideGaps(of row: [Word], settings: LayoutSettings) -> [WideGap] {
    var gaps: [WideGap] = []
    var right = Float.infinity
    for (index, word) in row.enumerated() {
        if word.area.left - right >= settings.gutter - Gutter.slack {
            gaps.append(WideGap(word: index, lower: right, upper: word.area.left))
        }
        right = index == 0 ? word.area.right : max(right, word.area.right)
    }
    return gaps
}

/// A gutter while it is followed down the rows.
private struct Gutter {
    /// Rows of a page that are looked at, and of one gutter.
    static let mostRows = 2_000
    static let longest = 400
    /// A gutter set at 8 pt is measured by advances, which are rounded.
    static let slack: Float = 0.6
    /// Rows with words on both sides that show a gutter, where they were not drawn across; where they were, one more.
    private static let fewest = 3
    /// What begins at one place varies by no more than this, points.
    private static let edge: Float = 1.5
    /// Lines further apart than this, in font sizes, are of two blocks.
    private static let pitch: Float = 2.5
    /// Columns of text have at least so many words a line; labels and figures have one or two.
    private static let words: Float = 2.5

    private var lower: Float
    private var upper: Float
    /// For each row with words on both sides the first at the right.
    private(set) var sides: [(row: Int, word: Int)]
    private var lefts: [Float]
    private var wordCounts: (left: Int, right: Int)
    private var drawnAcross: Int

    init(_ gap: WideGap, of row: [Word], at index: Int) {
        lower = gap.lower
        upper = gap.upper
        sides = []
        lefts = []
        wordCounts = (0, 0)
        drawnAcross = 0
        add(gap.word, of: row, at: index)
    }

    private mutating func add(_ word: Int, of row: [Word], at index: Int) {
        sides.append((index, word))
        lefts.append(row[word].area.left)
        wordCounts.left += word
        wordCounts.right += row.count - word
        // Drawn directly after what stands before it, with at most a space between.
        let step = row[word].glyphs.lowerBound - row[word - 1].glyphs.upperBound
        if step >= 0, step < 2 { drawnAcross += 1 }
    }

    /// Takes the next row in; false where it ends the gutter.
    mutating func goesOn(in row: [Word], before: [Word], gaps: [WideGap], at index: Int) -> Bool {
        guard let first = row.first, let above = before.first, first.baseline - above.baseline <= Gutter.pitch * max(first.size, above.size)
        else { return false }
        let right = row.reduce(-Float.infinity) { max($0, $1.area.right) }
        // Only one of the columns has a line here.
        if first.area.left >= upper - Gutter.slack || right <= lower + Gutter.slack { return true }
        guard let gap = gaps.first(where: { min($0.upper, upper) - max($0.lower, lower) >= 8 - 2 * Gutter.slack }) else { return false }
        lower = max(lower, gap.lower)
        upper = min(upper, gap.upper)
        add(gap.word, of: row, at: index)
        return true
    }

    var isBetweenColumns: Bool {
        let rows = sides.count
        guard rows >= Gutter.fewest, let left = lefts.min() else { return false }
        let aligned = lefts.count { $0 - left <= Gutter.edge }
        let isDrawnAcross = drawnAcross * 3 > rows
        return aligned * 10 >= rows * 7 && (!isDrawnAcross || rows > Gutter.fewest)
            && Float(wordCounts.left) >= Gutter.words * Float(rows) && Float(wordCounts.right) >= Gutter.words * Float(rows)
    }
}
