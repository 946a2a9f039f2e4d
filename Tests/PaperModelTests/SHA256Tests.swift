import Testing

@testable import PaperModel

/// The vectors are those that NIST publishes with FIPS 180-4, and sums of bytes that were computed with another program.
@Suite struct SHA256Tests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ])
    func digestsTheVectorsOfTheStandard(text: String, digest: String) {
        #expect(SHA256.hexDigest(of: Array(text.utf8)) == digest)
    }

    /// Lengths at which the padding just fits a block, and just doesn't.
    @Test(arguments: [
        (55, "eb2c86e932179f4ba13fe8715a26124b77d6bad290b9b4c1cc140cf633300c19"),
        (56, "a5fc6e203a4c2b657d0d153885932414b2ffc6a93f0f8bf8b3183315e5a7212c"),
        (63, "94e419fabac7f930810f9636354042f8c1426d2f834d4ab65c93dc1e69326b13"),
        (64, "a0fab1377f49a759b57f63318262ebe89fabfc990e8e93ceac2984561482b9d4"),
    ])
    func padsAtTheEdgeOfABlock(count: Int, digest: String) {
        #expect(SHA256.hexDigest(of: [UInt8](repeating: UInt8(ascii: "b"), count: count)) == digest)
    }

    @Test func digestsAMillionBytes() {
        #expect(
            SHA256.hexDigest(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    /// At every length around a block, in parts of every size: the processor's instructions give what the plain way gives.
    @Test func bothWaysGiveTheSame() {
        let bytes = (0..<400).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ $0 / 5) }
        for count in [0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 127, 128, 129, 400] {
            var plain = SHA256(isFast: false)
            plain.update(bytes.prefix(count))
            for part in [1, 7, 64, 100, 400] {
                var digest = SHA256()
                for start in stride(from: 0, to: count, by: part) { digest.update(bytes[start..<min(count, start + part)]) }
                #expect(digest.hexDigest == plain.hexDigest, "\(count) bytes in parts of \(part)")
            }
        }
        var plain = SHA256(isFast: false)
        plain.update(Array("abc".utf8))
        #expect(plain.hexDigest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func partsGiveTheDigestOfTheWhole() {
        let bytes = (0..<1_000).map { UInt8($0 % 251) }
        for size in [1, 3, 63, 64, 65, 999] {
            var digest = SHA256()
            for start in stride(from: 0, to: bytes.count, by: size) { digest.update(bytes[start..<min(bytes.count, start + size)]) }
            #expect(digest.hexDigest == SHA256.hexDigest(of: bytes), "in parts of \(size)")
        }
    }
}
