internal import PaperModel

extension Reading {
    /// The same reading with passages cut in two where an item's title ends and text follows, and the items at their new places.
    ///
    /// What follows "7. Updates:" may begin with a heading of its own.
    func parted(after items: [Int: Heading], cues: CueReading) -> (reading: Reading, items: [Int: Heading]) {
        guard items.values.contains(where: { $0.end != nil }) else { return (self, items) }
        var passages: [Passage] = []
        var moved: [Int: Heading] = [:]
        for (index, passage) in self.passages.enumerated() {
            let heading = items[index]
            if let heading { moved[passages.count] = heading }
            if let end = heading?.end, let page = paper.page(passage.page), let (title, rest) = passage.cut(after: end, on: page) {
                passages += [title, rest]
            } else {
                passages.append(passage)
            }
        }
        return (Reading(paper: paper, kind: kind, passages: passages, cues: cues), moved)
    }
}

extension Passage {
    /// The words up to `end` with the colon or dash after them, and the rest; nil where no words are left.
    fileprivate func cut(after end: Int, on page: Page) -> (title: Passage, rest: Passage)? {
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
        rest.range.start = start
        rest.isContinued = false
        rest.setBody(rest.range, on: page)
        return (title, rest)
    }
}
