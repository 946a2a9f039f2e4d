internal import PaperModel
internal import RuleEngine

extension LabelPanel {
    /// The headings over a cell that hold for its row, from the top; nil where the panel has none above it.
    func headings(over row: Int, column: Int) -> [Label]? {
        let rows = blocks.headings[blocks.blocks[row]]
        guard !rows.isEmpty else { return nil }
        var found: [Int] = []
        for (index, heading) in rows.enumerated() {
            guard var cell = grid.cell(heading, column) else { continue }
            if grid.shapes[cell] == .empty {
                guard let spread = spread(index, of: rows, over: column) else { continue }
                cell = spread
            }
            if found.contains(cell) || isTableTitle(cell, index, of: rows) { continue }
            found.append(cell)
        }
        return found.map(label)
    }

    /// Whether a heading is the title of the table: over all columns, or alone in the first row from the first column on.
    private func isTableTitle(_ cell: Int, _ index: Int, of rows: [Int]) -> Bool {
        let covered = grid.columns(of: cell)
        if grid.columns > 1, covered.count >= grid.columns { return true }
        return index == 0 && rows.count > 1 && covered.count > 1 && covered.lowerBound == columns.lowerBound
            && self.rows.filled[rows[index]].count == 1
    }

    /// The heading to the left that reaches over a column by white space alone: headings at equal distances, each over as many columns.
    private func spread(_ index: Int, of rows: [Int], over column: Int) -> Int? {
        let heading = rows[index]
        func isFilled(_ row: Int, _ column: Int) -> Bool { grid.cell(row, column).map { grid.shapes[$0] != .empty } ?? false }
        guard let start = (columns.lowerBound + 1..<max(columns.lowerBound + 1, column)).last(where: { isFilled(heading, $0) }),
            let cell = grid.cell(heading, start), grid.columns(of: cell).count == 1
        else { return nil }
        let starts = (columns.lowerBound + 1..<columns.upperBound).filter { isFilled(heading, $0) }
        let below = rows[(index + 1)...]
        if !below.isEmpty {
            guard (start...column).allSatisfy({ place in below.contains { isFilled($0, place) } }) else { return nil }
            let distances = Set(zip(starts, starts.dropFirst()).map { $1 - $0 })
            return grid.shapes[cell] == .year || starts.count > 1 && distances.count == 1 ? cell : nil
        }
        // In the last row a heading may stand over an inner and an outer column of numbers.
        guard !rows.contains(where: { isFilled($0, column) }), let roles = roles(ofBlock: rows),
            (start...column).allSatisfy({ roles[$0] == .values })
        else { return nil }
        let distances = Set(zip(starts, starts.dropFirst() + [columns.upperBound]).map { $1 - $0 })
        return starts.count > 1 && distances.count == 1 && distances != [1] ? cell : nil
    }

    private func roles(ofBlock rows: [Int]) -> ColumnRoles? { rows.last.flatMap { roles(ofRow: $0) } }
}
