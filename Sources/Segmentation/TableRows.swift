internal import PaperModel

/// Where the rows stand of the tables that are lists of items: those with a row that begins with a number and a title.
struct TableRows {
    /// For each table and page the cells of its rows that hold something; nil for a table that is read as one.
    private var cells: [[Int: [[TextRange]]]?]

    init(of paper: Paper, heads: LineHeads) {
        cells = paper.tables.map { table in
            var pages: [Int: [[TextRange]]] = [:]
            var isList = false
            var index = 0
            while index < table.cells.count {
                var end = index
                while end < table.cells.count, table.cells[end].row == table.cells[index].row { end += 1 }
                let filled = table.cells[index..<end].filter { !$0.range.isEmpty }
                index = end
                guard let first = filled.first, let page = paper.page(first.page) else { continue }
                // Of a row that goes on over the page what stands on its first.
                var cells = filled.filter { $0.page == first.page }
                // A column of times stands before that of the numbers.
                if cells.count > 2, page.isTime(cells[0].range), page.isNumberAlone(cells[1].range) { cells.removeFirst() }
                pages[first.page, default: []].append(cells.map(\.range).sorted())
                isList = isList || page.isItem(cells: cells.map(\.range), heads: heads)
            }
            return isList ? pages : nil
        }
    }

    /// The cells of the rows of a table on a page in the order of the text.
    func rows(of table: Int, on page: Int) -> [[TextRange]]? {
        guard cells.indices.contains(table) else { return nil }
        return cells[table]?[page]?.sorted { ($0.first?.start ?? 0) < ($1.first?.start ?? 0) }
    }
}

extension Page {
    /// Whether a cell holds the time of a day and nothing else: "6.05pm", "14:30".
    fileprivate func isTime(_ cell: TextRange) -> Bool {
        let slice = text.slice(text.trimmed(cell))
        guard slice.first?.isDigit ?? false, slice.count <= Settings.Lines.mostTimeScalars, let last = slice.last else { return false }
        let isHalf = (last == "m" || last == "M") && slice.allSatisfy { !$0.isLetter || "apmAPM".unicodeScalars.contains($0) }
        return isHalf
            || slice.count(where: \.isDigit) > 2 && slice.allSatisfy { $0.isDigit || $0 == ":" || $0 == "." }
                && slice.contains { $0 == ":" || $0 == "." } && last.isDigit
    }

    /// Whether a cell holds one number with a stop or without.
    fileprivate func isNumberAlone(_ cell: TextRange) -> Bool {
        let slice = text.slice(text.trimmed(cell))
        return PrintedNumber(slice).map { $0.form == .plain && $0.length >= slice.count } ?? false
    }

    /// Whether cells of a row are a number and a title, in one cell or in two.
    fileprivate func isItem(cells: [TextRange], heads: LineHeads) -> Bool {
        guard let first = cells.first else { return false }
        if cells.count > 1, let numbers = NumberCell(first, heads: heads, on: self) {
            return numbers.entries.first?.number.form != .lettered && text.slice(cells[1]).contains(where: \.isLetter)
        }
        guard let number = PrintedNumber(text.slice(first)), number.form != .lettered else { return false }
        let rest = text.slice(first).dropFirst(number.length)
        // "4 Sale of the depot" is an item where the cell beside it tells what was resolved.
        if !rest.isEmpty {
            let isItem = number.isDelimited || cells.dropFirst().contains { heads.isResolution($0, on: self) }
            return isItem && rest.contains(where: \.isLetter)
        }
        return cells.count > 1 && text.slice(cells[1]).contains(where: \.isLetter)
    }

