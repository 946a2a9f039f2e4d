internal import PaperModel

/// Numbers in a column of their own beside the titles that they belong to, where the text of a page has the title first: a layout table without
/// lines, or a margin.
struct MarginNumbers {
    private let paper: Paper

    /// How many passages before a number its title may stand.
    private static let reach = 3

    init(of paper: Paper) { self.paper = paper }

    /// The passages with each such number on its title.
    func joined(_ passages: [Passage]) -> [Passage] { paired(lowered(level(passages))) }

    /// Numbers of a margin that most stand a little lower than titles in bold, beside the text below these.
    private func lowered(_ passages: [Passage]) -> [Passage] {
        var hits: Set<Int> = []
        var count = 0
        for (index, passage) in passages.enumerated() {
            guard let number = passage.number, let page = paper.page(passage.page), let box = box(ofNumber: number, of: passage, on: page)
            else { continue }
            count += 1
            guard index > 0, passages[index - 1].page == passage.page, isTitle(passages[index - 1], above: box, on: page) else { continue }
            hits.insert(index)
        }
        guard hits.count >= MarginNumbers.fewestLowered, hits.count * 10 >= count * MarginNumbers.mostLowered else { return passages }
        var result: [Passage] = []
        for (index, passage) in passages.enumerated() {
            guard hits.contains(index), let title = result.indices.last, let page = paper.page(passage.page) else {
                result.append(passage)
                continue
            }
            result[title].number = passage.number
            if let rest = rest(of: passage, on: page) { result.append(rest) }
        }
        return result
    }

    /// Numbers below their titles that make a column, and how many of ten must stand so.
    private static let fewestLowered = 3
    private static let mostLowered = 8
    /// Line heights from the middle of a title to that of its number: the next line, not the one after.
    private static let mostDrop = 1.6

    /// Whether a passage in bold ends in the line above a number and right of it.
    private func isTitle(_ title: Passage, above number: Box, on page: Page) -> Bool {
        guard title.isSetOff, title.number == nil, !title.isAside, title.form != .table,
            let line = page.line(at: max(title.range.start, title.range.end - 1))?.box
        else { return false }
        let drop = number.midY - line.midY
        return number.right <= line.x && drop > 0 && drop < max(line.height, number.height) * MarginNumbers.mostDrop
    }

    /// What a passage holds behind its number, as the text that it is.
    private func rest(of passage: Passage, on page: Page) -> Passage? {
        guard !passage.body.isEmpty else { return nil }
        return page.passage(passage.body, as: passage.form == .listItem ? .paragraph : passage.form)?.like(passage)
    }

    /// Numbers one below the other, and as many titles behind them before the next number: the text has one column after the other.
    private func paired(_ passages: [Passage]) -> [Passage] {
        var result = passages
        var paired: Set<Int> = []
        var index = 0
        while index < passages.count {
            var end = index
            while end < passages.count, isAlone(passages[end]), end == index || follows(passages[end], passages[end - 1]) { end += 1 }
            defer { index = max(end, index + 1) }
            guard end - index > 1 else { continue }
            let titles = (end..<passages.count).prefix { passages[$0].number == nil && passages[$0].page == passages[index].page }.filter {
                passages[$0].isSetOff && !passages[$0].isAside
            }
            guard titles.count == end - index else { continue }
            for (place, title) in zip(index..<end, titles) {
                result[title].number = passages[place].number
                paired.insert(place)
            }
        }
        return paired.isEmpty ? result : result.indices.filter { !paired.contains($0) }.map { result[$0] }
    }

    /// Whether a passage is a number and nothing else.
    private func isAlone(_ passage: Passage) -> Bool {
        passage.number != nil && passage.body.isEmpty && !passage.isAside && passage.form != .table
    }

    private func follows(_ passage: Passage, _ before: Passage) -> Bool {
        guard let number = passage.number, let last = before.number else { return false }
        return passage.page == before.page && number.follows(last)
    }

    /// Numbers that are level with their titles.
    private func level(_ passages: [Passage]) -> [Passage] {
        var result: [Passage] = []
        for passage in passages {
            guard let number = passage.number, let page = paper.page(passage.page), let box = box(ofNumber: number, of: passage, on: page),
                let title = title(beside: box, form: number.form, before: passage, among: result)
            else {
                result.append(passage)
                continue
            }
            result[title].number = number
            if let rest = rest(of: passage, on: page) { result.append(rest) }
        }
        return result
    }

    /// Where the number at the start of a passage stands, if it has a line to itself.
    private func box(ofNumber number: PrintedNumber, of passage: Passage, on page: Page) -> Box? {
        let range = page.text.trimmed(TextRange(passage.range.start, min(passage.range.start + number.length, passage.range.end)))
        guard !passage.isAside, passage.form != .table, let line = page.line(at: range.start),
            page.text.trimmed(line.range).end <= range.end
        else { return nil }
        return line.box
    }

    /// The passage before whose first line is level with a number and beside it.
    private func title(beside number: Box, form: PrintedNumber.Form, before passage: Passage, among passages: [Passage]) -> Int? {
        passages.indices.suffix(MarginNumbers.reach).reversed().first { index in
            let title = passages[index]
            guard title.page == passage.page, title.number == nil, !title.isAside, title.form != .table,
                let line = paper.page(title.page)?.line(at: title.range.start)?.box,
                abs(line.midY - number.midY) < min(line.height, number.height) / 2
            else { return false }
            // In the right margin stand pages and sums too, but no years and numbers of minutes.
            return number.right <= line.x || form == .minute && number.x >= line.right
        }
    }
}

extension Passage {
    /// With what the loader said of another part of the same block.
    fileprivate func like(_ other: Passage) -> Passage {
        var passage = self
        passage.size = other.size
        passage.role = other.role
        passage.item = other.item
        passage.isItalic = other.isItalic
        passage.isUnderlined = other.isUnderlined
        return passage
    }
}

extension Page {
    /// The printed line that holds a scalar; nil on a web page.
    func line(at offset: Int) -> Line? {
        let index = lines.partitioningIndex { $0.range.end > offset }
        return index < lines.count && lines[index].range.start <= offset ? lines[index] : nil
    }
}
