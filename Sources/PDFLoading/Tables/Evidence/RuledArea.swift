/// A cell of a ruled grid with its text.
struct RuledArea {
    var area: Area
    var text: TextRows
    /// The sides of the drawn cell that it is a part of, where white space parts that into columns.
    var drawn: ClosedRange<Float>?

    /// Its text as lines; text turned against the page stays as drawn.
    func run() -> LineRun {
        if text.words.contains(where: { $0.turn != 0 }) {
            let drawn = text.sources.indices.sorted { text.sources[$0] < text.sources[$1] }
            return lines(of: drawn.map { text.words[$0] })
        }
        var run = LineRun()
        for row in text.rows {
            guard let first = row.chunks.first, let last = row.chunks.last else { continue }
            run.append(line: text.words[first.words.lowerBound..<last.words.upperBound])
        }
        return run
    }
}

/// For each left edge of cells, where most of their lines begin; nil where they begin nowhere in particular.
func textStarts(of cells: [RuledArea]) -> [Float: Float?] {
    var begins: [Float: [Float]] = [:]
    for cell in cells {
        begins[cell.area.left, default: []].append(contentsOf: cell.text.rows.map(\.area.left))
        begins[cell.area.right, default: []].append(contentsOf: [])
    }
    return begins.mapValues { lefts in
        let sorted = lefts.sorted()
        guard sorted.count > 1 else { return nil }
        let middle = sorted[sorted.count / 2]
        return Share.half.isPassed(by: sorted.count { abs($0 - middle) <= Points.sameStart }, of: sorted.count) ? middle : nil
    }
}

/// The extent of cells in one direction.
struct Band: Hashable {
    var low: Float
    var high: Float

    init(_ low: Float, _ high: Float) {
        self.low = low
        self.high = high
    }
}
