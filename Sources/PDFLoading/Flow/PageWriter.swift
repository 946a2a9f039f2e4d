import PaperModel

/// Writes the flow of a page out as canonical text and records, scalar by scalar, where it stands.
struct PageWriter {
    private let content: PageContent
    private let frame: ReadingFrame
    private let fonts: [Font]
    private let showsScan: Bool
    private let settings: LayoutSettings
    private(set) var page: Page
    /// What was written so far; the page gets it when it is whole.
    private var text: [Unicode.Scalar] = []
    private var extents: [Extent] = []
    /// Where the scalars of the line at work stand, points along its direction.
    private var stretches: [(low: Float, high: Float)] = []
    private var openBold: Int?
    private var openSlanted: Int?
    private var openStruck: Int?
    private var openSpaced: Int?
    /// The font that was asked for last, and whether its characters are symbols.
    private var lastFont: (index: Int32, isSymbolic: Bool) = (-1, false)
    private var openHidden: HiddenText?
    private var lineEnds: LineEnds
    /// The structure element of each block, -1 where it has none.
    private(set) var elements: [Int32] = []
    /// Glyphs without a character.
    private(set) var unmapped = 0

    /// `showsScan`: the page is an image of itself, and its invisible text is what recognition read in it.
    init(page: Page, content: PageContent, frame: ReadingFrame, fonts: [Font], showsScan: Bool, settings: LayoutSettings) {
        self.page = page
        self.content = content
        self.frame = frame
        self.fonts = fonts
        self.showsScan = showsScan
        self.settings = settings
        lineEnds = LineEnds(content)
        extents.reserveCapacity(content.scalars.count + content.scalars.count / 4)
        text.reserveCapacity(content.scalars.count + content.scalars.count / 4)
    }

    /// The page with all that was written.
    consuming func finished() -> Page {
        closeRuns()
        // A page is held until its paper is written: no room beyond what it needs.
        page.text = PageText(text.map(\.self))
        page.places = .glyphs(extents.map(\.self))
        page.lines = page.lines.map(\.self)
        page.blocks = page.blocks.map(\.self)
        return page
    }

    /// Writes a block; one without a character that can be read is left out.
    mutating func write(_ draft: BlockDraft) {
        separate()
        let start = text.count
        var labelEnd: Int?
        writeLines(draft.run) { word, end in if word + 1 == draft.labelWords { labelEnd = end } }
        let range = TextRange(start, text.count)
        guard !range.isEmpty else { return }
        var block = Block(kind: draft.kind, range: range, box: frame.onPage(draft.run.area), style: draft.run.style(in: fonts))
        block.label = labelEnd.map { TextRange(start, $0) }
        block.depth = draft.depth
        block.continuesPrevious = draft.continuesPrevious
        page.blocks.append(block)
        elements.append(draft.element)
        if draft.kind == .furniture { page.furniture.append(range) }
    }

    /// Writes a table row by row, cells joined by TAB; returns the cells with their places.
    mutating func write(_ draft: TableDraft, table: Int) -> (cells: [Table.Cell], part: Table.Part) {
        separate()
        let start = text.count
        var cells: [Table.Cell] = []
        cells.reserveCapacity(draft.cells.count)
        var lastRow = -1
        for cell in draft.cells {
            if cell.row != lastRow {
                if lastRow >= 0, text.count > start { append("\n") }
                lastRow = cell.row
            } else {
                append("\t")
            }
            let begin = text.count
            writeLines(cell.run) { _, _ in }
            let place = cell.area ?? (cell.run.isEmpty ? nil : cell.run.area)
            var written = Table.Cell(
                row: cell.row, column: cell.column, page: page.number, range: TextRange(begin, text.count),
                box: place.map(frame.onPage))
            written.rowSpan = cell.rowSpan
            written.columnSpan = cell.columnSpan
            written.isHeader = cell.isHeader
            cells.append(written)
        }
        let range = TextRange(start, text.count)
        let box = frame.onPage(draft.area)
        page.blocks.append(Block(kind: .table(table), range: range, box: box))
        elements.append(draft.element)
        return (cells, Table.Part(page: page.number, box: box, range: range))
    }

