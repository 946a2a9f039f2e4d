internal import Glibc
internal import PaperModel

/// Bytes on their way to a file descriptor, gathered so that small records don't cost a system call each.
public struct ByteOutput: ~Copyable {
    private let descriptor: Int32
    private var pending: [UInt8] = []

    /// Bytes that are gathered before they are written: more gains nothing measurable.
    private static let capacity = 1 << 16

    /// Writes to an open descriptor, which stays the caller's to close. Call `flush` at the end.
    public init(descriptor: Int32) { self.descriptor = descriptor }

    /// The process's standard output.
    public static var standard: ByteOutput { ByteOutput(descriptor: STDOUT_FILENO) }

    /// Adds bytes.
    public mutating func write(_ bytes: [UInt8]) throws(HostError) {
        pending.append(contentsOf: bytes)
        if pending.count >= ByteOutput.capacity { try flush() }
    }

    /// Writes all that was gathered.
    public mutating func flush() throws(HostError) {
        guard pending.withUnsafeBytes({ OpenFile.write($0, to: descriptor) }) else { throw HostError("write", "the output") }
        pending.removeAll(keepingCapacity: true)
    }
}
