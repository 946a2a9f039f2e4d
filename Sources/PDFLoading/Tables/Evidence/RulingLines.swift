internal import PaperModel

/// A box over this part of the page in both directions is its background.
private let backgroundPart: Float = 0.95

/// A filled box is compared with this many before it: a cell is filled before the lines of its text are.
private let boxesCompared = 100

// Ruling lines to grids, as a chain of free functions: edges, joined edges, intersections, cells, grids.
// The method is that of Nurminen, "Algorithmic Extraction of Data in Tables in PDF Documents" (Tampere, 2013), sections 4.2 to 4.4.

/// A stretch of a drawn line: `position` across its direction, `start` and `end` along it; points in the reading frame.
struct Edge {
    var position: Float
    var start: Float
    var end: Float
}

/// The edges of a page, joined: ruling lines, and the sides of filled boxes that can be seen.
struct Edges {
    /// From the top.
    var horizontal: [Edge] = []
    /// From the left.
    var vertical: [Edge] = []
}

extension Edges {
    /// The edges that a page draws.
    init(of content: PageContent) {
        self.init()
        for rule in content.rules where rule.colour != white {
            if rule.right - rule.left >= rule.bottom - rule.top {
                horizontal.append(Edge(position: (rule.top + rule.bottom) / 2, start: rule.left, end: rule.right))
            } else {
                vertical.append(Edge(position: (rule.left + rule.right) / 2, start: rule.top, end: rule.bottom))
            }
        }
        vertical = joined(vertical, within: Points.ruleSnap)
        let ruled = vertical
        // White boxes can't be seen, unless they stand in a row with coloured ones: where a row is shaded, all its cells are painted.
        let rows = Set(content.boxes.lazy.filter { !$0.isImage && $0.colour != white }.map(RowOfBoxes.init))
        for (index, box) in content.boxes.enumerated() where !box.isImage && (box.colour != white || rows.contains(RowOfBoxes(box))) {
            // A box as large as the page is its background.
            guard box.right - box.left < backgroundPart * content.width || box.bottom - box.top < backgroundPart * content.height else {
                continue
            }
            guard !shadesText(box, between: ruled) else { continue }
            // A box inside one of its own colour can't be seen.
            let isHidden = content.boxes[max(0, index - boxesCompared)..<index].contains { other in
                other.colour == box.colour && other.left <= box.left && other.top <= box.top && other.right >= box.right
                    && other.bottom >= box.bottom
            }
            guard !isHidden else { continue }
            horizontal.append(Edge(position: box.top, start: box.left, end: box.right))
            horizontal.append(Edge(position: box.bottom, start: box.left, end: box.right))
            vertical.append(Edge(position: box.left, start: box.top, end: box.bottom))
            vertical.append(Edge(position: box.right, start: box.top, end: box.bottom))
        }
        horizontal = joined(horizontal, within: Points.ruleSnap)
        vertical = joined(vertical, within: Points.ruleSnap)
    }
}

private let white: UInt32 = 0xFFFFFF

/// The height that boxes of one row share, to the point.
private struct RowOfBoxes: Hashable {
    let top: Float
    let bottom: Float

    init(_ box: FilledBox) {
        top = box.top.rounded()
        bottom = box.bottom.rounded()
    }
}

/// Whether a box shades the text of a ruled cell and not the cell: it stands just inside the upright lines on both of its sides.
private func shadesText(_ box: FilledBox, between vertical: [Edge]) -> Bool {
    let middle = (box.top + box.bottom) / 2
    func isRuled(_ range: Range<Float>) -> Bool {
        var index = lowerBound(of: range.lowerBound, in: vertical)
        while index < vertical.count, vertical[index].position < range.upperBound {
            if vertical[index].start <= middle, middle <= vertical[index].end { return true }
            index += 1
        }
        return false
    }
    return isRuled((box.left - Points.cellPadding)..<(box.left - Points.ruleSnap))
        && isRuled((box.right + Points.ruleSnap)..<(box.right + Points.cellPadding))
        && !isRuled((box.left - Points.ruleSnap)..<(box.left + Points.ruleSnap))
}

/// The first of sorted edges at or after a position.
func lowerBound(of position: Float, in edges: [Edge]) -> Int {
    edges.partitioningIndex { $0.position >= position }
}

/// Edges at nearly the same position moved onto one, and those that touch or overlap there joined: doubled lines become one,
/// dotted lines become whole.
func joined(_ edges: [Edge], within snap: Float) -> [Edge] {
    guard !edges.isEmpty else { return [] }
    var snapped = edges.sorted { $0.position < $1.position }
    var first = 0
    for index in 1...snapped.count
    where index == snapped.count || snapped[index].position - snapped[index - 1].position > snap
        || snapped[index].position - snapped[first].position > 2 * snap
    {
        let cluster = snapped[first..<index]
        let position = cluster.reduce(0) { $0 + $1.position } / Float(cluster.count)
        for member in first..<index { snapped[member].position = position }
        first = index
    }
    snapped.sort { ($0.position, $0.start) < ($1.position, $1.start) }
    var result: [Edge] = []
    for edge in snapped {
        if let before = result.last, before.position == edge.position, edge.start <= before.end + snap {
            result[result.count - 1].end = max(before.end, edge.end)
        } else {
            result.append(edge)
        }
    }
    return result
}

