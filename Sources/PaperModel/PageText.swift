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
        PageText.string(of: scalars[range.offsets.clamped(to: 0..<scalars.count)])
    }

    /// The words of a range with a single space for each run of white space, none at the ends.
    public func words(in range: TextRange) -> String {
        var words: [Unicode.Scalar] = []
        for scalar in scalars[range.offsets.clamped(to: 0..<scalars.count)] {
            if !PageText.isWhiteSpace(scalar) {
                words.append(scalar)
            } else if let last = words.last, last != " " {
                words.append(" ")
            }
        }
        if words.last == " " { words.removeLast() }
        return PageText.string(of: words[...])
    }

    /// ASCII is told apart without the property tables, which cost a call each.
    private static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
    }

    private static func string(of scalars: ArraySlice<Unicode.Scalar>) -> String {
        let count = scalars.reduce(0) { $0 + UTF8.width($1) }
        return String(unsafeUninitializedCapacity: count) { buffer in
            var written = 0
            for scalar in scalars {
                if scalar.isASCII {
                    buffer[written] = UInt8(truncatingIfNeeded: scalar.value)
                    written += 1
                    continue
                }
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    buffer[written] = byte
                    written += 1
                }
            }
            return written
        }
    }

    /// Adds a scalar at the end.
    public mutating func append(_ scalar: Unicode.Scalar) { scalars.append(scalar) }
    /// Takes the last scalar away; an empty text stays empty.
    public mutating func removeLast() { _ = scalars.popLast() }
    /// Adds a string at the end.
    public mutating func append(_ string: String) { scalars.append(contentsOf: string.unicodeScalars) }
}
