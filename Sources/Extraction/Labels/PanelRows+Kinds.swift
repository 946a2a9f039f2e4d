internal import PaperModel
internal import RuleEngine

/// Longest text, bytes, of a heading or group title; more is a paragraph in a grid.
private let longestTitle = 160
/// Longest text of a title that reaches over all columns, bytes: such bands carry names and offices.
private let longestBand = 300

extension PanelRows {
    /// What the rows above one have been.
    private struct Above {
        var hasHeading = false
        var hasUnits = false
        var hasBody = false
        var hasValues = false
        /// The words of the rows of headings.
        var headings: Set<String> = []
    }

    /// Tells each row by its cells, the rows above and the next rows with values.
    func rowKinds() -> [RowKind] {
        var above = Above()
        var kinds: [RowKind] = []
        let isTableOfNumbers = isTableOfNumbers
        for row in filled.indices {
            let kind = kind(ofRow: row, above, isTableOfNumbers: isTableOfNumbers)
            kinds.append(kind)
            switch kind {
            case .heading:
                above.hasHeading = true
                above.headings.insert(key(row))
                if filled[row].contains(where: { grid.shapes[$0] == .unit }) { above.hasUnits = true }
            case .body:
                above.hasBody = true
                if hasValues[row] { above.hasValues = true }
            default: break
            }
        }
        tellLabelsOverValues(&kinds)
        tellFields(&kinds)
        if !isTableOfNumbers, marked == 0, isHeadingOfWords(kinds) { kinds[0] = .heading }
        return kinds
    }

    private func kind(ofRow row: Int, _ above: Above, isTableOfNumbers: Bool) -> RowKind {
        let filled = filled[row]
        guard let first = filled.first else { return .blank }
        if hasValues[row] { return row < marked && !above.hasBody && isMarkedHeading(row) ? .heading : .body }
        let isLong = filled.contains { text($0).count > longestTitle }
        if row < marked, !above.hasBody, !isLong, !(filled.count == 1 && isBand(first)) {
            return isTitleUnderHeadings(row, above) ? .title : .heading
        }
        let over = columnsOfValues(below: row)
        let hasDash = cells[row].contains { isDash($0) && grid.cells[$0].cell.row == row }
        if row >= marked, cells[row].contains(where: { isDash($0) && over.contains(grid.cells[$0].cell.column) }) { return .body }
        let covered = Set(filled.filter { grid.shapes[$0].canHead }.flatMap { grid.columns(of: $0) }).intersection(over)
        let isLone = filled.count == 1 && !hasDash
        if isLone, cells[row].contains(where: { grid.cells[$0].cell.row < row && grid.shapes[$0] != .empty }) { return .body }
        if isLone, isBand(first) || grid.cells[first].cell.column == columns.lowerBound, grid.shapes[first] != .unit {
            return loneKind(first, above)
        }
        if isPairOfForm(row) || isLong { return .body }
        if heads(row, over, covered, above, isTableOfNumbers: isTableOfNumbers) { return .heading }
        guard isTableOfNumbers, covered.isEmpty else { return .body }
        if isLone, grid.shapes[first] == .words { return .title }
        // "3 | Parks": the number of a title.
        let isNumbered =
            filled.count == 2 && grid.cells[first].cell.column == columns.lowerBound && grid.shapes[first] == .number
            && grid.shapes[filled[1]] == .words && !hasDash
        return isNumbered ? .title : .body
    }

    /// Whether a row that is marked as headings, and has numbers, can be one: no amounts, and more words than numbers.
    private func isMarkedHeading(_ row: Int) -> Bool {
        let numbers = filled[row].filter { grid.shapes[$0] == .number }
        return numbers.count * 2 <= filled[row].count
            && !filled[row].contains { grid.shapes[$0] == .amount || grid.shapes[$0] == .number && text($0).signedAmounts > 0 }
    }

    /// Whether a lone cell among the marked headings names rows: it stands in the first column, under the units, or in a column of labels
    /// between the numbers, which has no heading of its own.
    private func isTitleUnderHeadings(_ row: Int, _ above: Above) -> Bool {
        guard filled[row].count == 1, let cell = filled[row].first, grid.shapes[cell] == .words, grid.columns(of: cell).count == 1,
            above.hasHeading
        else { return false }
        let column = grid.cells[cell].cell.column
        if above.hasUnits || columns.count > 1 && column == columns.lowerBound { return true }
        let isUnderBlank = (0..<row).allSatisfy { grid.cell($0, column).map { grid.shapes[$0] == .empty } ?? true }
        return isUnderBlank && !isNumeric[column] && isNumeric[columns.lowerBound]
    }

    private func loneKind(_ cell: Int, _ above: Above) -> RowKind {
        if columns.count == 1 { return above.hasValues ? .title : .heading }
        let text = text(cell)
        if text.isFootnote || text.count > (isBand(cell) ? longestBand : longestTitle) { return .note }
        // A sentence of more than a few words.
        return text.count > 30 && text.lastByte == UInt8(ascii: ".") ? .note : .title
    }

