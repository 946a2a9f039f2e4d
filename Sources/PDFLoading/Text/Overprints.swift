/// Letters drawn twice or more for bold or shadow, told by their distance.
extension PageContent {
    /// Keeps one glyph of each letter that is drawn again within `overprintReach` of itself, letter by letter, word by word or line by line.
    ///
    /// What is kept stands where the first was drawn; it can be seen where one of the copies can, and is a part of the text where one is.
    mutating func dropOverprints() {
        var rows = DrawnRows(height: max(width, height), glyphs: glyphs.count)
        // For each glyph the first copy of it, -1 where it is the first itself; empty until one is found.
        var firsts: [Int32] = []
        for index in glyphs.indices {
            let glyph = glyphs[index]
            if glyph.count == 0 {
                // Inside a replacement text: goes with the glyph that carries it.
                if index > 0, !firsts.isEmpty { firsts[index] = firsts[index - 1] }
                continue
            }
            guard let copied = rows.add(index, of: self) else { continue }
            if firsts.isEmpty { firsts = [Int32](repeating: -1, count: glyphs.count) }
            firsts[index] = Int32(copied)
            glyphs[copied].takeOver(glyph)
        }
        guard !firsts.isEmpty else { return }
        glyphs = zip(glyphs, firsts).compactMap { $1 < 0 ? $0 : nil }
    }
}

/// How far copies of a letter stand apart at most, points: bold by overprinting moves by 0.2 to 0.6, shadows by 1 to 1.2.
private let overprintReach: Float = 1.25
/// The same as a part of the letter's advance: the two letters of "ll" or "11" stand a whole advance apart, less what tight setting takes.
private let overprintAdvance: Float = 0.85
/// Sizes of copies differ by no more than this, as a part of them: an outlined copy may be set a little larger.
private let copySizes: Float = 0.1

extension Glyph {
    /// Its extent along its line, points.
    fileprivate var stretch: (start: Float, end: Float) { turn & 1 == 0 ? (left, right) : (top, bottom) }

    /// Becomes what a reader sees of itself and a copy.
    fileprivate mutating func takeOver(_ copy: Glyph) {
        if copy.flags.isDisjoint(with: .unseen) { flags.subtract(.unseen) }
        if flags.contains(.artifact), !copy.flags.contains(.artifact) {
            flags.subtract([.artifact, .pagination])
            element = copy.element
        }
    }
}

/// The glyphs drawn so far, by the height of their baselines.
private struct DrawnRows {
    /// Height of a row, points: a copy is in the same row or the next.
    private static let pitch: Float = 4
    /// A line of text has fewer glyphs; what is drawn before the last so many is not looked at.
    private static let most = 600

    private struct Row {
        var last: Int32 = -1
        var start = Float.infinity
        var end = -Float.infinity
    }
    private var rows: [Row]
    /// For each glyph the one drawn before it in its row, -1 where it was the first.
    private var before: [Int32]

    init(height: Float, glyphs: Int) {
        let count = height.isFinite ? Int(max(1, min(height, 20_000)) / DrawnRows.pitch) + 1 : 1
        rows = [Row](repeating: Row(), count: count)
        before = [Int32](repeating: -1, count: glyphs)
    }

    private func row(_ baseline: Float) -> Int {
        Int(max(0, min(baseline / DrawnRows.pitch, Float(rows.count - 1))))
    }

    /// Adds a glyph unless it is a copy; returns the one that it is a copy of.
    mutating func add(_ index: Int, of content: PageContent) -> Int? {
        let glyph = content.glyphs[index]
        let stretch = glyph.stretch
        let reach = min(overprintReach, overprintAdvance * (stretch.end - stretch.start))
        let hold = (1 - copySizes) * (stretch.end - stretch.start) - reach
        let own = row(glyph.baseline)
        for row in row(glyph.baseline - overprintReach)...row(glyph.baseline + overprintReach) {
            // Text mostly goes on where nothing was drawn yet; a copy lies on what was, but for `reach`.
            if stretch.start + hold > rows[row].end || stretch.end - hold < rows[row].start { continue }
            var other = rows[row].last
            var steps = 0
            while other >= 0, steps < DrawnRows.most {
                if content.isCopy(glyph, of: content.glyphs[Int(other)], reach: reach) { return Int(other) }
                other = before[Int(other)]
                steps += 1
            }
        }
        before[index] = rows[own].last
        rows[own].last = Int32(index)
        rows[own].start = min(rows[own].start, stretch.start)
        rows[own].end = max(rows[own].end, stretch.end)
        return nil
    }
}

extension PageContent {
    fileprivate func isCopy(_ glyph: Glyph, of other: Glyph, reach: Float) -> Bool {
        guard glyph.count == other.count, glyph.turn == other.turn, abs(glyph.baseline - other.baseline) <= overprintReach,
            abs(glyph.stretch.start - other.stretch.start) <= reach, abs(glyph.size - other.size) <= copySizes * glyph.size,
            !glyph.flags.contains(.unmapped)
        else { return false }
        for offset in 0..<Int(glyph.count) where scalars[Int(glyph.scalars) + offset] != scalars[Int(other.scalars) + offset] {
            return false
        }
        return true
    }
}
