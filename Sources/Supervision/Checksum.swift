/// Tells bytes that a disk has changed from those that were written: 64 bits, as fast as memory. Nobody is kept from making bytes with the
/// same sum.
struct Checksum {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325
    private var count: UInt64 = 0

    /// Takes in bytes; all calls but the last must have a multiple of 8.
    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        count &+= UInt64(bytes.count)
        var state = state
        var position = 0
        while position + 8 <= bytes.count {
            state = Checksum.mix(state, bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            position += 8
        }
        while position < bytes.count {
            state = Checksum.mix(state, UInt64(bytes[position]))
            position += 1
        }
        self.state = state
    }

    /// The sum, as a signed number for databases.
    var value: Int {
        Int(bitPattern: UInt(truncatingIfNeeded: Checksum.mix(state, count)))
    }

    /// The prime of FNV-1a and a rotation, so that high bits reach low ones.
    private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
        let product = (state ^ word) &* 0x0000_0100_0000_01B3
        return product << 23 | product >> 41
    }
}