    /// Whether a row without values names the columns of the values below it. `over`: those columns; `covered`: the ones that it covers.
    private func heads(_ row: Int, _ over: Set<Int>, _ covered: Set<Int>, _ above: Above, isTableOfNumbers: Bool) -> Bool {
        if !covered.isEmpty {
            if isTableOfNumbers, !above.hasValues, marked == 0 || row < marked { return true }
            if isClear(row) { return true }
        }
        if above.headings.contains(key(row)) { return true }
        guard !over.isEmpty, covered.count * 2 >= over.count else { return false }
        if [row - 1, row + 1].contains(where: { filled.indices.contains($0) && isClear($0) }) { return true }
        // Words over the numbers, each another: a row of remarks says the same several times.
        let heads = filled[row].filter { !over.isDisjoint(with: grid.columns(of: $0)) }
        let isDistinct = Set(heads.map { text($0).words(0..<longestTitle).lowercased() }).count == heads.count
        guard isDistinct, heads.count < 2 else { return isDistinct }
        guard let head = heads.first else { return false }
        // One word over one column of numbers may stand in place of a number ("unlimited"), unless something begins here.
        let isBeginning = row == 0 || filled[row - 1].count < 2
        return grid.columns(of: head).count > 1 || over.count == 1 && (isBeginning || TableLayout.hasSign(text(head)))
    }

    /// Whether there are but units and years in a row, besides its label.
    private func isClear(_ row: Int) -> Bool {
        let heads = filled[row].filter { filled[row].count == 1 || grid.cells[$0].cell.column != columns.lowerBound }
        return !heads.isEmpty && heads.allSatisfy { grid.shapes[$0].isClearHeading }
    }

    /// "Project: | Lido": a label with its colon, and what it says.
    private func isPairOfForm(_ row: Int) -> Bool {
        guard let first = filled[row].first, filled[row].count > 1, grid.cells[first].cell.column == columns.lowerBound else {
            return false
        }
        return text(first).lastByte == UInt8(ascii: ":") && !filled[row].contains { grid.shapes[$0] == .unit }
    }

    private func isDash(_ cell: Int) -> Bool {
        grid.shapes[cell] == .absent || grid.shapes[cell] == .empty && text(cell).count > 0
    }

    /// The columns of numbers in which the next rows with values have some: up to three rows, not far below.
    private func columnsOfValues(below row: Int) -> Set<Int> {
        var result: Set<Int> = []
        var first: Set<Int> = []
        var found = 0
        // Titles, units and blank rows stand between headings and values; nine rows are more than any table has.
        for next in row + 1..<max(row + 1, min(filled.count, row + 9)) where hasValues[next] {
            for cell in filled[next] where grid.shapes[cell].isValue {
                if grid.cells[cell].cell.column > columns.lowerBound {
                    result.formUnion(grid.columns(of: cell))
                } else {
                    first.formUnion(grid.columns(of: cell))
                }
            }
            found += 1
            if found == 3 { break }
        }
        return (result.isEmpty ? first : result).filter { isNumeric[$0] }
    }

    /// The words of a row.
    private func key(_ row: Int) -> String {
        filled[row].map { text($0).words(0..<longestTitle).lowercased() }.joined(separator: "\u{1}")
    }

    /// A form's first fields hold words, as headings do: two rows or more of a label with a text beside it, in two columns, are fields.
    private func tellFields(_ kinds: inout [RowKind]) {
        guard columns.count == 2, marked == 0 else { return }
        let heads = kinds.prefix { $0 == .heading || $0 == .blank }.indices.filter { kinds[$0] == .heading }
        let areFields = heads.allSatisfy { row in filled[row].count == 2 && filled[row].allSatisfy { grid.shapes[$0] == .words } }
        guard heads.count > 1, areFields else { return }
        for row in heads { kinds[row] = .body }
    }

    /// A form's row of labels over a row of values: cut into cells as the row below it is, and as no other around it.
    private func tellLabelsOverValues(_ kinds: inout [RowKind]) {
        func parts(_ row: Int) -> [Range<Int>] { cells.indices.contains(row) ? cells[row].map { grid.columns(of: $0) } : [] }
        for row in kinds.indices.dropLast() {
            guard kinds[row] == .body || kinds[row] == .title, kinds[row + 1] == .body, cells[row].count > 1,
                filled[row].count == filled[row + 1].count, parts(row) == parts(row + 1), parts(row) != parts(row - 1),
                parts(row) != parts(row + 2), filled[row].allSatisfy({ text($0).count <= 60 && text($0).signedAmounts == 0 }),
                filled[row + 1].contains(where: { text($0).signedAmounts > 0 })
            else { continue }
            kinds[row] = .heading
        }
    }

    /// Whether the first row of a table of words heads it: short words over longer ones, none with the colon of a form.
    private func isHeadingOfWords(_ kinds: [RowKind]) -> Bool {
        guard kinds.count > 1, kinds[0] == .body, filled[0].count == cells[0].count, filled[0].count > 1,
            filled[0].allSatisfy({ text($0).count <= 40 && text($0).lastByte != UInt8(ascii: ":") })
        else { return false }
        let below = filled.dropFirst().joined()
        let own = filled[0].reduce(0) { $0 + text($1).count }
        // Half as long again, on the mean.
        return !below.isEmpty && below.reduce(0) { $0 + text($1).count } * filled[0].count * 2 > own * below.count * 3
    }
}
