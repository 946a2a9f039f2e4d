internal import PaperModel
internal import RuleEngine

extension Paper {
    private func table(of passage: Passage) -> Table? {
        passage.table.flatMap { tables.indices.contains($0) ? tables[$0] : nil }
    }

    /// A table read as a form: a label with a colon and the cell beside it are a line ("Report to: Cabinet"), else each cell.
    func formLines(of passage: Passage) -> [Passage] {
        guard let page = page(passage.page), let table = table(of: passage) else { return [passage] }
        let cells = table.cells.filter { $0.page == passage.page && !$0.range.isEmpty && $0.row < Settings.Lines.mostFormRows }
        let rows = Dictionary(grouping: cells, by: \.row).sorted { $0.key < $1.key }.map(\.value)
        let isLabel: (Table.Cell) -> Bool = { page.text.slice($0.range).last { !$0.isGap } == ":" }
        var ranges: [TextRange] = []
        for cells in rows {
            for (index, cell) in cells.enumerated() {
                if index > 0, isLabel(cells[index - 1]), !isLabel(cell), let last = ranges.last, last.end <= cell.range.start {
                    ranges[ranges.count - 1] = last.union(cell.range)
                } else {
                    ranges.append(cell.range)
                }
            }
        }
        return ranges.compactMap { page.passage($0, as: .paragraph) }
    }
}

extension Paper {
    /// Where the cells begin that stand alone in the first rows of a table, as a title in a spreadsheet does, or in the very first over
    /// several columns, beside one other at most (the year). Nil where the table holds no
    /// list or figures: one has columns, and more rows than a form at the head of a paper.
    func titleCells(ofList passage: Passage) -> Set<Int>? {
        guard let table = table(of: passage), table.columns > Settings.Lines.mostFormColumns,
            table.rows > Settings.Lines.mostHeadRows
        else { return nil }
        let first = table.cells.filter { $0.page == passage.page && !$0.range.isEmpty && $0.row < Settings.Lines.mostTitleRows }
        let rows = Dictionary(grouping: first, by: \.row).values
        return Set(
            rows.compactMap { cells in
                let title = cells.first { cells.count == 1 || cells.count == 2 && $0.row == 0 && $0.columnSpan > 1 }
                return title?.range.start
            })
    }

    /// The label and the value of a row that begins with a number: "4. Decision taken", "To let the kiosk".
    func rowCells(of passage: Passage) -> [Passage] {
        guard let page = page(passage.page), let tab = page.text.slice(passage.body).firstIndex(of: "\t"),
            // The heads of the columns of a list are no line of a form.
            !(passage.isBold && page.text.slice(TextRange(tab + 1, passage.body.end)).contains("\t")),
            let label = page.passage(TextRange(passage.range.start, tab), as: .paragraph),
            let value = page.passage(TextRange(tab, passage.range.end), as: .paragraph)
        else { return [passage] }
        return [label, value]
    }

    /// The cells of a table that is a form, in the order of the text; the table itself where it is none.
    func formCells(of passage: Passage) -> [Passage] {
        guard let page = page(passage.page), let table = table(of: passage), table.columns <= Settings.Lines.mostFormColumns else {
            return [passage]
        }
        let cells = table.cells.filter { $0.page == passage.page && !$0.range.isEmpty }.sorted { $0.range.start < $1.range.start }
        let numbers = cells.count { cell in !page.text.slice(cell.range).contains(where: \.isLetter) }
        guard !cells.isEmpty, Double(numbers) < Double(cells.count) * Settings.Lines.mostNumberCells else { return [passage] }
        return cells.compactMap { page.passage($0.range, as: .paragraph) }
    }
}

extension CueReading {
    /// Whether a row is a line of a form: its first cell is a label, or the head of the decision.
    func isFormLine(_ passage: Passage) -> Bool {
        passage.form == .row
            && heads(of: passage).contains { $0.role == .field || $0.kind == .resolution && $0.placement.position == .whole }
    }
}
