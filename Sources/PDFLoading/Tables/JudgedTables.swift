/// A table read from the page replaces a doubtful tagged one if it takes at least this part of its words.
private let replacedPart: Float = 0.7

/// Tagged tables whose texts are closer than this, points, are parts of one that the tags tore: a line between them needs more.
private let tornGap: Float = 14

/// Tagged tables side by side are one if they share this part of the lower one's height.
private let sharedSide: Float = 0.6

/// The tables of a tagged page: as the tags state them where the page bears that out, else as ruling lines and white space show them.
struct JudgedTables {
    /// Each with the structure element at whose place it is read.
    var items: [(element: Int32, item: PageFlow.Item)] = []
    /// The words outside the tables.
    var rest: [Word] = []
    /// Headings that a table's earlier page has, printed again.
    var repeated: [Word] = []
    /// Whether a table stands otherwise on the page than its tags say.
    var tagsDisagree = false
}

/// A tagged table that may be read better from the page.
private struct Doubt {
    var element: Int32
    /// Its words, as indices into the page's.
    var words: [Int]
    /// As the tags state it; nil where that can't be.
    var draft: TableDraft?
    /// Whether it is sound but for the spans of its cells, which ruling lines tell better.
    var isSpanned = false
    /// Whether it is sound but for words among its cells that no tag covers.
    var lacksWords = false
}

/// Judges the tables of a page whose words the tree covers.
func judgedTables(
    _ words: [Word], page: Int, tree: StructureTree, tables tagged: TaggedTables, content: PageContent
) -> JudgedTables {
    let stated = statedTables(words, page: page, tree: tree, tables: tagged, content: content)
    var result = JudgedTables()
    var isTaken = [Bool](repeating: false, count: words.count)
    for (element, inside, draft) in stated.sound {
        result.items.append((element, .table(draft)))
        for index in inside { isTaken[index] = true }
    }
    let repeated = repeatedHeadings(
        above: stated.sound.map(\.draft) + stated.doubtful.compactMap(\.draft), words: words)
    result.repeated = repeated.map { words[$0] }
    for index in repeated { isTaken[index] = true }
    let open = words.indices.filter { !isTaken[$0] }
    guard !stated.doubtful.isEmpty || mayHoldTable(open.lazy.map { words[$0] }) else {
        result.rest = open.map { words[$0] }
        return result
    }

    let geometry = tables(among: open.map { words[$0] }, content: content)
    var inside = [[Int]](repeating: [], count: geometry.tables.count)
    var owner = [Int](repeating: -1, count: words.count)
    for (position, index) in open.enumerated() where geometry.owners[position] >= 0 {
        owner[index] = geometry.owners[position]
        inside[geometry.owners[position]].append(index)
    }
    var doubtOf = [Int](repeating: -1, count: words.count)
    for (position, doubt) in stated.doubtful.enumerated() { for index in doubt.words { doubtOf[index] = position } }
    let rejected = rejectedTables(
        geometry.tables, owner: owner, doubtful: stated.doubtful, words: words)
    for (table, var draft) in geometry.tables.enumerated() where !rejected.contains(table) {
        let doubted = inside[table].filter { doubtOf[$0] >= 0 }
        // Outside tagged tables only what is surely one: the tags of a word processor seldom miss a table.
        guard doubted.count * 2 > inside[table].count || isSure(draft) else { continue }
        if let first = doubted.first {
            let doubt = stated.doubtful[doubtOf[first]]
            if let tagged = doubt.draft, doubt.isSpanned || doubt.lacksWords { adopt(tagged, element: doubt.element, by: &draft) }
        }
        let elements = inside[table].map { words[$0].element }
        result.items.append((elements.filter { $0 >= 0 }.min() ?? 0, .table(draft)))
        for index in inside[table] { isTaken[index] = true }
    }
    for doubt in stated.doubtful {
        if let draft = doubt.draft, doubt.words.allSatisfy({ !isTaken[$0] }) {
            result.items.append((doubt.element, .table(draft)))
            for index in doubt.words { isTaken[index] = true }
        } else if !doubt.isSpanned {
            result.tagsDisagree = true
        }
    }
    result.rest = words.indices.filter { !isTaken[$0] }.map { words[$0] }
    return result
}

/// The words directly above tables that go on from the page before, which no tag covers and the file calls artifacts.
private func repeatedHeadings(above drafts: [TableDraft], words: [Word]) -> [Int] {
    let areas = drafts.filter(\.isContinued).map(\.area)
    guard !areas.isEmpty else { return [] }
    return words.indices.filter { index in
        let word = words[index]
        guard word.element < 0, word.flags.contains(.artifact) else { return false }
        return areas.contains { area in
            word.area.midX > area.left - Points.cellPadding && word.area.midX < area.right + Points.cellPadding
                && word.area.midY < area.top && word.area.top > area.top - Points.outsideReach
        }
    }
}

