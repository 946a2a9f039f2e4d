import CPoppler
import PaperModel

/// Version of the poppler library that reads the PDFs.
public let popplerVersion: String = poppler_get_version().map { String(cString: $0) } ?? "unknown"

/// A PDF as poppler-glib opens it: what it says about itself as a whole, and pictures of its pages. It reads from the bytes that it was
/// opened with for as long as it lives.
final class PopplerDocument {
    private let document: OpaquePointer

    /// Most page labels and attachments that are read.
    private static let mostLabels = 5_000
    private static let mostAttachments = 100
    /// Longest side of a picture, pixels: A0 at 300 dots per inch is 14,000.
    private static let longestSide = 15_000.0

    /// Opens a document; nil where poppler can't.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        let data = g_bytes_new_static(bytes.baseAddress, gsize(bytes.count))
        defer { g_bytes_unref(data) }
        guard let opened = poppler_document_new_from_bytes(data, nil, nil) else { return nil }
        document = opened
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(document)) }

    /// Title, producer, day of making and attachments.
    var metadata: Paper.Metadata {
        var metadata = Paper.Metadata()
        metadata.title = taken(poppler_document_get_title(document))
        metadata.producer = taken(poppler_document_get_producer(document))
        if let date = poppler_document_get_creation_date_time(document) {
            metadata.created = taken(g_date_time_format_iso8601(date))
            g_date_time_unref(date)
        }
        metadata.attachments = attachments
        return metadata
    }

    /// One label for each page, nil where it is the page number.
    var labels: [String?] {
        (0..<min(Int(poppler_document_get_n_pages(document)), PopplerDocument.mostLabels)).map { index in
            guard let page = poppler_document_get_page(document, Int32(index)) else { return nil }
            defer { g_object_unref(UnsafeMutableRawPointer(page)) }
            let label = taken(poppler_page_get_label(page))
            return label == String(index + 1) ? nil : label
        }
    }

    private var attachments: [String] {
        guard poppler_document_has_attachments(document) != 0, let list = poppler_document_get_attachments(document) else { return [] }
        defer { g_list_free(list) }
        var names: [String] = []
        var node: UnsafeMutablePointer<GList>? = list
        while let entry = node {
            if let object = entry.pointee.data {
                let attachment = object.assumingMemoryBound(to: PopplerAttachment.self)
                if names.count < PopplerDocument.mostAttachments, let name = attachment.pointee.name { names.append(String(cString: name)) }
                g_object_unref(object)
            }
            node = entry.pointee.next
        }
        return names
    }

    /// A picture of a page (1-based) on white, as displayed; nil where the page can't be drawn or is too large to be.
    func image(ofPage number: Int, dotsPerInch: Double) -> PageImage? {
        guard let page = poppler_document_get_page(document, Int32(clamping: number - 1)) else { return nil }
        defer { g_object_unref(UnsafeMutableRawPointer(page)) }
        var width = 0.0
        var height = 0.0
        poppler_page_get_size(page, &width, &height)
        let scale = dotsPerInch / 72
        guard width > 0, height > 0, max(width, height) * scale <= PopplerDocument.longestSide else { return nil }
        let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width * scale), Int32(height * scale))
        defer { cairo_surface_destroy(surface) }
        let context = cairo_create(surface)
        defer { cairo_destroy(context) }
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        cairo_scale(context, scale, scale)
        poppler_page_render(page, context)
        cairo_surface_flush(surface)
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let pixels = cairo_image_surface_get_data(surface) else { return nil }
        let size = (width: Int(cairo_image_surface_get_width(surface)), height: Int(cairo_image_surface_get_height(surface)))
        let stride = Int(cairo_image_surface_get_stride(surface))
        var grey = [UInt8]()
        grey.reserveCapacity(size.width * size.height)
        for row in 0..<size.height {
            for column in 0..<size.width {
                let pixel = pixels + row * stride + column * 4
                // Rec. 601 luma of blue, green, red.
                grey.append(UInt8((Int(pixel[0]) * 29 + Int(pixel[1]) * 150 + Int(pixel[2]) * 77) >> 8))
            }
        }
        return PageImage(width: size.width, height: size.height, dotsPerInch: dotsPerInch, grey: grey)
    }
}

/// A picture of a page, one byte a pixel, 0 black to 255 white.
struct PageImage {
    let width: Int
    let height: Int
    let dotsPerInch: Double
    let grey: [UInt8]
}

/// A string that C allocated, copied and freed; nil where it is empty.
private func taken(_ text: UnsafeMutablePointer<CChar>?) -> String? {
    guard let text else { return nil }
    defer { g_free(text) }
    let plain = String(String.UnicodeScalarView(String(cString: text).unicodeScalars.filter { isPrintable($0.value) }))
    return plain.allSatisfy(\.isWhitespace) ? nil : plain
}