    private mutating func separate() {
        closeRuns()
        if text.count > 0 { append("\n") }
    }

    private mutating func writeLines(_ run: LineRun, afterWord: (Int, Int) -> Void) {
        let gaps = NumberGaps(content: content, settings: settings)
        for (number, line) in run.lines.enumerated() {
            let start = text.count
            stretches.removeAll(keepingCapacity: true)
            for index in line {
                let word = run.words[index]
                if index > line.lowerBound, !touches(word, run.words[index - 1]) {
                    append(gaps.isColumnGap(before: index, in: run.words, line: line) ? "\t" : " ")
                }
                write(word)
                afterWord(index, text.count)
            }
            let isVertical = (frame.turn + (run.words[line.lowerBound].turn & 3)) & 1 == 1
            var end = text.count
            let ending =
                number + 1 < run.lines.count
                ? lineEnds.ending(of: text[start...], before: run.lines[number + 1], of: run) : .blockEnd
            if ending == .brokenWord {
                dropLast()
                end -= 1
            }
            let box = frame.onPage(run.area(ofLine: line))
            page.lines.append(Line(range: TextRange(start, end), box: box, isVertical: isVertical))
            let (origin, length) = isVertical ? (box.y, box.height) : (box.x, box.width)
            for (offset, stretch) in stretches.enumerated() {
                extents[start + offset] = Extent(low: Double(stretch.low), high: Double(stretch.high), origin: origin, length: length)
            }
            if ending == .wordEnd { append("\n") }
        }
        closeRuns()
    }

    /// Whether no space stands between neighbours: a mark at the end of a word, or the parts of a word that were drawn apart.
    private func touches(_ word: Word, _ before: Word) -> Bool {
        let gap = word.area.left - before.area.right
        let reach = (word.joinsPrevious ? settings.wordGapEms : settings.touchEms) * max(word.size, before.size)
        return word.turn == 0 && gap < reach && gap > -2 * reach - 1
    }

    private mutating func write(_ word: Word) {
        let font = fonts.indices.contains(Int(word.font)) ? fonts[Int(word.font)] : nil
        let isBold = word.flags.contains(.stroked) || font?.isBold == true
        if font?.isItalic == true, !isBold {
            if openSlanted == nil { openSlanted = text.count }
        } else {
            closeSlanted()
        }
        if isBold {
            if openBold == nil { openBold = text.count }
        } else {
            closeBold()
        }
        if word.spacing > 0 {
            if openSpaced == nil { openSpaced = text.count }
        } else {
            closeSpaced()
        }
        // A sign without ink that belongs to a number is seen as that is.
        let isSeen = word.flags.isDisjoint(with: .unseen)
        for index in word.glyphs {
            let glyph = content.glyphs[index]
            mark(isSeen ? glyph.flags.subtracting(.unseen) : glyph.flags)
            if glyph.flags.contains(.unmapped) { unmapped += 1 }
            for offset in 0..<Int(glyph.count) {
                write(content.scalars[Int(glyph.scalars) + offset], of: glyph, part: offset, isRaised: word.isRaised)
            }
        }
    }

    /// Begins and ends the runs that are hidden or struck out.
    private mutating func mark(_ flags: Glyph.Flags) {
        let reason = showsScan ? nil : HiddenText.Reason(flags)
        if openHidden?.reason != reason { closeHidden() }
        if let reason, openHidden == nil { openHidden = HiddenText(range: TextRange(text.count, text.count), reason: reason) }
        if flags.contains(.struck) {
            if openStruck == nil { openStruck = text.count }
        } else {
            closeStruck()
        }
    }

