/// The titles that hold for a segment: its own and those of the segments around it.
struct SegmentTitles {
    private let segments: [Int: PaperContent.SegmentFacts]

    init(_ segments: [PaperContent.SegmentFacts]) {
        self.segments = Dictionary(segments.map { ($0.number, $0) }) { first, _ in first }
    }

    /// Deeper nesting is a fault of the paper.
    private static let deepest = 12

    /// The titles from the outermost to the segment's own, a line each.
    func chain(_ number: Int) -> String {
        var titles: [String] = []
        var next: Int? = number
        while let own = next.flatMap({ segments[$0] }), titles.count < SegmentTitles.deepest {
            if let title = own.title { titles.append(title) }
            next = own.parent == own.number ? nil : own.parent
            if titles.isEmpty, own.title == nil, own.parent == nil { break }
        }
        return titles.reversed().joined(separator: "\n")
    }
}

/// The titles of segments that began before a passage and go on in it, and of the tables in it: they hold there without being printed.
struct CarriedHeadings {
    private var titles: [(from: (page: Int, start: Int), to: (page: Int, end: Int), title: String)] = []
    private var captions: [Int: [String]] = [:]

    init(_ content: PaperContent) {
        for segment in content.segments {
            guard let title = segment.title, let first = segment.spans.first, let last = segment.spans.last else { continue }
            titles.append(((first.page, first.start), (last.page, last.end), title))
        }
        for table in content.tables {
            if let caption = table.caption, let page = table.page { captions[page, default: []].append(caption) }
        }
    }

    /// Most titles that are carried: those of one branch of the paper.
    private static let most = 12

    /// The titles, a line each.
    func text(page: Int, start: Int) -> String {
        let carried = titles.filter { $0.from < (page, start) && (page, start) < $0.to }.prefix(CarriedHeadings.most).map(\.title)
        return (carried + (captions[page] ?? [])).joined(separator: "\n")
    }
}
