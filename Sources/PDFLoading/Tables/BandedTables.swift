/// Adds the tables whose rows are parted by rules across and whose columns by white space alone: text as well as figures.
func addBandedTables(
    of words: [Word], horizontal: [Edge], vertical: [Edge], content: PageContent, settings: LayoutSettings, to found: inout FoundTables
) {
    for stack in ruleStacks(horizontal, settings: settings.tables) where stack.count > 2 {
        let left = stack[0].start - settings.tables.ruleSnap
        let right = stack[0].end + settings.tables.ruleSnap
        let inside = words.indices.filter {
            found.owners[$0] < 0 && words[$0].turn == 0 && words[$0].area.midX > left && words[$0].area.midX < right
        }
        let text = TextRows(words, at: inside, content: content, verticals: vertical, settings: settings)
        let bands = zip(stack, stack.dropFirst()).map { above, below in
            Area(left: above.start, top: above.position, right: above.end, bottom: below.position)
        }
        var start = 0
        while start < bands.count {
            var end = start
            while end < bands.count, isColumnar(bands[end], of: text, settings: settings.tables) { end += 1 }
            if end - start > 1 { addBandedTable(Array(bands[start..<end]), text: text, content: content, settings: settings, to: &found) }
            start = max(end, start + 1)
        }
    }
}

/// Whether the lines of a band stand in columns: some beside each other, none of prose across.
private func isColumnar(_ band: Area, of text: TextRows, settings: TableSettings) -> Bool {
    let rows = text.rows[text.rows(from: band.top, to: band.bottom)]
    guard rows.contains(where: { $0.chunks.count > 1 }) else { return false }
    return !rows.contains { row in
        row.chunks.contains { $0.area.width > settings.wideRule * band.width && $0.words.count >= settings.proseWords }
    }
}

private func addBandedTable(_ bands: [Area], text: TextRows, content: PageContent, settings: LayoutSettings, to found: inout FoundTables) {
    let rows = text.rows[text.rows(from: bands[0].top, to: bands[bands.count - 1].bottom)]
    // Rows of figures without rules between them are better set by their lines.
    let figures = rows.count { $0.chunks.count > 1 && $0.chunks.dropFirst().contains(where: \.isNumber) }
    guard figures * 2 <= bands.count * 3 else { return }
    let separators = columnSeparators(of: rows.filter { $0.chunks.count > 1 }, settings: settings.tables)
    guard !separators.isEmpty else { return }
    let bounds = [bands[0].left] + separators + [bands[0].right]
    var cells: [RuledArea] = []
    var filledBands = 0
    for band in bands {
        let inside = text.rows(from: band.top, to: band.bottom)
        let parts = zip(bounds, bounds.dropFirst()).map { left, right in
            RuledArea(
                area: Area(left: left, top: band.top, right: right, bottom: band.bottom),
                text: text.keeping(rows: inside) { $0.midX >= left && $0.midX < right })
        }
        if parts.count(where: { !$0.text.rows.isEmpty }) > 1 { filledBands += 1 }
        cells.append(contentsOf: parts)
    }
    guard filledBands * 3 >= bands.count * 2,
        let table = ruledTable(splitRows(of: cells, content: content, settings: settings.tables), content: content, settings: settings)
    else { return }
    found.add(table, taking: cells.flatMap(\.text.sources))
}
