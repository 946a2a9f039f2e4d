internal import PaperModel
internal import RuleEngine

extension PanelRows {
    /// Tells rows that have a label and no values from titles: lone labels that look like the labels around them, in the middle of the rows.
    mutating func tellUnfilledRows() {
        guard hasValues.contains(true) else { return }
        let labels = kinds.indices.filter { kinds[$0] == .body }.compactMap { filled[$0].first }.filter {
            grid.shapes[$0] == .words && !LabelWords(text($0)).isTotal
        }
        let capitals = labels.count { text($0).isCapitals } * 2 > labels.count
        let bold = labels.count { grid.isBold[$0] } * 2 > labels.count
        // A table that begins with a title has groups.
        let isGrouped = kinds.first { $0 != .heading && $0 != .blank && $0 != .note } == .title
        var seen: Set<String> = []
        var row = 0
        while row < kinds.count {
            if kinds[row] == .body, let label = filled[row].first { seen.insert(name(label)) }
            guard isPlainTitle(row, capitals: capitals, bold: bold) else {
                row += 1
                continue
            }
            var run = [row]
            while let next = neighbour(of: run[run.count - 1], step: 1), isPlainTitle(next, capitals: capitals, bold: bold) {
                run.append(next)
            }
            if !(isGrouped && run.count == 1) && !areTitles(run, seen) { for row in run { set(.unfilled, row) } }
            row = run[run.count - 1] + 1
        }
    }

    /// Whether a title stands out from the labels by nothing: not by capitals, bold letters, a colon or the columns that it covers.
    private func isPlainTitle(_ row: Int, capitals: Bool, bold: Bool) -> Bool {
        guard kinds[row] == .title, let cell = filled[row].first else { return false }
        return grid.columns(of: cell).count == 1 && text(cell).lastByte != UInt8(ascii: ":") && (capitals || !text(cell).isCapitals)
            && (bold || !grid.isBold[cell])
    }

    /// Whether lone labels one under the other are titles after all, by what stands around them.
    private func areTitles(_ run: [Int], _ seen: Set<String>) -> Bool {
        guard let first = run.first, let last = run.last, let before = neighbour(of: first, step: -1),
            let after = neighbour(of: last, step: 1), kinds[after] == .body
        else { return true }
        // Under a heading, a title or a blank row something begins.
        if kinds[before] != .body && kinds[before] != .unfilled || kinds[first - 1] == .blank { return true }
        if let label = filled[after].first, seen.contains(name(label)) { return true }
        if isIndented(first, before) || isIndented(first, after) { return true }
        guard let label = filled[before].first, LabelWords(text(label)).isTotal else { return false }
        return run.count == 1 && rows(under: last) > 1
    }

    /// Whether the label of `row` stands further right than that of a title, by more than a letter may stray.
    private func isIndented(_ title: Int, _ row: Int) -> Bool {
        guard let left = filled[title].first.flatMap({ grid.cells[$0].cell.box?.x }),
            let right = filled[row].first.flatMap({ grid.cells[$0].cell.column == columns.lowerBound ? grid.cells[$0].cell.box?.x : nil })
        else { return false }
        return right > left + 3
    }

    /// How many rows stand under a title before the next title, heading or total.
    private func rows(under title: Int) -> Int {
        var count = 0
        for row in title + 1..<max(title + 1, kinds.count) {
            if kinds[row] == .title || kinds[row] == .heading || kinds[row] == .note { break }
            guard kinds[row] == .body else { continue }
            if let label = filled[row].first, LabelWords(text(label)).isTotal { break }
            count += 1
            // A second row is all that is asked for.
            if count == 2 { break }
        }
        return count
    }

    private func name(_ cell: Int) -> String { text(cell).words(0..<80).lowercased() }
}
