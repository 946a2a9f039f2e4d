internal import PaperModel

/// Writes the canonical text of a page, element by element, and notes on the way what stands where.
struct PageComposer {
    let tree: MarkupTree
    let reading: PageReading
    /// Address that links are resolved against; nil where the page gives none.
    let base: String?
    /// Data tables by their element.
    let dataTables: [Int: TableRows]
    /// Cells of layout tables that hold the numbers of items, and those with their texts.
    let numberColumns: [(numbers: Int, texts: Int, last: Int)]
    /// All of these cells.
    let columnCells: Set<Int>

    /// The page as it grows.
    var page = Page(number: 1)
    /// Tables in document order.
    var tables: [Table] = []
    /// What a reader should know.
    var notices: [Notice] = []
    var flow = TextFlow()
    var frames: [Frame] = []
    var lists: [ListCounter] = []
    /// Labels of list items whose first words are still to come.
    var labels: [String] = []
    var openBlock: OpenBlock?
    var openTable: OpenTable?
    var openPreformatted: OpenPreformatted?
    /// For each element the range of its words.
    private var ranges: [TextRange?]
    private var breaks = 0

    /// An element that is open, with what holds for the words in it.
    struct Frame {
        var node: Int
        var end: Int
        /// Length of the text when it was opened.
        var start: Int
        var isBlock = false
        var kind = Block.Kind.paragraph
        var style = TextStyle()
        var isPreformatted = false
        var isRaised = false
        var isStruck = false
        /// Set in letters without size: not to be seen.
        var isSizeless = false
        /// Within a cell of numbers of items, or of their texts: where lines begin there is noted.
        var isInColumn = false
        var role: Block.Role?
        var item: Int?
        var listDepth = -1
        /// Number of labels to come when it was opened.
        var labelCount = 0
        /// Text to write where it closes.
        var closing: Unicode.Scalar?
    }

    /// A block that has words.
    struct OpenBlock {
        var block: Block
        var boldCount = 0
        var italicCount = 0
        var underlinedCount = 0
    }

    /// Prepares to read a page.
    init(tree: MarkupTree, reading: PageReading, base: String?) {
        self.tree = tree
        self.reading = reading
        self.base = base
        dataTables = tree.dataTables(leftOut: reading.leftOut, named: reading.roots + reading.items.keys)
        numberColumns = tree.numberColumns(leftOut: reading.leftOut, dataTables: dataTables)
        columnCells = Set(numberColumns.flatMap { [$0.numbers, $0.texts] })
        ranges = Array(repeating: nil, count: tree.nodes.count)
    }

    /// Reads the roots in order.
    mutating func compose() {
        for root in reading.roots {
            var index = root
            while index < tree.nodes[root].end {
                closeFrames(endingBy: index)
                if reading.leftOut[index] {
                    index = tree.nodes[index].end
                    continue
                }
                if let utf8 = tree.utf8(of: index) { write(String(decoding: utf8, as: UTF8.self)) } else { enter(index) }
                index += 1
            }
            closeFrames(endingBy: tree.nodes.count)
        }
        page.text = PageText(flow.scalars)
        page.cellBreaks = flow.cellBreaks
        page.itemCells = numberColumns.compactMap { column in
            guard let numbers = ranges[column.numbers], let texts = ranges[column.texts], numbers.end <= texts.start else { return nil }
            return ItemCells(numbers: numbers, texts: texts, end: max(texts.end, ranges[column.last]?.end ?? texts.end))
        }
        page.places = .elements(places())
    }

    /// The elements with words of their own extent, outer before inner. Of elements with one and the same range only the innermost is kept, since
    /// that is what stands for the range.
    private func places() -> [ElementPlace] {
        var places: [ElementPlace] = []
        var pathBytes = 0
        for (node, range) in ranges.enumerated() {
            guard let range, pathBytes < PageComposer.mostPathBytes else { continue }
            let place = ElementPlace(range: range, path: tree.path(of: node))
            pathBytes += place.path.utf8.count
            if places.last?.range == range { places.removeLast() }
            places.append(place)
        }
        return places
    }

    /// Most bytes of paths that a page keeps: 300 kB of markup need about 200 kB. Past it words are placed by the elements recorded so far.
    private static let mostPathBytes = 64 << 20
}

extension PageComposer {
    /// What holds for the words at this place.
    var current: Frame { frames.last ?? Frame(node: 0, end: tree.nodes.count, start: 0) }

    /// Parts two lines: within a cell by a space, since LF parts the rows of a table; by TAB where numbers would join over it.
    private mutating func askForLine() { flow.ask(openTable?.hasBegun == true ? .lineInCell : .line) }

    /// Writes a run of text of the markup.
    mutating func write(_ text: String) {
        let frame = current
        if frame.isSizeless { return }
        if openPreformatted != nil {
            for scalar in text.unicodeScalars { writePreformatted(scalar, style: frame.style, isStruck: frame.isStruck) }
            return
        }
        for scalar in text.unicodeScalars {
            switch ScalarShown(scalar) {
            case .nothing: continue
            case .lineFeed where frame.isPreformatted: askForLine()
            case .space, .lineFeed:
                if scalar == "\u{A0}", openTable?.hasBegun == true || frame.isInColumn { flow.holdLine() }
                flow.ask(.space)
            case .character(let shown): write(frame.isRaised ? shown.raised : shown, style: frame.style, isStruck: frame.isStruck)
            }
        }
    }

