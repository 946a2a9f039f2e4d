internal import PaperModel
internal import RuleEngine

/// Which rows of headings hold for each row: a new heading row inside a table replaces the one above it.
struct HeadingBlocks: Sendable {
    /// For each row, its block.
    let blocks: [Int]
    /// For each block, its rows of headings, from the top.
    let headings: [[Int]]

    init(_ rows: PanelRows) {
        var blocks: [Int] = []
        var headings: [[Int]] = [[]]
        var isOpen = false
        for (row, kind) in rows.kinds.enumerated() {
            switch kind {
            case .heading:
                if !isOpen { headings.append([]) }
                headings[headings.count - 1].append(row)
                isOpen = true
            case .blank: break
            case .title where isOpen && row + 1 < rows.kinds.count && rows.kinds[row + 1] == .heading: break
            default:
                if isOpen, headings.count > 1 {
                    let kept = HeadingBlocks.kept(of: headings[headings.count - 2], under: headings[headings.count - 1], rows)
                    headings[headings.count - 1].insert(contentsOf: kept, at: 0)
                }
                isOpen = false
            }
            blocks.append(headings.count - 1)
        }
        self.blocks = blocks
        self.headings = headings
    }

    /// Units alone replace the units above and no words: "FTE" under "2023/24", where "£000" stood before.
    private static func kept(of old: [Int], under new: [Int], _ rows: PanelRows) -> [Int] {
        func isUnits(_ row: Int) -> Bool {
            let heads = rows.filled[row].filter { rows.grid.cells[$0].cell.column != rows.columns.lowerBound }
            return !heads.isEmpty && heads.allSatisfy { rows.grid.shapes[$0] == .unit }
        }
        return new.allSatisfy(isUnits) ? old.filter { !isUnits($0) } : []
    }
}
