/// A page's canonical text: what a person reads, in reading order, lines joined by LF, cells of a table row joined by TAB.
///
/// Held as Unicode scalar values so that every stage's offsets are direct indices.
public struct PageText: Sendable, Equatable {
    /// The scalars in reading order.
    public private(set) var scalars: [Unicode.Scalar]

    /// Makes a text from scalars.
    public init(_ scalars: [Unicode.Scalar] = []) {
        self.scalars = scalars
    }

    /// Makes a text from a string.
    public init(_ string: String) {
        scalars = Array(string.unicodeScalars)
    }

    /// Number of scalars.
    public var count: Int { scalars.count }
    /// The whole text as a string.
    public var string: String { self[TextRange(0, count)] }

    /// The words of a range; offsets outside the text are cut off.
    public subscript(range: TextRange) -> String {
        let bounds = range.offsets.clamped(to: 0..<scalars.count)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[bounds])
        return String(view)
    }

    /// Adds a scalar at the end.
    public mutating func append(_ scalar: Unicode.Scalar) { scalars.append(scalar) }
    /// Takes the last scalar away; an empty text stays empty.
    public mutating func removeLast() { _ = scalars.popLast() }
    /// Adds a string at the end.
    public mutating func append(_ string: String) { scalars.append(contentsOf: string.unicodeScalars) }
}
