import CPageContent
import PaperModel

/// A glyph as drawn: box in points from the top left of the page, or of the page as read (see `ReadingFrame`).
struct Glyph {
    var left: Float
    var top: Float
    var right: Float
    var bottom: Float
    var baseline: Float
    var size: Float
    /// First of its scalars in the page's scalars.
    var scalars: Int32
    var count: UInt16
    var turn: UInt8
    var flags: Flags
    /// Index into the document's fonts, -1 where unknown.
    var font: Int32
    /// Index into the structure tree, -1 where it stands in no element.
    var element: Int32
    /// What the text state adds to its advance to set letters apart, points (ISO 32000-1, 9.3.2 and 9.3.3).
    var spacing: Float = 0

    struct Flags: OptionSet {
        let rawValue: UInt16
        static let invisible = Flags(rawValue: UInt16(PC_GLYPH_INVISIBLE))
        static let covered = Flags(rawValue: UInt16(PC_GLYPH_COVERED))
        static let artifact = Flags(rawValue: UInt16(PC_GLYPH_ARTIFACT))
        static let unmapped = Flags(rawValue: UInt16(PC_GLYPH_UNMAPPED))
        static let stroked = Flags(rawValue: UInt16(PC_GLYPH_STROKED))
        static let pagination = Flags(rawValue: UInt16(PC_GLYPH_PAGINATION))
        static let sameColour = Flags(rawValue: UInt16(PC_GLYPH_SAME_COLOUR))
        static let tiny = Flags(rawValue: UInt16(PC_GLYPH_TINY))
        /// A line runs through it (see `markLinedText`).
        static let struck = Flags(rawValue: 1 << 8)
        /// A line runs under it.
        static let underlined = Flags(rawValue: 1 << 9)
        /// What no reader of the page can see.
        static let unseen: Flags = [.covered, .invisible, .sameColour, .tiny]
    }
}

/// A straight line along an axis.
struct Rule {
    var left: Float
    var top: Float
    var right: Float
    var bottom: Float
    var thickness: Float
    var colour: UInt32
}

/// A filled rectangle or an image.
struct FilledBox {
    var left: Float
    var top: Float
    var right: Float
    var bottom: Float
    var colour: UInt32
    var isImage: Bool
}

/// What one page draws, copied out of the C arrays.
struct PageContent {
    var width: Float
    var height: Float
    var rotation: Int
    var glyphs: [Glyph]
    var scalars: [UInt32]
    var rules: [Rule]
    var boxes: [FilledBox]
    /// Whether the limit of marks was met and the rest left out.
    var isCut: Bool
    /// Painted paths with curves: what charts, logos and outlined letters are made of.
    var curves = 0
}

/// How a font looks.
struct Font {
    var name: String
    var isBold: Bool
    var isItalic: Bool
    /// Whether its characters are symbols or pictures whatever codes they have: Symbol, Wingdings.
    var isSymbolic = false

    init(name: String, isBold: Bool, isItalic: Bool) {
        (self.name, self.isBold, self.isItalic) = (name, isBold, isItalic)
        // "ABCDEF+Symbol": a subset has a tag before its name (ISO 32000-1, 9.6.4).
        let plain = name.split(separator: "+").last.map { $0.lowercased() } ?? ""
        isSymbolic = Font.symbolic.contains { plain.hasPrefix($0) }
    }

    /// How the names of such fonts begin.
    private static let symbolic = ["symbol", "wingdings", "webdings", "zapfdingbats", "dingbats", "mtextra", "mt-extra", "marlett"]
}

/// An open PDF whose pages are interpreted one at a time. Owns the C document, which reads from the bytes that it was opened with.
final class PDFContent {
    private let document: OpaquePointer
    private let log: MessageLog
    private(set) var fonts: [Font] = []
    /// Pages (1-based) to which files are attached, of those that were interpreted, in that order.
    private(set) var pagesWithFiles: [Int] = []

    /// What the PDF library said, the first few of each severity.
    private final class MessageLog {
        var mended = 0
        var damaged: [String] = []
        /// More than this many of the same trouble tell a reader nothing new.
        static let most = 5
        /// Bytes of a message: some hold what stands in the file.
        static let longest = 300
    }

    /// Opens a document. Throws `encrypted`, `corrupt` or `memory`.
    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(PaperFailure) {
        log = MessageLog()
        var opened: OpaquePointer?
        let receive: pc_message = { context, severity, position, text in
            guard let context, let text else { return }
            let log = Unmanaged<MessageLog>.fromOpaque(context).takeUnretainedValue()
            if severity == 0 {
                log.mended += 1
            } else if log.damaged.count < MessageLog.most {
                let words = copied(text, atMost: MessageLog.longest)
                log.damaged.append(position < 0 ? words : "\(words) (byte \(position))")
            }
        }
        let status = pc_open(bytes.baseAddress, bytes.count, receive, Unmanaged.passUnretained(log).toOpaque(), &opened)
        guard status == PC_OK, let opened else {
            throw PaperFailure(status: status, detail: log.damaged.first)
        }
        document = opened
    }

    deinit { pc_close(document) }

