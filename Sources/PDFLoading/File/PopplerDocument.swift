import CPoppler
import PaperModel

/// Version of the poppler library that reads the PDFs.
public let popplerVersion: String = poppler_get_version().map { String(cString: $0) } ?? "unknown"

/// A PDF as poppler-glib opens it: what it says about itself as a whole, and pictures of its pages. It reads from the bytes that it was
/// opened with for as long as it lives.
final class PopplerDocument {
    let document: OpaquePointer

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
    func page(_ number: Int) -> OpaquePointer? {
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
let longestName = 255

func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { isPrintable($0.value) }))
}

/// The first bytes of a C string, `count` at most.
func copied(_ text: UnsafePointer<CChar>, atMost count: Int) -> String {
    let length = strnlen(text, count)
    return String(decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self)
}
