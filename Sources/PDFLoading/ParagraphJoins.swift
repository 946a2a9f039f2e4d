import PaperModel

/// Marks the first paragraph of a page that goes on the last of the page before: that one ends without a full stop and this one
/// begins in lower case.
func joinParagraphs(_ paper: inout Paper) {
    var before: (page: Int, block: Int)?
    for position in paper.pages.indices {
        let flow = paper.pages[position].blocks.indices.filter { isFlow(paper.pages[position].blocks[$0].kind) }
        guard let first = flow.first, let last = flow.last else { continue }
        if let before {
            let earlier = paper.pages[before.page]
            let block = paper.pages[position].blocks[first]
            if case .paragraph = block.kind, block.label == nil, case .some = carriesOver(earlier.blocks[before.block].kind),
                endsOpen(earlier.text[earlier.blocks[before.block].range]), beginsLow(paper.pages[position].text[block.range])
            {
                paper.pages[position].blocks[first].continuesPrevious = true
            }
        }
        before = (position, last)
    }
}

private func isFlow(_ kind: Block.Kind) -> Bool {
    switch kind {
    case .furniture, .footnote: false
    default: true
    }
}

/// Kinds of block whose text may run over a page break.
private func carriesOver(_ kind: Block.Kind) -> Block.Kind? {
    switch kind {
    case .paragraph, .listItem: kind
    default: nil
    }
}

private func endsOpen(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last(where: { !$0.properties.isWhitespace }) else { return false }
    return !".:;!?".unicodeScalars.contains(last)
}

private func beginsLow(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else { return false }
    return first.properties.isLowercase || (0x30...0x39).contains(first.value) || first == "£" || first == "("
}
