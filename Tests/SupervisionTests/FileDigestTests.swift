import PaperModel
import Testing

@testable import Pipeline

@Suite struct FileDigestTests {
    /// At every length around a block, in parts of every size: what the plain way gives.
    @Test func bothWaysGiveTheSame() {
        let bytes = (0..<400).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ $0 / 5) }
        for count in [0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 127, 128, 129, 400] {
            let wanted = SHA256.hexDigest(of: bytes.prefix(count))
            for part in [1, 7, 64, 100, 400] {
                for digest in [FileDigest(), FileDigest(isFast: false)] {
                    var digest = digest
                    for start in stride(from: 0, to: count, by: part) {
                        Array(bytes[start..<min(count, start + part)]).withUnsafeBytes { digest.update($0) }
                    }
                    #expect(digest.hexDigest == wanted, "\(count) bytes in parts of \(part)")
                }
            }
        }
        // FIPS 180-4, the example of one block.
        #expect(FileDigest.hexDigest(of: Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
