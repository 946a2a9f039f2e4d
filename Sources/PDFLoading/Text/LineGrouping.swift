/// How far the baselines of one line may lie apart, in multiples of the font size.
struct LineTolerance: Sendable {
    /// From the first of the line.
    var fromFirst: Float
    /// From the one before.
    var fromLast: Float

    /// Words that were set on one line: rounding and kerning move them little from one to the next, a skewed scan more in all.
    static let words = LineTolerance(fromFirst: sameLineEms, fromLast: 0.5 * sameLineEms)
    /// Runs of words that were drawn on one baseline each.
    static let runs = LineTolerance(fromFirst: sameLineEms, fromLast: sameLineEms)
}

/// Words whose baselines differ by less than this, in multiples of the font size, stand on one line.
let sameLineEms: Float = 0.4

/// Things sorted by baseline, cut into lines: the one grouping of words, runs of words and cells into lines.
///
/// `parts` may keep something off a line that it is level with.
func lineRanges<Item>(
    of items: [Item], within tolerance: LineTolerance, baseline: (Item) -> Float, size: (Item) -> Float,
    parts: (ArraySlice<Item>, Item) -> Bool = { _, _ in false }
) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < items.count {
        let first = baseline(items[start])
        var end = start + 1
        while end < items.count {
            let (next, em) = (baseline(items[end]), size(items[end]))
            guard next - first <= tolerance.fromFirst * em, next - baseline(items[end - 1]) <= tolerance.fromLast * em,
                !parts(items[start..<end], items[end])
            else { break }
            end += 1
        }
        lines.append(start..<end)
        start = end
    }
    return lines
}
