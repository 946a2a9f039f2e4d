/// The tables of a tagged page: as the tags state them where the page bears that out, else as ruling lines and white space show them.
struct JudgedTables {
    /// Each with the structure element at whose place it is read.
    var items: [(element: Int32, item: PageFlow.Item)] = []
    /// The words outside the tables.
    var rest: [Word] = []
    /// Whether a table stands otherwise on the page than its tags say.
    var tagsDisagree = false
}

/// Judges the tables of a page whose words the tree covers.
func judgedTables(
    _ words: [Word], page: Int, tree: StructureTree, tables tagged: TaggedTables, content: PageContent, settings: LayoutSettings
) -> JudgedTables {
    var result = JudgedTables()
    var byTable: [Int32: [Int]] = [:]
    for index in words.indices where words[index].element >= 0 {
        let table = tagged.outermost(of: tree.homes[Int(words[index].element)].table)
        if table >= 0 { byTable[table, default: []].append(index) }
    }
    // What the tags state; the words of tables that they state well are taken.
    var isTaken = [Bool](repeating: false, count: words.count)
    var doubtful: [Doubt] = []
    var drafts: [(element: Int32, draft: TableDraft)] = []
    let lines = byTable.isEmpty ? nil : RuledArea.Lines(edges(in: content, settings: settings.tables))
    for (element, inside) in byTable.sorted(by: { $0.key < $1.key }) {
        switch tagged.draft(of: element, words: inside.map { words[$0] }, page: page, tree: tree, content: content, settings: settings) {
        case .table(let draft):
            // A running head with its page number side by side is no table.
            let isMargin = draft.area.bottom < Float(settings.marginPart) * content.height || draft.area.top > Float(1 - settings.marginPart) * content.height
            if draft.rows == 1, isMargin { continue }
            if let lines, !lines.touch(draft.area), !hasFigureColumn(draft, content: content) { continue }
            drafts.append((element, draft))
        case .layout: continue
        case .doubtful(let draft): doubtful.append(Doubt(element: element, words: inside, draft: draft))
        case .disagrees: doubtful.append(Doubt(element: element, words: inside, draft: nil))
        }
    }
    let torn = tornTables(drafts.map(\.draft) + doubtful.compactMap(\.draft), settings: settings.tables)
    for (index, entry) in drafts.enumerated() {
        let inside = byTable[entry.element] ?? []
        if torn.contains(index) {
            doubtful.append(Doubt(element: entry.element, words: inside, draft: entry.draft))
        } else if lines != nil, entry.draft.cells.contains(where: { $0.columnSpan > 1 && $0.columnSpan < entry.draft.columns }) {
            doubtful.append(Doubt(element: entry.element, words: inside, draft: entry.draft, isSpanned: true))
        } else {
            result.items.append((entry.element, .table(entry.draft)))
            for index in inside { isTaken[index] = true }
        }
    }

    let open = words.indices.filter { !isTaken[$0] }
    if !doubtful.isEmpty || mayHoldTable(open.map { words[$0] }, content: content) {
        let geometry = tables(among: open.map { words[$0] }, content: content, settings: settings)
        var owner = [Int](repeating: -1, count: words.count)
        for (position, index) in open.enumerated() { owner[index] = geometry.owners[position] }
        // A geometric table stands where it takes nearly all figures, or words, of the tagged tables that it touches, or the same cells.
        var isAccepted = [Bool](repeating: true, count: geometry.tables.count)
        for entry in doubtful {
            guard let draft = entry.draft else { continue }
            let figures = entry.words.filter { shape(of: words[$0], content: content) == .number }
            let told = figures.count > 2 ? figures : entry.words
            let isTold = Float(told.count { owner[$0] >= 0 }) >= settings.tables.replacedPart * Float(told.count)
            for table in Set(entry.words.map { owner[$0] }) where table >= 0 {
                let stands = entry.isSpanned ? holdSameCells(draft, geometry.tables[table]) : isTold
                if !stands { isAccepted[table] = false }
            }
        }
        let doubted = Set(doubtful.flatMap(\.words))
        for (table, draft) in geometry.tables.enumerated() where isAccepted[table] {
            let inside = open.filter { owner[$0] == table }
            let fromTables = inside.count { doubted.contains($0) }
            // Outside tagged tables only what is surely one: the tags of a word processor seldom miss a table.
            guard fromTables * 2 > inside.count || isSure(draft, content: content) else {
                isAccepted[table] = false
                continue
            }
            let elements: [Int32] = inside.map { words[$0].element }.filter { $0 >= 0 }
            var draft = draft
            draft.element = doubtful.first { $0.isSpanned && !Set($0.words).isDisjoint(with: inside) }?.element ?? -1
            result.items.append((elements.min() ?? 0, .table(draft)))
            for index in inside { isTaken[index] = true }
        }
        for entry in doubtful {
            let left = entry.words.filter { !isTaken[$0] }
            if let draft = entry.draft, left.count == entry.words.count {
                result.items.append((entry.element, .table(draft)))
                for index in left { isTaken[index] = true }
            } else {
                result.tagsDisagree = true
            }
        }
    }
    result.rest = words.indices.filter { !isTaken[$0] }.map { words[$0] }
    return result
}

