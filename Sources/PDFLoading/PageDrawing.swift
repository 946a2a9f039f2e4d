public import PaperModel

/// An SVG picture of how a page was read: glyph boxes (grey), lines (blue), blocks with their order (green; furniture brown), drawn
/// rules (red), filled boxes (yellow), tables and cells (purple), hidden text (black outline). One SVG unit is one point.
///
/// Throws what `loadPDF` throws, and `corrupt` where the paper has no such page.
public func drawing(ofPage number: Int, in bytes: [UInt8], limits: LoadLimits = LoadLimits()) throws(PaperFailure) -> String {
    let paper = try loadPDF(bytes, limits: limits)
    guard let page = paper.page(number), let width = page.width, let height = page.height else {
        throw PaperFailure(.corrupt, "there is no readable page \(number); the paper has \(paper.pageCount) pages")
    }
    let content = try bytes.withUnsafeBufferPointer { bytes throws(PaperFailure) in
        try PDFContent(bytes).page(number, markLimit: limits.marksPerPage)
    }
    var drawing = PageDrawing(width: width, height: height)
    drawing.draw(content)
    drawing.draw(page)
    for table in paper.tables { drawing.draw(table, on: number) }
    return drawing.svg
}

/// How the tables of a page were read, as lines of text: each candidate with the rows and columns of its grid after every step, and why it
/// stands or lost.
///
/// Throws what `loadPDF` throws, and `corrupt` where the page can't be read.
public func tableSteps(ofPage number: Int, in bytes: [UInt8], limits: LoadLimits = LoadLimits()) throws(PaperFailure) -> String {
    try tracedPage(number, in: bytes, limits: limits).trace.text
}

