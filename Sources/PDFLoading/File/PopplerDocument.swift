import CPoppler
import PaperModel

/// Version of the poppler library that reads the PDFs.
public let popplerVersion: String = poppler_get_version().map { String(cString: $0) } ?? "unknown"

/// A PDF as poppler-glib opens it: what it says about itself as a whole, and pictures of its pages. It reads from the bytes that it was
/// opened with for as long as it lives.
final class PopplerDocument {
    private let document: OpaquePointer

    /// Most page labels that are read.
    private static let mostLabels = 5_000

    /// Opens a document; nil where poppler can't.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        let data = g_bytes_new_static(bytes.baseAddress, gsize(bytes.count))
        defer { g_bytes_unref(data) }
        guard let opened = poppler_document_new_from_bytes(data, nil, nil) else { return nil }
        document = opened
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(document)) }

    /// Title, producer, day of making and the names of attached files.
    var metadata: Paper.Metadata {
        var metadata = Paper.Metadata()
        metadata.title = taken(poppler_document_get_title(document))
        metadata.producer = taken(poppler_document_get_producer(document))
        if let date = poppler_document_get_creation_date_time(document) {
            metadata.created = taken(g_date_time_format_iso8601(date))
            g_date_time_unref(date)
        }
        metadata.attachments = attachments(lookingInside: false, pages: [])
        return metadata
    }

    /// One label for each page, nil where it is the page number.
    var labels: [String?] {
        (0..<min(pageCount, PopplerDocument.mostLabels)).map { index in
            guard let page = poppler_document_get_page(document, Int32(index)) else { return nil }
            defer { g_object_unref(UnsafeMutableRawPointer(page)) }
            let label = taken(poppler_page_get_label(page), atMost: longestName)
            return label == String(index + 1) ? nil : label
        }
    }

    var pageCount: Int { max(0, Int(poppler_document_get_n_pages(document))) }

    /// A page (1-based), for the caller to let go; poppler complains on standard error where it is asked for one that is not there.
    private func page(_ number: Int) -> OpaquePointer? {
        guard (1...max(1, pageCount)).contains(number) else { return nil }
        return poppler_document_get_page(document, Int32(clamping: number - 1))
    }

    /// Width and height of a page (1-based) as displayed, points; nil where there is no such page.
    func size(ofPage number: Int) -> (width: Double, height: Double)? {
        guard let page = page(number) else { return nil }
        defer { g_object_unref(UnsafeMutableRawPointer(page)) }
        var size = (width: 0.0, height: 0.0)
        poppler_page_get_size(page, &size.width, &size.height)
        return size
    }

    /// Draws a page (1-based) into a cairo context whose unit is a point; nothing where there is no such page.
    func draw(page number: Int, into context: OpaquePointer) {
        guard let page = page(number) else { return }
        defer { g_object_unref(UnsafeMutableRawPointer(page)) }
        poppler_page_render(page, context)
    }

    /// A picture of a page (1-based) on white, as displayed; nil where the page can't be drawn or is too large to be.
    func image(ofPage number: Int, dotsPerInch: Double) -> PageImage? {
        guard let size = size(ofPage: number) else { return nil }
        return PageSurface.image(width: size.width, height: size.height, dotsPerInch: dotsPerInch) { draw(page: number, into: $0) }
    }
}

/// A file that is attached to a document, for as long as that is open.
struct AttachedFile {
    /// A name of its own.
    let name: String
    /// The name that it has in the document.
    let printed: String
    /// Whether it is attached to a page, by an annotation, and not to the document as a whole.
    let isOnPage: Bool
    fileprivate let attachment: UnsafeMutablePointer<PopplerAttachment>

