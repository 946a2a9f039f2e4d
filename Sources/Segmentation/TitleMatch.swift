internal import PaperModel

/// Which line of a cell is the title of each number in the cell beside it, on a web page: there lines have no places, and clerks set blank lines
/// between the numbers until these stand beside their titles. A resolution that is numbered after its item says the same.
struct TitleMatch {
    private let page: Page
    private let numberCell: TextRange
    private let titleCell: TextRange
    private let lines: [TextRange]
    /// Lines that may begin an item, with what speaks against each, in lines of distance.
    private let candidates: [(line: Int, doubt: Double)]
    /// Candidates that are bold as a whole or at their start.
    private let bold: [Int]
    /// Candidates in bold with a title that most meetings have.
    private let common: [Int]
    /// Lines with the number of a resolution.
    private let resolved: [(line: Int, number: PrintedNumber)]

    /// Scalars that a line of the cell may hold before it wraps: what the page was seen with nobody says, so each is tried.
    private static let widths = [30, 45, 60, 80, 105, 140]
    /// Space between paragraphs, in lines: none where line breaks part them, one where the browser sets it.
    private static let spaces = [0.0, 1.0]
    /// How much longer or shorter than so reckoned the text may be.
    private static let scales = [0.7, 0.85, 1.0, 1.2, 1.45]
    /// Lines of the longest cell that is matched: the minutes of a long meeting.
    private static let mostLines = 1_000
    /// What speaks against a title that is bold at its start alone, and against a short plain line: as much as so many lines of distance.
    private static let doubts = (lead: 0.5, plain: 4.0)
    /// Lines between a number and its title, on the average, at most: more and the blank lines mean something else.
    private static let mostDistance = 4.0
    /// The same where resolutions with numbers of their own bear the match out.
    private static let mostDistanceResolved = 12.0
    /// What speaks against a title of an item with parts where no title of a part stands below it.
    private static let unfollowed = 3.0
    /// What speaks against a title that stands on the wrong side of another item's resolution.
    private static let misplaced = 25.0

    init(numbers: TextRange, titles: TextRange, heads: LineHeads, page: Page) {
        self.page = page
        numberCell = numbers
        titleCell = titles
        lines = page.cellLines(of: titles)
        var candidates: [(line: Int, doubt: Double)] = []
        var (bold, common): ([Int], [Int]) = ([], [])
        var resolved: [(line: Int, number: PrintedNumber)] = []
        var isBelowBold = false
        // A table among the texts of a cell holds no titles.
        let tables = page.blocks.lazy.filter { $0.isTable && $0.range.start > titles.start && $0.range.end <= titles.end }.map(\.range)
        var inner = Array(tables)[...]
        for (index, line) in lines.prefix(TitleMatch.mostLines).enumerated() {
            inner = inner.drop { $0.end <= line.start }
            if inner.first.map({ $0.start <= line.start }) ?? false { continue }
            if let number = heads.numberOfResolution(in: line, on: page) { resolved.append((index, number)) }
            let lead = page.boldLead(of: line).flatMap { $0.count > 2 && !heads.isResolution($0, on: page) ? $0 : nil }
            // After a colon, or below a blank line, another title begins.
            defer { isBelowBold = lead == line && page.text.slice(line).last { !$0.isGap } != ":" }
            if let lead {
                // The second bold line in a row goes on the first.
                if isBelowBold, page.breaks(at: line.start) < 2 { continue }
                candidates.append((index, lead == line ? 0 : TitleMatch.doubts.lead))
                bold.append(index)
                if heads.isCommonItem(lead, on: page) { common.append(index) }
            } else if TitleMatch.mayBeTitle(line, on: page), !heads.isResolution(line, on: page) {
                candidates.append((index, TitleMatch.doubts.plain))
            }
        }
        (self.candidates, self.bold, self.common, self.resolved) = (candidates, bold, common, resolved)
    }

    /// Whether a plain line is short and has no stop.
    private static func mayBeTitle(_ line: TextRange, on page: Page) -> Bool {
        let shape = page.text.shape(of: line, most: Settings.Items.mostTitleWords + 1)
        return shape.words <= Settings.Items.mostTitleWords && shape.ending != "." && !shape.beginsSmall
    }

    /// How many lines are bold as a whole and may be titles.
    var countOfTitles: Int { bold.count { page.boldLead(of: lines[$0]) == lines[$0] } }

    /// Where the bold lines begin, if there are as many as numbers; of a number alone the title that most meetings have.
    func boldLines(_ numbers: [NumberCell.Entry]) -> [Int]? {
        let whole = bold.filter { page.boldLead(of: lines[$0]) == lines[$0] }
        let found = [bold, whole, numbers.count == 1 ? Array(common.prefix(1)) : []].first { $0.count == numbers.count }
        return found.map { $0.map { lines[$0].start } }
    }

