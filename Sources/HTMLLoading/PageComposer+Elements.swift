internal import PaperModel

extension PageComposer {
    /// Opens an element.
    mutating func enter(_ node: Int) {
        guard let name = tree.name(of: node) else { return }
        switch name {
        case "br":
            breakLine()
            return
        case "wbr", "img": return
        default: break
        }
        var frame = current
        frame.node = node
        frame.end = tree.nodes[node].end
        frame.closing = nil
        frame.labelCount = labels.count
        frame.isPreformatted = frame.isPreformatted || ElementTraits.preformatted.contains(name)
        frame.isRaised = frame.isRaised || name == "sup"
        frame.role = reading.roles[node] ?? frame.role
        frame.item = reading.items[node] ?? frame.item
        // What a layout names is a block of its own, whatever its element.
        frame.isBlock = ElementTraits.blocks.contains(name) || reading.roles[node] != nil
        if frame.isBlock, openTable?.isCell(node) != true { endBlock() }
        if columnCells.contains(node) {
            frame.isInColumn = true
            flow.beginColumn()
        }
        restyle(&frame, name: name)
        setKind(&frame, name: name)
        if frame.isPreformatted, frames.last?.isPreformatted != true { beginPreformatted(node) }
        if let rows = dataTables[node] { begin(rows, in: frame) }
        beginTablePart(node)
        frame.start = flow.count
        frames.append(frame)
        if name == "q" {
            write("\u{201C}", style: frame.style, isStruck: frame.isStruck)
            frames[frames.count - 1].closing = "\u{201D}"
        }
    }

    /// Closes the elements that end at or before a node.
    mutating func closeFrames(endingBy index: Int) {
        while let frame = frames.last, frame.end <= index {
            if let closing = frame.closing { write(closing, style: frame.style, isStruck: frame.isStruck) }
            if openPreformatted?.node == frame.node { endPreformatted() }
            let range = noteRange(of: frame)
            if let name = tree.name(of: frame.node) {
                if name == "a", let range { addLink(frame.node, range: range) }
                if name == "ol" || ElementTraits.bulletLists.contains(name) { _ = lists.popLast() }
                if name == "li" { labels.removeLast(max(0, labels.count - frame.labelCount)) }
            }
            if openTable?.isCell(frame.node) == true { endCell(frame.node, words: range) } else if frame.isBlock { endBlock() }
            if openTable?.node == frame.node { endTable() }
            if openTable?.rows.caption == frame.node { openTable?.caption = range }
            if columnCells.contains(frame.node) { flow.endColumn() }
            frames.removeLast()
        }
    }

    private func restyle(_ frame: inout Frame, name: String) {
        if ElementTraits.bold.contains(name) { frame.style.isBold = true }
        if ElementTraits.italic.contains(name) { frame.style.isItalic = true }
        if ElementTraits.underlined.contains(name) { frame.style.isUnderlined = true }
        let text = tree.attribute("style", of: frame.node) ?? ""
        let style = InlineStyle(text)
        // A line through the text runs through all that an element holds; its own element may take it away.
        frame.isStruck = frame.isStruck || (style.isStruck ?? ElementTraits.struck.contains(name))
        // Style sheets, which are not read, give sizes back by class.
        frame.isSizeless = style.isSizeless ?? (frame.isSizeless && tree.attribute("class", of: frame.node) == nil)
        frame.isPreformatted = style.isPreformatted ?? frame.isPreformatted
        frame.style.isBold = style.isBold ?? frame.style.isBold
        frame.style.isItalic = style.isItalic ?? frame.style.isItalic
        frame.style.isUnderlined = style.isUnderlined ?? frame.style.isUnderlined
    }

    private mutating func setKind(_ frame: inout Frame, name: String) {
        let isHeading = tree.attribute("role", of: frame.node) == "heading"
        if let level = ElementTraits.headingLevel(name) ?? (isHeading ? headingLevel(of: frame.node) : nil) {
            frame.kind = .heading(level: level)
        } else if name == "caption" || name == "figcaption" {
            frame.kind = .caption
        } else if name == "td" || name == "th" || name == "table" {
            frame.kind = .paragraph
        } else if name == "ol" || ElementTraits.bulletLists.contains(name) {
            lists.append(ListCounter(list: frame.node, in: tree))
            frame.listDepth += 1
        } else if name == "li" {
            frame.kind = .listItem
            frame.listDepth = max(0, frame.listDepth)
            if lists.isEmpty {
                labels.append(ListMarker.bullet.label(for: 1))
            } else {
                labels.append(lists[lists.count - 1].label(of: frame.node, in: tree))
            }
        }
    }

    private func headingLevel(of node: Int) -> Int {
        // WAI-ARIA 1.2, role heading: level 2 where none is given.
        let level = tree.attribute("aria-level", of: node).flatMap { Int($0) } ?? 2
        return min(max(level, 1), 6)
    }

    private mutating func addLink(_ node: Int, range: TextRange) {
        guard let target = tree.attribute("href", of: node), WebAddress.leadsElsewhere(target) else { return }
        page.links.append(Link(range: range, url: WebAddress.resolve(target, against: base)))
    }
}
