import PaperModel

/// Marks paragraphs that go on the one before over a page or column break: that one ends without a full stop and this one begins
/// in lower case.
func joinParagraphs(_ paper: inout Paper) {
    var before: (page: Int, block: Int)?
    for position in paper.pages.indices {
        for index in paper.pages[position].blocks.indices where isFlow(paper.pages[position].blocks[index].kind) {
            if let before {
                let earlierPage = paper.pages[before.page]
                let earlier = earlierPage.blocks[before.block]
                let block = paper.pages[position].blocks[index]
                if block.label == nil, carriesOver(block.kind), carriesOver(earlier.kind),
                    before.page != position || isNextColumn(block, after: earlier),
                    endsOpen(earlierPage.text[earlier.range]), beginsLow(paper.pages[position].text[block.range])
                {
                    paper.pages[position].blocks[index].continuesPrevious = true
                }
            }
            before = (position, index)
        }
    }
}

private func isNextColumn(_ block: Block, after earlier: Block) -> Bool {
    guard let box = block.box, let before = earlier.box else { return false }
    return box.y < before.y && box.x > before.right
}

private func isFlow(_ kind: Block.Kind) -> Bool {
    switch kind {
    case .furniture, .footnote: false
    default: true
    }
}

/// Kinds of block whose text may run over a page break.
private func carriesOver(_ kind: Block.Kind) -> Bool {
    switch kind {
    case .paragraph, .listItem: true
    default: false
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
