/// A set of byte values.
struct ByteSet: Sendable, Hashable {
    /// A bit for each byte.
    private(set) var words: SIMD4<UInt64> = .zero

    static let none = ByteSet()
    static let all = ByteSet(words: SIMD4(repeating: .max))
    /// Bytes inside a UTF-8 sequence after its first.
    static let continuations = ByteSet(0x80...0xbf)
    /// First bytes of UTF-8 sequences of two to four bytes.
    static let leads = ByteSet(0xc2...0xf4)
    static let digits = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))
    static let spaces = ByteSet([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20])
    /// What `\w` matches: rules see ASCII letters, digits and the underscore as word characters.
    static let wordBytes = ByteSet(UInt8(ascii: "a")...UInt8(ascii: "z"))
        .union(ByteSet(UInt8(ascii: "A")...UInt8(ascii: "Z"))).union(digits).union(ByteSet([UInt8(ascii: "_")]))

    init() {}
    init(words: SIMD4<UInt64>) { self.words = words }
    init(_ range: ClosedRange<UInt8>) { for byte in range { insert(byte) } }
    init(_ bytes: [UInt8]) { for byte in bytes { insert(byte) } }

    mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
    func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }
    func union(_ other: ByteSet) -> ByteSet { ByteSet(words: words | other.words) }
    func intersection(_ other: ByteSet) -> ByteSet { ByteSet(words: words & other.words) }
    var inverted: ByteSet { ByteSet(words: ~words) }
    var isEmpty: Bool { words == .zero }
    /// Calls `body` with each member, in order.
    func forEach(_ body: (UInt8) -> Void) {
        for index in 0..<4 {
            var word = words[index]
            while word != 0 {
                body(UInt8(index << 6 | word.trailingZeroBitCount))
                word &= word &- 1
            }
        }
    }
    /// Whether every member is one of `other`.
    func isSubset(of other: ByteSet) -> Bool { words & ~other.words == .zero }
}