    /// The lines in order that stand least far from the numbers, blank lines counted, and how far they do for each number; nil where nothing
    /// on the page says which are whose.
    func nearestLines(_ numbers: [NumberCell.Entry]) -> (starts: [Int], cost: Double)? {
        guard page.isBroken, candidates.count >= numbers.count, lines.count <= TitleMatch.mostLines, let last = numbers.last else {
            return nil
        }
        // For each resolution the item that its number begins with.
        let anchors = resolved.compactMap { mark in
            numbers.firstIndex {
                $0.number.form != .lettered && mark.number.values.count > $0.number.values.count
                    && mark.number.values.starts(with: $0.number.values)
            }
            .map { (line: mark.line, item: $0) }
        }
        guard !anchors.isEmpty || page.hasBlankLines(in: TextRange(numberCell.start, last.line.end)) else { return nil }
        let rows = page.rows(of: page.cellLines(of: numberCell), in: numberCell, width: .max, space: 0)
        let wanted = TitleMatch.wanted(numbers) { number in rows.last { $0.start <= number.line.start }?.row ?? 0 }
        let options = TitleMatch.widths.flatMap { width in TitleMatch.spaces.map { (width, $0) } }.flatMap { width, space in
            let found = page.rows(of: lines, in: titleCell, width: width, space: space).map(\.row)
            return TitleMatch.scales.compactMap { scale in
                match(wanted, with: found.map { $0 * scale }, anchors: anchors)
            }
        }
        let most = anchors.isEmpty ? TitleMatch.mostDistance : TitleMatch.mostDistanceResolved
        guard let best = options.min(by: { $0.cost < $1.cost }), best.cost <= most * Double(numbers.count) else { return nil }
        return (best.lines.map { lines[$0].start }, best.cost / Double(max(1, numbers.count)))
    }

    /// A number that a title is wanted for.
    private struct Wanted {
        /// How far down it stands.
        var row: Double
        /// The place of the item's number where it is a letter of a part, else its own.
        var owner: Int
        /// Whether letters of parts follow.
        var hasParts: Bool
    }

    private static func wanted(_ numbers: [NumberCell.Entry], row: (NumberCell.Entry) -> Double) -> [Wanted] {
        var owner = 0
        return numbers.enumerated().map { place, number in
            if number.number.form != .lettered { owner = place }
            let next = place + 1 < numbers.count ? numbers[place + 1].number : nil
            let hasParts = owner == place && next?.form == .lettered && next?.last == 1
            return Wanted(row: row(number), owner: owner, hasParts: hasParts)
        }
    }

    /// The cheapest choice of candidates in the order of the numbers.
    private func match(_ numbers: [Wanted], with rows: [Double], anchors: [(line: Int, item: Int)]) -> (lines: [Int], cost: Double)? {
        // For each number and candidate the least cost of all up to there with this candidate for this number, or an earlier one.
        var least = [Double](repeating: 0, count: candidates.count + 1)
        var chosen: [[Bool]] = []
        for (item, number) in numbers.enumerated() {
            // A resolution of an item stands behind its title, and before or behind its parts.
            let after = anchors.lazy.filter { $0.item < number.owner }.map(\.line).max() ?? -1
            let before = anchors.lazy.filter { $0.item > item || $0.item == item && item == number.owner }.map(\.line).min() ?? .max
            var next = [Double](repeating: .infinity, count: candidates.count + 1)
            var isChosen = [Bool](repeating: false, count: candidates.count + 1)
            for (place, candidate) in candidates.enumerated() {
                let isMisplaced = candidate.line <= after || candidate.line > before
                let isFollowed =
                    !number.hasParts || candidates.indices.contains(place + 1) && candidates[place + 1].line == candidate.line + 1
                let cost =
                    least[place] + abs(rows[candidate.line] - number.row) + candidate.doubt + (isMisplaced ? TitleMatch.misplaced : 0)
                    + (isFollowed ? 0 : TitleMatch.unfollowed)
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
    /// How far down a browser shows each of the lines of a cell that hold something, in lines of such a cell, where `width` scalars fill a line
    /// and `space` parts two paragraphs.
    fileprivate func rows(of lines: [TextRange], in cell: TextRange, width: Int, space: Double) -> [(start: Int, row: Double)] {
        var row = 0.0
        let start = text.trimmed(cell).start
        return lines.map { line in
            // The place where a line begins stands once for itself, and once for each blank line; that of a cell for blank lines alone.
            row += Double(max(0, breaks(at: line.start) - (line.start == start ? 0 : 1)))
            defer { row += (Double(1 + (line.count - 1) / max(1, width)) + space) / (1 + space) }
            return (line.start, row)
        }
    }

    /// Whether blank lines stand within a range.
    fileprivate func hasBlankLines(in range: TextRange) -> Bool {
        let first = cellBreaks.partitioningIndex { $0 >= range.start }
        let breaks = cellBreaks[first...].prefix { $0 < range.end }
        return zip(breaks, breaks.dropFirst()).contains { $0 == $1 }
    }

    fileprivate func breaks(at offset: Int) -> Int {
        let first = cellBreaks.partitioningIndex { $0 >= offset }
        return cellBreaks[first...].prefix { $0 == offset }.count
    }
}

extension Block {
    fileprivate var isTable: Bool {
        if case .table = kind { return true }
        return false
    }
}
