/// Text with a line through it or under it.
extension PageContent {
    /// Marks the glyphs that a horizontal line or thin bar strikes out or underlines.
    ///
    /// Such a line runs through the middle of the small letters or close below them, begins and ends with its words and touches no line down
    /// the page. The lines of tables run beside or beyond the words, and a fraction's bar between them.
    mutating func markLinedText() {
        guard rules.contains(where: { StrikeLine($0) != nil }), !glyphs.isEmpty else { return }
        let rows = GlyphRows(glyphs)
        var budget = StrikeLine.budget
        for rule in rules {
            guard let line = StrikeLine(rule), budget > 0 else { continue }
            for (zone, flag) in [(StrikeLine.zone, Glyph.Flags.struck), (StrikeLine.below, .underlined)] {
                let lined = rows.glyphs(near: line.y, in: zone).filter {
                    budget -= 1; return line.strikes(glyphs[$0], in: zone) && !isBlankSpace(glyphs[$0])
                }
                guard line.begins(andEndsWith: lined.map { glyphs[$0] }) else { continue }
                budget -= rules.count
                guard !isOfGrid(line) else { continue }
                for index in lined { glyphs[index].flags.insert(flag) }
            }
        }
    }

    private func isBlankSpace(_ glyph: Glyph) -> Bool {
        glyph.count > 0 && isSpace(scalars[Int(glyph.scalars)])
    }

    /// Whether a line down the page begins, ends or passes at an end of the line.
    private func isOfGrid(_ line: StrikeLine) -> Bool {
        rules.contains { rule in
            rule.bottom - rule.top > rule.right - rule.left && rule.top - StrikeLine.touch <= line.y
                && rule.bottom + StrikeLine.touch >= line.y
                && (abs(rule.left - line.left) <= StrikeLine.touch || abs(rule.right - line.right) <= StrikeLine.touch)
        }
    }
}

/// A line that may strike out text.
private struct StrikeLine {
    /// Glyphs looked at on one page; only a hostile page needs more.
    static let budget = 10_000_000
    /// The height above the baseline where letters are struck, multiples of the font size: the middle of an x is at 0.25, of a digit at 0.35.
    static let zone: ClosedRange<Float> = 0.13...0.45
    /// The same where letters are underlined: below the baseline, and nearer than the line of a table's row.
    static let below: ClosedRange<Float> = -0.28...(-0.02)
    /// A thicker bar hides what it crosses, or is its background.
    private static let thickness: Float = 0.2
    /// How far it may reach past the words.
    private static let overhang: Float = 0.6
    /// The part of the line that has letters under it: spaces take the rest.
    private static let filled: Float = 0.6
    /// Lines that meet may miss each other by this much, points: borders are as thick.
    static let touch: Float = 1.5
    /// The shortest one, points: an accent or the bar of a letter is shorter.
    private static let shortest: Float = 4

    let left: Float
    let right: Float
    let y: Float
    private let thickness: Float

    init?(_ rule: Rule) {
        guard rule.right - rule.left >= StrikeLine.shortest, rule.bottom - rule.top <= 1 else { return nil }
        left = rule.left
        right = rule.right
        y = (rule.top + rule.bottom) / 2
        thickness = rule.thickness
    }

    func strikes(_ glyph: Glyph, in zone: ClosedRange<Float>) -> Bool {
        let middle = (glyph.left + glyph.right) / 2
        return glyph.turn == 0 && glyph.count > 0 && middle > left && middle < right && thickness <= StrikeLine.thickness * glyph.size
            && glyph.size > 0 && zone.contains((glyph.baseline - y) / glyph.size)
    }

    /// Whether it strikes or underlines words and nothing else.
    func begins(andEndsWith glyphs: [Glyph]) -> Bool {
        guard glyphs.count > 1, let size = glyphs.map(\.size).max() else { return false }
        let first = glyphs.map(\.left).min() ?? 0
        let last = glyphs.map(\.right).max() ?? 0
        let covered = glyphs.reduce(0) { $0 + $1.right - $1.left }
        return first - left <= StrikeLine.overhang * size && right - last <= StrikeLine.overhang * size
            && covered >= StrikeLine.filled * (right - left)
    }
}

/// The glyphs of a page by the height of their baselines.
private struct GlyphRows {
    /// Height of a row, points.
    private static let pitch: Float = 4
    /// Letters larger than this are not struck out, points.
    private static let largest: Float = 36
    private static let most = 5_000

    /// Indices of glyphs, row by row.
    private var sorted: [Int32]
    /// Where each row begins in `sorted`; one more at the end.
    private var starts: [Int32]

    init(_ glyphs: [Glyph]) {
        let bottom = glyphs.reduce(Float(0)) { max($0, $1.baseline.isFinite ? $1.baseline : 0) }
        let count = Int(min(bottom / GlyphRows.pitch, Float(GlyphRows.most))) + 1
        starts = [Int32](repeating: 0, count: count + 1)
        for glyph in glyphs { starts[GlyphRows.row(glyph.baseline, of: count) + 1] += 1 }
        for row in 0..<count { starts[row + 1] += starts[row] }
        sorted = [Int32](repeating: 0, count: glyphs.count)
        var next = starts
        for (index, glyph) in glyphs.enumerated() {
            let row = GlyphRows.row(glyph.baseline, of: count)
            sorted[Int(next[row])] = Int32(index)
            next[row] += 1
        }
    }

    private static func row(_ y: Float, of count: Int) -> Int {
        y.isFinite ? Int(max(0, min(y / pitch, Float(count - 1)))) : 0
    }

    /// Indices of the glyphs whose baseline may stand so far below a height, in multiples of their size.
    func glyphs(near y: Float, in zone: ClosedRange<Float>) -> some Sequence<Int> {
        let count = starts.count - 1
        let first = GlyphRows.row(y + min(0, zone.lowerBound) * GlyphRows.largest, of: count)
        let last = GlyphRows.row(y + max(0, zone.upperBound) * GlyphRows.largest, of: count)
        return sorted[Int(starts[first])..<Int(starts[last + 1])].lazy.map { Int($0) }
    }
}
