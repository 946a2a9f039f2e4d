import PaperModel

/// The paragraphs, list items and tables of one column, from the top.
func paragraphs(in region: [LinePiece], settings: LayoutSettings) -> [PageFlow.Item] {
    let left = region.map(\.area.left).min() ?? 0
    let right = region.map(\.area.right).max() ?? 0
    var items: [PageFlow.Item] = []
    var current: BlockDraft?
    var lastPitch: Float = 0
    func finish() {
        if let block = current { items.append(.block(block)) }
        current = nil
        lastPitch = 0
    }
    for line in rows(of: region) {
        guard case .line(let run) = line.content else {
            finish()
            if case .table(let table) = line.content { items.append(.table(table)) }
            continue
        }
        let label = labelLength(of: run)
        if var block = current, label == 0, let lastLine = block.run.lines.last {
            let pitch = run.words[0].baseline - block.run.baseline(ofLine: lastLine)
            if goesOn(
                block, lastLine, with: run, pitch: pitch, lastPitch: lastPitch, left: left, right: right, settings: settings)
            {
                block.run.append(run)
                current = block
                lastPitch = pitch
                continue
            }
        }
        finish()
        var block = BlockDraft(run: run, kind: label > 0 ? .listItem : .paragraph)
        block.labelWords = label
        current = block
    }
    finish()
    return items
}

/// Pieces side by side on one baseline become one line again: inside a column a wide gap is a tab.
private func rows(of region: [LinePiece]) -> [LinePiece] {
    let sorted = region.sorted { $0.area.top < $1.area.top }
    var result: [LinePiece] = []
    for piece in sorted {
        if case .line(let run) = piece.content, let before = result.last, case .line(var line) = before.content,
            abs(line.words[0].baseline - run.words[0].baseline) <= sameLineEms * run.words[0].size
        {
            let words = (line.words + run.words).sorted { $0.area.left < $1.area.left }
            line = LineRun(words: words, lines: [words.indices])
            result[result.count - 1] = LinePiece(area: line.area, content: .line(line))
        } else {
            result.append(piece)
        }
    }
    return result
}

private func goesOn(
    _ block: BlockDraft, _ last: Range<Int>, with next: LineRun, pitch: Float, lastPitch: Float, left: Float, right: Float,
    settings: LayoutSettings
) -> Bool {
    let run = block.run
    // Bullets and raised marks are of another size than the text.
    let size = widest(run.words[last]).size
    guard pitch > 0, pitch <= settings.paragraphPitchEms * size else { return false }
    if lastPitch > 0, pitch > lastPitch * settings.paragraphPitchGrowth { return false }
    // Another size or weight begins something else.
    let nextSize = widest(next.words[...]).size
    if abs(nextSize - size) > 0.1 * size { return false }
    let lastArea = run.area(ofLine: last)
    let width = right - left
    // A line that ends well short of the column ends its paragraph, unless the next word would not have fitted.
    let room = right - textEnd(of: last, in: run, after: run.lines.count == 1 ? block.labelWords : 0, right: right, size: size)
    if room > 0.2 * width, room > next.words[0].area.width + size, !next.words[0].traits.beginsLow, run.words.last?.traits.isAmount != true
    {
        return false
    }
    // The text of an item stands behind its label; what begins left of it, below, is none of the item.
    let isFirst = run.lines.count == 1 && block.labelWords > 0 && run.words.indices.contains(block.labelWords)
    let textLeft = isFirst ? run.words[block.labelWords].area.left : lastArea.left
    if isFirst, next.area.left < textLeft - size, next.area.left < lastArea.left + 0.5 * size, endsSentence(run) {
        return false
    }
    // An indented first line, after a line that ended a sentence.
    if next.area.left - textLeft > 1.5 * size, endsSentence(run) { return false }
    return true
}

/// Where a line's text ends: before what a tab sets to the right margin, as agendas set their pages. `label` is how many of its first words
/// are its label, behind which it is set off too.
private func textEnd(of line: Range<Int>, in run: LineRun, after label: Int, right: Float, size: Float) -> Float {
    let words = run.words[line]
    let end = words[words.endIndex - 1].area.right
    let start = min(words.startIndex + label + 1, words.endIndex)
    guard right - end < size, let tab = words[start...].indices.last(where: { words[$0].area.left - words[$0 - 1].area.right > 3 * size })
    else { return end }
    return words.endIndex - tab <= 5 ? words[tab - 1].area.right : end
}

private func widest(_ words: ArraySlice<Word>) -> Word {
    words.max { $0.area.width < $1.area.width } ?? words[words.startIndex]
}

private func endsSentence(_ run: LineRun) -> Bool {
    guard let last = run.words.last?.traits.last else { return false }
    return last == 0x2E || last == 0x3A || last == 0x3B
}

/// How many of a line's first words are the label of a list item ("•", "1.", "2.1", "(a)", "iv)"): 0 or 1.
func labelLength(of run: LineRun) -> Int {
    guard let first = run.lines.first, first.count > 1 else { return 0 }
    let word = run.words[0]
    guard word.traits.isListLabel else { return 0 }
    // A label without a closing mark stands apart from its text; "1.5 posts" at the start of a line doesn't.
    let isClosed = [0x29, 0x2E, 0x2022].contains(word.traits.last)
    return isClosed || run.words[1].area.left - word.area.right > 0.5 * word.size ? 1 : 0
}

/// Whether a word is a list label: a bullet, or a number or letter closed by a dot or bracket, or numbers parted by dots.
func isListLabel(_ scalars: [UInt32]) -> Bool {
    guard let first = scalars.first, let last = scalars.last else { return false }
    if scalars.count == 1 {
        switch first {
        case 0x2022, 0x25CF, 0x25CB, 0x25AA, 0x25A0, 0x25A1, 0x2013, 0x2014, 0x2D, 0xB7, 0x27A2, 0x2756, 0x6F, 0xF0B7, 0xF0A7, 0xF0D8,
            0xF076, 0xF0FC:
            return true
        default: return false
        }
    }
    var body = scalars[...]
    let isOpened = first == 0x28
    if isOpened { body = body.dropFirst() }
    let isClosed = last == 0x29 || last == 0x2E
    if isClosed { body = body.dropLast() }
    guard !body.isEmpty else { return false }
    let digits = body.allSatisfy { (0x30...0x39).contains($0) }
    let dotted =
        body.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E } && (0x30...0x39).contains(body.first ?? 0) && body.contains(0x2E)
    let letter = body.count == 1 && body.allSatisfy { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    let roman = body.count <= 5 && body.allSatisfy { [0x69, 0x76, 0x78, 0x49, 0x56, 0x58].contains($0) }
    if digits {
        // Minutes are numbered into the thousands; four digits that read as a year are a year.
        let isYear = body.count == 4 && (body.starts(with: [0x31, 0x39]) || body.starts(with: [0x32, 0x30]))
        return body.count <= 4 && !isYear && isClosed
    }
    if dotted { return body.count <= 7 && (isClosed || body.filter { $0 == 0x2E }.count >= 1) && body.count { $0 == 0x2E } <= 3 }
    return (letter || roman) && isClosed
}
