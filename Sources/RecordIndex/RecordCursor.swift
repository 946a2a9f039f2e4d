/// Reads records as they are written: JSON of one line, taken as values without a tree in between. A line that is something else gives
/// what was read of it up to there.
struct RecordCursor {
    private let bytes: [UInt8]
    private var index: Int
    private let end: Int

    /// Reads the bytes in `range` of a file of records.
    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        index = range.lowerBound
        end = min(range.upperBound, bytes.count)
    }

    private var byte: UInt8 { index < end ? bytes[index] : 0 }

    private mutating func passSpace() {
        while index < end, bytes[index] == 0x20 || bytes[index] == 0x0a || bytes[index] == 0x0d || bytes[index] == 0x09 { index += 1 }
    }

    private mutating func passes(_ wanted: Unicode.Scalar) -> Bool {
        passSpace()
        guard byte == UInt8(ascii: wanted) else { return false }
        index += 1
        return true
    }

    /// The type of the record: its first member.
    var type: String {
        var copy = self
        guard copy.passes("{"), copy.string() == "type", copy.passes(":") else { return "" }
        return copy.string()
    }

    /// Hands each key of an object to `member`, which reads the value or leaves it.
    mutating func object(_ member: (String, inout RecordCursor) -> Void) {
        guard passes("{") else { return skip() }
        while index < end, !passes("}") {
            let key = string()
            guard passes(":") else { return fail() }
            passSpace()
            let start = index
            member(key, &self)
            if index == start { skip() }
            if index == start { return fail() }
            _ = passes(",")
        }
    }

    /// Hands each place of a list to `element`, which reads the value or leaves it.
    mutating func list(_ element: (inout RecordCursor) -> Void) {
        guard passes("[") else { return skip() }
        while index < end, !passes("]") {
            passSpace()
            let start = index
            element(&self)
            if index == start { skip() }
            if index == start { return fail() }
            _ = passes(",")
        }
    }

    /// The strings of a list.
    mutating func strings() -> [String] {
        var values: [String] = []
        list { values.append($0.string()) }
        return values
    }

    /// A string; empty where there is none.
    mutating func string() -> String {
        passSpace()
        guard byte == UInt8(ascii: "\"") else {
            skip()
            return ""
        }
        index += 1
        let start = index
        while index < end, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") { index += 1 }
        if byte == UInt8(ascii: "\"") {
            defer { index += 1 }
            return bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[start..<index]), as: UTF8.self) }
        }
        return escaped(from: start)
    }

    private mutating func escaped(from start: Int) -> String {
        var plain = Array(bytes[start..<index])
        while index < end, bytes[index] != UInt8(ascii: "\"") {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < end else {
                plain.append(bytes[index])
                index += 1
                continue
            }
            index += 2
            switch bytes[index - 1] {
            case UInt8(ascii: "n"): plain.append(0x0a)
            case UInt8(ascii: "t"): plain.append(0x09)
            case UInt8(ascii: "r"): plain.append(0x0d)
            case UInt8(ascii: "b"): plain.append(0x08)
            case UInt8(ascii: "f"): plain.append(0x0c)
            case UInt8(ascii: "u"): plain.append(contentsOf: Array(String(unicodeEscape()).utf8))
            default: plain.append(bytes[index - 1])
            }
        }
        index = min(end, index + 1)
        return String(decoding: plain, as: UTF8.self)
    }

    /// The character of "\uXXXX", of which two may make one.
    private mutating func unicodeEscape() -> Unicode.Scalar {
        let first = hexadecimal()
        guard first & 0xfc00 == 0xd800, index + 1 < end, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
            return Unicode.Scalar(first) ?? "\u{FFFD}"
        }
        index += 2
        return Unicode.Scalar(0x10000 + (first & 0x3ff) << 10 + (hexadecimal() & 0x3ff)) ?? "\u{FFFD}"
    }

    private mutating func hexadecimal() -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 where index < end {
            value = value << 4 | (UInt32(String(UnicodeScalar(bytes[index])), radix: 16) ?? 0)
            index += 1
        }
        return value
    }

    /// An integer; 0 where there is none.
    mutating func integer() -> Int {
        passSpace()
        let start = index
        skip()
        var value = 0
        var isNegative = false
        for byte in bytes[start..<index] {
            if byte == UInt8(ascii: "-") {
                isNegative = true
            } else if byte >= 48, byte <= 57, value < 1 << 55 {
                value = value * 10 + Int(byte - 48)
            } else {
                break
            }
        }
        return isNegative ? -value : value
    }

    /// A literal as written: a number, "true", "null".
    mutating func literal() -> String {
        passSpace()
        let start = index
        skip()
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// Whether the value is `true`.
    mutating func mark() -> Bool {
        passSpace()
        defer { skip() }
        return byte == UInt8(ascii: "t")
    }

    /// Passes over a value.
    mutating func skip() {
        passSpace()
        var depth = 0
        while index < end {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index += 1
                while index < end, bytes[index] != UInt8(ascii: "\"") { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return }
                depth -= 1
            case UInt8(ascii: ","), UInt8(ascii: ":"): if depth == 0 { return }
            default: break
            }
            index = min(end, index + 1)
        }
    }

    /// Gives the line up.
    private mutating func fail() { index = end }
}
