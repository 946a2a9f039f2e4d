internal import PaperModel

extension Reading {
    /// The same reading with passages cut in two where an item's title ends and text follows, and the items at their new places.
    ///
    /// What follows "7. Updates:" may begin with a heading of its own.
    func parted(after items: [Int: Heading], cues: CueReading) -> (reading: Reading, items: [Int: Heading]) {
        parted(at: items.compactMapValues { heading in heading.end.map { [$0] } }, items: items, cues: cues)
    }

    /// The same reading with passages cut in two at scalars of their pages, and the items at their new places.
    func parted(at places: [Int: [Int]], items: [Int: Heading], cues: CueReading) -> (reading: Reading, items: [Int: Heading]) {
        guard !places.isEmpty else { return (self, items) }
        let (reading, moved) = cut(at: places, cues: cues)
        return (reading, Dictionary(items.map { (moved[$0.key], $0.value) }, uniquingKeysWith: { first, _ in first }))
    }
}

extension Passage {
    /// The words up to `end` with the colon or dash after them, and the rest; nil where no words are left.
    func cut(after end: Int, on page: Page) -> (title: Passage, rest: Passage)? {
        guard range.contains(end) else { return nil }
        var start = end
        let text = page.text.slice(range)
        while start < range.end, text[start].isGap || text[start].isDash || text[start] == ":" || text[start] == "." { start += 1 }
        guard start > range.start, start < range.end else { return nil }
        var title = self
        title.range.end = page.text.trimmed(TextRange(range.start, start)).end
        title.setBody(TextRange(body.start, max(body.start, title.range.end)), on: page)
        var rest = self
        rest.form = .paragraph
        rest.number = nil
        rest.isBulleted = false
        rest.range.start = start
        rest.isContinued = false
        rest.setBody(rest.range, on: page)
        return (title, rest)
    }
}
