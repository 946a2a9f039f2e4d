/// The sides that a grid without an outer frame leaves open: where rules of one extent follow each other and an upright line joins two of
/// them, both ends are closed, so that the outermost cells are cells too.
func openSides(horizontal: [Edge], vertical: [Edge], settings: TableSettings) -> [Edge] {
    // Rules of one extent, from the top; extents are as many as tables, and compared within the snap.
    var stacks: [[Edge]] = []
    for rule in horizontal.sorted(by: { $0.position < $1.position }).prefix(settings.stackedRules) {
        let index = stacks.lastIndex { abs($0[0].start - rule.start) <= settings.ruleSnap && abs($0[0].end - rule.end) <= settings.ruleSnap }
        if let index { stacks[index].append(rule) } else if stacks.count < settings.stacks { stacks.append([rule]) }
    }
    var sides: [Edge] = []
    for stack in stacks {
        for (above, below) in zip(stack, stack.dropFirst()) {
            let joins = { (x: ClosedRange<Float>) in
                vertical.contains { x.contains($0.position) && $0.start <= above.position + settings.ruleSnap && $0.end >= below.position - settings.ruleSnap }
            }
            let inner = (above.start + settings.ruleSnap)...max(above.start + settings.ruleSnap, above.end - settings.ruleSnap)
            guard joins(inner) else { continue }
            for x in [above.start, above.end] where !joins((x - settings.ruleSnap)...(x + settings.ruleSnap)) {
                sides.append(Edge(position: x, start: above.position, end: below.position))
            }
        }
    }
    return sides
}
