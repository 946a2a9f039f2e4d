public import PaperModel

/// The records of one paper that was read, made one at a time in the order of the contract.
public struct PaperRecords: Sendable {
    /// The paper's own record.
    public let document: DocumentRecord
    private let paper: Paper
    private let segments: [Segment]
    private let figures: [Figure]

    /// Takes what the stages found; `told` is what others say of its meeting, `digest` the SHA-256 of the file's bytes in
    /// hexadecimal, `bytes` their number, `attachedTo` the id of the document that it is attached to.
    public init(
        paper: Paper, segments: [Segment], figures: [Figure], source: Source, told: MeetingFacts = MeetingFacts(), digest: String,
        bytes: Int, attachedTo: String? = nil, provenance: Provenance
    ) {
        self.paper = paper
        self.segments = segments
        self.figures = figures
        var source = source
        source.url = source.url ?? paper.metadata.url
        document = DocumentRecord(
            id: DocumentRecord.id(digest: digest), source: source, bytes: bytes, mediaType: paper.mediaType, metadata: paper.metadata,
            meeting: Meeting(printed: MeetingFacts(printedIn: paper.metadata), manifest: told), pageCount: paper.pageCount,
            isTagged: paper.isTagged, notices: Notice.merged(paper.notices),
            attachedTo: attachedTo, unreadNumbers: paper.tables.reduce(0) { $0 + $1.unreadNumbers },
            doubts: figures.count { !$0.doubts.isEmpty },
            provenance: provenance)
    }

    /// Hands each record to `body`: the document, its pages, segments, tables and figures.
    public func forEach(_ body: (Record) throws -> Void) rethrows {
        try body(.document(document))
        for page in paper.pages { try body(.page(record(of: page))) }
        for (index, segment) in segments.enumerated() { try body(.segment(record(of: segment, at: index))) }
        // By their places: a long paper has tens of thousands, and a copy of each is as large as all that its pages hold.
        var inCells: [Int: [Int]] = [:]
        for (index, figure) in figures.enumerated() { if let cell = figure.cell { inCells[cell.table, default: []].append(index) } }
        let holders = SegmentIndex(segments)
        for (index, table) in paper.tables.enumerated() {
            let holder = table.parts.first.flatMap { holders.innermost(at: $0.range.start, page: $0.page) }
            try body(.table(record(of: table, at: index, in: holder, amounts: inCells[index] ?? [])))
        }
        for (index, figure) in figures.enumerated() { try body(.figure(record(of: figure, at: index))) }
    }

    private func record(of page: Page) -> PageRecord {
        PageRecord(id: "\(document.id)#p\(page.number)", document: document.id, page: page)
    }

    private func record(of segment: Segment, at index: Int) -> SegmentRecord {
        SegmentRecord(
            id: segmentID(index) ?? "", document: document.id, parent: segmentID(segment.parent), answers: segmentID(segment.answers),
            sameAs: segmentID(segment.sameAs), segment: segment, text: paper.textWithoutFurniture(of: segment.spans))
    }

    private func record(of table: Table, at index: Int, in holder: Int?, amounts: [Int]) -> TableRecord {
        let cells = table.cells.map { CellRecord(cell: $0, text: paper.text(of: $0)) }
        var headings: [Int: String] = [:]
        for cell in cells where !cell.text.isEmpty && headings[cell.cell.row] == nil { headings[cell.cell.row] = cell.text }
        let entries = amounts.compactMap { place -> SumCheck.Entry? in
            let figure = figures[place]
            // What a reader can't see, or sees crossed out, is none of a sum.
            guard figure.hidden == nil, !figure.isStruck, let cell = figure.cell, case .single(let amount) = figure.value else {
                return nil
            }
            let exact = ClosedInterval(min: amount, max: amount)
            return SumCheck.Entry(row: cell.row, column: cell.column, interval: figure.interval ?? exact)
        }
        return TableRecord(
            id: tableID(index), document: document.id, segment: segmentID(holder), caption: table.caption.map(paper.text), table: table,
            cells: cells,
            checks: SumCheck.checks(
                headings: headings, headerRows: table.headerRows, entries: entries.sorted { ($0.row, $0.column) < ($1.row, $1.column) }))
    }

    private func record(of figure: Figure, at index: Int) -> FigureRecord {
        var boxes: [PlacedBox] = []
        var path: String?
        for span in figure.spans {
            switch paper.evidence(for: span) {
            case .boxes(let found): boxes += found.map { PlacedBox(page: span.page, box: $0) }
            case .path(let found): path = path ?? found
            case nil: continue
            }
        }
        return FigureRecord(
            id: "\(document.id)#f\(index + 1)", document: document.id, segment: segmentID(figure.segment),
            cell: figure.cell.map { CellLink(table: tableID($0.table), cell: $0) }, figure: figure,
            quote: Quote(of: figure.spans, in: paper), boxes: boxes, path: path)
    }

    private func tableID(_ index: Int) -> String { "\(document.id)#t\(index + 1)" }

    private func segmentID(_ index: Int?) -> String? { index.map { "\(document.id)#s\($0 + 1)" } }
}

extension DocumentRecord {
    /// The id of a document with the given SHA-256 digest in hexadecimal.
    public static func id(digest: String) -> String { "sha256:" + digest }
}