    /// Writes a scalar, opening the block that it belongs to.
    mutating func write(_ scalar: Unicode.Scalar, style: TextStyle, isStruck: Bool) {
        breaks = 0
        flow.settle(before: scalar)
        if openBlock == nil, openTable?.hasBegun != true { startBlock() }
        if !labels.isEmpty { writeLabels() }
        let position = flow.count
        flow.write(scalar)
        if style.isBold { page.bold.extend(to: position, in: flow.scalars) }
        if style.isItalic || style.isUnderlined, !style.isBold { page.slanted.extend(to: position, in: flow.scalars) }
        if isStruck { page.struck.extend(to: position, in: flow.scalars) }
        openBlock?.boldCount += style.isBold ? 1 : 0
        openBlock?.italicCount += style.isItalic ? 1 : 0
        openBlock?.underlinedCount += style.isUnderlined ? 1 : 0
    }

    /// One line break; a second in a row ends the paragraph, which is how pages without `p` part theirs.
    mutating func breakLine() {
        if openTable?.hasBegun == true {
            flow.breakLine(.lineInCell)
        } else if current.isInColumn {
            flow.breakLine(.line)
        } else {
            askForLine()
        }
        breaks += 1
        if breaks > 1 { endBlock() }
    }

    private mutating func startBlock() {
        let frame = current
        var block = Block(kind: frame.kind, range: TextRange(flow.count, flow.count))
        // The words after an item's first block are paragraphs of that item.
        if frame.kind == .listItem, labels.isEmpty { block.kind = .paragraph }
        block.depth = max(0, frame.listDepth)
        block.role = frame.role
        block.item = frame.item
        openBlock = OpenBlock(block: block)
    }

    private mutating func writeLabels() {
        for label in labels where !label.isEmpty {
            let start = flow.count
            for scalar in label.unicodeScalars { flow.write(scalar) }
            openBlock?.block.label = TextRange(start, flow.count)
            flow.ask(.space)
            flow.settle()
        }
        labels = []
        // What stands inside the item begins after its label.
        for index in frames.indices.reversed() {
            if tree.name(of: frames[index].node) == "li" { break }
            frames[index].start = flow.count
        }
    }

    /// Ends the open block, if there is one; what follows begins a new line.
    mutating func endBlock() {
        askForLine()
        guard var open = openBlock else { return }
        openBlock = nil
        open.block.range = TextRange(open.block.range.start, flow.count)
        let most = open.block.range.count / 2
        open.block.style.isBold = open.boldCount > most
        open.block.style.isItalic = open.italicCount > most
        open.block.style.isUnderlined = open.underlinedCount > most
        readLabel(of: &open.block)
        if open.block.role == .truncation { noteTruncation(open.block) }
        page.blocks.append(open.block)
    }

    /// Finds the label that a block's own words begin with.
    private func readLabel(of block: inout Block) {
        guard block.label == nil else { return }
        var isHeading = block.style.isBold || block.role == .itemTitle
        if case .heading = block.kind { isHeading = true }
        guard let label = PrintedLabel(flow.scalars[block.range.offsets], isHeading: isHeading) else { return }
        block.label = TextRange(block.range.start, block.range.start + label.length)
        if block.kind == .paragraph, label.isBullet { block.kind = .listItem }
    }

    private mutating func noteTruncation(_ block: Block) {
        let words = PageText(flow.scalars)[block.range]
        let address = page.links.last { block.range.contains($0.range) }?.url
        notices.append(
            Notice(.truncatedMinutes, "the page cuts the text before \"\(words)\"; read \(address ?? "the item's own page") too", page: 1))
    }

    /// Notes the range of an element that closes: its words without the gaps around them.
    mutating func noteRange(of frame: Frame) -> TextRange? {
        var start = frame.start
        var end = flow.count
        while start < end, flow.scalars[start].isGap { start += 1 }
        while end > start, flow.scalars[end - 1].isGap { end -= 1 }
        guard start < end else { return nil }
        ranges[frame.node] = TextRange(start, end)
        return ranges[frame.node]
    }
}

extension [TextRange] {
    /// Adds the scalar at a position after all others; runs with only the gap between two words between them are one.
    fileprivate mutating func extend(to position: Int, in text: [Unicode.Scalar]) {
        if let last, last.end == position || (last.end == position - 1 && text[last.end].properties.isWhitespace) {
            self[count - 1].end = position + 1
        } else {
            append(TextRange(position, position + 1))
        }
    }
}

extension Unicode.Scalar {
    /// Whether it stands between words, lines or cells of the canonical text.
    fileprivate var isGap: Bool { self == " " || self == "\n" || self == "\t" }

    /// The superscript form of a digit, so that the mark of a footnote doesn't join the number before it.
    fileprivate var raised: Unicode.Scalar {
        switch self {
        case "1": "\u{B9}"
        case "2": "\u{B2}"
        case "3": "\u{B3}"
        case "0", "4"..."9": Unicode.Scalar(0x2070 + value - 0x30) ?? self
        default: self
        }
    }
}
