internal import PaperModel

extension Paper {
    /// The passages of the paper in reading order, furniture included. `questions` tells which tables are read as questions and replies.
    func passages(questions: [Int: QuestionTable] = [:]) -> [Passage] {
        let rows = TableRows(of: self)
        var result: [Passage] = []
        for page in pages {
            for block in page.blocks {
                if case .table(let table) = block.kind, let columns = questions[table], tables.indices.contains(table) {
                    result += columns.passages(of: tables[table], on: page)
                } else {
                    page.addPassages(of: block, rows: rows, to: &result)
                }
            }
        }
        return result
    }
}

/// Where the rows stand of the tables that are lists of items: those with a row that begins with a number and a title.
private struct TableRows {
    /// For each table and page the ranges of its rows; nil for a table that is read as one.
    private var ranges: [[Int: [TextRange]]?]

    init(of paper: Paper) {
        ranges = paper.tables.map { table in
            var pages: [Int: [TextRange]] = [:]
            var isList = false
            var index = 0
            while index < table.cells.count {
                var end = index
                while end < table.cells.count, table.cells[end].row == table.cells[index].row { end += 1 }
                let cells = table.cells[index..<end].filter { !$0.range.isEmpty }
                index = end
                guard let first = cells.first, let page = paper.page(first.page) else { continue }
                let whole = cells.filter { $0.page == first.page }.reduce(first.range) { $0.union($1.range) }
                pages[first.page, default: []].append(whole)
                isList = isList || page.isItem(cells: cells.map(\.range))
            }
            return isList ? pages : nil
        }
    }

    /// The rows of a table on a page in the order of the text.
    func rows(of table: Int, on page: Int) -> [TextRange]? {
        guard ranges.indices.contains(table) else { return nil }
        return ranges[table]?[page]?.sorted()
    }
}

extension Paper {
    /// Rows of a form that are read: its head has fewer.
    private static let mostFormRows = 60

    private func table(of passage: Passage) -> Table? {
        passage.table.flatMap { tables.indices.contains($0) ? tables[$0] : nil }
    }

    /// A table read as a form: a label with a colon and the cell beside it are a line ("Report to: Cabinet"), else each cell.
    func formLines(of passage: Passage) -> [Passage] {
        guard let page = page(passage.page), let table = table(of: passage) else { return [passage] }
        let cells = table.cells.filter { $0.page == passage.page && !$0.range.isEmpty && $0.row < Paper.mostFormRows }
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
    /// Most columns of a form: a label and what it asks for. More make a table of figures.
    private static let mostFormColumns = 2
    /// Cells of a form hold words; where three in ten or more are numbers it is a table of figures.
    private static let mostNumberCells = 0.3

    /// The cells of a table that is a form, in the order of the text; the table itself where it is none.
    func formCells(of passage: Passage) -> [Passage] {
        guard let page = page(passage.page), let table = table(of: passage), table.columns <= Paper.mostFormColumns else {
            return [passage]
        }
        let cells = table.cells.filter { $0.page == passage.page && !$0.range.isEmpty }.sorted { $0.range.start < $1.range.start }
        let numbers = cells.count { cell in !page.text.slice(cell.range).contains(where: \.isLetter) }
        guard !cells.isEmpty, Double(numbers) < Double(cells.count) * Paper.mostNumberCells else { return [passage] }
        return cells.compactMap { page.passage($0.range, as: .paragraph) }
    }
}

extension Page {
    /// Whether cells of a row are a number and a title, in one cell or in two.
    fileprivate func isItem(cells: [TextRange]) -> Bool {
        guard let first = cells.first, let number = PrintedNumber(text.slice(first)), number.form != .lettered else { return false }
        let rest = text.slice(first).dropFirst(number.length)
        if !rest.isEmpty { return number.isDelimited && rest.contains(where: \.isLetter) }
        return cells.count > 1 && text.slice(cells[1]).contains(where: \.isLetter)
    }

