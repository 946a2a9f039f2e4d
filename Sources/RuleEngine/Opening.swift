/// What the first bytes of a match can be: one set a byte, and how long the match can be, so that a scan passes over places where no
/// match begins.
struct Opening: Sendable {
    /// How many bytes are looked at.
    static let depth = 3

    /// For each of the first bytes what it can be, given that the match is long enough.
    var bytes = InlineArray<3, ByteSet>(repeating: .none)
    /// Bit `n` is set where the match can be `n` bytes long; the bit of `depth` stands for that and more.
    var lengths: UInt8 = 1

    /// Of one text.
    init(_ sets: [ByteSet] = []) {
        for (index, set) in sets.prefix(Opening.depth).enumerated() { bytes[index] = set }
        lengths = 1 << UInt8(min(sets.count, Opening.depth))
    }

    /// Whether every match is so long that what follows it is not looked at.
    var isFull: Bool { lengths == 1 << UInt8(Opening.depth) }

    /// Takes in another way to begin.
    mutating func form(or other: Opening) {
        for index in 0..<Opening.depth { bytes[index] = bytes[index].union(other.bytes[index]) }
        lengths |= other.lengths
    }

    func then(_ other: Opening) -> Opening {
        var result = self
        result.lengths = 0
        for length in 0...Opening.depth where lengths >> UInt8(length) & 1 == 1 {
            for index in length..<max(length, Opening.depth) {
                result.bytes[index] = result.bytes[index].union(other.bytes[index - length])
            }
            for more in 0...Opening.depth where other.lengths >> UInt8(more) & 1 == 1 {
                result.lengths |= 1 << UInt8(min(length + more, Opening.depth))
            }
        }
        return result
    }

    /// Several times in a row; `most` nil for no limit.
    func repeated(least: Int, most: Int?) -> Opening {
        var result = Opening()
        for _ in 0..<min(least, Opening.depth) { result = result.then(self) }
        var longer = result
        for _ in 0..<min((most ?? .max) - least, Opening.depth) {
            longer = longer.then(self)
            result.form(or: longer)
        }
        return result
    }

    /// The sets with whatever may follow a match that is shorter than they are many.
    var scanSets: [ByteSet] {
        (0..<Opening.depth).map { index in
            let endsBefore = lengths & ((1 << UInt8(index + 1)) - 1) != 0
            return endsBefore ? .all : bytes[index]
        }
    }
}
