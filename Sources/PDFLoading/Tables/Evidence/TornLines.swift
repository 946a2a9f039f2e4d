extension TableDraft {
    /// Whether its rows tear the printed lines apart: most cells whose words stand on one line are in other rows than their neighbours.
    ///
    /// Shading cut into boxes of its own heights, or lines drawn for one column only, give such grids. A label over several rows
    /// stands beside few of its neighbours' lines, so that it doesn't count for much.
    var tearsLines: Bool {
        var lines: [(baseline: Float, size: Float, left: Float, rows: Range<Int>)] = []
        for cell in cells where cell.rowSpan > 0 {
            for line in cell.run.lines {
                guard let first = cell.run.words[line].first(where: { !$0.isRaised && $0.turn == 0 }) else { continue }
                lines.append((first.baseline, first.size, first.area.left, cell.row..<(cell.row + cell.rowSpan)))
            }
        }
        lines.sort { ($0.baseline, $0.left) < ($1.baseline, $1.left) }
        var (kept, torn) = (0, 0)
        // Printed lines of several cells, and those with neighbours neither of which holds the other's rows.
        var (whole, staggered) = (0, 0)
        var start = 0
        while start < lines.count {
            var end = start + 1
            var isStaggered = false
            while end < lines.count, lines[end].baseline - lines[end - 1].baseline < oneLineEms * lines[end - 1].size {
                let (before, next) = (lines[end - 1].rows, lines[end].rows)
                if before == next { kept += 1 } else { torn += 1 }
                if before.clamped(to: next) != before, next.clamped(to: before) != next { isStaggered = true }
                end += 1
            }
            if end - start > 1 { if isStaggered { staggered += 1 } else { whole += 1 } }
            start = end
        }
        return torn > kept && torn >= tellingPairs || staggered >= tellingPairs && staggered > whole
    }
}

/// Words on one line have baselines within this of each other, ems.
private let oneLineEms: Float = 0.1
/// Fewer torn neighbours than this may be merged cells.
private let tellingPairs = 6
