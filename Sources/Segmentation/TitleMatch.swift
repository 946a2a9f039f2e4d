internal import PaperModel

/// Which line of a cell is the title of each number in the cell beside it, on a web page: there lines have no places, and clerks set blank lines
/// between the numbers until these stand beside their titles.
struct TitleMatch {
    private let page: Page
    private let numberCell: TextRange
    private let titleCell: TextRange
    private let lines: [TextRange]
    /// Lines that may begin an item, with what speaks against each, in lines of distance.
    private let candidates: [(line: Int, doubt: Double)]
    /// Candidates that are bold as a whole or at their start.
    private let bold: [Int]

    /// Scalars that a line of the cell may hold before it wraps: what the page was seen with nobody says, so each is tried.
    private static let widths = [30, 45, 60, 80, 105, 140]
    /// Lines of the longest cell that is matched: the minutes of a long meeting.
    private static let mostLines = 1_500
    /// What speaks against a title that is bold at its start alone, and against a short plain line: as much as so many lines of distance.
    private static let doubts = (lead: 0.5, plain: 4.0)
    /// Lines between a number and its title, on the average, at most: more and the blank lines mean something else.
    private static let mostDistance = 3.0

    init(numbers: TextRange, titles: TextRange, heads: LineHeads, page: Page) {
        self.page = page
        numberCell = numbers
        titleCell = titles
        lines = page.cellLines(of: titles)
        var candidates: [(line: Int, doubt: Double)] = []
        var bold: [Int] = []
        var isBelowBold = false
        for (index, line) in lines.prefix(TitleMatch.mostLines).enumerated() {
            let lead = page.boldLead(of: line).flatMap { $0.count > 2 && !heads.isResolution($0, on: page) ? $0 : nil }
            defer { isBelowBold = lead == line }
            if let lead {
                // The second bold line in a row goes on the first.
                if isBelowBold { continue }
                candidates.append((index, lead == line ? 0 : TitleMatch.doubts.lead))
                bold.append(index)
            } else if TitleMatch.mayBeTitle(line, on: page), !heads.isResolution(line, on: page) {
                candidates.append((index, TitleMatch.doubts.plain))
            }
        }
        self.candidates = candidates
        self.bold = bold
    }

    /// Whether a plain line is short and has no stop.
    private static func mayBeTitle(_ line: TextRange, on page: Page) -> Bool {
        let shape = page.text.shape(of: line, most: Settings.Items.mostTitleWords + 1)
        return shape.words <= Settings.Items.mostTitleWords && shape.ending != "." && !shape.beginsSmall
    }

    /// Where the bold lines begin, if there are as many as numbers.
    func boldLines(_ numbers: [NumberCell.Entry]) -> [Int]? {
        if bold.count == numbers.count { return bold.map { lines[$0].start } }
        let whole = bold.filter { page.boldLead(of: lines[$0]) == lines[$0] }
        return whole.count == numbers.count ? whole.map { lines[$0].start } : nil
    }

    /// The lines in order that stand least far from the numbers, blank lines counted; nil where the page says nothing of them.
    func nearestLines(_ numbers: [NumberCell.Entry]) -> [Int]? {
        guard page.isBroken, candidates.count >= numbers.count, lines.count <= TitleMatch.mostLines, let last = numbers.last,
            page.hasBlankLines(in: TextRange(numberCell.start, last.line.end))
        else { return nil }
        let rows = page.rows(of: page.cellLines(of: numberCell), in: numberCell, width: .max)
        let places = numbers.map { number in rows.last { $0.start <= number.line.start }?.row ?? 0 }
        let options = TitleMatch.widths.compactMap { width in
            match(places, with: page.rows(of: lines, in: titleCell, width: width).map(\.row))
        }
        guard let best = options.min(by: { $0.cost < $1.cost }), best.cost <= TitleMatch.mostDistance * Double(numbers.count) else {
            return nil
        }
        return best.lines.map { lines[$0].start }
    }

    /// The cheapest choice of candidates in the order of the numbers.
    private func match(_ numbers: [Int], with rows: [Int]) -> (lines: [Int], cost: Double)? {
        // For each number and candidate the least cost of all up to there with this candidate for this number, or an earlier one.
        var least = [Double](repeating: 0, count: candidates.count + 1)
        var chosen: [[Bool]] = []
        for number in numbers {
            var next = [Double](repeating: .infinity, count: candidates.count + 1)
            var isChosen = [Bool](repeating: false, count: candidates.count + 1)
            for (place, candidate) in candidates.enumerated() {
                let cost = least[place] + Double(abs(rows[candidate.line] - number)) + candidate.doubt
                isChosen[place + 1] = cost < next[place]
                next[place + 1] = min(cost, next[place])
            }
            least = next
            chosen.append(isChosen)
        }
        guard let cost = least.last, cost.isFinite else { return nil }
        var result: [Int] = []
        var place = candidates.count
        for isChosen in chosen.reversed() {
            while place > 0, !isChosen[place] { place -= 1 }
            guard place > 0 else { return nil }
            result.append(candidates[place - 1].line)
            place -= 1
        }
        return (result.reversed(), cost)
    }
}

extension Page {
    /// How many lines a browser shows above each of the lines of a cell that hold something, where `width` scalars fill one.
    fileprivate func rows(of lines: [TextRange], in cell: TextRange, width: Int) -> [(start: Int, row: Int)] {
        var row = 0
        return lines.map { line in
            // The place where a line begins stands once for itself, and once for each blank line; that of a cell for blank lines alone.
            row += max(0, breaks(at: line.start) - (line.start == text.trimmed(cell).start ? 0 : 1))
            defer { row += 1 + (line.count - 1) / max(1, width) }
            return (line.start, row)
        }
    }

    /// Whether blank lines stand within a range.
    fileprivate func hasBlankLines(in range: TextRange) -> Bool {
        zip(cellBreaks, cellBreaks.dropFirst()).contains { $0 == $1 && range.contains($0) }
    }

    private func breaks(at offset: Int) -> Int {
        let first = cellBreaks.partitioningIndex { $0 >= offset }
        return cellBreaks[first...].prefix { $0 == offset }.count
    }
}
