import PaperModel

/// Marks paragraphs that look like headings: short, larger than the body or bold throughout, not ending as a sentence does.
/// Levels go by size, larger first, bold before light; tagged headings keep theirs. `body` is the font size of most of the text, points.
func markHeadings(_ paper: inout Paper, body: Double, settings: LayoutSettings) {
    guard body > 0 else { return }
    struct Look: Hashable, Comparable {
        var tenths: Int
        var isBold: Bool
        static func < (left: Look, right: Look) -> Bool {
            left.tenths != right.tenths ? left.tenths > right.tenths : left.isBold && !right.isBold
        }
    }
    func look(of block: Block) -> Look { Look(tenths: Int((block.style.size * 2).rounded()) * 5, isBold: block.style.isBold) }
    var found: [(page: Int, block: Int, look: Look)] = []
    for position in paper.pages.indices {
        for index in paper.pages[position].blocks.indices
        where looksLikeHeading(index, on: paper.pages[position], body: body, settings: settings) {
            found.append((position, index, look(of: paper.pages[position].blocks[index])))
        }
    }
    let ranks = Dictionary(uniqueKeysWithValues: Set(found.map(\.look)).sorted().enumerated().map { ($1, $0 + 1) })
    for entry in found {
        paper.pages[entry.page].blocks[entry.block].kind = .heading(level: min(6, ranks[entry.look] ?? 6))
    }
}

/// The font size that most characters of the flow have, points; 0 where there are none.
func bodySize(of paper: Paper) -> Double {
    var counts: [Double: Int] = [:]
    for page in paper.pages {
        for block in page.blocks {
            switch block.kind {
            case .paragraph, .listItem: counts[block.style.size, default: 0] += block.range.count
            default: continue
            }
        }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
}

private func looksLikeHeading(_ index: Int, on page: Page, body: Double, settings: LayoutSettings) -> Bool {
    let block = page.blocks[index]
    switch block.kind {
    case .paragraph, .listItem: break
    default: return false
    }
    guard !block.continuesPrevious, block.range.count <= settings.headingLength, page.lines(touching: block.range).count <= 3 else {
        return false
    }
    let isLarger = block.style.size >= settings.headingSize * body
    guard isLarger || (block.style.isBold && block.style.size >= 0.95 * body) else { return false }
    let words = page.text.scalars[block.range.offsets]
    guard words.contains(where: { $0.properties.isAlphabetic }),
        let last = words.last(where: { !$0.properties.isWhitespace && !closingMarks.contains($0) })
    else { return false }
    return last != "." && last != ";" && last != ","
}

/// What may follow the full stop of a sentence.
private let closingMarks: Set<Unicode.Scalar> = ["\"", "'", "”", "’", ")", "»"]
