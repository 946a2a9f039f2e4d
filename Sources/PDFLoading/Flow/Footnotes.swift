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
        var raised: Set<[Unicode.Scalar]>?
        for index in page.blocks.indices.reversed() {
            let block = page.blocks[index]
            if case .furniture = block.kind { continue }
            guard isText(block.kind), block.style.size <= settings.footnoteSize * body, (block.box?.y ?? 0) > height / 2 else { break }
            small.append(index)
            guard beginsWithNoteMark(block.range, of: page.text, raised: &raised) else { continue }
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

/// Whether words begin with a raised digit, an asterisk or a dagger, or with a number that stands raised in the page's text.
private func beginsWithNoteMark(_ range: TextRange, of text: PageText, raised: inout Set<[Unicode.Scalar]>?) -> Bool {
    let words = text.scalars[range.offsets]
    guard let first = words.first else { return false }
    switch first.value {
    case 0xB2, 0xB3, 0xB9, 0x2070...0x2079, 0x2A, 0x2020, 0x2021: return true
    default: break
    }
    let number = words.prefix { (0x30...0x39).contains($0.value) }
    // A page has fewer than a hundred notes.
    guard (1...2).contains(number.count), words.dropFirst(number.count).first == " " else { return false }
    let known = raised ?? raisedNumbers(in: text)
    raised = known
    return known.contains(number.compactMap { superscript($0.value) })
}

/// The numbers that stand raised in a text.
private func raisedNumbers(in text: PageText) -> Set<[Unicode.Scalar]> {
    var numbers = Set<[Unicode.Scalar]>()
    var number: [Unicode.Scalar] = []
    for scalar in text.scalars {
        switch scalar.value {
        case 0xB2, 0xB3, 0xB9, 0x2070...0x2079: number.append(scalar)
        default:
            if !number.isEmpty { numbers.insert(number) }
            number.removeAll(keepingCapacity: true)
        }
    }
    numbers.insert(number)
    return numbers
}