    /// Hands its bytes to `sink`.
    func unpack(into sink: AttachmentSink) {
        let take: PopplerAttachmentSaveFunc = { bytes, count, sink, _ in
            guard let bytes, let sink else { return 0 }
            let part = UnsafeRawBufferPointer(start: bytes, count: Int(clamping: count))
            return Unmanaged<AttachmentSink>.fromOpaque(sink).takeUnretainedValue().take(part) ? 1 : 0
        }
        withExtendedLifetime(sink) {
            _ = poppler_attachment_save_to_callback(attachment, take, Unmanaged.passUnretained(sink).toOpaque(), nil)
        }
    }
}

extension PopplerDocument {
    /// Hands on each file that is attached to the document as a whole, and then those that are attached to one of `pages` (1-based).
    func forEachAttachment(pages: some Sequence<Int>, _ body: (AttachedFile) -> Void) {
        var found = attachedToDocument
        let whole = found.count
        for page in pages where found.count < AttachmentLimits.files {
            found += attached(toPage: page, atMost: AttachmentLimits.files - found.count)
        }
        defer { for attachment in found { g_object_unref(UnsafeMutableRawPointer(attachment)) } }
        let named = found.prefix(AttachmentLimits.files)
        let printed = named.map { attachment in attachment.pointee.name.map { printable(copied($0, atMost: longestName)) } ?? "" }
        for (index, name) in AttachedFiles.distinct(printed).enumerated() {
            body(AttachedFile(name: name, printed: printed[index], isOnPage: index >= whole, attachment: named[index]))
        }
    }

    private var attachedToDocument: [UnsafeMutablePointer<PopplerAttachment>] {
        guard poppler_document_has_attachments(document) != 0, let list = poppler_document_get_attachments(document) else { return [] }
        defer { g_list_free(list) }
        return PopplerDocument.entries(of: list).map { $0.assumingMemoryBound(to: PopplerAttachment.self) }
    }

    private func attached(toPage number: Int, atMost count: Int) -> [UnsafeMutablePointer<PopplerAttachment>] {
        guard count > 0, let page = page(number) else { return [] }
        defer { g_object_unref(UnsafeMutableRawPointer(page)) }
        guard let list = poppler_page_get_annot_mapping(page) else { return [] }
        defer { poppler_page_free_annot_mapping(list) }
        let attachments = PopplerDocument.entries(of: list).lazy.compactMap { entry -> UnsafeMutablePointer<PopplerAttachment>? in
            guard let annotation = entry.assumingMemoryBound(to: PopplerAnnotMapping.self).pointee.annot,
                poppler_annot_get_annot_type(annotation) == POPPLER_ANNOT_FILE_ATTACHMENT
            else { return nil }
            return poppler_annot_file_attachment_get_attachment(annotation)
        }
        var taken: [UnsafeMutablePointer<PopplerAttachment>] = []
        for attachment in attachments {
            taken.append(attachment)
            // A page may have signs without number.
            if taken.count == count { break }
        }
        return taken
    }

    private static func entries(of list: UnsafeMutablePointer<GList>) -> [UnsafeMutableRawPointer] {
        var entries: [UnsafeMutableRawPointer] = []
        var node: UnsafeMutablePointer<GList>? = list
        while let entry = node {
            if let data = entry.pointee.data { entries.append(data) }
            node = entry.pointee.next
        }
        return entries
    }
}

/// A string that C allocated, copied and freed; nil where it is empty.
private func taken(_ text: UnsafeMutablePointer<CChar>?, atMost count: Int = longestText) -> String? {
    guard let text else { return nil }
    defer { g_free(text) }
    let plain = printable(copied(text, atMost: count))
    return plain.allSatisfy(\.isWhitespace) ? nil : plain
}

/// Bytes of a title: no printed one fills a page.
private let longestText = 4_096
/// Bytes of the label of a page, or of the name of an attached file.
private let longestName = 255

private func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { isPrintable($0.value) }))
}

/// The first bytes of a C string, `count` at most.
func copied(_ text: UnsafePointer<CChar>, atMost count: Int) -> String {
    let length = strnlen(text, count)
    return String(decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self)
}
