/// Writes JSON as UTF-8 bytes, keys in the order they are given: compact for records, indented for people.
public struct JSONWriter: Sendable {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []
    /// Whether each member stands on a line of its own.
    private let isIndented: Bool
    private var depth = 0
    /// What stands before the next value.
    private var previous = Previous.nothing

    private enum Previous { case nothing, key, member }

    /// Makes an empty writer; indented by two spaces a level where `isIndented`.
    public init(isIndented: Bool = false) { self.isIndented = isIndented }

    /// Drops what has been written and keeps the memory.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        previous = .nothing
    }

    /// Ends a line (LF), so that the next value stands on one of its own.
    public mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        previous = .nothing
    }

    /// Writes an object whose members `body` writes.
    mutating func object(_ body: (inout JSONWriter) -> Void) {
        nest(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
    }

    /// Writes a list whose members `body` writes.
    mutating func list(_ body: (inout JSONWriter) -> Void) {
        nest(UInt8(ascii: "["), UInt8(ascii: "]"), body)
    }

    /// A key, a word of the schema that needs no escapes, as it is written: each stands in thousands of records.
    struct Key {
        /// With the comma that parts it from the member before it.
        fileprivate let bytes: [UInt8]

        init(_ key: String) {
            bytes = [UInt8(ascii: ","), UInt8(ascii: "\"")] + key.utf8 + [UInt8(ascii: "\""), UInt8(ascii: ":")]
        }
    }

    /// Writes a key; its value must follow.
    mutating func key(_ key: String) { self.key(Key(key)) }

    /// Writes a key; its value must follow.
    mutating func key(_ key: Key) {
        if isIndented {
            beginMember()
            bytes.append(contentsOf: key.bytes.dropFirst())
            bytes.append(UInt8(ascii: " "))
        } else {
            bytes.append(contentsOf: key.bytes.dropFirst(previous == .member ? 0 : 1))
        }
        previous = .key
    }

    /// Writes a string.
    mutating func string(_ string: String) {
        beginMember()
        quote(string)
    }

    /// Writes digits, `true`, `false` or `null` as they are.
    mutating func literal(_ literal: String) {
        beginMember()
        bytes.append(contentsOf: literal.utf8)
    }

    /// Writes a number with exactly `places` (0 to 6) digits after the point; what no page can hold is cut to 10⁹.
    mutating func number(_ value: Double, places: Int) {
        beginMember()
        let parts = (0..<places).reduce(1) { parts, _ in parts * 10 }
        let bounded = value.isFinite ? max(-1e9, min(1e9, value)) : 0
        let scaled = Int((bounded * Double(parts)).rounded())
        if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
        let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt(parts))
        digits(whole, atLeast: 1)
        guard places > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        digits(fraction, atLeast: places)
    }

    /// Writes a whole number.
    mutating func integer(_ value: Int) {
        beginMember()
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        digits(value.magnitude, atLeast: 1)
    }

    /// Digits of the largest `UInt`.
    private static let mostDigits = 20

    /// Writes the digits of a number, zeros before them up to `count`.
    private mutating func digits(_ value: UInt, atLeast count: Int) {
        if value < 10, count <= 1 { return bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value)) }
        // From the last digit on: a division by ten is a multiplication, one by any other number takes dozens of cycles.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: JSONWriter.mostDigits) { digits in
            var start = digits.count
            var rest = value
            repeat {
                start -= 1
                digits.initializeElement(at: start, to: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
                rest /= 10
            } while rest > 0 || digits.count - start < min(count, JSONWriter.mostDigits)
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
        }
    }

    private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
        beginMember()
        bytes.append(open)
        depth += 1
        previous = .nothing
        body(&self)
        depth -= 1
        if isIndented, previous == .member { breakLine() }
        bytes.append(close)
        previous = .member
    }

    private mutating func beginMember() {
        if previous == .member { bytes.append(UInt8(ascii: ",")) }
        if isIndented, depth > 0, previous != .key { breakLine() }
        previous = .member
    }

    private mutating func breakLine() {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
    }

    private mutating func quote(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { appendEscaped($0) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Copies the stretches between characters that must be escaped: the quote, the backslash, and all that breaks lines or steers a
    /// terminal (C0, DEL, C1, U+2028, U+2029), since records are read line by line and looked at in terminals.
    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        let raw = UnsafeRawBufferPointer(text)
        var copied = 0
        var index = 0
        while index < text.count {
            if index + 8 <= text.count, JSONWriter.isPlain(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
                index += 8
                continue
            }
            let byte = text[index]
            var escape: UInt16?
            var length = 1
            if byte < 0x20 || byte == 0x7f || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                escape = UInt16(byte)
            } else if byte == 0xc2, index + 1 < text.count, text[index + 1] < 0xa0 {
                escape = UInt16(text[index + 1])
                length = 2
            } else if byte == 0xe2, index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] & 0xfe == 0xa8 {
                escape = 0x2028 + UInt16(text[index + 2] & 1)
                length = 3
            }
            if let escape {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
                appendEscape(escape)
                copied = index + length
            }
            index += length
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
    }

    /// Whether none of eight bytes is a character that must be escaped or may begin one: most of a text is passed over eight at a time.
    private static func isPlain(_ bytes: UInt64) -> Bool {
        let each: UInt64 = 0x0101_0101_0101_0101
        // The high bit of the lowest byte that is zero, or below a number, is set; of others it may be.
        func zeros(_ bytes: UInt64) -> UInt64 { (bytes &- each) & ~bytes }
        let controls = (bytes &- each &* 0x20) & ~bytes
        let marks = zeros(bytes ^ each &* 0x22) | zeros(bytes ^ each &* 0x5c) | zeros(bytes ^ each &* 0x7f)
        let longer = zeros(bytes ^ each &* 0xc2) | zeros(bytes ^ each &* 0xe2)
        return (controls | marks | longer) & (each &* 0x80) == 0
    }

    private mutating func appendEscape(_ code: UInt16) {
        bytes.append(UInt8(ascii: "\\"))
        switch code {
        case 0x22, 0x5c: bytes.append(UInt8(code))
        case 0x0a: bytes.append(UInt8(ascii: "n"))
        case 0x0d: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        default:
            let digits = String(code, radix: 16)
            bytes.append(UInt8(ascii: "u"))
            bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
            bytes.append(contentsOf: digits.utf8)
        }
    }
}
