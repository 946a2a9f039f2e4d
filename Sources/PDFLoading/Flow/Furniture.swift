import PaperModel

/// Part of the page's height, at the top and at the bottom, where running heads and feet stand.
let marginPart = 0.12

/// Marks running heads, feet and page numbers that no artifact mark names: lines in the margins that recur on most pages with
/// digits ignored, and bare page numbers.
func markRepeatedFurniture(_ paper: inout Paper, settings: LayoutSettings) {
    struct Seen {
        var pages: [Int: Double] = [:]
    }
    var seen: [String: Seen] = [:]
    for page in paper.pages {
        for index in marginBlocks(of: page) {
            guard let top = page.blocks[index].box?.y else { continue }
            seen[pattern(of: page.text[page.blocks[index].range]), default: Seen()].pages[page.number] = top
        }
    }
    let textPages = paper.pages.count { !$0.blocks.isEmpty }
    let needed = max(2, Int((Double(textPages) * settings.furniturePages).rounded(.up)))
    for position in paper.pages.indices {
        let page = paper.pages[position]
        for index in marginBlocks(of: page) {
            let block = page.blocks[index]
            let words = pattern(of: page.text[block.range])
            guard let top = block.box?.y else { continue }
            let alike = seen[words]?.pages.values.count { abs($0 - top) <= settings.furnitureShift } ?? 0
            let isNumber = isPageNumber(words) && digits(in: page.text[block.range]) <= mostDigits
            if (textPages > 1 && alike >= needed) || isNumber {
                paper.pages[position].blocks[index].kind = .furniture
                paper.pages[position].furniture.append(block.range)
            }
        }
        paper.pages[position].furniture.sort()
    }
}

/// The first glyphs of the words of a page number that a committee system stamped on a page of a pack, over whatever is there: "Page 12",
/// drawn last at the head or foot of the page, or set along its side where the page was turned.
func marginStamp(in words: [Word], content: PageContent) -> Set<Int> {
    let (height, depth) = (content.height, Float(marginPart) * content.height)
    let last = words.suffix(2)
    if last.count == 2, last.allSatisfy({ $0.turn == 0 && ($0.area.bottom < depth || $0.area.top > height - depth) }),
        pattern(of: text(of: last, in: content)).lowercased() == "page#"
    {
        return Set(last.map(\.glyphs.lowerBound))
    }
    let margin = Float(marginPart) * content.width
    let turned = words.filter {
        ($0.turn == 1 || $0.turn == 3) && ($0.area.right < margin || $0.area.left > content.width - margin)
    }
    // "Page 12 of 40" has the most words.
    guard !turned.isEmpty, turned.count <= 4 else { return [] }
    return isPageNumber(pattern(of: text(of: turned[...], in: content))) ? Set(turned.map(\.glyphs.lowerBound)) : []
}

/// The characters of words, one after the other.
private func text(of words: ArraySlice<Word>, in content: PageContent) -> String {
    let scalars = words.flatMap(\.glyphs).flatMap { index in
        let glyph = content.glyphs[index]
        return content.scalars[Int(glyph.scalars)..<(Int(glyph.scalars) + Int(glyph.count))].compactMap(Unicode.Scalar.init)
    }
    return String(String.UnicodeScalarView(scalars))
}

/// The blocks that stand wholly in the top or bottom margin: not tables, not yet furniture.
private func marginBlocks(of page: Page) -> [Int] {
    guard let height = page.height else { return [] }
    return page.blocks.indices.filter { index in
        let block = page.blocks[index]
        guard let box = block.box else { return false }
        switch block.kind {
        case .table, .furniture: return false
        default: return box.bottom < marginPart * height || box.y > (1 - marginPart) * height
        }
    }
}

/// The words of a line with every run of digits as "#", so that page numbers don't tell pages apart.
private func pattern(of text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        if (0x30...0x39).contains(scalar.value) {
            if result.last != "#" { result.append("#") }
        } else if !scalar.properties.isWhitespace {
            result.unicodeScalars.append(scalar)
        }
    }
    return result
}

/// Digits of a page number with the number of pages: "1024 of 1100". A telephone number has more.
private let mostDigits = 8

private func digits(in text: String) -> Int { text.utf8.count { (0x30...0x39).contains($0) } }

private func isPageNumber(_ pattern: String) -> Bool {
    switch pattern.lowercased() {
    case "#", "-#-", "–#–", "page#", "page#of#", "#of#", "#/#", "p#", "page|#": true
    default: false
    }
}
