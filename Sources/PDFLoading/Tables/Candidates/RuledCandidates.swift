import PaperModel

/// The tables that ruling lines draw.
func ruledCandidates(_ page: TablePage) -> [TableCandidate] {
    let edges = page.edges
    guard edges.horizontal.count > 1, !edges.vertical.isEmpty else { return [] }
    let sides = openSides(edges, isSet: page.isSet)
    let crossings = Crossings(
        horizontal: edges.horizontal, vertical: sides.isEmpty ? edges.vertical : joined(edges.vertical + sides, within: Points.ruleSnap),
        within: Points.ruleSnap)
    let drawn = grids(of: cells(of: crossings, limit: Limit.cellsPerPage)).filter { $0.count > 1 }
    var found: [TableCandidate] = []
    // No word stands in two grids: what one has read is closed to the next.
    var rest = page
    func add(_ cells: [RuledArea], isNested: Bool = false) {
        guard let candidate = ruledCandidate(cells, on: rest, isNested: isNested) else { return }
        rest = rest.without(candidate.words)
        found.append(candidate)
    }
    var boxes: [[RuledArea]] = []
    for (grid, isNested) in innermostFirst(drawn) {
        let cells = rest.cells(
            grid.map {
                Area(
                    left: crossings.xs[$0.left], top: crossings.ys[$0.top], right: crossings.xs[$0.right], bottom: crossings.ys[$0.bottom])
            })
        if !isNested, boxes.count < Limit.tablesCompared, isBoxOfFigures(cells) {
            boxes.append(cells)
        } else {
            add(cells, isNested: isNested)
        }
    }
    while !boxes.isEmpty {
        // Other grids may have read words of theirs since.
        boxes = boxes.map { rest.cells($0.map(\.area)) }
        let first = boxes[0]
        let beside = boxes.indices.filter { $0 == 0 || standBeside(first, boxes[$0]) }
        let group = beside.map { boxes[$0] }.sorted { $0[0].area.left < $1[0].area.left }
        let labelled = withOpenLabels(group) { rest.text(in: $0) }
        let taken = labelled == nil ? [0] : beside
        add(labelled ?? first)
        for index in taken.reversed() { boxes.remove(at: index) }
    }
    return found
}

/// The table that drawn cells make once they are mended; nil where they make none.
private func ruledCandidate(_ drawn: [RuledArea], on page: TablePage, isNested: Bool) -> TableCandidate? {
    let label = page.trace?.begin(.ruled)
    let cells = mended(drawn, by: Repair.ruled, on: page)
    guard let draft = ruledTable(cells, on: page) else { return nil }
    guard !isNested || isFull(draft) else {
        page.trace?.refuse("boxes around words of a cell")
        return nil
    }
    return TableCandidate(evidence: .ruled, draft: draft, words: cells.flatMap(\.text.sources), label: label)
}

extension TablePage {
    /// The cells of a grid with the open words in them; where cells overlap, the smaller has the words.
    fileprivate func cells(_ areas: [Area]) -> [RuledArea] {
        var words = [[Int]](repeating: [], count: areas.count)
        var taken = Set<Int>()
        for cell in areas.indices.sorted(by: { (areas[$0].width * areas[$0].height, $0) < (areas[$1].width * areas[$1].height, $1) }) {
            words[cell] = inside(areas[cell]).filter { taken.insert($0).inserted }
        }
        return zip(areas, words).map { RuledArea(area: $0, text: text(of: $1)) }
    }

    /// Whether the words of an area keep to the columns between some x positions, and stand in half of them at least.
    fileprivate func isSet(_ area: Area, columns xs: [Float]) -> Bool {
        guard xs.count > 2 else { return false }
        var filled = Set<Int>()
        for index in inside(area) {
            let word = words[index].area
            let column = xs.partitioningIndex { $0 > word.midX }
            guard column == 0 || word.left > xs[column - 1] - Points.same, column == xs.count || word.right < xs[column] + Points.same
            else { return false }
            filled.insert(column)
        }
        return Share.half.isReached(by: filled.count, of: xs.count - 1)
    }
}

/// Grids with those that stand in a cell of another before it, so that their words are not the cell's too.
private func innermostFirst(_ grids: [[RuledCell]]) -> [(grid: [RuledCell], isNested: Bool)] {
    guard grids.count > 1, grids.count <= Limit.tablesCompared else { return grids.map { ($0, false) } }
    let frames = grids.map { grid in
        grid.dropFirst().reduce(grid[0]) {
            RuledCell(
                left: min($0.left, $1.left), top: min($0.top, $1.top), right: max($0.right, $1.right), bottom: max($0.bottom, $1.bottom))
        }
    }
    func isInside(_ inner: RuledCell, _ outer: RuledCell) -> Bool {
        inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
    }
    let depths = grids.indices.map { index in
        grids.indices.count { other in
            other != index && isInside(frames[index], frames[other]) && grids[other].contains { isInside(frames[index], $0) }
        }
    }
    return grids.indices.sorted { (-depths[$0], $0) < (-depths[$1], $1) }.map { (grids[$0], depths[$0] > 0) }
}

/// Whether a table inside a cell is one, and not boxes around words of the cell.
private func isFull(_ table: TableDraft) -> Bool {
    table.rows > 1 && table.columns > 1 && Share.half.isPassed(by: table.cells.count { !$0.run.isEmpty }, of: table.cells.count)
}
