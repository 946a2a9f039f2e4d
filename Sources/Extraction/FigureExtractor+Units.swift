public import PaperModel
internal import RuleEngine

extension FigureExtractor {
    /// What the columns of each table mean, one list a table, as long as it has columns.
    public func columnUnits(in paper: Paper) -> [[ColumnUnit?]] {
        let lines = LinesAbove(paper)
        var result: [[ColumnUnit?]] = []
        // What a table is by context depends on what the other tables state.
        var byContext: [Int: [ColumnUnit?]] = [:]
        var stated: [ColumnUnit] = []
        for (index, table) in paper.tables.enumerated() {
            let layout = TableLayout(table, in: paper)
            let caption = table.caption.map { paper.normalised($0) }
            let above = lines.above(index)
            var columns = units.columns(layout, caption: caption, above: above)
            result.append(units.units(columns, caption: caption))
            stated += columns.compactMap { $0.unit.flatMap { $0.isMoney ? $0 : nil } }
            let titles = [caption].compactMap { $0 } + layout.titles + [above].compactMap { $0 }
            if MoneyContext(units, titles: titles, layout: layout).apply(to: &columns) {
                byContext[index] = units.units(columns, caption: caption)
            }
        }
        for (index, table) in paper.tables.enumerated() {
            if let found = byContext[index], MoneyContext.agrees(found, with: stated) { result[index] = found }
            if index > 0, let columns = table.columns(continuing: paper.tables[index - 1]) {
                // A part of a table that was read as a table of its own has its headings on the page before.
                for (column, earlier) in columns where result[index][column] == nil { result[index][column] = result[index - 1][earlier] }
            }
        }
        return result
    }

    /// The paper with what the columns of its tables mean; as it is where they carry that.
    func withUnits(_ paper: Paper) -> Paper {
        guard paper.tables.contains(where: { $0.columnUnits.isEmpty && $0.columns > 0 }) else { return paper }
        var paper = paper
        for (index, units) in columnUnits(in: paper).enumerated() where paper.tables[index].columnUnits.isEmpty {
            paper.tables[index].columnUnits = units
        }
        return paper
    }
}