/// An SVG picture of the cells of a page's table candidates (purple) after the step of table reading that has a name.
///
/// Throws what `loadPDF` throws, and `corrupt` where the page can't be read or no step has the name.
public func drawing(
    ofPage number: Int, in bytes: [UInt8], step: String, limits: LoadLimits = LoadLimits()
) throws(PaperFailure) -> String {
    let (page, content, trace) = try tracedPage(number, in: bytes, limits: limits)
    let steps = trace.entries.flatMap { entry in entry.steps.filter { $0.name == step }.map { (entry.label, $0) } }
    guard let frame = trace.frame, !steps.isEmpty else {
        let names = trace.entries.flatMap(\.steps).map(\.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        throw PaperFailure(.corrupt, "no step “\(step)” on page \(number); its steps are: \(names.joined(separator: ", "))")
    }
    var drawing = PageDrawing(width: page.width ?? 0, height: page.height ?? 0)
    drawing.draw(content)
    for (label, step) in steps { drawing.draw(step.cells.map(frame.onPage), of: label) }
    return drawing.svg
}

/// A page, read with a trace of its tables.
private func tracedPage(
    _ number: Int, in bytes: [UInt8], limits: LoadLimits
) throws(PaperFailure) -> (page: Page, content: PageContent, trace: TableTrace) {
    let trace = TableTrace()
    let (page, content) = try bytes.withUnsafeBufferPointer { bytes throws(PaperFailure) in
        let content = try PDFContent(bytes)
        guard (1...max(1, content.pageCount)).contains(number) else {
            throw PaperFailure(.corrupt, "there is no page \(number); the paper has \(content.pageCount) pages")
        }
        let settings = LayoutSettings()
        let tree = (try? content.structure(limit: settings.structureLimit)) ?? StructureTree([])
        var reader = PageReader(content: content, tree: tree, tables: TaggedTables(tree), limits: limits, settings: settings, scans: nil)
        reader.trace = trace
        var paper = Paper(mediaType: .pdf)
        let page = try reader.read(number, paper: &paper).page
        return (page, try content.page(number, markLimit: limits.marksPerPage))
    }
    return (page, content, trace)
}

private struct PageDrawing {
    private var shapes: [String] = []
    private let width: Double
    private let height: Double

    init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    var svg: String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)">
        <rect width="100%" height="100%" fill="white"/>
        \(shapes.joined(separator: "\n"))
        </svg>

        """
    }

    mutating func draw(_ content: PageContent) {
        for box in content.boxes {
            rectangle(box.left, box.top, box.right, box.bottom, stroke: "#c9a400", fill: box.isImage ? "#dddddd" : "#fff6c8", opacity: 0.5)
        }
        for glyph in content.glyphs {
            rectangle(
                glyph.left, glyph.top, glyph.right, glyph.bottom,
                stroke: glyph.flags.isDisjoint(with: .unseen) ? "#bbbbbb" : "#000000", fill: "none", opacity: 0.6)
        }
        for rule in content.rules {
            shapes.append(
                "<line x1=\"\(rule.left)\" y1=\"\(rule.top)\" x2=\"\(rule.right)\" y2=\"\(rule.bottom)\" stroke=\"#d00000\" stroke-width=\"\(max(0.5, rule.thickness))\"/>"
            )
        }
    }

    mutating func draw(_ page: Page) {
        for line in page.lines {
            rectangle(line.box, stroke: "#4080ff", dash: "1 1")
            // Text as read, at the size of its box.
            let size = (line.isVertical ? line.box.width : line.box.height) * 0.8
            let turn = line.isVertical ? " transform=\"rotate(-90 \(line.box.right) \(line.box.bottom))\"" : ""
            let (x, y) = line.isVertical ? (line.box.right, line.box.bottom - 1) : (line.box.x, line.box.bottom - size * 0.25)
            let length = line.isVertical ? line.box.height : line.box.width
            shapes.append(
                "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\" textLength=\"\(max(length, 1))\" lengthAdjust=\"spacingAndGlyphs\" font-family=\"sans-serif\"\(turn)>\(escaped(page.text[line.range]))</text>"
            )
        }
        for (order, block) in page.blocks.enumerated() {
            guard let box = block.box else { continue }
            let colour = block.kind == .furniture ? "#8a5a2b" : "#109030"
            rectangle(box.inset(by: -1.5), stroke: colour, dash: nil)
            shapes.append(
                "<text x=\"\(box.x - 3)\" y=\"\(box.y + 6)\" font-size=\"7\" text-anchor=\"end\" fill=\"\(colour)\" font-family=\"sans-serif\">\(order + 1) \(label(of: block.kind))</text>"
            )
        }
    }

    mutating func draw(_ table: Table, on page: Int) {
        for part in table.parts where part.page == page {
            if let box = part.box { rectangle(box.inset(by: -3), stroke: "#9020c0", dash: nil, thickness: 1.5) }
        }
        for cell in table.cells where cell.page == page {
            guard let box = cell.box else { continue }
            rectangle(box, stroke: "#9020c0", dash: nil, fill: cell.isHeader ? "#9020c0" : "none", thickness: 0.7)
            shapes.append(
                "<text x=\"\(box.x + 1)\" y=\"\(box.y + 4)\" font-size=\"4\" fill=\"#9020c0\" font-family=\"sans-serif\">\(cell.row),\(cell.column)</text>"
            )
        }
    }

    mutating func draw(_ cells: [Box], of candidate: String) {
        for box in cells { rectangle(box, stroke: "#9020c0", dash: nil, thickness: 0.7) }
        guard let first = cells.first else { return }
        shapes.append(
            "<text x=\"\(first.x)\" y=\"\(first.y - 2)\" font-size=\"6\" fill=\"#9020c0\" font-family=\"sans-serif\">\(candidate)</text>")
    }

    private func label(of kind: Block.Kind) -> String {
        switch kind {
        case .heading(let level): "h\(level)"
        case .paragraph: "p"
        case .listItem: "li"
        case .table(let index): "table \(index + 1)"
        case .caption: "caption"
        case .footnote: "note"
        case .furniture: "furniture"
        }
    }

    private mutating func rectangle(_ box: Box, stroke: String, dash: String?, fill: String = "none", thickness: Double = 0.5) {
        let dashes = dash.map { " stroke-dasharray=\"\($0)\"" } ?? ""
        shapes.append(
            "<rect x=\"\(box.x)\" y=\"\(box.y)\" width=\"\(max(box.width, 0))\" height=\"\(max(box.height, 0))\" fill=\"\(fill)\" fill-opacity=\"0.15\" stroke=\"\(stroke)\" stroke-width=\"\(thickness)\"\(dashes)/>"
        )
    }

    private mutating func rectangle(
        _ left: Float, _ top: Float, _ right: Float, _ bottom: Float, stroke: String, fill: String, opacity: Double
    ) {
        shapes.append(
            "<rect x=\"\(left)\" y=\"\(top)\" width=\"\(max(right - left, 0))\" height=\"\(max(bottom - top, 0))\" fill=\"\(fill)\" stroke=\"\(stroke)\" stroke-width=\"0.3\" opacity=\"\(opacity)\"/>"
        )
    }

    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
