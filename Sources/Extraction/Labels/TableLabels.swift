internal import PaperModel
internal import RuleEngine

/// Which words of a table name the row and the column of each amount.
///
/// What is right is written down for people: all text cells of a row that say what or whose an amount is, with the group titles over
/// them; the headings over its column. Remarks, days, people, references and other amounts name nothing.
struct TableLabels: Sendable {
    private let grid: LabelGrid
    private let panels: [LabelPanel]
    private let groups: [RowGroups]
    /// For each panel and each of its columns, the headings that hold where the table of the page before ends.
    private let inherited: [[[Label]]]

    /// Most rows that are taken for headings; printed tables have up to five.
    private static let mostHeadings = 12
    /// Longest label that an amount stands in, bytes; more is a text that holds an amount.
    private static let longestOwn = 160

    /// Reads a table. `previous` is the table of the page before that it goes on from, `earlier` the column of that for each of its own that
    /// stands under one. Nil for tables past all size.
    init?(
        _ layout: TableLayout, in paper: Paper, _ vocabulary: LabelVocabulary, continuing previous: TableLabels?, earlier: [Int: Int]
    ) {
        guard let grid = LabelGrid(layout, in: paper, vocabulary) else { return nil }
        self.grid = grid
        let panels = SideBySide.panels(of: grid, marked: min(layout.table.headerRows, TableLabels.mostHeadings), vocabulary)
        self.panels = panels
        let goesOn = previous.flatMap { previous in
            // Headings in the first rows begin a table of their own.
            let hasHeadings = panels.contains { $0.rows.kinds.prefix(3).contains(.heading) }
            return !hasHeadings && previous.panels.count == panels.count ? previous : nil
        }
        groups = panels.enumerated().map { index, panel in
            RowGroups(
                panel, vocabulary, titles: goesOn?.groups[index].last ?? [], whole: goesOn?.groups[index].lastWhole)
        }
        inherited = panels.enumerated().map { index, panel in
            panel.columns.map { column in
                guard let goesOn, let before = earlier[column], goesOn.panels[index].columns.contains(before) else { return [] }
                return goesOn.lastHeadings(index, before)
            }
        }
    }

    /// What names the amounts of a cell.
    func labels(row: Int, column: Int) -> CellLabels {
        guard let index = panels.firstIndex(where: { $0.columns.contains(column) }), let own = grid.cell(row, column) else {
            return CellLabels()
        }
        let panel = panels[index]
        let kind = panel.rows.kinds[row]
        guard kind != .heading, kind != .title else { return CellLabels() }
        let names = groups[index].names[row]
        var result = CellLabels(row: names.titles, column: headings(index, row, own, column))
        result.groups = names.titles.count
        result.isAfterSum = names.isAfterSum
        if kind == .note { return result }
        if let shared = names.shared {
            result.row.append(shared)
            result.groups += 1
        }
        // In tables of words an amount has the labels on its left.
        let hasValues = panel.roles(ofRow: row)?.hasValues ?? true
        for name in names.own where hasValues || grid.cells[name].cell.column <= column {
            if name != own {
                result.row.append(panel.label(name))
            } else if name == names.own.first, grid.shapes[own] == .words, grid.cells[own].text.count <= TableLabels.longestOwn {
                result.own = result.row.count
                result.row.append(panel.label(own))
            }
        }
        return result
    }

    private func headings(_ index: Int, _ row: Int, _ own: Int, _ column: Int) -> [Label] {
        let panel = panels[index]
        let width = grid.columns(of: own).count
        // A text over most columns stands under none of them.
        if panel.columns.count > 1,
            width >= panel.columns.count || grid.shapes[own] == .words && width > 2 && width * 2 >= panel.columns.count
        {
            return []
        }
        let found = panel.headings(over: row, column: column) ?? inherited[index][column - panel.columns.lowerBound]
        if found.isEmpty, let title = groups[index].title, !(panel.roles(ofRow: row)?.hasNames ?? true) { return [title] }
        return found
    }

    /// The headings of a column at the end of the table.
    private func lastHeadings(_ index: Int, _ column: Int) -> [Label] {
        panels[index].headings(over: grid.rows - 1, column: column) ?? inherited[index][column - panels[index].columns.lowerBound]
    }
}
