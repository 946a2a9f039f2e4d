import PaperModel

/// Marks the notes at the foot of pages that no tag names: small text below everything else whose first line begins with a raised mark.
///
/// `body` is the font size of most of the paper's text, points.
func markFootnotes(_ paper: inout Paper, body: Double, settings: LayoutSettings) {
    guard body > 0 else { return }
    for position in paper.pages.indices {
        let page = paper.pages[position]
        guard let height = page.height else { continue }
        var small: [Int] = []
        for index in page.blocks.indices.reversed() {
            let block = page.blocks[index]
            if case .furniture = block.kind { continue }
            guard isText(block.kind), block.style.size <= settings.footnoteSize * body, (block.box?.y ?? 0) > height / 2 else { break }
            small.append(index)
            guard let first = page.text[block.range].unicodeScalars.first, isNoteMark(first) else { continue }
            for note in small { paper.pages[position].blocks[note].kind = .footnote }
            small.removeAll()
        }
    }
}

private func isText(_ kind: Block.Kind) -> Bool {
    switch kind {
    case .paragraph, .listItem: true
    default: false
    }
}

/// A digit that is set raised, an asterisk or a dagger.
private func isNoteMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB2, 0xB3, 0xB9, 0x2070...0x2079, 0x2A, 0x2020, 0x2021: true
    default: false
    }
}
