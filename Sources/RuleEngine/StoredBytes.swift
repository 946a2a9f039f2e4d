/// Writes values as bytes, for `StoredReader` to read back in the same order.
struct StoredWriter {
    private(set) var bytes: [UInt8] = []
    private var texts: [String: Int] = [:]

    /// A number that is not negative, seven bits a byte, the lowest first.
    mutating func write(_ number: Int) {
        var rest = UInt(bitPattern: number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    /// All bits of a number, the lowest first.
    mutating func write<Bits: FixedWidthInteger & UnsignedInteger>(bits: Bits) {
        withUnsafeBytes(of: bits.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// A text; one that was written before is only named.
    mutating func write(_ text: String) {
        if let known = texts[text] { return write(known) }
        write(0)
        texts[text] = texts.count + 1
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func write<Value>(_ value: Value?, with body: (inout StoredWriter, Value) -> Void) {
        write(value != nil)
        if let value { body(&self, value) }
    }

    mutating func write<Values: Collection>(_ values: Values, with body: (inout StoredWriter, Values.Element) -> Void) {
        write(values.count)
        for value in values { body(&self, value) }
    }

    /// A dictionary, in the order of its keys.
    mutating func write<Value>(dictionary values: [String: Value], with body: (inout StoredWriter, Value) -> Void) {
        write(values.sorted { $0.key < $1.key }) { writer, pair in
            writer.write(pair.key)
            body(&writer, pair.value)
        }
    }
}

/// Bytes that are not what `StoredWriter` writes.
struct StoredDamage: Error {}

/// Reads what `StoredWriter` wrote, and takes no byte on trust.
struct StoredReader {
    private let bytes: [UInt8]
    private var place = 0
    private var texts: [String] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    private mutating func byte() throws(StoredDamage) -> UInt8 {
        guard place < bytes.count else { throw StoredDamage() }
        place += 1
        return bytes[place - 1]
    }

    mutating func number() throws(StoredDamage) -> Int {
        var value = 0
        // Four groups of seven bits: no number of a rule set comes near.
        for shift in [0, 7, 14, 21] {
            let next = try byte()
            value |= Int(next & 0x7f) << shift
            if next < 0x80 { return value }
        }
        throw StoredDamage()
    }

    mutating func flag() throws(StoredDamage) -> Bool {
        switch try byte() {
        case 0: false
        case 1: true
        default: throw StoredDamage()
        }
    }

    mutating func bits<Bits: FixedWidthInteger & UnsignedInteger>(_: Bits.Type) throws(StoredDamage) -> Bits {
        let size = MemoryLayout<Bits>.size
        guard bytes.count - place >= size else { throw StoredDamage() }
        defer { place += size }
        return bytes.withUnsafeBytes { Bits(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: Bits.self)) }
    }

    mutating func text() throws(StoredDamage) -> String {
        let known = try number()
        if known > 0 {
            guard known <= texts.count else { throw StoredDamage() }
            return texts[known - 1]
        }
        let count = try number()
        guard bytes.count - place >= count else { throw StoredDamage() }
        defer { place += count }
        let text = bytes[place..<place + count].withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        texts.append(text)
        return text
    }

    /// A text that is the name of one of the cases of a type.
    mutating func word<Word: RawRepresentable<String>>(_: Word.Type) throws(StoredDamage) -> Word {
        guard let word = Word(rawValue: try text()) else { throw StoredDamage() }
        return word
    }

    mutating func optional<Value>(_ body: (inout StoredReader) throws(StoredDamage) -> Value) throws(StoredDamage) -> Value? {
        try flag() ? try body(&self) : nil
    }

    mutating func list<Value>(_ body: (inout StoredReader) throws(StoredDamage) -> Value) throws(StoredDamage) -> [Value] {
        let count = try number()
        // Each value takes a byte at least, so that no damaged count asks for memory.
        guard count <= bytes.count - place else { throw StoredDamage() }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try body(&self)) }
        return values
    }

    mutating func dictionary<Value>(
        _ body: (inout StoredReader) throws(StoredDamage) -> Value
    ) throws(StoredDamage) -> [String: Value] {
        let pairs = try list { reader throws(StoredDamage) in (try reader.text(), try body(&reader)) }
        return Dictionary(pairs) { first, _ in first }
    }
}