    private mutating func write(_ scalar: UInt32, of glyph: Glyph, part: Int, isRaised: Bool) {
        let place = PageWriter.stretch(of: glyph, part: part, in: frame)
        // Nearly all are letters and digits of ASCII, which stand for themselves.
        if scalar > 0x20, scalar < 0x7f, !isRaised, !isSymbolic(glyph), let plain = Unicode.Scalar(scalar) { return append(plain, place) }
        if isRaised, let raised = superscript(scalar) {
            append(raised, place)
        } else if let letters = ligature(scalar) {
            for letter in letters.unicodeScalars { append(letter, place) }
        } else if scalar == 0xAD {
            append("-", place)  // a soft hyphen that is drawn stands at a line's end
        } else if let known = Unicode.Scalar(bullet(scalar) ?? scalar), isPrintable(known.value) {
            if isSymbolic(glyph), isNumeral(known.value) { markSymbol(text.count + 1) }
            append(known, place)
        } else if let sign = isSymbolic(glyph) ? symbolSign(scalar) : nil {
            markSymbol(text.count + 1)
            append(sign, place)
        } else if isPrivateUse(scalar) {
            markSymbol(text.count)
        }
    }

    private mutating func isSymbolic(_ glyph: Glyph) -> Bool {
        if glyph.font != lastFont.index {
            lastFont = (glyph.font, fonts.indices.contains(Int(glyph.font)) && fonts[Int(glyph.font)].isSymbolic)
        }
        return lastFont.isSymbolic
    }

    /// Marks what is written up to `end` as a symbol; nothing where a character is left out here.
    private mutating func markSymbol(_ end: Int) {
        if let last = page.symbols.indices.last, page.symbols[last].end == text.count, page.symbols[last].count > 0,
            end > text.count
        {
            page.symbols[last] = TextRange(page.symbols[last].start, end)
        } else {
            page.symbols.append(TextRange(text.count, end))
        }
    }

    /// The stretch of the page that one of a glyph's scalars covers, along the direction of its line. Static, since a writer that is being changed
    /// would be copied for it.
    private static func stretch(of glyph: Glyph, part: Int, in frame: ReadingFrame) -> (low: Float, high: Float) {
        let page = frame.onPage(glyph.left, glyph.top, glyph.right, glyph.bottom)
        let isVertical = (frame.turn + (glyph.turn & 3)) & 1 == 1
        let (low, high) = isVertical ? (page.top, page.bottom) : (page.left, page.right)
        let step = (high - low) / Float(max(1, glyph.count))
        return (low + step * Float(part), low + step * Float(part + 1))
    }

    private mutating func append(_ scalar: Unicode.Scalar, _ stretch: (low: Float, high: Float) = (.nan, .nan)) {
        text.append(scalar)
        extents.append(.empty)
        stretches.append(stretch)
    }

    /// Takes the last scalar of the line at work away.
    private mutating func dropLast() {
        _ = text.popLast()
        extents.removeLast()
        stretches.removeLast()
    }

    private mutating func closeBold() {
        if let range = run(from: openBold) { page.bold.append(range) }
        openBold = nil
    }

    private mutating func closeSlanted() {
        if let range = run(from: openSlanted) { page.slanted.append(range) }
        openSlanted = nil
    }

    private mutating func closeStruck() {
        if let range = run(from: openStruck) { page.struck.append(range) }
        openStruck = nil
    }

    private mutating func closeSpaced() {
        if let range = run(from: openSpaced) { page.spaced.append(range) }
        openSpaced = nil
    }

    /// What was written since `start`, without a space at its end.
    private func run(from start: Int?) -> TextRange? {
        guard let start, start < text.count else { return nil }
        return TextRange(start, text[text.count - 1] == " " ? text.count - 1 : text.count)
    }

    private mutating func closeHidden() {
        if let hidden = openHidden, hidden.range.start < text.count {
            page.hidden.append(HiddenText(range: TextRange(hidden.range.start, text.count), reason: hidden.reason))
        }
        openHidden = nil
    }

    private mutating func closeRuns() {
        closeBold()
        closeSlanted()
        closeStruck()
        closeSpaced()
        closeHidden()
    }
}

extension HiddenText.Reason {
    /// Why a glyph can't be seen; nil where it can.
    fileprivate init?(_ flags: Glyph.Flags) {
        if flags.isDisjoint(with: .unseen) { return nil }
        self = flags.contains(.covered) ? .covered : flags.contains(.invisible) ? .invisible : flags.contains(.tiny) ? .tiny : .sameColour
    }
}
