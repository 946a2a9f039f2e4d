/// A rectangle on a page: PDF points, origin at the top left of the page as displayed, y growing downwards.
public struct Box: Sendable, Hashable {
    /// Left edge, points.
    public var x: Double
    /// Top edge, points.
    public var y: Double
    /// Width, points.
    public var width: Double
    /// Height, points.
    public var height: Double

    /// Makes a box from its top left corner and size, all in points.
    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// Makes a box from its edges, in points.
    public init(left: Double, top: Double, right: Double, bottom: Double) {
        self.init(x: left, y: top, width: right - left, height: bottom - top)
    }

    /// Right edge, points.
    public var right: Double { x + width }
    /// Bottom edge, points.
    public var bottom: Double { y + height }
    /// Horizontal centre, points.
    public var midX: Double { x + width / 2 }
    /// Vertical centre, points.
    public var midY: Double { y + height / 2 }
    /// Area, square points.
    public var area: Double { width * height }

    /// The smallest box that holds both.
    public func union(_ other: Box) -> Box {
        Box(left: min(x, other.x), top: min(y, other.y), right: max(right, other.right), bottom: max(bottom, other.bottom))
    }

    /// The part that both share; nil where they don't overlap.
    public func intersection(_ other: Box) -> Box? {
        let left = max(x, other.x)
        let top = max(y, other.y)
        let right = min(self.right, other.right)
        let bottom = min(self.bottom, other.bottom)
        guard left < right, top < bottom else { return nil }
        return Box(left: left, top: top, right: right, bottom: bottom)
    }

    /// Whether the point (points from the top left) lies inside or on the edge.
    public func contains(x px: Double, y py: Double) -> Bool {
        px >= x && px <= right && py >= y && py <= bottom
    }

    /// The box shrunk by `margin` points on every side (grown where negative).
    public func inset(by margin: Double) -> Box {
        Box(x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin)
    }
}
