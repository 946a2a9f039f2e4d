internal import PaperModel
internal import RuleEngine

/// The names of each row of a panel: titles of groups, the label above that it is a part of, and its own cells.
struct RowGroups: Sendable {
    /// What holds for one row.
    struct Names: Sendable {
        /// Titles over it, outermost first.
        var titles: [Label] = []
        /// A label that the row shares: the cell above that holds on, the first line of a wrapped label, the row that it is a part of.
        var shared: Label?
        /// Cells of its own.
        var own: [Int] = []
        /// Whether a sum of other things than its group's stands above it in the group.
        var isAfterSum = false
    }

    private(set) var names: [Names]
    /// The title over all columns above everything else; it names the columns of a table without labels.
    private(set) var title: Label?
    /// The titles that hold where the panel ends.
    private(set) var last: [Label]
    /// The label that parts below the end would be parts of.
    private(set) var lastWhole: Label?

    /// How many titles one within the other are kept; printed tables nest no deeper.
    private static let deepest = 3

    /// Reads a panel from the top; `titles` and `whole` hold where the table of the page before goes on.
    init(_ panel: LabelPanel, _ vocabulary: LabelVocabulary, titles: [Label] = [], whole: Label? = nil) {
        names = [Names](repeating: Names(), count: panel.rows.kinds.count)
        last = titles
        lastWhole = whole
        var reading = Reading(panel: panel, vocabulary: vocabulary)
        for row in panel.rows.kinds.indices {
            switch panel.rows.kinds[row] {
            case .blank, .unfilled: break
            case .title: readTitle(row, &reading)
            case .heading: readHeading(row, &reading)
            case .note:
                names[row].titles = last
                reading.isFresh = false
            case .body: readBody(row, &reading)
            }
        }
        shareLabels(panel)
    }

    /// What is kept from row to row.
    private struct Reading {
        let panel: LabelPanel
        let vocabulary: LabelVocabulary
        /// Whether the row above was a title.
        var isFresh = false
        /// The first column's cell that holds on over empty ones.
        var held: Int?
        var headings: [String] = []
        var hasAny = false
        var sums = GroupSums()
        /// Whether a sum of other things stands below the last title.
        var isAfterSum = false
        let titleRows: [Int]
        let lastBody: Int

        init(panel: LabelPanel, vocabulary: LabelVocabulary) {
            self.panel = panel
            self.vocabulary = vocabulary
            titleRows = panel.rows.kinds.indices.filter { panel.rows.kinds[$0] == .title }
            lastBody = panel.rows.kinds.lastIndex(of: .body) ?? 0
        }
    }

    private mutating func readTitle(_ row: Int, _ reading: inout Reading) {
        let panel = reading.panel
        let rows = panel.rows
        defer { reading.hasAny = true }
        guard let cell = rows.filled[row].first(where: { panel.grid.shapes[$0] == .words }) ?? rows.filled[row].first else { return }
        let label = panel.label(cell)
        // "Please complete on an accruals basis" names no rows.
        if LabelWords(label.text).words.first == "please" { return }
        let below = rows.neighbour(of: row, step: 1)
        if let below, rows.kinds[below] == .body, let next = panel.names(ofRow: below).first,
            panel.grid.cells[next].cell.column == label.cell.column, rows.text(next).beginsInside || label.text.endsInside
        {
            names[below].shared = label
            return
        }
        if !reading.isFresh, LabelWords(label.text).isTotal { return }
        let isUnderHeading = rows.neighbour(of: row, step: -1).map { rows.kinds[$0] == .heading } ?? false
        if isUnderHeading, panel.grid.columns(of: cell).count == 1, reading.vocabulary.isLabelHead(label.text) { return }
        if !reading.hasAny, rows.isBand(cell), below != nil {
            let isOverHeadings = below.map { rows.kinds[$0] == .heading } ?? false
            let hasNames = below.flatMap { panel.roles(ofRow: $0) }?.hasNames ?? true
            if isOverHeadings || rows.marked > 0 && !hasNames {
                title = label
                return
            }
        }
        nest(label, isFresh: reading.isFresh)
        reading.sums.begin()
        reading.isAfterSum = false
        reading.isFresh = true
        reading.held = nil
        lastWhole = nil
    }

    /// Takes a title into the ones that hold: below the one just above it, or in place of the last one that is set like it.
    private mutating func nest(_ label: Label, isFresh: Bool) {
        if isFresh {
            last = Array((last + [label]).suffix(RowGroups.deepest))
        } else if last.count > 1, let outer = last.first, let inner = last.last, outer.text.isCapitals != label.text.isCapitals,
            inner.text.isCapitals == label.text.isCapitals
        {
            last = [outer, label]
        } else {
            last = [label]
        }
    }

    private mutating func readHeading(_ row: Int, _ reading: inout Reading) {
        let rows = reading.panel.rows
        let words = rows.filled[row].map { rows.text($0).words(0..<80).lowercased() }
        let isFirst = reading.panel.blocks.headings[reading.panel.blocks.blocks[row]].first == row
        // Other headings begin another table; the same ones are those of the next page.
        if !reading.isFresh, isFirst, words != reading.headings, reading.hasAny {
            last = []
            lastWhole = nil
        }
        if reading.hasAny, isFirst || reading.isFresh, let title = titleOfHeading(row, reading) {
            nest(title, isFresh: reading.isFresh)
            reading.sums.begin()
            reading.isFresh = true
        }
        reading.headings = words
        reading.held = nil
        reading.hasAny = true
    }

