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
        let isColumnar = bands.map { PDFLoading.isColumnar($0, of: text, settings: settings.tables) }
        var start = 0
        while start < bands.count {
            var end = start
            // The title of a group stands between rows of columns, or before the first; a spacer between groups of several.
            while end < bands.count,
                isColumnar[end]
                    || end + 1 < bands.count && isColumnar[end + 1]
                        && (isGroupTitle(bands[end], of: text, settings: settings.tables)
                            || end > start + 1 && isSpacer(bands[end], of: text, settings: settings.tables))
            { end += 1 }
            if end - start > 1 {
                let bands = Array(bands[start..<end])
                addBandedTable(bands, text: text, rules: horizontal, content: content, settings: settings, to: &found) { area, found in
                    let free = inside.filter { found.owners[$0] < 0 && area.contains(x: words[$0].area.midX, y: words[$0].area.midY) }
                    return TextRows(words, at: free, content: content, verticals: vertical, settings: settings)
                }
            }
            start = max(end, start + 1)
        }
    }
}

/// Whether a band is low and holds no words.
private func isSpacer(_ band: Area, of text: TextRows, settings: TableSettings) -> Bool {
    band.height <= settings.groupRow && text.rows(from: band.top, to: band.bottom).isEmpty
}

/// Whether a band holds one line of words alone, from its left side.
private func isGroupTitle(_ band: Area, of text: TextRows, settings: TableSettings) -> Bool {
    let rows = text.rows[text.rows(from: band.top, to: band.bottom)]
    guard rows.count == 1, let row = rows.first, row.chunks.count == 1, band.height <= settings.groupRow else { return false }
    return !row.chunks[0].isValue && row.area.left - band.left < settings.cellPadding + settings.ruleSnap
}

/// Whether the lines of a band stand in columns: some beside each other, none of prose across.
private func isColumnar(_ band: Area, of text: TextRows, settings: TableSettings) -> Bool {
    let rows = text.rows[text.rows(from: band.top, to: band.bottom)]
    guard rows.contains(where: { $0.chunks.count > 1 }) else { return false }
    return !rows.contains { row in
        row.chunks.contains { $0.area.width > settings.wideRule * band.width && $0.words.count >= settings.proseWords }
    }
}

private func addBandedTable(
    _ bands: [Area], text: TextRows, rules: [Edge], content: PageContent, settings: LayoutSettings, to found: inout FoundTables,
    around: (Area, FoundTables) -> TextRows
) {
    let rows = text.rows[text.rows(from: bands[0].top, to: bands[bands.count - 1].bottom)]
    // Rows of figures without rules between them are better set by their lines.
    let figures = rows.count { $0.chunks.count > 1 && $0.chunks.dropFirst().contains(where: \.isNumber) }
    guard figures * 2 <= bands.count * 3 else { return }
    let columns = rows.filter { $0.chunks.count > 1 }
    // A label of several lines stands around the line of its figures, before all of them.
    let first = columns.map(\.area.left).min() ?? 0
    let labels = rows.filter { $0.chunks.count == 1 && $0.area.right < first }
    let headings = headingLines(above: bands[0].top, in: text, settings: settings.tables)
    let separators = columnSeparators(of: columns + labels, headings: headings, settings: settings.tables)
    guard !separators.isEmpty else { return }
    let bounds = [bands[0].left] + separators + [bands[0].right]
    var cells: [RuledArea] = []
    var filledBands = 0
    for band in bands {
        let inside = text.rows(from: band.top, to: band.bottom)
        if isGroupTitle(band, of: text, settings: settings.tables) {
            // It stands over the columns that it runs over.
            let title = text.keeping(rows: inside) { _ in true }
            let end = 1 + separators.count { $0 < title.rows[0].area.right }
            cells.append(RuledArea(area: Area(left: bounds[0], top: band.top, right: bounds[end], bottom: band.bottom), text: title))
            continue
        }
        let parts = zip(bounds, bounds.dropFirst()).map { left, right in
            RuledArea(
                area: Area(left: left, top: band.top, right: right, bottom: band.bottom),
                text: text.keeping(rows: inside) { $0.midX >= left && $0.midX < right })
        }
        if parts.count(where: { !$0.text.rows.isEmpty }) > 1 { filledBands += 1 }
        cells.append(contentsOf: parts)
    }
    guard filledBands * 3 >= bands.count * 2 else { return }
    cells = splitRows(of: cells, content: content, settings: settings.tables)
    cells = withOutsideRows(cells, isOpen: true, rules: rules, content: content, settings: settings.tables) { around($0, found) }
    guard let table = ruledTable(cells, content: content, settings: settings) else { return }
    found.add(table, taking: cells.flatMap(\.text.sources))
}

/// The lines that stand close above a height and each other.
private func headingLines(above top: Float, in text: TextRows, settings: TableSettings) -> ArraySlice<TextRow> {
    let end = text.rows(from: top, to: top).lowerBound
    var start = end
    while start > 0, end - start < settings.headingLines {
        let row = text.rows[start - 1]
        let isNear =
            start == end ? top - row.area.bottom <= row.size : text.rows[start].baseline - row.baseline <= settings.wrapPitchEms * row.size
        guard isNear else { break }
        start -= 1
    }
    return text.rows[start..<end]
}