/// What the tags state, in the order of the tree: tables that nothing on the page speaks against, and those that may be read better.
/// Tables that only set text out are in neither.
private func statedTables(
    _ words: [Word], page: Int, tree: StructureTree, tables tagged: TaggedTables, content: PageContent
) -> (sound: [(element: Int32, words: [Int], draft: TableDraft)], doubtful: [Doubt]) {
    var byTable: [Int32: [Int]] = [:]
    for index in words.indices where words[index].element >= 0 {
        let table = tagged.outermost(of: tree.homes[Int(words[index].element)].table)
        if table >= 0 { byTable[table, default: []].append(index) }
    }
    guard !byTable.isEmpty else { return ([], []) }
    let drawn = edges(in: content)
    var drafts: [(element: Int32, words: [Int], draft: TableDraft)] = []
    var doubtful: [Doubt] = []
    // Those that aren't tables to the eye may still be rows of one.
    var unseen: [StatedTable] = []
    for (element, inside) in byTable.sorted(by: { $0.key < $1.key }) {
        switch tagged.draft(of: element, words: inside.map { words[$0] }, page: page, tree: tree) {
        case .table(let draft):
            if isShownAsTable(draft, drawn: drawn, pageHeight: content.height) {
                drafts.append((element, inside, draft))
            } else {
                unseen.append(StatedTable(element: element, area: draft.area, rows: draft.rows))
            }
        case .layout: continue
        case .doubtful(let draft): doubtful.append(Doubt(element: element, words: inside, draft: draft))
        case .disagrees: doubtful.append(Doubt(element: element, words: inside, draft: nil))
        }
    }
    let stated = drafts.map { StatedTable(element: $0.element, area: $0.draft.area, rows: $0.draft.rows) }
    let doubted = doubtful.map { doubt in
        StatedTable(element: doubt.element, area: doubt.draft?.area ?? area(of: doubt.words, in: words), rows: doubt.draft?.rows ?? 0)
    }
    let torn = tornTables(stated + doubted + unseen, tree: tree)
    var sound: [(element: Int32, words: [Int], draft: TableDraft)] = []
    for (index, entry) in drafts.enumerated() {
        let hasSpans = entry.draft.cells.contains { $0.columnSpan > 1 && $0.columnSpan < entry.draft.columns }
        let isTorn = torn.contains(index) || lacksLabels(entry.draft, words: words)
        let isIncomplete = !isTorn && lacksWords(entry.draft, words: words)
        if isTorn || isIncomplete || hasSpans {
            doubtful.append(
                Doubt(
                    element: entry.element, words: entry.words, draft: entry.draft, isSpanned: !isTorn && !isIncomplete,
                    lacksWords: isIncomplete))
        } else {
            sound.append(entry)
        }
    }
    return (sound, doubtful)
}

/// Whether a tagged table is one to the eye: it has lines or figures, and is no running head with its page number.
private func isShownAsTable(
    _ draft: TableDraft, drawn: (horizontal: [Edge], vertical: [Edge]), pageHeight: Float
) -> Bool {
    let area = draft.area
    let margin = Float(marginPart) * pageHeight
    let figureCells = draft.cells.filter { looksLikeNumber($0.run) }
    if draft.rows == 1, figureCells.count < 2, area.bottom < margin || area.top > pageHeight - margin { return false }
    let reach = Points.cellPadding
    let isRuled =
        drawn.horizontal.contains {
            $0.position > area.top - reach && $0.position < area.bottom + reach
                && min($0.end, area.right) - max($0.start, area.left) > 0.4 * area.width
        }
        || drawn.vertical.contains {
            $0.position > area.left - reach && $0.position < area.right + reach
                && min($0.end, area.bottom) - max($0.start, area.top) > 0.4 * area.height
        }
    if isRuled { return true }
    var figures: [Int: Int] = [:]
    for cell in figureCells where cell.column > 0 { figures[cell.column, default: 0] += 1 }
    return figures.contains { $0.value > 1 }
}

/// The geometric tables that don't stand against the tagged ones that they touch: they take too few of the figures (or, where there are
/// none, words), or, where only spans are in doubt, find other cells.
private func rejectedTables(
    _ found: [TableDraft], owner: [Int], doubtful: [Doubt], words: [Word]
) -> Set<Int> {
    var rejected = Set<Int>()
    for doubt in doubtful {
        guard let draft = doubt.draft else { continue }
        let figures = doubt.words.filter { words[$0].shape == .number }
        let told = figures.count > 2 ? figures : doubt.words
        let isTold = Float(told.count { owner[$0] >= 0 }) >= replacedPart * Float(told.count)
        for table in Set(doubt.words.map { owner[$0] }) where table >= 0 {
            if !(doubt.isSpanned ? sameCells(draft, found[table]) != nil : isTold) { rejected.insert(table) }
        }
    }
    return rejected
}

