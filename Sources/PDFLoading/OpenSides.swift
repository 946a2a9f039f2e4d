/// The sides that a grid without an outer frame leaves open: where rules of one extent follow each other and an upright line joins two of
/// them, both ends are closed, so that the outermost cells are cells too.
func openSides(horizontal: [Edge], vertical: [Edge], settings: TableSettings) -> [Edge] {
    func joins(_ x: ClosedRange<Float>, _ above: Edge, _ below: Edge) -> Bool {
        var index = lowerBound(of: x.lowerBound, in: vertical)
        while index < vertical.count, vertical[index].position <= x.upperBound {
            if vertical[index].start <= above.position + settings.ruleSnap, vertical[index].end >= below.position - settings.ruleSnap {
                return true
            }
            index += 1
        }
        return false
    }
    var sides: [Edge] = []
    for stack in ruleStacks(horizontal, settings: settings) {
        let pairs = Array(zip(stack, stack.dropFirst()))
        var isJoined = pairs.map { above, below in
            joins((above.start + settings.ruleSnap)...max(above.start + settings.ruleSnap, above.end - settings.ruleSnap), above, below)
        }
        // A row without upright lines of its own, between rows that have some: the title of a group, a spacer. Where the sides of the row
        // above are drawn, it ends a frame.
        func isFramed(_ pair: (Edge, Edge)) -> Bool {
            [pair.0.start, pair.0.end].allSatisfy { joins(($0 - settings.ruleSnap)...($0 + settings.ruleSnap), pair.0, pair.1) }
        }
        for index in isJoined.indices.dropFirst()
        where !isJoined[index] && pairs[index].1.position - pairs[index].0.position <= settings.groupRow && !isFramed(pairs[index - 1]) {
            isJoined[index] = isJoined[index - 1] && isJoined[(index + 1)...].prefix(3).contains(true)
        }
        for (index, (above, below)) in pairs.enumerated() where isJoined[index] {
            for x in [above.start, above.end] where !joins((x - settings.ruleSnap)...(x + settings.ruleSnap), above, below) {
                sides.append(Edge(position: x, start: above.position, end: below.position))
            }
        }
    }
    return sides
}

/// Rules across of one extent, from the top, as far as a page may hold them.
func ruleStacks(_ horizontal: [Edge], settings: TableSettings) -> [[Edge]] {
    var stacks: [[Edge]] = []
    for rule in horizontal.sorted(by: { $0.position < $1.position }).prefix(settings.stackedRules) {
        let index = stacks.lastIndex {
            abs($0[0].start - rule.start) <= settings.ruleSnap && abs($0[0].end - rule.end) <= settings.ruleSnap
        }
        if let index { stacks[index].append(rule) } else if stacks.count < settings.stacks { stacks.append([rule]) }
    }
    return stacks
}
