import PaperModel

/// Gives tables the title printed for them: a caption that the tags name, a line "Table 3: …" next to the table, or the heading
/// directly above it; a line of units ("£000s") may stand between.
func markCaptions(_ paper: inout Paper) {
    for index in paper.tables.indices {
        guard let part = paper.tables[index].parts.first, let position = paper.pages.firstIndex(where: { $0.number == part.page }) else {
            continue
        }
        let page = paper.pages[position]
        guard let block = page.blocks.firstIndex(where: { $0.range == part.range }) else { continue }
        let above = page.blocks.indices.filter { $0 < block && page.blocks[$0].kind != .furniture }.suffix(2).reversed()
        let below = page.blocks.indices.first { $0 > block && page.blocks[$0].kind != .furniture }
        let candidates = Array(above)
        let caption =
            candidates.first { isTitle(page.blocks[$0], page) }
            ?? below.flatMap { isTitle(page.blocks[$0], page) && !titles(page.blocks, after: $0) ? $0 : nil }
            ?? candidates.first.flatMap { isNearHeading(page.blocks[$0], on: page, above: part) ? $0 : nil }
        guard let caption else { continue }
        var range = page.blocks[caption].range
        // A number alone is half a title: what it is of stands between it and the table.
        if caption + 1 < block, let next = candidates.first, next == caption + 1, page.text.words(in: range).count <= longestNumber {
            range = range.union(page.blocks[next].range)
        }
        paper.tables[index].caption = Span(page: part.page, range: range)
        if isTitle(page.blocks[caption], page) { paper.pages[position].blocks[caption].kind = .caption }
    }
}

/// Characters of "Table 12.3:".
private let longestNumber = 11

/// A line that says which table it is: "Table 4", "Table B2: …".
private func isTitle(_ block: Block, _ page: Page) -> Bool {
    switch block.kind {
    case .caption: return true
    case .table, .furniture, .footnote: return false
    default: break
    }
    let words = page.text[TextRange(block.range.start, min(block.range.end, block.range.start + 12))].lowercased()
    guard block.range.count <= 200, words.hasPrefix("table ") else { return false }
    let mark = words.dropFirst(6).prefix { !$0.isWhitespace && $0 != ":" }
    return mark.contains(where: \.isNumber) || mark.count == 1
}

/// A title has more than a word like "None" or "Yes".
private let shortestTitle = 5

/// Whether a table follows directly, whose title the block more likely is.
private func titles(_ blocks: [Block], after index: Int) -> Bool {
    guard let next = blocks.indices.first(where: { $0 > index && blocks[$0].kind != .furniture }) else { return false }
    if case .table = blocks[next].kind { return true }
    return false
}

/// Whether a heading titles the table below it, and not the text of a section or an item of a list: those have numbers and bullets.
private func isNearHeading(_ block: Block, on page: Page, above part: Table.Part) -> Bool {
    guard case .heading = block.kind, let box = block.box, let table = part.box else { return false }
    guard block.label == nil, page.text.words(in: block.range).count >= shortestTitle else { return false }
    // Two lines of the heading's own size: further up it titles the text, not the table.
    return table.y - box.bottom < 2.5 * max(block.style.size, 8)
}