    /// A row of a list is a passage. Where minutes are laid out in a grid its cell holds an item's whole text: then its first line, or its bold
    /// lines, are the row, and what follows is read as the text that it is. A cell may hold several items.
    func append(row cells: [TextRange], of block: Block, heads: LineHeads, to result: inout [Passage]) {
        guard let first = cells.first, let last = cells.last else { return }
        if let stacked = StackedRow(cells, heads: heads, on: self) {
            append(rest: [stacked.opening], of: block, heads: heads, to: &result)
            for item in stacked.items {
                let first = result.count
                append(title: item.range, from: item.range, of: block, number: item.number, heads: heads, to: &result)
                for part in item.parts {
                    guard let place = result[first...].firstIndex(where: { $0.range.start == part.start }) else { continue }
                    result[place].number = result[place].number ?? part.number
                }
            }
            append(rest: Array(cells.dropFirst(2)), of: block, heads: heads, to: &result)
            return
        }
        if cells.count > 1, let numbers = NumberCell(first, heads: heads, on: self), numbers.entries.count > 1 {
            // Several numbers, and nothing says which is whose.
            append(rest: Array(cells.dropFirst()), of: block, heads: heads, to: &result)
            return
        }
        let whole = TextRange(first.start, max(first.end, last.end))
        let words = text.shape(of: whole, most: Settings.Lines.mostRowWords + 1).words
        let number = PrintedNumber(text.slice(first))
        let isNumber = number.map { $0.length >= text.trimmed(first).count } ?? false
        let titleCell = isNumber && cells.count > 1 ? cells[1] : first
        let body = isNumber ? titleCell : TextRange(min(first.start + (number?.length ?? 0), first.end), first.end)
        let isTitled = number != nil && boldLead(of: body).map { $0.end < text.trimmed(body).end && endsLine($0, in: body) } ?? false
        let lines = cellLines(of: titleCell)
        guard words > Settings.Lines.mostRowWords || isTitled || isBroken && number != nil, lines.count > 1 else {
            append(whole, as: .row, of: block, to: &result)
            return
        }
        append(title: titleCell, from: TextRange(first.start, titleCell.end), of: block, number: nil, heads: heads, to: &result)
        append(rest: cells.filter { $0.start > titleCell.start }, of: block, heads: heads, to: &result)
    }

    /// The title that a cell begins with as a row, and the cell's text below it. `row` begins where the item's number does.
    private func append(
        title cell: TextRange, from row: TextRange, of block: Block, number: PrintedNumber?, heads: LineHeads, to result: inout [Passage]
    ) {
        let lines = cellLines(of: cell)
        guard let opening = lines.first else { return }
        var end = opening.end
        let lead = PrintedNumber(text.slice(cell)).flatMap { boldLead(of: TextRange(min(cell.start + $0.length, cell.end), cell.end)) }
        let bold = boldLead(of: cell) ?? lead
        for line in lines.dropFirst() {
            let isTitle = bold.map { $0.end >= line.end && !isRunIn(line) } ?? (!isBroken && text.shape(of: line, most: 1).beginsSmall)
            guard isTitle,
                text.shape(of: TextRange(opening.start, line.end), most: Settings.Lines.mostRowWords).words < Settings.Lines.mostRowWords
            else { break }
            end = line.end
        }
        append(TextRange(row.start, end), as: .row, of: block, to: &result)
        if let number, let last = result.indices.last { result[last].number = number }
        append(rest: [TextRange(end, cell.end)], of: block, heads: heads, to: &result)
    }

    /// Cells, or what is left of one, as the text that they are.
    private func append(rest ranges: [TextRange], of block: Block, heads: LineHeads, to result: inout [Passage]) {
        for range in ranges where !text.isGap(range) {
            for line in isBroken ? cellLines(of: text.trimmed(range)) : [text.trimmed(range)] {
                for part in parts(of: line, splitsBold: true, heads: heads) { append(part, as: .paragraph, of: block, to: &result) }
            }
        }
    }

    /// Whether a stretch ends where a line of a range does.
    private func endsLine(_ stretch: TextRange, in range: TextRange) -> Bool {
        cellLines(of: range).contains { text.trimmed($0).end == text.trimmed(stretch).end }
    }
}
