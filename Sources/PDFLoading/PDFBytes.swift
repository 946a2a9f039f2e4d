/// The bytes of a PDF at a place that stays the same for as long as anything reads from them.
final class PDFBytes: @unchecked Sendable {
    // Written once, in the initialiser; freed when the last reader is gone.
    let buffer: UnsafeBufferPointer<UInt8>

    init(_ bytes: [UInt8]) {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        buffer = UnsafeBufferPointer(copy)
    }

    deinit { buffer.deallocate() }
}
