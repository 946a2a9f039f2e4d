import CPoppler
import PaperModel

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
        for page in pages where found.count < AttachmentLimits.files { found += attached(toPage: page) }
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

    private func attached(toPage number: Int) -> [UnsafeMutablePointer<PopplerAttachment>] {
        guard let page = page(number) else { return [] }
        defer { g_object_unref(UnsafeMutableRawPointer(page)) }
        guard let list = poppler_page_get_annot_mapping(page) else { return [] }
        defer { poppler_page_free_annot_mapping(list) }
        return PopplerDocument.entries(of: list).compactMap { entry in
            guard let annotation = entry.assumingMemoryBound(to: PopplerAnnotMapping.self).pointee.annot,
                poppler_annot_get_annot_type(annotation) == POPPLER_ANNOT_FILE_ATTACHMENT
            else { return nil }
            return poppler_annot_file_attachment_get_attachment(annotation)
        }
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