/// The crossings of joined edges, as indices into the sorted distinct positions.
struct Crossings {
    /// Distinct x positions of vertical edges.
    let xs: [Float]
    /// Distinct y positions of horizontal edges.
    let ys: [Float]
    /// For each y, the x indices that cross it, in order.
    let byRow: [[Int]]
    /// For each x, the y indices that cross it, in order.
    let byColumn: [[Int]]
    private let horizontal: [[Edge]]
    private let vertical: [[Edge]]
    private let snap: Float

    init(horizontal edgesAcross: [Edge], vertical edgesDown: [Edge], within snap: Float) {
        self.snap = snap
        func grouped(_ edges: [Edge]) -> (positions: [Float], edges: [[Edge]]) {
            var positions: [Float] = []
            var groups: [[Edge]] = []
            for edge in edges {
                if positions.last == edge.position {
                    groups[groups.count - 1].append(edge)
                } else {
                    positions.append(edge.position)
                    groups.append([edge])
                }
            }
            return (positions, groups)
        }
        (ys, horizontal) = grouped(edgesAcross)
        (xs, vertical) = grouped(edgesDown)
        var byRow = [[Int]](repeating: [], count: ys.count)
        var byColumn = [[Int]](repeating: [], count: xs.count)
        for (column, edges) in vertical.enumerated() {
            for edge in edges {
                var row = ys.partitioningIndex { $0 >= edge.start - snap }
                while row < ys.count, ys[row] <= edge.end + snap {
                    let x = xs[column]
                    if byColumn[column].last != row, horizontal[row].contains(where: { $0.start - snap <= x && x <= $0.end + snap }) {
                        byRow[row].append(column)
                        byColumn[column].append(row)
                    }
                    row += 1
                }
            }
        }
        self.byRow = byRow
        self.byColumn = byColumn
    }

    /// Whether a drawn line joins two columns along a row.
    func isRuled(row: Int, from left: Int, to right: Int) -> Bool {
        horizontal[row].contains { $0.start - snap <= xs[left] && xs[right] <= $0.end + snap }
    }

    /// Whether a drawn line joins two rows along a column.
    func isRuled(column: Int, from top: Int, to bottom: Int) -> Bool {
        vertical[column].contains { $0.start - snap <= ys[top] && ys[bottom] <= $0.end + snap }
    }
}

/// A rectangle between four crossings, as indices into the crossings' positions.
struct RuledCell {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int
}

/// The smallest ruled rectangle below and right of every crossing; at most `limit` of them.
func cells(of crossings: Crossings, limit: Int) -> [RuledCell] {
    var cells: [RuledCell] = []
    for (top, columns) in crossings.byRow.enumerated() {
        for (position, left) in columns.enumerated() {
            guard cells.count < limit else { return cells }
            let below = crossings.byColumn[left].drop { $0 <= top }
            search: for right in columns[(position + 1)...] {
                guard crossings.isRuled(row: top, from: left, to: right) else { break }
                for bottom in below {
                    guard crossings.isRuled(column: left, from: top, to: bottom) else { break }
                    if crossings.isRuled(column: right, from: top, to: bottom), crossings.isRuled(row: bottom, from: left, to: right) {
                        cells.append(RuledCell(left: left, top: top, right: right, bottom: bottom))
                        break search
                    }
                }
            }
        }
    }
    return cells
}

/// Cells that share a corner belong to one grid.
func grids(of cells: [RuledCell]) -> [[RuledCell]] {
    struct Corner: Hashable {
        var x: Int
        var y: Int
    }
    var parent = Array(cells.indices)
    func root(_ index: Int) -> Int {
        var index = index
        while parent[index] != index {
            parent[index] = parent[parent[index]]
            index = parent[index]
        }
        return index
    }
    var owner: [Corner: Int] = [:]
    for (index, cell) in cells.enumerated() {
        for corner in [
            Corner(x: cell.left, y: cell.top), Corner(x: cell.right, y: cell.top), Corner(x: cell.left, y: cell.bottom),
            Corner(x: cell.right, y: cell.bottom),
        ] {
            if let other = owner[corner] { parent[root(index)] = root(other) } else { owner[corner] = index }
        }
    }
    var groups: [Int: [RuledCell]] = [:]
    var order: [Int] = []
    for (index, cell) in cells.enumerated() {
        let group = root(index)
        if groups[group] == nil { order.append(group) }
        groups[group, default: []].append(cell)
    }
    return order.compactMap { groups[$0] }
}
