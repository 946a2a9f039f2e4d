internal import PaperModel
internal import RuleEngine

/// Tells the spans of runs of passages: one for each page, cut where something stands between that is not the text's own.
struct SpanReading {
    private let reading: Reading
    private let headings: [Int: Heading]

    init(_ reading: Reading, headings: [Int: Heading]) {
        self.reading = reading
        self.headings = headings
    }

    /// The spans of the passages from `start` up to `end`, from the scalar `offset` of the first, up to the scalar `stop` of the last.
    func spans(from start: Int, offset: Int, to end: Int, stop: Int? = nil) -> [Span] {
        var spans: [Span] = []
        for index in start..<max(start, end) {
            let passage = reading.passages[index]
            guard !passage.isAside, !isReference(index) else { continue }
            var range = passage.range
            if index == start { range = TextRange(max(range.start, offset), range.end) }
            if index == end - 1, let stop {
                range = reading.text(at: index).trimmed(TextRange(range.start, max(range.start, min(range.end, stop))))
            }
            if let reference = headings[index]?.reference, reference.end >= range.end {
                range = reading.text(at: index).trimmed(TextRange(range.start, min(range.end, reference.start)))
            }
            guard !range.isEmpty else { continue }
            if let last = spans.last, last.page == passage.page, last.range.end <= range.start,
                reading.text(at: index).isGap(TextRange(last.range.end, range.start))
            {
                spans[spans.count - 1].range.end = range.end
            } else {
                spans.append(Span(page: passage.page, range: range))
            }
        }
        // An item of which only the pages of its papers are printed.
        if spans.isEmpty, reading.passages.indices.contains(start) {
            return [Span(page: reading.passages[start].page, range: reading.passages[start].range)]
        }
        return spans
    }

    /// Whether a passage only says where papers stand.
    private func isReference(_ index: Int) -> Bool {
        guard let label = reading.label(at: index), label.role == .reference else { return false }
        return label.range.end >= reading.passages[index].body.end
    }
}

extension Reading {
    /// How many words stand for the title of a question, a reply or a resolution.
    private static let titleWords = 12

    /// The first words from a scalar of a passage on, up to the passage `end`; short passages are joined.
    func firstWords(from index: Int, offset: Int, to end: Int, stop: Int? = nil) -> String {
        var words: [Substring] = []
        var place: Int? = index
        while let here = place, here < end, words.count < Reading.titleWords {
            var range = passages[here].range
            if let stop, here == end - 1 { range.end = min(range.end, max(range.start, stop)) }
            let start = here == index ? max(range.start, offset) : range.start
            // The first words stand in the first few hundred scalars.
            let text = self.words(TextRange(start, max(start, min(range.end, start + 400))), at: here)
            words += text.split(separator: " ").prefix(Reading.titleWords - words.count)
            place = next(after: here)
        }
        return words.joined(separator: " ")
    }
}
