public import PaperModel

/// What the files that are attached to a document may cost: their sizes are known only when they are unpacked, and a few bytes unpack to any
/// number.
enum AttachmentLimits {
    /// Files that are named: a portfolio of a committee's year has fewer.
    static let files = 100
    /// Files that are read as papers: each may cost what a paper costs, and all of them come in one file.
    static let papers = 50
    /// Bytes of one: the largest packs of councils.
    static let bytes = 128 << 20
    /// Bytes of all that are unpacked to see what they are.
    static let allBytes = 256 << 20
}

/// The bytes of a PDF that is attached to the document `host`, by the name that `Paper.Metadata.attachments` gives it.
///
/// Throws `corrupt` where the host can't be opened, `unreadable` where no file has this name, `unsupported` for one that is no PDF, and
/// `tooLarge`.
public func attachedPDF(_ name: String, of host: [UInt8]) throws(PaperFailure) -> [UInt8] {
    try host.withUnsafeBufferPointer { bytes throws(PaperFailure) in
        guard let document = PopplerDocument(bytes) else { throw PaperFailure(.corrupt, "the PDF that holds the file can't be opened") }
        guard let sink = document.unpacked(name, pages: 0..<0) ?? document.unpacked(name, pages: 1..<(document.pageCount + 1)) else {
            throw PaperFailure(.unreadable, "no attached file has this name")
        }
        if sink.isTooLarge {
            throw PaperFailure(.tooLarge, "the attached file has more bytes than the limit of \(AttachmentLimits.bytes)")
        }
        guard sink.isPDF else { throw PaperFailure(.unsupported, "the attached file is no PDF; save it and convert it to PDF") }
        return sink.bytes
    }
}

extension PopplerDocument {
    /// The files that are attached to the document as a whole, and to `pages` (1-based); with `lookingInside` those that are PDFs have the
    /// digest of their bytes. What is attached to several places is one file.
    func attachments(lookingInside: Bool, pages: [Int]) -> [Paper.Attachment] {
        var files: [Paper.Attachment] = []
        var (papers, bytes) = (0, 0)
        var (digests, names): (Set<String>, Set<String>) = ([], [])
        forEachAttachment(pages: pages) { found in
            var file = Paper.Attachment(name: found.name)
            defer {
                // What was not unpacked whole can only be told apart by what was not the same name; what was refused is told each time.
                let isKnown = file.digest.map(digests.contains) ?? (file.refusal == nil && names.contains(found.printed))
                if !(found.isOnPage && isKnown) { files.append(file) }
                if let digest = file.digest { digests.insert(digest) } else { names.insert(found.printed) }
            }
            guard lookingInside else { return }
            let sink = AttachmentSink(most: min(AttachmentLimits.bytes, AttachmentLimits.allBytes - bytes), keepsBytes: false)
            found.unpack(into: sink)
            bytes += sink.count
            let digest = sink.isPDF && !sink.isTooLarge ? sink.digest.hexDigest : nil
            if sink.isTooLarge {
                file.refusal = "too large"
            } else if found.isOnPage, let digest, digests.contains(digest) {
                // The same file behind another of its signs.
                file.digest = digest
            } else if sink.isPDF, papers == AttachmentLimits.papers {
                file.refusal = "more than \(AttachmentLimits.papers) are"
            } else if sink.isPDF {
                papers += 1
                (file.digest, file.bytes) = (digest, sink.count)
            }
        }
        return files
    }

    /// The bytes of the file that has this name of its own; nil where there is none.
    fileprivate func unpacked(_ name: String, pages: Range<Int>) -> AttachmentSink? {
        var sink: AttachmentSink?
        forEachAttachment(pages: pages) { found in
            guard sink == nil, found.name == name else { return }
            let own = AttachmentSink(most: AttachmentLimits.bytes, keepsBytes: true)
            found.unpack(into: own)
            sink = own
        }
        return sink
    }
}

/// Takes in a file as it is unpacked, for as long as it is a PDF and not too large.
final class AttachmentSink {
    private let most: Int
    private let keepsBytes: Bool
    private var head: [UInt8] = []
    private(set) var digest = SHA256()
    private(set) var count = 0
    private(set) var isTooLarge = false
    private(set) var bytes: [UInt8] = []

    init(most: Int, keepsBytes: Bool) {
        self.most = most
        self.keepsBytes = keepsBytes
    }

    /// Bytes in which a PDF says that it is one.
    private static let headBytes = 1_024

    var isPDF: Bool { PDFLoading.isPDF(leadingBytes: head) }

    /// Takes in a part; false where no more is wanted.
    func take(_ part: UnsafeRawBufferPointer) -> Bool {
        guard count + part.count <= most else {
            // What is no PDF is of no interest, whatever its size.
            isTooLarge = isPDF
            return false
        }
        count += part.count
        if head.count < AttachmentSink.headBytes {
            head += part.prefix(AttachmentSink.headBytes - head.count)
            if head.count == AttachmentSink.headBytes, !isPDF { return false }
        }
        digest.update(part)
        if keepsBytes { bytes += part }
        return true
    }
}
