internal import PaperModel

/// A strip of white space from top to bottom of some rows, at the edge of a column whose cells begin or end at one x.
struct ColumnStrip {
    /// Its sides, points.
    var left: Float
    var right: Float
}

/// The strips between columns that stand nearer to each other than cells usually do.
///
/// A strip must be free of words in every row, wider than the spaces between words, and bear the mark of a column on one of its sides:
/// words that begin or end at the same x in nearly all rows, or numbers. In most rows it is much wider than a space, since the cells beside
/// it differ in length, or it is as wide in all, between words set to both its sides; spaces between the words of a sentence don't line up.
func columnStrips(of rows: [TextRow], text: TextRows) -> [ColumnStrip] {
    guard rows.count >= leastRows, let space = wordSpace(of: rows, text: text) else { return [] }
    let size = rows.map(\.size).max() ?? 0
    let least = max(widerThanSpace * space, leastStripEms * size)
    return freeStrips(of: rows, text: text, wider: least).filter { strip in
        bordersColumn(strip, rows: rows, text: text, tolerance: edgeEms * size, space: space)
    }
}

extension TextRows {
    /// A row with its chunks cut at the strips that stand between two of their words.
    func cut(_ row: TextRow, at strips: [ColumnStrip]) -> TextRow {
        guard !strips.isEmpty else { return row }
        var result = row
        result.chunks = row.chunks.flatMap { chunk -> [Chunk] in
            var parts: [Chunk] = []
            var start = chunk.words.lowerBound
            for index in chunk.words.dropLast() {
                let (end, next) = (words[index].area.right, words[index + 1].area.left)
                let first = strips.partitioningIndex { $0.right > end }
                guard first < strips.count, strips[first].left >= end - Points.same, strips[first].right <= next + Points.same else {
                    continue
                }
                parts.append(self.chunk(start..<(index + 1)))
                start = index + 1
            }
            parts.append(start == chunk.words.lowerBound ? chunk : self.chunk(start..<chunk.words.upperBound))
            return parts
        }
        return result
    }
}

/// Fewer rows may line up by chance.
private let leastRows = 4
/// Justified lines open their spaces by about a third.
private let widerThanSpace: Float = 1.35
/// A gap of so many spaces is surely none between words.
private let farApart: Float = 2
/// The space between words of most fonts.
private let usualSpaceEms: Float = 0.28
/// Spaces of typewriter fonts are 0.6 em.
private let widestSpaceEms: Float = 0.65
/// A strip is at least this wide: spaces of most fonts are 0.25 to 0.33 em.
private let leastStripEms: Float = 0.38
/// Words that begin or end in one column agree within this: kerning and rounding move them by less.
private let edgeEms: Float = 0.12
/// Part of the rows that must bear the mark of a column.
private let alignedPart: Float = 0.85

/// The usual space between words of the rows, points: the median of the gaps that no column would leave. Nil where there are none to tell
/// it from.
private func wordSpace(of rows: [TextRow], text: TextRows) -> Float? {
    var gaps: [Float] = []
    for row in rows {
        for chunk in row.chunks {
            for index in chunk.words.dropLast() where !text.words[index + 1].joinsPrevious {
                let gap = text.words[index + 1].area.left - text.words[index].area.right
                if gap > 0, gap < widestSpaceEms * row.size { gaps.append(gap) }
            }
        }
    }
    guard !gaps.isEmpty else { return rows.first.map { usualSpaceEms * $0.size } }
    gaps.sort()
    return gaps[gaps.count / 2]
}

/// The stretches that the words of all rows leave free, wide enough, between words.
private func freeStrips(of rows: [TextRow], text: TextRows, wider least: Float) -> [ColumnStrip] {
    var areas: [(left: Float, right: Float)] = []
    for row in rows {
        for chunk in row.chunks {
            for index in chunk.words {
                let area = text.words[index].area
                areas.append((area.left, area.right))
            }
        }
    }
    areas.sort { $0 < $1 }
    var strips: [ColumnStrip] = []
    var reach = areas.first?.right ?? 0
    for area in areas {
        if area.left - reach >= least { strips.append(ColumnStrip(left: reach, right: area.left)) }
        reach = max(reach, area.right)
    }
    return strips
}

/// Whether words begin at the right side of a strip or end at its left, or numbers stand beside it, in nearly all rows that have words on
/// both sides.
private func bordersColumn(_ strip: ColumnStrip, rows: [TextRow], text: TextRows, tolerance: Float, space: Float) -> Bool {
    var (begins, ends, figures, signs, apart, both, near) = (0, 0, 0, 0, 0, 0, 0)
    for row in rows {
        let words = (row.chunks.first?.words.lowerBound ?? 0)..<(row.chunks.last?.words.upperBound ?? 0)
        guard let next = words.first(where: { text.words[$0].area.left >= strip.right }), next > words.lowerBound else { continue }
        let (before, after) = (text.words[next - 1].area, text.words[next].area)
        both += 1
        // A row without a cell beside the strip says nothing of where those begin.
        if after.left - strip.right < Ems.chunkGap * row.size, strip.left - before.right < Ems.chunkGap * row.size { near += 1 }
        if after.left - strip.right < tolerance { begins += 1 }
        if strip.left - before.right < tolerance { ends += 1 }
        if text.shapes[next] == .number || text.shapes[next - 1] == .number { figures += 1 }
        if text.shapes[next - 1] == .mark { signs += 1 }
        if after.left - before.right > farApart * space { apart += 1 }
    }
    let enough = Float(both) * alignedPart
    // "£" at the left of its column and the number at the right are one cell.
    guard both >= leastRows, !Share.half.isPassed(by: signs, of: both) else { return false }
    if Float(min(begins, ends)) >= enough
        || near >= leastRows && Float(min(begins, ends)) >= Float(near) * alignedPart && Share.half.isReached(by: near, of: both)
    {
        return true
    }
    return Share.half.isPassed(by: apart, of: both) && Float(max(begins, ends, figures)) >= enough
}
