/// A set of classes of bytes, a bit each: a letter of either case, any digit, any space, bytes past ASCII, marks that numbers hold, other
/// signs. The class of bit 0 is the end of the text, which no byte belongs to.
struct ByteClasses: Sendable {
    /// Number of classes: five bits name one, and a word holds a bit for each.
    static let count = 32
    /// Every class, the end of the text with them.
    static let any = ByteClasses(mask: .max)

    var mask: UInt32

    init(mask: UInt32) { self.mask = mask }

    /// The classes of which a set holds a byte.
    init(of set: ByteSet) {
        mask = 0
        for (name, members) in ByteClasses.members.enumerated() where !set.intersection(members).isEmpty { mask |= 1 << UInt32(name) }
    }

    /// Calls `body` with the name of each class.
    func forEach(_ body: (Int) -> Void) {
        var rest = mask
        while rest != 0 {
            body(rest.trailingZeroBitCount)
            rest &= rest &- 1
        }
    }

    /// For each byte the name of its class.
    static let names: [UInt8] = (0..<256).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte & 31)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): 27
        case 0x09...0x0d, 0x20: 28
        case 0x80...0xff: 29
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"): 30
        default: 31
        }
    }

    /// For each class its bytes.
    private static let members: [ByteSet] = (0..<count).map { name in
        ByteSet(names.indices.filter { Int(names[$0]) == name }.map { UInt8(truncatingIfNeeded: $0) })
    }
}