/// For two readings of a table that find the same words in the same cells, wherever these stand in the grid, the index of the first's
/// cell for each of the other's; nil where they differ.
private func sameCells(_ one: TableDraft, _ other: TableDraft) -> [Int: Int]? {
    var cellOf: [Int: Int] = [:]
    for (index, cell) in one.cells.enumerated() {
        for word in cell.run.words { cellOf[word.glyphs.lowerBound] = index }
    }
    var same: [Int: Int] = [:]
    var seen = Set<Int>()
    for (index, cell) in other.cells.enumerated() where !cell.run.isEmpty {
        let cells = Set(cell.run.words.map { cellOf[$0.glyphs.lowerBound] ?? -1 })
        guard cells.count == 1, let match = cells.first, match >= 0, seen.insert(match).inserted else { return nil }
        same[index] = match
    }
    return seen.count == one.cells.count { !$0.run.isEmpty } ? same : nil
}

/// Takes over from a tagged table with the same cells what only tags say: its element and which rows are headings.
private func adopt(_ tagged: TableDraft, element: Int32, by draft: inout TableDraft) {
    draft.element = element
    guard let same = sameCells(tagged, draft), tagged.headerRows > 0 else { return }
    let headings = draft.cells.indices.filter { same[$0].map { tagged.cells[$0].row < tagged.headerRows } ?? false }
    draft.setHeaderRows(headings.map { draft.cells[$0].row + draft.cells[$0].rowSpan }.max() ?? 0)
}

/// Whether a table found by geometry alone, in text that the tags call paragraphs, is surely a table.
private func isSure(_ draft: TableDraft) -> Bool {
    draft.rows > 2 && draft.cells.count { $0.column > 0 && looksLikeNumber($0.run) } > 2
}

/// Whether words hold enough figures for a table that the tags miss.
private func mayHoldTable(_ words: some Sequence<Word>) -> Bool {
    var figures = 0
    for word in words where word.turn == 0 && word.traits.endsInFigure && word.shape == .number {
        figures += 1
        if figures > 5 { return true }
    }
    return false
}

/// Whether a tagged table is figures alone, and words beside it on the page are their labels.
private func lacksLabels(_ draft: TableDraft, words: [Word]) -> Bool {
    let filled = draft.cells.filter { !$0.run.isEmpty }
    guard filled.allSatisfy({ cell in cell.run.words.allSatisfy { $0.shape.isValue } }) else { return false }
    let area = draft.area
    return words.contains {
        $0.area.right < area.left && $0.area.midY > area.top && $0.area.midY < area.bottom && $0.shape == .text
    }
}

/// Whether words that no tag covers stand among the cells of a tagged table.
private func lacksWords(_ draft: TableDraft, words: [Word]) -> Bool {
    words.contains { $0.element < 0 && $0.turn == 0 && draft.area.contains(x: $0.area.midX, y: $0.area.midY) }
}

/// A table element and where it stands; no rows where they can't be told.
private struct StatedTable {
    var element: Int32
    var area: Area
    var rows: Int
}

private func area(of indices: [Int], in words: [Word]) -> Area {
    var area = Area()
    for index in indices { area.add(words[index].area) }
    return area
}

/// The tables that the tags tear apart: side by side at the same height, one on top of the other, or one amid the rows of the other.
private func tornTables(_ tables: [StatedTable], tree: StructureTree) -> Set<Int> {
    var torn = Set<Int>()
    guard tables.count > 1, tables.count <= Limit.tablesCompared else { return torn }
    for one in tables.indices {
        for other in tables.indices where one != other {
            let a = tables[one].area
            let b = tables[other].area
            let shared = min(a.bottom, b.bottom) - max(a.top, b.top)
            let isBeside =
                shared > sharedSide * min(a.height, b.height) && min(tables[one].rows, tables[other].rows) > 2
                && (a.right < b.left || b.right < a.left)
            // One table can't stand in another: parts that overlap or nearly touch belong together.
            let isOnTop =
                b.top > a.top && b.top - a.bottom < tornGap
                && min(a.right, b.right) - max(a.left, b.left) > Ratio.wideRule * max(a.width, b.width)
            let isAmid =
                a.left > b.left - tornGap && a.right < b.right + tornGap && a.top > b.top && a.bottom < b.bottom
                && !tree.holds(tables[other].element, tables[one].element)
            if isBeside || isOnTop || isAmid { torn.formUnion([one, other]) }
        }
    }
    return torn
}
