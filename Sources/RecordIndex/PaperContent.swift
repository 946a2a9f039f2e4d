/// What the index takes from the records of a paper.
struct PaperContent {
    var facts = Facts()
    var pages: [PageText] = []
    var segments: [SegmentFacts] = []
    var tables: [TableFacts] = []
    var figures: [FigureFacts] = []

    /// Reads the records of one paper, a line each; nil where no document is among them.
    init?(_ lines: [UInt8]) {
        var start = 0
        while start < lines.count {
            let end = lines[start...].firstIndex(of: UInt8(ascii: "\n")) ?? lines.count
            if end > start { read(RecordCursor(lines, start..<end)) }
            start = end + 1
        }
        guard !facts.document.isEmpty else { return nil }
    }

    private mutating func read(_ line: RecordCursor) {
        var line = line
        switch line.type {
        case "document":
            var facts = Facts()
            line.object { facts.read($0, &$1) }
            self.facts = facts
        case "page":
            var page = PageText()
            line.object { page.read($0, &$1) }
            pages.append(page)
        case "segment":
            var segment = SegmentFacts()
            line.object { segment.read($0, &$1) }
            segments.append(segment)
        case "table":
            var table = TableFacts()
            line.object { table.read($0, &$1) }
            tables.append(table)
        case "figure":
            var figure = FigureFacts()
            line.object { figure.read($0, &$1) }
            figures.append(figure)
        default: break
        }
    }
}
