internal import PaperModel
internal import RuleEngine

/// A run of text that is read as one: a paragraph, a heading, a list item, a cell; also where it goes on over a page break.
struct Passage: Sendable {
    /// A stretch of a page's text in the passage.
    struct Piece: Sendable {
        /// 1-based page.
        var page: Int
        /// Its scalars on the page.
        var range: TextRange
        /// Its first scalar in the passage.
        var offset: Int
    }

    /// The words as rules see them.
    let text: NormalisedText
    /// Where they stand.
    let pieces: [Piece]
    /// Index of the passage that introduces it (a list's lead-in), where there is one.
    var introduction: Int?
    /// Index of the heading that it stands under; its own where it is one.
    var heading: Int?

    /// Joins ranges of a paper's pages.
    init(_ spans: [Span], in paper: Paper) {
        var scalars: [Unicode.Scalar] = []
        var pieces: [Piece] = []
        for span in spans {
            guard let text = paper.text(ofPage: span.page) else { continue }
            let bounds = span.range.offsets.clamped(to: 0..<text.count)
            if !scalars.isEmpty { scalars.append("\n") }
            pieces.append(Piece(page: span.page, range: TextRange(bounds.lowerBound, bounds.upperBound), offset: scalars.count))
            scalars.append(contentsOf: text.scalars[bounds])
        }
        text = NormalisedText(scalars)
        self.pieces = pieces
    }

    /// A range of a plain text, as if it were page 1.
    init(_ scalars: [Unicode.Scalar], range: TextRange) {
        self.init(NormalisedText(scalars[range.offsets.clamped(to: 0..<scalars.count)]), range: range)
    }

    /// The same where the range is normalised already.
    init(_ text: NormalisedText, range: TextRange) {
        self.text = text
        pieces = [Piece(page: 1, range: range, offset: 0)]
    }

    /// Where bytes of the text stand, page by page.
    func spans(of bytes: Range<Int>) -> [Span] {
        let source = text.source(of: bytes)
        return pieces.compactMap { piece in
            let start = max(source.start, piece.offset)
            let end = min(source.end, piece.offset + piece.range.count)
            guard start < end else { return nil }
            return Span(
                page: piece.page, range: TextRange(piece.range.start + start - piece.offset, piece.range.start + end - piece.offset))
        }
    }

    /// The bytes of its text that a line runs through.
    func struck(in paper: Paper) -> [Range<Int>] {
        pieces.flatMap { piece -> [Range<Int>] in
            guard let place = paper.place(ofPage: piece.page), !paper.pages[place].struck.isEmpty else { return [] }
            return paper.pages[place].struck.filter { $0.overlaps(piece.range) }.map { range in
                let start = piece.offset + max(range.start, piece.range.start) - piece.range.start
                let end = piece.offset + min(range.end, piece.range.end) - piece.range.start
                return text.bytes(of: TextRange(start, max(start, end)))
            }
        }
    }
}