    fileprivate func addPassages(of block: Block, rows: TableRows, to result: inout [Passage]) {
        switch block.kind {
        case .table(let table):
            let rows = rows.rows(of: table, on: number)
            for range in rows ?? [block.range] {
                append(range, as: rows == nil ? .table : .row, of: block, to: &result)
            }
            if rows == nil, let last = result.indices.last, result[last].form == .table { result[last].table = table }
        case .heading(let level):
            // A heading of several lines is one heading, unless a new number begins a line.
            for range in parts(of: block.range, splitsBold: false) { append(range, as: .heading(level: level), of: block, to: &result) }
        case .furniture: append(block.range, as: .furniture, of: block, to: &result)
        case .caption: append(block.range, as: .caption, of: block, to: &result)
        case .footnote: append(block.range, as: .footnote, of: block, to: &result)
        case .paragraph, .listItem:
            let form: Passage.Form = block.kind == .listItem ? .listItem : .paragraph
            for range in parts(of: block.range, splitsBold: true) { append(range, as: form, of: block, to: &result) }
        }
    }

    /// A range read as one passage, with the label that the loader saw before it; nil where it holds no words.
    func passage(_ range: TextRange, as form: Passage.Form, label: TextRange? = nil) -> Passage? {
        let range = text.trimmed(range)
        guard !range.isEmpty else { return nil }
        var passage = Passage(page: number, range: range, form: form, body: range)
        if let read = PrintedNumber(text.slice(range)) {
            passage.number = read
            passage.body = TextRange(min(range.start + read.length, range.end), range.end)
        } else if let label, label.end < range.end {
            passage.isBulleted = true
            passage.body = text.trimmed(TextRange(max(label.end, range.start), range.end))
        }
        passage.setBody(passage.body, on: self)
        return passage
    }

    private func append(_ range: TextRange, as form: Passage.Form, of block: Block, to result: inout [Passage]) {
        let isFirst = text.trimmed(range).start <= block.range.start + 1
        guard var passage = passage(range, as: form, label: isFirst ? block.label : nil) else { return }
        passage.size = block.style.size
        passage.isContinued = isFirst && block.continuesPrevious
        passage.role = block.role
        passage.item = block.item
        result.append(passage)
    }

    /// A block cut where a line begins with a number, and where bold lines end and plain ones begin.
    private func parts(of range: TextRange, splitsBold: Bool) -> [TextRange] {
        var parts: [TextRange] = []
        var start = range.start
        var previous: TextRange?
        var boldLines = 0
        for line in text.lines(of: range) {
            let isBold = splitsBold && boldLead(of: line) == line
            if let last = previous {
                // A bold line with a number below plain ones is a heading that the loader joined to them.
                let startsItem = text.beginsItem(line, after: last) || isBold && boldLines == 0 && isNumberedHeading(line)
                let endsBold = splitsBold && boldLines > 0 && !isBold && boldLead(of: line) == nil
                if startsItem || endsBold {
                    parts.append(TextRange(start, last.end))
                    start = line.start
                    boldLines = 0
                }
            }
            // Only a bold beginning is a heading over the rest.
            boldLines = isBold && (start == line.start || boldLines > 0) ? boldLines + 1 : 0
            previous = line
        }
        parts.append(TextRange(start, range.end))
        return parts
    }

    private func isNumberedHeading(_ line: TextRange) -> Bool {
        guard let number = PrintedNumber(text.slice(line)), number.isDelimited || number.form == .minute || number.form == .decimal else {
            return false
        }
        return number.length < line.count
    }

    /// The bold words that a range begins with, up to its end where only white space is left.
    fileprivate func boldLead(of range: TextRange) -> TextRange? {
        var low = 0
        var high = bold.count
        while low < high {
            let middle = (low + high) / 2
            if bold[middle].end <= range.start { low = middle + 1 } else { high = middle }
        }
        var end = range.start
        var index = low
        while index < bold.count, bold[index].start <= end || text.isGap(TextRange(end, bold[index].start)), bold[index].start < range.end {
            end = max(end, bold[index].end)
            index += 1
        }
        guard end > range.start else { return nil }
        let lead = text.trimmed(TextRange(range.start, min(end, range.end)))
        return lead.isEmpty ? nil : TextRange(range.start, text.isGap(TextRange(lead.end, range.end)) ? range.end : lead.end)
    }
}

extension Passage {
    /// Sets the words after number or bullet, and what is known by looking at them.
    mutating func setBody(_ range: TextRange, on page: Page) {
        body = range
        lead = form == .table ? nil : page.boldLead(of: range)
        isBold = lead != nil && lead == range
        (words, ending, beginsSmall) = page.text.shape(of: range, most: Passage.mostWords)
    }
}
