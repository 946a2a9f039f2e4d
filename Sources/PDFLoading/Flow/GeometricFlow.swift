import PaperModel

/// The flow of a page that no structure tree orders: tables, then columns by white space, then paragraphs.
func geometricFlow(_ page: TablePage, settings: LayoutSettings) -> [PageFlow.Item] {
    let words = page.words
    guard !words.isEmpty else { return [] }
    let found = tables(on: page)
    return flow(of: words.indices.filter { found.owners[$0] < 0 }.map { words[$0] }, tables: found.tables, settings: settings)
}

/// The flow of words that are known to hold no table.
func geometricFlow(_ words: [Word], settings: LayoutSettings) -> [PageFlow.Item] {
    words.isEmpty ? [] : flow(of: words, tables: [], settings: settings)
}

private func flow(of free: [Word], tables: [TableDraft], settings: LayoutSettings) -> [PageFlow.Item] {
    var pieces = linePieces(joiningDropCaps(free, settings: settings).filter { $0.turn == 0 }, settings: settings).map {
        LinePiece(area: $0.area, content: .line($0))
    }
    pieces.append(contentsOf: tables.map { LinePiece(area: $0.area, content: .table($0)) })
    var items: [PageFlow.Item] = []
    for region in columns(of: pieces, settings: settings) {
        items.append(contentsOf: paragraphs(in: region, settings: settings))
    }
    // Text turned against the page: axis titles, stamps in the margin.
    for turn in [1, 2, 3, 4] as [UInt8] {
        let turned = free.filter { $0.turn == turn }
        if !turned.isEmpty { items.append(.block(BlockDraft(run: lines(of: turned), kind: .paragraph))) }
    }
    return items
}

/// A piece of a line without a wide gap, or a whole table: what columns are made of.
struct LinePiece {
    enum Content {
        case line(LineRun)
        case table(TableDraft)
    }
    var area: Area
    var content: Content

    /// Font size of a line's first word, points; nil for a table.
    var size: Float? {
        if case .line(let run) = content { run.words.first?.size } else { nil }
    }
}

/// A drop cap is set on the first of the lines beside it, as the beginning of that line's first word.
private func joiningDropCaps(_ words: [Word], settings: LayoutSettings) -> [Word] {
    guard let largest = words.map(\.size).max(), let smallest = words.map(\.size).min(), largest >= settings.dropCapSize * smallest else {
        return words
    }
    var words = words
    for index in words.indices where words[index].glyphs.count == 1 && words[index].traits.beginsInCapital {
        let cap = words[index].area
        let size = words[index].size
        // Capitals are about 0.7 em high; the glyph's box reaches further up.
        let top = words[index].baseline - 0.75 * size
        // The nearest word to the right, in the upper half of the letter.
        let beside = words.indices.filter { other in
            let area = words[other].area
            return words[other].size * settings.dropCapSize <= size && area.left > cap.midX && area.left - cap.right < words[other].size
                && area.midY > top && area.midY < cap.midY
        }.min { words[$0].area.top < words[$1].area.top }
        guard let beside else { continue }
        words[index].baseline = words[beside].baseline
        words[index].size = words[beside].size
        words[index].area.top = words[beside].area.top
        words[index].area.right = words[beside].area.left
        words[index].area.bottom = words[beside].area.bottom
        words[beside].joinsPrevious = true
    }
    return words
}

/// Words on one baseline, cut where the gap is wider than any space between words.
private func linePieces(_ words: [Word], settings: LayoutSettings) -> [LineRun] {
    let sorted = words.filter { !$0.isRaised }.sorted { ($0.baseline, $0.area.left) < ($1.baseline, $1.area.left) }
    var rows = lineRanges(of: sorted, within: .words, baseline: \.baseline, size: \.size).map { Array(sorted[$0]) }
    // Raised words stand on the line whose words they follow, however high they are set.
    let lines = rows.count
    for word in words where word.isRaised {
        let row = rows[..<lines].partitioningIndex { $0[0].baseline > word.area.midY }
        if row < lines, rows[row][0].area.top < word.area.bottom { rows[row].append(word) } else { rows.append([word]) }
    }
    for row in rows.indices { rows[row].sort { $0.area.left < $1.area.left } }
    let cuts = gutterCuts(of: rows, settings: settings)
    var pieces: [LineRun] = []
    for (row, words) in rows.enumerated() {
        var start = 0
        for index in 1...words.count {
            let ends =
                index == words.count || cuts[row].contains(index)
                || words[index].area.left - words[index - 1].area.right > settings.lineGapEms
                    * max(words[index].size, words[index - 1].size) + 2 * min(words[index].spacing, words[index - 1].spacing)
            if ends {
                let piece = Array(words[start..<index])
                pieces.append(LineRun(words: piece, lines: [piece.indices]))
                start = index
            }
        }
    }
    return pieces
}
