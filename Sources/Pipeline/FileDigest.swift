internal import CLinux
internal import PaperModel

/// The SHA-256 digest of many bytes: by the processor's own instructions where it has them, else by `SHA256`.
public struct FileDigest {
    private var plain = SHA256()
    private var state = FileDigest.start
    /// Bytes that don't fill a block yet.
    private var pending: [UInt8] = []
    private var count: UInt64 = 0
    private let isFast: Bool

    private static let isKnown = linux_digests() != 0
    private static let block = 64
    /// H0 to H7 of FIPS 180-4, 5.3.3.
    private static let start: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]

    /// Makes the digest of no bytes yet.
    public init() { self.init(isFast: FileDigest.isKnown) }

    init(isFast: Bool) { self.isFast = isFast }

    /// Takes in the next bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard isFast else { return plain.update(bytes) }
        count &+= UInt64(bytes.count)
        var rest = bytes[...]
        if !pending.isEmpty {
            let taken = rest.prefix(FileDigest.block - pending.count)
            pending.append(contentsOf: taken)
            rest = rest.dropFirst(taken.count)
            guard pending.count == FileDigest.block else { return }
            pending.withUnsafeBytes { fold($0) }
            pending.removeAll(keepingCapacity: true)
        }
        let whole = rest.count - rest.count % FileDigest.block
        fold(UnsafeRawBufferPointer(rebasing: rest.prefix(whole)))
        pending.append(contentsOf: rest.dropFirst(whole))
    }

    /// The digest of all bytes taken in so far, 64 lower-case hexadecimal digits.
    public var hexDigest: String {
        guard isFast else { return plain.hexDigest }
        var last = self
        // Padding of 5.1.1: a one bit, zeros, and the length in bits as 64 bits at the end of a block.
        let room = (FileDigest.block * 2 - 9 - pending.count) % FileDigest.block
        let bits = count &* 8
        let length = (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
        ([0x80] + [UInt8](repeating: 0, count: room) + length).withUnsafeBytes { last.update($0) }
        return last.state.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    /// The digest of `bytes`.
    public static func hexDigest(of bytes: [UInt8]) -> String {
        var digest = FileDigest()
        bytes.withUnsafeBytes { digest.update($0) }
        return digest.hexDigest
    }

    private mutating func fold(_ blocks: UnsafeRawBufferPointer) {
        guard let start = blocks.baseAddress else { return }
        state.withUnsafeMutableBufferPointer { state in
            linux_digest(state.baseAddress, start.assumingMemoryBound(to: UInt8.self), blocks.count / FileDigest.block)
        }
    }
}
