import CPoppler
import PaperModel

/// What a PDF says about itself as a whole: metadata, page labels, attachments.
struct DocumentInfo {
    var metadata: Paper.Metadata
    /// One for each page, nil where the label is the page number.
    var labels: [String?]

    /// Most page labels and attachments that are read.
    private static let mostLabels = 5_000
    private static let mostAttachments = 100

    /// Reads it from the bytes of a PDF; empty where poppler can't.
    init(_ bytes: [UInt8]) {
        self = bytes.withUnsafeBytes { DocumentInfo(buffer: $0) }
    }

    private init(buffer: UnsafeRawBufferPointer) {
        metadata = Paper.Metadata()
        labels = []
        // The document reads from the buffer in place and is gone before it.
        let data = g_bytes_new_static(buffer.baseAddress, gsize(buffer.count))
        defer { g_bytes_unref(data) }
        guard let document = poppler_document_new_from_bytes(data, nil, nil) else { return }
        defer { g_object_unref(UnsafeMutableRawPointer(document)) }
        metadata.title = taken(poppler_document_get_title(document))
        metadata.producer = taken(poppler_document_get_producer(document))
        metadata.created = DocumentInfo.isoDate(poppler_document_get_creation_date_time(document))
        let pages = Int(poppler_document_get_n_pages(document))
        for index in 0..<min(pages, DocumentInfo.mostLabels) {
            guard let page = poppler_document_get_page(document, Int32(index)) else {
                labels.append(nil)
                continue
            }
            defer { g_object_unref(UnsafeMutableRawPointer(page)) }
            let label = taken(poppler_page_get_label(page))
            labels.append(label == String(index + 1) ? nil : label)
        }
        if poppler_document_has_attachments(document) != 0, let list = poppler_document_get_attachments(document) {
            var node: UnsafeMutablePointer<GList>? = list
            while let entry = node {
                if let object = entry.pointee.data {
                    let attachment = object.assumingMemoryBound(to: PopplerAttachment.self)
                    if metadata.attachments.count < DocumentInfo.mostAttachments, let name = attachment.pointee.name {
                        metadata.attachments.append(String(cString: name))
                    }
                    g_object_unref(object)
                }
                node = entry.pointee.next
            }
            g_list_free(list)
        }
    }

    private static func isoDate(_ date: OpaquePointer?) -> String? {
        guard let date else { return nil }
        defer { g_date_time_unref(date) }
        return taken(g_date_time_format_iso8601(date))
    }
}

/// A string that C allocated, copied and freed; nil where it is empty.
private func taken(_ text: UnsafeMutablePointer<CChar>?) -> String? {
    guard let text else { return nil }
    defer { g_free(text) }
    let string = String(cString: text)
    let trimmed = string.unicodeScalars.filter { isPrintable($0.value) }
    let plain = String(String.UnicodeScalarView(trimmed))
    return plain.allSatisfy(\.isWhitespace) ? nil : plain
}
