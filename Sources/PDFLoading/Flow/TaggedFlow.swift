import PaperModel

/// The flow of a page as its structure tree gives it; nil where the tree doesn't cover the page or disagrees with what is seen.
///
/// `page` has the words without artifacts, `number` is its place in the paper, from 1.
func taggedFlow(_ page: TablePage, number: Int, tree: StructureTree, tables: TaggedTables, settings: LayoutSettings) -> PageFlow? {
    let words = page.words
    guard !tree.isEmpty, !words.isEmpty else { return nil }
    let covered = words.count { $0.element >= 0 }
    guard Double(covered) >= settings.tagCoverage * Double(words.count) else { return nil }

    var flow = PageFlow()
    flow.isTagged = true
    let judged = judgedTables(on: page, number: number, tree: tree, tables: tables)
    flow.tagsDisagree = judged.tagsDisagree
    flow.repeated = judged.repeated
    var byBlock: [Int32: [Word]] = [:]
    var loose: [Word] = []
    for word in judged.rest {
        if word.element >= 0 { byBlock[tree.homes[Int(word.element)].block, default: []].append(word) } else { loose.append(word) }
    }
    var placed: [(element: Int32, items: [PageFlow.Item])] = judged.items.map { ($0.element, [$0.item]) }
    placed.append(contentsOf: blocks(byBlock: byBlock, tree: tree))
    placed.sort { $0.element < $1.element }
    flow.items = notesLast(joinLabels(placed.flatMap(\.items), tree: tree))

    guard inversions(flow.items) <= settings.tagInversions else { return nil }
    if !loose.isEmpty { insert(geometricFlow(loose, settings: settings), into: &flow.items) }
    return flow
}

private func blocks(
    byBlock: [Int32: [Word]], tree: StructureTree
) -> [(element: Int32, items: [PageFlow.Item])] {
    byBlock.map { element, words in
        let home = tree.homes[Int(element)]
        let run = lines(of: words)
        var block = BlockDraft(run: run, kind: kind(of: element, home: home, tree: tree), element: element)
        block.depth = Int(max(0, home.listDepth - 1))
        block.labelWords = labelLength(of: run)
        return (element, [.block(block)])
    }
}

private func kind(of element: Int32, home: StructureTree.Home, tree: StructureTree) -> Block.Kind {
    switch tree.elements[Int(element)].kind {
    case .heading(let level): return .heading(level: max(1, level))
    case .caption: return .caption
    default: return home.isNote ? .footnote : home.item >= 0 ? .listItem : .paragraph
    }
}

/// A label (`Lbl`) becomes the first words of its item's body; further paragraphs of one item go on it.
private func joinLabels(_ items: [PageFlow.Item], tree: StructureTree) -> [PageFlow.Item] {
    var result: [PageFlow.Item] = []
    result.reserveCapacity(items.count)
    for item in items {
        guard case .block(var block) = item, block.element >= 0 else {
            result.append(item)
            continue
        }
        if case .block(let before)? = result.last, before.element >= 0, isLabel(before.element, tree),
            tree.homes[Int(before.element)].item == tree.homes[Int(block.element)].item
        {
            var run = before.run
            let first = block.run.lines.first ?? 0..<0
            let labelLine = run.lines.last ?? 0..<0
            let offset = run.words.count
            // The label and the first line of the body are one line.
            run.words.append(contentsOf: block.run.words)
            run.lines.removeLast()
            run.lines.append(labelLine.lowerBound..<(first.upperBound + offset))
            run.lines.append(contentsOf: block.run.lines.dropFirst().map { ($0.lowerBound + offset)..<($0.upperBound + offset) })
            block.run = run
            block.labelWords = before.run.words.count
            result[result.count - 1] = .block(block)
        } else {
            result.append(.block(block))
        }
    }
    return result
}

/// Items with the notes, which the tree holds where the text names them, at the end.
private func notesLast(_ items: [PageFlow.Item]) -> [PageFlow.Item] {
    func isNote(_ item: PageFlow.Item) -> Bool {
        if case .block(let block) = item, case .footnote = block.kind { true } else { false }
    }
    return items.filter { !isNote($0) } + items.filter(isNote)
}

private func isLabel(_ element: Int32, _ tree: StructureTree) -> Bool {
    tree.elements[Int(element)].kind == .label
}

/// The part of neighbouring items that stand above the one they follow while in the same column: tags out of reading order.
private func inversions(_ items: [PageFlow.Item]) -> Double {
    let areas = items.map(\.area)
    guard areas.count > 2 else { return 0 }
    var wrong = 0
    for (before, after) in zip(areas, areas.dropFirst()) {
        let shared = min(before.right, after.right) - max(before.left, after.left)
        if shared > 0.3 * min(before.width, after.width), after.bottom < before.top { wrong += 1 }
    }
    return Double(wrong) / Double(areas.count - 1)
}

/// Puts text that no tag covers where it stands: before the first item that begins below it in the same column.
func insert(_ loose: [PageFlow.Item], into items: inout [PageFlow.Item]) {
    for item in loose {
        let area = item.area
        let index = items.firstIndex { other in
            let place = other.area
            return place.top > area.midY && min(place.right, area.right) > max(place.left, area.left)
        }
        items.insert(item, at: index ?? items.count)
    }
}
