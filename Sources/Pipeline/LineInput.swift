internal import CLinux
internal import Glibc

/// Lines of bytes from a descriptor, and the open files that come with them where it is a socket. A line may be any bytes: paths needn't be
/// UTF-8.
public struct LineInput: ~Copyable {
    private let descriptor: Int32
    private let longest: Int
    private var buffer: [UInt8] = []
    private var position = 0
    private var isOver = false
    private var isSocket = true
    /// Files that came and that nobody has taken.
    private var files: [Int32] = []

    /// Bytes that are read at once.
    private static let chunk = 1 << 16

    /// Reads from a descriptor, which stays the caller's to close; a line longer than `longest` bytes ends there.
    public init(descriptor: Int32, longest: Int = 1 << 20) {
        self.descriptor = descriptor
        self.longest = longest
    }

    deinit { for file in files { close(file) } }

    /// The next line without its end; nil where there is none.
    public mutating func next() -> [UInt8]? {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { position = end + 1 }
                return Array(buffer[position..<end])
            }
            if isOver || buffer.count - position > longest {
                defer { position = buffer.count }
                return position < buffer.count ? Array(buffer[position...]) : nil
            }
            searched = buffer.count - position
            buffer.removeFirst(position)
            position = 0
            isOver = !fill()
        }
    }

    /// The oldest file that came with the lines; it is the caller's to close. Nil where none came.
    public mutating func takeFile() -> Int32? { files.isEmpty ? nil : files.removeFirst() }

    /// All that is left, lines ends and all.
    public mutating func rest() -> [UInt8] {
        while !isOver { isOver = !fill() }
        defer { position = buffer.count }
        return Array(buffer[position...])
    }

    private mutating func fill() -> Bool {
        var file: Int32 = -1
        var isSocket = isSocket
        let part = [UInt8](unsafeUninitializedCapacity: LineInput.chunk) { memory, filled in
            var got = -1
            if isSocket {
                repeat {
                    got = linux_receive_with_file(descriptor, memory.baseAddress, memory.count, &file)
                } while got < 0 && errno == EINTR
                if got < 0, errno == ENOTSOCK { isSocket = false }
            }
            if !isSocket {
                repeat { got = read(descriptor, memory.baseAddress, memory.count) } while got < 0 && errno == EINTR
            }
            filled = max(0, got)
        }
        self.isSocket = isSocket
        if file >= 0 { files.append(file) }
        buffer.append(contentsOf: part)
        return !part.isEmpty
    }
}
