import PaperModel

/// Reads one page after another: content, words, flow, text.
struct PageReader {
    let content: PDFContent
    let tree: StructureTree
    let tables: TaggedTables
    let limits: LoadLimits
    let settings: LayoutSettings
    /// Reads scanned pages by recognition; nil where that isn't asked for.
    let scans: ScanReader?
    /// Where the steps of table reading are told to; nil where nobody asks.
    var trace: TableTrace?

    /// The page with a 1-based number; what it survived goes to the paper's notices.
    func read(_ number: Int, paper: inout Paper) throws(PaperFailure) -> ReadPage {
        var marks = try content.page(number, markLimit: limits.marksPerPage)
        let showsScan = isScan(marks)
        let confidence = marks.glyphs.isEmpty && showsScan ? recognise(&marks, number) : nil
        let frame = ReadingFrame(of: marks)
        marks.turn(into: frame)
        marks.dropOverprints()
        marks.readBlankGlyphs()
        marks.markLinedText()
        var page = Page(number: number, width: Double(marks.width), height: Double(marks.height), rotation: marks.rotation)
        page.recognitionConfidence = confidence
        page.images = marks.boxes.filter(\.isImage).map {
            frame.onPage(Area(left: $0.left, top: $0.top, right: $0.right, bottom: $0.bottom))
        }
        if marks.isCut {
            paper.notices.append(
                Notice(
                    .pageTooDense,
                    "more than \(limits.marksPerPage) glyphs and lines, or marks nested thousands deep; the rest of the page was left out",
                    page: number))
        }
        if marks.glyphs.isEmpty {
            if let notice = PageNotices(content: marks, settings: settings).withoutText(page: number) { paper.notices.append(notice) }
            return ReadPage(page: page, tables: [], elements: [])
        }
        let flow = flow(of: marks, in: frame, on: page, paper: &paper)
        let writer = PageWriter(page: page, content: marks, frame: frame, fonts: content.fonts, showsScan: showsScan, settings: settings)
        return written(flow, by: writer, paper: &paper)
    }

    /// Reads the text of a scan by recognition, where that is asked for; returns how sure it is, from 0 to 1.
    private func recognise(_ marks: inout PageContent, _ number: Int) -> Double? {
        guard let recognition = scans?.text(ofPage: number) else { return nil }
        marks.glyphs = recognition.glyphs
        marks.scalars = recognition.scalars
        return recognition.confidence
    }

    /// The blocks and tables of a page, in reading order, with what is no part of its text around them.
    private func flow(of marks: PageContent, in frame: ReadingFrame, on page: Page, paper: inout Paper) -> PageFlow {
        let all = words(withSignsIn: marks, tree: tree, settings: settings)
        let stamp = marginStamp(in: all, content: marks)
        let isArtifact = { (word: Word) in
            isFurniture(word, height: frame.height) || stamp.contains(word.glyphs.lowerBound)
        }
        let artifacts = all.filter(isArtifact)
        let body = artifacts.isEmpty ? all : all.filter { !isArtifact($0) }
        var flow = PageFlow()
        trace?.frame = frame
        let tablePage = TablePage(words: body, content: marks, trace: trace)
        if let tagged = taggedFlow(tablePage, number: page.number, tree: tree, tables: tables, settings: settings) {
            flow = tagged
            paper.isTagged = true
        } else {
            flow.items = geometricFlow(tablePage, settings: settings)
            flow.tagsDisagree = !tree.isEmpty && body.contains { $0.element >= 0 }
        }
        if flow.tagsDisagree {
            paper.notices.append(
                Notice(
                    .disagreeingTags, "the structure tree doesn't fit what the page shows and was left aside where it doesn't",
                    page: page.number))
        }
        if page.recognitionConfidence == nil,
            let notice = PageNotices(content: marks, settings: settings).besideText(words: visibleWords(body), page: page.number)
        {
            paper.notices.append(notice)
        }
        addFurniture(artifacts + flow.repeated, to: &flow)
        return flow
    }

    /// The page with the text of its flow.
    private func written(_ flow: PageFlow, by writer: consuming PageWriter, paper: inout Paper) -> ReadPage {
        var written: [PageTable] = []
        for item in flow.items {
            switch item {
            case .block(let block): writer.write(block)
            case .table(let draft):
                let (cells, part) = writer.write(draft, table: written.count)
                written.append(PageTable(draft: draft, cells: cells, part: part))
            }
        }
        let (unmapped, elements) = (writer.unmapped, writer.elements)
        let page = writer.finished()
        addNotices(for: page, unmapped: unmapped, to: &paper)
        return ReadPage(page: page, tables: written, elements: elements)
    }

    /// Whether a word is marked as no part of the text, and may be believed not to be: programs that make files call parts of slides and
    /// tables artifacts too, but what they mark as pagination, set in the margins, draw without ink or set askew is none of the text.
    private func isFurniture(_ word: Word, height: Float) -> Bool {
        if word.turn == 4 || (word.element >= 0 && tree.homes[Int(word.element)].isArtifact) { return true }
        guard word.flags.contains(.artifact) else { return false }
        let margin = Float(marginPart) * height
        return word.flags.contains(.pagination) || !word.flags.isDisjoint(with: .unseen) || word.turn != 0
            || word.area.bottom < margin || word.area.top > height - margin
    }

    /// How many words can be seen, up to a few more than make a page of little text. What recognition wrote into a scan is text of it.
    private func visibleWords(_ words: [Word]) -> Int {
        var count = 0
        for word in words where word.flags.isDisjoint(with: [.covered, .tiny, .sameColour]) {
            count += 1
            if count > 100 { break }
        }
        return count
    }

    /// Whether an image takes most of the page.
    private func isScan(_ marks: PageContent) -> Bool {
        let area = marks.width * marks.height
        return marks.boxes.contains { $0.isImage && ($0.right - $0.left) * ($0.bottom - $0.top) >= settings.scanCoverage * area }
    }

    /// Artifacts above everything else come first, the others last.
    private func addFurniture(_ artifacts: [Word], to flow: inout PageFlow) {
        guard !artifacts.isEmpty else { return }
        let top = flow.items.map(\.area.top).min() ?? .infinity
        var heads: [PageFlow.Item] = []
        var feet: [PageFlow.Item] = []
        for item in geometricFlow(artifacts, settings: settings) {
            guard case .block(var block) = item else { continue }
            block.kind = .furniture
            if item.area.midY < top { heads.append(.block(block)) } else { feet.append(.block(block)) }
        }
        flow.items = heads + flow.items + feet
    }

    private func addNotices(for page: Page, unmapped: Int, to paper: inout Paper) {
        if unmapped > 0 {
            paper.notices.append(
                Notice(.unmappedGlyphs, "\(unmapped) glyphs of fonts that give no characters; their text is missing", page: page.number))
        }
        paper.notices.append(contentsOf: PageNotices.hidden(on: page))
        if let notice = PageNotices.joinedWords(in: page.text, page: page.number) { paper.notices.append(notice) }
    }
}

/// A page on its own, before it joins the pages before it.
struct ReadPage {
    var page: Page
    /// The tables on it; its blocks name them by their index in this list.
    var tables: [PageTable]
    /// The structure element of each of its blocks, -1 where it has none.
    var elements: [Int32]
}
