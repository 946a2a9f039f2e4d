public import PaperModel

/// Reads the bytes of a web page.
///
/// The encoding is taken from the byte order mark, `declaredEncoding` (a charset label or a whole Content-Type header), the page's own
/// declaration, else from the bytes. The first of `layouts` that recognises the page says what its parts are; else the first that takes any page.
/// Throws `empty`, `tooLarge`, `corrupt` or `memory`, and `unsupported` where a layout's path is not XPath.
public func loadHTML(
    _ bytes: [UInt8], declaredEncoding: String? = nil, layouts: [PageLayout], limits: LoadLimits
) throws(PaperFailure) -> Paper {
    guard !bytes.isEmpty else { throw PaperFailure(.empty, "the file has no bytes; fetch it again") }
    let most = min(limits.bytes, mostMarkupBytes)
    guard bytes.count <= most else {
        throw PaperFailure(.tooLarge, "the page has \(bytes.count) bytes, more than \(most); split it or save it without its pictures")
    }
    let text = DecodedText(bytes, header: declaredEncoding)
    let document = try MarkupDocument.parse(utf8: text.utf8, limits: limits)
    let reading = try PageReading(of: document, layouts: layouts)
    let head = PageHead(of: document.tree)
    var composer = PageComposer(tree: document.tree, reading: reading, base: head.base)
    composer.compose()

    var paper = Paper(mediaType: .html)
    paper.pages = [composer.page]
    paper.pageCount = 1
    paper.tables = composer.tables
    paper.metadata = Paper.Metadata(head: head, reading: reading, page: composer.page)
    paper.notices = text.notices + document.notices + reading.notices + composer.notices
    if composer.page.text.count == 0 {
        paper.notices.append(Notice(.noText, "the page has no words; it may be filled in by scripts", page: 1))
    }
    return paper
}

/// Markup takes up to ten times its bytes in memory; the longest minutes of councils have about 2 MB, with pictures inside 30 MB.
private let mostMarkupBytes = 64 << 20

/// The paths of layouts that are not XPath 1.0, for checking rule files before any page is read.
public func invalidPaths(in layouts: [PageLayout]) -> [(layout: String, path: String)] {
    layouts.flatMap { layout in
        let paths = layout.recognise + layout.content + layout.leaveOut + layout.items
        let others = layout.roles.flatMap(\.paths) + layout.metadata.flatMap(\.paths)
        return (paths + others).filter { !MarkupDocument.isXPath($0) }.map { (layout.id, $0) }
    }
}
