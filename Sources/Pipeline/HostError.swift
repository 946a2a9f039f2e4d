internal import Glibc

/// What keeps the program from working at all, whatever the paper: the system refuses something, or a worker can't start.
public struct HostError: Error, CustomStringConvertible {
    /// What is wrong, in words.
    public let description: String

    /// States what is wrong.
    public init(_ description: String) { self.description = description }

    /// What was tried on what; the reason is taken from `errno`, so it must be made directly after the call that failed.
    public init(_ operation: String, _ object: String) {
        self.init("can't \(operation) \(object): \(String(cString: strerror(errno)))")
    }
}
