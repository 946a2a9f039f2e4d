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
/// Throws `empty`, `tooLarge`, `encrypted`, `corrupt` or `memory`.
public func loadPDF(_ bytes: [UInt8], limits: LoadLimits = LoadLimits(), recognisesScans: Bool = false) throws(PaperFailure) -> Paper {
    guard !bytes.isEmpty else { throw PaperFailure(.empty, "the file has no bytes; fetch it again from its source") }
    guard bytes.count <= limits.bytes else {
        throw PaperFailure(
            .tooLarge, "the file has \(bytes.count) bytes, more than the limit of \(limits.bytes); raise the limit to read it")
    }
    let settings = LayoutSettings()
    let source = PDFBytes(bytes)
    let content = try PDFContent(source)
    let document = PopplerDocument(source)
    let labels = document?.labels ?? []
    let tree = content.structure(limit: settings.structureLimit)
    let reader = PageReader(
        content: content, tree: tree, tables: TaggedTables(tree), limits: limits, settings: settings,
        scans: recognisesScans ? document.map(ScanReader.init) : nil)

    var paper = Paper(mediaType: .pdf)
    paper.metadata = document?.metadata ?? Paper.Metadata()
    paper.metadata.language = content.language
    paper.pageCount = content.pageCount
    if content.wasRepaired {
        paper.notices.append(Notice(.repaired, "the cross-reference table was broken and was rebuilt from the file's objects"))
    }
    var joins = PageJoins(settings: settings)
    for number in 1...max(1, min(content.pageCount, limits.pages)) {
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
    joinParagraphs(&paper)
    markHeadings(&paper, settings: settings)
    markCaptions(&paper)
    for damage in content.damage { paper.notices.append(Notice(.repaired, damage)) }
    return paper
}