    /// What stands over the labels in a line of headings between the rows: a title for the rows below, unless it only says what labels are.
    private func titleOfHeading(_ row: Int, _ reading: Reading) -> Label? {
        let panel = reading.panel
        let filled = panel.rows.filled[row]
        guard filled.count > 1, let below = (row + 1..<panel.rows.kinds.count).first(where: { panel.rows.kinds[$0] == .body }),
            let column = panel.roles(ofRow: below)?.firstNames,
            let cell = filled.first(where: { panel.grid.columns(of: $0) == column..<column + 1 }), panel.grid.shapes[cell] == .words,
            !reading.vocabulary.saysWhatLabelsAre(panel.rows.text(cell)), !isPrintedAgain(cell, in: panel)
        else { return nil }
        return panel.label(cell)
    }

    /// Whether another line of headings has the same words in the same column: headings of the next page.
    private func isPrintedAgain(_ cell: Int, in panel: LabelPanel) -> Bool {
        let (own, words) = (panel.grid.cells[cell].cell, LabelWords(panel.rows.text(cell)).words)
        return panel.blocks.headings.joined().contains { row in
            guard row != own.row, let other = panel.grid.cell(row, own.column), other != cell else { return false }
            return LabelWords(panel.rows.text(other)).words == words
        }
    }

    private mutating func readBody(_ row: Int, _ reading: inout Reading) {
        let panel = reading.panel
        let own = panel.names(ofRow: row)
        let words = LabelWords(NormalisedText(own.map { panel.rows.text($0).words(0..<160) }.joined(separator: " ")))
        names[row].own = own
        reading.hasAny = true
        reading.isFresh = false
        hold(row, own, isTotal: words.isTotal, &reading)
        if let first = own.first, panel.grid.shapes[first] == .words {
            if let lastWhole, lastWhole.cell.page < panel.grid.cells[first].cell.page, panel.rows.text(first).beginsInside {
                // A row that a page break parted.
                names[row].shared = lastWhole
            } else if !panel.rows.text(first).isPart {
                lastWhole = panel.label(first)
            } else if let lastWhole, names[row].shared == nil {
                names[row].shared = lastWhole
            }
        }
        names[row].titles = last
        names[row].isAfterSum = reading.isAfterSum
        let sum = readSum(row, isTotal: words.isTotal || own.isEmpty, &reading)
        guard words.isTotal || sum != nil, !last.isEmpty else { return }
        let group = LabelWords(NormalisedText(last.map { $0.text.words(0..<160) }.joined(separator: " ")))
        if words.isTotal, !words.sharesWord(with: group) { (reading.isAfterSum, names[row].isAfterSum) = (true, true) }
        if words.isGrandTotal || sum == .all {
            names[row].titles = []
            last = []
        } else if sum == .group || words.isBareTotal || words.isTotal(of: group) {
            last = []
        } else if reading.titleRows.count > 1, row >= reading.lastBody, reading.titleRows.last.map({ $0 < row }) ?? true {
            // The sum at the foot of a table of groups is not that of the last group.
            names[row].titles = []
        }
    }

    /// Adds a row to the sums of its group, or tells what it is the sum of. Where no groups are, nothing is to be told.
    private func readSum(_ row: Int, isTotal: Bool, _ reading: inout Reading) -> GroupSums.Sum? {
        guard !reading.titleRows.isEmpty else { return nil }
        let panel = reading.panel
        let amounts = panel.rows.filled[row].compactMap { cell in
            panel.grid.shapes[cell] == .number
                ? panel.rows.text(cell).cellAmount.map { (column: panel.grid.cells[cell].cell.column, amount: $0) } : nil
        }
        if isTotal, !amounts.isEmpty, let sum = reading.sums.sum(amounts) { return sum }
        if !isTotal { reading.sums.add(amounts) }
        return nil
    }

    /// A first column that has a cell only where its words change: they hold until the next.
    private mutating func hold(_ row: Int, _ own: [Int], isTotal: Bool, _ reading: inout Reading) {
        let panel = reading.panel
        guard let roles = panel.roles(ofRow: row), let first = own.first, let column = roles.firstNames, roles.isSparse(column),
            own.contains(where: { panel.grid.cells[$0].cell.column != column }) || reading.held != nil
        else { return }
        if let cell = own.first(where: { panel.grid.cells[$0].cell.column == column }) {
            reading.held = cell
        } else if let held = reading.held, panel.grid.cells[held].cell.row != row, !own.contains(held),
            !LabelWords(panel.rows.text(first)).isTotal
        {
            names[row].shared = panel.label(held)
        }
    }

    /// Rows without a label: the rest of the row above where they hold words, or where every other row is such a rest.
    private mutating func shareLabels(_ panel: LabelPanel) {
        let body = panel.rows.kinds.indices.filter { panel.rows.kinds[$0] == .body }
        func isNamed(_ row: Int) -> Bool { !names[row].own.isEmpty || names[row].shared != nil }
        var rests = 0
        for (above, row) in zip(body, body.dropFirst()) where !isNamed(row) && isNamed(above) && row == above + 1 { rests += 1 }
        // Two at least, and one row in three.
        let isPaired = rests > 1 && rests * 3 >= body.count
        var named: Int?
        var above: Int?
        for row in body {
            if isNamed(row) {
                named = row
            } else if let named {
                let hasValues = panel.rows.filled[row].contains { panel.grid.shapes[$0].isValue }
                if !hasValues || isPaired && above == named { names[row] = names[named] }
            }
            above = row
        }
    }
}
