/// Headings are set at most so far apart, line by line, a blank one now and then.
private let headingPitchEms: Float = 1.5

/// A rule wider than a table by more than this factor is the page's, not the table's.
private let overhang: Float = 1.3

/// Lines of headings without a rule over them stand at most this far apart: a blank line ends them.
private let headingDistanceEms: Float = 2.5

/// A heading over all figures stands in their middle within this part of their width.
private let centredPart: Float = 0.12

/// A line of a heading over figures has fewer words than this: columns of figures are narrow.
private let headingWords = 6

/// The lines above the first figures of a table that white space sets: which of them are headings of its columns.
struct AlignedHeadings {
    private let text: TextRows
    /// The first row with figures.
    private let first: Int
    /// The first line that may be looked at.
    private let floor: Int
    /// Where the rows with figures stand.
    private let area: Area
    /// Where figures begin, or labels end.
    private let labelEnd: Float
    /// The row with most figures.
    private let figures: TextRow
    private let columns: [Area]
    /// Whether the first row holds numbers, and not years alone.
    private let hasNumbers: Bool
    /// The first line of the first row, of which a description may stand higher than its figures.
    private let body: Int
    /// The y of the rule that ends the headings above.
    private let top: Float?

    /// The headings above `run`, the rows of a table that carry figures, two or more.
    init(above run: [Int], floor: Int, text: TextRows, rules: [Edge]) {
        var area = Area()
        var labelEnd = Float.infinity
        var labelRight = -Float.infinity
        for index in run {
            area.add(text.rows[index].area)
            labelRight = max(labelRight, text.rows[index].chunks[0].area.right)
            if let value = text.rows[index].chunks.dropFirst().first { labelEnd = min(labelEnd, value.area.left) }
        }
        labelEnd = min(labelEnd, labelRight)
        let first = run[0]
        let figures = run.map { text.rows[$0] }.max { $0.chunks.count < $1.chunks.count } ?? text.rows[first]
        var body = first
        while body > floor, isDescription(text.rows[body - 1], of: text.rows[first], above: text.rows[body]) { body -= 1 }
        let top = topRule(above: text.rows[first], area: area, rules: rules)
        // A rule over the figures, or over the title of their first group, ends their headings.
        let isBelow = top.map { rule in
            text.rows[floor..<body].allSatisfy { $0.baseline < rule || $0.chunks.count == 1 && $0.area.left < labelEnd - $0.size }
        }
        self.top = isBelow == true ? nil : top
        (self.text, self.first, self.floor, self.area, self.labelEnd, self.figures) = (text, first, floor, area, labelEnd, figures)
        columns = figureAreas(of: run.map { text.rows[$0] }, like: figures)
        hasNumbers = text.rows[first].chunks.contains(where: \.isNumber)
        self.body = body
    }

    /// What a line is to the headings.
    private enum Part {
        /// One of them.
        case heading
        /// Words beside a line, set to the middle of its height: one with it.
        case beside
        /// None, but others may stand above.
        case between
        /// None, nor are those above.
        case end
    }

    /// The first line of the headings; that of the first row where there are none.
    func start() -> Int {
        var (start, body) = (body, body)
        var index = body - 1
        while index >= floor, body - index <= Limit.headingLines {
            switch part(index, hasHeadings: start < body) {
            case .heading: start = index
            case .beside:
                if start == body { body = index }
                start = index
            case .between: break
            case .end: return start
            }
            index -= 1
        }
        return start
    }

    private func part(_ index: Int, hasHeadings: Bool) -> Part {
        let row = text.rows[index]
        let below = text.rows[index + 1]
        let distance = below.baseline - row.baseline
        if let top, row.baseline < top {
            // A rule may part the upper line of headings from the lower.
            let isUpper = below.baseline > top && hasHeadings && distance <= headingDistanceEms * row.size
            guard isUpper, isOver(row, from: labelEnd, to: area.right) else { return .end }
        }
        // A label set to the middle of the headings' height, between their lines; words of the first row, set to the middle of its height.
        if row.area.bottom - below.area.top > Ratio.sharedHeight * row.area.height { return .beside }
        let isHead = headsFigures(row, of: figures, text: text) || hasOneOver(row, each: columns)
        if top == nil, !isHead, !hasHeadings, isGroupTitle(index, distance) { return .between }
        guard distance <= (top == nil && !isHead ? headingDistanceEms : rowDistanceEms) * max(row.size, below.size),
            isHead || !isProse(row, beside: text.rows[first]), top != nil || isHead || !isTextOrTitle(row, hasHeadings)
        else { return .end }
        if row.chunks.count > 1 || row.area.left >= labelEnd - row.size || top != nil { return .heading }
        // Words over the labels begin the heading of the labels, unless the columns are headed by years: then they are the title.
        return hasHeadings || !hasNumbers ? .end : .between
    }

