/// Letters drawn twice or more for bold or shadow, told by their distance.
extension PageContent {
    /// Keeps one glyph of each letter that is drawn again within `overprintReach` of itself, letter by letter, word by word or line by line.
    ///
    /// What is kept stands where the first was drawn; it can be seen where one of the copies can, and is a part of the text where one is.
    mutating func dropOverprints() {
        var drawn = DrawnGlyphs(glyphs.count)
        // For each glyph the first copy of it, -1 where it is the first itself; empty until one is found.
        var firsts: [Int32] = []
        for index in glyphs.indices {
            let glyph = glyphs[index]
            if glyph.count == 0 {
                // Inside a replacement text: goes with the glyph that carries it.
                if index > 0, !firsts.isEmpty { firsts[index] = firsts[index - 1] }
                continue
            }
            guard let copied = drawn.add(index, of: self) else { continue }
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

/// The glyphs drawn so far, by where they begin: a copy begins near what it is one of, whatever else stands in its line.
private struct DrawnGlyphs {
    /// Side of a field, points: a letter or two begin in one, and what lies within `overprintReach` is mostly in the same.
    private static let pitch: Float = 8
    /// Fields from the corner of the page in each direction: no page that is read reaches further.
    private static let most: Float = 2_500
    /// Glyphs on one spot that are looked at; a letter is drawn again a few times at most.
    private static let mostOnSpot = 600

    /// For each field, by the low bits of its place, the glyph that was drawn there last; -1 where none was. Fields may share an entry.
    private var last: [Int32]
    /// For each glyph the one drawn before it under the same entry, -1 where it was the first.
    private var before: [Int32]

    init(_ glyphs: Int) {
        var entries = 16
        while entries < glyphs { entries *= 2 }
        last = [Int32](repeating: -1, count: entries)
        before = [Int32](repeating: -1, count: glyphs)
    }

    /// By comparisons: `min` and `max` of numbers with a fraction look for what is no number, and this runs six times for each letter.
    private static func field(_ position: Float) -> Int {
        let place = position / pitch
        guard place > -most else { return 0 }
        return place < most ? Int(place + most) : Int(2 * most)
    }

    /// By its letter too, so that neighbours are not compared.
    private func entry(_ row: Int, _ column: Int, _ letter: UInt32) -> Int {
        (row &* 0x9E37 &+ column &+ Int(letter) &* 0x3C6F) & (last.count - 1)
    }

    /// Adds a glyph unless it is a copy; returns the one that it is a copy of, of several the one drawn last in the upper row.
    mutating func add(_ index: Int, of content: PageContent) -> Int? {
        let glyph = content.glyphs[index]
        let stretch = glyph.stretch
        let letter = content.scalars[Int(glyph.scalars)]
        let reach = min(overprintReach, overprintAdvance * (stretch.end - stretch.start))
        if reach >= 0 {
            let columns = DrawnGlyphs.field(stretch.start - reach)...DrawnGlyphs.field(stretch.start + reach)
            for row in DrawnGlyphs.field(glyph.baseline - overprintReach)...DrawnGlyphs.field(glyph.baseline + overprintReach) {
                var copied: Int32 = -1
                for column in columns {
                    var other = last[entry(row, column, letter)]
                    var steps = 0
                    while other > copied, steps < DrawnGlyphs.mostOnSpot {
                        if content.isCopy(glyph, of: content.glyphs[Int(other)], reach: reach) { copied = other }
                        other = before[Int(other)]
                        steps += 1
                    }
                }
                if copied >= 0 { return Int(copied) }
            }
        }
        let own = entry(DrawnGlyphs.field(glyph.baseline), DrawnGlyphs.field(stretch.start), letter)
        before[index] = last[own]
        last[own] = Int32(index)
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
