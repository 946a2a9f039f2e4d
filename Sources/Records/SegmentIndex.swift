internal import PaperModel

/// Which segment holds a place: the innermost is the last in document order that does, since segments nest.
struct SegmentIndex {
    private var byPage: [Int: [(range: TextRange, segment: Int)]] = [:]

    init(_ segments: [Segment]) {
        for (index, segment) in segments.enumerated() {
            for span in segment.spans { byPage[span.page, default: []].append((span.range, index)) }
        }
    }

    /// Index of the innermost segment at a scalar of a page (1-based); nil where none holds it.
    func innermost(at offset: Int, page: Int) -> Int? {
        byPage[page]?.last { $0.range.contains(offset) }?.segment
    }
}
