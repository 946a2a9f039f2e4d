/// Two rows with fewer lines than this share them by chance.
private let leastColumns = 4

/// So many rows without upright lines may follow each other inside a table: a spacer, a title, a line of notes.
private let rowsLookedAhead = 3

/// The sides that a grid without an outer frame leaves open: where rules of one extent follow each other and an upright line joins two of
/// them, both ends are closed, so that the outermost cells are cells too.
///
/// `isSet` tells whether the words of an area keep to the columns between some x positions.
func openSides(_ edges: Edges, isSet: (Area, [Float]) -> Bool) -> [Edge] {
    let (horizontal, vertical) = (edges.horizontal, edges.vertical)
    /// The upright lines within a range that join two rules.
    func uprights(in x: ClosedRange<Float>, _ above: Edge, _ below: Edge) -> [Float] {
        var found: [Float] = []
        var index = lowerBound(of: x.lowerBound, in: vertical)
        while index < vertical.count, vertical[index].position <= x.upperBound {
            if vertical[index].start <= above.position + Points.ruleSnap, vertical[index].end >= below.position - Points.ruleSnap {
                found.append(vertical[index].position)
            }
            index += 1
        }
        return found
    }
    func joins(_ x: ClosedRange<Float>, _ above: Edge, _ below: Edge) -> Bool { !uprights(in: x, above, below).isEmpty }
    func isFramed(_ above: Edge, _ below: Edge) -> Bool {
        [above.start, above.end].allSatisfy { joins(($0 - Points.ruleSnap)...($0 + Points.ruleSnap), above, below) }
    }
    func columns(_ above: Edge, _ below: Edge) -> [Float] {
        uprights(in: (above.start - Points.ruleSnap)...max(above.start, above.end + Points.ruleSnap), above, below)
    }
    var sides: [Edge] = []
    for stack in ruleStacks(horizontal) {
        let pairs = Array(zip(stack, stack.dropFirst()))
        var isJoined = pairs.map { above, below in
            joins((above.start + Points.ruleSnap)...max(above.start + Points.ruleSnap, above.end - Points.ruleSnap), above, below)
        }
        // A row without upright lines of its own, between rows that have some: the title of a group, a spacer, every other row of a table
        // that is shaded. Where the rows above it stand in a frame of other columns than those below, that ends a table.
        let isParted = isJoined
        for index in isJoined.indices.dropFirst() where !isJoined[index] && isJoined[index - 1] {
            let (top, bottom) = pairs[index]
            let height = bottom.position - top.position
            guard height <= Points.outsideReach, let last = isParted[..<index].lastIndex(of: true),
                let next = isParted[(index + 1)...].prefix(rowsLookedAhead).firstIndex(of: true)
            else { continue }
            let before = columns(pairs[last].0, pairs[last].1)
            let after = columns(pairs[next].0, pairs[next].1)
            let isSame = agree(before, after)
            isJoined[index] =
                height <= Points.groupRow
                ? isSame || !isFramed(pairs[index - 1].0, pairs[index - 1].1)
                : isSame && isSet(Area(left: top.start, top: top.position, right: top.end, bottom: bottom.position), before)
        }
        for (index, (above, below)) in pairs.enumerated() where isJoined[index] {
            for x in [above.start, above.end] where !joins((x - Points.ruleSnap)...(x + Points.ruleSnap), above, below) {
                sides.append(Edge(position: x, start: above.position, end: below.position))
            }
        }
    }
    return sides
}

/// Whether rows have the same columns, or those of one are those of the other with some made one.
private func agree(_ one: [Float], _ other: [Float]) -> Bool {
    let (few, many) = one.count < other.count ? (one, other) : (other, one)
    return (few.count == many.count || few.count >= leastColumns)
        && few.allSatisfy { x in many.contains { abs($0 - x) <= Points.ruleSnap } }
}
