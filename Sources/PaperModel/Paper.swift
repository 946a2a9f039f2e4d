/// A paper as it was read: pages with canonical text, tables, and what the file says about itself.
public struct Paper: Sendable, Equatable {
    /// Format.
    public enum MediaType: String, Sendable, CaseIterable {
        /// PDF.
        case pdf = "application/pdf"
        /// HTML.
        case html = "text/html"
    }

    /// Format.
    public var mediaType: MediaType
    /// Pages in order.
    public var pages: [Page]
    /// Number of pages in the file, also those that were not read.
    public var pageCount: Int
    /// Tables in document order.
    public var tables: [Table]
    /// What the file says about itself.
    public var metadata: Metadata
    /// Whether the structure tree was used.
    public var isTagged: Bool
    /// What was survived.
    public var notices: [Notice]

    /// Makes an empty paper.
    public init(mediaType: MediaType) {
        self.mediaType = mediaType
        pages = []
        pageCount = 0
        tables = []
        metadata = Metadata()
        isTagged = false
        notices = []
    }

    /// What a file says about itself, and what its first page prints.
    public struct Metadata: Sendable, Equatable {
        /// Title.
        public var title: String?
        /// Program that wrote it.
        public var producer: String?
        /// When it was made: ISO 8601 as far as the file gives it.
        public var created: String?
        /// BCP 47 language tag.
        public var language: String?
        /// What kind of paper.
        public var kind: Kind?
        /// The council, as printed.
        public var organisation: String?
        /// The committee, as printed.
        public var committee: String?
        /// Day of the meeting.
        public var meetingDate: Day?
        /// The number of the agenda's item that it belongs to, as printed: "7", "4b".
        public var item: String?
        /// Where a web page says that it lives (canonical link).
        public var url: String?
        /// Files attached to the paper.
        public var attachments: [Attachment]
        /// The papers that an agenda pack holds, the agenda first; empty for a paper that is one.
        public var parts: [Part]

        /// Makes empty metadata.
        public init() {
            attachments = []
            parts = []
        }
    }

    /// A file that is attached to a paper.
    public struct Attachment: Sendable, Equatable {
        /// Its name, which no other file of the same paper has, and which may be the last part of a path.
        public var name: String
        /// SHA-256 of its bytes in hexadecimal, where it is a paper that can be read apart.
        public var digest: String?
        /// Number of the bytes of such a paper.
        public var bytes = 0
        /// Why a file that could be one isn't.
        public var refusal: String?

        /// Makes a file of which its name is known.
        public init(name: String) { self.name = name }

        /// Whether it is a paper that can be read apart.
        public var isPaper: Bool { digest != nil }
    }

    /// A paper within a pack, and what it prints of itself.
    public struct Part: Sendable, Equatable {
        /// 1-based page that it begins on.
        public var page: Int
        /// Its last page.
        public var endPage: Int
        /// What kind of paper.
        public var kind: Kind
        /// Title.
        public var title: String?
        /// Whose paper it is: an officer or an office, as printed.
        public var author: String?
        /// Day of the meeting that it names.
        public var date: Day?

        /// Makes a part that prints nothing of itself.
        public init(page: Int, endPage: Int, kind: Kind) {
            self.page = page
            self.endPage = endPage
            self.kind = kind
        }
    }
}

/// Where a span stands: boxes (PDF) or an element path (HTML).
public enum Evidence: Sendable, Equatable {
    /// One box per line fragment.
    case boxes([Box])
    /// XPath of the innermost element that holds it.
    case path(String)
}

extension Paper {
    /// The page with a 1-based number; nil where it was not read.
    public func page(_ number: Int) -> Page? {
        place(ofPage: number).map { pages[$0] }
    }

    /// Where the page with a 1-based number stands in `pages`. To read one thing of a page is quicker through this: a page as a value is a
    /// copy of all that it holds.
    public func place(ofPage number: Int) -> Int? {
        if number >= 1, number <= pages.count, pages[number - 1].number == number { return number - 1 }
        return pages.firstIndex { $0.number == number }
    }

    /// The words of a span, as in the canonical text.
    public func text(of span: Span) -> String {
        place(ofPage: span.page).map { pages[$0].text[span.range] } ?? ""
    }

    /// The scalars of a span; offsets outside the page's text are cut off.
    public func scalars(of span: Span) -> ArraySlice<Unicode.Scalar> {
        guard let place = place(ofPage: span.page) else { return [] }
        let text = pages[place].text
        return text.scalars[span.range.offsets.clamped(to: 0..<text.count)]
    }

    /// The canonical text of a page; nil where it was not read.
    public func text(ofPage number: Int) -> PageText? { place(ofPage: number).map { pages[$0].text } }

    /// The ranges of a page that are set in bold.
    public func bold(onPage number: Int) -> [TextRange] { place(ofPage: number).map { pages[$0].bold } ?? [] }

    /// The words of a cell, with single spaces for line ends and other white space.
    public func text(of cell: Table.Cell) -> String {
        place(ofPage: cell.page).map { pages[$0].text.words(in: cell.range) } ?? ""
    }

    /// The words of spans in order, joined by LF.
    public func text(of spans: [Span]) -> String {
        spans.map { text(of: $0) }.joined(separator: "\n")
    }

    /// Where a span stands on its page; nil where nothing of it is placed.
    public func evidence(for span: Span) -> Evidence? {
        place(ofPage: span.page).flatMap { pages[$0].evidence(for: span.range) }
    }
}

extension Page {
    /// Where a range stands: one box per line that it touches, or the innermost element that holds it.
    public func evidence(for range: TextRange) -> Evidence? {
        switch places {
        case .glyphs(let extents):
            let boxes = lines(touching: range).compactMap { $0.box(of: range, extents: extents) }
            return boxes.isEmpty ? nil : .boxes(boxes)
        case .elements(let elements):
            // They are in the order of their starts: none behind the first that begins later holds the range.
            let later = elements.partitioningIndex { $0.range.start > range.start }
            let innermost = elements[..<later].last { $0.range.contains(range) }
            return innermost.map { .path($0.path) }
        }
    }

    /// The lines that share a scalar with a range. Lines stand in the order of their ranges.
    public func lines(touching range: TextRange) -> ArraySlice<Line> {
        lines[lines.partitioningIndex { $0.range.end > range.start }...].prefix { $0.range.start < range.end }
    }
}

extension Line {
    /// The part of the line's box that the scalars of `range` cover; nil where they cover none of it.
    func box(of range: TextRange, extents: [Extent]) -> Box? {
        var low = UInt16.max
        var high = UInt16.min
        for offset in max(range.start, self.range.start)..<max(range.start, min(range.end, self.range.end)) where offset < extents.count {
            let extent = extents[offset]
            guard extent.end > extent.start else { continue }
            low = min(low, extent.start)
            high = max(high, extent.end)
        }
        guard low < high else { return nil }
        let (start, end) = (Double(low) / Double(UInt16.max), Double(high) / Double(UInt16.max))
        return isVertical
            ? Box(x: box.x, y: box.y + start * box.height, width: box.width, height: (end - start) * box.height)
            : Box(x: box.x + start * box.width, y: box.y, width: (end - start) * box.width, height: box.height)
    }
}
