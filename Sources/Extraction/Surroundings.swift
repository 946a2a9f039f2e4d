internal import PaperModel
internal import RuleEngine

extension Paper {
    /// The words of a span as rules see them.
    func normalised(_ span: Span) -> NormalisedText {
        NormalisedText(scalars(of: span))
    }

    /// Why a reader can't see a figure, or a digit or letter of it; nil where all of it is to be seen.
    func hidden(_ spans: [Span]) -> HiddenText.Reason? {
        for span in spans {
            guard let place = place(ofPage: span.page) else { continue }
            if let mark = pages[place].hidden.first(where: { pages[place].text.hasWords(in: $0.range, and: span.range) }) {
                return mark.reason
            }
        }
        return nil
    }

    /// Whether digits or letters of a figure are set apart.
    func isSpaced(_ spans: [Span]) -> Bool {
        spans.contains { span in
            guard let place = place(ofPage: span.page) else { return false }
            return pages[place].spaced.contains { pages[place].text.hasWords(in: $0, and: span.range) }
        }
    }

    /// Whether a digit or sign of a figure comes from a font of symbols, or a character that nobody can tell stands in it or right before it.
    func isSymbolic(_ spans: [Span]) -> Bool {
        spans.contains { span in
            guard let place = place(ofPage: span.page) else { return false }
            // They stand in the order of the text, and a page may have thousands.
            let symbols = pages[place].symbols
            for mark in symbols[symbols.partitioningIndex { $0.end >= span.range.start }...] {
                guard mark.start < span.range.end else { break }
                if mark.end > span.range.start || mark.start == span.range.start { return true }
            }
            let text = pages[place].text
            let near = (span.range.start - 1..<span.range.end).clamped(to: 0..<text.count)
            return text.scalars[near].contains { $0.value >= 0xE000 && $0.value <= 0xF8FF }
        }
    }

    /// Whether a line runs through a digit or letter of a figure.
    func isStruck(_ spans: [Span]) -> Bool {
        spans.contains { span in
            guard let place = place(ofPage: span.page) else { return false }
            return pages[place].struck.contains { pages[place].text.hasWords(in: $0, and: span.range) }
        }
    }
}

extension PageText {
    /// Whether a digit, letter or sign of currency stands in both ranges.
    fileprivate func hasWords(in one: TextRange, and other: TextRange) -> Bool {
        guard one.overlaps(other) else { return false }
        let shared = (max(one.start, other.start)..<min(one.end, other.end)).clamped(to: 0..<count)
        return scalars[shared].contains { scalar in
            let properties = scalar.properties
            return properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .currencySymbol
        }
    }
}

extension Table {
    /// Which column of `other` each column goes on with, where this table is the rest of it: it has no headings or title of its own, begins
    /// where the other's page ends, and has as many columns or columns that stand below the other's. Nil where it is no such rest.
    func columns(continuing other: Table) -> [(column: Int, earlier: Int)]? {
        guard headerRows == 0, caption == nil, let first = parts.first?.page, let last = other.parts.last?.page, first == last + 1 else {
            return nil
        }
        if columns == other.columns { return (0..<columns).map { ($0, $0) } }
        let (own, earlier) = (columnExtents, other.columnExtents)
        var result: [(column: Int, earlier: Int)] = []
        for (column, extent) in own.sorted(by: { $0.key < $1.key }) {
            let below = earlier.filter { $0.value.lowerBound < extent.upperBound && extent.lowerBound < $0.value.upperBound }
            // One that stands below two is either; below none it is new.
            if below.count == 1, let match = below.first { result.append((column, match.key)) }
        }
        return result.isEmpty ? nil : result
    }

    /// From where to where the words of each column reach on the page, points; columns without a cell of their own are left out.
    private var columnExtents: [Int: ClosedRange<Double>] {
        var result: [Int: ClosedRange<Double>] = [:]
        for cell in cells where cell.columnSpan == 1 {
            guard let box = cell.box, box.width > 0, !cell.range.isEmpty else { continue }
            let extent = box.x...(box.x + box.width)
            result[cell.column] =
                result[cell.column].map { min($0.lowerBound, extent.lowerBound)...max($0.upperBound, extent.upperBound) } ?? extent
        }
        return result
    }
}

/// What stands before each table on its page: the line next to it, where it is short enough to be a title or a statement of units, and the
/// paragraph that may introduce it.
struct LinesAbove {
    private var lines: [Int: NormalisedText] = [:]
    private var introductions: [Int: NormalisedText] = [:]
    private var heads: [Int: NormalisedText] = [:]

    /// Longest line that is taken for a title, scalars.
    private static let maximumLine = 240
    /// Longest paragraph that is looked through for an introduction, scalars.
    private static let maximumParagraph = 4_000

    init(_ paper: Paper) {
        for page in paper.pages {
            var before: Block?
            var paragraph: Block?
            var head: Block?
            for block in page.blocks {
                switch block.kind {
                case .table(let index):
                    if let before, lines[index] == nil, before.range.count <= LinesAbove.maximumLine {
                        lines[index] = paper.normalised(Span(page: page.number, range: before.range))
                    }
                    if let paragraph, introductions[index] == nil, paragraph.range.count <= LinesAbove.maximumParagraph {
                        introductions[index] = paper.normalised(Span(page: page.number, range: paragraph.range))
                    }
                    if let head, heads[index] == nil, head.range.count <= LinesAbove.maximumLine {
                        heads[index] = paper.normalised(Span(page: page.number, range: head.range))
                    }
                    before = nil
                    paragraph = nil
                case .furniture: if before == nil { head = head ?? block }
                case .heading, .caption, .footnote: before = block
                case .paragraph, .listItem:
                    before = block
                    paragraph = block
                }
            }
        }
    }

    /// The line before a table of the paper.
    func above(_ table: Int) -> NormalisedText? { lines[table] }
    /// What runs at the head of the page on which a table begins.
    func head(_ table: Int) -> NormalisedText? { heads[table] }
    /// The last paragraph before a table, after any other table.
    func introduction(_ table: Int) -> NormalisedText? { introductions[table] }
}

/// Finds the innermost segment at a place.
struct SegmentPlaces {
    private var byPage: [Int: [(range: TextRange, segment: Int)]] = [:]

    init(_ segments: [Segment]) {
        for (index, segment) in segments.enumerated() {
            for span in segment.spans { byPage[span.page, default: []].append((span.range, index)) }
        }
    }

    /// Index of the shortest segment part that holds the start of a span; of equal ones the later, which is the inner.
    func innermost(_ span: Span) -> Int? {
        var best: (range: TextRange, segment: Int)?
        for entry in byPage[span.page] ?? [] where entry.range.contains(span.range.start) {
            if best.map({ entry.range.count <= $0.range.count }) ?? true { best = entry }
        }
        return best?.segment
    }
}