    /// Whether a line is the title of the first group, apart from its rows, with the headings over it.
    private func isGroupTitle(_ index: Int, _ distance: Float) -> Bool {
        let row = text.rows[index]
        return index > floor && row.chunks.count == 1 && row.chunks[0].words.count < headingWords
            && distance <= rowDistanceEms * row.size && row.area.left > area.left - row.size
            && hasOneOver(text.rows[index - 1], each: columns)
    }

    /// Whether a line that is over no column is no heading, where no rule stands over the table.
    private func isTextOrTitle(_ row: TextRow, _ hasHeadings: Bool) -> Bool {
        // A title begins at the left and is no heading; a heading stands over the figures, or is one of several.
        // Lines of text side by side are columns of prose, unless they are set in another font than the table.
        if row.chunks.contains(where: { $0.words.count >= headingWords }),
            row.chunks.count == 1 || !text.fonts(row).isDisjoint(with: text.fonts(text.rows[first]))
        {
            return true
        }
        // A line of words alone above headings without a rule is their table's title.
        return hasHeadings && row.chunks.count == 1 && row.chunks[0].words.count > 3
    }
}

/// Whether a line is several headings over figures, or one in the middle of all of them; `left` and `right` are where those stand.
private func isOver(_ line: TextRow, from left: Float, to right: Float) -> Bool {
    guard line.area.left >= left - line.size, line.chunks.allSatisfy({ !$0.isNumber && $0.words.count < headingWords }) else {
        return false
    }
    return line.chunks.count > 1 || abs(line.area.midX - (left + right) / 2) < centredPart * (right - left)
}

/// The areas that the figures of a run take in each column but the first, read off the rows that have as many cells as one of them.
func figureAreas(of run: [TextRow], like row: TextRow) -> [Area] {
    var columns = [Area](repeating: Area(), count: row.chunks.count)
    for other in run where other.chunks.count == row.chunks.count {
        for (index, chunk) in other.chunks.enumerated() where row.chunks[index].isValue { columns[index].add(chunk.area) }
    }
    return zip(columns, row.chunks).dropFirst().filter { $1.isValue }.map { $0.0 }
}

/// Whether each of several columns of figures has one heading of a line over it, however far above; centred headings are set to no edge of
/// figures of other widths.
func hasOneOver(_ line: TextRow, each columns: [Area]) -> Bool {
    guard columns.count > 1, line.chunks.allSatisfy({ !$0.isNumber && $0.words.count < headingWords }) else { return false }
    func over(_ column: Area) -> [Chunk] { line.chunks.filter { $0.area.left < column.right && $0.area.right > column.left } }
    return columns.allSatisfy { over($0).count == 1 }
        && line.chunks.allSatisfy { chunk in columns.count { chunk.area.left < $0.right && chunk.area.right > $0.left } <= 1 }
}

/// Whether words of a line are set to an edge or the middle of each of several figures of a row: the headings of their columns, however
/// far above them they stand and however near to each other.
func headsFigures(_ line: TextRow, of row: TextRow, text: TextRows) -> Bool {
    let figures = row.chunks.dropFirst().filter(\.isValue)
    guard figures.count > 1, !line.chunks.contains(where: \.isNumber) else { return false }
    let slack = Ems.alignment * row.size
    return figures.allSatisfy { figure in
        line.chunks.contains { chunk in
            abs(chunk.area.midX - figure.area.midX) < slack
                || chunk.words.contains {
                    abs(text.words[$0].area.right - figure.area.right) < slack || abs(text.words[$0].area.left - figure.area.left) < slack
                }
        }
    }
}

/// Whether a line is words that stand close above the next and begin where words of a row with figures do: a description that is higher than
/// its figures.
private func isDescription(_ line: TextRow, of row: TextRow, above next: TextRow) -> Bool {
    let words = row.chunks.filter { !$0.isValue && $0.area.left > row.area.left }
    return next.baseline - line.baseline <= Ems.singlePitch * row.size
        && line.chunks.allSatisfy { chunk in
            !chunk.isValue && words.contains { abs($0.area.left - chunk.area.left) < Ems.alignment * row.size }
        }
}

/// The y of the uppermost wide rule over a table's first row, not further up than its headings reach; nil where there is none.
private func topRule(above row: TextRow, area: Area, rules: [Edge]) -> Float? {
    let reach = row.area.top - Float(Limit.headingLines) * headingPitchEms * row.size
    return rules.first { rule in
        rule.position < row.area.top + Points.same && rule.position > reach
            && min(rule.end, area.right) - max(rule.start, area.left) >= Ratio.wideRule * area.width
            && rule.end - rule.start <= overhang * area.width
    }?.position
}
