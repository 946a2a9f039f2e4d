internal import PaperModel

/// A segment with the passages that it holds, and why it begins and ends where it does.
struct ExplainedSegment {
    var segment: Segment
    /// Its passages, by their places in the reading.
    var passages: Range<Int>
    var why: String
    var ending: String
}
