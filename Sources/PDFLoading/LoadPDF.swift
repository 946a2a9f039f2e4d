public import PaperModel

/// Whether bytes begin as a PDF does: "%PDF-" within the first 1,024 bytes, as viewers accept it (ISO 32000-1, Annex H, note 13).
public func isPDF(leadingBytes: some Collection<UInt8>) -> Bool {
    let wanted = Array("%PDF-".utf8)
    let start = Array(leadingBytes.prefix(1_024))
    guard start.count >= wanted.count else { return false }
    return (0...(start.count - wanted.count)).contains { start[$0..<($0 + wanted.count)].elementsEqual(wanted) }
}

/// Reads a PDF into a paper: text in reading order with the place of every character, blocks, tables, furniture.
///
/// A page that can't be read leaves the notice `pageFailed` and an empty page; pages past the limit leave `pageLimit`.
/// With `recognisesScans` the text of pages that are images is read by recognition (Tesseract, English), if the build has it.
/// The files that are attached to it are looked into where `looksIntoAttachments` says so.
/// `pageBegins` is told of each page (1-based, of so many that are to be read) before it is read.
/// Throws `empty`, `tooLarge`, `encrypted`, `corrupt` or `memory`.
public func loadPDF(
    _ bytes: [UInt8], limits: LoadLimits = LoadLimits(), recognisesScans: Bool = false, looksIntoAttachments: Bool = true,
    pageBegins: (_ page: Int, _ pages: Int) -> Void = { _, _ in }
) throws(PaperFailure) -> Paper {
    guard !bytes.isEmpty else { throw PaperFailure(.empty, "the file has no bytes; fetch it again from its source") }
    guard bytes.count <= limits.bytes else {
        throw PaperFailure(
            .tooLarge, "the file has \(bytes.count) bytes, more than the limit of \(limits.bytes); raise the limit to read it")
    }
    // The library reads from the array itself, so nothing that it opened may outlive this call.
    return try bytes.withUnsafeBufferPointer { bytes throws(PaperFailure) in
        try load(
            bytes, limits: limits, recognisesScans: recognisesScans, looksIntoAttachments: looksIntoAttachments, pageBegins: pageBegins)
    }
}

private func load(
    _ bytes: UnsafeBufferPointer<UInt8>, limits: LoadLimits, recognisesScans: Bool, looksIntoAttachments: Bool,
    pageBegins: (_ page: Int, _ pages: Int) -> Void
) throws(PaperFailure) -> Paper {
    let settings = LayoutSettings()
    let content = try PDFContent(bytes)
    var paper = Paper(mediaType: .pdf)
    let labels = readFacts(of: bytes, withLabels: content.hasShortLabels, into: &paper)
    let tree = readStructure(of: content, limit: settings.structureLimit, into: &paper)
    let reader = PageReader(
        content: content, tree: tree, tables: TaggedTables(tree), limits: limits, settings: settings,
        scans: recognisesScans ? ScanReader(bytes) : nil)
    paper.metadata.language = content.language
    paper.pageCount = content.pageCount
    if content.wasRepaired {
        paper.notices.append(Notice(.repaired, "the cross-reference table was broken and was rebuilt from the file's objects"))
    }
    if content.isXFAForm {
        paper.notices.append(
            Notice(
                .xfaForm,
                "the content is an XFA form, which was not read: its pages hold a placeholder; print it to PDF from a viewer that shows it")
        )
    }
    var joins = PageJoins(settings: settings)
    let pages = max(1, min(content.pageCount, limits.pages))
    for number in 1...pages {
        pageBegins(number, pages)
        do throws(PaperFailure) {
            var read = try reader.read(number, paper: &paper)
            if labels.indices.contains(number - 1) { read.page.label = labels[number - 1] }
            joins.add(read, to: &paper)
        } catch {
            guard error.code != .memory else { throw error }
            paper.pages.append(Page(number: number))
            paper.notices.append(Notice(.pageFailed, error.message, page: number))
        }
    }
    if content.pageCount > limits.pages {
        paper.notices.append(Notice(.pageLimit, "\(content.pageCount) pages, of which the first \(limits.pages) were read"))
    }
    guard paper.pages.contains(where: { $0.width != nil }) else {
        throw PaperFailure(.corrupt, "no page of the PDF can be read; fetch it again from its source")
    }
    markRepeatedFurniture(&paper, settings: settings)
    let body = bodySize(of: paper)
    markFootnotes(&paper, body: body, settings: settings)
    joinParagraphs(&paper)
    markHeadings(&paper, body: body, settings: settings)
    markCaptions(&paper)
    // After the pages, so that a file at which the library comes to grief costs the last of them and no more.
    let pagesWithFiles = content.pagesWithFiles
    let mayHold = !paper.metadata.attachments.isEmpty && looksIntoAttachments || !pagesWithFiles.isEmpty
    if mayHold, let document = PopplerDocument(bytes) {
        paper.metadata.attachments = document.attachments(lookingInside: looksIntoAttachments, pages: pagesWithFiles)
    }
    paper.notices += AttachedFiles(files: paper.metadata.attachments, isPortfolio: content.isPortfolio).notices
    for damage in content.damage { paper.notices.append(Notice(.repaired, damage)) }
    return paper
}

/// What the file says of itself, and the labels of its pages. The second opening of the file, with what it caches, ends with this call.
private func readFacts(of bytes: UnsafeBufferPointer<UInt8>, withLabels: Bool, into paper: inout Paper) -> [String?] {
    guard let document = PopplerDocument(bytes) else { return [] }
    paper.metadata = document.metadata
    return withLabels ? document.labels : []
}

/// The structure tree; where it can't be read the pages are read without it, and that is said.
private func readStructure(of content: PDFContent, limit: Int, into paper: inout Paper) -> StructureTree {
    do throws(PaperFailure) {
        return try content.structure(limit: limit)
    } catch {
        paper.notices.append(Notice(.unreadTags, "the structure tree was left aside: \(error.message)"))
        return StructureTree([])
    }
}
