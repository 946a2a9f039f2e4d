/// A range in a page's canonical text: offsets in Unicode scalar values, end exclusive.
public struct TextRange: Sendable, Hashable, Comparable {
    /// First scalar.
    public var start: Int
    /// One past the last scalar.
    public var end: Int

    /// Makes a range; an `end` before `start` gives the empty range at `start`.
    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = max(start, end)
    }

    /// Number of scalars.
    public var count: Int { end - start }
    /// Whether it holds no scalar.
    public var isEmpty: Bool { start == end }
    /// The offsets as a half-open range.
    public var offsets: Range<Int> { start..<end }

    /// Whether `other` lies wholly inside.
    public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }
    /// Whether the scalar at `offset` lies inside.
    public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
    /// Whether at least one scalar is shared.
    public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }
    /// The smallest range that holds both.
    public func union(_ other: TextRange) -> TextRange { TextRange(min(start, other.start), max(end, other.end)) }

    /// Order by start, then by end.
    public static func < (left: TextRange, right: TextRange) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}

/// A range on one page; a range over a page break is a list of them.
public struct Span: Sendable, Hashable {
    /// 1-based page number.
    public var page: Int
    /// Where on that page.
    public var range: TextRange

    /// Makes a span on a page (1-based).
    public init(page: Int, range: TextRange) {
        self.page = page
        self.range = range
    }
}
