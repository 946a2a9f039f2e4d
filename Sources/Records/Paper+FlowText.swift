internal import PaperModel

extension Paper {
    /// The words of spans without the furniture between them: what is left of each page, joined by LF.
    func textWithoutFurniture(of spans: [Span]) -> String {
        var pieces: [String] = []
        for span in spans {
            guard let page = page(span.page) else { continue }
            for range in page.parts(of: span.range, without: page.furniture) {
                let piece = page.text.trimmingLineEnds(of: range)
                if !piece.isEmpty { pieces.append(page.text[piece]) }
            }
        }
        return pieces.joined(separator: "\n")
    }
}

extension Page {
    /// What is left of a range when `holes` are taken out, in order.
    func parts(of range: TextRange, without holes: [TextRange]) -> [TextRange] {
        var parts: [TextRange] = []
        var start = range.start
        for hole in holes.filter(range.overlaps).sorted() {
            if start < hole.start { parts.append(TextRange(start, hole.start)) }
            start = max(start, hole.end)
        }
        if start < range.end { parts.append(TextRange(start, range.end)) }
        return parts
    }
}

extension PageText {
    /// A range without the line ends at both its ends.
    func trimmingLineEnds(of range: TextRange) -> TextRange {
        let bounds = range.offsets.clamped(to: 0..<count)
        var start = bounds.lowerBound
        var end = bounds.upperBound
        while start < end, scalars[start] == "\n" { start += 1 }
        while start < end, scalars[end - 1] == "\n" { end -= 1 }
        return TextRange(start, end)
    }
}
