internal import CDigest

/// The SHA-256 digest of FIPS 180-4, for ids that say "the same bytes"; not for secrets. By the processor's own instructions where it has them,
/// which are ten times as fast.
///
/// Feed it in parts with `update`, or digest a whole collection with `hexDigest(of:)`.
public struct SHA256: Sendable {
    /// Working state: H0 to H7 of section 5.3.3.
    private var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    /// Bytes that don't fill a block yet.
    private var pending: [UInt8] = []
    /// Bytes seen so far.
    private var count: UInt64 = 0

    private let isFast: Bool

    private static let blockSize = 64
    private static let isKnown = linux_digests() != 0

    /// Makes the digest of no bytes yet.
    public init() { self.init(isFast: SHA256.isKnown) }

    init(isFast: Bool) {
        self.isFast = isFast
        pending.reserveCapacity(SHA256.blockSize)
    }

    /// Takes in the next bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        count &+= UInt64(bytes.count)
        var rest = bytes[...]
        if !pending.isEmpty {
            let taken = rest.prefix(SHA256.blockSize - pending.count)
            pending.append(contentsOf: taken)
            rest = rest.dropFirst(taken.count)
            guard pending.count == SHA256.blockSize else { return }
            pending.withUnsafeBytes { compress(blocks: $0) }
            pending.removeAll(keepingCapacity: true)
        }
        let whole = rest.count - rest.count % SHA256.blockSize
        compress(blocks: UnsafeRawBufferPointer(rebasing: rest.prefix(whole)))
        pending.append(contentsOf: rest.dropFirst(whole))
    }

    /// Takes in the next bytes.
    public mutating func update(_ bytes: some Collection<UInt8>) {
        if bytes.withContiguousStorageIfAvailable({ update(UnsafeRawBufferPointer($0)) }) == nil {
            Array(bytes).withUnsafeBytes { update($0) }
        }
    }

    /// The digest of all bytes taken in so far, 64 lower-case hexadecimal digits; more may follow.
    public var hexDigest: String {
        var last = self
        // Padding of section 5.1.1: a one bit, zeros, and the length in bits as 64 bits at the end of a block.
        let room = (SHA256.blockSize * 2 - 9 - pending.count) % SHA256.blockSize
        let bits = count &* 8
        let length = (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
        last.update([0x80] + [UInt8](repeating: 0, count: room) + length)
        let digits = Array("0123456789abcdef".utf8)
        var hex: [UInt8] = []
        for word in last.state {
            for shift in stride(from: UInt32(28), through: 0, by: -4) { hex.append(digits[Int(word >> shift & 15)]) }
        }
        return String(decoding: hex, as: UTF8.self)
    }

    /// The digest of `bytes`, 64 lower-case hexadecimal digits.
    public static func hexDigest(of bytes: some Collection<UInt8>) -> String {
        var digest = SHA256()
        digest.update(bytes)
        return digest.hexDigest
    }

    /// Folds whole blocks into the state.
    private mutating func compress(blocks: UnsafeRawBufferPointer) {
        guard isFast else { return compressPlainly(blocks: blocks) }
        guard let start = blocks.baseAddress else { return }
        state.withUnsafeMutableBufferPointer { state in
            linux_digest(state.baseAddress, start.assumingMemoryBound(to: UInt8.self), blocks.count / SHA256.blockSize)
        }
    }

    /// Folds whole blocks into the state (section 6.2.2). The schedule is kept as its last sixteen words; rounds stand in groups of eight,
    /// after which each variable has its own place again, so that none is moved.
    private mutating func compressPlainly(blocks: UnsafeRawBufferPointer) {
        guard !blocks.isEmpty else { return }
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 16) { schedule in
            SHA256.constants.withUnsafeBufferPointer { constants in
                var sum = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7])
                for start in stride(from: 0, to: blocks.count, by: SHA256.blockSize) {
                    var (a, b, c, d, e, f, g, h) = sum
                    for slot in 0..<16 {
                        schedule[slot] = UInt32(
                            bigEndian: blocks.loadUnaligned(fromByteOffset: start &+ slot &* 4, as: UInt32.self))
                    }
                    for round in stride(from: 0, to: 64, by: 8) {
                        let slot = round & 15
                        if round >= 16 { for next in slot..<(slot &+ 8) { SHA256.extend(schedule, at: next) } }
                        SHA256.turn(a, b, c, &d, e, f, g, &h, constants[round] &+ schedule[slot])
                        SHA256.turn(h, a, b, &c, d, e, f, &g, constants[round &+ 1] &+ schedule[slot &+ 1])
                        SHA256.turn(g, h, a, &b, c, d, e, &f, constants[round &+ 2] &+ schedule[slot &+ 2])
                        SHA256.turn(f, g, h, &a, b, c, d, &e, constants[round &+ 3] &+ schedule[slot &+ 3])
                        SHA256.turn(e, f, g, &h, a, b, c, &d, constants[round &+ 4] &+ schedule[slot &+ 4])
                        SHA256.turn(d, e, f, &g, h, a, b, &c, constants[round &+ 5] &+ schedule[slot &+ 5])
                        SHA256.turn(c, d, e, &f, g, h, a, &b, constants[round &+ 6] &+ schedule[slot &+ 6])
                        SHA256.turn(b, c, d, &e, f, g, h, &a, constants[round &+ 7] &+ schedule[slot &+ 7])
                    }
                    sum = (sum.0 &+ a, sum.1 &+ b, sum.2 &+ c, sum.3 &+ d, sum.4 &+ e, sum.5 &+ f, sum.6 &+ g, sum.7 &+ h)
                }
                state = [sum.0, sum.1, sum.2, sum.3, sum.4, sum.5, sum.6, sum.7]
            }
        }
    }

    /// Replaces a word of the schedule by the one sixteen rounds later.
    @inline(__always)
    private static func extend(_ schedule: UnsafeMutableBufferPointer<UInt32>, at slot: Int) {
        let early = schedule[(slot &+ 1) & 15]
        let late = schedule[(slot &+ 14) & 15]
        let small = early.rotated(7) ^ early.rotated(18) ^ early &>> 3
        let large = late.rotated(17) ^ late.rotated(19) ^ late &>> 10
        schedule[slot] = schedule[slot] &+ small &+ schedule[(slot &+ 9) & 15] &+ large
    }

    /// One round: `word` is its constant and its word of the schedule. Only two variables change.
    @inline(__always)
    private static func turn(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ word: UInt32
    ) {
        let choice = g ^ e & (f ^ g)
        let majority = a & b | c & (a | b)
        let first = h &+ (e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)) &+ choice &+ word
        d = d &+ first
        h = first &+ (a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)) &+ majority
    }

    /// Section 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}

extension UInt32 {
    /// The bits turned right by `places`, 1 to 31.
    @inline(__always)
    fileprivate func rotated(_ places: UInt32) -> UInt32 { self &>> places | self &<< (32 &- places) }
}