    var pageCount: Int { Int(pc_page_count(document)) }
    var wasRepaired: Bool { pc_was_repaired(document) != 0 }
    /// Whether the content is an XFA form, of which the pages hold a placeholder only.
    var isXFAForm: Bool { pc_is_xfa_form(document) != 0 }
    /// Whether its content is in attached files, and its pages are a cover.
    var isPortfolio: Bool { pc_is_portfolio(document) != 0 }
    /// Whether the labels of its pages can be asked for without harm.
    var hasShortLabels: Bool { pc_has_short_labels(document) != 0 }
    /// The language that the document says its text is in, a BCP 47 tag of ASCII letters, digits and hyphens; nil where it says none.
    var language: String? {
        let tag = String(cString: pc_language(document))
        let isTag =
            !tag.isEmpty && tag.utf8.count <= 35
            && tag.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }
        return isTag ? tag : nil
    }
    /// What the library could not read without loss, in its words.
    var damage: [String] { log.damaged }

    /// The structure tree, flattened; empty where the document has none. `limit` bounds elements and marked contents.
    ///
    /// - Throws: `memory`, where it takes more than there is, or `corrupt`; the document stays usable.
    func structure(limit: Int) throws(PaperFailure) -> StructureTree {
        let status = pc_read_structure(document, limit)
        guard status == PC_OK else { throw PaperFailure(status: status, detail: "structure tree") }
        var count = 0
        guard let elements = pc_elements(document, &count) else { return StructureTree([]) }
        return StructureTree(UnsafeBufferPointer(start: elements, count: count).map { StructureTree.Element($0) })
    }

    /// Interprets a page (1-based). Throws `corrupt` or `memory`; the document stays usable.
    func page(_ number: Int, markLimit: Int) throws(PaperFailure) -> PageContent {
        var page = pc_page()
        let status = pc_read_page(document, Int32(clamping: number), markLimit, &page)
        guard status == PC_OK else { throw PaperFailure(status: status, detail: "page \(number)") }
        readNewFonts()
        if page.files != 0 { pagesWithFiles.append(number) }
        return PageContent(page)
    }

    private func readNewFonts() {
        var count = 0
        guard let all = pc_fonts(document, &count), count > fonts.count else { return }
        for index in fonts.count..<count {
            let font = all[index]
            fonts.append(Font(name: String(cString: font.name), isBold: font.bold != 0, isItalic: font.italic != 0))
        }
    }
}

extension PageContent {
    fileprivate init(_ page: pc_page) {
        width = Float(page.width)
        height = Float(page.height)
        rotation = Int(page.rotation)
        glyphs = UnsafeBufferPointer(start: page.glyphs, count: page.glyph_count).map { glyph in
            Glyph(
                left: glyph.x0, top: glyph.y0, right: glyph.x1, bottom: glyph.y1, baseline: glyph.baseline, size: glyph.size,
                scalars: Int32(bitPattern: glyph.scalars), count: glyph.count, turn: glyph.turn, flags: Glyph.Flags(rawValue: glyph.flags),
                font: glyph.font, element: glyph.element, spacing: glyph.spacing)
        }
        scalars = Array(UnsafeBufferPointer(start: page.scalars, count: page.scalar_count))
        rules = UnsafeBufferPointer(start: page.rules, count: page.rule_count).map { rule in
            Rule(
                left: rule.x0, top: rule.y0, right: rule.x1, bottom: rule.y1, thickness: rule.width, colour: rule.colour)
        }
        boxes = UnsafeBufferPointer(start: page.boxes, count: page.box_count).map { box in
            FilledBox(
                left: box.x0, top: box.y0, right: box.x1, bottom: box.y1, colour: box.colour,
                isImage: box.flags & UInt8(PC_BOX_IMAGE) != 0)
        }
        isCut = page.cut != 0
        curves = page.curve_count
    }
}

extension StructureTree.Element {
    fileprivate init(_ element: pc_element) {
        parent = Int(element.parent)
        kind = Kind(pc_kind(UInt32(element.kind)), level: Int(element.level))
        rowSpan = Int(element.row_span)
        columnSpan = Int(element.column_span)
        isRowHeading = element.scope & UInt8(PC_SCOPE_ROW) != 0
        isColumnHeading = element.scope & UInt8(PC_SCOPE_COLUMN) != 0
    }
}

extension StructureTree.Element.Kind {
    fileprivate init(_ kind: pc_kind, level: Int) {
        self =
            switch kind {
            case PC_PARAGRAPH: .paragraph
            case PC_HEADING: .heading(level: level)
            case PC_LIST: .list
            case PC_LIST_ITEM: .listItem
            case PC_LABEL: .label
            case PC_LIST_BODY: .listBody
            case PC_TABLE: .table
            case PC_TABLE_ROW: .row
            case PC_HEADER_CELL: .headerCell
            case PC_DATA_CELL: .dataCell
            case PC_CAPTION: .caption
            case PC_FIGURE: .figure
            case PC_NOTE: .note
            case PC_SPAN, PC_LINK: .inline
            case PC_TOC, PC_TOC_ITEM: .contents
            case PC_ARTIFACT: .artifact
            case PC_FORM: .form
            default: .group
            }
    }
}

extension PaperFailure {
    /// The one place where a status of the C interface becomes a failure.
    fileprivate init(status: pc_status, detail: String?) {
        let more = detail.map { ": \($0)" } ?? ""
        switch status {
        case PC_ENCRYPTED: self.init(.encrypted, "the PDF needs a password; save a copy without one and read that")
        case PC_NO_MEMORY: self.init(.memory, "the PDF needs more memory than this process may use\(more)")
        case PC_NO_PAGE: self.init(.corrupt, "the page can't be found in the file\(more)")
        default: self.init(.corrupt, "the PDF is damaged beyond mending; fetch it again from its source\(more)")
        }
    }
}