/// A tagged table that may be read better from the page.
private struct Doubt {
    var element: Int32
    var words: [Int]
    /// As the tags state it; nil where that can't be.
    var draft: TableDraft?
    /// Whether it is sound but for the spans of its cells, which ruling lines tell better.
    var isSpanned = false
}

/// Whether two readings of a table find the same words in the same cells, wherever these stand in the grid.
private func holdSameCells(_ one: TableDraft, _ other: TableDraft) -> Bool {
    var cellOf: [Int: Int] = [:]
    for (index, cell) in one.cells.enumerated() {
        for word in cell.run.words { cellOf[word.glyphs.lowerBound] = index }
    }
    var seen = Set<Int>()
    for cell in other.cells where !cell.run.isEmpty {
        let cells = Set(cell.run.words.map { cellOf[$0.glyphs.lowerBound] ?? -1 })
        guard cells.count == 1, let same = cells.first, same >= 0, seen.insert(same).inserted else { return false }
    }
    return seen.count == one.cells.count { !$0.run.isEmpty }
}

/// Whether a column after the first holds figures in at least two rows.
private func hasFigureColumn(_ draft: TableDraft, content: PageContent) -> Bool {
    var figures: [Int: Int] = [:]
    for cell in draft.cells where cell.column > 0 && looksLikeNumber(cell.run, content: content) { figures[cell.column, default: 0] += 1 }
    return figures.contains { $0.value > 1 }
}

/// Whether a table found by geometry alone, in text that the tags call paragraphs, is surely a table.
private func isSure(_ draft: TableDraft, content: PageContent) -> Bool {
    let figures = draft.cells.count { $0.column > 0 && looksLikeNumber($0.run, content: content) }
    return draft.rows > 2 && figures >= 3
}

/// Whether words hold enough figures for a table.
private func mayHoldTable(_ words: [Word], content: PageContent) -> Bool {
    var figures = 0
    for word in words where word.turn == 0 {
        guard let index = word.glyphs.last, content.glyphs[index].count > 0, (0x30...0x39).contains(content.scalars[Int(content.glyphs[index].scalars)]) || word.glyphs.count < 8 else { continue }
        if shape(of: word, content: content) == .number { figures += 1 }
        if figures > 5 { return true }
    }
    return false
}

/// The tables that the tags tear apart: side by side at the same height, or one on top of the other with the same columns.
private func tornTables(_ drafts: [TableDraft], settings: TableSettings) -> Set<Int> {
    var torn = Set<Int>()
    guard drafts.count > 1, drafts.count <= settings.tablesCompared else { return torn }
    for one in drafts.indices {
        for other in drafts.indices where one != other {
            let a = drafts[one].area
            let b = drafts[other].area
            let shared = min(a.bottom, b.bottom) - max(a.top, b.top)
            // One table can't stand in another: parts that overlap or nearly touch belong together.
            let isOnTop = b.top > a.top && b.top - a.bottom < settings.tornGap && min(a.right, b.right) - max(a.left, b.left) > 0.8 * max(a.width, b.width)
            let isBeside = shared > 0.6 * min(a.height, b.height) && min(drafts[one].rows, drafts[other].rows) > 2 && (a.right < b.left || b.right < a.left)
            if isBeside || isOnTop { torn.formUnion([one, other]) }
        }
    }
    return torn
}

extension RuledArea {
    /// The drawn lines of a page, for asking whether a table has any.
    struct Lines {
        private let horizontal: [Edge]
        private let vertical: [Edge]

        init(_ edges: (horizontal: [Edge], vertical: [Edge])) {
            horizontal = edges.horizontal
            vertical = edges.vertical
        }

        /// Whether lines run through an area or along its sides.
        func touch(_ area: Area) -> Bool {
            let across = horizontal.contains { $0.position > area.top - 6 && $0.position < area.bottom + 6 && min($0.end, area.right) - max($0.start, area.left) > 0.4 * area.width }
            return across || vertical.contains { $0.position > area.left - 9 && $0.position < area.right + 9 && min($0.end, area.bottom) - max($0.start, area.top) > 0.4 * area.height }
        }
    }
}
