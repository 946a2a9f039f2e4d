/// A line along this part of a table shows it: the outline of a box beside it covers less.
private let shownPart: Float = 0.4

/// Tagged tables whose texts are closer than this, points, are parts of one that the tags tore: a line between them needs more.
private let tornGap: Float = 14

/// Tagged tables side by side are one if they share this part of the lower one's height.
private let sharedSide: Float = 0.6

/// What speaks against a table as the tags state it.
enum TagDoubt {
    /// Its cells don't stand on the page as it says; it has no draft.
    case disagrees
    /// Its rows are of unequal width.
    case isRagged
    /// Its cells hold several figures side by side.
    case isCrowded
    /// Its cells hold several figures one above the other.
    case isStacked
    /// It is a part of a table that the tags tear apart.
    case isTorn
    /// It is figures alone, and words beside it are their labels.
    case lacksLabels
    /// Words that no tag covers stand among its cells.
    case lacksWords
    /// Nothing but the spans of its cells, which ruling lines tell better.
    case spans

    var reason: String {
        switch self {
        case .disagrees: "its cells don't stand as the tags say"
        case .isRagged: "its rows are of unequal width"
        case .isCrowded: "cells hold several figures side by side"
        case .isStacked: "cells hold several figures one above the other"
        case .isTorn: "it is part of a table that the tags tear apart"
        case .lacksLabels: "its labels stand outside the tags"
        case .lacksWords: "words without tags stand among its cells"
        case .spans: "its cells span columns, which lines tell better"
        }
    }
}

/// What the tags state, in the order of the tree: tables that nothing on the page speaks against first, then those that may be read
/// better. Tables that only set text out are not among them.
func taggedCandidates(_ page: TablePage, number: Int, tree: StructureTree, tables tagged: TaggedTables) -> [TableCandidate] {
    let words = page.words
    var byTable: [Int32: [Int]] = [:]
    for index in words.indices where words[index].element >= 0 {
        let table = tagged.outermost(of: tree.homes[Int(words[index].element)].table)
        if table >= 0 { byTable[table, default: []].append(index) }
    }
    guard !byTable.isEmpty else { return [] }
    var drafts: [(draft: TableDraft, candidate: TableCandidate)] = []
    var doubtful: [TableCandidate] = []
    var doubted: [StatedTable] = []
    // Those that aren't tables to the eye may still be rows of one.
    var unseen: [StatedTable] = []
    for (element, inside) in byTable.sorted(by: { $0.key < $1.key }) {
        var candidate = TableCandidate(evidence: .tagged, words: inside, label: page.trace?.begin(.tagged))
        switch tagged.draft(of: element, words: inside.map { words[$0] }, page: number, tree: tree) {
        case .table(let draft):
            candidate.draft = draft
            if isShownAsTable(draft, drawn: page.edges, pageHeight: page.height) {
                drafts.append((draft, candidate))
            } else {
                page.trace?.refuse("neither lines nor figures show it")
                unseen.append(StatedTable(element: element, area: draft.area, rows: draft.rows))
            }
        case .layout: page.trace?.refuse("a frame around text")
        case .doubtful(let draft, let doubt):
            candidate.draft = draft
            candidate.doubt = doubt
            doubtful.append(candidate)
            doubted.append(StatedTable(element: element, area: draft.area, rows: draft.rows))
        case .disagrees:
            candidate.doubt = .disagrees
            doubtful.append(candidate)
            doubted.append(StatedTable(element: element, area: area(of: inside, in: words), rows: 0))
        }
        if let draft = candidate.draft {
            page.trace?.step("tags", draft.cells.filter { !$0.run.isEmpty }.map(\.run.area), rows: draft.rows, columns: draft.columns)
        }
    }
    let stated = drafts.map { StatedTable(element: $0.draft.element, area: $0.draft.area, rows: $0.draft.rows) }
    let torn = tornTables(stated + doubted + unseen, tree: tree)
    var sound: [TableCandidate] = []
    for (index, (draft, stated)) in drafts.enumerated() {
        var candidate = stated
        if torn.contains(index) {
            candidate.doubt = .isTorn
        } else if lacksLabels(draft, words: words) {
            candidate.doubt = .lacksLabels
        } else if lacksWords(draft, words: words) {
            candidate.doubt = .lacksWords
        } else if draft.cells.contains(where: { $0.columnSpan > 1 && $0.columnSpan < draft.columns }) {
            candidate.doubt = .spans
        }
        if candidate.doubt == nil { sound.append(candidate) } else { doubtful.append(candidate) }
    }
    return sound + doubtful
}

/// Whether a tagged table is one to the eye: it has lines or figures, and is no running head with its page number.
private func isShownAsTable(
    _ draft: TableDraft, drawn: Edges, pageHeight: Float
) -> Bool {
    let area = draft.area
    let margin = Float(marginPart) * pageHeight
    let figureCells = draft.cells.filter { looksLikeNumber($0.run) }
    if draft.rows == 1, figureCells.count < 2, area.bottom < margin || area.top > pageHeight - margin { return false }
    let reach = Points.cellPadding
    let isRuled =
        drawn.horizontal.contains {
            $0.position > area.top - reach && $0.position < area.bottom + reach
                && min($0.end, area.right) - max($0.start, area.left) > shownPart * area.width
        }
        || drawn.vertical.contains {
            $0.position > area.left - reach && $0.position < area.right + reach
                && min($0.end, area.bottom) - max($0.start, area.top) > shownPart * area.height
        }
    if isRuled { return true }
    var figures: [Int: Int] = [:]
    for cell in figureCells where cell.column > 0 { figures[cell.column, default: 0] += 1 }
    return figures.contains { $0.value > 1 }
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
